#include "indexer/people/name_tokens.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "schema/text.hpp"

namespace broadsheet::indexer::people {
namespace {

constexpr std::size_t max_contraction = 2;  // Letters: "'s", "'ll".

// Words whose period does not end a sentence; lower case, sorted.
constexpr auto abbreviations = std::to_array<std::string_view>(
    {"ab",   "adm", "apr", "asst", "atty", "aug", "ave",  "blvd", "br",    "bros",   "capt", "cf",
     "cmdr", "co",  "col", "corp", "cpl",  "dec", "dept", "det",  "dist",  "dr",     "e.g",  "esq",
     "est",  "etc", "feb", "fr",   "ft",   "gen", "gh",   "gov",  "hon",   "i.e",    "inc",  "insp",
     "jan",  "jr",  "jul", "jun",  "lt",   "ltd", "maj",  "mar",  "md",    "messrs", "mohd", "mr",
     "mrs",  "ms",  "mt",  "no",   "nov",  "oct", "ph.d", "pres", "prof",  "pvt",    "rd",   "rep",
     "rev",  "sen", "sep", "sept", "sgt",  "sr",  "st",   "supt", "treas", "univ",   "vs"});

// What stands behind the apostrophe of a contraction other than "'s".
bool ends_contraction(std::string_view letters) {
  return letters == "ll" || letters == "ve" || letters == "re" || letters == "d" ||
         letters == "t" || letters == "m";
}

// What stands at one place of the text.
struct Character {
  char32_t code = 0;
  std::size_t end = 0;
};

bool is_mark_of_letter(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  return u_isalpha(static_cast<UChar32>(c)) != 0 || is_mark_of_letter(c);
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isupper(static_cast<UChar32>(c)) != 0 || u_istitle(static_cast<UChar32>(c)) != 0;
}

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_space(char32_t c) {
  return c <= ' ' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B);
}

bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

bool ends_sentence(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002;
}

// Marks that may stand before a sentence's first word.
bool opens(char32_t c) {
  switch (c) {
    case '"':
    case '\'':
    case '(':
    case '[':
    case 0xAB:
    case 0xBB:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201C:
    case 0x201D:
    case 0x201E:
      return true;
    default:
      return false;
  }
}

// What has been read of a word.
struct WordSoFar {
  std::size_t letters = 0;
  std::size_t capitals = 0;
  std::size_t digits = 0;
  bool begins_capital = false;
  bool has_period = false;

  void add(char32_t c) {
    if (is_digit(c)) {
      ++digits;
    } else if (!is_mark_of_letter(c)) {
      begins_capital |= letters == 0 && digits == 0 && is_upper(c);
      ++letters;
      capitals += is_upper(c) ? 1 : 0;
    }
  }

  WordShape shape() const {
    if (letters == 0) return WordShape::number;
    if (capitals == letters && (letters == 1 || (has_period && letters <= 3)))
      return WordShape::initial;
    if (capitals == 0) return WordShape::lower;
    if (capitals == letters) return WordShape::capitals;
    return begins_capital && capitals == 1 ? WordShape::capitalised : WordShape::mixed;
  }
};

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::vector<NameToken> read() {
    while (at_ < text_.size()) {
      const Character c = character(at_);
      if (is_space(c.code)) {
        begins_sentence_ |= c.code == '\n';
        follows_space_ = true;
        at_ = c.end;
      } else if (is_letter(c.code) || is_digit(c.code)) {
        read_word();
      } else {
        read_mark(c);
      }
    }
    return std::move(tokens_);
  }

 private:
  Character character(std::size_t at) const {
    Character c{0, at};
    if (at < text_.size()) c.code = text::next_character(text_, c.end);
    return c;
  }

  char at(std::size_t place) const { return place < text_.size() ? text_[place] : '\0'; }

