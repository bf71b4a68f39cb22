// Names of persons in languages that the tagger has not learned: only what a given name betrays.
#pragma once

#include <vector>

#include "indexer/people/story_words.hpp"

namespace broadsheet::indexer::people {

// A known given name and what follows it with capitals, up to four words; and its last word alone
// wherever else it stands.  In text order.
std::vector<NameRun> names_by_pattern(const StoryWords& story);

}  // namespace broadsheet::indexer::people
