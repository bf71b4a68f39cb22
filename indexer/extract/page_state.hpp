// The story in the data that a page carries for its own scripts (__NEXT_DATA__ and its like), for
// pages that show it only once their scripts have run.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::indexer {

// The paragraphs of the longest text in the scripts: an array of paragraphs, in whatever objects,
// or one string of markup.  Empty if none is as long as a story.  scripts: ScannedPage::states;
// what is no JSON and assigns none is passed over.
std::vector<std::string> story_in_state(const std::vector<std::string_view>& scripts);

}  // namespace broadsheet::indexer
