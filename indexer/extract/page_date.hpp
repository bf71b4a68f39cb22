// When a page's story was published.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/json_ld.hpp"
#include "indexer/extract/page_blocks.hpp"
#include "indexer/extract/page_metadata.hpp"
#include "schema/article.hpp"
#include "schema/date.hpp"

namespace broadsheet::indexer {

struct DateSources {
  const Dom& dom;
  const std::vector<Block>& blocks;
  const PageMetadata& metadata;
  const LdArticle* linked_data = nullptr;  // May be null.
  std::string_view language;
  NodeId headline = no_node;
  NodeId body_begin = no_node;  // no_node if the page does not show the body.
  NodeId body_end = no_node;
};

struct PageDate {
  Timestamp published;
  DateEvidence evidence = DateEvidence::none;
  float confidence = 0;
  std::string note;
};

// The best evidence in the order of DateEvidence; but a date in the URL overrules a <time> that
// nothing marks as the publication's.
std::optional<PageDate> find_page_date(const DateSources& sources, Instant now);

}  // namespace broadsheet::indexer
