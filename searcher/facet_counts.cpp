#include "searcher/facet_counts.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "schema/article.hpp"
#include "searcher/first_few.hpp"
#include "searcher/name_counts.hpp"
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

// How many of the documents to count have each name.
class NameCounts {
 public:
  NameCounts(const FacetColumn& column, const CountedSet& counted)
      : column_(column),
        are_few_(!counted.are_left_out &&
                 counted.listed_count * sorting_cost < column.dictionary().value_count()) {
    if (are_few_) {
      count_few(counted.listed);
    } else {
      count_values(counted);
      add_spellings();
    }
  }

  // Documents that have none.
  std::uint32_t missing() const { return missing_; }

  std::uint32_t of(Number name) const {
    if (!are_few_) return all_[name];
    const auto place = std::ranges::lower_bound(few_, name, {}, &NameCount::name);
    return place != few_.end() && place->name == name ? place->count : 0;
  }

  // Calls visit(NameCount) for each name that has any.
  template <typename Visit>
  void for_each(Visit visit) const {
    for (const NameCount& counted : few_) visit(counted);
    for (Number name = 1; name < all_.size(); ++name) {
      if (all_[name] != 0) visit(NameCount{name, all_[name]});
    }
  }

 private:
  // Without a look at the whole dictionary.
  void count_few(const DocSet& documents) {
    std::vector<Number> found;
    documents.for_each([&](Xapian::docid docid) {
      const auto values = column_.values(docid);
      if (values.empty()) ++missing_;
      for (const Number value : values) found.push_back(column_.dictionary().name_of(value));
    });
    std::sort(found.begin(), found.end());
    for (const Number name : found) {
      if (few_.empty() || few_.back().name != name) few_.push_back({name, 0});
      ++few_.back().count;
    }
  }

  // By value, for now.
  void count_values(const CountedSet& counted) {
    const Dictionary& dictionary = column_.dictionary();
    all_.resize(dictionary.value_count() + 1);
    counted.listed.for_each([&](Xapian::docid docid) {
      const auto values = column_.values(docid);
      if (values.empty()) ++missing_;
      for (const Number value : values) ++all_[value];
    });
    if (!counted.are_left_out) return;
    missing_ = counted.usable - column_.documents() - missing_;
    for (Number value = 1; value < all_.size(); ++value) {
      all_[value] = dictionary.uses(value) - all_[value];
    }
  }

  void add_spellings() {
    const Dictionary& dictionary = column_.dictionary();
    if (dictionary.has_one_spelling_each()) return;
    const std::vector<std::uint32_t> by_value = std::exchange(all_, {});
    all_.resize(dictionary.name_count() + 1);
    for (Number value = 1; value < by_value.size(); ++value) {
      if (by_value[value] != 0) all_[dictionary.name_of(value)] += by_value[value];
    }
  }

  const FacetColumn& column_;
  bool are_few_;
  std::uint32_t missing_ = 0;
  std::vector<NameCount> few_;      // By name; if they are few,
  std::vector<std::uint32_t> all_;  // else of every name.
};

// The names to list, their counts, and how many others there are.
class FacetList {
 public:
  FacetList(const SearchRequest& request, const Columns& columns, FacetField field,
            const NameCounts& counts)
      : dictionary_(columns.facet(field).dictionary()),
        counts_(counts),
        most_frequent_(request.facet_size, MoreFrequent(dictionary_)) {
    const std::string query = name_id(request.facet_query);
    is_asked_for_some_ = !query.empty();
    if (!is_asked_for_some_) {
      counts_.for_each([&](const NameCount& counted) { add(counted); });
      return;
    }
    asked_for_ = columns.names(field).beginning(query);
    for (const Number name : asked_for_) {
      if (const std::uint32_t count = counts_.of(name); count != 0) add({name, count});
    }
  }

  // selected: ids, listed even if nobody has them, and on top of the facet_size.
  Facet make(const std::vector<std::string>& selected) && {
    Facet facet;
    facet.missing = counts_.missing();
    facet.other = names_;
    for (const NameCount& counted : std::move(most_frequent_).take()) {
      const Number name = counted.name;
      facet.values.push_back({dictionary_.id(name), dictionary_.label(name), counted.count, false});
      --facet.other;
    }
    for (const std::string& id : selected) select(id, facet);
    std::sort(facet.values.begin(), facet.values.end(),
              [](const FacetValue& a, const FacetValue& b) {
                return a.count != b.count ? a.count > b.count : a.id < b.id;
              });
    return facet;
  }

 private:
  void add(const NameCount& counted) {
    ++names_;
    most_frequent_.add(counted);
  }

  bool is_among_others(Number name) const {
    return counts_.of(name) != 0 &&
           (!is_asked_for_some_ || std::ranges::binary_search(asked_for_, name));
  }

  void select(const std::string& typed, Facet& facet) const {
    const Number name = dictionary_.find(typed);
    // A person may be asked for by another of their names.
    const std::string& id = name != 0 ? dictionary_.id(name) : typed;
    const auto listed = std::ranges::find(facet.values, id, &FacetValue::id);
    if (listed != facet.values.end()) {
      listed->selected = true;
      return;
    }
    if (name == 0) {
      facet.values.push_back({id, id, 0, true});
      return;
    }
    if (is_among_others(name)) --facet.other;
    facet.values.push_back({id, dictionary_.label(name), counts_.of(name), true});
  }

  const Dictionary& dictionary_;
  const NameCounts& counts_;
  bool is_asked_for_some_ = false;
  std::vector<Number> asked_for_;  // By the request's facet_query, ascending.
  FirstFew<NameCount, MoreFrequent> most_frequent_;
  std::uint32_t names_ = 0;  // That have any, of those asked for.
};

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
  const NameCounts counts(columns.facet(field), counted);
  const auto selected = request.filters.find(field);
  return FacetList(request, columns, field, counts)
      .make(selected == request.filters.end() ? std::vector<std::string>() : selected->second);
}

}  // namespace broadsheet::searcher
