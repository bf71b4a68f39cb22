#include "indexer/extract/names.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_set>

#include "indexer/extract/byline_words.hpp"
#include "indexer/extract/entities.hpp"
#include "indexer/people/given_names.hpp"
#include "indexer/people/name_words.hpp"
#include "schema/article.hpp"
#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

constexpr std::size_t max_byline_bytes = 2'000;
constexpr std::size_t max_name_characters = 60;
constexpr std::size_t max_outlet_bytes = 36;

using Words = std::vector<std::string_view>;

bool contains(std::initializer_list<std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

using WordSet = std::unordered_set<std::string_view>;

WordSet word_set(std::string_view list, char mark) {
  WordSet words;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(mark), list.size());
    const std::string_view word = list.substr(0, end);
    if (!word.empty() && word.front() != '#') words.insert(word);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return words;
}

// Also of words joined by hyphens ("Jane-Doe-Stiftung").
bool is_desk_word(std::string_view folded) {
  static const WordSet words = word_set(desk_words, ' ');
  while (!folded.empty()) {
    const std::size_t end = std::min(folded.find('-'), folded.size());
    if (words.contains(folded.substr(0, end))) return true;
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  return false;
}

bool begins_job(std::string_view folded) {
  static const WordSet words = word_set(job_words, ' ');
  return words.contains(folded);
}

bool is_agency(std::string_view folded) {
  static const WordSet words = word_set(agency_words, ' ');
  return words.contains(folded);
}

bool is_nobody_word(std::string_view folded) {
  static const WordSet words = word_set(nobody_words, ' ');
  return words.contains(folded);
}

bool is_month_or_day(std::string_view folded) {
  static const WordSet words = word_set(month_and_day_words, ' ');
  return words.contains(folded);
}

// Whether persons are called so; `word` as written.
bool is_given_name(std::string_view word) {
  static const WordSet names = word_set(people::given_name_lines, '\n');
  static const WordSet ambiguous = word_set(people::ambiguous_given_names, ' ');
  if (ambiguous.contains(text::fold(word))) return false;
  return names.contains(word) || names.contains(word.substr(0, word.find('-')));
}

bool is_particle(std::string_view word) {
  return contains({"de",  "da",    "do",  "dos", "das", "di",  "del", "della", "van", "von",  "der",
                   "den", "la",    "le",  "el",  "al",  "bin", "ibn", "ben",   "abu", "bint", "du",
                   "des", "ter",   "ten", "te",  "zu",  "af",  "av",  "y",     "e",   "of",   "st",
                   "dal", "dalla", "lo",  "los", "las", "ul",  "al-", "el-",   "d'",  "'t",   "op"},
                  word);
}

bool is_cjk(char32_t c) {
  return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) ||
         (c >= 0xac00 && c <= 0xd7af) || c == 0x3005;
}

