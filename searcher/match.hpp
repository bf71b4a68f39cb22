// Which documents a query matches.
//
// Leaves are read off the posting lists and columns into bit sets, which groups then combine; a
// phrase, or words near each other, are looked for in the word sequences of the documents with all
// of them.  That finds
// every match, as exact counts need, several times faster than a Xapian match does, and the set
// then admits documents to the ranking.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "searcher/columns.hpp"
#include "searcher/deadline.hpp"
#include "searcher/doc_set.hpp"
#include "searcher/query_parser.hpp"
#include "searcher/reader.hpp"

namespace broadsheet::searcher {

struct Matches {
  DocSet documents;
  bool complete = true;            // False if the deadline or a bound cut it short.
  std::vector<std::string> notes;  // What was cut, for a person.
  std::map<std::string, std::vector<std::string>> prefixes;  // The terms each prefix stands for.
};

// visible: the documents that may be shown at all.  A set that was cut short never holds a document
// that the whole one would not.  May throw any Xapian::Error.
Matches match_query(const Query& query, const DocSet& visible, const Columns& columns,
                    Reader& reader, Deadline& deadline);

}  // namespace broadsheet::searcher
