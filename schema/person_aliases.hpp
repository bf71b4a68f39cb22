// What the operator of an archive says of its people: the file people.json in the index's folder.
//
//     {"people": [
//       {"name": "Joe Biden", "aliases": ["Joseph R. Biden Jr.", "Biden"]},
//       {"name": "John Smith (footballer)",
//        "aliases": [{"name": "John Smith", "sections": ["Sport"], "from": "2010", "to":
//        "2019-05"}]}]}
//
// An alias is a name as stories give it.  With conditions (sections, sources, articles by id: any
// of those listed; from, to: days, months or years) it holds where all of them do.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/date.hpp"
#include "schema/result.hpp"

namespace broadsheet {

struct PersonAlias {
  std::string name;    // name_id().
  std::string person;  // Who is meant.
  // Conditions; empty ones hold everywhere.
  std::vector<std::string> sections;  // name_id(), as sources.
  std::vector<std::string> sources;
  std::vector<std::string> articles;  // article_key().
  std::optional<Day> from;
  std::optional<Day> to;

  bool is_conditional() const {
    return !sections.empty() || !sources.empty() || !articles.empty() || from || to;
  }
};

// Those with conditions first, else in the order of the file; a person's own name is an alias too,
// unless it is somewhere listed as one.  invalid_field says which entry is wrong and what was
// expected.
Result<std::vector<PersonAlias>> parse_person_aliases(std::string_view json);

}  // namespace broadsheet