Words split(std::string_view text, char mark) {
  Words parts;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(mark, begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

Words split_words(std::string_view text) { return split(text, ' '); }

bool has_desk_word(const Words& words) {
  return std::ranges::any_of(words,
                             [](std::string_view word) { return is_desk_word(text::fold(word)); });
}

std::string join(const Words& words) {
  std::string text;
  for (const std::string_view word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

struct Shape {
  std::size_t characters = 0;
  std::size_t letters = 0;
  std::size_t upper = 0;
  std::size_t lower = 0;
  std::size_t cjk = 0;
  bool begins_capital = false;  // Or with a letter of a script without capitals.
  bool is_clean = true;         // Letters, marks, periods, apostrophes and hyphens only.
};

Shape shape_of(std::string_view word) {
  Shape shape;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = text::next_character(word, at);
    const auto code = static_cast<UChar32>(c);
    const bool is_letter = u_isalpha(code) != 0;
    const bool is_lower = u_islower(code) != 0;
    if (shape.characters == 0) shape.begins_capital = is_letter && !is_lower;
    // d'Arcy, l'Estrange
    if (shape.characters == 2 && is_letter && !is_lower) shape.begins_capital = true;
    ++shape.characters;
    if (is_letter) ++shape.letters;
    if (is_cjk(c)) ++shape.cjk;
    if (u_isupper(code)) ++shape.upper;
    if (is_lower) ++shape.lower;
    const bool is_mark = u_charType(code) == U_NON_SPACING_MARK ||
                         u_charType(code) == U_COMBINING_SPACING_MARK || c == 0x200c || c == 0x30fb;
    if (!is_letter && !is_mark && c != '.' && c != '\'' && c != 0x2019 && c != '-' && c != 0x2010)
      shape.is_clean = false;
  }
  return shape;
}

bool is_cjk_name(std::string_view text, const Shape& shape) {
  if (shape.cjk != shape.characters || shape.characters < 2 || shape.characters > 6) return false;
  for (const std::string_view desk :
       {"社",   "部",   "報",     "报",   "网",   "網",       "局",   "編集", "编辑", "新聞",
        "新闻", "通信", "通讯",   "日报", "뉴스", "신문",     "일보", "연합", "来源", "來源",
        "最新", "作者", "时间",   "發布", "发布", "评论",     "文章", "点击", "阅读", "摄影",
        "标签", "편집", "기자단", "記者", "记者", "ニュース", "取材", "方式"}) {
    if (text.find(desk) != text.npos) return false;
  }
  return true;
}

std::string with_case(std::string_view word, bool lower_rest) {
  std::string cased;
  bool begins = true;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = text::next_character(word, at);
    const auto code = static_cast<UChar32>(c);
    const bool keep = begins || !lower_rest;
    text::append_utf8(cased, static_cast<char32_t>(keep ? u_toupper(code) : u_tolower(code)));
    begins = !u_isalpha(code) || (cased == "Mc");
  }
  return cased;
}

// "JANE DE LA CRUZ" to "Jane de la Cruz".
std::string lower_capitals(const Words& words) {
  std::string name;
  for (const std::string_view word : words) {
    if (!name.empty()) name += ' ';
    const std::string folded = text::fold(word);
    const Shape shape = shape_of(word);
    const bool initials = shape.characters <= 2 && !is_particle(folded);
    if (!name.empty() && is_particle(folded)) {
      name += folded;
    } else {
      name += with_case(word, !initials);
    }
  }
  return name;
}

std::string squashed(std::string_view text) {
  std::string letters;
  text::Tokeniser tokeniser(text);
  text::Token token;
  while (tokeniser.next(token)) letters += text::fold(token.surface);
  return letters;
}

// "新报记者 王小明", the outlet before the word for a reporter.
std::size_t outlets_reporter_bytes(std::string_view text) {
  for (const std::string_view reporter : {"记者", "記者"}) {
    const std::size_t at = text.substr(0, max_outlet_bytes).find(reporter);
    if (at == text.npos || at + reporter.size() + 3 > text.size()) continue;
    if (shape_of(text.substr(0, at)).cjk * 3 == at) return at + reporter.size();
  }
  return 0;
}

// "By", "Von", "Written by" and their like, in the languages of the news.
std::size_t byline_word_bytes(std::string_view text) {
  std::string lower;
  for (const char c : text.substr(0, 32))
    lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  for (const std::string_view opening : byline_openings) {
    if (lower.compare(0, opening.size(), opening) != 0) continue;
    const std::size_t end = opening.size();
    if (end == text.size()) return end;
    if (text[end] == ' ' || text[end] == ':') return end + 1;
    // Dumps run words together: "ByJane Doe".
    if (opening == "by" && text[end] >= 'A' && text[end] <= 'Z' && text[1] == 'y') return end;
  }
  for (const std::string_view opening : joined_openings) {
    if (text.substr(0, opening.size()) == opening) return opening.size();
  }
  return outlets_reporter_bytes(text);
}

std::string_view trim(std::string_view text, std::string_view marks) {
  const std::size_t begin = text.find_first_not_of(marks);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(marks) - begin + 1);
}

std::string without_brackets(std::string_view text) {
  std::string kept;
  int depth = 0;
  for (const char c : text) {
    if (c == '(' || c == '[' || c == '{' || c == '<') {
      ++depth;
    } else if (c == ')' || c == ']' || c == '}' || c == '>') {
      depth = std::max(0, depth - 1);
      kept += ' ';
    } else if (depth == 0) {
      kept += c;
    }
  }
  return kept;
}

// "王小明 李建国 张伟": several persons; of two short words the first may be the family's name.
bool are_cjk_names(const Words& words) {
  std::size_t long_names = 0;
  for (const std::string_view word : words) {
    const Shape shape = shape_of(word);
    if (shape.cjk != shape.characters || shape.cjk < 2 || shape.cjk > 4) return false;
    if (shape.cjk > 2) ++long_names;
  }
  return words.size() > 2 || (words.size() == 2 && long_names == 2);
}

// Parts of a byline: at marks and at words for "and".
std::vector<std::string> split_byline(const std::string& byline) {
  std::string marked;
  for (std::size_t at = 0; at < byline.size();) {
    const std::size_t begin = at;
    const char32_t c = text::next_character(byline, at);
    const bool parts = c == ',' || c == ';' || c == '|' || c == '/' || c == '&' || c == '\n' ||
                       c == 0xb7 || c == 0x2022 || c == 0x3001 || c == 0xff0c || c == 0xff0f ||
                       c == 0x2013 || c == 0x2014 || c == 0x3000 || c == ':' || c == 0xff1a ||
                       c == 0x22c5 || c == 0x25cf || c == 0xff5c || c == 0xff06;
    const bool spaced_hyphen = c == '-' && begin > 0 && byline[begin - 1] == ' ';
    if (parts || spaced_hyphen) {
      marked += '\n';
    } else {
      marked.append(byline, begin, at - begin);
    }
  }
  std::vector<std::string> parts(1);
  std::size_t begin = 0;
  while (begin <= marked.size()) {
    const std::size_t end = std::min(marked.find_first_of(" \n", begin), marked.size());
    const std::string_view word = std::string_view(marked).substr(begin, end - begin);
    const bool is_and =
        contains({"and", "und", "et",  "y", "og", "och", "en",  "oraz", "with", "mit",
                  "con", "ja",  "dan", "и", "та", "και", "AND", "And",  "UND",  "ve"},
                 word);
    const bool is_e = word == "e" || word == "i" || word == "a";
    if (is_and || is_e) {
      parts.emplace_back();
    } else if (!word.empty()) {
      if (!parts.back().empty()) parts.back() += ' ';
      parts.back() += word;
    }
    if (end < marked.size() && marked[end] == '\n') parts.emplace_back();
    begin = end + 1;
  }
  std::erase(parts, std::string());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Words words = split_words(parts[i]);
    if (!are_cjk_names(words)) continue;
    const std::vector<std::string> names(words.begin(), words.end());
    parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i));
    parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(i), names.begin(), names.end());
    i += names.size() - 1;
  }
  return parts;
}

