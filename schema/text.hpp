// The one tokeniser and analyser, shared by index, query and snippet.
//
// Tokens are words as readers of news see them: letters, digits and marks of any script.  Dotted
// initials are one token ("U.S." is u.s, apart from us), "AT&T" is at&t, "1,000" is 1000, "3.5"
// stays whole, a possessive 's is dropped, an elided article is a token of its own (l'homme: l,
// homme), other apostrophes vanish (O'Brien: obrien), hyphens part words.  Han, Kana and Hangul
// runs become overlapping pairs of characters, so that a phrase query finds any substring.
// Everything is folded: compatibility forms and case (Unicode NFKC_Casefold), combining diacritics
// dropped, ø ł đ æ œ and the like spelled out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet::text {

struct Token {
  std::size_t begin = 0;  // Byte offsets of the token in the text, end excluded.
  std::size_t end = 0;
  std::string_view surface;  // The characters that make the word (the possessive cut off); borrows
                             // from the text.
  bool is_cjk = false;       // One of the overlapping pairs.
};

// Splits text, in order.  Invalid UTF-8 parts words.  Holds a view of the text.
class Tokeniser {
 public:
  explicit Tokeniser(std::string_view text) : text_(text) {}

  // False at the end of the text.
  bool next(Token& token);

 private:
  bool next_cjk(Token& token);

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t cjk_end_ = 0;  // Inside a CJK run while at_ < cjk_end_.
};

// Appends text fit to stand in HTML, also inside a quoted attribute.  text is valid UTF-8.
void append_escaped_html(std::string& html, std::string_view text);

// The folded form of a token's surface: what stands in the index as an unstemmed term.
// At most 64 bytes (cut at a character); empty only if nothing but marks was there.
std::string fold(std::string_view surface);

// The same folding for a text of any length: apostrophes, spaces and punctuation stay.
std::string fold_text(std::string_view text);

// Letters, digits and marks of any script.
bool is_word_character(char32_t character);

// The straight and the typographic ones.
bool is_apostrophe(char32_t character);

// A word as index and queries know it.
struct Forms {
  std::string word;   // fold(surface)
  std::string stem;   // Folded Snowball stem (without prefix); equals word where there is none.
  std::string exact;  // In lower case, but with the diacritics of Latin letters that word lacks;
                      // empty where word lacks none.
};

// The term of the acronym that is written like a word of grammar: u.s for us, w.h.o for who.  Empty
// if the word (folded) is no stop word of any language or not of 2 to 5 letters of a to z.
std::string acronym_of(std::string_view word);

// Words to terms for one language, with a cache.  Belongs to one thread.
class Analyser {
 public:
  // language is an ISO 639-1 code; without a Snowball stemmer for it (or empty) stem equals word.
  explicit Analyser(std::string_view language);
  ~Analyser();
  Analyser(Analyser&&) noexcept;
  Analyser& operator=(Analyser&&) noexcept;

  // The reference holds until the next call.
  const Forms& forms(const Token& token);

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
