// The articles of a JSON text, without parsing it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "schema/result.hpp"

namespace broadsheet::indexer {

// Where the value that begins at `at` ends (behind its last character); npos if it is not closed.
// Only brackets and strings are looked at.
std::size_t json_value_end(std::string_view json, std::size_t at);

// Whether the object that begins the text has a member that lists articles ("articles", "results",
// "docs", ...) and none that only an article has.  The text may be cut short.
bool wraps_articles(std::string_view json);

// The values that are articles: those of an array, of the array in {"articles": [...]} or
// {"response": {"results": [...]}}, or the one object itself.  They borrow from the text.
// Errors: malformed.
Result<std::vector<std::string_view>> split_json(std::string_view json);

}  // namespace broadsheet::indexer
