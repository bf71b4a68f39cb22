// The best matches of a query, by BM25.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "searcher/columns.hpp"
#include "searcher/deadline.hpp"
#include "searcher/doc_set.hpp"
#include "searcher/match.hpp"
#include "searcher/query_parser.hpp"
#include "searcher/reader.hpp"

namespace broadsheet::searcher {

// What counts towards a document's score as one word.
struct RankedWord {
  std::vector<std::string> terms;  // Any of them; those that the index holds, at least one.
  std::string text;                // As typed; the start of a word if is_prefix.
  bool is_prefix = false;
  bool as_written = false;    // Quoted: in no other form.
  bool is_stop_word = false;  // Not ranked by, if there are other words.
  double idf = 0;             // How telling it is: greater than 0.
};

// The words that a query's matches are ranked by and highlighted with: all but the excluded ones,
// each once.
std::vector<RankedWord> ranked_words(const Query& query, const Matches& matches, Reader& reader);

struct Ranked {
  Xapian::docid docid = 0;
  double score = 0;
};

struct Ranking {
  std::vector<Ranked> results;
  bool complete = true;  // False if the deadline came first: better ones may be missing.
};

// The documents that come `first` (from 0) to `first + size - 1` by score, of equals the newest
// first.  Those without any of the words have a score of 0.  May throw any Xapian::Error.
Ranking rank(const std::vector<RankedWord>& words, const DocSet& documents, const Columns& columns,
             Reader& reader, Deadline& deadline, Xapian::doccount first, Xapian::doccount size);

}  // namespace broadsheet::searcher
