#include "searcher/facet_counts.hpp"

#include <algorithm>
#include <optional>
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

// What it costs to sort in the names of a document, in names of a list looked at.
constexpr std::uint64_t sorting_cost = 256;

// How many of the documents to count have each name.
class NameCounts {
 public:
  NameCounts(const FacetColumn& column, const NameIndex& names, const CountedSet& counted)
      : column_(column),
        names_(names),
        are_left_out_(counted.are_left_out),
        are_few_(counted.listed_count * sorting_cost < column.dictionary().name_count()) {
    if (are_few_) {
      count_few(counted.listed);
    } else {
      count_many(counted.listed);
    }
    if (are_left_out_) missing_ = counted.usable - column.documents() - missing_;
  }

  // Documents that have none.
  std::uint32_t missing() const { return missing_; }

  // Names that have any.
  std::uint32_t names_with_any() const {
    return are_left_out_ ? static_cast<std::uint32_t>(names_.by_use().size()) - names_all_listed()
                         : names_listed();
  }

  std::uint32_t of(Number name) const {
    return are_left_out_ ? uses(name) - listed(name) : listed(name);
  }

  // Adds all names that may be among the most frequent.
  void add_to(FirstFew<NameCount, MoreFrequent>& most_frequent) const {
    if (are_few_ && !are_left_out_) {
      for (const NameCount& counted : few_) most_frequent.add(counted);
      return;
    }
    for (const Number name : names_.by_use()) {
      if (most_frequent.is_full() && uses(name) < most_frequent.last().count) return;
      if (const std::uint32_t count = of(name); count != 0) most_frequent.add({name, count});
    }
  }

 private:
  std::uint32_t uses(Number name) const {
    return static_cast<std::uint32_t>(names_.documents(name).size());
  }

  std::uint32_t listed(Number name) const {
    if (are_few_) return in_list(few_, name);
    return bytes_[name] + 256 * in_list(carries_, name);
  }

  static std::uint32_t in_list(const std::vector<NameCount>& counts, Number name) {
    const auto place = std::ranges::lower_bound(counts, name, {}, &NameCount::name);
    return place != counts.end() && place->name == name ? place->count : 0;
  }

  // How often each stands among the names.
  static std::vector<NameCount> counted(std::vector<Number> names) {
    std::sort(names.begin(), names.end());
    std::vector<NameCount> counts;
    for (const Number name : names) {
      if (counts.empty() || counts.back().name != name) counts.push_back({name, 0});
      ++counts.back().count;
    }
    return counts;
  }

  template <typename Visit>
  void for_each_name(const DocSet& documents, Visit visit) {
    const Dictionary& dictionary = column_.dictionary();
    const bool values_are_names = dictionary.has_one_spelling_each();
    std::uint32_t missing = 0;
    documents.for_each([&](Xapian::docid docid) {
      const auto values = column_.values(docid);
      if (values.empty()) ++missing;
      for (const Number value : values) {
        visit(values_are_names ? value : dictionary.name_of(value));
      }
    });
    missing_ += missing;
  }

  // Names of any listed document.
  std::uint32_t names_listed() const {
    if (are_few_) return static_cast<std::uint32_t>(few_.size());
    const auto ran_over = [&](const NameCount& carried) { return bytes_[carried.name] == 0; };
    return static_cast<std::uint32_t>(std::ssize(bytes_) - std::ranges::count(bytes_, 0) +
                                      std::ranges::count_if(carries_, ran_over));
  }

  // Names of which all documents are listed.
  std::uint32_t names_all_listed() const {
    const auto is_all = [&](Number name) { return listed(name) == uses(name); };
    if (are_few_) {
      return static_cast<std::uint32_t>(std::ranges::count_if(few_, is_all, &NameCount::name));
    }
    return static_cast<std::uint32_t>(std::ranges::count_if(names_.by_use(), [&](Number name) {
      return bytes_[name] == static_cast<std::uint8_t>(uses(name)) && is_all(name);
    }));
  }

  void count_few(const DocSet& documents) {
    std::vector<Number> found;
    for_each_name(documents, [&](Number name) { found.push_back(name); });
    few_ = counted(std::move(found));
  }

  void count_many(const DocSet& documents) {
    bytes_.resize(column_.dictionary().name_count() + 1);
    std::vector<Number> carries;
    for_each_name(documents, [&](Number name) {
      if (++bytes_[name] == 0) carries.push_back(name);
    });
    carries_ = counted(std::move(carries));
  }

  const FacetColumn& column_;
  const NameIndex& names_;
  bool are_left_out_;
  bool are_few_;
  std::uint32_t missing_ = 0;
  // Of the listed documents.  If they are few:
  std::vector<NameCount> few_;  // By name.
  // Else, of every name in a byte, which stay in the processor's cache; and how often that ran
  // over.
  std::vector<std::uint8_t> bytes_;
  std::vector<NameCount> carries_;  // By name.
};

// The names to list, their counts, and how many others there are.
class FacetList {
 public:
  FacetList(const SearchRequest& request, const Columns& columns, FacetField field,
            const NameCounts& counts)
      : dictionary_(columns.facet(field).dictionary()),
        counts_(counts),
        most_listed_(request.facet_size),
        most_frequent_(std::max(most_listed_, 1U), MoreFrequent(dictionary_)) {
    const std::string query = name_id(request.facet_query);
    if (query.empty()) {
      counts_.add_to(most_frequent_);
      names_ = counts_.names_with_any();
      return;
    }
    asked_for_ = columns.names(field).beginning(query);
    for (const Number name : *asked_for_) {
      const std::uint32_t count = counts_.of(name);
      if (count == 0) continue;
      ++names_;
      most_frequent_.add({name, count});
    }
  }

  // selected: ids, listed even if nobody has them, and on top of the facet_size.
  Facet make(const std::vector<std::string>& selected) && {
    Facet facet;
    facet.missing = counts_.missing();
    facet.other = names_;
    for (const auto& [name, count] : std::move(most_frequent_).take()) {
      if (facet.values.size() == most_listed_) break;
      facet.values.push_back({dictionary_.id(name), dictionary_.label(name), count, false});
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
  bool is_among_others(Number name) const {
    return counts_.of(name) != 0 && (!asked_for_ || std::ranges::binary_search(*asked_for_, name));
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
  std::uint32_t most_listed_;
  std::optional<std::vector<Number>> asked_for_;  // If the request has a facet_query; ascending.
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
  const NameCounts counts(columns.facet(field), columns.names(field), counted);
  const auto selected = request.filters.find(field);
  return FacetList(request, columns, field, counts)
      .make(selected == request.filters.end() ? std::vector<std::string>() : selected->second);
}

}  // namespace broadsheet::searcher
