// The commonest words of an archive, for the sake of phrases.
//
// A phrase is looked for in the documents with all of its words (word_sequence.hpp), and for "said
// the" that is most of an archive.  So the index holds a term for each two words that stand side by
// side in a document if one is common and the other at least frequent: a phrase of two such words
// is found by that alone, and a longer one has few candidates left.  (Williams, Zobel and Bahle,
// Fast Phrase Querying with Combined Indexes, ACM TOIS 22, 2004, index such pairs for the same
// reason.)  Which words are common is learned when a generation is built and stays with it; it
// changes how fast a phrase is found, never what.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "schema/word_sequence.hpp"

namespace broadsheet {

class CommonWords {
 public:
  static constexpr std::size_t max_words = 16'000;

  // None.
  CommonWords() = default;
  // The frequent words, at most max_words, the most frequent first; the first `common` of them are
  // common.
  CommonWords(const std::vector<WordCode>& frequent, std::size_t common);

  // Those of an index; none if it was made without.  May throw any Xapian::Error.
  static CommonWords of(const Xapian::Database& database);

  // As metadata of the index.
  void write(Xapian::WritableDatabase& database) const;

  bool empty() const { return words_.empty(); }

  // The term of the documents where both stand side by side in this order; empty if there is none
  // for them.
  std::string pair_term(WordCode first, WordCode second) const;

  // The terms of the pairs in the sequence, each once.
  std::vector<std::string> pair_terms(std::string_view sequence) const;

 private:
  // A word's place among the frequent, from 1; 0 if it is not frequent.
  using Number = std::uint16_t;
  struct Word {
    WordCode code;
    Number number;
  };

  Number number(WordCode word) const;
  bool is_pair(Number first, Number second) const;

  std::vector<Word> words_;  // By code.
  std::size_t common_ = 0;
};

}  // namespace broadsheet