// What follows these words is a place, an outlet or a job.  Behind a whole name they end it in
// capitals too.
bool ends_name(std::string_view word, bool is_whole) {
  if (is_whole && contains({"For", "At", "From", "The", "the", "FOR", "THE"}, word)) return true;
  return contains(
      {"in",  "for", "at",  "from", "aus", "für", "pour", "para", "per",     "voor",   "för",
       "til", "is",  "has", "on",   "im",  "à",   "em",   "en",   "reports", "writes", "desde"},
      word);
}

// "张三记者", "홍길동기자": the job stands behind the name.
void cut_job_behind(std::string_view& word) {
  for (const std::string_view job : {"기자", "특파원", "記者", "记者", "報道", "著", "訳"}) {
    if (word.size() > job.size() + 3 && word.ends_with(job)) {
      word.remove_suffix(job.size());
      return;
    }
  }
}

// What stands behind a name in a line of facts.
bool is_cjk_label(std::string_view word) {
  for (const std::string_view label : {"来源", "來源", "编辑", "編輯", "责任", "責任", "时间",
                                       "时間", "发布", "發布", "摄影", "攝影", "通讯员"}) {
    if (word.starts_with(label)) return true;
  }
  return false;
}

std::string name_in(std::string part) {
  part.erase(0, byline_word_bytes(part));
  Words words = split_words(trim(part, " .,:;\"'*-"));
  if (words.size() > 1 && contains({"기자", "특파원", "記者", "记者", "著", "訳"}, words.back()))
    words.pop_back();
  if (words.size() == 1) cut_job_behind(words[0]);
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string folded = text::fold(words[i]);
    if (is_cjk_label(words[i])) words.resize(i);
    if (i >= words.size()) break;
    const bool is_note = begins_job(folded) || is_agency(folded) || is_month_or_day(folded);
    if (ends_name(words[i], i >= 2) || (i >= 2 && is_note)) words.resize(i);
  }
  const std::string written = join(words);
  const Shape shape = shape_of(written);
  if (words.size() > 1 && shape.lower == 0 && shape.upper > 3) return lower_capitals(words);
  return written;
}

