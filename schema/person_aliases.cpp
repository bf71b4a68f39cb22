#include "schema/person_aliases.hpp"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "schema/article.hpp"

namespace broadsheet {
namespace {

using nlohmann::json;

// Thrown and caught here: what is wrong, for a person.
struct Wrong {
  std::string what;
};

std::string text_of(const json& value, const std::string& place) {
  if (!value.is_string() || name_id(value.get<std::string>()).empty()) {
    throw Wrong{place + ": expected a name"};
  }
  return value.get<std::string>();
}

std::vector<std::string> texts_of(const json& object, const char* field, const std::string& place,
                                  std::string (*form)(std::string_view)) {
  std::vector<std::string> texts;
  if (!object.contains(field)) return texts;
  const std::string where = place + '.' + field;
  if (!object[field].is_array()) throw Wrong{where + ": expected a list of texts"};
  for (const json& value : object[field]) texts.push_back(form(text_of(value, where)));
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

void refuse_other_fields(const json& object, const std::string& place,
                         std::initializer_list<const char*> known) {
  for (const auto& [field, value] : object.items()) {
    if (std::ranges::find(known, field) != known.end()) continue;
    std::string what = place;
    throw Wrong{what.append(": '").append(field).append("' is no field of it")};
  }
}

PersonAlias read_alias(const json& value, const std::string& person, const std::string& place) {
  PersonAlias alias;
  alias.person = person;
  if (!value.is_object()) {
    alias.name = name_id(text_of(value, place));
    return alias;
  }
  refuse_other_fields(value, place, {"name", "sections", "sources", "articles", "from", "to"});
  if (!value.contains("name")) throw Wrong{place + ": expected a 'name'"};
  alias.name = name_id(text_of(value["name"], place + ".name"));
  alias.sections = texts_of(value, "sections", place, name_id);
  alias.sources = texts_of(value, "sources", place, name_id);
  alias.articles = texts_of(value, "articles", place, article_key);
  alias.from = day_of(value, "from", place);
  alias.to = day_of(value, "to", place);
  return alias;
}

std::vector<PersonAlias> read_people(const json& file) {
  if (!file.is_object() || !file.contains("people") || !file["people"].is_array()) {
    throw Wrong{"expected {\"people\": [...]}"};
  }
  std::vector<PersonAlias> aliases;
  std::vector<std::string> people;
  for (std::size_t i = 0; i < file["people"].size(); ++i) {
    const json& person = file["people"][i];
    const std::string place = "people[" + std::to_string(i) + "]";
    if (!person.is_object() || !person.contains("name")) throw Wrong{place + ": expected a 'name'"};
    refuse_other_fields(person, place, {"name", "aliases"});
    people.push_back(text_of(person["name"], place + ".name"));
    const json names = person.value("aliases", json::array());
    if (!names.is_array()) throw Wrong{place + ".aliases: expected a list"};
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
  try {
    return read_people(json::parse(text));
  } catch (const json::parse_error& error) {
    return Error{ErrorCode::malformed, std::string("not JSON: ") + error.what(), {}};
  } catch (const Wrong& wrong) {
    return Error{ErrorCode::invalid_field, wrong.what, {}};
  }
}

}  // namespace broadsheet
