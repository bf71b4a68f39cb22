// Names as lists and registers write them: "BIDEN, Joseph", "Walter Pinkham, Sr.", "Holbein the
// Elder".
#pragma once

#include <vector>

#include "indexer/people/story_words.hpp"

namespace broadsheet::indexer::people {

// The tagger's names, in text order, each with the suffix behind it, and surname and given name of
// an inverted one as one.
std::vector<NameRun> written_names(const StoryWords& story, const std::vector<NameRun>& names);

}  // namespace broadsheet::indexer::people
