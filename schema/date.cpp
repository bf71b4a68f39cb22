#include "schema/date.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace broadsheet {
namespace {

using std::chrono::year;
using std::chrono::year_month_day;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

// Takes what it recognises off the front of a text.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool done() const { return text_.empty(); }
  bool digit_next() const { return !text_.empty() && is_digit(text_.front()); }

  bool take(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }

  bool take_any(std::string_view characters) {
    if (text_.empty() || characters.find(text_.front()) == characters.npos) return false;
    text_.remove_prefix(1);
    return true;
  }

  // Exactly `count` digits.
  std::optional<int> number(std::size_t count) {
    if (text_.size() < count) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (!is_digit(text_[i])) return std::nullopt;
      value = value * 10 + (text_[i] - '0');
    }
    text_.remove_prefix(count);
    return value;
  }

  void skip_digits() {
    while (digit_next()) text_.remove_prefix(1);
  }

 private:
  std::string_view text_;
};

std::optional<Day> take_day(Scanner& scanner) {
  const auto y = scanner.number(4);
  if (!y) return std::nullopt;
  const bool dashed = scanner.take('-');
  const auto m = scanner.number(2);
  if (!m || (dashed && !scanner.take('-'))) return std::nullopt;
  const auto d = scanner.number(2);
  if (!d) return std::nullopt;
  return make_day(*y, static_cast<unsigned>(*m), static_cast<unsigned>(*d));
}

// "08:38", "08:38:15", "08:38:15.123", "083815".
std::optional<std::chrono::seconds> take_time(Scanner& scanner) {
  const auto h = scanner.number(2);
  if (!h || *h > 24) return std::nullopt;
  const bool colons = scanner.take(':');
  const auto m = scanner.number(2);
  if (!m || *m > 59) return std::nullopt;
  int s = 0;
  if (colons ? scanner.take(':') : scanner.digit_next()) {
    const auto seconds = scanner.number(2);
    if (!seconds || *seconds > 60) return std::nullopt;
    s = *seconds;
    if (scanner.take_any(".,")) scanner.skip_digits();
  }
  if (*h == 24 && (*m != 0 || s != 0)) return std::nullopt;
  return std::chrono::hours(*h) + std::chrono::minutes(*m) + std::chrono::seconds(s);
}

// "Z", "+01:00", "-0400", "+01", or nothing at all (UTC).
std::optional<std::chrono::minutes> take_offset(Scanner& scanner) {
  using std::chrono::minutes;
  scanner.take(' ');
  if (scanner.take_any("Zz") || scanner.done()) return minutes(0);
  const bool west = scanner.take('-');
  if (!west && !scanner.take('+')) return std::nullopt;
  const auto h = scanner.number(2);
  if (!h || *h > 14) return std::nullopt;
  scanner.take(':');
  const int m = scanner.digit_next() ? scanner.number(2).value_or(99) : 0;
  if (m > 59) return std::nullopt;
  const minutes offset(*h * 60 + m);
  return west ? -offset : offset;
}

}  // namespace

Instant current_instant() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

bool is_plausible(Day day, Instant now) {
  constexpr Day earliest = std::chrono::sys_days(year(1700) / 1 / 1);
  return day >= earliest &&
         day <= std::chrono::floor<std::chrono::days>(now) + std::chrono::days(2);
}

std::optional<Day> make_day(int y, unsigned m, unsigned d) {
  const year_month_day date{year(y), std::chrono::month(m), std::chrono::day(d)};
  if (y < 1 || y > 9999 || !date.ok()) return std::nullopt;
  return Day(date);
}

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10) return std::nullopt;
  Scanner scanner(text);
  const auto day = take_day(scanner);
  return day && scanner.done() ? day : std::nullopt;
}

std::optional<DayRange> parse_period(std::string_view text) {
  if (const auto day = parse_day(text)) return DayRange{*day, *day};
  Scanner scanner(text);
  const auto y = scanner.number(4);
  if (!y || *y < 1) return std::nullopt;
  if (scanner.done()) return DayRange{*make_day(*y, 1, 1), *make_day(*y, 12, 31)};
  if (!scanner.take('-')) return std::nullopt;
  const auto m = scanner.number(2);
  if (!m || !scanner.done() || *m < 1 || *m > 12) return std::nullopt;
  const auto month = year(*y) / *m;
  return DayRange{Day(month / 1), Day(month / std::chrono::last)};
}

std::optional<Timestamp> parse_timestamp(std::string_view text) {
  Scanner scanner(trim(text));
  const auto day = take_day(scanner);
  if (!day) return std::nullopt;
  if (scanner.done()) return Timestamp{*day, std::nullopt, std::chrono::minutes(0)};
  if (!scanner.take_any("Tt ")) return std::nullopt;
  const auto time = take_time(scanner);
  if (!time) return std::nullopt;
  const auto offset = take_offset(scanner);
  if (!offset || !scanner.done()) return std::nullopt;
  const Instant local = Instant(*day) + *time;  // 24:00 is the next day.
  return Timestamp{std::chrono::floor<std::chrono::days>(local), local - *offset, *offset};
}

std::string format_day(Day day) {
  const year_month_day date(day);
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

std::string format_timestamp(const Timestamp& timestamp) {
  if (!timestamp.instant) return format_day(timestamp.day);
  const Instant local = *timestamp.instant + timestamp.utc_offset;
  const Day day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::hh_mm_ss time(local - Instant(day));
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d", static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
  const std::string local_time = format_day(day) + text.data();
  if (timestamp.utc_offset.count() == 0) return local_time + 'Z';
  const long offset = timestamp.utc_offset.count();
  std::snprintf(text.data(), text.size(), "%c%02ld:%02ld", offset < 0 ? '-' : '+',
                std::abs(offset) / 60, std::abs(offset) % 60);
  return local_time + text.data();
}

std::string format_instant(Instant instant) {
  return format_timestamp({std::chrono::floor<std::chrono::days>(instant), instant, {}});
}

}  // namespace broadsheet
