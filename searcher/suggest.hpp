// What somebody may be about to type: stories, people and sections.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/date.hpp"
#include "searcher/columns.hpp"
#include "searcher/deadline.hpp"
#include "searcher/headline_words.hpp"
#include "searcher/people.hpp"
#include "searcher/reader.hpp"

namespace broadsheet::searcher {

struct StorySuggestion {
  std::string id;
  std::string key;
  std::string url;
  std::string headline;
  std::optional<Day> date;
};

struct Suggestions {
  std::vector<StorySuggestion> stories;  // At most 5.
  std::vector<CountedName> people;       // At most 5, the most named first.
  std::vector<CountedName> sections;     // At most 3, the largest first.
};

// Stories whose headline has all words of the text, the last of them as the beginning of one unless
// a space follows it; those that have them side by side first, then the newest.  A story is looked
// for among the newest articles first, and among older ones as long as few are found; one headline
// stands once.  Of people and sections, those of whose names words begin with the text's.  Only
// what may be shown counts.  Nothing for a text without words, no stories for a single letter. What
// the deadline cuts short is left out.  May throw any Xapian::Error.
Suggestions suggest(std::string_view text, const DocSet& visible, const Columns& columns,
                    HeadlineWords& headline_words, Reader& reader, Deadline& deadline);

}  // namespace broadsheet::searcher
