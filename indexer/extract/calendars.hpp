// Calendars and time zones as dates name them.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "schema/date.hpp"

namespace broadsheet::indexer {

// A day of the Solar Hijri calendar; none if it has no such day.
std::optional<Day> persian_day(int year, unsigned month, unsigned day);

// Minutes east of UTC.  word: folded ("cet", "edt"); "et" and its like mean daylight time in
// summer, by the rules of North America, so the day counts.
std::optional<std::chrono::minutes> zone_offset(std::string_view word, Day day);

}  // namespace broadsheet::indexer
