#include "indexer/extract/source_date.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/extract/ascii.hpp"
#include "indexer/extract/date_text.hpp"

namespace broadsheet::indexer {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t max_source_bytes = 4u << 20;
constexpr std::size_t max_key_bytes = 24;
constexpr std::size_t max_value_bytes = 40;
constexpr std::size_t max_days = 200;  // Different ones.

// Names of the date in data, '_' and '-' left out, lower case; the most trusted first.
constexpr auto date_keys = std::to_array<std::string_view>(
    {"datepublished",      "publishedat", "publisheddate", "publishdate",    "publicationdate",
     "publishedtime",      "publishtime", "publishedon",   "firstpublished", "firstpublishedat",
     "firstpublisheddate", "pubdate",     "dateposted",    "postdate",       "displaydate",
     "releasedate",        "publishat",   "published",     "datecreated",    "createdat",
     "createddate",        "created"});

// How often each of several days occurs; days in the order in which they were first seen.
class DayCounts {
 public:
  void add(const Timestamp& date) {
    const auto known =
        std::ranges::find(days_, date.day, [](const Count& c) { return c.date.day; });
    if (known != days_.end()) {
      ++known->times;
    } else if (days_.size() < max_days) {
      days_.push_back({date, 1});
    }
  }

  std::optional<Timestamp> most_frequent() const {
    if (days_.empty()) return std::nullopt;
    return std::ranges::max_element(days_, {}, &Count::times)->date;
  }

 private:
  struct Count {
    Timestamp date;
    int times;
  };

  std::vector<Count> days_;
};

using Month = std::optional<std::chrono::year_month>;

bool is_of(const Month& month, Day day) {
  const std::chrono::year_month_day date(day);
  return !month || date.year() / date.month() == *month;
}

bool is_quote_or_escape(char c) { return c == '"' || c == '\'' || c == '\\'; }

// ---- Data of scripts --------------------------------------------------------------------------

class KeyScanner {
 public:
  explicit KeyScanner(std::string_view source) : source_(source) {}

  // Calls visit(rank of the key, value) for each `"key": "value"`.
  template <typename Visit>
  void scan(Visit visit) const {
    for (std::size_t colon = source_.find(':'); colon != npos;
         colon = source_.find(':', colon + 1)) {
      const std::size_t rank = rank_of_key_before(colon);
      if (rank < date_keys.size()) visit(rank, value_after(colon));
    }
  }

 private:
  std::size_t rank_of_key_before(std::size_t colon) const {
    std::size_t end = colon;
    while (end > 0 && is_quote_or_escape(source_[end - 1])) --end;
    if (end == colon) return date_keys.size();
    std::size_t begin = end;
    std::array<char, max_key_bytes> key;
    std::size_t size = 0;
    while (begin > 0 && size < key.size() && !is_quote_or_escape(source_[begin - 1])) {
      const char c = source_[--begin];
      if (c == '_' || c == '-') continue;
      if (!ascii::is_letter(c)) return date_keys.size();
      key[size++] = ascii::to_lower(c);
    }
    std::reverse(key.begin(), key.begin() + static_cast<std::ptrdiff_t>(size));
    const auto found = std::ranges::find(date_keys, std::string_view(key.data(), size));
    return static_cast<std::size_t>(found - date_keys.begin());
  }

  std::string_view value_after(std::size_t colon) const {
    std::size_t begin = colon + 1;
    while (begin < source_.size() &&
           (ascii::is_space(source_[begin]) || is_quote_or_escape(source_[begin])))
      ++begin;
    std::size_t end = begin;
    while (end < source_.size() && end - begin < max_value_bytes && source_[end] != ',' &&
           source_[end] != '}' && !is_quote_or_escape(source_[end]))
      ++end;
    return source_.substr(begin, end - begin);
  }

  std::string_view source_;
};

std::optional<SourceDate> named_date(std::string_view source, std::string_view language,
                                     const Month& month, Instant now) {
  std::array<DayCounts, date_keys.size()> counts;
  KeyScanner(source).scan([&](std::size_t rank, std::string_view value) {
    const auto date = parse_date(value, language, now);
    if (date && is_of(month, date->day)) counts[rank].add(*date);
  });
  for (std::size_t rank = 0; rank < counts.size(); ++rank) {
    if (const auto date = counts[rank].most_frequent()) {
      return SourceDate{*date, true, "data of a script, " + std::string(date_keys[rank])};
    }
  }
  return std::nullopt;
}

// ---- Any full date ----------------------------------------------------------------------------

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && ascii::is_digit(text[at]);
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (is_digit_at(text, end)) ++end;
  return end - at;
}

int number_at(std::string_view text, std::size_t at, std::size_t digits) {
  int value = 0;
  for (std::size_t i = 0; i < digits; ++i) value = value * 10 + (text[at + i] - '0');
  return value;
}

// 2021-03-19, /2021/03/19/, 19.03.2021 at `at`, where a number begins.
std::optional<Day> full_date_at(std::string_view text, std::size_t at) {
  std::array<int, 3> numbers{};
  std::array<std::size_t, 3> digits{};
  char separator = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    digits[i] = digits_at(text, at);
    if (digits[i] == 0 || digits[i] > 4) return std::nullopt;
    numbers[i] = number_at(text, at, digits[i]);
    at += digits[i];
    if (i == 2) break;
    if (at >= text.size() || (separator != 0 && text[at] != separator)) return std::nullopt;
    separator = text[at++];
  }
  if (digits[1] != 2) return std::nullopt;
  if (digits[0] == 4 && digits[2] == 2 && (separator == '-' || separator == '/')) {
    return make_day(numbers[0], static_cast<unsigned>(numbers[1]),
                    static_cast<unsigned>(numbers[2]));
  }
  if (digits[2] == 4 && digits[0] == 2 && separator == '.') {
    return make_day(numbers[2], static_cast<unsigned>(numbers[1]),
                    static_cast<unsigned>(numbers[0]));
  }
  return std::nullopt;
}

std::optional<SourceDate> frequent_date(std::string_view source, const Month& month, Instant now) {
  DayCounts counts;
  for (std::size_t at = source.find_first_of("0123456789"); at != npos;
       at = source.find_first_of("0123456789", at)) {
    const bool begins = at == 0 || !ascii::is_letter(source[at - 1]);
    const auto day = begins ? full_date_at(source, at) : std::nullopt;
    if (day && is_of(month, *day) && is_plausible(*day, now)) counts.add({*day, {}, {}});
    at += digits_at(source, at);
  }
  const auto date = counts.most_frequent();
  if (!date) return std::nullopt;
  return SourceDate{*date, false, "most frequent day of the URL's month in the page's source"};
}

}  // namespace

std::optional<SourceDate> find_source_date(std::string_view source, std::string_view language,
                                           std::optional<std::chrono::year_month> month,
                                           Instant now) {
  source = source.substr(0, max_source_bytes);
  if (auto date = named_date(source, language, month, now)) return date;
  if (!month) return std::nullopt;
  return frequent_date(source, month, now);
}

}  // namespace broadsheet::indexer
