#include "schema/text.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <functional>
#include <stdexcept>
#include <unordered_map>

namespace broadsheet::text {
namespace {

constexpr std::size_t max_word_bytes = 64;
constexpr char32_t replacement = 0xfffd;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

bool is_ascii_letter(char32_t c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }

char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

// Scripts written without spaces whose characters are words or near to it.
bool is_cjk(char32_t c) {
  if (c < 0x3005) return false;
  return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x31f0 && c <= 0x31ff) || c == 0x3005 ||
         (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) ||
         (c >= 0xac00 && c <= 0xd7af) || (c >= 0xf900 && c <= 0xfaff) ||
         (c >= 0xff66 && c <= 0xff9f) || (c >= 0x20000 && c <= 0x3ffff);
}

// Soft hyphen, zero-width joiner and non-joiner: inside a word they are part of it.
bool is_invisible_joiner(char32_t c) { return c == 0xad || c == 0x200c || c == 0x200d; }

bool is_letter(char32_t c) {
  return c < 0x80 ? is_ascii_letter(c) : u_isalpha(static_cast<UChar32>(c)) != 0;
}

// The character at `at`, or 0 at the end.
char32_t peek(std::string_view text, std::size_t at) {
  return at < text.size() ? next_character(text, at) : 0;
}

// Prefixes that French, Italian and Catalan elide before a vowel.  A single letter other than the o
// of O'Brien is always one.
bool is_elision(std::string_view before) {
  if (before.size() == 1)
    return ascii_lower(before[0]) != 'o' && is_ascii_letter(static_cast<unsigned char>(before[0]));
  static constexpr std::array<std::string_view, 16> elisions = {
      "qu",   "jusqu", "lorsqu", "puisqu", "quelqu", "quoiqu", "dell",  "all",
      "nell", "sull",  "dall",   "coll",   "un",     "quest",  "quell", "sant"};
  std::string lower(before);
  std::transform(lower.begin(), lower.end(), lower.begin(), ascii_lower);
  return std::find(elisions.begin(), elisions.end(), lower) != elisions.end();
}

// Reads one word that begins at `at`; see the header for what belongs to it.
class WordScanner {
 public:
  WordScanner(std::string_view text, std::size_t at) : text_(text), begin_(at), at_(at) {}

  void scan(Token& token) {
    while (take_character() || take_joiner()) {
    }
    token.begin = begin_;
    token.surface = text_.substr(begin_, at_ - begin_);
    if (initials_ >= 2 && peek(text_, at_) == '.') ++at_;
    token.end = at_ + possessive_;
    token.is_cjk = false;
  }

 private:
  bool take_character() {
    if (at_ >= text_.size()) return false;
    if (const auto byte = static_cast<unsigned char>(text_[at_]); byte < 0x80) {
      if (!is_word_character(byte)) return false;
      ++at_;
      ++segment_characters_;
      last_ = byte;
      return true;
    }
    std::size_t next = at_;
    const char32_t c = next_character(text_, next);
    if (is_cjk(c)) return false;
    const bool joined_on = is_invisible_joiner(c) && at_ > begin_;
    if (!joined_on && !is_word_character(c)) return false;
    at_ = next;
    ++segment_characters_;
    last_ = c;
    return true;
  }

  // A mark that holds a word together, if the word goes on behind it.
  bool take_joiner() {
    std::size_t after = at_;
    if (after >= text_.size() || at_ == begin_ || text_[at_] == ' ') return false;
    const char32_t mark = next_character(text_, after);
    const char32_t next = peek(text_, after);
    if (is_cjk(next) || !is_word_character(next)) return false;
    if (is_apostrophe(mark)) return take_apostrophe(after);
    if (mark == '.') return take_period(after, next);
    if (mark == ',') return is_thousands_comma(after) && step_over(after);
    if (mark == '&') return is_letter(last_) && is_letter(next) && step_over(after);
    return false;
  }

  bool take_apostrophe(std::size_t after) {
    std::size_t behind = after;
    const char32_t next = next_character(text_, behind);
    if ((next == 's' || next == 'S') && !is_word_character(peek(text_, behind))) {
      possessive_ = behind - at_;
      return false;
    }
    if (is_elision(text_.substr(begin_, at_ - begin_))) return false;
    return step_over(after);
  }

