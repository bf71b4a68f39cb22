// The words that a query's matches are ranked by and highlighted with.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "searcher/match.hpp"
#include "searcher/query_parser.hpp"
#include "searcher/reader.hpp"

namespace broadsheet::searcher {

// What counts towards a document's score as one word.
struct RankedWord {
  std::vector<std::string> terms;  // Any of them; those that the index holds, at least one.
  std::string text;                // As typed; the start of a word if is_prefix.
  std::string exact;               // As typed, with its diacritics (QueryWord::exact).
  bool is_prefix = false;
  bool as_written = false;    // Quoted: in no other form.
  bool is_stop_word = false;  // Not ranked by, if there are other words.
  double idf = 0;             // How telling it is: greater than 0.
  double weight = 1;          // How much it counts beside the others: more if it was repeated.
};

struct RankedWords {
  std::vector<RankedWord> words;  // All but the excluded ones, each once.
  // Indexes of words that follow each other in the query but for stop words, each pair once.
  std::vector<std::pair<std::size_t, std::size_t>> neighbours;

  bool empty() const { return words.empty(); }
};

// Without the stop words, unless there are no others.
RankedWords ranked_words(const Query& query, const Matches& matches, Reader& reader);

}  // namespace broadsheet::searcher
