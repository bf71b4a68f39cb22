#include "indexer/people/tag_sequence.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace broadsheet::indexer::people {
namespace {

constexpr float never = -std::numeric_limits<float>::max() / 4;

constexpr bool is_open(std::size_t tag) {
  return tag == index_of(Tag::begin) || tag == index_of(Tag::inside);
}

constexpr bool may_follow(std::size_t from, std::size_t to) {
  const bool continues = to == index_of(Tag::inside) || to == index_of(Tag::end);
  return is_open(from) == continues;
}

}  // namespace

void best_tags(std::span<const TagScores> words, const TagTransitions& transitions,
               std::vector<Tag>& tags) {
  struct Step {
    TagScores scores{};
    std::array<std::uint8_t, tag_count> from{};
  };
  thread_local std::vector<Step> steps;
  steps.resize(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t to = 0; to < tag_count; ++to) {
      float best = never;
      std::size_t from = tag_count;
      if (i == 0) {
        if (may_follow(tag_count, to)) best = transitions[tag_count][to];
      } else {
        for (std::size_t tag = 0; tag < tag_count; ++tag) {
          const float score = steps[i - 1].scores[tag] + transitions[tag][to];
          if (may_follow(tag, to) && score > best) {
            best = score;
            from = tag;
          }
        }
      }
      steps[i].scores[to] = best + words[i][to];
      steps[i].from[to] = static_cast<std::uint8_t>(from);
    }
  }
  tags.resize(words.size());
  if (words.empty()) return;
  const TagScores& last = steps.back().scores;
  std::size_t tag = 0;
  for (std::size_t to = 1; to < tag_count; ++to) {
    if (!is_open(to) && last[to] > last[tag]) tag = to;
  }
  for (std::size_t i = words.size(); i-- > 0;) {
    tags[i] = static_cast<Tag>(tag);
    tag = steps[i].from[tag];
  }
}

}  // namespace broadsheet::indexer::people