  bool take_period(std::size_t after, char32_t next) {
    if (is_ascii_digit(last_) && is_ascii_digit(next)) return step_over(after);
    if (segment_characters_ != 1 || !is_letter(last_) || !is_letter(next)) return false;
    std::size_t behind = after;
    next_character(text_, behind);
    if (is_word_character(peek(text_, behind))) return false;  // "A.Smith" is no initialism.
    initials_ = std::max(initials_, 1) + 1;
    return step_over(after);
  }

  bool is_thousands_comma(std::size_t after) const {
    if (!is_ascii_digit(last_)) return false;
    for (std::size_t i = 0; i < 3; ++i) {
      if (after + i >= text_.size() ||
          !is_ascii_digit(static_cast<unsigned char>(text_[after + i])))
        return false;
    }
    return !is_word_character(peek(text_, after + 3));
  }

  bool step_over(std::size_t after) {
    at_ = after;
    segment_characters_ = 0;
    return true;
  }

  std::string_view text_;
  std::size_t begin_;
  std::size_t at_;
  std::size_t possessive_ = 0;  // Bytes of the 's behind the surface.
  int segment_characters_ = 0;  // Since the last joiner.
  int initials_ = 0;            // Letters parted by periods.
  char32_t last_ = 0;
};

const icu::Normalizer2& normaliser(const char* name, UNormalization2Mode mode) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getInstance(nullptr, name, mode, status);
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
  return *instance;
}

icu::UnicodeString casefold(std::string_view text) {
  static const icu::Normalizer2& nfkc_casefold = normaliser("nfkc_cf", UNORM2_COMPOSE);
  UErrorCode status = U_ZERO_ERROR;
  return nfkc_casefold.normalize(
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}), status);
}

// Marks that a reader may leave out: Latin, Greek and Cyrillic diacritics, Hebrew points, Arabic
// vowel signs.  Marks that make another letter (kana voicing, Indic vowels) stay.
bool is_optional_mark(UChar32 c) {
  return (c >= 0x300 && c <= 0x36f) || (c >= 0x591 && c <= 0x5c7) || (c >= 0x610 && c <= 0x61a) ||
         (c >= 0x64b && c <= 0x65f) || c == 0x670;
}

// Letters that have no decomposition but are written without their stroke by those who lack the
// key.
const char* spelled_out(UChar32 c) {
  switch (c) {
    case 0xe6:
      return "ae";
    case 0xf0:
      return "d";
    case 0xf8:
      return "o";
    case 0xfe:
      return "th";
    case 0x111:
      return "d";
    case 0x127:
      return "h";
    case 0x131:
      return "i";
    case 0x142:
      return "l";
    case 0x153:
      return "oe";
    case 0x167:
      return "t";
    default:
      return nullptr;
  }
}

std::string drop_diacritics(const icu::UnicodeString& folded) {
  static const icu::Normalizer2& nfd = normaliser("nfc", UNORM2_DECOMPOSE);
  static const icu::Normalizer2& nfc = normaliser("nfc", UNORM2_COMPOSE);
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString decomposed = nfd.normalize(folded, status);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (is_optional_mark(c)) continue;
    if (const char* letters = spelled_out(c)) {
      kept.append(icu::UnicodeString::fromUTF8(letters));
    } else {
      kept.append(c);
    }
  }
  std::string utf8;
  nfc.normalize(kept, status).toUTF8String(utf8);
  return utf8;
}

// Apostrophes and thousands commas are no part of a term, nor are periods at its end.
void drop_joiners(std::string& word) {
  for (const std::string_view apostrophe : {"'", "\u2019", "\u02bc", "\uff07", ","}) {
    for (std::size_t at = 0; (at = word.find(apostrophe, at)) != word.npos;) {
      word.erase(at, apostrophe.size());
    }
  }
  while (word.size() > 1 && word.back() == '.') word.pop_back();
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), ascii_lower);
  return lower;
}

bool is_latin_with_diacritic(UChar32 c) {
  return (c >= 0xc0 && c <= 0x24f) || (c >= 0x1e00 && c <= 0x1eff);
}

