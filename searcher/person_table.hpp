// Who is meant by the names that stories give their persons, over the whole archive.
//
// Made anew of every snapshot's columns and of what the operator says, so that it is the same
// whatever order articles came in, and nothing of it is frozen into documents.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "schema/person_aliases.hpp"
#include "schema/person_links.hpp"
#include "searcher/columns.hpp"

namespace broadsheet::searcher {

class PersonTable {
 public:
  // columns: all but the linked people.  before: the table of the columns that these were patched
  // from, whose readings of names it shares; null if there is none.
  PersonTable(const Columns& columns, const PersonAliases& aliases, const PersonTable* before);
  PersonTable(const PersonTable&) = delete;
  PersonTable& operator=(const PersonTable&) = delete;

  // The name under which the archive knows the person of that value of columns.named_people() in
  // the document.
  const std::string& name(Dictionary::Number value, Xapian::docid docid, std::int32_t day) const;

 private:
  void learn(const Columns& columns, const PersonTable* before);
  void apply(const Columns& columns, const PersonAliases& aliases);

  PersonLinks links_;
  std::unordered_map<std::string, std::string> known_as_;  // Labels that the operator has renamed.
  std::vector<const std::string*> always_;                 // By value: whom it means everywhere.
  std::map<std::pair<Dictionary::Number, Xapian::docid>, const std::string*> where_;
  std::vector<PersonAlias> aliases_;  // Owns what always_ and where_ point to.
};

// named with each value replaced by the person's name; persons are also found by the ids of their
// other names, where these mean nobody else.
FacetColumn linked_column(const Columns& columns, const FacetColumn& named,
                          const PersonTable& table);

}  // namespace broadsheet::searcher
