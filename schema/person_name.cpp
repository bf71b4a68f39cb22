#include "schema/person_name.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <unordered_map>
#include <unordered_set>

#include "schema/nicknames.hpp"
#include "schema/text.hpp"

namespace broadsheet {
namespace {

using Words = std::vector<std::string>;

constexpr auto particles = std::to_array<std::string_view>(
    {"abu", "af",  "al",    "ap",  "aan", "bin", "bint", "bte", "da",  "dal", "das", "de",
     "dei", "del", "della", "den", "der", "des", "di",   "do",  "dos", "du",  "e",   "el",
     "ibn", "la",  "las",   "le",  "les", "lo",  "los",  "mac", "op",  "st",  "ten", "ter",
     "the", "to",  "und",   "van", "von", "vom", "y",    "zu",  "zum", "zur"});

// Stand before a word and are written with it.
constexpr auto joined_particles = std::to_array<std::string_view>(
    {"al", "el", "ul", "ad", "an", "ar", "as", "at", "az", "ash", "el"});

// As a first word these are given names as well ("Al Gore", "Van Morrison").
constexpr auto given_particles = std::to_array<std::string_view>({"al", "van", "mac", "della"});

// Chinese, Korean and Vietnamese surnames, which stand first; of one syllable.
constexpr auto leading_surnames = std::to_array<std::string_view>(
    {"ahn",   "an",    "bae",    "baek",  "bai",  "ban",   "bo",    "bui",   "cai",   "cao",
     "chang", "chen",  "cheng",  "cho",   "choe", "choi",  "chu",   "chun",  "chung", "dang",
     "deng",  "ding",  "do",     "dong",  "du",   "duong", "fan",   "fang",  "feng",  "fu",
     "gao",   "gu",    "guo",    "ha",    "han",  "he",    "ho",    "hong",  "hou",   "hu",
     "hua",   "huang", "huynh",  "hwang", "jang", "jeon",  "jeong", "ji",    "jia",   "jiang",
     "jin",   "jo",    "jung",   "kang",  "kim",  "kong",  "koo",   "kwon",  "lam",   "lau",
     "le",    "lee",   "lei",    "leung", "li",   "liang", "liao",  "lim",   "lin",   "liu",
     "lu",    "luo",   "ly",     "ma",    "mai",  "mao",   "meng",  "min",   "moon",  "na",
     "nam",   "ngo",   "nguyen", "oh",    "pan",  "park",  "peng",  "pham",  "phan",  "qian",
     "qiao",  "qin",   "qiu",    "ren",   "rhee", "roh",   "ryu",   "seo",   "shao",  "shen",
     "shi",   "shin",  "sim",    "so",    "son",  "song",  "su",    "suh",   "sun",   "tan",
     "tang",  "tao",   "thein",  "tian",  "tong", "tran",  "tsai",  "tsang", "tung",  "vo",
     "vu",    "wan",   "wang",   "wei",   "wen",  "wong",  "woo",   "wu",    "xi",    "xia",
     "xiao",  "xie",   "xu",     "xue",   "yan",  "yang",  "yao",   "ye",    "yeo",   "yi",
     "yin",   "yoo",   "yoon",   "you",   "yu",   "yuan",  "yun",   "zeng",  "zhang", "zhao",
     "zheng", "zhong", "zhou",   "zhu",   "zou"});

constexpr auto suffixes =
    std::to_array<std::string_view>({"elder", "ii", "iii", "iv", "jnr", "jr", "junior", "senior",
                                     "snr", "sr", "vi", "vii", "viii", "younger"});

template <std::size_t Size>
bool is_one_of(const std::array<std::string_view, Size>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

// "jnr", "junior": "jr".
std::string suffix_of(const std::string& word) {
  if (word == "junior" || word == "jnr") return "jr";
  if (word == "senior" || word == "snr") return "sr";
  return word;
}

bool is_opening_quote(char32_t c) {
  return c == '"' || c == '(' || c == 0x201C || c == 0x2018 || c == 0x00AB || c == 0x201E;
}

bool is_closing_quote(char32_t c) {
  return c == '"' || c == ')' || c == 0x201D || c == 0x2019 || c == 0x00BB || c == 0x201C;
}

bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }

std::size_t letter_count(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) letters += is_letter(text::next_character(word, at));
  return letters;
}

bool is_all_capitals(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = text::next_character(word, at);
    if (is_letter(c) && !is_upper(c)) return false;
  }
  return true;
}

