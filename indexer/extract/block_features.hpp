// What the block classifier looks at.
//
// Figures of a block itself, of the elements around it, of the blocks next to it, and of where it
// stands on the page.  No words, and nothing of any one publisher.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/extract/dom.hpp"
#include "indexer/extract/page_blocks.hpp"
#include "indexer/extract/part_names.hpp"
#include "indexer/extract/story_oracle.hpp"
#include "indexer/extract/verdict.hpp"

namespace broadsheet::indexer {

// A part of the page: its nodes from begin up to, not including, end.
struct NodeRange {
  NodeId begin = no_node;
  NodeId end = no_node;

  bool contains(NodeId id) const { return begin <= id && id < end; }
};

struct FeatureSources {
  const Dom& dom;
  const std::vector<Block>& blocks;
  const std::vector<PartName>& names;
  const BlockSums& sums;
  const std::vector<Reason>& marks;  // find_boilerplate().
  const StoryOracle& oracle;
  NodeRange by_text;  // What the two choosers have chosen; by_name may be empty.
  NodeRange by_name;
  std::string_view headline;
  NodeId headline_node;
};

// Names of the features, in order.
const std::vector<std::string_view>& feature_names();

// Of a row of figures, the share of the page's good text that is in blocks of the same make.
float kin_share(std::span<const float> row);

// One row of feature_names().size() figures for each block, one after the other; of zeros for those
// whose marks are certain.
std::vector<float> block_features(const FeatureSources& from);

}  // namespace broadsheet::indexer
