#include "indexer/extract/standfirst.hpp"

#include <algorithm>
#include <array>

#include "indexer/extract/class_words.hpp"
#include "indexer/extract/title_text.hpp"

namespace broadsheet::indexer {
namespace {

constexpr std::size_t min_weight = 30;
constexpr std::size_t max_weight = 800;
constexpr int max_levels = 3;  // How far up its elements a block is called a standfirst.

constexpr auto standfirst_names = std::to_array<std::string_view>({
    "abstract",
    "article description",
    "article excerpt",
    "article intro",
    "article lead",
    "article subtitle",
    "article summary",
    "article teaser",
    "chapeau",
    "chapo",
    "dek",
    "deck",
    "entradilla",
    "excerpt",
    "headline intro",
    "ingress",
    "intro",
    "introduction",
    "intro text",
    "lead",
    "lead text",
    "lede",
    "leadtext",
    "manchet",
    "preamble",
    "sapo",
    "sous titre",
    "standfirst",
    "strapline",
    "sub headline",
    "sub heading",
    "sub title",
    "subheadline",
    "subheading",
    "subhead",
    "subtitle",
    "subtitulo",
    "sumario",
    "summary",
    "teaser text",
    "vorspann",
    "zajawka",
    "bajada",
    "copete",
    "perex",
    "post excerpt",
    "synopsis",
    "description",
    "subline",
});

bool is_called_standfirst(const Dom& dom, NodeId id) {
  for (int level = 0; level < max_levels && id != no_node; ++level, id = dom.parent(id)) {
    const Tag tag = dom.tag(id);
    if (tag == Tag::article || tag == Tag::main || tag == Tag::body) return false;
    if (dom.attribute(id, "itemprop") == "description") return true;
    const std::string words = class_words(dom, id);
    if (words.empty()) continue;
    if (has_any_words(words, standfirst_names)) return true;
  }
  return false;
}

bool in_other_part(const Dom& dom, NodeId id) {
  for (; id != no_node; id = dom.parent(id)) {
    switch (dom.tag(id)) {
      case Tag::aside:
      case Tag::figure:
      case Tag::figcaption:
      case Tag::form:
      case Tag::nav:
      case Tag::footer:
      case Tag::table:
      case Tag::li:
        return true;
      default:
        break;
    }
  }
  return false;
}

// Descriptions are often cut short.
bool is_described(std::string_view text, const std::vector<std::string>& descriptions) {
  return std::ranges::any_of(descriptions, [&](std::string_view description) {
    if (description.size() < min_weight) return false;
    const std::string_view start =
        description.substr(0, std::min<std::size_t>(60, description.size() - 4));
    return text.starts_with(start) || title_agreement(text, description) > 0.8;
  });
}

}  // namespace

std::string find_standfirst(const Dom& dom, const std::vector<Block>& blocks,
                            const StandfirstHints& hints) {
  for (const Block& block : blocks) {
    if (hints.headline != no_node && block.first < hints.headline) continue;
    if (hints.headline == no_node || block.first > hints.body) break;
    if (dom.contains(hints.headline, block.first)) continue;
    if (block.weight < min_weight || block.weight > max_weight || block.link_share() > 0.3)
      continue;
    if (block.text == hints.first_paragraph) {
      const bool is_standfirst =
          is_called_standfirst(dom, block.node) ||
          (block.kind == BlockKind::heading && is_described(block.text, hints.descriptions));
      return is_standfirst ? block.text : std::string();
    }
    if (in_other_part(dom, block.node)) continue;
    if (block.line.action != LineAction::keep) continue;
    if (is_called_standfirst(dom, block.node) || is_described(block.text, hints.descriptions)) {
      return block.text;
    }
  }
  return {};
}

}  // namespace broadsheet::indexer