// "O'BRIEN-SMITH" as "O'Brien-Smith", "MCCONNELL" as "McConnell".
std::string ordinary_case(std::string_view word) {
  std::string made;
  std::size_t letters = 0;  // Since the last mark.
  for (std::size_t at = 0; at < word.size();) {
    const auto c = static_cast<UChar32>(text::next_character(word, at));
    const bool after_mc = letters == 2 && made.size() >= 2 && made.ends_with("Mc");
    const bool keeps = letters == 0 || after_mc;
    text::append_utf8(made, static_cast<char32_t>(keeps ? c : u_tolower(c)));
    letters = is_letter(static_cast<char32_t>(c)) ? letters + 1 : 0;
  }
  return made;
}

// The words of a name as written.
struct WrittenName {
  std::vector<std::string> words;
  std::string nickname;
  std::size_t comma = 0;  // Words before the first one that a comma follows; 0 for none.
};

// "Dwayne 'The Rock' Johnson": a straight quote opens before a letter and behind a space.
bool opens_nickname(std::string_view name, std::size_t at) {
  std::size_t next = at;
  const char32_t mark = text::next_character(name, next);
  if (!is_opening_quote(mark) && mark != '\'') return false;
  const bool behind_space = at == 0 || name[at - 1] == ' ';
  return behind_space && at > 0 && next < name.size();
}

std::size_t end_of_nickname(std::string_view name, std::size_t begin) {
  for (std::size_t at = begin; at < name.size();) {
    const std::size_t mark = at;
    const char32_t c = text::next_character(name, at);
    const bool ends_word = at == name.size() || name[at] == ' ';
    if ((is_closing_quote(c) || c == '\'') && ends_word) return mark;
  }
  return name.npos;
}

WrittenName read_words(std::string_view name) {
  WrittenName read;
  std::string word;
  const auto end_word = [&] {
    if (letter_count(word) > 0 || (!word.empty() && word[0] >= '0' && word[0] <= '9')) {
      read.words.push_back(word);
    }
    word.clear();
  };
  for (std::size_t at = 0; at < name.size();) {
    if (opens_nickname(name, at)) {
      std::size_t begin = at;
      text::next_character(name, begin);
      const std::size_t end = end_of_nickname(name, begin);
      if (end != name.npos) {
        end_word();
        read.nickname = text::fold_text(name.substr(begin, end - begin));
        at = end;
        text::next_character(name, at);
        continue;
      }
    }
    const std::size_t begin = at;
    const char32_t c = text::next_character(name, at);
    if (c == ' ' || c == ',' || c == 0xA0 || c == '\n' || c == '\t') {
      end_word();
      if (c == ',' && read.comma == 0) read.comma = read.words.size();
    } else {
      word.append(name, begin, at - begin);
    }
  }
  end_word();
  return read;
}

std::string fold_word(std::string_view word) {
  std::string folded;
  const std::string all = text::fold_text(word);
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t begin = at;
    const char32_t c = text::next_character(all, at);
    if (text::is_word_character(c)) {
      folded.append(all, begin, at - begin);
    } else if (c == '-' || c == 0x2010 || c == 0x2011) {
      if (!folded.empty()) folded += '-';
    }
  }
  while (!folded.empty() && folded.back() == '-') folded.pop_back();
  return folded;
}

// "J.K.", "J.", and "JK" where the name is not in capitals.
bool is_initials(std::string_view word, bool name_in_capitals) {
  const std::size_t letters = letter_count(word);
  if (letters == 0 || !is_all_capitals(word) || word.find('-') != word.npos) return false;
  if (letters == 1) return true;
  const bool dotted = std::ranges::count(word, '.') + 1 >= static_cast<std::ptrdiff_t>(letters);
  return letters <= 3 && (dotted || (letters == 2 && !name_in_capitals && word.size() == 2));
}

// Turns "Biden, Joseph" round; a suffix behind the comma stays.
void turn_round(WrittenName& written) {
  if (written.comma == 0 || written.comma >= written.words.size()) return;
  if (is_one_of(suffixes, fold_word(written.words[written.comma]))) return;
  for (std::size_t i = 0; i < written.comma; ++i) {
    if (is_all_capitals(written.words[i])) written.words[i] = ordinary_case(written.words[i]);
  }
  // "Zielinski, Jan." ends a sentence.
  std::string& last = written.words.back();
  if (last.size() > 3 && last.ends_with('.') && std::ranges::count(last, '.') == 1) last.pop_back();
  std::rotate(written.words.begin(),
              written.words.begin() + static_cast<std::ptrdiff_t>(written.comma),
              written.words.end());
}

