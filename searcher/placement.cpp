#include "searcher/placement.hpp"

#include <algorithm>

namespace broadsheet::searcher {
namespace {

// A news story says what it is about in its first sentence.
constexpr std::size_t lead_words = 25;

// Words farther apart than this have nothing to do with each other.
constexpr std::size_t near_words = 8;

// How soon further places near each other add little, as in BM25.
constexpr double saturation = 1.2;

}  // namespace

PlacementReader::PlacementReader(const RankedWords& words, Reader& reader) : words_(words) {
  for (std::size_t i = 0; i < words.words.size(); ++i) {
    const auto add = [&](std::string_view word) {
      const WordCode code = word_code(word);
      by_code_.emplace(code, i);
      low_bits_.set(code % low_bits_.size());
    };
    if (words.words[i].is_prefix || words.words[i].as_written) {
      std::for_each(words.words[i].terms.begin(), words.words[i].terms.end(), add);
      continue;
    }
    for (const QueryWord& word : reader.words(words.words[i].text)) {
      const auto variants = reader.variants(word);
      std::for_each(variants->begin(), variants->end(), add);
    }
  }
}

Placement PlacementReader::read(std::string_view sequence) const {
  Placement placement;
  std::vector<Occurrence> occurrences;
  std::vector<bool> in_headline(words_.words.size());
  std::vector<bool> in_lead(words_.words.size());
  bool is_headline = true;
  std::size_t place = 0;
  std::size_t body_words = 0;
  const std::size_t count = code_count(sequence);
  for (std::size_t i = 0; i < count; ++i) {
    const WordCode code = code_at(sequence, i);
    ++place;
    if (code == 0) {
      is_headline = false;
      place += near_words;
      continue;
    }
    if (!is_headline) ++body_words;
    if (!low_bits_.test(code % low_bits_.size())) continue;
    const auto found = by_code_.find(code);
    if (found == by_code_.end()) continue;
    const std::size_t word = found->second;
    occurrences.push_back({word, place});
    const double idf = words_.words[word].weight * words_.words[word].idf;
    if (is_headline && !in_headline[word]) {
      in_headline[word] = true;
      placement.headline += idf;
    } else if (!is_headline && body_words <= lead_words && !in_lead[word]) {
      in_lead[word] = true;
      placement.lead += idf;
    }
  }
  placement.proximity = proximity(occurrences);
  return placement;
}

double PlacementReader::proximity(const std::vector<Occurrence>& occurrences) const {
  double sum = 0;
  for (const auto& [one, other] : words_.neighbours) {
    double closeness = 0;  // One over the distance, over all meetings of the two.
    const Occurrence* last = nullptr;
    for (const Occurrence& occurrence : occurrences) {
      if (occurrence.word != one && occurrence.word != other) continue;
      const bool meets = last != nullptr && last->word != occurrence.word &&
                         occurrence.place - last->place <= near_words;
      if (meets) closeness += 1.0 / static_cast<double>(occurrence.place - last->place);
      last = &occurrence;
    }
    const double idf = std::min(words_.words[one].idf, words_.words[other].idf);
    sum += idf * closeness * (saturation + 1) / (closeness + saturation);
  }
  return sum;
}

}  // namespace broadsheet::searcher
