// Learns the tagger's weights.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "bench/people/training_texts.hpp"
#include "indexer/people/people_model.hpp"

namespace broadsheet::bench {

// Weights before they are rounded.
struct TrainedPass {
  people::TagTransitions transitions{};
  std::vector<people::TagScores> rows{people::feature_rows};
};

struct TrainingOptions {
  int epochs = 8;
  int shuffles = 12;      // Models of other orders of the texts, whose mean is taken.
  double left_out = 0.5;  // Share of a word's rows that are left out each time it is looked at.
  std::uint32_t least_uses = 2;  // A row that fewer words use is left out.
};

// The averaged structured perceptron of Collins 2002.  With pass second, the texts' words must have
// been given the first one's tags.
TrainedPass train(std::span<const TrainingText* const> texts, people::TaggerPass pass,
                  const TrainingOptions& options);

// Rounded to the weights that are shipped.
void round_weights(const TrainedPass& trained, people::PassWeights& weights);

}  // namespace broadsheet::bench
