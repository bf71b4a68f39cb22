// From the plain-text dump of a page to an article.
//
// A dump is what a browser shows, a block a line: maybe the title first, maybe a date, menus, the
// headline, the story, then whatever stands below it.
#pragma once

#include <string>
#include <vector>

#include "indexer/extract/extract.hpp"
#include "indexer/extract/verdict.hpp"

namespace broadsheet::indexer {

// What a line was seen as; for those who explain it.
struct DumpLine {
  std::string text;
  Verdict verdict;  // Without element and score.
};

// Errors: empty, not_an_article (no run of sentences).  item.content may be in any encoding.
// People are not looked for: that is the recogniser's.
// lines, if not null, is filled also when the dump is no article.
Result<Extraction> extract_text_dump(const RawItem& item, Instant now,
                                     std::vector<DumpLine>* lines = nullptr);

}  // namespace broadsheet::indexer
