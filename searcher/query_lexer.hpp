// Query text as a flat list of operands and operators, and nothing that the grammar would trip
// over.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/query_parser.hpp"

namespace broadsheet::searcher {

struct Lexeme {
  enum class Kind : std::uint8_t { operand, open, close, near, and_, or_, not_, minus, plus };

  Kind kind = Kind::operand;
  Query operand{};           // A leaf.
  std::uint32_t within = 0;  // Of near: 1 to max_near_words.
  bool was_operator = false;
};

// What is returned is well-formed: parentheses are balanced, not empty and at most max_query_depth
// deep, every operator has its operands, those of near are words, compounds, phrases and prefixes.
// Adds to notes what had to be dropped or read otherwise.  today: see parse_query().
std::vector<Lexeme> lex_query(std::string_view text, Day today, std::vector<std::string>& notes);

// What was typed as a note shows it: in quotation marks, cut if it is long.
std::string shown(std::string_view text);

}  // namespace broadsheet::searcher
