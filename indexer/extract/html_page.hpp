// From a web page's bytes to an article: everything of this folder put together.
#pragma once

#include "indexer/extract/extract.hpp"

namespace broadsheet::indexer {

// Errors: empty, too_large, malformed, not_an_article (an index page, an error page, a page without
// sentences).  The article is not finished: Extractor bounds it and finds language and people.
Result<Extraction> extract_html(const RawItem& item, Instant now);

}  // namespace broadsheet::indexer
