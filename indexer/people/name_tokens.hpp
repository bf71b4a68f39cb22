// A story's text as the tagger reads it: words and marks, each with its place and shape.
//
// Unlike the index's tokens (schema/text.hpp) these keep case, marks and the periods of initials
// and abbreviations ("J.", "Gen.", "Ph.D."), hold hyphens and apostrophes within a word
// ("Al-Mutairi", "O'Brien", "N’Golo"), and part a possessive or a contraction from its word
// ("Putin" "'s").
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace broadsheet::indexer::people {

enum class WordShape : std::uint8_t {
  lower,        // "said"
  capitalised,  // "Putin"
  capitals,     // "PUTIN"
  initial,      // "J.", "J", "J.K."
  mixed,        // "McDonald", "al-Masri", "iPhone"
  number,       // "2021", "1,000"
  mark,         // ",", "'s"
};

struct NameToken {
  std::uint32_t begin = 0;  // Byte offsets in the text, end excluded.
  std::uint32_t end = 0;
  WordShape shape = WordShape::mark;
  bool begins_sentence = false;
  bool follows_space = false;
};

// In text order; white space is in none.  text is UTF-8 of less than 4 GB; invalid bytes part
// words. Lines end sentences.
std::vector<NameToken> name_tokens(std::string_view text);

// Whether the token has a capital letter.
bool has_capital(WordShape shape);

}  // namespace broadsheet::indexer::people
