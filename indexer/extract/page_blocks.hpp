// A page as a list of blocks: the runs of text that a reader sees as paragraphs, headings, items.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "indexer/extract/dom.hpp"
#include "indexer/extract/line_rules.hpp"

namespace broadsheet::indexer {

enum class BlockKind : std::uint8_t { paragraph, heading, item, quote, other };

struct Block {
  NodeId node = no_node;   // The element whose text it is.
  NodeId first = no_node;  // Its first text node: the block's place on the page.
  BlockKind kind = BlockKind::other;
  bool sentence = false;        // A sentence ends in it.
  bool good = false;            // Reads like a paragraph of a story; line rules keep it.
  LineClass line;               // What the line rules say.
  std::string text;             // Clean, white space collapsed; never empty.
  std::size_t weight = 0;       // Characters, those of scripts without spaces counting thrice.
  std::size_t link_weight = 0;  // Of which in links.
  std::uint16_t links = 0;

  double link_share() const {
    return weight == 0 ? 0 : static_cast<double>(link_weight) / static_cast<double>(weight);
  }
};

// Tells which parts of a page no reader sees: hidden ones, <noscript>, form controls.
class UnseenParts {
 public:
  explicit UnseenParts(const Dom& dom);  // Borrows it.

  // Of an element: nothing below it is seen either.
  bool has(NodeId id) const;

 private:
  bool is_stencil(NodeId id) const;
  bool holds_much(NodeId id) const;

  const Dom& dom_;
  std::vector<std::size_t> bytes_;  // Of text before each node.
};

// In page order.  Text that no reader sees (hidden, in <noscript>, in form controls) is left out.
std::vector<Block> page_blocks(const Dom& dom);

// Those of a page's blocks that begin at the nodes from `begin` up to, not including, `end`
// (no_node: to the end of the page); none if there are none.  Borrows.
std::span<const Block> blocks_between(const std::vector<Block>& blocks, NodeId begin, NodeId end);

// Characters, those of scripts written without spaces counting thrice.
std::size_t text_weight(std::string_view text);

// Sums over the blocks that begin at the nodes from `begin` up to, not including, `end`; 0 if there
// are none.
class BlockSums {
 public:
  BlockSums(const Dom& dom, const std::vector<Block>& blocks);

  std::size_t good(NodeId begin, NodeId end) const { return sum(&Sums::good, begin, end); }
  std::size_t weight(NodeId begin, NodeId end) const { return sum(&Sums::weight, begin, end); }
  std::size_t link_weight(NodeId begin, NodeId end) const { return sum(&Sums::links, begin, end); }
  std::size_t count(NodeId begin, NodeId end) const { return sum(&Sums::count, begin, end); }

 private:
  struct Sums {
    std::uint32_t good = 0;  // Weight of the good blocks.
    std::uint32_t weight = 0;
    std::uint32_t links = 0;
    std::uint32_t count = 0;
  };

  std::size_t sum(std::uint32_t Sums::*which, NodeId begin, NodeId end) const {
    return end > begin ? before_[end].*which - before_[begin].*which : 0;
  }

  std::vector<Sums> before_;  // Of the blocks before each node.
};

}  // namespace broadsheet::indexer
