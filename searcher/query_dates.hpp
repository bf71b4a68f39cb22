// Dates as a query states them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schema/date.hpp"

namespace broadsheet::searcher {

// What query_period() reads, for a person.
inline constexpr std::string_view query_period_forms =
    "YYYY, YYYY-MM, YYYY-MM-DD, today, yesterday, or a time before today such as 7d, 2w, 6m, 1y";

// "2021", "2021-03", "2021-03-19", "today", "yesterday", in any case; or a number of days (d),
// weeks (w), months (m) or years (y), at most 9999: the day that long before today, the month's
// last where it has no such day.
std::optional<DayRange> query_period(std::string_view text, Day today);

}  // namespace broadsheet::searcher
