// An Article as JSON.
#pragma once

#include <nlohmann/json.hpp>

#include "schema/article.hpp"

namespace broadsheet {

// Every field of design section 3 (schema/article.schema.json): what /api/articles answers.  body
// is a list of paragraphs; unknown fields are null or empty lists.
nlohmann::json article_to_json(const Article& article);

// One line, invalid UTF-8 replaced: the only way our JSON is written.
std::string dump_json(const nlohmann::json& json);

}  // namespace broadsheet
