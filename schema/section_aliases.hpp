// What the operator of an archive says of its sections: the file sections.json in the index's
// folder.
//
//     {"sections": [{"name": "World", "aliases": ["World News", "Top News"]}]}
//
// Stories of a section that is an alias count as of the one named.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/result.hpp"

namespace broadsheet {

struct SectionAlias {
  std::string alias;    // name_id().
  std::string section;  // What is meant, as it is to be shown.
};

// In the order of the file; a section's own name is an alias too, so that it is spelled as here.
// invalid_field says which entry is wrong and what was expected, also where a name stands twice.
Result<std::vector<SectionAlias>> parse_section_aliases(std::string_view json);

}  // namespace broadsheet
