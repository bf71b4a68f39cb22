// Who is in a story.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/people/story_people.hpp"
#include "schema/article.hpp"

namespace broadsheet::indexer::people {

// A name of a person in a text, by byte offsets (end excluded), and whom it means.
struct TextMention {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool in_credit = false;  // Byline, photo credit.
  LinkedMention link;
};

struct TextPeople {
  std::vector<StoryPerson> people;
  std::vector<TextMention> mentions;  // In text order.
};

// The persons of a text in UTF-8 of less than 4 GB; lines part paragraphs.  language: ISO 639-1;
// empty is taken for English, which alone the tagger has learned: elsewhere only names that begin
// with a known given name are found.  known: names of persons that the source says are in it.
// tags: what else the source says it is about, persons or not (tagged_names.hpp).  For any number
// of threads at once.
TextPeople people_in_text(std::string_view text, std::string_view language = {},
                          std::span<const std::string> known = {},
                          std::span<const std::string> tags = {});

// The headline, a line of its own, and the paragraphs, as people_in() reads them.
std::string text_of(const Article& article);

// The persons of article.headline, standfirst and body, each under the fullest name the story
// gives, in order of first mention.  Those already in article.people (from markup or input) are
// kept under their names, their mentions counted.  Authors and photographers are people only if the
// story speaks of them.
std::vector<Person> people_in(const Article& article);
// The same, of what has been found in its text, with article.people as known.
std::vector<Person> people_in(const Article& article, std::string_view text,
                              const TextPeople& found);

}  // namespace broadsheet::indexer::people
