// From query text to a tree, and back.
//
// The syntax, tightest first:
//
//     putin  covid-19  putin*             a word, a compound, a prefix (of 3 letters at least)
//     "state visit"                       these words in this order, as they are written
//     headline:visit  headline:"..."      in the headline
//     person: about: author: section:     names holding all words of the value
//     source: lang: site:
//     date:2021-03  date:2021..2022-05    day, month or year; either end may be left out
//     since:2021-03  before:2020          from it on; up to the day before it
//     since:7d  date:yesterday            days, weeks (w), months (m), years (y) before today
//     ( ... )                             8 levels deep
//     a NEAR/5 b  a NEAR b                words, prefixes, phrases in one paragraph (or the
//                                         headline), each at most 5 (10) words from the one before,
//                                         on either side; a word is found in any form, a condition
//     -x  NOT x  +x                       without, must be there
//     x y                                 side by side: words and prefixes are preferred, none is
//                                         required, but one of them if no condition is about the
//                                         text (phrase, headline, +x, group); all else is a
//                                         condition
//     x AND y
//     x OR y
//
// An operator in parentheses makes the group a condition.  Operators are upper case.  Parsing never
// fails: what cannot be read as an operator is read as words, and a note says why.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/date.hpp"

namespace broadsheet::searcher {

enum class QueryField : std::uint8_t {
  headline,
  person,
  about,
  author,
  section,
  source,
  language,
  site
};

struct Query {
  enum class Kind : std::uint8_t {
    everything,  // No text at all.
    word,        // text: one token.
    compound,    // text: several tokens written as one; a phrase where it is a condition.
    phrase,      // text: tokens.
    prefix,      // text: the beginning of a token.
    field,       // field and text; for headline also as_written.
    date,        // first, last or both.
    near,        // Two parts or more, each a word, compound, phrase or prefix.
    must,        // One part: a word, compound, prefix or bag.
    exclude,     // One part, neither must nor exclude.
    bag,         // Two parts or more side by side.
    all_of,      // Two parts or more.
    any_of,      // Two parts or more.
  };

  Kind kind = Kind::everything;
  QueryField field = QueryField::headline;
  std::string text;
  bool as_written = false;   // Of headline: these words in this order; else one word in any form.
  std::uint32_t within = 0;  // In a near, of all parts but the first: words from the part before.
  std::optional<Day> first;
  std::optional<Day> last;
  std::vector<Query> parts;

  friend bool operator==(const Query&, const Query&) = default;
};

struct ParsedQuery {
  Query query;
  std::vector<std::string> notes;  // Sentences: what did not run as written, and why.
};

inline constexpr std::size_t max_query_terms = 100;
inline constexpr std::size_t max_query_depth = 8;
inline constexpr std::size_t min_prefix_characters = 3;
inline constexpr std::uint32_t max_near_words = 100;
inline constexpr std::uint32_t default_near_words = 10;

// Total: any bytes.  The tree is at most max_query_depth groups deep and has at most
// max_query_terms distinct words and conditions.  today: what relative dates are counted from; the
// tree holds the days that they come to.
ParsedQuery parse_query(std::string_view text, Day today);

// The query in its own syntax: parse_query() makes the same tree of it, without notes.
std::string to_text(const Query& query);

}  // namespace broadsheet::searcher
