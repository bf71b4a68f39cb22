#include "indexer/extract/block_model.hpp"

#include <cmath>

#include "indexer/extract/block_trees.hpp"

namespace broadsheet::indexer {

float story_score(std::span<const float> features) {
  float score = first_score;
  for (const std::uint16_t root : tree_roots) {
    const TreeNode* node = &tree_nodes[root];
    while (node->feature != leaf) {
      node =
          &tree_nodes[root + (features[node->feature] <= node->value ? node->below : node->above)];
    }
    score += node->value;
  }
  return score;
}

float story_probability(float score) { return 1 / (1 + std::exp(-score)); }

}  // namespace broadsheet::indexer
