// A set of documents, one bit each.
#pragma once

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <xapian.h>

namespace broadsheet::searcher {

// Of docids 1 to last.  Both operands of an operation have the same last.
class DocSet {
 public:
  explicit DocSet(Xapian::docid last = 0) : last_(last), words_(last / 64 + 1) {}

  Xapian::docid last() const { return last_; }

  void add(Xapian::docid docid) { word(docid) |= bit(docid); }
  void remove(Xapian::docid docid) { word(docid) &= ~bit(docid); }
  bool contains(Xapian::docid docid) const {
    return docid <= last_ && (words_[docid / 64] & bit(docid)) != 0;
  }

  DocSet& operator|=(const DocSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }
  DocSet& operator&=(const DocSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
  }
  DocSet& operator-=(const DocSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
    return *this;
  }

  Xapian::doccount count() const {
    int count = 0;
    for (const std::uint64_t word : words_) count += std::popcount(word);
    return static_cast<Xapian::doccount>(count);
  }

  // How many are members of both, of which one may be made for fewer documents.
  Xapian::doccount count_common(const DocSet& other) const {
    int count = 0;
    for (std::size_t i = 0; i < std::min(words_.size(), other.words_.size()); ++i) {
      count += std::popcount(words_[i] & other.words_[i]);
    }
    return static_cast<Xapian::doccount>(count);
  }

  // The first member from docid on; 0 if there is none.
  Xapian::docid next(Xapian::docid docid) const {
    if (docid > last_) return 0;
    std::size_t i = docid / 64;
    std::uint64_t rest = words_[i] & (~std::uint64_t{0} << docid % 64);
    while (rest == 0) {
      if (++i == words_.size()) return 0;
      rest = words_[i];
    }
    return static_cast<Xapian::docid>(i * 64) + static_cast<Xapian::docid>(std::countr_zero(rest));
  }

  // The members among documents 64 * i to 64 * i + 63, a bit each, the first the lowest.
  std::size_t block_count() const { return words_.size(); }
  std::uint64_t block(std::size_t i) const { return words_[i]; }

  // Calls visit(docid) for every member, in ascending order.
  template <typename Visit>
  void for_each(Visit visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t rest = words_[i]; rest != 0; rest &= rest - 1) {
        visit(static_cast<Xapian::docid>(i * 64) +
              static_cast<Xapian::docid>(std::countr_zero(rest)));
      }
    }
  }

  // Another last: members beyond it are lost.
  void resize(Xapian::docid last) {
    words_.resize(last / 64 + 1);
    last_ = last;
    if (last % 64 != 63) words_.back() &= (std::uint64_t{1} << (last % 64 + 1)) - 1;
  }

 private:
  static std::uint64_t bit(Xapian::docid docid) { return std::uint64_t{1} << docid % 64; }
  std::uint64_t& word(Xapian::docid docid) {
    assert(docid != 0 && docid <= last_);
    return words_[docid / 64];
  }

  Xapian::docid last_;
  std::vector<std::uint64_t> words_;
};

}  // namespace broadsheet::searcher
