// Dates as people and programs write them.
//
// Nothing is invented: a month without a day is no date, a date without a year is none, and
// "2 hours ago" is none.  All results are plausible (schema/date.hpp) at `now`.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "schema/date.hpp"

namespace broadsheet::indexer {

// One date that fills the whole text, but for a weekday, a time and a zone: ISO 8601, RFC 822 (with
// obsolete zones), epoch seconds and milliseconds, "March 19, 2021", "19. März 2021, 10:30 Uhr",
// "19.03.2021", "3/19/2021", "2021年3月19日", with the month names of about 40 languages.
// language (ISO 639-1 with an optional region, "en-GB"; may be empty) settles whether 3/4/2021 is
// the fourth of March (English of America, the Philippines or of no stated region) or the third of
// April (everywhere else), unless a number above 12 does. A time without a zone is taken as UTC.
std::optional<Timestamp> parse_date(std::string_view text, std::string_view language, Instant now);

struct VisibleDates {
  std::optional<Timestamp> published;
  std::optional<Timestamp> modified;
  bool announced = false;  // A word for "published" stands before `published`.
};

// The dates in a short visible text such as "Published: Fri 19 Mar 2021, updated 21 March".  A date
// after a word for "updated" is modified, others are published, the first of each counts.  At most
// the first 400 bytes are read.
VisibleDates find_dates(std::string_view text, std::string_view language, Instant now);

// The day in a URL's path: /2021/03/19/, /2021-03-19-title, /20210319/, /2021/mar/19/.
std::optional<Day> date_in_url(std::string_view url, Instant now);

// The month in a URL's path: /2021/03/.
std::optional<std::chrono::year_month> month_in_url(std::string_view url, Instant now);

}  // namespace broadsheet::indexer
