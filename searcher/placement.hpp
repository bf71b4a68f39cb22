// Where the words of a query stand in a document: in its headline, at its beginning, near each
// other.
#pragma once

#include <bitset>
#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "schema/word_sequence.hpp"
#include "searcher/ranked_words.hpp"
#include "searcher/reader.hpp"

namespace broadsheet::searcher {

// Each at least 0, in units of idf: the sum of those of all words is the most that headline and
// lead can be.
struct Placement {
  double headline = 0;   // Of the words in it.
  double lead = 0;       // Of the words among the first of the text.
  double proximity = 0;  // Of words that are neighbours in the query and near each other here.
};

// Belongs to one thread; keeps references to the words.
class PlacementReader {
 public:
  // May throw any Xapian::Error.
  PlacementReader(const RankedWords& words, Reader& reader);

  // sequence: the document's slot::words.
  Placement read(std::string_view sequence) const;

 private:
  struct Occurrence {
    std::size_t word;
    std::size_t place;  // Counted in words; paragraphs are far from each other.
  };

  double proximity(const std::vector<Occurrence>& occurrences) const;

  const RankedWords& words_;
  std::unordered_map<WordCode, std::size_t> by_code_;
  std::bitset<65'536> low_bits_;  // Of the codes: most words of a document need no look-up.
};

}  // namespace broadsheet::searcher
