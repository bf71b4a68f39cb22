#include "searcher/facet_counts.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "schema/article.hpp"

namespace broadsheet::searcher {
namespace {

using Number = Dictionary::Number;

// The filter of one field, by value number.
class ValueFilter {
 public:
  ValueFilter(const FacetColumn& column, const std::vector<std::string>& ids)
      : column_(column), wanted_(column.dictionary().value_count() + 1) {
    const Dictionary& dictionary = column.dictionary();
    std::vector<bool> names(dictionary.name_count() + 1);
    for (const std::string& id : ids) names[dictionary.find(id)] = true;
    names[0] = false;
    for (Number value = 1; value <= dictionary.value_count(); ++value) {
      wanted_[value] = names[dictionary.name_of(value)];
    }
  }

  bool passes(Xapian::docid docid) const {
    const auto values = column_.values(docid);
    return std::any_of(values.begin(), values.end(), [&](Number value) { return wanted_[value]; });
  }

 private:
  const FacetColumn& column_;
  std::vector<bool> wanted_;
};

class DayFilter {
 public:
  explicit DayFilter(const SearchRequest& request)
      : is_set_(request.from || request.to),
        first_(request.from ? number(*request.from) : Columns::no_day + 1),
        last_(request.to ? number(*request.to) : INT32_MAX) {}

  bool passes(std::int32_t day) const { return !is_set_ || (day >= first_ && day <= last_); }
  bool is_set() const { return is_set_; }

 private:
  static std::int32_t number(Day day) {
    return static_cast<std::int32_t>(day.time_since_epoch().count());
  }

  bool is_set_;
  std::int32_t first_;
  std::int32_t last_;
};

bool holds(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

struct NameCount {
  Number name = 0;
  std::uint32_t count = 0;
};

std::vector<std::uint32_t> count_values(const FacetColumn& column, const DocSet& documents,
                                        std::uint32_t& missing) {
  std::vector<std::uint32_t> counts(column.dictionary().value_count() + 1);
  documents.for_each([&](Xapian::docid docid) {
    const auto values = column.values(docid);
    if (values.empty()) ++missing;
    for (const Number value : values) ++counts[value];
  });
  return counts;
}

std::vector<NameCount> by_name(const Dictionary& dictionary,
                               const std::vector<std::uint32_t>& by_value) {
  std::vector<std::uint32_t> counts(dictionary.name_count() + 1);
  for (Number value = 1; value < by_value.size(); ++value) {
    if (by_value[value] != 0) counts[dictionary.name_of(value)] += by_value[value];
  }
  std::vector<NameCount> names;
  for (Number name = 1; name < counts.size(); ++name) {
    if (counts[name] != 0) names.push_back({name, counts[name]});
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

bool begins_words(const std::string& id, const std::string& query) {
  const std::string padded = "-" + id;
  for (std::size_t begin = 0; begin < query.size();) {
    const std::size_t end = std::min(query.find('-', begin), query.size());
    if (padded.find("-" + query.substr(begin, end - begin)) == padded.npos) return false;
    begin = end + 1;
  }
  return true;
}

Filtered apply_filters(const SearchRequest& request, DocSet matches, const Columns& columns) {
  Filtered filtered;
  const DayFilter days(request);
  if (request.filters.empty() && !days.is_set()) {
    filtered.passing = std::move(matches);
    return filtered;
  }
  std::vector<std::pair<ValueFilter, DocSet*>> filters;
  for (const auto& [field, ids] : request.filters) {
    DocSet& only_failing = filtered.only_failing[field];
    only_failing = DocSet(matches.last());
    filters.emplace_back(ValueFilter(columns.facet(field), ids), &only_failing);
  }
  filtered.passing = DocSet(matches.last());
  matches.for_each([&](Xapian::docid docid) {
    if (!days.passes(columns.day(docid))) return;
    DocSet* target = &filtered.passing;
    for (const auto& [filter, only_failing] : filters) {
      if (filter.passes(docid)) continue;
      if (target != &filtered.passing) return;  // The second that it fails.
      target = only_failing;
    }
    target->add(docid);
  });
  return filtered;
}

Facet count_facet(FacetField field, const SearchRequest& request, const Filtered& filtered,
                  const Columns& columns) {
  const FacetColumn& column = columns.facet(field);
  const Dictionary& dictionary = column.dictionary();
  Facet facet;
  std::vector<std::uint32_t> counts = count_values(column, filtered.passing, facet.missing);
  if (const auto own = filtered.only_failing.find(field); own != filtered.only_failing.end()) {
    const auto more = count_values(column, own->second, facet.missing);
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += more[i];
  }
  std::vector<NameCount> names = by_name(dictionary, counts);
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
