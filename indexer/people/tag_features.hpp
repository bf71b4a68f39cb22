// The figures by which the tagger tells what a word is.
//
// Each feature is a row of a table of weights, found by hashing (the "hashing trick", Weinberger et
// al. 2009): the word and its neighbours, their shapes, beginnings and ends, what is known of them,
// where they stand in their run, and how the word is used elsewhere in the story.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/people/story_words.hpp"

namespace broadsheet::indexer::people {

inline constexpr unsigned feature_row_bits = 18;
inline constexpr std::size_t feature_rows = std::size_t{1} << feature_row_bits;

// The first pass knows of the story what is counted; the second also what the first called each
// word (Krishnan and Manning 2006).
enum class TaggerPass : std::uint8_t { first, second };

// Replaces rows by those of a token of the run.
void find_features(const StoryWords& story, const NameRun& run, std::size_t token, TaggerPass pass,
                   std::vector<std::uint32_t>& rows);

}  // namespace broadsheet::indexer::people
