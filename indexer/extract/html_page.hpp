// From a web page's bytes to an article: everything of this folder put together.
#pragma once

#include <vector>

#include "indexer/extract/dom.hpp"
#include "indexer/extract/extract.hpp"
#include "indexer/extract/page_blocks.hpp"
#include "indexer/extract/verdict.hpp"

namespace broadsheet::indexer {

// What the page was seen as while it was read; for those who explain it, or learn from it.
struct PageReading {
  Dom dom;
  std::vector<Block> blocks;
  std::vector<Verdict> verdicts;  // Of each block; empty if the text is not from the blocks.
  std::vector<float> features;    // block_features().
  NodeId headline = no_node;      // Where the page shows it.
};

// Errors: empty, too_large, malformed, not_an_article (an index page, an error page, a page without
// sentences).  The article is not finished: Extractor bounds it and finds language and people.
// reading, if not null, is filled as far as the page was read, also when it is no article.
Result<Extraction> extract_html(const RawItem& item, Instant now, PageReading* reading = nullptr);

}  // namespace broadsheet::indexer
