// The best tags for a run of words.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "indexer/people/tag.hpp"

namespace broadsheet::indexer::people {

// [from][to]; from tag_count: the run's beginning.
using TagTransitions = std::array<TagScores, tag_count + 1>;

// The sequence of greatest sum among those in which begin, inside and end follow each other as a
// name's words do (Viterbi's algorithm).  Of equals the one of the lower tags.
void best_tags(std::span<const TagScores> words, const TagTransitions& transitions,
               std::vector<Tag>& tags);

}  // namespace broadsheet::indexer::people
