// In which part of its outlet a page's story stands: "World", "Sport".
#pragma once

#include <string>
#include <string_view>

#include "indexer/extract/dom.hpp"
#include "indexer/extract/json_ld.hpp"
#include "indexer/extract/page_metadata.hpp"
#include "indexer/extract/title_text.hpp"

namespace broadsheet::indexer {

struct SectionSources {
  const Dom& dom;
  const PageMetadata& metadata;
  const LinkedData& linked_data;
  const SiteNames& sites;
  std::string_view url;       // The page's; may be empty.
  std::string_view headline;  // Its text, and where the page shows it, if it does.
  NodeId headline_node = no_node;
  NodeId body_begin = no_node;
};

struct SectionChoice {
  std::string name;         // Empty if nothing tells.
  const char* source = "";  // For notes.
};

// What JSON-LD, metadata, the trails of crumbs, the label beside the headline and the address call
// it, in this order; of several in a list the one that another source confirms.  Names that say
// nothing ("News", "Home") only if there is no other.
SectionChoice find_section(const SectionSources& sources);

}  // namespace broadsheet::indexer
