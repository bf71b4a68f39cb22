// What a page's JSON-LD says its story is, held against the page's blocks.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "indexer/extract/page_blocks.hpp"

namespace broadsheet::indexer {

class StoryOracle {
 public:
  // paragraphs: the articleBody; empty if the page has none.
  explicit StoryOracle(const std::vector<std::string>& paragraphs);

  // text_weight() of the story told.
  std::size_t weight() const { return weight_; }

  // Whether the block's text stands in the story told.
  bool has(const Block& block) const;

  struct Bounds {
    NodeId first;
    NodeId last;
  };

  // The places of the first and the last of the blocks that the story told has, where they make up
  // most of it and it is no mere beginning of theirs: what stands outside is not the story.
  std::optional<Bounds> bounds(const std::vector<const Block*>& blocks) const;

 private:
  std::string story_;  // Letters and digits only.
  std::size_t weight_ = 0;
  bool complete_ = false;  // Ends as a story does, not in the middle.
};

}  // namespace broadsheet::indexer
