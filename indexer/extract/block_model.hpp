// How likely a block is part of the story: gradient-boosted decision trees.
//
// Source of the method: Friedman, Greedy function approximation (2001), with histograms as in
// LightGBM (Ke et al. 2017).  The trees are trained by bench/extraction/train_blocks.py.
#pragma once

#include <span>

namespace broadsheet::indexer {

// Log odds that a block with these features (block_features.hpp) is part of the story.
float story_score(std::span<const float> features);

// Share of the blocks like it that are: story_score() as a probability.
float story_probability(float score);

}  // namespace broadsheet::indexer