// Forms::exact of a word that is not all ASCII.
std::string exact_form(const icu::UnicodeString& casefolded, std::string_view word) {
  for (std::int32_t i = 0; i < casefolded.length(); ++i) {
    if (!is_latin_with_diacritic(casefolded[i])) continue;
    std::string exact;
    casefolded.toUTF8String(exact);
    drop_joiners(exact);
    exact = truncate_utf8(exact, max_word_bytes);
    return exact == word ? std::string() : exact;
  }
  return {};
}

bool is_plain_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) {
    return (c & 0x80) != 0 || is_ascii_letter(static_cast<unsigned char>(c));
  });
}

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

std::optional<Xapian::Stem> make_stemmer(std::string_view language) {
  // Two-letter codes only: Xapian also takes names such as "none" and "lovins".
  if (language.size() != 2) return std::nullopt;
  try {
    return Xapian::Stem(std::string(language));
  } catch (const Xapian::InvalidArgumentError&) {
    return std::nullopt;
  }
}

}  // namespace

char32_t next_character(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const char32_t lead = byte(0);
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xc2 ? 0
                             : lead < 0xe0 ? 2
                             : lead < 0xf0 ? 3
                             : lead < 0xf5 ? 4
                                           : 0;
  if (length == 1) {
    ++at;
    return lead;
  }
  char32_t c = lead & (0xff >> (length + 1));
  bool well_formed = length != 0;
  for (std::size_t i = 1; i < length; ++i) {
    well_formed = well_formed && (byte(i) & 0xc0) == 0x80;
    c = c << 6 | (byte(i) & 0x3f);
  }
  // Overlong forms, surrogates and what is past Unicode's end.
  well_formed = well_formed && !(length == 3 && (c < 0x800 || (c >= 0xd800 && c <= 0xdfff))) &&
                !(length == 4 && (c < 0x10000 || c > 0x10ffff));
  at += well_formed ? length : 1;
  return well_formed ? c : replacement;
}

void append_utf8(std::string& text, char32_t character) {
  const auto append = [&text](char32_t byte) { text += static_cast<char>(byte); };
  if (character > 0x10ffff || (character >= 0xd800 && character <= 0xdfff)) character = replacement;
  if (character < 0x80) return append(character);
  if (character < 0x800) {
    append(0xc0 | character >> 6);
  } else if (character < 0x10000) {
    append(0xe0 | character >> 12);
    append(0x80 | (character >> 6 & 0x3f));
  } else {
    append(0xf0 | character >> 18);
    append(0x80 | (character >> 12 & 0x3f));
    append(0x80 | (character >> 6 & 0x3f));
  }
  append(0x80 | (character & 0x3f));
}

bool is_word_character(char32_t c) {
  if (c < 0x80) return is_ascii_letter(c) || is_ascii_digit(c);
  return c != replacement &&
         (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) !=
             0 &&
         c != 0x2bc;
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2bc || c == 0xff07; }

bool Tokeniser::next_cjk(Token& token) {
  const std::size_t begin = at_;
  next_character(text_, at_);
  std::size_t end = at_;
  if (end < cjk_end_) {
    next_character(text_, end);
    if (end == cjk_end_) at_ = end;  // The pair that ends the run is its last token.
  }
  token = {begin, end, text_.substr(begin, end - begin), true};
  return true;
}

bool Tokeniser::next(Token& token) {
  if (at_ < cjk_end_) return next_cjk(token);
  while (at_ < text_.size()) {
    if (text_[at_] == ' ') {
      ++at_;
      continue;
    }
    std::size_t after = at_;
    const char32_t c = next_character(text_, after);
    if (is_cjk(c)) {
      cjk_end_ = after;
      while (cjk_end_ < text_.size() && is_cjk(peek(text_, cjk_end_)))
        next_character(text_, cjk_end_);
      return next_cjk(token);
    }
    if (is_word_character(c)) {
      WordScanner(text_, at_).scan(token);
      at_ = token.end;
      return true;
    }
    at_ = after;
  }
  return false;
}

std::string fold_text(std::string_view text) {
  return is_ascii(text) ? lower_ascii(text) : drop_diacritics(casefold(text));
}

std::string fold(std::string_view surface) {
  std::string word = fold_text(surface);
  drop_joiners(word);
  if (word.size() > max_word_bytes) word = truncate_utf8(word, max_word_bytes);
  return word;
}

