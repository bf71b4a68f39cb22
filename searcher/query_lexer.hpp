// Query text as a flat list of operands and operators, and nothing that the grammar would trip
// over.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/query_parser.hpp"

namespace broadsheet::searcher {

struct Lexeme {
  enum class Kind : std::uint8_t { operand, open, close, and_, or_, not_, minus, plus };

  Kind kind = Kind::operand;
  Query operand;  // A leaf.
  bool was_operator = false;
};

// What is returned is well-formed: parentheses are balanced, not empty and at most max_query_depth
// deep, every operator has its operands.  Adds to notes what had to be dropped or read otherwise.
std::vector<Lexeme> lex_query(std::string_view text, std::vector<std::string>& notes);

// The text's tokens, written so that they are read as the same tokens again; what part them is
// joiner.
std::string canonical_words(std::string_view text, char joiner);

}  // namespace broadsheet::searcher
