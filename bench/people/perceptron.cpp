#include "bench/people/perceptron.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <random>
#include <thread>

#include "indexer/people/tag_features.hpp"
#include "indexer/people/tag_sequence.hpp"

namespace broadsheet::bench {
namespace {

using people::Tag;
using people::tag_count;
using people::TagScores;

// A run of words: the rows of each, and what they are.
struct Example {
  std::uint32_t first_word = 0;
  std::vector<Tag> tags;
};

// All words of all texts, read once.
struct Examples {
  std::vector<Example> runs;
  std::vector<std::size_t> begin_of_text;  // In runs; one more than there are texts.
  std::vector<std::uint32_t> rows;
  std::vector<std::uint32_t> begin_of_word;  // In rows; one more than there are words.

  std::span<const std::uint32_t> rows_of(std::size_t word) const {
    return std::span(rows).subspan(begin_of_word[word],
                                   begin_of_word[word + 1] - begin_of_word[word]);
  }
};

Examples read_examples(std::span<const TrainingText* const> texts, people::TaggerPass pass,
                       std::uint32_t least_uses) {
  Examples examples;
  std::vector<std::uint32_t> rows;
  std::vector<std::uint32_t> uses(people::feature_rows);
  examples.begin_of_word.push_back(0);
  for (const TrainingText* const text : texts) {
    examples.begin_of_text.push_back(examples.runs.size());
    for (const people::NameRun& run : text->story.runs()) {
      Example example{static_cast<std::uint32_t>(examples.begin_of_word.size() - 1), {}};
      for (std::size_t i = run.begin; i < run.end; ++i) {
        people::find_features(text->story, run, i, pass, rows);
        for (const std::uint32_t row : rows) ++uses[row];
        examples.rows.insert(examples.rows.end(), rows.begin(), rows.end());
        examples.begin_of_word.push_back(static_cast<std::uint32_t>(examples.rows.size()));
        example.tags.push_back(text->tags[i]);
      }
      examples.runs.push_back(std::move(example));
    }
  }
  examples.begin_of_text.push_back(examples.runs.size());
  std::size_t kept = 0;
  std::size_t word = 0;
  for (std::size_t i = 0; i < examples.rows.size(); ++i) {
    for (; examples.begin_of_word[word] == i; ++word) {
      examples.begin_of_word[word] = static_cast<std::uint32_t>(kept);
    }
    if (uses[examples.rows[i]] >= least_uses) examples.rows[kept++] = examples.rows[i];
  }
  for (; word < examples.begin_of_word.size(); ++word) {
    examples.begin_of_word[word] = static_cast<std::uint32_t>(kept);
  }
  examples.rows.resize(kept);
  return examples;
}

// A weight, and the sum of what it has been at each step.
class Averaged {
 public:
  float value() const { return value_; }
  void add(float change, std::uint32_t step) {
    settle(step);
    value_ += change;
  }
  float average(std::uint32_t step) {
    settle(step);
    return static_cast<float>(sum_ / step);
  }

 private:
  void settle(std::uint32_t step) {
    sum_ += static_cast<double>(value_) * (step - since_);
    since_ = step;
  }

  float value_ = 0;
  std::uint32_t since_ = 0;
  double sum_ = 0;
};

class Perceptron {
 public:
  Perceptron(const Examples& examples, double left_out, unsigned seed)
      : examples_(examples), is_left_out_(left_out), random_(seed), rows_(people::feature_rows) {}

  TrainedPass learn(int epochs) {
    std::vector<std::size_t> order(examples_.begin_of_text.size() - 1);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (int epoch = 0; epoch < epochs; ++epoch) {
      std::ranges::shuffle(order, random_);
      for (const std::size_t text : order) {
        for (std::size_t i = examples_.begin_of_text[text]; i < examples_.begin_of_text[text + 1];
             ++i) {
          learn_run(examples_.runs[i]);
        }
      }
    }
    return average();
  }

