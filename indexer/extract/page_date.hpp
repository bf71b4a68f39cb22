// When a page's story was published.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/extract/visible_date.hpp"
#include "schema/article.hpp"
#include "schema/date.hpp"

namespace broadsheet::indexer {

struct PageDate {
  Timestamp published;
  DateEvidence evidence = DateEvidence::none;
  float confidence = 0;
  std::string note;
};

struct PageDates {
  std::optional<PageDate> published;
  std::vector<std::string> refused;  // Claims that were not believed, and why.
};

// The best evidence in the order of DateEvidence, with these exceptions.  The one date that a page
// shows between headline and story, if not as that of an update, overrules what the page's data
// says: it is what the publisher tells readers.  A day in the URL overrules a later claim and a
// <time> that nothing marks as the publication's.  A date of change is taken only if there is no
// other, one from the page's scripts and picture addresses only if there is none at all.
PageDates find_page_dates(const DateSources& sources, Instant now);

}  // namespace broadsheet::indexer
