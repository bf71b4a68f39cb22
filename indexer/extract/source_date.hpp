// A date from anywhere in a page's source: what is left when nothing that a reader sees is dated.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "schema/date.hpp"

namespace broadsheet::indexer {

struct SourceDate {
  Timestamp date;
  bool is_named = false;  // A script's data calls it the publication's.
  std::string note;
};

// The date that the data of scripts names as the publication's ("publishedAt": "..."), whatever
// their quotes; the most frequent of several. Else, only if the month is known, the most frequent
// of its days among the full dates of the page, in addresses of pictures too: without a month that
// would be right once in four times. Only days of `month` if that is given.
std::optional<SourceDate> find_source_date(std::string_view source, std::string_view language,
                                           std::optional<std::chrono::year_month> month,
                                           Instant now);

}  // namespace broadsheet::indexer
