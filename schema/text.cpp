#include "schema/text.hpp"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <deque>
#include <functional>
#include <stdexcept>
#include <utility>

namespace broadsheet::text {
namespace {

constexpr std::size_t max_word_bytes = 64;
constexpr std::size_t max_acronym_letters = 3;
constexpr char32_t replacement = 0xfffd;
constexpr char32_t middle_dot = 0xb7;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

bool is_ascii_letter(char32_t c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
bool is_ascii_capital(char32_t c) { return c >= 'A' && c <= 'Z'; }
bool is_ascii_l(char32_t c) { return c == 'l' || c == 'L'; }
bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }

char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

// Scripts written without spaces whose characters are words or near to it.
bool is_cjk(char32_t c) {
  if (c < 0x3005) return false;
  return (c >= 0x3040 && c <= 0x30ff && c != 0x30a0 && c != 0x30fb) ||
         (c >= 0x31f0 && c <= 0x31ff) || (c >= 0x3005 && c <= 0x3007) ||
         (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) ||
         (c >= 0xac00 && c <= 0xd7af) || (c >= 0xf900 && c <= 0xfaff) ||
         (c >= 0xff66 && c <= 0xff9f) || (c >= 0x20000 && c <= 0x3ffff);
}

// Thai, Lao, Burmese and Khmer, which dictionaries part into words.
bool is_segmented(char32_t c) {
  if (c < 0xe00) return false;
  return c <= 0xeff || (c >= 0x1000 && c <= 0x109f) || (c >= 0x1780 && c <= 0x17ff) ||
         (c >= 0xa9e0 && c <= 0xa9ff) || (c >= 0xaa60 && c <= 0xaa7f);
}

bool is_unspaced(char32_t c) { return is_cjk(c) || is_segmented(c); }

// Marks of voicing, which belong to the kana before them.
bool is_voicing_mark(char32_t c) {
  return c == 0x3099 || c == 0x309a || c == 0xff9e || c == 0xff9f;
}

bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

// Whether a number stands for more than digits: a fraction, one in parentheses or with a period.
bool has_other_marks(char32_t c) {
  const int form = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_DECOMPOSITION_TYPE);
  return form == U_DT_FRACTION || form == U_DT_COMPAT;
}

bool is_percent_sign(char32_t c) { return c == '%' || c == 0x66a || c == 0xff05; }

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
  WordScanner(std::string_view text, std::size_t at)
      : text_(text), begin_(at), at_(at), segment_begin_(at) {}

  void scan(Token& token) {
    while (take_character() || take_joiner()) {
    }
    token.begin = begin_;
    token.surface = text_.substr(begin_, at_ - begin_);
    if (has_initials_ && peek(text_, at_) == '.') ++at_;
    token.end = at_ + possessive_bytes(at_);
    token.kind = Token::Kind::word;
  }

 private:
  // Whether the character would be one more of the same word.
  static bool goes_on(char32_t c) {
    return (is_word_character(c) && !is_unspaced(c)) || is_invisible_joiner(c);
  }

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
    if (!goes_on(c)) return false;
    at_ = next;
    ++segment_characters_;
    last_ = c;
    return true;
  }

  // A mark that holds a word together, if the word goes on behind it.
  bool take_joiner() {
    std::size_t after = at_;
    if (after >= text_.size() || text_[at_] == ' ') return false;
    const char32_t mark = next_character(text_, after);
    const char32_t next = peek(text_, after);
    if (is_unspaced(next) || !is_word_character(next)) return false;
    if (mark == '.') return take_period(after, next);
    if (has_initials_) return false;
    if (is_apostrophe(mark)) return take_apostrophe(after);
    if (mark == ',') return is_thousands_comma(after) && step_over(after);
    if (mark == '&') return is_letter(last_) && is_letter(next) && step_over(after);
    if (mark == middle_dot) return is_ascii_l(last_) && is_ascii_l(next) && step_over(after);
    return false;
  }

  bool take_apostrophe(std::size_t after) {
    if (possessive_bytes(at_) != 0 || is_elision(text_.substr(begin_, at_ - begin_))) return false;
    return step_over(after);
  }

  // Of an 's that stands there; 0 if there is none.
  std::size_t possessive_bytes(std::size_t at) const {
    std::size_t behind = at;
    if (at >= text_.size() || !is_apostrophe(next_character(text_, behind))) return 0;
    if (const char32_t s = peek(text_, behind); s != 's' && s != 'S') return 0;
    ++behind;
    return goes_on(peek(text_, behind)) ? 0 : behind - at;
  }

  bool take_period(std::size_t after, char32_t next) {
    if (is_ascii_digit(last_) && is_ascii_digit(next)) return step_over(after);
    const bool is_initial = segment_characters_ == 1 && is_letter(last_) && is_letter(next) &&
                            (has_initials_ || segment_begin_ == begin_);
    if (!is_initial) return false;
    std::size_t behind = after;
    next_character(text_, behind);
    if (goes_on(peek(text_, behind))) return false;  // "A.Smith" is no initialism.
    has_initials_ = true;
    return step_over(after);
  }

  bool is_thousands_comma(std::size_t after) const {
    if (!is_ascii_digit(last_)) return false;
    for (std::size_t i = 0; i < 3; ++i) {
      if (after + i >= text_.size() ||
          !is_ascii_digit(static_cast<unsigned char>(text_[after + i])))
        return false;
    }
    return !is_ascii_digit(peek(text_, after + 3));
  }

  bool step_over(std::size_t after) {
    at_ = segment_begin_ = after;
    segment_characters_ = 0;
    return true;
  }

  std::string_view text_;
  std::size_t begin_;
  std::size_t at_;
  std::size_t segment_begin_;  // Behind the last joiner.
  int segment_characters_ = 0;
  bool has_initials_ = false;  // Letters parted by periods, and nothing else yet.
  char32_t last_ = 0;
};