void make_capitals_ordinary(std::vector<std::string>& words) {
  const bool all = std::ranges::all_of(words, is_all_capitals);
  const bool has_vowel_word =
      std::ranges::any_of(words, [](const std::string& word) { return letter_count(word) > 3; });
  for (std::string& word : words) {
    const std::size_t letters = letter_count(word);
    const bool is_roman = is_one_of(suffixes, fold_word(word)) && letters <= 3;
    // "McALLISTER"
    if (word.starts_with("Mc") && word.size() > 4 && is_all_capitals(word.substr(2))) {
      word = ordinary_case(word);
    }
    if (!is_all_capitals(word) || letters < 2 || is_roman) continue;
    if (word.find('.') != word.npos) continue;
    // "JD Vance" keeps its initials, "JO COX" and "MACRON" are names.
    if ((all && has_vowel_word) || letters > 3) word = ordinary_case(word);
  }
}

// "Al-Assad" is "al" "assad", "J.K." is "j" "k".
void add_folded(const std::string& word, bool in_capitals, Words& words) {
  if (is_initials(word, in_capitals)) {
    for (const char c : fold_word(word)) words.emplace_back(1, c);
    return;
  }
  const std::string folded = fold_word(word);
  const std::size_t hyphen = folded.find('-');
  if (hyphen != folded.npos &&
      is_one_of(joined_particles, std::string_view(folded).substr(0, hyphen)) &&
      hyphen + 3 < folded.size()) {
    words.push_back("al");
    words.push_back(folded.substr(hyphen + 1));
  } else if (!folded.empty()) {
    words.push_back(folded);
  }
}

// Takes "Jr.", "the Elder" off the end.
void take_suffix(PersonName& name) {
  if (name.words.size() < 2 || !is_one_of(suffixes, name.words.back())) return;
  name.suffix = suffix_of(name.words.back());
  name.words.pop_back();
  if (name.words.size() > 1 && name.words.back() == "the") name.words.pop_back();
  if (name.shown.ends_with(" Jr") || name.shown.ends_with(" Sr")) name.shown += '.';
}

std::size_t surname_of(const Words& words) {
  if (words.size() < 2) return 0;
  std::size_t begin = words.size() - 1;
  while (begin > 0 && is_one_of(particles, words[begin - 1])) {
    const bool is_given = begin == 1 && is_one_of(given_particles, words[0]) && words.size() == 2;
    if (is_given) break;
    --begin;
  }
  return begin;
}

// Rules of transliteration, applied in order.  What is left is no spelling, only a key.
constexpr std::array<std::array<std::string_view, 2>, 30> spelling_rules = {{
    {"tsch", "ch"}, {"tch", "ch"}, {"sch", "sh"}, {"kh", "k"},  {"gh", "g"},  {"dh", "d"},
    {"th", "t"},    {"ph", "f"},   {"ck", "k"},   {"q", "k"},   {"ou", "u"},  {"oo", "u"},
    {"ee", "i"},    {"yy", "i"},   {"iy", "i"},   {"yi", "i"},  {"ij", "i"},  {"ii", "i"},
    {"y", "i"},     {"w", "v"},    {"f", "v"},    {"x", "ks"},  {"j", "i"},   {"iev", "ev"},
    {"ue", "u"},    {"oe", "o"},   {"ae", "a"},   {"ce", "se"}, {"ci", "si"}, {"ch", "%"},
}};

