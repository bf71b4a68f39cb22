// What a document's score gets beside its words' weights, whatever words it has.
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include <xapian.h>

#include "searcher/columns.hpp"
#include "searcher/doc_set.hpp"
#include "searcher/recency.hpp"

namespace broadsheet::searcher {

// Borrows the columns.  All lifts are at least 0.
struct DocumentLifts {
  explicit DocumentLifts(const Columns& of) : columns(&of) {}

  const Columns* columns;
  std::vector<std::pair<DocSet, double>> people;  // About a person of the query, or naming one.
  std::map<Xapian::docid, double> headline;       // Has the query for its headline; few.
  std::optional<RecencyLift> recency;

  bool empty() const { return people.empty() && headline.empty() && !recency; }

  double of_people(Xapian::docid docid) const {
    double sum = 0;
    for (const auto& [documents, lift] : people) sum += documents.contains(docid) ? lift : 0;
    return sum;
  }

  double of_headline(Xapian::docid docid) const {
    const auto found = headline.find(docid);
    return found == headline.end() ? 0 : found->second;
  }

  double of_recency(Xapian::docid docid) const {
    return recency ? recency->of(columns->day(docid)) : 0;
  }

  double all(Xapian::docid docid) const {
    return of_people(docid) + of_headline(docid) + of_recency(docid);
  }

  // At least that of any document.
  double most() const {
    double sum = recency ? recency->most : 0;
    for (const auto& [documents, lift] : people) sum += lift;
    double best = 0;
    for (const auto& [docid, lift] : headline) best = lift > best ? lift : best;
    return sum + best;
  }
};

}  // namespace broadsheet::searcher
