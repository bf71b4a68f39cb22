#include "indexer/people/recogniser.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "indexer/people/given_names.hpp"
#include "indexer/people/name_words.hpp"
#include "schema/text.hpp"

namespace broadsheet::indexer::people {
namespace {

using WordSet = std::unordered_set<std::string_view>;

constexpr std::size_t most_name_words = 5;
constexpr std::size_t mentions_to_be_about = 3;

WordSet word_set(std::string_view list) {
  WordSet words;
  std::size_t begin = 0;
  while (begin < list.size()) {
    const std::size_t end = std::min(list.find(' ', begin), list.size());
    if (end > begin) words.insert(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

WordSet given_name_set() {
  WordSet names;
  std::string_view lines = given_name_lines;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    if (!line.empty() && line.front() != '#') names.insert(line);
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return names;
}

struct Lexicon {
  WordSet given_names = given_name_set();
  WordSet titles = word_set(people::titles);
  WordSet weak_titles = word_set(people::weak_titles);
  WordSet thing_words = word_set(people::thing_words);
  WordSet opening_words = word_set(people::opening_words);
  WordSet ambiguous = word_set(ambiguous_given_names);
  WordSet particles = word_set(people::particles);
};

// ---- Words of a paragraph -----------------------------------------------------------------------

struct Word {
  std::string_view text;  // Without marks around it and possessive.
  std::string lower;
  bool is_capital = false;       // Begins with one.
  bool is_all_capitals = false;  // Two letters or more.
  bool begins_sentence = false;
  bool parted_before = false;  // A mark other than a space stands between it and the word before.
  bool parted_after = false;
  bool comma_after = false;
  bool possessive = false;
};

bool is_upper_start(std::string_view word) {
  std::size_t at = 0;
  return !word.empty() && u_isupper(static_cast<UChar32>(text::next_character(word, at))) != 0;
}

bool is_all_upper(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const auto c = static_cast<UChar32>(text::next_character(word, at));
    if (u_islower(c)) return false;
    if (u_isupper(c)) ++letters;
  }
  return letters >= 2;
}

std::string lowered(std::string_view word) {
  std::string lower;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = text::next_character(word, at);
    if (c == 0x2019) {
      lower += '\'';
    } else {
      text::append_utf8(lower, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
    }
  }
  return lower;
}

bool is_name_mark(char32_t c) { return c == '\'' || c == 0x2019 || c == '-' || c == 0x2010; }

// Splits at white space, then takes off the marks at both ends and notes what they part.
class WordReader {
 public:
  explicit WordReader(std::string_view text) : text_(text) {}

  std::vector<Word> words() {
    std::vector<Word> found;
    bool sentence_begins = true;
    bool parted = true;
    while (at_ < text_.size()) {
      const std::size_t end = std::min(text_.find(' ', at_), text_.size());
      std::string_view chunk = text_.substr(at_, end - at_);
      at_ = end + 1;
      add_chunk(chunk, found, sentence_begins, parted);
    }
    return found;
  }

 private:
  void add_chunk(std::string_view chunk, std::vector<Word>& found, bool& sentence_begins,
                 bool& parted) {
    while (!chunk.empty()) {
      const std::size_t begin = first_letter(chunk);
      if (begin > 0) note_marks(chunk.substr(0, begin), found, sentence_begins, parted);
      chunk.remove_prefix(begin);
      if (chunk.empty()) return;
      const std::size_t length = word_length(chunk);
      add_word(chunk.substr(0, length), found, sentence_begins, parted);
      chunk.remove_prefix(length);
    }
  }

  static std::size_t first_letter(std::string_view chunk) {
    for (std::size_t at = 0; at < chunk.size();) {
      const std::size_t begin = at;
      if (u_isalnum(static_cast<UChar32>(text::next_character(chunk, at)))) return begin;
    }
    return chunk.size();
  }

  static std::size_t word_length(std::string_view chunk) {
    std::size_t length = 0;
    for (std::size_t at = 0; at < chunk.size();) {
      const char32_t c = text::next_character(chunk, at);
      const auto code = static_cast<UChar32>(c);
      if (u_isalnum(code) || u_charType(code) == U_NON_SPACING_MARK) {
        length = at;
      } else if (c == '.' && length <= 2) {
        // An initial, "J." or "J.R.", keeps its period; so does nothing longer.
        if (length == 1 || (length > 1 && chunk[length - 2] == '.')) length = at;
      } else if (!is_name_mark(c) || at >= chunk.size()) {
        break;
      }
      if (c == '.' && length != at) break;
    }
    return std::max<std::size_t>(length, 1);
  }

  void add_word(std::string_view text, std::vector<Word>& found, bool& sentence_begins,
                bool& parted) {
    Word word;
    word.text = text;
    for (const std::string_view ending : {"'s", "’s", "'S", "’S"}) {
      if (text.size() > ending.size() && text.substr(text.size() - ending.size()) == ending) {
        word.text = text.substr(0, text.size() - ending.size());
        word.possessive = true;
        break;
      }
    }
    word.is_capital = is_upper_start(word.text);
    word.is_all_capitals = word.is_capital && is_all_upper(word.text);
    word.lower = lowered(word.text);
    word.begins_sentence = sentence_begins;
    word.parted_before = parted;
    sentence_begins = false;
    parted = word.possessive;
    word.parted_after = word.possessive;
    // A possessive may stand apart: "Trump 's".
    if (!found.empty() && word.lower == "s" && text.size() == 1 && found.back().parted_after)
      return;
    found.push_back(std::move(word));
  }

  static void note_marks(std::string_view marks, std::vector<Word>& found, bool& sentence_begins,
                         bool& parted) {
    const bool abbreviation = marks == "." && !found.empty() && is_abbreviation(found.back());
    if (abbreviation) return;
    for (std::size_t at = 0; at < marks.size();) {
      const char32_t c = text::next_character(marks, at);
      if (c == '.' || c == '!' || c == '?' || c == ':' || c == 0x2026 || c == 0x2022)
        sentence_begins = true;
      if (c == '"' || c == 0x201c || c == 0x201e || c == 0xab) sentence_begins = true;
      if (c == ',' && !found.empty()) found.back().comma_after = true;
    }
    parted = true;
    if (!found.empty()) found.back().parted_after = true;
  }

  static bool is_abbreviation(const Word& word) {
    static const WordSet abbreviations = word_set(
        "mr mrs ms dr prof sen rep gov gen lt col maj capt cmdr sgt adm rev st jr sr hon pres");
    return abbreviations.count(word.lower) != 0;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

// ---- Persons of a story -------------------------------------------------------------------------

struct Known {
  std::string name;                // The fullest form so far.
  std::vector<std::string> words;  // Of that form, lower case.
  std::uint32_t mentions = 0;
  std::size_t first_mention = 0;  // In the order of mentions.
  bool about = false;
  bool given = false;  // By the input, not found by us.
};

std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words;
  for (const Word& word : WordReader(name).words()) words.push_back(word.lower);
  return words;
}

bool is_suffix(std::string_view word) {
  return word == "jr" || word == "sr" || word == "ii" || word == "iii" || word == "iv";
}

const std::string& surname(const std::vector<std::string>& words) {
  return words.size() > 1 && is_suffix(words.back()) ? words[words.size() - 2] : words.back();
}

bool are_given_names_compatible(const std::string& one, const std::string& other) {
  if (one == other) return true;
  const std::size_t common = std::min(one.size(), other.size());
  const bool initial = common == 1 || one[1] == '.' || other[1] == '.';
  if (initial) return one[0] == other[0];
  return common >= 3 && one.compare(0, 3, other, 0, 3) == 0;
}

// What holds for one place where a name may stand.
struct Candidate {
  std::size_t begin = 0;  // Words, end excluded.
  std::size_t end = 0;
  bool titled = false;
  bool strongly_titled = false;
};

// Finds the persons of one article.
class Story {
 public:
  Story(const Article& article, const Lexicon& lexicon);
  std::vector<Person> people();

 private:
  using Words = std::vector<Word>;

  void find_full_names(const Words& words, bool is_headline);
  void count_mentions(const Words& words, bool in_lead);

  std::size_t run_end(const Words& words, std::size_t begin) const;
  std::optional<Candidate> candidate(const Words& words, std::size_t begin, std::size_t end) const;
  bool is_person(const Words& words, const Candidate& candidate) const;
  bool has_person_nearby(const Words& words, const Candidate& candidate) const;

  bool is_thing(const Word& word) const;
  bool is_given_name(const Word& word) const;

  void add(const Words& words, const Candidate& candidate);
  void learn_bare_surname(const Words& words, const Candidate& candidate);
  Known* known_as(const std::vector<std::string>& words);
  std::size_t match_at(const Words& words, std::size_t at, Known*& person);

  const Article& article_;
  const Lexicon& lexicon_;
  std::vector<Words> texts_;  // The headline, then the paragraphs.
  std::vector<Known> known_;
  std::size_t next_mention_ = 0;
  std::unordered_map<std::string, std::vector<std::size_t>> by_surname_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_first_word_;
};

// Most words are capitalised, as American headlines are: capitals say nothing there.
bool is_title_case(const std::vector<Word>& words) {
  std::size_t capitals = 0;
  std::size_t counted = 0;
  for (const Word& word : words) {
    if (word.text.size() < 4) continue;
    ++counted;
    if (word.is_capital) ++capitals;
  }
  return counted >= 2 && capitals * 10 >= counted * 7;
}

bool is_credit(std::string_view paragraph) {
  for (const std::string_view opening :
       {"Reporting by", "(Reporting by", "Editing by", "(Editing by", "Additional reporting",
        "(Additional reporting", "Writing by", "(Writing by", "Compiled by"}) {
    if (paragraph.substr(0, opening.size()) == opening) return true;
  }
  return false;
}

Story::Story(const Article& article, const Lexicon& lexicon)
    : article_(article), lexicon_(lexicon) {
  texts_.push_back(WordReader(article.headline).words());
  if (article.body.empty() && !article.standfirst.empty())
    texts_.push_back(WordReader(article.standfirst).words());
  for (const std::string& paragraph : article.body) {
    texts_.push_back(is_credit(paragraph) ? Words() : WordReader(paragraph).words());
  }
  for (const Person& person : article.people) {
    Known known{person.name, name_words(person.name), 0, 0, person.about, true};
    if (known.words.empty()) known.words.push_back(person.name);
    const std::size_t index = known_.size();
    by_surname_[surname(known.words)].push_back(index);
    by_first_word_[known.words.front()].push_back(index);
    known_.push_back(std::move(known));
  }
}

bool Story::is_thing(const Word& word) const { return lexicon_.thing_words.count(word.lower) != 0; }

bool Story::is_given_name(const Word& word) const {
  if (lexicon_.given_names.count(word.text) != 0) return true;
  const std::size_t hyphen = word.text.find('-');
  return hyphen != word.text.npos && lexicon_.given_names.count(word.text.substr(0, hyphen)) != 0;
}

// The end of the run of words that may be one name with what stands before it.
std::size_t Story::run_end(const Words& words, std::size_t begin) const {
  std::size_t end = begin + 1;
  while (end < words.size() && !words[end].parted_before) {
    const Word& word = words[end];
    if (word.is_capital) {
      ++end;
      continue;
    }
    // A particle, if a capital follows.
    std::size_t next = end;
    while (next < words.size() && next < end + 3 && !words[next].parted_before &&
           !words[next].is_capital && lexicon_.particles.count(words[next].lower) != 0)
      ++next;
    if (next == end || next >= words.size() || words[next].parted_before || !words[next].is_capital)
      break;
    end = next + 1;
  }
  return end;
}

// The name in a run: what comes after titles, nationalities and words that begin sentences.
std::optional<Candidate> Story::candidate(const Words& words, std::size_t begin,
                                          std::size_t end) const {
  Candidate found{begin, end, false, false};
  for (std::size_t i = begin; i < end; ++i) {
    if (lexicon_.titles.count(words[i].lower) == 0) continue;
    // "Justice" or "Major" may be a surname at the end.
    if (i + 1 == end) break;
    found.begin = i + 1;
    found.titled = true;
    found.strongly_titled = lexicon_.weak_titles.count(words[i].lower) == 0;
  }
  while (found.begin < end && !found.titled &&
         lexicon_.opening_words.count(words[found.begin].lower) != 0)
    ++found.begin;
  // Someone known by an office ("Secretary of State Jane Doe"), or by a nationality, a party or a
  // job that we have no word for.
  const bool after_of = begin > 0 && words[begin - 1].lower == "of" && !words[begin].parted_before;
  for (std::size_t i = found.begin; !found.titled && i + 1 < end; ++i) {
    if (!is_given_name(words[i]) || lexicon_.ambiguous.count(words[i].lower) != 0) continue;
    const bool fits = i <= found.begin + 2 && !is_given_name(words[found.begin]) &&
                      (after_of || (i > 0 && !is_thing(words[i - 1])));
    if (i > found.begin && fits) found.begin = i;
    break;
  }
  if (found.begin >= end || end - found.begin > most_name_words) return std::nullopt;
  for (std::size_t i = found.begin; i < end; ++i) {
    if (is_thing(words[i])) return std::nullopt;
    const bool first = i == found.begin;
    if (first && !words[i].is_capital) return std::nullopt;
    if (words[i].is_all_capitals && words[i].text.size() > 2 &&
        words[i].text.find('.') == words[i].text.npos)
      return std::nullopt;
  }
  return found;
}

// "Jane Doe, 45,", "Jane Doe, who", "said Jane Doe", "Jane Doe said".
bool Story::has_person_nearby(const Words& words, const Candidate& candidate) const {
  const Word& last = words[candidate.end - 1];
  if (candidate.end < words.size() && !last.possessive) {
    const Word& next = words[candidate.end];
    const bool is_age = last.comma_after && next.text.size() == 2 && next.text[0] >= '1' &&
                        next.text[0] <= '9' && u_isdigit(next.text[1]);
    if (is_age) return true;
    if (last.comma_after && (next.lower == "who" || next.lower == "whose")) return true;
  }
  return false;
}

bool Story::is_person(const Words& words, const Candidate& candidate) const {
  const std::size_t count = candidate.end - candidate.begin;
  const Word& first = words[candidate.begin];
  if (count == 1) return false;
  if (lexicon_.opening_words.count(words[candidate.end - 1].lower) != 0) return false;
  const bool nearby = has_person_nearby(words, candidate);
  if (candidate.strongly_titled || nearby) return count <= 4;
  const bool is_initial = first.text.size() <= 4 && first.text.find('.') != first.text.npos;
  if (is_initial) return false;
  const bool given = is_given_name(first);
  if (given && lexicon_.ambiguous.count(first.lower) == 0) return count <= 4;
  if (candidate.titled) return given || count <= 3;
  // Korean given names: "Jae-in", "Jong-un".
  const std::string_view second = words[candidate.begin + 1].text;
  const std::size_t hyphen = second.find('-');
  return count == 2 && hyphen != second.npos && hyphen + 1 < second.size() && hyphen <= 6 &&
         second.size() <= 12 && second[hyphen + 1] >= 'a' && second[hyphen + 1] <= 'z' &&
         first.text.size() <= 5;
}

Known* Story::known_as(const std::vector<std::string>& words) {
  const auto found = by_surname_.find(surname(words));
  if (found == by_surname_.end()) return nullptr;
  for (const std::size_t index : found->second) {
    Known& person = known_[index];
    const bool one_is_bare = person.words.size() == 1 || words.size() == 1;
    if (one_is_bare || are_given_names_compatible(person.words.front(), words.front()))
      return &person;
  }
  return nullptr;
}

void Story::add(const Words& words, const Candidate& candidate) {
  std::string name;
  std::vector<std::string> lower;
  for (std::size_t i = candidate.begin; i < candidate.end; ++i) {
    if (!name.empty()) name += ' ';
    name += words[i].text;
    lower.push_back(words[i].lower);
  }
  if (name.size() > Article::max_name_bytes) return;
  if (Known* person = known_as(lower)) {
    if (lower.size() > person->words.size() && !person->given) {
      by_first_word_[lower.front()].push_back(static_cast<std::size_t>(person - known_.data()));
      person->name = std::move(name);
      person->words = std::move(lower);
    }
    return;
  }
  if (known_.size() >= Article::max_people) return;
  const std::size_t index = known_.size();
  by_surname_[surname(lower)].push_back(index);
  by_first_word_[lower.front()].push_back(index);
  known_.push_back({std::move(name), std::move(lower), 0, 0, false, false});
}

void Story::find_full_names(const Words& words, bool is_headline) {
  if (is_headline && is_title_case(words)) return;
  for (std::size_t at = 0; at < words.size();) {
    if (!words[at].is_capital) {
      ++at;
      continue;
    }
    const std::size_t end = run_end(words, at);
    const auto found = candidate(words, at, end);
    if (found && is_person(words, *found)) {
      add(words, *found);
    } else if (found && found->strongly_titled && found->end - found->begin == 1) {
      learn_bare_surname(words, *found);
    }
    at = end;
  }
}

// "Mr Doe" of whom no fuller name is given.
void Story::learn_bare_surname(const Words& words, const Candidate& candidate) {
  const Word& word = words[candidate.begin];
  if (word.text.size() < 3 || lexicon_.opening_words.count(word.lower) != 0) return;
  add(words, candidate);
}

// How many words from `at` on name a known person.
std::size_t Story::match_at(const Words& words, std::size_t at, Known*& person) {
  const std::string& first = words[at].lower;
  // The longest known name that stands here in full.
  std::size_t longest = 0;
  const auto by_first = by_first_word_.find(first);
  if (by_first != by_first_word_.end()) {
    for (const std::size_t index : by_first->second) {
      const std::vector<std::string>& name = known_[index].words;
      if (name.size() <= longest || at + name.size() > words.size()) continue;
      bool same = true;
      for (std::size_t i = 0; same && i < name.size(); ++i) same = words[at + i].lower == name[i];
      if (!same) continue;
      longest = name.size();
      person = &known_[index];
    }
  }
  if (longest > 0) return longest;
  // A given name that fits, some words, and the surname.
  for (std::size_t i = at; i < words.size() && i < at + most_name_words; ++i) {
    if (i > at && (words[i].parted_before ||
                   (!words[i].is_capital && lexicon_.particles.count(words[i].lower) == 0)))
      break;
    const auto by_surname = by_surname_.find(words[i].lower);
    if (by_surname == by_surname_.end()) continue;
    if (i == at) {
      person = &known_[by_surname->second.back()];
      return 1;
    }
    for (const std::size_t index : by_surname->second) {
      if (!are_given_names_compatible(known_[index].words.front(), first)) continue;
      person = &known_[index];
      return i + 1 - at;
    }
  }
  return 0;
}

void Story::count_mentions(const Words& words, bool in_lead) {
  for (std::size_t at = 0; at < words.size();) {
    Known* person = nullptr;
    std::size_t length = words[at].is_capital ? match_at(words, at, person) : 0;
    // "Jane Doe's" brother "John Doe" is another: a surname within an unknown longer name.
    const bool within_name = length == 1 && at > 0 && !words[at].parted_before &&
                             words[at - 1].is_capital && is_given_name(words[at - 1]) && person &&
                             person->words.size() > 1;
    const bool in_thing = length > 0 && at + length < words.size() &&
                          !words[at + length].parted_before && words[at + length].is_capital &&
                          !words[at + length - 1].possessive && is_thing(words[at + length]) &&
                          length == 1;
    if (length > 0 && !within_name && !in_thing) {
      if (person->mentions++ == 0) person->first_mention = next_mention_;
      ++next_mention_;
      if (in_lead) person->about = true;
    }
    at += std::max<std::size_t>(length, 1);
  }
}

std::vector<Person> Story::people() {
  for (std::size_t i = 1; i < texts_.size(); ++i) find_full_names(texts_[i], false);
  find_full_names(texts_[0], true);
  for (std::size_t i = 0; i < texts_.size(); ++i) count_mentions(texts_[i], i <= 1);
  std::stable_sort(known_.begin(), known_.end(), [](const Known& one, const Known& other) {
    if ((one.mentions == 0) != (other.mentions == 0)) return other.mentions == 0;
    return one.first_mention < other.first_mention;
  });
  std::vector<Person> found;
  for (const Known& person : known_) {
    if (person.mentions == 0 && !person.given) continue;
    const std::uint32_t mentions = std::max<std::uint32_t>(person.mentions, 1);
    found.push_back({person.name, mentions, person.about || mentions >= mentions_to_be_about});
  }
  return found;
}

}  // namespace

struct Recogniser::Data {
  Lexicon lexicon;
};

Recogniser::Recogniser() : data_(std::make_unique<const Data>()) {}
Recogniser::~Recogniser() = default;

std::vector<Person> Recogniser::people_in(const Article& article) const {
  return Story(article, data_->lexicon).people();
}

}  // namespace broadsheet::indexer::people
