// The documents that each filter lets through, kept for the requests that use the same one.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "searcher/columns.hpp"
#include "searcher/doc_set.hpp"
#include "searcher/lru_cache.hpp"
#include "searcher/search_request.hpp"

namespace broadsheet::searcher {

// Of one snapshot, whose columns it borrows.  Any thread.
class FilterSets {
 public:
  explicit FilterSets(const Columns& columns);

  const Columns& columns() const { return columns_; }

  // The documents with a value of the field whose name has one of the ids; all usable.
  std::shared_ptr<const DocSet> with_any(FacetField field, const std::vector<std::string>& ids);

 private:
  const Columns& columns_;
  LruCache<DocSet> sets_;
};

}  // namespace broadsheet::searcher
