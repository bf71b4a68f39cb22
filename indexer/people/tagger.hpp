// Finds where a text names persons.
//
// A structured perceptron (Collins 2002) over runs of words with capitals, averaged, in two passes:
// the second knows what the first called each word anywhere in the story (Krishnan and Manning
// 2006).
#pragma once

#include <vector>

#include "indexer/people/people_model.hpp"
#include "indexer/people/story_words.hpp"

namespace broadsheet::indexer::people {

// The names of persons, as runs of tokens: without title and possessive, in text order.  Leaves the
// first pass's tags in the story.
std::vector<NameRun> find_names(StoryWords& story, const PeopleModel& model);

// A tag for each token: none outside the runs.
std::vector<Tag> find_tags(const StoryWords& story, const PassWeights& weights, TaggerPass pass);

}  // namespace broadsheet::indexer::people