bool equals_in_lower_case(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() &&
         std::equal(text.begin(), text.end(), lower.begin(),
                    [](char a, char b) { return ascii_lower(a) == b; });
}

struct Shorthand {
  std::string_view written;
  std::string_view word;
  bool needs_currency = true;  // Else any number will do.
};

constexpr std::array<Shorthand, 8> magnitudes = {{{"m", "million"},
                                                  {"mn", "million"},
                                                  {"mln", "million"},
                                                  {"b", "billion"},
                                                  {"bn", "billion", false},
                                                  {"t", "trillion"},
                                                  {"tn", "trillion", false},
                                                  {"trn", "trillion", false}}};

const Shorthand* find_magnitude(std::string_view written) {
  const auto found = std::find_if(
      magnitudes.begin(), magnitudes.end(),
      [&](const Shorthand& magnitude) { return equals_in_lower_case(written, magnitude.written); });
  return found == magnitudes.end() ? nullptr : &*found;
}

bool is_currency_before(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && (text[begin] & 0xc0) == 0x80) --begin;
  return u_charType(static_cast<UChar32>(next_character(text, begin))) == U_CURRENCY_SYMBOL;
}

// Where the magnitude behind a number begins ("5bn": 1); 0 if there is none.
std::size_t magnitude_start(std::string_view text, const Token& token) {
  const std::string_view surface = token.surface;
  if (!is_ascii_digit(static_cast<unsigned char>(surface.front()))) return 0;
  const std::size_t start = surface.find_first_not_of("0123456789.,");
  if (start == surface.npos) return 0;
  const Shorthand* const magnitude = find_magnitude(surface.substr(start));
  if (magnitude == nullptr) return 0;
  return !magnitude->needs_currency || is_currency_before(text, token.begin) ? start : 0;
}

// Behind "per": where "cent" ends if that is the next word, whatever parts the two; else 0.
std::size_t end_of_cent(std::string_view text, std::size_t at) {
  constexpr std::string_view cent = "cent";
  const std::size_t behind_per = at;
  for (std::size_t next = at; !is_word_character(peek(text, at)); at = next) {
    if (at == text.size()) return 0;
    next_character(text, next);
  }
  const bool is_cent = at > behind_per &&
                       equals_in_lower_case(text.substr(at, cent.size()), cent) &&
                       !is_word_character(peek(text, at + cent.size()));
  return is_cent ? at + cent.size() : 0;
}

bool may_be_acronym(std::string_view surface) {
  return surface.size() >= 2 && surface.size() <= max_acronym_letters &&
         std::all_of(surface.begin(), surface.end(),
                     [](char c) { return is_ascii_capital(static_cast<unsigned char>(c)); });
}

bool is_of_shouting(char c) { return is_ascii_capital(static_cast<unsigned char>(c)) || c == '\''; }

