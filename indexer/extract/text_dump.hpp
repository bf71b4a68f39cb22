// From the plain-text dump of a page to an article.
//
// A dump is what a browser shows, a block a line: maybe the title first, maybe a date, menus, the
// headline, the story, then whatever stands below it.
#pragma once

#include "indexer/extract/extract.hpp"

namespace broadsheet::indexer {

// Errors: empty, not_an_article (no run of sentences).  item.content may be in any encoding.
// People are not looked for: that is the recogniser's.
Result<Extraction> extract_text_dump(const RawItem& item, Instant now);

}  // namespace broadsheet::indexer
