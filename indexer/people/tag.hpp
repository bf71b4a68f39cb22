// What the tagger calls each word.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace broadsheet::indexer::people {

enum class Tag : std::uint8_t {
  none,
  begin,  // First word of a person's name of several words,
  inside,
  end,     // and its last.
  single,  // A person's name of one word.
  place,   // Names that are no persons': learned because they tell what persons are not.
  organisation,
  other,
};

inline constexpr std::size_t tag_count = 8;

using TagScores = std::array<float, tag_count>;

inline constexpr std::size_t index_of(Tag tag) { return static_cast<std::size_t>(tag); }

}  // namespace broadsheet::indexer::people
