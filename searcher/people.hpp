// The people of an archive: who they are called, and what is told of each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/columns.hpp"

namespace broadsheet::searcher {

struct PersonSummary {
  std::string id;
  std::string label;
  std::uint32_t count = 0;  // Stories that name the person,
  std::uint32_t about = 0;  // and those that are about them.
  std::optional<Day> first_seen;
  std::optional<Day> last_seen;
};

struct CountedName {
  std::string id;
  std::string label;
  std::uint32_t count = 0;  // Stories.
};

struct PersonProfile {
  PersonSummary person;
  // Most frequent first, ties by id.
  std::vector<CountedName> names;  // As stories give them.
  std::vector<CountedName> sections;
  std::vector<CountedName> together;  // People named in the same stories; the first few.
  std::vector<CountedName> months;    // "2021-03", in order of time; those with stories.
};

// Those of whose names, or other names, some words begin with the words of the query, the most
// frequent first; of an empty query all.  At most so many.
std::vector<PersonSummary> find_people(const Columns& columns, const DocSet& visible,
                                       std::string_view query, std::size_t most);

// By the id, or by that of another name.  Nothing if no visible story names such a person.
std::optional<PersonProfile> person_profile(const Columns& columns, const DocSet& visible,
                                            const std::string& id);

}  // namespace broadsheet::searcher
