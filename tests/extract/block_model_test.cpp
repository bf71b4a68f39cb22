#include "indexer/extract/block_model.hpp"

#include <catch2/catch.hpp>
#include <vector>

#include "indexer/extract/block_features.hpp"
#include "indexer/extract/block_trees.hpp"

using namespace broadsheet::indexer;

TEST_CASE("the trees ask for features that there are", "[block_model]") {
  const std::size_t width = feature_names().size();
  for (const TreeNode& node : tree_nodes) {
    if (node.feature != leaf) CHECK(node.feature < width);
  }
}

TEST_CASE("every way through a tree ends at a leaf of it", "[block_model]") {
  for (std::size_t tree = 0; tree < std::size(tree_roots); ++tree) {
    const std::size_t begin = tree_roots[tree];
    const std::size_t end =
        tree + 1 < std::size(tree_roots) ? tree_roots[tree + 1] : std::size(tree_nodes);
    for (std::size_t i = begin; i < end; ++i) {
      if (tree_nodes[i].feature == leaf) continue;
      // Children lie behind their parent, so that no walk goes on for ever.
      CHECK(begin + tree_nodes[i].below > i);
      CHECK(begin + tree_nodes[i].above > i);
      CHECK(begin + tree_nodes[i].below < end);
      CHECK(begin + tree_nodes[i].above < end);
    }
  }
}

TEST_CASE("a score is a probability's logarithm of odds", "[block_model]") {
  CHECK(story_probability(0) == Approx(0.5));
  CHECK(story_probability(2.1972246F) == Approx(0.9));
  CHECK(story_probability(-50) < 1e-6);
}
