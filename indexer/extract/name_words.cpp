#include "indexer/extract/name_words.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <unordered_set>

#include "indexer/extract/byline_words.hpp"
#include "indexer/extract/given_names.hpp"
#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

// Given names that are as often something else.
// clang-format off
constexpr std::string_view ambiguous_given_names =
    "paris sydney jordan israel georgia virginia carolina florence victoria chelsea lincoln madison austin "
    "jackson charlotte savannah sofia valencia alexandria kingston hamilton wellington melbourne adelaide "
    "perth regina trinidad cordoba christian will may june april august grant faith hope joy grace rose "
    "summer autumn winter dean case chase drew dawn sandy sunny merry noble amen mercy charity destiny love "
    "honor ford mercedes angel mason hunter major early young long real art page bond price cash chance "
    "china india santiago salvador lourdes delta alpha omega echo nova iris olive pearl ruby amber crystal "
    "jade coral star princess prince king duke earl royal baron legend maverick ace blaze rocky stone wolf "
    "bear fox marine marina ocean rio bahia sierra savanna milan vienna verona roma asia africa london "
    "berlin cairo dallas houston denver boston phoenix orlando memphis nazareth bethlehem zion canaan "
    "genesis trinity messiah justice liberty independence revel story reading";
// clang-format on

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

bool is_cjk(char32_t c) {
  return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) ||
         (c >= 0xac00 && c <= 0xd7af) || c == 0x3005;
}

}  // namespace

bool contains(std::initializer_list<std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

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

bool is_given_name(std::string_view word) {
  static const WordSet names = word_set(given_name_lines, '\n');
  static const WordSet ambiguous = word_set(ambiguous_given_names, ' ');
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

}  // namespace broadsheet::indexer
