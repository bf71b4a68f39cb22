// The best matches of a query.
//
// Words are weighed in one text of headline and body (text_scores.hpp).  Where the best matches
// cover little of a long query, words of theirs are added (feedback.hpp); matches about a person of
// the query and, if the query is about now, new ones are lifted (query_people.hpp, recency.hpp); a
// document whose headline is the query comes first.  Of the best, those gain that have the words in
// their headline, at their beginning and near each other (placement.hpp).
#pragma once

#include <vector>

#include "searcher/columns.hpp"
#include "searcher/deadline.hpp"
#include "searcher/doc_set.hpp"
#include "searcher/ranked_words.hpp"
#include "searcher/reader.hpp"
#include "searcher/search_response.hpp"

namespace broadsheet::searcher {

struct Ranked {
  Xapian::docid docid = 0;
  double score = 0;
  ScoreParts parts;
};

struct Ranking {
  std::vector<Ranked> results;
  bool complete = true;  // False if the deadline came first: better ones may be missing.
};

// The documents that come `first` (from 0) to `first + size - 1` by score, of equals the newest
// first.  Those without any of the words have a score of 0.  May throw any Xapian::Error.
Ranking rank(const Query& query, const RankedWords& words, const DocSet& documents,
             const Columns& columns, Reader& reader, Instant now, Deadline& deadline,
             Xapian::doccount first, Xapian::doccount size);

}  // namespace broadsheet::searcher