// Whether the word in capitals at text[begin, end) is one of a run of words in capitals that can't
// be all acronyms: four words, or a long one among them.
bool is_shouted(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr int many_words = 4;
  constexpr std::size_t long_word = 7;
  int words = 1;
  for (std::size_t at = end; at < text.size() && text[at] == ' ';) {
    std::size_t last = at + 1;
    while (last < text.size() && is_of_shouting(text[last])) ++last;
    const std::size_t letters = last - at - 1;
    if (letters == 0 || is_word_character(peek(text, last))) break;
    if (++words >= many_words || letters >= long_word) return true;
    at = last;
  }
  for (std::size_t at = begin; at > 0 && text[at - 1] == ' ';) {
    std::size_t first = at - 1;
    while (first > 0 && is_of_shouting(text[first - 1])) --first;
    const std::size_t letters = at - 1 - first;
    const char before = first > 0 ? text[first - 1] : ' ';
    const bool is_whole =
        (before & 0x80) == 0 && !is_word_character(static_cast<unsigned char>(before));
    if (letters == 0 || !is_whole) break;
    if (++words >= many_words || letters >= long_word) return true;
    at = first;
  }
  return false;
}

// Ends of the words of a run of one of the scripts of is_segmented(), the last one first.
std::vector<std::size_t> segment_ends(std::string_view text, std::size_t begin, std::size_t end) {
  std::vector<std::size_t> ends{end};
  UErrorCode status = U_ZERO_ERROR;
  // Costs megabytes and milliseconds to make, and few ever need one.
  thread_local const std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  if (iterator == nullptr || U_FAILURE(status)) return ends;
  UText run = UTEXT_INITIALIZER;
  utext_openUTF8(&run, text.data() + begin, static_cast<std::int64_t>(end - begin), &status);
  iterator->setText(&run, status);
  if (U_SUCCESS(status)) {
    for (std::int32_t at = iterator->next(); at != icu::BreakIterator::DONE;
         at = iterator->next()) {
      if (begin + static_cast<std::size_t>(at) < end) {
        ends.push_back(begin + static_cast<std::size_t>(at));
      }
    }
  }
  utext_close(&run);
  std::sort(ends.rbegin(), ends.rend());
  return ends;
}

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
// vowel signs and stretching.  Marks that make another letter (kana voicing, Indic vowels) stay.
bool is_optional_mark(UChar32 c) {
  return (c >= 0x300 && c <= 0x36f) || (c >= 0x591 && c <= 0x5c7) || (c >= 0x610 && c <= 0x61a) ||
         c == 0x640 || (c >= 0x64b && c <= 0x65f) || c == 0x670;
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

// Only letters, digits, marks, & and periods within are part of a term.
void drop_joiners(std::string& word) {
  std::string kept;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t begin = at;
    const char32_t c = next_character(word, at);
    if (is_word_character(c) || c == '&' || c == '.') kept.append(word, begin, at - begin);
  }
  while (kept.size() > 1 && kept.back() == '.') kept.pop_back();
  word = std::move(kept);
}

// Letters parted by periods.
bool is_initials(std::string_view surface) {
  if (surface.find('.') == surface.npos) return false;
  for (std::size_t at = 0; at < surface.size(); ++at) {
    if (!is_letter(next_character(surface, at))) return false;
    if (at < surface.size() && surface[at] != '.') return false;
  }
  return true;
}

