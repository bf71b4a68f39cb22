#include "indexer/extract/story_oracle.hpp"

#include <string_view>

#include "indexer/extract/ascii.hpp"

namespace broadsheet::indexer {
namespace {

constexpr std::size_t shortest_block = 12;  // Bytes of letters by which a block can be told.
constexpr std::size_t probe_bytes = 48;     // Ends of a long block that are looked for.
constexpr std::size_t sure_weight = 1'500;  // Descriptions are shorter than this.

// Letters and digits in lower case; of other scripts everything but general punctuation and spaces,
// whose forms differ between a page and its data.
std::string bare(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (ascii::is_letter(c) || ascii::is_digit(c)) {
      result += ascii::to_lower(c);
    } else if (c == '\xE2' && i + 2 < text.size() && text[i + 1] == '\x80') {
      i += 2;
    } else if (c == '\xC2' && i + 1 < text.size()) {
      i += 1;
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      result += c;
    }
  }
  return result;
}

bool ends_as_a_story(std::string_view text) {
  text = ascii::trim(text);
  return !text.empty() && !text.ends_with("...") && !text.ends_with("…") &&
         !text.ends_with("[…]") && !text.ends_with("[...]");
}

}  // namespace

StoryOracle::StoryOracle(const std::vector<std::string>& paragraphs) {
  for (const std::string& paragraph : paragraphs) {
    story_ += bare(paragraph);
    weight_ += text_weight(paragraph);
  }
  complete_ = !paragraphs.empty() && ends_as_a_story(paragraphs.back());
}

bool StoryOracle::has(const Block& block) const {
  if (story_.empty()) return false;
  const std::string text = bare(block.text);
  if (text.size() < shortest_block) return false;
  const std::string_view view = text;
  if (view.size() <= 2 * probe_bytes) return story_.find(view) != std::string::npos;
  return story_.find(view.substr(0, probe_bytes)) != std::string::npos &&
         story_.find(view.substr(view.size() - probe_bytes)) != std::string::npos;
}

std::optional<StoryOracle::Bounds> StoryOracle::bounds(
    const std::vector<const Block*>& blocks) const {
  if (story_.empty()) return std::nullopt;
  Bounds bounds{no_node, no_node};
  std::size_t found = 0;
  std::size_t all = 0;
  for (const Block* block : blocks) {
    if (!block->good) continue;
    all += block->weight;
    if (!has(*block)) continue;
    found += block->weight;
    if (bounds.first == no_node) bounds.first = block->first;
    bounds.last = block->first;
  }
  const bool shown = found * 4 >= weight_ * 3;
  const bool whole = complete_ && (weight_ >= sure_weight || weight_ * 2 >= all);
  if (bounds.first == no_node || !shown || !whole) return std::nullopt;
  return bounds;
}

}  // namespace broadsheet::indexer
