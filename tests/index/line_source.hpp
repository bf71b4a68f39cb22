// A source of articles for tests: files of lines "id|canonical|date|headline|body".  Empty fields
// are unknown; '^' parts the body's paragraphs.  The lines of a file are its items; a file of one
// line is one page.  A line that begins with '!' is no article.
#pragma once

#include "indexer/article_source.hpp"

namespace broadsheet::indexer {

ArticleSource line_source();

}  // namespace broadsheet::indexer
