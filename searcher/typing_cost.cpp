#include "searcher/typing_cost.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <utility>
#include <vector>

namespace broadsheet::searcher {
namespace {

constexpr double swapped = min_edit_cost;
constexpr double doubled = min_edit_cost;  // A letter twice for once, or once for twice.
constexpr double missing = 3.5;
constexpr double of_one_sound = 4.5;
constexpr double near_key = 5;
constexpr double extra_near_key = 5.5;
constexpr double extra = 6;
constexpr double replaced = 6.5;
constexpr double at_beginning = 1;  // On top.
static_assert(replaced + at_beginning == max_edit_cost);

struct Key {
  int row = -9;
  int column = 0;
};

std::array<Key, 26> keyboard() {
  constexpr std::array<std::string_view, 3> rows = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
  std::array<Key, 26> keys;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t column = 0; column < rows[row].size(); ++column) {
      keys[static_cast<std::size_t>(rows[row][column] - 'a')] = {static_cast<int>(row),
                                                                 static_cast<int>(column)};
    }
  }
  return keys;
}

bool is_ascii_letter(char32_t letter) { return letter >= 'a' && letter <= 'z'; }

bool are_near_keys(char32_t a, char32_t b) {
  static const std::array<Key, 26> keys = keyboard();
  if (!is_ascii_letter(a) || !is_ascii_letter(b)) return false;
  const Key& one = keys[a - 'a'];
  const Key& other = keys[b - 'a'];
  return std::abs(one.row - other.row) <= 1 && std::abs(one.column - other.column) <= 1;
}

bool are_of_one_sound(char32_t a, char32_t b) {
  constexpr std::array<std::string_view, 8> sounds = {"aeiouy", "ckq", "csz", "gj",
                                                      "fv",     "vw",  "dt",  "bp"};
  return is_ascii_letter(a) && is_ascii_letter(b) &&
         std::ranges::any_of(sounds, [&](std::string_view sound) {
           return sound.find(static_cast<char>(a)) != sound.npos &&
                  sound.find(static_cast<char>(b)) != sound.npos;
         });
}

double cost_of_replacing(char32_t typed, char32_t intended) {
  if (typed == intended) return 0;
  if (are_of_one_sound(typed, intended)) return of_one_sound;
  return are_near_keys(typed, intended) ? near_key : replaced;
}

using Alphabet = std::array<std::array<double, 26>, 26>;

Alphabet costs_of_replacing() {
  Alphabet costs{};
  for (char32_t typed = 'a'; typed <= 'z'; ++typed) {
    for (char32_t intended = 'a'; intended <= 'z'; ++intended) {
      costs[typed - 'a'][intended - 'a'] = cost_of_replacing(typed, intended);
    }
  }
  return costs;
}

double replacing(char32_t typed, char32_t intended) {
  static const Alphabet costs = costs_of_replacing();
  if (is_ascii_letter(typed) && is_ascii_letter(intended))
    return costs[typed - 'a'][intended - 'a'];
  return cost_of_replacing(typed, intended);
}

// Of the extra letter typed[i].
double adding(std::u32string_view typed, std::size_t i) {
  const bool has_before = i > 0;
  const bool has_after = i + 1 < typed.size();
  const char32_t letter = typed[i];
  if (has_before && typed[i - 1] == letter) return doubled;
  const bool is_near = (has_before && are_near_keys(typed[i - 1], letter)) ||
                       (has_after && are_near_keys(typed[i + 1], letter));
  return is_near ? extra_near_key : extra;
}

// Of the letter intended[j].
double leaving_out(std::u32string_view intended, std::size_t j) {
  return j > 0 && intended[j - 1] == intended[j] ? doubled : missing;
}

}  // namespace

TypingCost::TypingCost(std::u32string_view typed) : typed_(typed) {
  for (std::size_t i = 0; i < typed.size(); ++i) {
    adding_.push_back(adding(typed, i) + (i == 0 ? at_beginning : 0));
  }
}

double TypingCost::of(std::u32string_view intended, double most) {
  for (std::vector<double>* row : {&row_, &last_, &before_last_}) row->resize(intended.size() + 1);
  row_[0] = 0;
  for (std::size_t j = 1; j < row_.size(); ++j) {
    row_[j] = row_[j - 1] + leaving_out(intended, j - 1) + (j == 1 ? at_beginning : 0);
  }
  double least_of_last = 0;
  for (std::size_t i = 1; i <= typed_.size(); ++i) {
    std::swap(before_last_, last_);
    std::swap(last_, row_);
    const char32_t letter = typed_[i - 1];
    row_[0] = last_[0] + adding_[i - 1];
    double least = row_[0];
    for (std::size_t j = 1; j < row_.size(); ++j) {
      const char32_t wanted = intended[j - 1];
      const bool begins = i == 1 && j == 1 && letter != wanted;
      double cost = last_[j - 1] + replacing(letter, wanted) + (begins ? at_beginning : 0);
      cost = std::min(cost, last_[j] + adding_[i - 1]);
      cost = std::min(cost, row_[j - 1] + leaving_out(intended, j - 1));
      const bool is_swap = i > 1 && j > 1 && letter != wanted && letter == intended[j - 2] &&
                           typed_[i - 2] == wanted;
      if (is_swap) cost = std::min(cost, before_last_[j - 2] + swapped);
      row_[j] = cost;
      least = std::min(least, cost);
    }
    // A swap may leap over one row.
    if (least > most && least_of_last > most) return least;
    least_of_last = least;
  }
  return row_.back();
}

}  // namespace broadsheet::searcher
