// Who wrote a page's story.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/json_ld.hpp"
#include "indexer/extract/page_blocks.hpp"
#include "indexer/extract/page_metadata.hpp"
#include "schema/date.hpp"

namespace broadsheet::indexer {

struct AuthorSources {
  const Dom& dom;
  const std::vector<Block>& blocks;
  const PageMetadata& metadata;
  const std::vector<std::string>& site_names;
  std::string_view language;
  Instant now;
  const LdArticle* linked_data = nullptr;  // May be null.
  NodeId headline = no_node;
  NodeId body_begin = no_node;  // no_node if the page does not show the body.
  NodeId body_end = no_node;
};

struct PageAuthors {
  std::vector<std::string> names;
  std::string note;
};

// Persons by their full names from JSON-LD, meta names, bylines, lines around the story, in this
// order; then the pen name that the page itself declares; if there is no person, the desk, agency
// or outlet that the page holds to be the author ("dpa", "Example News Staff").
PageAuthors find_page_authors(const AuthorSources& sources);

}  // namespace broadsheet::indexer
