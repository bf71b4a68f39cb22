#include "searcher/person_table.hpp"

#include <chrono>
#include <span>

#include "schema/article.hpp"

namespace broadsheet::searcher {
namespace {

Month month_of(std::int32_t day) {
  if (day == Columns::no_day) return no_month;
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
  return static_cast<int>(date.year()) * 12 +
         static_cast<Month>(static_cast<unsigned>(date.month()));
}

}  // namespace

PersonTable PersonTable::learn(const FacetColumn& named, const DocSet& usable,
                               const std::vector<std::int32_t>& days) {
  const Dictionary& dictionary = named.dictionary();
  PersonLinker linker;
  for (Dictionary::Number value = 1; value <= dictionary.value_count(); ++value) {
    linker.add_name(dictionary.text(value));
  }
  std::vector<std::uint32_t> names;
  usable.for_each([&](Xapian::docid docid) {
    names.clear();
    for (const Dictionary::Number value : named.values(docid)) names.push_back(value - 1);
    if (!names.empty()) linker.add_story(month_of(days[docid]), names);
  });
  PersonTable table;
  table.links_ = linker.link();
  return table;
}

const std::string& PersonTable::name(Dictionary::Number value, std::int32_t day) const {
  return links_.label(links_.person(value - 1, month_of(day)));
}

FacetColumn linked_column(const FacetColumn& named, const FacetColumn& people,
                          const PersonTable& table, const DocSet& usable,
                          const std::vector<std::int32_t>& days) {
  FacetColumn linked;
  linked.resize(usable.last());
  // Value of `people` by value of `named`.
  std::vector<Dictionary::Number> numbers(named.dictionary().value_count() + 1);
  for (Dictionary::Number value = 1; value < numbers.size(); ++value) {
    numbers[value] = people.dictionary().number(named.dictionary().text(value));
  }
  // By value of `named`: whom it means in all documents; nullptr if in none, or in some another.
  std::vector<const std::string*> meant(numbers.size());
  std::vector<bool> is_mixed(numbers.size());
  std::vector<std::string_view> names;
  usable.for_each([&](Xapian::docid docid) {
    names.clear();
    for (const Dictionary::Number value : named.values(docid)) {
      const std::string& name = table.name(numbers[value], days[docid]);
      names.push_back(name);
      if (meant[value] != nullptr && *meant[value] != name) is_mixed[value] = true;
      meant[value] = &name;
    }
    linked.set(docid, names);
  });
  for (Dictionary::Number value = 1; value < meant.size(); ++value) {
    if (meant[value] == nullptr || is_mixed[value]) continue;
    linked.add_alias(name_id(named.dictionary().text(value)), *meant[value]);
  }
  return linked;
}

}  // namespace broadsheet::searcher
