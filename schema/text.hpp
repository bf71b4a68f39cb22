// The one tokeniser and analyser, shared by index, query and snippet.
//
// Tokens are words as readers of news see them: letters, digits and marks of any script.
//
//   acronyms      N.A.T.O. is nato.  Those written like a word of grammar keep their periods, typed
//                 with them or in capitals: "U.S." and "US" are u.s, WHO is w.h.o, apart from us
//                 and who.  In shouted text (WHO WON THE ELECTION) capitals tell nothing.
//   numbers       "1,000" is 1000, "3.5" stays whole; "%", "per cent" and "pct" are percent; $5m
//                 and 5bn are 5 million and 5 billion.  Signs of currencies are no words.
//   apostrophes   A possessive 's is dropped, an elided article is a token of its own (l'homme: l,
//                 homme), others vanish (O'Brien: obrien), as do Catalan's dots (col·legi:
//                 collegi).  "AT&T" is at&t.
//   hyphens       Part words; the word that the parts make together (cease-fire: ceasefire) is to
//                 be had as well.
//   no spaces     Han, Kana and Hangul runs become overlapping pairs of characters, so that a
//                 phrase query finds any substring; Thai, Lao, Khmer and Burmese runs become words
//                 by ICU's dictionaries.
//
// Everything is folded: compatibility forms and case (Unicode NFKC_Casefold), combining diacritics
// dropped, ø ł đ æ œ and the like spelled out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::text {

struct Token {
  enum class Kind : std::uint8_t {
    word,
    acronym,    // Capitals that would otherwise be a word of grammar.
    shorthand,  // Stands for a word: % for percent, the m of $5m for million.
    pair,       // One of the overlapping pairs of a Han, Kana or Hangul run.
    segment,    // A word of a Thai, Lao, Khmer or Burmese run.
    compound,   // Two or three words joined by hyphens, taken as one.
  };

  std::size_t begin = 0;  // Byte offsets of the token in the text, end excluded.
  std::size_t end = 0;
  std::string_view surface;  // The characters that make the word (the possessive cut off); borrows
                             // from the text.
  Kind kind = Kind::word;
};

enum class Compounds : std::uint8_t { parts, parts_and_whole };

// Splits text, in order of begin.  Tokens do not overlap, but for pairs, and a compound stands
// before its parts if it is asked for.  Invalid UTF-8 parts words.  Holds a view of the text.
class Tokeniser {
 public:
  explicit Tokeniser(std::string_view text, Compounds compounds = Compounds::parts)
      : text_(text), compounds_(compounds) {}

  // False at the end of the text.
  bool next(Token& token);

 private:
  bool next_single(Token& token);
  void take_word(Token& token);
  void take_pair(Token& token);
  void take_segment(Token& token);
  void start_segments();
  bool find_compound(const Token& first, Token& compound);

  std::string_view text_;
  Compounds compounds_;
  std::size_t at_ = 0;
  std::size_t pairs_end_ = 0;          // In a run of pairs while at_ < pairs_end_.
  std::size_t compound_end_ = 0;       // Within a compound's parts while at_ <= compound_end_.
  std::vector<std::size_t> segments_;  // Where the segments to come end, the last one first.
  std::optional<Token> pending_;       // The token that comes next.
};

// Appends text fit to stand in HTML, also inside a quoted attribute.  text is valid UTF-8.
void append_escaped_html(std::string& html, std::string_view text);

// The folded form of a word.  At most 64 bytes (cut at a character); empty only if nothing but
// marks was there.
std::string fold(std::string_view surface);

// What stands in the index for a token, unstemmed: fold(surface), but for acronyms and shorthands.
std::string term(const Token& token);

// The same folding for a text of any length: apostrophes, spaces and punctuation stay.
std::string fold_text(std::string_view text);

// Letters, digits and marks of any script.
bool is_word_character(char32_t character);

// The straight and the typographic ones.
bool is_apostrophe(char32_t character);

// A word as index and queries know it.
struct Forms {
  std::string word;   // term(token)
  std::string stem;   // Folded Snowball stem (without prefix); equals word where there is none.
  std::string exact;  // In lower case, but with the diacritics of Latin letters that word lacks;
                      // empty where word lacks none.
};

// The term of the acronym that is written like a word of grammar: u.s for us, w.h.o for who.  Empty
// if the word (folded) is no stop word of any language or not of 2 or 3 letters of a to z (longer
// ones in capitals are emphasis), and for and, or, not, which queries have in capitals.
std::string acronym_of(std::string_view word);

// Words to terms for one language, with a cache.  Belongs to one thread.
class Analyser {
 public:
  // language is an ISO 639-1 code; without a Snowball stemmer for it (or empty) stem equals word.
  explicit Analyser(std::string_view language);
  ~Analyser();
  Analyser(Analyser&&) noexcept;
  Analyser& operator=(Analyser&&) noexcept;

  // The reference holds for the next max_held calls.
  const Forms& forms(const Token& token);

  static constexpr std::size_t max_held = 50'000;

  // A word too common in the language to tell stories apart ("the"), by its folded form.
  bool is_stop_word(std::string_view word) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Whether a Snowball stemmer serves the language.
bool has_stemmer(std::string_view language);

// The stop words known for the language; empty for a language without a list.
bool is_stop_word(std::string_view language, std::string_view folded_word);

// Whether it is one of any language.
bool is_stop_word_anywhere(std::string_view folded_word);

// Valid UTF-8: each ill-formed sequence replaced by U+FFFD, control characters by spaces.
std::string clean_utf8(std::string_view bytes);

// Runs of white space (Unicode's) become one space, ends trimmed.
std::string collapse_space(std::string_view text);

// The longest prefix of at most max_bytes that does not cut a character.
std::string_view truncate_utf8(std::string_view text, std::size_t max_bytes);

// Decodes the character at `at` and moves past it; U+FFFD (one byte taken) if ill-formed.
char32_t next_character(std::string_view text, std::size_t& at);

void append_utf8(std::string& text, char32_t character);

}  // namespace broadsheet::text
