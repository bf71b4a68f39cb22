#include "searcher/filter_sets.hpp"

#include <algorithm>

#include "searcher/name_index.hpp"

namespace broadsheet::searcher {
namespace {

// Of memory, for all sets of a snapshot; room for some is there in any archive.
constexpr std::size_t max_bytes = 32 << 20;
constexpr std::size_t least_kept = 4;

// With what keeping it takes.
std::size_t bytes_of_set(const Columns& columns) { return columns.last() / 8 + 1'000; }

std::string key_of(FacetField field, const std::vector<std::string>& ids) {
  std::string key = parameter_name(field);
  for (const std::string& id : ids) {
    // The length makes keys of different ids differ, whatever bytes they are of.
    key.append(" ").append(std::to_string(id.size())).append(":").append(id);
  }
  return key;
}

DocSet documents_with(const Columns& columns, FacetField field,
                      const std::vector<std::string>& ids) {
  const Dictionary& dictionary = columns.facet(field).dictionary();
  DocSet documents(columns.last());
  for (const std::string& id : ids) {
    const Dictionary::Number name = dictionary.find(id);
    if (name != 0) columns.names(field).add_documents(name, documents);
  }
  return documents;
}

}  // namespace

FilterSets::FilterSets(const Columns& columns)
    : columns_(columns), sets_(std::max(max_bytes, least_kept * bytes_of_set(columns))) {}

std::shared_ptr<const DocSet> FilterSets::with_any(FacetField field,
                                                   const std::vector<std::string>& ids) {
  const std::string key = key_of(field, ids);
  if (auto kept = sets_.find(key)) return kept;
  auto documents = std::make_shared<const DocSet>(documents_with(columns_, field, ids));
  sets_.put(key, documents, bytes_of_set(columns_));
  return documents;
}

}  // namespace broadsheet::searcher
