// A page's story: its paragraphs in order, without what stands around and between them.
//
// Rules mark what elements and their names tell; two independent choosers look for the element that
// holds the story, one by what elements are called, one by where the sentences are; the page's
// data, where it has the text, shows which paragraphs are meant.  All of this, and what each block
// is and stands beside, goes into a score of each block (block_model.hpp).  The blocks with a good
// score are the story, less what rules are sure of.  Where the page shows much less than its data,
// the data's text is the story.
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