  void push(std::size_t end, WordShape shape) {
    tokens_.push_back({static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end), shape,
                       begins_sentence_, follows_space_});
    at_ = end;
    follows_space_ = false;
  }

  void read_word() {
    WordSoFar word;
    std::size_t end = at_;
    while (end < text_.size()) {
      const Character c = character(end);
      if (is_letter(c.code) || is_digit(c.code)) {
        word.add(c.code);
        end = c.end;
      } else if (end > at_ && joins(c, word)) {
        word.has_period |= c.code == '.';
        end = c.end;
      } else {
        break;
      }
    }
    if (at(end) == '.' && at(end + 1) != '.' && keeps_period(word, end)) ++end;
    push(end, word.shape());
    begins_sentence_ = false;
  }

  // Whether a mark within a word, with what follows it, is part of the word.
  bool joins(const Character& mark, const WordSoFar& word) const {
    const Character next = character(mark.end);
    const bool letter_follows = is_letter(next.code);
    if (is_hyphen(mark.code) || mark.code == '_' || mark.code == '@')
      return letter_follows || is_digit(next.code);
    if (mark.code == '\'' || mark.code == 0x2019)
      return letter_follows && !is_contraction(mark.end, word);
    if (mark.code == ',') return word.letters == 0 && is_digit(next.code);
    if (mark.code == '&') return word.letters == word.capitals && is_upper(next.code);
    if (mark.code != '.') return false;
    if (word.letters == 0) return is_digit(next.code);
    const bool is_degree =
        word.letters == 2 && is_upper(next.code) && at(next.end) == '.';  // "Ph.D."
    return letter_follows && (word.letters == 1 || word.has_period || is_degree);
  }

  // "'s", "'ll" and their like behind a word; "O'Brien" and "d'Arcy" are words.
  bool is_contraction(std::size_t begin, const WordSoFar& word) const {
    const Character first = character(begin);
    std::size_t letters = 0;
    for (Character c = first; is_letter(c.code); c = character(c.end)) ++letters;
    if (letters > max_contraction) return false;
    const bool is_s = first.code == 's' || first.code == 'S';
    return (is_s && letters == 1) ||
           (word.letters > 2 && ends_contraction(text_.substr(begin, letters)));
  }

  // Of an initial, of what has periods already, of an abbreviation.
  bool keeps_period(const WordSoFar& word, std::size_t end) const {
    if (word.shape() == WordShape::initial || word.has_period) return true;
    std::string lower(text_.substr(at_, end - at_));
    std::ranges::transform(lower, lower.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    });
    return std::ranges::binary_search(abbreviations, std::string_view(lower));
  }

  void read_mark(const Character& mark) {
    if (const auto end = end_of_contraction(mark)) {
      push(*end, WordShape::mark);
      return;
    }
    std::size_t end = mark.end;
    while (mark.code < 0x80 && (mark.code == '.' || mark.code == '-') && end < text_.size() &&
           text_[end] == static_cast<char>(mark.code)) {
      ++end;
    }
    push(end, WordShape::mark);
    begins_sentence_ = ends_sentence(mark.code) || (begins_sentence_ && opens(mark.code));
  }

  std::optional<std::size_t> end_of_contraction(const Character& mark) const {
    if ((mark.code != '\'' && mark.code != 0x2019) || follows_space_ || tokens_.empty())
      return std::nullopt;
    std::size_t letters = 0;
    std::size_t end = mark.end;
    for (Character c = character(end); is_letter(c.code); c = character(end)) {
      ++letters;
      end = c.end;
    }
    if (letters == 0 || letters > max_contraction) return std::nullopt;
    return end;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool begins_sentence_ = true;
  bool follows_space_ = true;
  std::vector<NameToken> tokens_;
};

static_assert(std::ranges::is_sorted(abbreviations));

}  // namespace

std::vector<NameToken> name_tokens(std::string_view text) { return Reader(text).read(); }

bool has_capital(WordShape shape) {
  return shape == WordShape::capitalised || shape == WordShape::capitals ||
         shape == WordShape::initial || shape == WordShape::mixed;
}

}  // namespace broadsheet::indexer::people
