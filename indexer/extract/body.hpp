// A page's story: its paragraphs in order, without what stands around and between them.
//
// Two independent choosers look for the element that holds the story: one by what elements are
// called, one by where the sentences are.  The JSON-LD's articleBody, where a page has it, shows
// which paragraphs are meant, and is the text itself where the page shows less.  Line rules cut
// what is left at the end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/dom.hpp"
#include "indexer/extract/page_blocks.hpp"
#include "indexer/extract/verdict.hpp"

namespace broadsheet::indexer {

// What is known of the story; any may be empty.
struct BodyHints {
  std::string_view headline;
  NodeId headline_node = no_node;         // Where the page shows it.
  std::vector<std::string> ld_body;       // From the page's data.
  std::vector<std::string> descriptions;  // From og, JSON-LD and the like.
};

struct PageBody {
  std::string standfirst;               // Empty if the page shows none.
  std::vector<std::string> paragraphs;  // Begins with the standfirst.
  NodeId begin = no_node;               // Its first block; no_node if the text is the data's.
  NodeId text_begin = no_node;          // Its first paragraph of some length.
  NodeId end = no_node;                 // Where the page's part ends that holds it.
  std::size_t weight = 0;               // text_weight() of the paragraphs.
  std::string chosen_by;                // For notes.
  std::vector<Verdict> verdicts;        // Of each block.
  std::vector<float> features;          // block_features().
};

// Without paragraphs if the page has no sentences.
PageBody find_body(const Dom& dom, const std::vector<Block>& blocks, const BodyHints& hints);

}  // namespace broadsheet::indexer