std::string spelling_key(std::string_view word) {
  std::string key(word);
  std::erase(key, '-');
  for (const auto& [from, to] : spelling_rules) {
    for (std::size_t at = key.find(from); at != key.npos; at = key.find(from, at + to.size())) {
      key.replace(at, from.size(), to);
    }
  }
  std::ranges::replace(key, 'c', 'k');  // What is left of them; "ch" is one sound.
  key.erase(std::unique(key.begin(), key.end()), key.end());
  // "Gaddafi" and "Qaddafi".
  if (key.size() > 5 && key.front() == 'g') key.front() = 'k';
  return key;
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

std::string consonants(std::string_view key) {
  std::string left;
  for (const char c : key) {
    if (!is_vowel(c)) left += c;
  }
  return left;
}

constexpr std::size_t shortest_spelling = 4;   // Bytes; shorter words are spelled in one way.
constexpr std::size_t telling_consonants = 4;  // With that many, vowels may differ.

bool is_patronymic_pair(std::string_view one, std::string_view other) {
  return (one.ends_with("sen") && other.ends_with("son")) ||
         (one.ends_with("son") && other.ends_with("sen"));
}

// Never 0.
PersonNameSketch::Hash hash_of(std::string_view text) {
  return static_cast<PersonNameSketch::Hash>(std::hash<std::string_view>()(text)) | 1U;
}

class Nicknames {
 public:
  Nicknames() {
    std::string_view lines = nickname_lines;
    while (!lines.empty()) {
      const std::size_t end = std::min(lines.find('\n'), lines.size());
      read_line(lines.substr(0, end));
      lines.remove_prefix(std::min(end + 1, lines.size()));
    }
  }

  bool share(std::string_view one, std::string_view other) const {
    return has(one, other) || has(other, one);
  }

  // Hashes of the names that its bearers go by.
  std::span<const PersonNameSketch::Hash> hashes(std::string_view name) const {
    const auto found = hashes_of_.find(name);
    if (found == hashes_of_.end()) return {};
    return found->second;
  }

 private:
  void read_line(std::string_view line) {
    if (line.empty() || line.front() == '#') return;
    const std::string_view name = line.substr(0, line.find(' '));
    while (!line.empty()) {
      const std::size_t end = std::min(line.find(' '), line.size());
      if (of_[name].insert(line.substr(0, end)).second) {
        hashes_of_[name].push_back(hash_of(line.substr(0, end)));
      }
      line.remove_prefix(std::min(end + 1, line.size()));
    }
  }

  bool has(std::string_view name, std::string_view nickname) const {
    const auto found = of_.find(name);
    return found != of_.end() && found->second.contains(nickname);
  }

  std::unordered_map<std::string_view, std::unordered_set<std::string_view>> of_;
  std::unordered_map<std::string_view, std::vector<PersonNameSketch::Hash>> hashes_of_;
};

const Nicknames& nicknames() {
  static const Nicknames all;
  return all;
}

bool is_initial(std::string_view word) { return word.size() == 1; }

std::span<const std::string> given_names(const PersonName& name) {
  return std::span(name.words).first(name.surname);
}

// The words of the shorter, in order, among those of the longer.
bool is_subsequence(std::span<const std::string> shorter, std::span<const std::string> longer) {
  std::size_t at = 0;
  for (const std::string& word : longer) {
    if (at < shorter.size() && are_spellings_of_one_name(shorter[at], word)) ++at;
  }
  return at == shorter.size();
}

bool have_compatible_given_names(std::span<const std::string> one,
                                 std::span<const std::string> other) {
  if (one.empty() || other.empty()) return true;
  if (!are_compatible_given_names(one[0], other[0])) {
    // "J. Edgar Hoover" and "Edgar Hoover".
    const auto goes_by_second = [](std::span<const std::string> names, const std::string& second) {
      return names.size() > 1 && is_initial(names[0]) && !is_initial(second) &&
             are_compatible_given_names(names[1], second);
    };
    return goes_by_second(one, other[0]) || goes_by_second(other, one[0]);
  }
  if (one.size() == 1 || other.size() == 1) return true;
  // "George W." and "George H. W." part on the second.
  return are_compatible_given_names(one[1], other[1]);
}

bool have_one_surname(const PersonName& one, const PersonName& other) {
  return are_spellings_of_one_name(one.last_word(), other.last_word());
}

bool have_suffix_conflict(const PersonName& one, const PersonName& other) {
  return !one.suffix.empty() && !other.suffix.empty() && one.suffix != other.suffix;
}

// "Abe Shinzo", "Shinzo Abe"; "Nguyen Van Thanh", "Van Thanh Nguyen".
bool is_turned(const Words& one, const Words& other) {
  if (one.size() != other.size()) return false;
  for (std::size_t by = 1; by < one.size(); ++by) {
    const auto middle = one.begin() + static_cast<std::ptrdiff_t>(by);
    if (std::equal(middle, one.end(), other.begin()) &&
        std::equal(one.begin(), middle, other.end() - static_cast<std::ptrdiff_t>(by))) {
      return true;
    }
  }
  return false;
}

constexpr std::size_t least_consonants_by_ear = 3;

// Of names whose surnames are written in two ways given names may be too: "Muammar", "Moammar".
bool are_given_names_by_ear(const std::string& one, const std::string& other) {
  const std::string left = consonants(spelling_key(one));
  return left.size() >= least_consonants_by_ear && left == consonants(spelling_key(other)) &&
         one.front() == other.front();
}

PersonNameSketch::Word sketch_of_word(std::string_view word) {
  PersonNameSketch::Word sketch;
  sketch.text = hash_of(word);
  if (word.size() < shortest_spelling) return sketch;
  const std::string key = spelling_key(word);
  const std::string left = consonants(key);
  sketch.spelling = hash_of(key);
  if (left.size() >= telling_consonants) sketch.consonants = hash_of(left);
  return sketch;
}

bool may_be_spellings(const PersonNameSketch::Word& one, const PersonNameSketch::Word& other) {
  const auto agree = [](PersonNameSketch::Hash left, PersonNameSketch::Hash right) {
    return left != 0 && left == right;
  };
  return one.text == other.text || agree(one.spelling, other.spelling) ||
         agree(one.consonants, other.consonants);
}

bool may_have_one_given_name(const PersonNameSketch& one, const PersonNameSketch& other) {
  if (one.has_second_given_name || other.has_second_given_name) return true;
  if ((one.has_initial || other.has_initial) && one.begins_with == other.begins_with) return true;
  using Hash = PersonNameSketch::Hash;
  const auto has = [](std::span<const Hash> nicknames, Hash name) {
    return std::ranges::find(nicknames, name) != nicknames.end();
  };
  return may_be_spellings(one.first, other.first) || has(one.nicknames, other.first.text) ||
         has(other.nicknames, one.first.text) || (one.by_ear != 0 && one.by_ear == other.by_ear);
}

bool is_end_of(const PersonName& part, const PersonName& full) {
  if (part.words.size() >= full.words.size()) return false;
  return std::equal(part.words.rbegin(), part.words.rend(), full.words.rbegin());
}

}  // namespace