// A person's own site is called as they are.
bool is_persons_site(std::string_view name) {
  const Words words = split_words(name);
  return words.size() >= 2 && words.size() <= 3 && is_given_name(words.front());
}

bool is_site(std::string_view name, const std::vector<std::string>& site_names) {
  const std::string letters = squashed(name);
  return std::any_of(site_names.begin(), site_names.end(),
                     [&](const std::string& site) { return squashed(site) == letters; });
}

// Whether both may be names of one person, `shorter` being the shorter form.
bool is_short_form(std::string_view shorter, std::string_view fuller) {
  const Words few = split_words(shorter);
  const Words many = split_words(fuller);
  if (few.empty() || many.empty() || few.size() > many.size()) return false;
  if (text::fold(few.back()) != text::fold(many.back())) return false;
  const std::string first = text::fold(few.front());
  const std::string fuller_first = text::fold(many.front());
  return first == fuller_first || (first.size() == 1 && fuller_first.substr(0, 1) == first);
}

void add_name(std::vector<std::string>& names, std::string name) {
  for (std::string& known : names) {
    if (is_short_form(name, known)) return;
    if (is_short_form(known, name)) {
      known = std::move(name);
      return;
    }
  }
  if (names.size() < Article::max_authors) names.push_back(std::move(name));
}

// "DOE, JANE": library order.
std::string turned(const std::string& byline) {
  const std::size_t comma = byline.find(',');
  if (comma == byline.npos || byline.find(',', comma + 1) != byline.npos) return byline;
  const Words family = split_words(std::string_view(byline).substr(0, comma));
  const Words given = split_words(std::string_view(byline).substr(comma + 1));
  const bool initial_last = given.size() == 2 && shape_of(given[1]).characters <= 2;
  if (family.size() != 1 || (given.size() != 1 && !initial_last)) return byline;
  if (is_desk_word(text::fold(family[0])) || is_desk_word(text::fold(given[0]))) return byline;
  return join(given) + ' ' + std::string(family[0]);
}

bool is_address(std::string_view text) {
  return text.find("://") != text.npos || text.find("www.") != text.npos;
}

// A byline as a reader sees it, without "By"; lines stay apart.  Empty if it is an address.
std::string plain_byline(std::string_view byline) {
  if (byline.size() > max_byline_bytes) return {};
  const std::string plain = without_brackets(strip_markup(decode_entities_fully(byline)));
  std::string line;
  for (const std::string_view piece : split(plain, '\n')) {
    const std::string collapsed = text::collapse_space(text::clean_utf8(piece));
    if (collapsed.empty()) continue;
    if (!line.empty()) line += '\n';
    line += collapsed;
  }
  if (is_address(line)) return {};
  line.erase(0, byline_word_bytes(line));
  return line;
}

// "example.com", but not "jane.doe".
bool is_host(std::string_view word) {
  const std::size_t period = word.rfind('.');
  if (period == word.npos) return false;
  return contains({"at", "au", "be", "biz", "br",  "ca",  "ch", "cn", "co",  "com",  "cz", "de",
                   "dk", "es", "eu", "fi",  "fr",  "gov", "hu", "ie", "in",  "info", "io", "it",
                   "jp", "kr", "me", "mx",  "net", "nl",  "no", "nz", "org", "pl",   "pt", "ro",
                   "ru", "se", "sk", "tr",  "tv",  "uk",  "us", "za", "ar"},
                  word.substr(period + 1));
}

