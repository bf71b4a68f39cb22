// The words of names and what they look like.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::indexer {

// Borrowed from the text that was split.
using Words = std::vector<std::string_view>;

Words split(std::string_view text, char mark);
Words split_words(std::string_view text);  // At spaces.
std::string join(const Words& words);      // With spaces.

bool contains(std::initializer_list<std::string_view> words, std::string_view word);

// Of the lists in byline_words.hpp; a folded word.  Desk words are found in words joined by hyphens
// too ("Jane-Doe-Stiftung").
bool is_desk_word(std::string_view folded);
bool begins_job(std::string_view folded);
bool is_agency(std::string_view folded);
bool is_nobody_word(std::string_view folded);
bool is_month_or_day(std::string_view folded);

bool has_desk_word(const Words& words);

// Whether persons are called so, and little else is; `word` as written.
bool is_given_name(std::string_view word);

bool is_particle(std::string_view word);  // "de", "van"

struct Shape {
  std::size_t characters = 0;
  std::size_t letters = 0;
  std::size_t upper = 0;
  std::size_t lower = 0;
  std::size_t cjk = 0;
  bool begins_capital = false;  // Or with a letter of a script without capitals.
  bool is_clean = true;         // Letters, marks, periods, apostrophes and hyphens only.
};

Shape shape_of(std::string_view word);

// Two to six Chinese, Japanese or Korean characters, none of them a word of desks.
bool is_cjk_name(std::string_view text, const Shape& shape);

// The first letter, and each after a mark, in upper case; the rest in lower case if wanted.
std::string with_case(std::string_view word, bool lower_rest);

// "JANE DE LA CRUZ" to "Jane de la Cruz".
std::string lower_capitals(const Words& words);

}  // namespace broadsheet::indexer