PersonName parse_person_name(std::string_view name) {
  WrittenName written = read_words(name);
  turn_round(written);
  const bool in_capitals = std::ranges::all_of(written.words, is_all_capitals);
  make_capitals_ordinary(written.words);
  PersonName parsed;
  parsed.nickname = written.nickname;
  for (const std::string& word : written.words) {
    if (!parsed.shown.empty()) parsed.shown += ' ';
    parsed.shown += word;
    add_folded(word, in_capitals, parsed.words);
  }
  take_suffix(parsed);
  parsed.surname = surname_of(parsed.words);
  return parsed;
}

std::string letters_of(const PersonName& name) {
  std::string letters;
  for (const std::string& word : name.words) letters += word;
  std::erase(letters, '-');
  return letters;
}

std::string spelling_block(std::string_view folded_word) {
  const std::string key = spelling_key(folded_word);
  const std::string left = consonants(key);
  return left.size() >= telling_consonants ? left : key;
}

bool are_spellings_of_one_name(std::string_view one, std::string_view other) {
  if (one == other) return true;
  if (one.size() < shortest_spelling || other.size() < shortest_spelling ||
      is_patronymic_pair(one, other)) {
    return false;
  }
  const std::string key = spelling_key(one);
  const std::string other_key = spelling_key(other);
  if (key == other_key) return true;
  const std::string left = consonants(key);
  return left.size() >= telling_consonants && left == consonants(other_key) &&
         key.front() == other_key.front() && is_vowel(key.back()) == is_vowel(other_key.back());
}

bool are_compatible_given_names(std::string_view one, std::string_view other) {
  if (one == other) return true;
  if (is_initial(one) || is_initial(other)) return one.front() == other.front();
  return nicknames().share(one, other) || are_spellings_of_one_name(one, other);
}

