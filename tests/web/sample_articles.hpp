// Articles for an index to test the server on.
#pragma once

#include <cstddef>
#include <vector>

#include "schema/article.hpp"

namespace broadsheet::web::tests {

// A small newspaper of invented stories: several sections, sources and people, dates over some
// years, some without.  The first is "Council approves a footbridge", with the id "story/0?a=b".
std::vector<Article> sample_articles(std::size_t count);

}  // namespace broadsheet::web::tests
