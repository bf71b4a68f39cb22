#include "searcher/people.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <unordered_map>

#include "schema/article.hpp"
#include "searcher/name_counts.hpp"
#include "searcher/name_index.hpp"
#include "searcher/person_table.hpp"

namespace broadsheet::searcher {
namespace {

using Number = Dictionary::Number;

constexpr std::size_t together_shown = 20;

Day day_of(std::int32_t number) { return Day(std::chrono::days(number)); }

struct Tally {
  std::uint32_t count = 0;
  std::uint32_t about = 0;
  std::int32_t first = INT32_MAX;
  std::int32_t last = Columns::no_day;

  void add_day(std::int32_t day) {
    if (day == Columns::no_day) return;
    first = std::min(first, day);
    last = std::max(last, day);
  }
};

PersonSummary summary_of(const Dictionary& dictionary, Number name, const Tally& tally) {
  PersonSummary summary{
      dictionary.id(name), dictionary.label(name), tally.count, tally.about, {}, {}};
  if (tally.last != Columns::no_day) {
    summary.first_seen = day_of(tally.first);
    summary.last_seen = day_of(tally.last);
  }
  return summary;
}

// Whether the values hold the name of that id.
bool holds(const FacetColumn& column, Xapian::docid docid, Number name) {
  const auto values = column.values(docid);
  return name != 0 && std::ranges::any_of(values, [&](Number value) {
           return column.dictionary().name_of(value) == name;
         });
}

void sort_by_count(std::vector<CountedName>& names) {
  std::ranges::sort(names, [](const CountedName& one, const CountedName& other) {
    return one.count != other.count ? one.count > other.count : one.id < other.id;
  });
}

std::vector<CountedName> counted(const Dictionary& dictionary,
                                 const std::unordered_map<Number, std::uint32_t>& counts) {
  std::vector<CountedName> names;
  names.reserve(counts.size());
  for (const auto& [name, count] : counts) {
    names.push_back({dictionary.id(name), dictionary.label(name), count});
  }
  sort_by_count(names);
  return names;
}

std::string month_of(std::int32_t day) { return format_day(day_of(day)).substr(0, 7); }

// Goes through the stories of one person.
class ProfileMaker {
 public:
  ProfileMaker(const Columns& columns, Number name)
      : columns_(columns),
        people_(columns.facet(FacetField::person)),
        about_(columns.facet(FacetField::about)),
        name_(name),
        about_name_(about_.dictionary().find(people_.dictionary().id(name))) {}

  // One of their stories.
  void add(Xapian::docid docid) {
    ++tally_.count;
    tally_.about += holds(about_, docid, about_name_) ? 1 : 0;
    const std::int32_t day = columns_.day(docid);
    tally_.add_day(day);
    if (day != Columns::no_day) ++months_[month_of(day)];
    for (const Number value : people_.values(docid)) {
      const Number other = people_.dictionary().name_of(value);
      if (other != name_) ++together_[other];
    }
    const FacetColumn& sections = columns_.facet(FacetField::section);
    for (const Number value : sections.values(docid)) {
      ++sections_[sections.dictionary().name_of(value)];
    }
    add_names(docid);
  }

  std::optional<PersonProfile> make() const {
    if (tally_.count == 0) return std::nullopt;
    PersonProfile profile;
    profile.person = summary_of(people_.dictionary(), name_, tally_);
    profile.names = counted(columns_.named_people().dictionary(), names_);
    profile.sections = counted(columns_.facet(FacetField::section).dictionary(), sections_);
    profile.together = counted(people_.dictionary(), together_);
    if (profile.together.size() > together_shown) profile.together.resize(together_shown);
    for (const auto& [month, count] : months_) profile.months.push_back({month, month, count});
    return profile;
  }

 private:
  // Under which names the story has the person.
  void add_names(Xapian::docid docid) {
    const FacetColumn& named = columns_.named_people();
    for (const Number value : named.values(docid)) {
      const std::string& name = columns_.people().name(value, docid, columns_.day(docid));
      if (people_.dictionary().find(name_id(name)) == name_) {
        ++names_[named.dictionary().name_of(value)];
      }
    }
  }

  const Columns& columns_;
  const FacetColumn& people_;
  const FacetColumn& about_;
  Number name_;
  Number about_name_;
  Tally tally_;
  std::map<std::string, std::uint32_t> months_;
  std::unordered_map<Number, std::uint32_t> names_;
  std::unordered_map<Number, std::uint32_t> sections_;
  std::unordered_map<Number, std::uint32_t> together_;
};

}  // namespace

std::vector<PersonSummary> find_people(const Columns& columns, const DocSet& visible,
                                       std::string_view query, std::size_t most) {
  const Dictionary& dictionary = columns.facet(FacetField::person).dictionary();
  const Dictionary& about = columns.facet(FacetField::about).dictionary();
  std::vector<PersonSummary> summaries;
  for (const NameCount& found : most_frequent(columns, FacetField::person, visible, query, most)) {
    Tally tally;
    tally.count = found.count;
    for (const Xapian::docid docid : columns.names(FacetField::person).documents(found.name)) {
      if (visible.contains(docid)) tally.add_day(columns.day(docid));
    }
    if (const Number name = about.find(dictionary.id(found.name)); name != 0) {
      for (const Xapian::docid docid : columns.names(FacetField::about).documents(name)) {
        if (visible.contains(docid)) ++tally.about;
      }
    }
    summaries.push_back(summary_of(dictionary, found.name, tally));
  }
  return summaries;
}

std::optional<PersonProfile> person_profile(const Columns& columns, const DocSet& visible,
                                            const std::string& id) {
  const Number name = columns.facet(FacetField::person).dictionary().find(name_id(id));
  if (name == 0) return std::nullopt;
  ProfileMaker maker(columns, name);
  for (const Xapian::docid docid : columns.names(FacetField::person).documents(name)) {
    if (visible.contains(docid)) maker.add(docid);
  }
  return maker.make();
}

}  // namespace broadsheet::searcher
