#include "indexer/extract/names.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_set>

#include "indexer/extract/entities.hpp"
#include "schema/article.hpp"
#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

constexpr std::size_t max_byline_bytes = 2'000;
constexpr std::size_t max_name_characters = 60;

using Words = std::vector<std::string_view>;

bool contains(std::initializer_list<std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Words of desks, agencies, outlets and firms: no name of a person has one.
bool is_desk_word(const std::string& folded) {
  static const std::unordered_set<std::string_view> words = {"admin",
                                                             "administrator",
                                                             "advertorial",
                                                             "afp",
                                                             "agence",
                                                             "agencia",
                                                             "agencias",
                                                             "agencies",
                                                             "agency",
                                                             "agentschap",
                                                             "agentur",
                                                             "agenturen",
                                                             "agenzia",
                                                             "ajans",
                                                             "anonymous",
                                                             "ansa",
                                                             "apa",
                                                             "associated",
                                                             "association",
                                                             "author",
                                                             "authors",
                                                             "autor",
                                                             "autorin",
                                                             "belga",
                                                             "blog",
                                                             "bloomberg",
                                                             "board",
                                                             "broadcasting",
                                                             "bulletin",
                                                             "bureau",
                                                             "channel",
                                                             "chronicle",
                                                             "collective",
                                                             "columnist",
                                                             "com",
                                                             "company",
                                                             "contenido",
                                                             "content",
                                                             "contribution",
                                                             "contributor",
                                                             "contributors",
                                                             "correspondent",
                                                             "correspondents",
                                                             "ctk",
                                                             "daily",
                                                             "department",
                                                             "desk",
                                                             "digital",
                                                             "dpa",
                                                             "ecrit",
                                                             "editor",
                                                             "editora",
                                                             "editorial",
                                                             "editors",
                                                             "efe",
                                                             "equipe",
                                                             "equipo",
                                                             "espn",
                                                             "exchange",
                                                             "foundation",
                                                             "fr",
                                                             "freelance",
                                                             "gazette",
                                                             "gmbh",
                                                             "group",
                                                             "guest",
                                                             "haberler",
                                                             "haber",
                                                             "headlines",
                                                             "herald",
                                                             "homepage",
                                                             "http",
                                                             "https",
                                                             "ians",
                                                             "inc",
                                                             "info",
                                                             "institute",
                                                             "interfax",
                                                             "journal",
                                                             "kantor",
                                                             "keystone",
                                                             "latest",
                                                             "letters",
                                                             "limited",
                                                             "live",
                                                             "llc",
                                                             "lokalredaktion",
                                                             "ltd",
                                                             "lusa",
                                                             "magazine",
                                                             "magazin",
                                                             "mailonline",
                                                             "media",
                                                             "merkezi",
                                                             "network",
                                                             "news",
                                                             "newsdesk",
                                                             "newspaper",
                                                             "newsroom",
                                                             "newsteam",
                                                             "newswire",
                                                             "nieuws",
                                                             "noticias",
                                                             "ntb",
                                                             "null",
                                                             "office",
                                                             "onbekend",
                                                             "online",
                                                             "org",
                                                             "owner",
                                                             "pap",
                                                             "partner",
                                                             "podcast",
                                                             "portal",
                                                             "press",
                                                             "presse",
                                                             "prensa",
                                                             "producer",
                                                             "publisher",
                                                             "publishing",
                                                             "radio",
                                                             "readers",
                                                             "redaccion",
                                                             "redacao",
                                                             "redactie",
                                                             "redaction",
                                                             "redaktion",
                                                             "redaktionen",
                                                             "redakcja",
                                                             "redakce",
                                                             "redakcia",
                                                             "redaktor",
                                                             "redatto",
                                                             "redazione",
                                                             "report",
                                                             "reporter",
                                                             "reporters",
                                                             "reuters",
                                                             "ritzau",
                                                             "rss",
                                                             "sda",
                                                             "service",
                                                             "services",
                                                             "shareable",
                                                             "sponsor",
                                                             "sponsored",
                                                             "sport",
                                                             "sports",
                                                             "staff",
                                                             "stt",
                                                             "studio",
                                                             "szerkeszto",
                                                             "tass",
                                                             "team",
                                                             "television",
                                                             "telegraph",
                                                             "times",
                                                             "today",
                                                             "toimitus",
                                                             "tribune",
                                                             "tt",
                                                             "tv",
                                                             "uk",
                                                             "undefined",
                                                             "university",
                                                             "unknown",
                                                             "updates",
                                                             "upi",
                                                             "usa",
                                                             "user",
                                                             "video",
                                                             "videos",
                                                             "web",
                                                             "webmaster",
                                                             "webmestre",
                                                             "weekly",
                                                             "wire",
                                                             "wires",
                                                             "writer",
                                                             "writers",
                                                             "www",
                                                             "xinhua",
                                                             "zeitung"};
  return words.count(folded) != 0;
}

// Words with which a job begins: a name ends before them.
bool begins_job(const std::string& folded) {
  static const std::unordered_set<std::string_view> words = {"bbc",
                                                             "business",
                                                             "chief",
                                                             "columnist",
                                                             "contributing",
                                                             "contributor",
                                                             "correspondent",
                                                             "crime",
                                                             "culture",
                                                             "deputy",
                                                             "diplomatic",
                                                             "director",
                                                             "economics",
                                                             "editor",
                                                             "education",
                                                             "environment",
                                                             "executive",
                                                             "foreign",
                                                             "head",
                                                             "health",
                                                             "investigations",
                                                             "investigative",
                                                             "journalist",
                                                             "managing",
                                                             "national",
                                                             "political",
                                                             "politics",
                                                             "producer",
                                                             "professor",
                                                             "redakteur",
                                                             "redakteurin",
                                                             "reporter",
                                                             "science",
                                                             "senior",
                                                             "social",
                                                             "special",
                                                             "specialist",
                                                             "staff",
                                                             "technology",
                                                             "transport",
                                                             "writer",
                                                             "korrespondent",
                                                             "korrespondentin",
                                                             "reporting"};
  return words.count(folded) != 0;
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

Words split_words(std::string_view text) {
  Words words;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
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
       {"社",   "部",     "報",   "报",   "网",       "網",   "局",   "編集", "编辑",
        "新聞", "新闻",   "通信", "通讯", "日报",     "뉴스", "신문", "일보", "연합",
        "편집", "기자단", "記者", "记者", "ニュース", "取材", "方式"}) {
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

// "By", "Von", "Written by" and their like, in the languages of the news.
std::size_t byline_word_bytes(std::string_view text) {
  static constexpr std::array<std::string_view, 39> openings = {
      "written by",   "reported by", "reporting by", "report by",   "story by",    "posted by",
      "published by", "words by",    "compiled by",  "edited by",   "analysis by", "opinion by",
      "by",           "von",         "par",          "por",         "di",          "door",
      "av",           "af",          "autor",        "autorin",     "autores",     "author",
      "authors",      "auteur",      "autore",       "text",        "texte",       "tekst",
      "texto",        "publié par",  "écrit par",    "escrito por", "a cura di",   "автор",
      "текст",        "oleh",        "kirjoittaja"};
  std::string lower;
  for (const char c : text.substr(0, 32))
    lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  for (const std::string_view opening : openings) {
    if (lower.compare(0, opening.size(), opening) != 0) continue;
    const std::size_t end = opening.size();
    if (end == text.size()) return end;
    if (text[end] == ' ' || text[end] == ':') return end + 1;
    // Dumps run words together: "ByJane Doe".
    if (opening == "by" && text[end] >= 'A' && text[end] <= 'Z' && text[1] == 'y') return end;
  }
  for (const std::string_view opening : {"記者", "记者", "作者", "文/", "文／", "編集", "编辑"}) {
    if (text.substr(0, opening.size()) == opening) return opening.size();
  }
  return 0;
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

// Parts of a byline: at marks and at words for "and".
std::vector<std::string> split_byline(const std::string& byline) {
  std::string marked;
  for (std::size_t at = 0; at < byline.size();) {
    const std::size_t begin = at;
    const char32_t c = text::next_character(byline, at);
    const bool parts = c == ',' || c == ';' || c == '|' || c == '/' || c == '&' || c == '\n' ||
                       c == 0xb7 || c == 0x2022 || c == 0x3001 || c == 0xff0c || c == 0xff0f ||
                       c == 0x2013 || c == 0x2014 || c == 0x3000 || c == ':' || c == 0xff1a;
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
  parts.erase(std::remove(parts.begin(), parts.end(), std::string()), parts.end());
  return parts;
}

// What follows these words is a place, an outlet or a job.
bool ends_name(std::string_view word) {
  return contains(
      {"in",  "for", "at",  "from", "aus", "für", "pour", "para", "per",     "voor",   "för",
       "til", "is",  "has", "on",   "im",  "à",   "em",   "en",   "reports", "writes", "desde"},
      word);
}

std::string name_in(std::string part) {
  part.erase(0, byline_word_bytes(part));
  Words words = split_words(trim(part, " .,:;\"'*-"));
  if (words.size() > 1 && contains({"기자", "특파원", "記者", "记者"}, words.back()))
    words.pop_back();
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (ends_name(words[i]) || (i >= 2 && begins_job(text::fold(words[i])))) words.resize(i);
  }
  std::string written = join(words);
  const Shape shape = shape_of(written);
  if (words.size() > 1 && shape.lower == 0 && shape.upper > 3) return lower_capitals(words);
  return written;
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

}  // namespace

bool is_person_name(std::string_view text) {
  const Words words = split_words(text);
  const Shape whole = shape_of(text);
  if (whole.characters > max_name_characters) return false;
  if (words.size() == 1) return is_cjk_name(text, whole);
  if (words.empty() || words.size() > 6) return false;
  std::size_t full_words = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Shape shape = shape_of(words[i]);
    const std::string folded = text::fold(words[i]);
    if (!shape.is_clean || is_desk_word(folded)) return false;
    if (!shape.begins_capital && !(is_particle(words[i]) && i + 1 < words.size())) return false;
    if (shape.begins_capital && shape.characters >= 2 && words[i].back() != '.') ++full_words;
  }
  return full_words >= 1 && !is_particle(text::fold(words.back()));
}

std::vector<std::string> author_names(std::string_view byline,
                                      const std::vector<std::string>& site_names) {
  std::vector<std::string> names;
  if (byline.size() > max_byline_bytes) return names;
  const std::string plain = without_brackets(strip_markup(decode_entities_fully(byline)));
  std::string line = text::collapse_space(text::clean_utf8(plain));
  if (is_address(line)) return names;
  line.erase(0, byline_word_bytes(line));
  for (const std::string& part : split_byline(turned(line))) {
    std::string name = name_in(part);
    if (is_person_name(name) && !is_site(name, site_names)) add_name(names, std::move(name));
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

}  // namespace broadsheet::indexer
