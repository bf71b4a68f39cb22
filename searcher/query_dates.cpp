#include "searcher/query_dates.hpp"

#include <charconv>

#include "schema/text.hpp"

namespace broadsheet::searcher {
namespace {

using std::chrono::year_month_day;

std::optional<Day> months_before(Day day, int months) {
  const year_month_day date(day);
  const auto month = date.year() / date.month() - std::chrono::months(months);
  const auto last = year_month_day(month / std::chrono::last).day();
  return make_day(static_cast<int>(month.year()), static_cast<unsigned>(month.month()),
                  static_cast<unsigned>(std::min(date.day(), last)));
}

std::optional<Day> days_before(Day day, int days) {
  const Day before = day - std::chrono::days(days);
  return before >= Day(std::chrono::year(1) / 1 / 1) ? std::optional(before) : std::nullopt;
}

std::optional<Day> time_before(std::string_view text, Day today) {
  constexpr std::size_t most_digits = 4;
  if (text.size() < 2 || text.size() > most_digits + 1) return std::nullopt;
  int count = 0;
  const char* const unit = text.data() + text.size() - 1;
  const auto [rest, error] = std::from_chars(text.data(), unit, count);
  if (error != std::errc() || rest != unit || count < 0) return std::nullopt;
  switch (*unit) {
    case 'd':
      return days_before(today, count);
    case 'w':
      return days_before(today, 7 * count);
    case 'm':
      return months_before(today, count);
    case 'y':
      return months_before(today, 12 * count);
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<DayRange> query_period(std::string_view text, Day today) {
  const std::string word = text::fold_text(text);
  std::optional<Day> day;
  if (word == "today") {
    day = today;
  } else if (word == "yesterday") {
    day = today - std::chrono::days(1);
  } else {
    day = time_before(word, today);
  }
  return day ? DayRange{*day, *day} : parse_period(text);
}

}  // namespace broadsheet::searcher
