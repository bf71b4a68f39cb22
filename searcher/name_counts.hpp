// How many stories have each name of a column, and which names have most.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "searcher/columns.hpp"

namespace broadsheet::searcher {

struct NameCount {
  Dictionary::Number name = 0;
  std::uint32_t count = 0;
};

// The most frequent first, ties by id.
class MoreFrequent {
 public:
  explicit MoreFrequent(const Dictionary& dictionary) : dictionary_(&dictionary) {}

  bool operator()(const NameCount& a, const NameCount& b) const {
    return a.count != b.count ? a.count > b.count
                              : dictionary_->id(a.name) < dictionary_->id(b.name);
  }

 private:
  const Dictionary* dictionary_;
};

// The names that have words, in their id or another one, which begin with the words of the query
// (an empty one: all), with their visible stories: those that have any, the most frequent first, at
// most so many, which is at least one.
std::vector<NameCount> most_frequent(const Columns& columns, FacetField field,
                                     const DocSet& visible, std::string_view query,
                                     std::size_t most);

}  // namespace broadsheet::searcher
