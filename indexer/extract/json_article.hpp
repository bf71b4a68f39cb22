// From one JSON object to an article.
//
// Fields are those of schema/article.schema.json, with the names of Schema.org NewsArticle, the
// Guardian's Open Platform, the New York Times' article search and NewsAPI as aliases; the names of
// the schema come first.  Unknown fields are ignored.
#pragma once

#include "indexer/extract/extract.hpp"

namespace broadsheet::indexer {

// Errors: empty, malformed (not JSON, or nested more than 64 deep), not_an_article (neither
// headline nor body), invalid_field (names the field: a value of a type it cannot have).  A date
// that cannot be is a note, and the article undated.
Result<Extraction> extract_json_article(const RawItem& item, Instant now);

}  // namespace broadsheet::indexer
