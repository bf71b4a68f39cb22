// The sentence or two between a story's headline and its text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/dom.hpp"
#include "indexer/extract/page_blocks.hpp"

namespace broadsheet::indexer {

struct StandfirstHints {
  NodeId headline = no_node;  // Node of the headline, if the page shows it.
  NodeId body = no_node;      // Where the body's text begins.
  std::string_view first_paragraph;
  const std::vector<std::string>& descriptions;  // What the page's metadata says of the story.
};

// A text that the page shows above the body (or as its first paragraph) and calls a standfirst, or
// that its metadata repeats.  Empty if there is none: a description that is not shown is none.
std::string find_standfirst(const Dom& dom, const std::vector<Block>& blocks,
                            const StandfirstHints& hints);

}  // namespace broadsheet::indexer
