#include "indexer/extract/calendars.hpp"

#include <unicode/calendar.h>

#include <cstdint>
#include <memory>

namespace broadsheet::indexer {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

Day nth_sunday(int year, unsigned month, unsigned n) {
  return Day(std::chrono::year(year) / std::chrono::month(month) / std::chrono::Sunday[n]);
}

// "ET" and its like: North American daylight time from the second Sunday of March on.
minutes north_american(int hours, Day day) {
  const int year = static_cast<int>(std::chrono::year_month_day(day).year());
  const bool summer = day >= nth_sunday(year, 3, 2) && day < nth_sunday(year, 11, 1);
  return std::chrono::hours(hours + (summer ? 1 : 0));
}

}  // namespace

std::optional<Day> persian_day(int year, unsigned month, unsigned day) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(
      *icu::TimeZone::getGMT(), icu::Locale("fa_IR@calendar=persian"), status));
  if (U_FAILURE(status)) return std::nullopt;
  calendar->setLenient(false);
  calendar->clear();
  calendar->set(year, static_cast<int>(month) - 1, static_cast<int>(day));
  const UDate time = calendar->getTime(status);
  if (U_FAILURE(status)) return std::nullopt;
  return std::chrono::floor<std::chrono::days>(
      Instant(seconds(static_cast<std::int64_t>(time / 1000))));
}

std::optional<minutes> zone_offset(std::string_view word, Day day) {
  struct Zone {
    std::string_view name;
    int minutes_east;
  };
  static constexpr Zone zones[] = {
      {"utc", 0},     {"gmt", 0},    {"z", 0},      {"ut", 0},     {"wet", 0},    {"est", -300},
      {"edt", -240},  {"cst", -360}, {"cdt", -300}, {"mst", -420}, {"mdt", -360}, {"pst", -480},
      {"pdt", -420},  {"ast", -240}, {"adt", -180}, {"nst", -210}, {"ndt", -150}, {"akst", -540},
      {"akdt", -480}, {"hst", -600}, {"brt", -180}, {"bst", 60},   {"west", 60},  {"cet", 60},
      {"mez", 60},    {"cest", 120}, {"mesz", 120}, {"eet", 120},  {"sast", 120}, {"eest", 180},
      {"msk", 180},   {"trt", 180},  {"eat", 180},  {"gst", 240},  {"pkt", 300},  {"ist", 330},
      {"wib", 420},   {"hkt", 480},  {"sgt", 480},  {"awst", 480}, {"pht", 480},  {"jst", 540},
      {"kst", 540},   {"acst", 570}, {"aest", 600}, {"acdt", 630}, {"aedt", 660}, {"nzst", 720},
      {"nzdt", 780}};
  if (word == "et") return north_american(-5, day);
  if (word == "ct") return north_american(-6, day);
  if (word == "mt") return north_american(-7, day);
  if (word == "pt") return north_american(-8, day);
  for (const Zone& zone : zones) {
    if (zone.name == word) return minutes(zone.minutes_east);
  }
  return std::nullopt;
}

}  // namespace broadsheet::indexer
