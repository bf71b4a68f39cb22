#include "searcher/filter_sets.hpp"

#include <algorithm>

#include "searcher/name_index.hpp"

namespace broadsheet::searcher {
namespace {

// Of memory, for all sets of a snapshot.
constexpr std::size_t max_bytes = 32 << 20;

DocSet documents_with(const Columns& columns, FacetField field,
                      const std::vector<std::string>& ids) {
  const Dictionary& dictionary = columns.facet(field).dictionary();
  DocSet documents(columns.last());
  for (const std::string& id : ids) {
    const Dictionary::Number name = dictionary.find(id);
    if (name == 0) continue;
    for (const Xapian::docid docid : columns.names(field).documents(name)) documents.add(docid);
  }
  return documents;
}

}  // namespace

std::shared_ptr<const DocSet> FilterSets::with_any(FacetField field,
                                                   const std::vector<std::string>& ids) {
  const Filter filter(field, ids);
  if (auto kept = find(filter)) return kept;
  auto documents = std::make_shared<const DocSet>(documents_with(columns_, field, ids));
  keep(filter, documents);
  return documents;
}

std::shared_ptr<const DocSet> FilterSets::find(const Filter& filter) {
  const std::lock_guard lock(mutex_);
  const auto found = kept_.find(filter);
  if (found == kept_.end()) return nullptr;
  by_use_.splice(by_use_.begin(), by_use_, found->second.place);
  return found->second.documents;
}

void FilterSets::keep(const Filter& filter, const std::shared_ptr<const DocSet>& documents) {
  const std::lock_guard lock(mutex_);
  if (kept_.contains(filter)) return;
  by_use_.push_front(filter);
  kept_[filter] = {documents, by_use_.begin()};
  if (kept_.size() > most_kept()) {
    kept_.erase(by_use_.back());
    by_use_.pop_back();
  }
}

std::size_t FilterSets::most_kept() const {
  const std::size_t bytes = columns_.last() / 8 + 1'000;
  return std::max<std::size_t>(max_bytes / bytes, 4);
}

}  // namespace broadsheet::searcher
