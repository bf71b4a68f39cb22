// The source of articles that users have: files and standard input, in every format there is.
#pragma once

#include "indexer/article_source.hpp"
#include "indexer/extract/extract.hpp"

namespace broadsheet::indexer {

// The extractor must outlive the source.
ArticleSource page_source(const Extractor& extractor);

}  // namespace broadsheet::indexer
