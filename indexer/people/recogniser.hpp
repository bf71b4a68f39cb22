// Who is in a story.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "schema/article.hpp"

namespace broadsheet::indexer::people {

// Immutable once made; shared by threads.
class Recogniser {
 public:
  Recogniser();
  ~Recogniser();
  Recogniser(const Recogniser&) = delete;
  Recogniser& operator=(const Recogniser&) = delete;

  // The persons of article.headline, standfirst and body, each under the fullest name the story
  // gives, in order of first mention.  Those already in article.people (from markup or input) are
  // kept, their mentions counted.  Authors are people only if the story speaks of them.
  std::vector<Person> people_in(const Article& article) const;

 private:
  struct Data;
  std::unique_ptr<const Data> data_;
};

}  // namespace broadsheet::indexer::people