 private:
  void learn_run(const Example& run) {
    scores_.assign(run.tags.size(), TagScores{});
    kept_.resize(std::max(kept_.size(), run.tags.size()));
    for (std::size_t i = 0; i < run.tags.size(); ++i) {
      kept_[i].clear();
      for (const std::uint32_t row : examples_.rows_of(run.first_word + i)) {
        if (!is_left_out_(random_)) kept_[i].push_back(row);
      }
      for (const std::uint32_t row : kept_[i]) {
        for (std::size_t tag = 0; tag < tag_count; ++tag)
          scores_[i][tag] += rows_[row][tag].value();
      }
    }
    people::best_tags(scores_, transitions_, guess_);
    ++step_;
    if (guess_ == run.tags) return;
    std::size_t from = tag_count;
    std::size_t guessed_from = tag_count;
    for (std::size_t i = 0; i < run.tags.size(); ++i) {
      const std::size_t tag = index_of(run.tags[i]);
      const std::size_t guessed = index_of(guess_[i]);
      if (tag != guessed) {
        for (const std::uint32_t row : kept_[i]) {
          rows_[row][tag].add(1, step_);
          rows_[row][guessed].add(-1, step_);
        }
      }
      if (tag != guessed || from != guessed_from) {
        change_transition(from, tag, 1);
        change_transition(guessed_from, guessed, -1);
      }
      from = tag;
      guessed_from = guessed;
    }
  }

  void change_transition(std::size_t from, std::size_t to, float change) {
    changing_[from][to].add(change, step_);
    transitions_[from][to] = changing_[from][to].value();
  }

  TrainedPass average() {
    TrainedPass trained;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      for (std::size_t tag = 0; tag < tag_count; ++tag) {
        trained.rows[row][tag] = rows_[row][tag].average(step_);
      }
    }
    for (std::size_t from = 0; from <= tag_count; ++from) {
      for (std::size_t to = 0; to < tag_count; ++to) {
        trained.transitions[from][to] = changing_[from][to].average(step_);
      }
    }
    return trained;
  }

  const Examples& examples_;
  std::bernoulli_distribution is_left_out_;
  std::mt19937 random_;
  std::vector<std::vector<std::uint32_t>> kept_;  // Rows of each word of the run.
  std::vector<std::array<Averaged, tag_count>> rows_;
  std::array<std::array<Averaged, tag_count>, tag_count + 1> changing_;
  people::TagTransitions transitions_{};
  std::uint32_t step_ = 0;
  std::vector<TagScores> scores_;
  std::vector<Tag> guess_;
};

void add_to(TrainedPass& sum, const TrainedPass& other) {
  for (std::size_t row = 0; row < sum.rows.size(); ++row) {
    for (std::size_t tag = 0; tag < tag_count; ++tag) sum.rows[row][tag] += other.rows[row][tag];
  }
  for (std::size_t from = 0; from <= tag_count; ++from) {
    for (std::size_t to = 0; to < tag_count; ++to) {
      sum.transitions[from][to] += other.transitions[from][to];
    }
  }
}

}  // namespace

TrainedPass train(std::span<const TrainingText* const> texts, people::TaggerPass pass,
                  const TrainingOptions& options) {
  const Examples examples = read_examples(texts, pass, options.least_uses);
  std::vector<TrainedPass> trained(static_cast<std::size_t>(options.shuffles));
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::jthread> threads;
  for (unsigned core = 0; core < cores; ++core) {
    threads.emplace_back([&, core] {
      for (std::size_t i = core; i < trained.size(); i += cores) {
        trained[i] = Perceptron(examples, options.left_out, static_cast<unsigned>(7 + 101 * i))
                         .learn(options.epochs);
      }
    });
  }
  threads.clear();
  for (std::size_t i = 1; i < trained.size(); ++i) add_to(trained[0], trained[i]);
  return std::move(trained[0]);
}

// The unit is such that one weight in ten thousand is cut to the bound.
void round_weights(const TrainedPass& trained, people::PassWeights& weights) {
  constexpr float bound = 127;
  std::vector<float> sizes;
  for (const TagScores& row : trained.rows) {
    for (const float weight : row) {
      if (weight != 0) sizes.push_back(std::abs(weight));
    }
  }
  if (sizes.empty()) return;
  const auto largest =
      sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() - 1 - sizes.size() / 10'000);
  std::nth_element(sizes.begin(), largest, sizes.end());
  const float unit = *largest / bound;
  for (std::size_t row = 0; row < trained.rows.size(); ++row) {
    for (std::size_t tag = 0; tag < tag_count; ++tag) {
      const float weight = std::round(trained.rows[row][tag] / unit);
      weights.rows[row][tag] = static_cast<std::int8_t>(std::clamp(weight, -bound, bound));
    }
  }
  for (std::size_t from = 0; from <= tag_count; ++from) {
    for (std::size_t to = 0; to < tag_count; ++to) {
      weights.transitions[from][to] = trained.transitions[from][to] / unit;
    }
  }
}

}  // namespace broadsheet::bench
