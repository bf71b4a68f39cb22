// How likely a word is typed as another: a noisy channel (Kernighan, Church and Gale, "A spelling
// correction program based on a noisy channel model", 1990) with costs of our own instead of
// counts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::searcher {

// What one edit costs.
inline constexpr double min_edit_cost = 3;
inline constexpr double max_edit_cost = 7.5;

// Of one word as typed.  Belongs to one thread.
class TypingCost {
 public:
  explicit TypingCost(std::u32string_view typed);

  // The cost, in nats, of the cheapest edits that make the typed word of `intended`; 0 if they are
  // equal.  Letters swapped and doubled cost least, then letters left out, vowels and letters of
  // one sound taken for each other, neighbours on the keyboard; letters out of nowhere cost most,
  // and more at the beginning of a word.  Any value above `most` if it costs more than that.
  double of(std::u32string_view intended, double most);

 private:
  std::u32string typed_;
  std::vector<double> adding_;  // What each of its letters costs if it is not intended.
  // Of the table that of() fills row by row, by letters intended.
  std::vector<double> row_;
  std::vector<double> last_;
  std::vector<double> before_last_;
};

}  // namespace broadsheet::searcher