bool may_be_one_person(const PersonName& one, const PersonName& other) {
  if (one.is_bare() || other.is_bare() || have_suffix_conflict(one, other)) return false;
  if (letters_of(one) == letters_of(other)) return true;
  if (is_turned(one.words, other.words)) return true;
  if (have_one_surname(one, other)) {
    if (one.nickname == other.words[0] || other.nickname == one.words[0]) return true;
    if (have_compatible_given_names(given_names(one), given_names(other))) return true;
    if (one.last_word() != other.last_word() &&
        are_given_names_by_ear(one.words[0], other.words[0])) {
      return true;
    }
  }
  const bool one_is_shorter = one.words.size() < other.words.size();
  const PersonName& shorter = one_is_shorter ? one : other;
  const PersonName& longer = one_is_shorter ? other : one;
  if (shorter.words.size() < 2 || shorter.words.size() == longer.words.size()) return false;
  if (is_end_of(shorter, longer)) return true;
  return std::ranges::none_of(shorter.words, is_initial) && shorter.words[0] == longer.words[0] &&
         is_subsequence(shorter.words, longer.words);
}

bool has_leading_surname(const PersonName& name) {
  return name.words.size() > 1 && name.words.size() <= 3 &&
         is_one_of(leading_surnames, name.words[0]);
}

PersonNameSketch sketch_of(const PersonName& full_name) {
  const Words& words = full_name.words;
  PersonNameSketch sketch;
  sketch.letters = hash_of(letters_of(full_name));
  for (const std::string& word : words) sketch.bag += hash_of(word);
  sketch.size = static_cast<std::uint32_t>(words.size());
  sketch.first = sketch_of_word(words.front());
  sketch.last = sketch_of_word(words.back());
  sketch.before_last = hash_of(words[words.size() - 2]);
  const std::string heard = consonants(spelling_key(words.front()));
  if (heard.size() >= least_consonants_by_ear) sketch.by_ear = hash_of(heard);
  sketch.begins_with = words.front().front();
  sketch.has_initial = is_initial(words.front());
  sketch.has_second_given_name =
      !full_name.nickname.empty() || (sketch.has_initial && given_names(full_name).size() > 1);
  sketch.nicknames = nicknames().hashes(words.front());
  return sketch;
}

bool are_alike(const PersonNameSketch& one, const PersonNameSketch& other) {
  if (may_be_spellings(one.last, other.last) && may_have_one_given_name(one, other)) return true;
  if (one.letters == other.letters || one.bag == other.bag) return true;
  if (one.size == other.size) return false;
  return one.first.text == other.first.text ||
         (one.last.text == other.last.text && one.before_last == other.before_last);
}

std::string surname_key(const PersonName& name) { return "s" + spelling_block(name.last_word()); }

std::vector<std::string> full_name_keys(const PersonName& name) {
  std::vector<std::string> keys = {surname_key(name), "l" + letters_of(name)};
  if (name.words.size() < 2) return keys;
  keys.push_back("b" + name.words[0] + ' ' + name.words[1]);
  if (has_leading_surname(name)) keys.push_back("s" + spelling_block(name.words[0]));
  Words sorted = name.words;
  std::ranges::sort(sorted);
  std::string turned = "t";
  for (const std::string& word : sorted) turned += word + ' ';
  keys.push_back(std::move(turned));
  return keys;
}

PartOfName part_of_name(const PersonName& bare, const PersonName& full) {
  if (bare.words.empty() || full.words.size() < 2) return PartOfName::none;
  if (have_suffix_conflict(bare, full)) return PartOfName::none;
  if (is_end_of(bare, full)) return PartOfName::surname;
  const std::string& word = bare.last_word();
  if (is_initial(word)) return PartOfName::none;
  if (are_spellings_of_one_name(word, full.last_word())) return PartOfName::surname;
  if (bare.words.size() > 1) return PartOfName::none;
  if (!full.nickname.empty() && full.nickname == word) return PartOfName::given;
  if (word == full.words[0] && has_leading_surname(full)) return PartOfName::surname;
  if (word == full.words[0] || nicknames().share(word, full.words[0])) return PartOfName::given;
  for (const std::string& part : full.words) {
    if (part == word) return PartOfName::other;
    // "Geun-hye" of "Park Geun-hye" is equal; "Bergqvist" is not "Lopez-Bergqvist".
  }
  return PartOfName::none;
}

int fullness(const PersonName& name) {
  int full = 0;
  for (const std::string& word : name.words) full += is_initial(word) ? 1 : 4;
  return full + (name.suffix.empty() ? 0 : 2);
}

}  // namespace broadsheet
