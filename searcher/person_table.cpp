#include "searcher/person_table.hpp"

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

#include "schema/article.hpp"

namespace broadsheet::searcher {
namespace {

Month month_of(std::int32_t day) {
  if (day == Columns::no_day) return no_month;
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
  return static_cast<int>(date.year()) * 12 +
         static_cast<Month>(static_cast<unsigned>(date.month()));
}

bool holds_any(const FacetColumn& column, Xapian::docid docid,
               const std::vector<std::string>& ids) {
  if (ids.empty()) return true;
  const auto values = column.values(docid);
  const Dictionary& dictionary = column.dictionary();
  return std::ranges::any_of(values, [&](Dictionary::Number value) {
    return std::ranges::any_of(ids, [&](const std::string& id) {
      return dictionary.find(id) == dictionary.name_of(value);
    });
  });
}

bool is_in_time(const PersonAlias& alias, std::int32_t day) {
  if (!alias.from && !alias.to) return true;
  if (day == Columns::no_day) return false;
  const Day date{std::chrono::days(day)};
  return (!alias.from || date >= *alias.from) && (!alias.to || date <= *alias.to);
}

}  // namespace

PersonTable::PersonTable(const Columns& columns, const PersonAliases& aliases,
                         const PersonTable* before) {
  learn(columns, before);
  apply(columns, aliases);
}

void PersonTable::learn(const Columns& columns, const PersonTable* before) {
  const FacetColumn& named = columns.named_people();
  const Dictionary& dictionary = named.dictionary();
  PersonLinker linker;
  for (Dictionary::Number value = 1; value <= dictionary.value_count(); ++value) {
    const std::string& text = dictionary.text(value);
    auto name = before == nullptr ? nullptr : before->links_.name(value - 1);
    if (!name || name->text() != text) name = std::make_shared<const LinkName>(text);
    linker.add_name(std::move(name));
  }
  std::vector<std::uint32_t> names;
  columns.usable().for_each([&](Xapian::docid docid) {
    names.clear();
    for (const Dictionary::Number value : named.values(docid)) names.push_back(value - 1);
    if (!names.empty()) linker.add_story(month_of(columns.day(docid)), names);
  });
  links_ = linker.link();
}

void PersonTable::apply(const Columns& columns, const PersonAliases& aliases) {
  if (aliases.list.empty()) return;
  aliases_ = aliases.list;
  const Dictionary& dictionary = columns.named_people().dictionary();
  always_.resize(dictionary.value_count() + 1);
  std::unordered_map<Dictionary::Number, std::vector<const PersonAlias*>> conditional;  // By name.
  for (const PersonAlias& alias : aliases_) {
    if (!alias.is_conditional()) known_as_.try_emplace(alias.name, alias.person);
    const Dictionary::Number name = dictionary.find(alias.name);
    if (name != 0 && alias.is_conditional()) conditional[name].push_back(&alias);
  }
  for (Dictionary::Number value = 1; value < always_.size(); ++value) {
    const auto found = known_as_.find(dictionary.id(dictionary.name_of(value)));
    if (found != known_as_.end()) always_[value] = &found->second;
  }
  if (conditional.empty()) return;
  const auto holds = [&](const PersonAlias& alias, Xapian::docid docid) {
    const auto listed = [&](const std::string& key) {
      const auto article = aliases.articles.find(key);
      return article != aliases.articles.end() && article->second == docid;
    };
    return holds_any(columns.facet(FacetField::section), docid, alias.sections) &&
           holds_any(columns.facet(FacetField::source), docid, alias.sources) &&
           (alias.articles.empty() || std::ranges::any_of(alias.articles, listed)) &&
           is_in_time(alias, columns.day(docid));
  };
  columns.usable().for_each([&](Xapian::docid docid) {
    for (const Dictionary::Number value : columns.named_people().values(docid)) {
      const auto rules = conditional.find(dictionary.name_of(value));
      if (rules == conditional.end()) continue;
      const auto rule = std::ranges::find_if(
          rules->second, [&](const PersonAlias* alias) { return holds(*alias, docid); });
      if (rule != rules->second.end()) where_[{value, docid}] = &(*rule)->person;
    }
  });
}

const std::string& PersonTable::name(Dictionary::Number value, Xapian::docid docid,
                                     std::int32_t day) const {
  if (!where_.empty()) {
    if (const auto found = where_.find({value, docid}); found != where_.end())
      return *found->second;
  }
  if (value < always_.size() && always_[value] != nullptr) return *always_[value];
  const Month month = links_.hangs_on_month(value - 1) ? month_of(day) : no_month;
  const std::string& learned = links_.label(links_.person(value - 1, month));
  if (known_as_.empty()) return learned;
  const auto renamed = known_as_.find(name_id(learned));
  return renamed == known_as_.end() ? learned : renamed->second;
}

FacetColumn linked_column(const Columns& columns, const FacetColumn& named,
                          const PersonTable& table) {
  FacetColumn linked;
  linked.resize(columns.last());
  const Dictionary& dictionary = named.dictionary();
  // Of a value of `named`: that of named_people(); whom it meant last, nullptr if nobody yet, and
  // that name's value in `linked`; whether it means another elsewhere.
  struct Meaning {
    Dictionary::Number number = 0;
    const std::string* name = nullptr;
    Dictionary::Number linked = 0;
    bool is_mixed = false;
  };
  std::vector<Meaning> meanings(dictionary.value_count() + 1);
  for (Dictionary::Number value = 1; value < meanings.size(); ++value) {
    meanings[value].number = columns.named_people().dictionary().number(dictionary.text(value));
  }
  std::vector<Dictionary::Number> values;
  columns.usable().for_each([&](Xapian::docid docid) {
    values.clear();
    for (const Dictionary::Number value : named.values(docid)) {
      Meaning& meant = meanings[value];
      const std::string& name = table.name(meant.number, docid, columns.day(docid));
      if (meant.name != &name) {
        meant.is_mixed |= meant.name != nullptr && *meant.name != name;
        meant.name = &name;
        meant.linked = linked.add(name);
      }
      values.push_back(meant.linked);
    }
    linked.set(docid, values);
  });
  for (Dictionary::Number value = 1; value < meanings.size(); ++value) {
    const Meaning& meant = meanings[value];
    if (meant.name == nullptr || meant.is_mixed) continue;
    linked.add_alias(dictionary.id(dictionary.name_of(value)), *meant.name);
  }
  return linked.by_use();
}

}  // namespace broadsheet::searcher