// Drops the periods, unless what the initials make is a word of grammar.
void settle_initials(std::string& word) {
  std::erase(word, '.');
  if (std::string acronym = acronym_of(word); !acronym.empty()) word = std::move(acronym);
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

// Forms by key, with open addressing: the look-ups of a map with chains were a third of the time
// that making documents took.
class FormsTable {
 public:
  std::size_t size() const { return entries_.size(); }

  // Null if there are none.
  const Forms* find(std::string_view key) const {
    const std::size_t hash = hash_of(key);
    for (std::size_t at = hash & mask(); slots_[at].entry != nullptr; at = (at + 1) & mask()) {
      if (slots_[at].hash == hash && slots_[at].entry->key == key) return &slots_[at].entry->forms;
    }
    return nullptr;
  }

  // The key is new.  The reference holds as long as the table.
  const Forms& add(std::string_view key, Forms forms) {
    if (2 * (size() + 1) > slots_.size()) grow();
    entries_.push_back({std::string(key), std::move(forms)});
    place({hash_of(key), &entries_.back()});
    return entries_.back().forms;
  }

 private:
  struct Entry {
    std::string key;
    Forms forms;
  };

  struct Slot {
    std::size_t hash = 0;
    const Entry* entry = nullptr;
  };

  static std::size_t hash_of(std::string_view key) { return std::hash<std::string_view>()(key); }

  std::size_t mask() const { return slots_.size() - 1; }

  void place(Slot slot) {
    std::size_t at = slot.hash & mask();
    while (slots_[at].entry != nullptr) at = (at + 1) & mask();
    slots_[at] = slot;
  }

  void grow() {
    const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
    for (const Slot& slot : old) {
      if (slot.entry != nullptr) place(slot);
    }
  }

  std::vector<Slot> slots_ = std::vector<Slot>(256);  // A power of two, at most half in use.
  std::deque<Entry> entries_;
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
  const std::uint32_t category = U_GET_GC_MASK(static_cast<UChar32>(c));
  if ((category & U_GC_NO_MASK) != 0) return !has_other_marks(c);
  return c != replacement && (category & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0 &&
         !is_apostrophe(c);
}

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x2bb || c == 0x2bc || c == 0xff07;
}

void Tokeniser::take_pair(Token& token) {
  const auto pass_character = [this](std::size_t& at) {
    next_character(text_, at);
    while (at < pairs_end_ && is_voicing_mark(peek(text_, at))) next_character(text_, at);
  };
  const std::size_t begin = at_;
  pass_character(at_);
  std::size_t end = at_;
  if (end < pairs_end_) {
    pass_character(end);
    if (end == pairs_end_) at_ = end;  // The pair that ends the run is its last token.
  }
  token = {begin, end, text_.substr(begin, end - begin), Token::Kind::pair};
}

void Tokeniser::start_segments() {
  std::size_t end = at_;
  for (std::size_t next = end; next < text_.size(); end = next) {
    const char32_t c = next_character(text_, next);
    if (!is_segmented(c) || !is_word_character(c)) break;
  }
  segments_ = segment_ends(text_, at_, end);
}

void Tokeniser::take_segment(Token& token) {
  const std::size_t end = segments_.back();
  segments_.pop_back();
  token = {at_, end, text_.substr(at_, end - at_), Token::Kind::segment};
  at_ = end;
}

void Tokeniser::take_word(Token& token) {
  WordScanner(text_, at_).scan(token);
  at_ = token.end;
  const std::string_view surface = token.surface;
  if (const std::size_t start = magnitude_start(text_, token); start != 0) {
    pending_ = {token.begin + start, token.end, surface.substr(start), Token::Kind::shorthand};
    token.end = token.begin + start;
    token.surface = surface.substr(0, start);
  } else if (may_be_acronym(surface)) {
    const bool is_shouting =
        token.end > token.begin + surface.size() && text_[token.end - 1] == 'S';
    if (!is_shouting && !acronym_of(lower_ascii(surface)).empty() &&
        !is_shouted(text_, token.begin, token.end)) {
      token.kind = Token::Kind::acronym;
    }
  } else if (equals_in_lower_case(surface, "pct")) {
    token.kind = Token::Kind::shorthand;
  } else if (equals_in_lower_case(surface, "per")) {
    if (const std::size_t end = end_of_cent(text_, token.end); end != 0) {
      at_ = token.end = end;
      token.surface = text_.substr(token.begin, end - token.begin);
      token.kind = Token::Kind::shorthand;
    }
  }
}

bool Tokeniser::next_single(Token& token) {
  if (at_ < pairs_end_) return take_pair(token), true;
  if (!segments_.empty()) return take_segment(token), true;
  while (at_ < text_.size()) {
    if (text_[at_] == ' ') {
      ++at_;
      continue;
    }
    std::size_t after = at_;
    const char32_t c = next_character(text_, after);
    if (is_cjk(c)) {
      pairs_end_ = after;
      while (pairs_end_ < text_.size() && is_cjk(peek(text_, pairs_end_))) {
        next_character(text_, pairs_end_);
      }
      return take_pair(token), true;
    }
    if (is_word_character(c)) {
      if (!is_segmented(c)) return take_word(token), true;
      start_segments();
      return take_segment(token), true;
    }
    if (is_percent_sign(c) && !is_word_character(peek(text_, after))) {
      token = {at_, after, text_.substr(at_, after - at_), Token::Kind::shorthand};
      at_ = after;
      return true;
    }
    at_ = after;
  }
  return false;
}

bool Tokeniser::find_compound(const Token& first, Token& compound) {
  constexpr std::size_t most_parts = 3;
  const auto is_part = [](const Token& token) {
    return token.kind == Token::Kind::word && token.end == token.begin + token.surface.size() &&
           token.surface.find('.') == token.surface.npos;
  };
  Tokeniser ahead(text_);
  ahead.at_ = first.end;
  Token last = first;
  std::size_t parts = 1;
  bool all_fit = is_part(first);
  bool has_letter = false;
  const auto note_letters = [&has_letter](std::string_view surface) {
    has_letter = has_letter || surface.find_first_not_of("0123456789,") != surface.npos;
  };
  note_letters(first.surface);
  for (Token part; is_hyphen(peek(text_, last.end)); last = part, ++parts) {
    std::size_t behind = last.end;
    next_character(text_, behind);
    if (!ahead.next(part) || part.begin != behind) break;
    all_fit = all_fit && is_part(part) && parts < most_parts;
    note_letters(part.surface);
  }
  compound_end_ = last.end;
  if (parts == 1 || !all_fit || !has_letter) return false;
  compound = {first.begin, last.end, text_.substr(first.begin, last.end - first.begin),
              Token::Kind::compound};
  return true;
}

bool Tokeniser::next(Token& token) {
  if (pending_) {
    token = *pending_;
    pending_.reset();
    return true;
  }
  if (!next_single(token)) return false;
  const bool begins_compound = compounds_ == Compounds::parts_and_whole && at_ < text_.size() &&
                               token.end > compound_end_ && is_hyphen(peek(text_, at_));
  if (!begins_compound) return true;
  if (Token compound; find_compound(token, compound)) {
    pending_ = token;
    token = compound;
  }
  return true;
}

std::string fold_text(std::string_view text) {
  return is_ascii(text) ? lower_ascii(text) : drop_diacritics(casefold(text));
}

std::string fold(std::string_view surface) {
  std::string word = fold_text(surface);
  drop_joiners(word);
  if (is_initials(surface)) settle_initials(word);
  if (word.size() > max_word_bytes) word = truncate_utf8(word, max_word_bytes);
  return word;
}

std::string term(const Token& token) {
  std::string word = fold(token.surface);
  if (token.kind == Token::Kind::acronym) return acronym_of(word);
  if (token.kind != Token::Kind::shorthand) return word;
  const Shorthand* const magnitude = find_magnitude(word);
  return std::string(magnitude != nullptr ? magnitude->word : "percent");
}

std::string acronym_of(std::string_view word) {
  const bool is_operator = word == "and" || word == "or" || word == "not";
  if (word.size() < 2 || word.size() > max_acronym_letters || is_operator || !is_ascii(word) ||
      !is_plain_letters(word) || !is_stop_word_anywhere(word)) {
    return {};
  }
  std::string dotted(1, word.front());
  for (const char letter : word.substr(1)) dotted.append(1, '.').append(1, letter);
  return dotted;
}

struct Analyser::State {
  std::string language;
  std::optional<Xapian::Stem> stemmer;
  // By surface, a character of the kind behind it if that is not word.  What was not asked for
  // since the table was last full is forgotten when it is full again.
  FormsTable table;
  FormsTable older;

  const Forms& cached(std::string_view key, const Token& token) {
    if (const Forms* const known = table.find(key)) return *known;
    if (table.size() >= max_held) older = std::exchange(table, FormsTable());
    const Forms* const known = older.find(key);
    return table.add(key, known != nullptr ? *known : make_forms(token));
  }

  Forms make_forms(const Token& token) const {
    if (token.kind == Token::Kind::word || token.kind == Token::Kind::compound) {
      return forms_of_word(token.surface);
    }
    const std::string word = term(token);
    return token.kind == Token::Kind::shorthand ? forms_of_word(word) : Forms{word, word, {}};
  }

  Forms forms_of_word(std::string_view surface) const {
    Forms forms{fold(surface), {}, {}};
    const bool is_stemmed = stemmer && is_plain_letters(forms.word);
    if (is_ascii(surface)) {
      if (is_stemmed) forms.stem = fold((*stemmer)(forms.word));
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
    : state_(
          std::make_unique<State>(State{std::string(language), make_stemmer(language), {}, {}})) {}
Analyser::~Analyser() = default;
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;

const Forms& Analyser::forms(const Token& token) {
  if (token.kind == Token::Kind::word) return state_->cached(token.surface, token);
  std::string key(token.surface);
  key += static_cast<char>(token.kind);
  return state_->cached(key, token);
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
