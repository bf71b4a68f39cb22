// Days and instants, as an article and a filter state them.
//
// A news date is first of all a local calendar day: the day on which the story was published where
// it was published.  Filters and the timeline use that day; order uses the instant.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

using Day = std::chrono::sys_days;         // A calendar day, without a zone.
using Instant = std::chrono::sys_seconds;  // A point in time, UTC.

// A day, and the instant where it is known.  Invariant of those made by parse_timestamp(): with an
// instant, day is the day of instant + utc_offset.
struct Timestamp {
  Day day{};
  std::optional<Instant> instant;
  std::chrono::minutes utc_offset{0};  // -14 h to 14 h; 0 without an instant.

  // What order goes by: the instant, else midnight (UTC) of the day.
  Instant order() const { return instant ? *instant : Instant(day); }

  friend bool operator==(const Timestamp&, const Timestamp&) = default;
};

// A span of days, both ends included.
struct DayRange {
  Day first{};
  Day last{};

  friend bool operator==(const DayRange&, const DayRange&) = default;
};

// Now, by the system's clock, which may be set back.
Instant current_instant();

// Dates before 1700 or more than two days after now are mistakes of the page: nothing is dated so.
bool is_plausible(Day day, Instant now);

// The given day, month 1-12 and day 1-31 checked against the calendar (no 31 February).
std::optional<Day> make_day(int year, unsigned month, unsigned day);

// "2021-03-19", exactly.
std::optional<Day> parse_day(std::string_view text);

// "2021", "2021-03" or "2021-03-19", exactly: the whole year, month or day.
std::optional<DayRange> parse_period(std::string_view text);

// ISO 8601 as found in the wild, surrounding white space allowed: "2021-03-19", "20210319",
// "2021-03-19T08:38:00-04:00", "2021-03-19 08:38:00.123", "20210319T083800Z", "...+0100", "...+01".
// A time without a zone is taken as UTC.  Trailing text is refused.  Years 0001 to 9999.
std::optional<Timestamp> parse_timestamp(std::string_view text);

// "2021-03-19"; years past 9999 or before 0 do not occur.
std::string format_day(Day day);

// "2021-03-19T08:38:00-04:00" (Z for offset 0), or the day alone where there is no instant.
std::string format_timestamp(const Timestamp& timestamp);

// "2021-03-19T12:38:00Z".
std::string format_instant(Instant instant);

}  // namespace broadsheet
