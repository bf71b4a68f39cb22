#include "schema/operator_file.hpp"

#include <algorithm>

#include "schema/article.hpp"

namespace broadsheet::operator_file {

using nlohmann::json;

std::string name_at(const json& value, const std::string& place) {
  if (!value.is_string() || name_id(value.get<std::string>()).empty()) {
    throw Wrong{place + ": expected a name"};
  }
  return value.get<std::string>();
}

const json& list_at(const json& object, const char* field, const std::string& place) {
  static const json none = json::array();
  if (!object.contains(field)) return none;
  if (!object[field].is_array()) throw Wrong{place + '.' + field + ": expected a list"};
  return object[field];
}

void refuse_other_fields(const json& object, const std::string& place,
                         std::initializer_list<const char*> known) {
  for (const auto& [field, value] : object.items()) {
    if (std::ranges::find(known, field) != known.end()) continue;
    std::string what = place;
    throw Wrong{what.append(": '").append(field).append("' is no field of it")};
  }
}

const json& entries(const json& file, const char* field) {
  if (file.is_object() && file.contains(field) && file[field].is_array()) return file[field];
  throw Wrong{std::string("expected {\"") + field + "\": [...]}"};
}

}  // namespace broadsheet::operator_file