std::string acronym_of(std::string_view word) {
  constexpr std::size_t most_letters = 5;
  if (word.size() < 2 || word.size() > most_letters || !is_ascii(word) || !is_plain_letters(word) ||
      !is_stop_word_anywhere(word)) {
    return {};
  }
  std::string dotted(1, word.front());
  for (const char letter : word.substr(1)) dotted.append(1, '.').append(1, letter);
  return dotted;
}

struct Analyser::State {
  std::string language;
  std::optional<Xapian::Stem> stemmer;
  std::unordered_map<std::string, Forms, StringHash, std::equal_to<>> cache;

  Forms make_forms(std::string_view surface) const {
    Forms forms{fold(surface), {}, {}};
    const bool is_stemmed = stemmer && is_plain_letters(forms.word);
    if (is_ascii(surface)) {
      if (is_stemmed) forms.stem = (*stemmer)(forms.word);
    } else {
      const icu::UnicodeString casefolded = casefold(surface);
      forms.exact = exact_form(casefolded, forms.word);
      if (is_stemmed) forms.stem = stem_of(casefolded);
    }
    if (forms.stem.empty()) forms.stem = forms.word;
    return forms;
  }

  // Stemmers want the diacritics that fold() drops.
  std::string stem_of(const icu::UnicodeString& casefolded) const {
    std::string lower;
    casefolded.toUTF8String(lower);
    drop_joiners(lower);
    return fold((*stemmer)(lower));
  }
};

Analyser::Analyser(std::string_view language)
    : state_(std::make_unique<State>(State{std::string(language), make_stemmer(language), {}})) {}
Analyser::~Analyser() = default;
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;

const Forms& Analyser::forms(const Token& token) {
  constexpr std::size_t max_cached_words = 100'000;
  auto& cache = state_->cache;
  if (const auto found = cache.find(token.surface); found != cache.end()) return found->second;
  if (cache.size() >= max_cached_words) cache.clear();
  Forms forms = token.is_cjk ? Forms{fold(token.surface), fold(token.surface), {}}
                             : state_->make_forms(token.surface);
  return cache.emplace(token.surface, std::move(forms)).first->second;
}

bool Analyser::is_stop_word(std::string_view word) const {
  return text::is_stop_word(state_->language, word);
}

bool has_stemmer(std::string_view language) { return make_stemmer(language).has_value(); }

std::string clean_utf8(std::string_view bytes) {
  std::string clean;
  clean.reserve(bytes.size());
  std::size_t kept = 0;  // Where the bytes begin that are yet to be appended as they are.
  for (std::size_t at = 0; at < bytes.size();) {
    if (bytes[at] >= ' ' && bytes[at] < 0x7f) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    const char32_t c = next_character(bytes, at);
    const bool is_control = c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 ||
                            c == 0xfeff || (c & 0xfffe) == 0xfffe;
    if (!is_control && c != replacement) continue;
    clean.append(bytes, kept, begin - kept);
    append_utf8(clean, is_control ? U' ' : replacement);
    kept = at;
  }
  clean.append(bytes, kept);
  return clean;
}

std::string collapse_space(std::string_view text) {
  std::string collapsed;
  collapsed.reserve(text.size());
  std::size_t kept = 0;  // Where the word begins that is yet to be appended.
  const auto end_word = [&](std::size_t end) {
    if (end == kept) return;
    if (!collapsed.empty()) collapsed += ' ';
    collapsed.append(text, kept, end - kept);
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c =
        text[at] & 0x80 ? next_character(text, at) : static_cast<char32_t>(text[at++]);
    const bool is_space = c < 0x80 ? (c == ' ' || (c >= '\t' && c <= '\r'))
                                   : u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
    if (!is_space) continue;
    end_word(begin);
    kept = at;
  }
  end_word(text.size());
  return collapsed;
}

std::string_view truncate_utf8(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  std::size_t end = max_bytes;
  while (end > 0 && (text[end] & 0xc0) == 0x80) --end;
  return text.substr(0, end);
}

void append_escaped_html(std::string& html, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      case '\'':
        html += "&#39;";
        break;
      default:
        html += c;
    }
  }
}

}  // namespace broadsheet::text
