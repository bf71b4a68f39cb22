#include "searcher/date_histogram.hpp"

#include <algorithm>
#include <vector>

namespace broadsheet::searcher {
namespace {

using std::chrono::days;

Day to_day(std::int32_t number) { return Day(days(number)); }

std::int32_t to_number(Day day) {
  return static_cast<std::int32_t>(day.time_since_epoch().count());
}

// The whole interval that the day is in.
DayRange bucket_of(Day day, Interval interval) {
  const std::chrono::year_month_day date(day);
  switch (interval) {
    case Interval::week: {
      const Day monday = day - (std::chrono::weekday(day) - std::chrono::Monday);
      return {monday, monday + days(6)};
    }
    case Interval::month: {
      const auto month = date.year() / date.month();
      return {Day(month / 1), Day(month / std::chrono::last)};
    }
    case Interval::year:
      return {Day(date.year() / 1 / 1), Day(date.year() / 12 / 31)};
    default:
      return {day, day};
  }
}

Interval shortest_interval(std::int32_t span_days) {
  if (span_days <= 62) return Interval::day;
  if (span_days <= 100 * 7) return Interval::week;
  return span_days <= 100 * 30 ? Interval::month : Interval::year;
}

Interval chosen_interval(Interval asked, std::int32_t span_days) {
  if (asked == Interval::automatic) return shortest_interval(span_days);
  if (asked == Interval::day && span_days > max_date_buckets) asked = Interval::week;
  if (asked == Interval::week && span_days > max_date_buckets * 7) asked = Interval::month;
  if (asked == Interval::month && span_days > max_date_buckets * 28) asked = Interval::year;
  return asked;
}

// Documents of each day from first_day() to last_day().
std::vector<std::uint32_t> count_days(const CountedSet& counted, const Columns& columns,
                                      std::uint32_t& missing) {
  const std::int32_t base = columns.first_day();
  std::vector<std::uint32_t> counts(static_cast<std::size_t>(columns.last_day() - base + 1));
  std::uint32_t undated = 0;
  counted.listed.for_each([&](Xapian::docid docid) {
    const std::int32_t day = columns.day(docid);
    if (day == Columns::no_day) {
      ++undated;
    } else {
      ++counts[static_cast<std::size_t>(day - base)];
    }
  });
  missing = undated;
  if (!counted.are_left_out) return counts;
  Xapian::doccount dated = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const std::uint32_t usable = columns.usable_on(base + static_cast<std::int32_t>(i));
    counts[i] = usable - counts[i];
    dated += usable;
  }
  missing = counted.usable - dated - undated;
  return counts;
}

}  // namespace

DateFacet count_dates(const SearchRequest& request, const CountedSet& counted,
                      const Columns& columns, Instant now) {
  DateFacet facet;
  const std::int32_t base = columns.first_day();
  const std::vector<std::uint32_t> by_day = count_days(counted, columns, facet.missing);
  const auto is_counted = [](std::uint32_t count) { return count != 0; };
  const auto first_counted = std::find_if(by_day.begin(), by_day.end(), is_counted);
  if (first_counted == by_day.end()) {
    if (request.interval != Interval::automatic) facet.interval = request.interval;
    return facet;
  }
  const auto last_counted = std::find_if(by_day.rbegin(), by_day.rend(), is_counted).base() - 1;
  const auto number = [&](auto place) {
    return static_cast<std::int32_t>(place - by_day.begin()) + base;
  };
  const std::int32_t last = number(last_counted);
  const std::int32_t today = to_number(std::chrono::floor<days>(now));
  for (std::int32_t day = std::max(today + 1, base); day <= last; ++day) {
    facet.future += by_day[static_cast<std::size_t>(day - base)];
  }
  facet.interval = chosen_interval(request.interval, last - number(first_counted) + 1);
  for (std::int32_t day = number(first_counted); day <= last;) {
    DateBucket bucket{bucket_of(to_day(day), facet.interval), 0, 0};
    const std::int32_t end = std::min(to_number(bucket.days.last), last) + 1;
    for (; day < end; ++day) bucket.count += by_day[static_cast<std::size_t>(day - base)];
    if (request.from) bucket.days.first = std::max(bucket.days.first, *request.from);
    if (request.to) bucket.days.last = std::min(bucket.days.last, *request.to);
    bucket.of =
        columns.count_between(to_number(bucket.days.first), to_number(bucket.days.last), now);
    facet.values.push_back(bucket);
  }
  return facet;
}

}  // namespace broadsheet::searcher
