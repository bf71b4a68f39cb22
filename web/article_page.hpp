// One article, in full, with a link to where it was published.
#pragma once

#include <string>

#include "schema/article.hpp"
#include "web/search_page.hpp"

namespace broadsheet::web {

std::string article_address(const Site& site, const std::string& key);

std::string render_article_page(const Site& site, const Article& article);

}  // namespace broadsheet::web
