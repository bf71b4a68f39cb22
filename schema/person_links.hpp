// Which names in an archive are one person's.
//
// Learned from the names as stories give them (the fullest of each person) and from which stories
// do.  Forms of a full name that may be one person's are one, unless a person has a form that may
// not, stories tell them apart, or several persons are equally likely.  A surname alone is the
// person who dominates that surname around the time of the story.  The same stories in any order
// give the same links.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/person_name.hpp"

namespace broadsheet {

// Months count from year 0; undated stories have one of their own.
using Month = std::int32_t;
inline constexpr Month no_month = INT32_MIN;

class PersonLinks {
 public:
  // The person that the name (its number) means in a story of that month,
  // by the number of the form under which that person is known.
  std::size_t person(std::size_t name, Month month) const;

  // How that person is called: the most used spelling, in ordinary case.
  const std::string& label(std::size_t person) const { return labels_[person]; }

 private:
  friend class LinkMaker;

  std::vector<std::size_t> person_of_name_;
  std::map<std::pair<std::size_t, Month>, std::size_t> person_of_month_;  // Of surnames alone.
  std::vector<std::string> labels_;
};

// Learns the links of an archive.
class PersonLinker {
 public:
  // Numbers from 0.  Names that differ only in case, marks and order are different names here.
  std::uint32_t add_name(std::string_view name);
  // names: the distinct names of a story's persons.
  void add_story(Month month, std::span<const std::uint32_t> names);

  PersonLinks link() const;

 private:
  friend class LinkMaker;

  struct Form {
    PersonName name;
    std::string text;
    std::vector<std::uint32_t> stories;
  };

  std::vector<Form> forms_;
  std::vector<Month> months_;  // Of each story.
};

}  // namespace broadsheet
