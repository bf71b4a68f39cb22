// The persons that a query names.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/columns.hpp"
#include "searcher/query_parser.hpp"

namespace broadsheet::searcher {

struct QueryPerson {
  Dictionary::Number name = 0;     // Of the person column's dictionary.
  std::vector<std::string> words;  // Folded, as the query has them.
};

// Those that the archive knows by a run of the query's words, the longest runs first taken: a whole
// name ("joe biden"), or another name that is nobody else's.  Not what stands in other fields, is
// excluded, or is a single word of a longer name.
std::vector<QueryPerson> query_people(const Query& query, const Columns& columns);

}  // namespace broadsheet::searcher
