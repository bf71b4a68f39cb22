// Who is meant by the names that stories give their persons, over the whole archive.
//
// Made anew of every snapshot's columns, so that it is the same whatever order articles came in,
// and nothing of it is frozen into documents.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/person_links.hpp"
#include "searcher/columns.hpp"

namespace broadsheet::searcher {

class PersonTable {
 public:
  // named: the names within the stories.  days: of each document, or Columns::no_day.
  static PersonTable learn(const FacetColumn& named, const DocSet& usable,
                           const std::vector<std::int32_t>& days);

  // The name under which the archive knows the person of that value in a document of that day.
  const std::string& name(Dictionary::Number value, std::int32_t day) const;

 private:
  PersonLinks links_;
};

// named with each value replaced by the person's name; persons are also found by the ids of their
// other names, where these mean nobody else.
FacetColumn linked_column(const FacetColumn& named, const FacetColumn& people,
                          const PersonTable& table, const DocSet& usable,
                          const std::vector<std::int32_t>& days);

}  // namespace broadsheet::searcher
