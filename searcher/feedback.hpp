// Relevance feedback: words of the best matches that the query did not think of.
//
// The best documents are taken for relevant (Lavrenko and Croft's relevance model, 2001, as "RM3"
// uses it).  That helps where they share only a part of a long query.  Where they have most of its
// words they are what was asked for, and more words lead astray; so how much the words count falls
// with the coverage of the query.  Short queries are mostly after one story.
#pragma once

#include <string>
#include <vector>

#include "searcher/columns.hpp"
#include "searcher/ranked_words.hpp"
#include "searcher/reader.hpp"

namespace broadsheet::searcher {

struct Ranked;

struct FeedbackWord {
  std::vector<std::string> terms;  // Of a stem.
  double weight = 0;               // 0 to 1, beside a word of the query that counts 1.
};

// Of the best matches, the first few of which are looked at.  None if the query is short or well
// covered.  May throw any Xapian::Error.
std::vector<FeedbackWord> feedback_words(const RankedWords& words, const std::vector<Ranked>& best,
                                         const Columns& columns, Reader& reader);

}  // namespace broadsheet::searcher
