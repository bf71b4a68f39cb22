// How the JSON files that an operator writes by hand are read: people.json, sections.json.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "schema/result.hpp"

namespace broadsheet::operator_file {

// Thrown by what reads a file's content, and caught by parse(): what is wrong, for a person.
struct Wrong {
  std::string what;
};

// place: where the value stands in the file, for the message.  Throws Wrong.
std::string name_at(const nlohmann::json& value, const std::string& place);
const nlohmann::json& list_at(const nlohmann::json& object, const char* field,
                              const std::string& place);
void refuse_other_fields(const nlohmann::json& object, const std::string& place,
                         std::initializer_list<const char*> known);
// The entries of {"FIELD": [...]}.
const nlohmann::json& entries(const nlohmann::json& file, const char* field);

// read(json), or what was wrong: malformed, or invalid_field with the place.
template <typename Read>
auto parse(std::string_view text, Read read) -> Result<decltype(read(nlohmann::json()))> {
  try {
    return read(nlohmann::json::parse(text));
  } catch (const nlohmann::json::parse_error& error) {
    return Error{ErrorCode::malformed, std::string("not JSON: ") + error.what(), {}};
  } catch (const Wrong& wrong) {
    return Error{ErrorCode::invalid_field, wrong.what, {}};
  }
}

}  // namespace broadsheet::operator_file
