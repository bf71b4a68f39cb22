#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/extract/date_text.hpp"
#include "indexer/extract/month_names.hpp"
#include "schema/text.hpp"
#include "schema/url.hpp"

namespace broadsheet::indexer {
namespace {

// Reads the path of a URL for a day.
class PathScanner {
 public:
  explicit PathScanner(std::string_view path) : path_(path) {}

  std::optional<Day> day_at(std::size_t at) const {
    if (at > 0 && is_alnum(path_[at - 1])) return std::nullopt;
    const std::size_t digits = run_of_digits(at);
    if (digits == 8) return day(number(at, 4), number(at + 4, 2), number(at + 6, 2));
    if (digits != 4 || at + 4 >= path_.size()) return std::nullopt;
    const int year = number(at, 4);
    const std::size_t month_at = at + 5;
    if (!is_separator(path_[at + 4])) return std::nullopt;
    const std::size_t month_digits = run_of_digits(month_at);
    if (month_digits == 4) return day(year, number(month_at, 2), number(month_at + 2, 2));
    int month = 0;
    std::size_t next = month_at;
    if (month_digits == 1 || month_digits == 2) {
      month = number(month_at, month_digits);
      next += month_digits;
    } else {
      while (next < path_.size() && is_letter(path_[next])) ++next;
      month = month_named(path_.substr(month_at, next - month_at));
    }
    if (next >= path_.size() || path_[next] != path_[at + 4]) return std::nullopt;
    const std::size_t day_digits = run_of_digits(++next);
    if (day_digits < 1 || day_digits > 2) return std::nullopt;
    return day(year, month, number(next, day_digits));
  }

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  static bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
  static bool is_alnum(char c) { return is_digit(c) || is_letter(c); }
  static bool is_separator(char c) { return c == '/' || c == '-' || c == '_' || c == '.'; }

  std::size_t run_of_digits(std::size_t at) const {
    std::size_t end = at;
    while (end < path_.size() && is_digit(path_[end])) ++end;
    return end - at;
  }

  int number(std::size_t at, std::size_t digits) const {
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) value = value * 10 + (path_[at + i] - '0');
    return value;
  }

  static int month_named(std::string_view word) {
    if (word.size() < 3) return 0;
    const MonthName* month = find_month(text::fold(word), "en");
    return month && !month->persian ? static_cast<int>(month->month) : 0;
  }

  static std::optional<Day> day(int year, int month, int day_of_month) {
    if (year < 1990) return std::nullopt;
    return make_day(year, static_cast<unsigned>(month), static_cast<unsigned>(day_of_month));
  }

  std::string_view path_;
};

}  // namespace

std::optional<Day> date_in_url(std::string_view url, Instant now) {
  const std::string_view path = url_path(url);
  const PathScanner scanner(path);
  for (std::size_t at = 0; at < path.size(); ++at) {
    if (path[at] != '1' && path[at] != '2') continue;
    const auto day = scanner.day_at(at);
    if (day && is_plausible(*day, now)) return day;
  }
  return std::nullopt;
}

std::optional<std::chrono::year_month> month_in_url(std::string_view url, Instant now) {
  const std::string_view path = url_path(url);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t at = path.find('/'); at != path.npos; at = path.find('/', at + 1)) {
    const std::string_view part = path.substr(at, 9);  // "/2021/03/"
    if (part.size() < 9 || part[5] != '/' || part[8] != '/') continue;
    const std::string digits = std::string(part.substr(1, 4)) + std::string(part.substr(6, 2));
    if (!std::all_of(digits.begin(), digits.end(), is_digit)) continue;
    const int value = std::stoi(digits);
    const auto first = make_day(value / 100, static_cast<unsigned>(value % 100), 1);
    if (!first || value / 100 < 1990 || !is_plausible(*first, now)) continue;
    const std::chrono::year_month_day day(*first);
    return day.year() / day.month();
  }
  return std::nullopt;
}

}  // namespace broadsheet::indexer
