#include "schema/person_aliases.hpp"

#include <algorithm>
#include <utility>

#include "schema/article.hpp"
#include "schema/operator_file.hpp"

namespace broadsheet {
namespace {

using nlohmann::json;
using operator_file::name_at;
using operator_file::refuse_other_fields;
using operator_file::Wrong;

std::vector<std::string> texts_of(const json& object, const char* field, const std::string& place,
                                  std::string (*form)(std::string_view)) {
  std::vector<std::string> texts;
  for (const json& value : operator_file::list_at(object, field, place)) {
    texts.push_back(form(name_at(value, place + '.' + field)));
  }
  return texts;
}

std::optional<Day> day_of(const json& object, const char* field, const std::string& place) {
  if (!object.contains(field)) return std::nullopt;
  const std::string where = place + '.' + field;
  const auto period =
      object[field].is_string() ? parse_period(object[field].get<std::string>()) : std::nullopt;
  if (!period) throw Wrong{where + ": expected a date: YYYY, YYYY-MM or YYYY-MM-DD"};
  return field == std::string_view("from") ? period->first : period->last;
}

PersonAlias read_alias(const json& value, const std::string& person, const std::string& place) {
  PersonAlias alias;
  alias.person = person;
  if (!value.is_object()) {
    alias.name = name_id(name_at(value, place));
    return alias;
  }
  refuse_other_fields(value, place, {"name", "sections", "sources", "articles", "from", "to"});
  if (!value.contains("name")) throw Wrong{place + ": expected a 'name'"};
  alias.name = name_id(name_at(value["name"], place + ".name"));
  alias.sections = texts_of(value, "sections", place, name_id);
  alias.sources = texts_of(value, "sources", place, name_id);
  alias.articles = texts_of(value, "articles", place, article_key);
  alias.from = day_of(value, "from", place);
  alias.to = day_of(value, "to", place);
  return alias;
}

std::vector<PersonAlias> read_people(const json& file) {
  const json& entries = operator_file::entries(file, "people");
  std::vector<PersonAlias> aliases;
  std::vector<std::string> people;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const json& person = entries[i];
    const std::string place = "people[" + std::to_string(i) + "]";
    if (!person.is_object() || !person.contains("name")) throw Wrong{place + ": expected a 'name'"};
    refuse_other_fields(person, place, {"name", "aliases"});
    people.push_back(name_at(person["name"], place + ".name"));
    const json& names = operator_file::list_at(person, "aliases", place);
    for (std::size_t k = 0; k < names.size(); ++k) {
      aliases.push_back(
          read_alias(names[k], people.back(), place + ".aliases[" + std::to_string(k) + "]"));
    }
  }
  for (const std::string& person : people) {
    const std::string id = name_id(person);
    const bool is_listed =
        std::ranges::any_of(aliases, [&](const PersonAlias& alias) { return alias.name == id; });
    if (!is_listed) aliases.push_back({id, person, {}, {}, {}, {}, {}});
  }
  std::ranges::stable_sort(aliases, [](const PersonAlias& one, const PersonAlias& other) {
    return one.is_conditional() && !other.is_conditional();
  });
  return aliases;
}

}  // namespace

Result<std::vector<PersonAlias>> parse_person_aliases(std::string_view text) {
  return operator_file::parse(text, read_people);
}

}  // namespace broadsheet
