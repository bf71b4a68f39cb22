#include "web/english.hpp"

#include <array>
#include <chrono>

namespace broadsheet::web {

namespace {

using std::chrono::year_month_day;

std::string day_of_month(const year_month_day& date) {
  return std::to_string(static_cast<unsigned>(date.day()));
}

std::string month_of(const year_month_day& date) {
  constexpr std::array<const char*, 12> names{"January",   "February", "March",    "April",
                                              "May",       "June",     "July",     "August",
                                              "September", "October",  "November", "December"};
  return names.at(static_cast<unsigned>(date.month()) - 1);
}

std::string year_of(const year_month_day& date) {
  return std::to_string(static_cast<int>(date.year()));
}

bool is_first_of_month(const year_month_day& date) { return date.day() == std::chrono::day(1); }

bool is_last_of_month(const year_month_day& date) {
  const std::chrono::year_month_day_last last(date.year(),
                                              std::chrono::month_day_last(date.month()));
  return date.day() == last.day();
}

}  // namespace

std::string english_day(Day day) {
  const year_month_day date(day);
  return day_of_month(date) + ' ' + month_of(date) + ' ' + year_of(date);
}

std::string english_period(const DayRange& days) {
  const year_month_day first(days.first);
  const year_month_day last(days.last);
  if (days.first == days.last) return english_day(days.first);
  if (first.year() != last.year()) return english_day(days.first) + " – " + english_day(days.last);
  const bool whole_months = is_first_of_month(first) && is_last_of_month(last);
  if (first.month() == last.month()) {
    return whole_months ? month_of(first) + ' ' + year_of(first)
                        : day_of_month(first) + "–" + english_day(days.last);
  }
  const bool whole_year = whole_months && first.month() == std::chrono::January &&
                          last.month() == std::chrono::December;
  if (whole_year) return year_of(first);
  return day_of_month(first) + ' ' + month_of(first) + " – " + english_day(days.last);
}

std::string english_number(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

std::string english_count(std::uint64_t number, const char* one, const char* many) {
  return english_number(number) + ' ' + (number == 1 ? one : many);
}

}  // namespace broadsheet::web
