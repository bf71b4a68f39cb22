// Matches over time.
#pragma once

#include "searcher/columns.hpp"
#include "searcher/facet_counts.hpp"
#include "searcher/search_request.hpp"
#include "searcher/search_response.hpp"

namespace broadsheet::searcher {

// More buckets than this are never made: then the interval is the next longer one.
inline constexpr std::int32_t max_date_buckets = 4'000;

// Buckets from the first to the last match, cut to the request's dates where it has any.  Weeks
// begin on Monday.  Automatic is the shortest interval that takes no more than 62 days, 100 weeks
// or 100 months, else years.
DateFacet count_dates(const SearchRequest& request, const CountedSet& counted,
                      const Columns& columns, Instant now);

}  // namespace broadsheet::searcher
