// The words of an article in order, as codes of three bytes: what phrases are checked against.
//
// Xapian keeps a position list for every word of every document, which is half of an index and most
// of the work of building one (230 of 504 MB and 40 % of the time for 50,000 articles).  A phrase
// needs less: the documents that hold all of its words, and for each of those the order of its
// words.  So an article's words lie in one value, headline first, a break after the headline and
// after each paragraph.  Two words share a code once in 16 million: a phrase is taken for found by
// mistake less than once in a million candidates.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

using WordCode = std::uint32_t;  // 24 bits, never 0.

// Of a token's term (text::term).  An acronym with periods has the code of its letters, so that a
// phrase can leave open whether us or U.S. is meant.  Part of the index format.
WordCode word_code(std::string_view word);

void append_code(std::string& sequence, WordCode code);
void append_word(std::string& sequence, std::string_view word);
void append_break(std::string& sequence);

// The part before the first break.
std::string_view headline_words(std::string_view sequence);

// The codes of the sequence, breaks counted, and the one at an index below that; 0 is a break.
// Inline: they are asked for by the million.
inline std::size_t code_count(std::string_view sequence) { return sequence.size() / 3; }
inline WordCode code_at(std::string_view sequence, std::size_t index) {
  const char* const bytes = sequence.data() + 3 * index;
  const auto byte = [bytes](int i) { return WordCode{static_cast<unsigned char>(bytes[i])}; };
  return byte(0) | byte(1) << 8 | byte(2) << 16;
}

// Whether the words stand there from an index on.
bool stands_at(std::string_view sequence, std::size_t index, const std::vector<WordCode>& words);

// Whether the words stand side by side in this order, no break between them.  None are always
// found.
bool contains_phrase(std::string_view sequence, const std::vector<WordCode>& words);

}  // namespace broadsheet
