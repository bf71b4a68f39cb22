// A fixed set of markup's names, to ask for each tag and attribute of a page.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace broadsheet::indexer {

// Names in lower case, found by their first letter: of each there are few.
template <std::size_t size>
class NameTable {
 public:
  // sorted: begin with a letter each.
  consteval explicit NameTable(const std::array<std::string_view, size>& sorted) : names_(sorted) {
    if (!std::ranges::is_sorted(sorted)) throw "names in no order";
    for (std::size_t letter = 0; letter < begins_.size(); ++letter) {
      begins_[letter] =
          static_cast<std::uint8_t>(std::ranges::count_if(sorted, [&](std::string_view name) {
            return static_cast<std::size_t>(name.front() - 'a') < letter;
          }));
    }
  }

  // The place of a name among the sorted ones; size if it is none of them.
  constexpr std::size_t find(std::string_view name) const {
    if (name.empty() || name.front() < 'a' || name.front() > 'z') return size;
    const auto letter = static_cast<std::size_t>(name.front() - 'a');
    for (std::size_t i = begins_[letter]; i < begins_[letter + 1]; ++i) {
      if (names_[i] == name) return i;
    }
    return size;
  }

  constexpr bool contains(std::string_view name) const { return find(name) < size; }

  constexpr std::string_view operator[](std::size_t place) const { return names_[place]; }

 private:
  static_assert(size < 256);

  std::array<std::string_view, size> names_;
  std::array<std::uint8_t, 27> begins_{};  // Where the names of each letter begin, and their end.
};

}  // namespace broadsheet::indexer
