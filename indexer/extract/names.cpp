#include "indexer/extract/names.hpp"

#include <algorithm>

#include "indexer/extract/byline_words.hpp"
#include "indexer/extract/entities.hpp"
#include "indexer/extract/name_words.hpp"
#include "schema/article.hpp"
#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

constexpr std::size_t max_byline_bytes = 2'000;
constexpr std::size_t max_name_characters = 60;
constexpr std::size_t max_outlet_bytes = 36;
constexpr std::size_t max_collective_words = 8;

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
    const bool is_and = contains(
        {"and", "und", "et",  "y",  "og",  "och", "en", "oraz", "with", "mit", "con", "avec",
         "met", "med", "com", "ja", "dan", "и",   "та", "και",  "AND",  "And", "UND", "ve"},
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

bool is_reporter_word(std::string_view word) {
  return contains({"기자", "특파원", "記者", "记者", "著", "訳"}, word);
}

// "Ein Gastbeitrag von Anna Weiß", "Aus Berlin berichtet Anna Weiß": what stands before the name.
void cut_announcement(Words& words) {
  if (words.empty() || !contains({"ein", "eine", "aus", "an", "un", "une", "una", "en"},
                                 text::fold(words.front()))) {
    return;
  }
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (contains({"von", "by", "par", "por", "di", "door", "berichtet", "berichten"}, words[i])) {
      words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i + 1));
      return;
    }
  }
}

Words words_of_part(std::string_view part) {
  while (part.starts_with("・") || part.starts_with("：")) part.remove_prefix(3);
  Words words = split_words(trim(part, " .,:;\"'*-"));
  std::erase_if(words, [](std::string_view word) { return word.find('@') != word.npos; });
  cut_announcement(words);
  // Romanian and Spanish "by".
  if (words.size() == 3 && words[0] == "de" && is_given_name(words[1])) words.erase(words.begin());
  if (words.size() == 1) cut_job_behind(words[0]);
  return words;
}

std::string name_in(std::string part) {
  part.erase(0, byline_word_bytes(part));
  Words words = words_of_part(part);
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string folded = text::fold(words[i]);
    const bool is_note = begins_job(folded) || is_agency(folded) || is_month_or_day(folded);
    if (is_cjk_label(words[i]) || is_reporter_word(words[i]) || ends_name(words[i], i >= 2) ||
        (i >= 2 && is_note)) {
      words.resize(i);
    }
  }
  std::string written = join(words);
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

// Where "; Fotos: John Roe" begins: who made the pictures did not write.
std::size_t credit_begin(std::string_view line) {
  for (std::size_t at = line.find_first_of(";,|/\n"); at != line.npos;
       at = line.find_first_of(";,|/\n", at + 1)) {
    const std::size_t begin = std::min(line.find_first_not_of(' ', at + 1), line.size());
    const std::size_t end = std::min(line.find_first_of(" :\n", begin), line.size());
    if (end < line.size() && end + 1 < line.size() &&
        contains({"bild", "bilder", "editing", "foto", "fotos", "grafik", "illustration",
                  "illustrationen", "illustrations", "photo", "photographs", "photography",
                  "photos", "pictures", "video"},
                 text::fold(line.substr(begin, end - begin)))) {
      return at;
    }
  }
  return line.size();
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
  line.resize(credit_begin(line));
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
  if (shape.cjk > 0 && !is_cjk_name(name, shape)) return false;
  const std::string folded = text::fold(name);
  if (is_host(folded)) return false;
  return !is_desk_word(folded) && !is_nobody_word(folded) && !begins_job(folded) &&
         !is_month_or_day(folded);
}

// Where the name of a desk ends: before its helpers ("La rédaction avec NCW") and before a month.
std::size_t desk_end(std::string_view line) {
  std::size_t end = 0;
  for (const std::string_view word : split_words(line)) {
    const auto begin = static_cast<std::size_t>(word.data() - line.data());
    const bool is_note = contains({"avec", "con", "mit", "with"}, word) ||
                         is_month_or_day(text::fold(trim(word, ".,")));
    if (begin > 0 && is_note) break;
    end = begin + word.size();
  }
  return end;
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

std::string collective_name(std::string_view claim) {
  const std::string line = plain_byline(claim);
  const std::string_view name =
      trim(std::string_view(line).substr(0, desk_end(line)), " .,:;\"'*|-");
  const Shape shape = shape_of(name);
  const Words words = split_words(name);
  if (words.empty() || words.size() > max_collective_words || shape.letters < 3 ||
      shape.letters + 2 * words.size() + 4 < shape.characters ||
      shape.characters > max_name_characters || name.find_first_of("@\n") != name.npos) {
    return {};
  }
  const bool says_nothing = std::ranges::all_of(
      words, [](std::string_view word) { return is_nobody_word(text::fold(word)); });
  return says_nothing ? std::string() : std::string(name);
}

bool names_desk(std::string_view claim) {
  const std::string line = plain_byline(claim);
  return has_desk_word(split_words(line));
}

}  // namespace broadsheet::indexer
