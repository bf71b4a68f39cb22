// JSON as found in the wild, made fit for a parser.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet::indexer {

// Whether no array or object of the text stands more than `most` levels deep.  Reads the text once,
// keeps nothing: what is nested 100,000 deep never reaches a recursive parser.
bool is_nested_at_most(std::string_view json, std::size_t most);

enum class Quotes {
  as_written,
  guessed,  // A '"' within a string that nothing of the grammar follows is part of the string.
};

// What publishers get wrong, put right: wrappers of comments, CDATA and semicolons, comments, raw
// control characters and bad escapes in strings, lone surrogates, commas too many.  Several values
// in a row become an array.  Empty if there is no value or one is not closed.
std::string repair_json(std::string_view text, Quotes quotes);

}  // namespace broadsheet::indexer