// "Jana", "jdoe", "night.owl", "ana garcia": what people call themselves on their own pages.
bool is_pen_name(std::string_view name) {
  const Words words = split_words(name);
  const Shape shape = shape_of(name);
  if (words.size() == 2) {
    return shape_of(words[0]).is_clean && shape_of(words[1]).is_clean && !has_desk_word(words) &&
           is_given_name(with_case(words[0], true));
  }
  if (words.size() != 1 || shape.characters < 3 || shape.characters > 25 || shape.letters < 3)
    return false;
  if (name.find_first_of("@:/?!,\"") != name.npos) return false;
  // A code of an agency or of a colleague: "dpa", "jd".
  if (shape.characters < 4 && !shape.begins_capital) return false;
  if (shape.lower == 0 && shape.upper > 0 && shape.characters < 4) return false;
  const std::string folded = text::fold(name);
  if (is_host(folded)) return false;
  return !is_desk_word(folded) && !is_nobody_word(folded) && !begins_job(folded) &&
         !is_month_or_day(folded);
}

}  // namespace

bool is_person_name(std::string_view text) {
  const Words words = split_words(text);
  const Shape whole = shape_of(text);
  if (whole.characters > max_name_characters) return false;
  if (words.size() == 1) return is_cjk_name(text, whole);
  if (words.empty() || words.size() > 6) return false;
  if (contains({"the", "die", "der", "das", "les", "los", "het"}, text::fold(words[0])))
    return false;
  if (begins_job(text::fold(words[0]))) return false;
  std::size_t full_words = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Shape shape = shape_of(words[i]);
    const std::string folded = text::fold(words[i]);
    if (!shape.is_clean || is_desk_word(folded)) return false;
    // A sentence ends there, rather than "Jr." or "J.R.R.".
    if (i + 1 < words.size() && words[i].back() == '.' && shape.letters > 4) return false;
    if (!shape.begins_capital && !(is_particle(words[i]) && i + 1 < words.size())) return false;
    if (shape.begins_capital && shape.characters >= 2 && words[i].back() != '.') ++full_words;
  }
  return full_words >= 1 && !is_particle(text::fold(words.back()));
}

std::vector<std::string> author_names(std::string_view byline,
                                      const std::vector<std::string>& site_names) {
  std::vector<std::string> names;
  for (const std::string& part : split_byline(turned(plain_byline(byline)))) {
    std::string name = name_in(part);
    if (!is_person_name(name)) continue;
    if (!is_site(name, site_names) || is_persons_site(name)) add_name(names, std::move(name));
  }
  return names;
}

std::vector<std::string> author_names(const std::vector<std::string>& bylines,
                                      const std::vector<std::string>& site_names) {
  std::vector<std::string> names;
  for (const std::string& byline : bylines) {
    for (std::string& name : author_names(byline, site_names)) add_name(names, std::move(name));
  }
  return names;
}

bool begins_with_given_name(std::string_view name) {
  const Words words = split_words(name);
  return !words.empty() && is_given_name(words.front());
}

bool begins_byline(std::string_view line) { return byline_word_bytes(line) > 0; }

std::vector<std::string> pen_names(std::string_view claim,
                                   const std::vector<std::string>& site_names) {
  std::vector<std::string> names;
  const std::vector<std::string> parts = split_byline(plain_byline(claim));
  for (const std::string& part : parts) {
    const std::string_view name = trim(part, " .,:;\"'*-");
    if (is_site(name, site_names) || !is_pen_name(name)) return {};
    // "Ana & Luis", but not "Springfield, Ohio".
    if (parts.size() > 1 && !is_given_name(name)) return {};
    add_name(names, std::string(name));
  }
  return names;
}

bool names_desk(std::string_view claim) {
  const std::string line = plain_byline(claim);
  return has_desk_word(split_words(line));
}

}  // namespace broadsheet::indexer
