#include "schema/section_aliases.hpp"

#include <algorithm>
#include <utility>

#include "schema/article.hpp"
#include "schema/operator_file.hpp"

namespace broadsheet {
namespace {

using nlohmann::json;
using operator_file::Wrong;

void add(std::vector<SectionAlias>& aliases, const std::string& name, const std::string& section,
         const std::string& place) {
  std::string id = name_id(name);
  const auto is_it = [&](const SectionAlias& other) { return other.alias == id; };
  if (std::ranges::any_of(aliases, is_it)) throw Wrong{place + ": '" + name + "' stands twice"};
  aliases.push_back({std::move(id), section});
}

std::vector<SectionAlias> read_sections(const json& file) {
  std::vector<SectionAlias> aliases;
  const json& sections = operator_file::entries(file, "sections");
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const json& section = sections[i];
    const std::string place = "sections[" + std::to_string(i) + "]";
    if (!section.is_object() || !section.contains("name")) {
      throw Wrong{place + ": expected a 'name'"};
    }
    operator_file::refuse_other_fields(section, place, {"name", "aliases"});
    const std::string name = operator_file::name_at(section["name"], place + ".name");
    add(aliases, name, name, place + ".name");
    const json& others = operator_file::list_at(section, "aliases", place);
    for (std::size_t k = 0; k < others.size(); ++k) {
      const std::string where = place + ".aliases[" + std::to_string(k) + "]";
      add(aliases, operator_file::name_at(others[k], where), name, where);
    }
  }
  return aliases;
}

}  // namespace

Result<std::vector<SectionAlias>> parse_section_aliases(std::string_view text) {
  return operator_file::parse(text, read_sections);
}

}  // namespace broadsheet
