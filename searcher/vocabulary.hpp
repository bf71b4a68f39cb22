// The words of an archive by their letters, to find those that look like one that was typed.
//
// Immutable once made: threads share it.  A word takes 12 bytes and its text, 26 MB for a million,
// which are read in about a second.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace broadsheet::searcher {

class Vocabulary {
 public:
  static constexpr std::size_t min_letters = 2;
  static constexpr std::size_t max_letters = 32;
  static constexpr std::size_t max_words = 4'000'000;

  // The folded words of all documents, hidden ones included, that are of letters only and in
  // Latin, Greek, Cyrillic or another script of letters and marks below U+0900; beyond `most` the
  // rarest are left out.  May throw any Xapian::Error.
  static Vocabulary read(const Xapian::Database& database, std::size_t most = max_words);

  std::size_t size() const { return size_; }

  // Calls visit(word, documents) for every word within the number of edits of `letters`, and for
  // others: it looks only at how many letters there are and which.  An edit puts in, leaves out or
  // replaces a letter or swaps two neighbours.
  template <typename Visit>
  void for_each_near(std::u32string_view letters, std::size_t edits, Visit visit) const {
    const std::uint32_t wanted = letter_set(letters);
    const std::size_t shortest = letters.size() > edits ? letters.size() - edits : 0;
    for (std::size_t n = shortest; n <= letters.size() + edits && n < lists_.size(); ++n) {
      const List& list = lists_[n];
      for (std::size_t i = 0; i < list.sets.size(); ++i) {
        std::uint32_t different = list.sets[i] ^ wanted;
        for (std::size_t bit = 0; bit < 2 * edits; ++bit) different &= different - 1;
        if (different == 0) visit(list.word(i), list.frequencies[i]);
      }
    }
  }

 private:
  // Words of equally many letters.
  struct List {
    std::string text;  // One behind the other.
    std::vector<std::uint32_t> ends;
    std::vector<std::uint32_t> sets;  // letter_set()
    std::vector<Xapian::doccount> frequencies;

    std::string_view word(std::size_t i) const {
      const std::size_t begin = i == 0 ? 0 : ends[i - 1];
      return std::string_view(text).substr(begin, ends[i] - begin);
    }
    void add(std::string_view word, std::uint32_t set, Xapian::doccount frequency);
  };

  // A bit for each letter from a to z and six for the others: an edit changes two at most.
  static std::uint32_t letter_set(std::u32string_view letters);
  void drop_rarer_than(Xapian::doccount least);

  std::array<List, max_letters + 1> lists_;  // By number of letters.
  std::size_t size_ = 0;
};

// The characters of a word; nothing if any is not a letter as of Vocabulary::read().
std::u32string letters_of(std::string_view word);

}  // namespace broadsheet::searcher
