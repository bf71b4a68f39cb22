// A page's headings, as far as one of them may be the story's.
#pragma once

#include <string>
#include <vector>

#include "indexer/extract/dom.hpp"

namespace broadsheet::indexer {

struct PageHeading {
  NodeId node = no_node;
  int level = 1;             // Of <h1> to <h4>; 1 also of role=heading with aria-level=1.
  std::string text;          // All of it; never empty.
  std::string bare;          // Only of an h1: without kicker, subtitle, words for screen readers.
  bool is_branding = false;  // Looks like the site's own: a logo, a link to its front page.
  bool is_named = false;     // Of an h1: its class says that it is an article's headline.
  bool is_in_navigation = false;
};

// In page order, those of footers and asides left out, of navigation all but h1s.  At most 400.
std::vector<PageHeading> page_headings(const Dom& dom);

}  // namespace broadsheet::indexer
