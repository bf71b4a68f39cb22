#include "searcher/name_counts.hpp"

#include <unordered_map>

#include "schema/article.hpp"
#include "searcher/first_few.hpp"
#include "searcher/name_index.hpp"

namespace broadsheet::searcher {
namespace {

using Number = Dictionary::Number;

// Stories of some names that may not be shown now.
std::unordered_map<Number, std::uint32_t> count_hidden(const Columns& columns,
                                                       const FacetColumn& column,
                                                       const DocSet& visible) {
  std::unordered_map<Number, std::uint32_t> counts;
  DocSet hidden = columns.usable();
  hidden -= visible;
  hidden.for_each([&](Xapian::docid docid) {
    for (const Number value : column.values(docid)) ++counts[column.dictionary().name_of(value)];
  });
  return counts;
}

}  // namespace

std::vector<NameCount> most_frequent(const Columns& columns, FacetField field,
                                     const DocSet& visible, std::string_view query,
                                     std::size_t most) {
  const FacetColumn& column = columns.facet(field);
  const NameIndex& names = columns.names(field);
  const auto hidden = count_hidden(columns, column, visible);
  FirstFew<NameCount, MoreFrequent> found(most, MoreFrequent(column.dictionary()));
  names.visit_beginning(name_id(query), [&](Number name) {
    auto count = static_cast<std::uint32_t>(names.documents(name).size());
    if (found.is_full() && count < found.last().count) return false;
    if (const auto some = hidden.find(name); some != hidden.end()) count -= some->second;
    if (count > 0) found.add({name, count});
    return true;
  });
  return std::move(found).take();
}

}  // namespace broadsheet::searcher
