// "Did you mean": another spelling of a query's words that finds more.
//
// Each word that is in few articles or none as it is written, whatever its stem finds, may have
// been meant to be another word of the archive; which, a hidden Markov model tells (Viterbi's
// algorithm).  How likely a word is typed as another is TypingCost; how likely a word is meant, the
// number of articles that hold it, and of those that hold the word before it too.  So "prime
// minster" means the minister and "york minster" does not.  A word may also have been parted in two
// ("newyork") or two joined ("foot ball").
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "searcher/deadline.hpp"
#include "searcher/filter_sets.hpp"
#include "searcher/query_parser.hpp"
#include "searcher/reader.hpp"
#include "searcher/search_request.hpp"
#include "searcher/vocabulary.hpp"

namespace broadsheet::searcher {

// A word in more articles is taken as meant, or in a big archive in one of 2,500.
inline constexpr Xapian::doccount max_doubtful_documents = 20;

// The query text with other words in their places and all else as typed: upper case where the word
// had it, quotes, operators, fields and excluded words untouched.  It parses as the query did but
// for those words.  Under the request's filters each of the new words is in a document that it
// finds, and it finds no fewer than the `found` documents of the query, or more that hold all of
// the words.  Only documents that may be shown `now` count.  Nothing if there is no such text, or
// the deadline came first.  Costs a query of frequent words a few look-ups.  The vocabulary may
// be of an earlier revision than the reader, whose words alone are offered.  May throw any
// Xapian::Error.
std::optional<std::string> suggest_query(const SearchRequest& request, const ParsedQuery& parsed,
                                         std::uint64_t found, const Vocabulary& vocabulary,
                                         FilterSets& filters, Instant now, Reader& reader,
                                         Deadline& deadline);

}  // namespace broadsheet::searcher
