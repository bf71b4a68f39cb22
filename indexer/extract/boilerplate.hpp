// Which parts of a page are not its story, told by their elements: navigation, teasers, sharing,
// captions, comments, a second story below the first.
#pragma once

#include <vector>

#include "indexer/extract/dom.hpp"
#include "indexer/extract/page_blocks.hpp"

namespace broadsheet::indexer {

// For each node whether it lies in such a part.  What holds a large share of the page's good text
// is never one, whatever it is called.
// headline: the node of the story's headline, or no_node.
std::vector<bool> find_boilerplate(const Dom& dom, const std::vector<Block>& blocks,
                                   const GoodText& good, NodeId headline);

}  // namespace broadsheet::indexer
