// The documents that each filter lets through, kept for the requests that use the same one.
#pragma once

#include <cstddef>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "searcher/columns.hpp"
#include "searcher/doc_set.hpp"
#include "searcher/search_request.hpp"

namespace broadsheet::searcher {

// Of one snapshot, whose columns it borrows.  Any thread.
class FilterSets {
 public:
  explicit FilterSets(const Columns& columns) : columns_(columns) {}

  const Columns& columns() const { return columns_; }

  // The documents with a value of the field whose name has one of the ids; all usable.
  std::shared_ptr<const DocSet> with_any(FacetField field, const std::vector<std::string>& ids);

 private:
  using Filter = std::pair<FacetField, std::vector<std::string>>;
  struct Kept {
    std::shared_ptr<const DocSet> documents;
    std::list<Filter>::iterator place;
  };

  std::shared_ptr<const DocSet> find(const Filter& filter);
  void keep(const Filter& filter, const std::shared_ptr<const DocSet>& documents);
  std::size_t most_kept() const;

  const Columns& columns_;
  std::mutex mutex_;  // Guards what follows.
  std::map<Filter, Kept> kept_;
  std::list<Filter> by_use_;  // The last used first.
};

}  // namespace broadsheet::searcher
