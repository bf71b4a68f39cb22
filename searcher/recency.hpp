// Whether a query is about now, and what new documents then gain.
//
// The best matches tell by their days (temporal profiles: Jones and Diaz, 2007).  If they crowd in
// the archive's last weeks, more than its documents do on the whole and as much as in any other
// weeks, the query is about what is going on, and new documents gain.  If they come in editions, a
// year apart, the last edition is meant.  Otherwise the day does not matter.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "searcher/columns.hpp"

namespace broadsheet::searcher {

struct Ranked;

struct RecencyLift {
  std::int32_t now = 0;  // The archive's last day, today at the latest; days since 1970.
  double most = 0;       // Of a document of that day or later; it halves with every half_life_days.
  double half_life_days = 1;

  // day: as Columns has it.
  double of(std::int32_t day) const;
};

// best: matches, the best first.  Nothing if new documents are no better than old ones.
std::optional<RecencyLift> recency_lift(const std::vector<Ranked>& best, const Columns& columns,
                                        Instant now);

}  // namespace broadsheet::searcher
