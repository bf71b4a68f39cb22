#include "searcher/facet_counts.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "schema/article.hpp"
#include "searcher/name_index.hpp"

namespace broadsheet::searcher {
namespace {

using Number = Dictionary::Number;

DocSet within(const DocSet& documents, const std::optional<Day>& from, const std::optional<Day>& to,
              const Columns& columns) {
  const auto number = [](Day day) {
    return static_cast<std::int32_t>(day.time_since_epoch().count());
  };
  const std::int32_t first = from ? number(*from) : Columns::no_day + 1;
  const std::int32_t last = to ? number(*to) : INT32_MAX;
  DocSet found(documents.last());
  documents.for_each([&](Xapian::docid docid) {
    const std::int32_t day = columns.day(docid);
    if (day >= first && day <= last) found.add(docid);
  });
  return found;
}

// What it costs to sort in the names of a document, in values of a dictionary looked at.
constexpr std::uint64_t sorting_cost = 16;

bool holds(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

struct NameCount {
  Number name = 0;
  std::uint32_t count = 0;
};

// Documents of each value, by its number.
std::vector<std::uint32_t> count_values(const FacetColumn& column, const CountedSet& counted,
                                        std::uint32_t& missing) {
  const Dictionary& dictionary = column.dictionary();
  std::vector<std::uint32_t> counts(dictionary.value_count() + 1);
  std::uint32_t without = 0;
  counted.listed.for_each([&](Xapian::docid docid) {
    const auto values = column.values(docid);
    if (values.empty()) ++without;
    for (const Number value : values) ++counts[value];
  });
  missing = without;
  if (!counted.are_left_out) return counts;
  missing = counted.usable - column.documents() - without;
  for (Number value = 1; value < counts.size(); ++value) {
    counts[value] = dictionary.uses(value) - counts[value];
  }
  return counts;
}

// Of all names that have any.
std::vector<NameCount> count_names(const FacetColumn& column, const CountedSet& counted,
                                   std::uint32_t& missing) {
  const Dictionary& dictionary = column.dictionary();
  std::vector<std::uint32_t> counts = count_values(column, counted, missing);
  if (!dictionary.has_one_spelling_each()) {
    const std::vector<std::uint32_t> by_value = std::exchange(counts, {});
    counts.resize(dictionary.name_count() + 1);
    for (Number value = 1; value < by_value.size(); ++value) {
      if (by_value[value] != 0) counts[dictionary.name_of(value)] += by_value[value];
    }
  }
  std::vector<NameCount> names;
  for (Number name = 1; name < counts.size(); ++name) {
    if (counts[name] != 0) names.push_back({name, counts[name]});
  }
  return names;
}

// The same without a look at the whole dictionary, for few documents.
std::vector<NameCount> count_few_names(const FacetColumn& column, const DocSet& documents,
                                       std::uint32_t& missing) {
  std::vector<Number> found;
  documents.for_each([&](Xapian::docid docid) {
    const auto values = column.values(docid);
    if (values.empty()) ++missing;
    for (const Number value : values) found.push_back(column.dictionary().name_of(value));
  });
  std::sort(found.begin(), found.end());
  std::vector<NameCount> names;
  for (const Number name : found) {
    if (names.empty() || names.back().name != name) names.push_back({name, 0});
    ++names.back().count;
  }
  return names;
}

// Selected names are listed even if nobody has them, and on top of the facet_size.
void list_selected(Facet& facet, const std::vector<std::string>& ids, const Dictionary& dictionary,
                   const std::vector<NameCount>& rest) {
  for (const std::string& typed : ids) {
    // A person may be asked for by another of their names.
    const std::string id =
        dictionary.find(typed) != 0 ? dictionary.id(dictionary.find(typed)) : typed;
    const auto is_it = [&](const FacetValue& value) { return value.id == id; };
    const auto listed = std::find_if(facet.values.begin(), facet.values.end(), is_it);
    if (listed != facet.values.end()) {
      listed->selected = true;
      continue;
    }
    const Number name = dictionary.find(id);
    const auto counted = std::find_if(rest.begin(), rest.end(),
                                      [&](const NameCount& other) { return other.name == name; });
    const bool is_counted = name != 0 && counted != rest.end();
    facet.values.push_back(
        {id, name != 0 ? dictionary.label(name) : id, is_counted ? counted->count : 0, true});
    if (is_counted) --facet.other;
  }
  std::sort(facet.values.begin(), facet.values.end(), [](const FacetValue& a, const FacetValue& b) {
    return a.count != b.count ? a.count > b.count : a.id < b.id;
  });
}

}  // namespace

CountedSet::CountedSet(DocSet documents, const Columns& columns)
    : listed(std::move(documents)), listed_count(listed.count()), usable(columns.usable_count()) {
  if (2 * listed_count <= usable) return;
  DocSet others = columns.usable();
  others -= listed;
  listed = std::move(others);
  listed_count = usable - listed_count;
  are_left_out = true;
}

Filtered apply_filters(const SearchRequest& request, DocSet matches, FilterSets& sets) {
  if (request.from || request.to) {
    matches = within(matches, request.from, request.to, sets.columns());
  }
  Filtered filtered;
  filtered.passing = std::move(matches);
  for (const auto& [field, ids] : request.filters) {
    const auto with = sets.with_any(field, ids);
    for (auto& [other, failing] : filtered.only_failing) failing &= *with;
    DocSet& failing = filtered.only_failing[field];
    failing = filtered.passing;
    failing -= *with;
    filtered.passing &= *with;
  }
  return filtered;
}

Facet count_facet(FacetField field, const SearchRequest& request, const CountedSet& counted,
                  const Columns& columns) {
  const FacetColumn& column = columns.facet(field);
  const Dictionary& dictionary = column.dictionary();
  Facet facet;
  const bool are_few =
      !counted.are_left_out && counted.listed_count * sorting_cost < dictionary.value_count();
  std::vector<NameCount> names = are_few ? count_few_names(column, counted.listed, facet.missing)
                                         : count_names(column, counted, facet.missing);
  const auto selected = request.filters.find(field);
  if (const std::string query = name_id(request.facet_query); !query.empty()) {
    std::erase_if(names, [&](const NameCount& name) {
      const std::string& id = dictionary.id(name.name);
      const bool is_selected = selected != request.filters.end() && holds(selected->second, id);
      return !is_selected && !begins_words(id, query);
    });
  }
  const auto listed =
      names.begin() + std::min<std::ptrdiff_t>(std::ssize(names), request.facet_size);
  std::partial_sort(names.begin(), listed, names.end(),
                    [&](const NameCount& a, const NameCount& b) {
                      return a.count != b.count ? a.count > b.count
                                                : dictionary.id(a.name) < dictionary.id(b.name);
                    });
  for (auto name = names.begin(); name != listed; ++name) {
    facet.values.push_back(
        {dictionary.id(name->name), dictionary.label(name->name), name->count, false});
  }
  facet.other = static_cast<std::uint32_t>(names.end() - listed);
  if (selected != request.filters.end()) {
    list_selected(facet, selected->second, dictionary, {listed, names.end()});
  }
  return facet;
}

}  // namespace broadsheet::searcher
