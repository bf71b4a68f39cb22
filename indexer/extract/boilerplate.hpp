// Which parts of a page are not its story, told by their elements: navigation, teasers, sharing,
// captions, comments, a second story below the first.
#pragma once

#include <vector>

#include "indexer/extract/dom.hpp"
#include "indexer/extract/page_blocks.hpp"
#include "indexer/extract/part_names.hpp"
#include "indexer/extract/verdict.hpp"

namespace broadsheet::indexer {

// For each node why it lies in such a part, Reason::story if it does not.  What holds a large share
// of the page's good text is never one, whatever it is called.
// headline: the node of the story's headline, or no_node.
std::vector<Reason> find_boilerplate(const Dom& dom, const std::vector<Block>& blocks,
                                     const std::vector<PartName>& names, const BlockSums& sums,
                                     NodeId headline);

}  // namespace broadsheet::indexer
