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
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/person_name.hpp"

namespace broadsheet {

// Months count from year 0; undated stories have one of their own.
using Month = std::int32_t;
inline constexpr Month no_month = INT32_MIN;

// A name, read once for all the archives in which it is linked.
class LinkName {
 public:
  explicit LinkName(std::string_view text);

  const std::string& text() const { return text_; }

 private:
  friend class LinkMaker;
  friend class PersonLinks;

  std::string text_;
  PersonName name_;
  int fullness_ = 0;
  // Of a full name:
  PersonNameSketch sketch_;
  std::vector<std::size_t> keys_;  // Hashes of full_name_keys().
};

class PersonLinks {
 public:
  // The person that the name (its number) means in a story of that month,
  // by the number of the form under which that person is known.
  std::size_t person(std::size_t name, Month month) const;

  // Whether that month matters.
  bool hangs_on_month(std::size_t name) const { return !person_of_month_[name].empty(); }

  // As PersonLinker was given them, to be shared with the next links; null past the last one.
  std::shared_ptr<const LinkName> name(std::size_t number) const {
    return number < names_.size() ? names_[number] : nullptr;
  }

  // How that person is called: the most used spelling, in ordinary case.
  const std::string& label(std::size_t person) const { return names_[person]->name_.shown; }

 private:
  friend class LinkMaker;

  std::vector<std::size_t> person_of_name_;
  // By name; of surnames alone, sorted.
  std::vector<std::vector<std::pair<Month, std::size_t>>> person_of_month_;
  std::vector<std::shared_ptr<const LinkName>> names_;
};

// Learns the links of an archive.
class PersonLinker {
 public:
  // Numbers from 0.  Names that differ only in case, marks and order are different names here.
  std::uint32_t add_name(std::string_view name);
  // The name is shared with whoever links it again.
  std::uint32_t add_name(std::shared_ptr<const LinkName> name);
  // names: the distinct names of a story's persons.
  void add_story(Month month, std::span<const std::uint32_t> names);

  PersonLinks link() const;

 private:
  friend class LinkMaker;

  struct Form {
    std::shared_ptr<const LinkName> read;
    std::vector<std::uint32_t> stories;
  };

  std::vector<Form> forms_;
  std::vector<Month> months_;  // Of each story.
};

}  // namespace broadsheet
