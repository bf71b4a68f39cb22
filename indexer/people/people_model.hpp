// What was learned of how persons are named in news: word lists, clusters, and the tagger's
// weights.
//
// The file people.model is made by bench/people/train.py, which tells of its sources; it is
// compiled in.  Numbers in it are little-endian.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "indexer/people/tag_features.hpp"
#include "indexer/people/tag_sequence.hpp"
#include "indexer/people/word_table.hpp"

namespace broadsheet::indexer::people {

// A feature's weight for each tag, in the pass's own unit.
using TagWeights = std::array<std::int8_t, tag_count>;

struct PassWeights {
  TagTransitions transitions{};
  std::array<TagWeights, feature_rows> rows{};
};

inline constexpr std::size_t word_slots = std::size_t{1} << 19;
inline constexpr std::size_t fine_clusters = 2'048;

// As it lies in the file.
struct PeopleModel {
  static constexpr std::uint64_t expected_format = 0x31'4C'50'4F'45'50'53'42;  // "BSPEOPL1"

  std::uint64_t format = expected_format;
  std::array<PassWeights, 2> passes;                   // By TaggerPass.
  std::array<std::uint8_t, fine_clusters> clusters{};  // Of each fine one.
  std::array<WordTable::Slot, word_slots> words{};

  WordTable word_table() const { return {words, clusters}; }

  const PassWeights& weights(TaggerPass pass) const {
    return passes[static_cast<std::size_t>(pass)];
  }
};

// The one compiled in.  Immutable, shared by threads.
const PeopleModel& people_model();

}  // namespace broadsheet::indexer::people
