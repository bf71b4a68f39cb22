// A short text as a run of numbers, words and marks, for reading dates.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::indexer {

struct DateToken {
  enum class Kind { number, word, mark };

  Kind kind = Kind::mark;
  int value = 0;  // Of a number; at most nine digits.
  std::size_t digits = 0;
  std::string word;  // Folded, without periods.
  char32_t mark_character = 0;
  bool space_before = false;
};

// Digits of any script; the characters for year, month and day (年月日) are marks wherever they
// stand; dashes and colons of all kinds are '-' and ':'.
std::vector<DateToken> date_tokens(std::string_view text);

}  // namespace broadsheet::indexer
