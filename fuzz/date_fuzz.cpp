// Any bytes as a date, a line with dates, an address and a page's source: no crash, no hang, and
// only plausible days.  The first byte chooses the language.
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "indexer/extract/date_text.hpp"
#include "indexer/extract/source_date.hpp"

namespace {

using namespace broadsheet;

constexpr Instant now(std::chrono::seconds(1'700'000'000));
constexpr std::array<std::string_view, 12> languages = {"",   "en", "en-GB", "de", "fr", "pt",
                                                        "ja", "fa", "ar",    "th", "ko", "ru"};

void require_plausible(const std::optional<Timestamp>& date) {
  if (date && !is_plausible(date->day, now)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view language = languages[data[0] % languages.size()];
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  require_plausible(indexer::parse_date(text, language, now));
  const indexer::VisibleDates dates = indexer::find_dates(text, language, now);
  require_plausible(dates.published);
  require_plausible(dates.modified);
  if (const auto day = indexer::date_in_url(text, now); day && !is_plausible(*day, now)) {
    std::abort();
  }
  const std::chrono::year_month month = std::chrono::year(2023) / 11;
  for (const auto& known : {std::optional<std::chrono::year_month>(), std::optional(month)}) {
    if (const auto found = indexer::find_source_date(text, language, known, now)) {
      require_plausible(found->date);
    }
  }
  return 0;
}
