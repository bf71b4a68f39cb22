// The names of months in the languages of the world's news.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::indexer {

// Several languages share a word ("mart"), and a few give it to different months.
struct MonthName {
  std::string language;
  unsigned month;
  bool persian;  // Of the Solar Hijri calendar.
};

// word: folded, without periods; two words parted by one space.  language settles what several
// share; null if no month is called so.  Names are read from ICU at the first call.
const MonthName* find_month(const std::string& word, std::string_view language);

}  // namespace broadsheet::indexer
