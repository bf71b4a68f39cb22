// Counts of matches by value, by day, and which of them the filters let through.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "searcher/columns.hpp"
#include "searcher/doc_set.hpp"
#include "searcher/filter_sets.hpp"
#include "searcher/search_request.hpp"
#include "searcher/search_response.hpp"

namespace broadsheet::searcher {

// A query's matches as the request's filters part them.
struct Filtered {
  DocSet passing;  // All filters.
  // Those that only this field's own filter keeps out: they count in the field's facet.
  std::map<FacetField, DocSet> only_failing;
};

Filtered apply_filters(const SearchRequest& request, DocSet matches, FilterSets& sets);

// Documents to count by value or day, so that at most half of the archive is looked at: what all
// usable documents count is known.
struct CountedSet {
  // documents: usable ones.
  CountedSet(DocSet documents, const Columns& columns);

  DocSet listed;
  Xapian::doccount listed_count;
  bool are_left_out = false;  // The documents are all usable ones but the listed.
  Xapian::doccount usable;    // In all.
};

// Exact over the given documents; the label of a name is its most used spelling in the archive.
Facet count_facet(FacetField field, const SearchRequest& request, const CountedSet& counted,
                  const Columns& columns);

}  // namespace broadsheet::searcher
