// The names of a column by the words they begin with, and the documents of each.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "searcher/columns.hpp"

namespace broadsheet::searcher {

// Borrows the column.  Immutable: threads share it.  Takes 4 bytes for each value of a document, 8
// for each name and 16 for each word of one, and a second to make for some ten million of them.
class NameIndex {
 public:
  using Number = Dictionary::Number;

  // last: the greatest docid of the column.
  NameIndex(const FacetColumn& column, Xapian::docid last);

  // The documents that have the name, ascending.
  std::span<const Xapian::docid> documents(Number name) const {
    return std::span(documents_).subspan(begins_[name], begins_[name + 1] - begins_[name]);
  }

  void add_documents(Number name, DocSet& to) const {
    for (const Xapian::docid docid : documents(name)) to.add(docid);
  }

  // Those that have documents, the ones with most first.
  const std::vector<Number>& by_use() const { return by_use_; }

  // Names with documents whose id, or another one of theirs, has words that begin with all those of
  // the (folded, '-'-parted) query: each once, ascending.  An empty query is the beginning of all.
  std::vector<Number> beginning(const std::string& query) const;
  // Calls visit(name) for each of them, the one with most documents first, until it returns false.
  // Costs some 5 ns for each word that begins so, however soon that is.
  template <typename Visit>
  void visit_beginning(const std::string& query, Visit visit) const {
    const std::span<const Word> words = fewest_words(query);
    // The rank, then which word it is of.
    std::vector<std::uint64_t> heap;
    heap.reserve(words.size());
    for (const Word& word : words) {
      heap.push_back(std::uint64_t{word.rank} << 32 | static_cast<std::uint64_t>(heap.size()));
    }
    std::ranges::make_heap(heap, std::greater());
    for (std::uint64_t last = UINT64_MAX; !heap.empty(); heap.pop_back()) {
      std::ranges::pop_heap(heap, std::greater());
      const std::uint64_t rank = heap.back() >> 32;
      if (rank == last || !begins_words(*words[heap.back() & UINT32_MAX].id, query)) continue;
      if (!visit(by_use_[rank])) return;
      last = rank;
    }
  }
  // The same of those that have its words whole.
  std::vector<Number> holding(const std::string& query) const;

 private:
  // A word of an id, from `at` to the next '-'.
  struct Word {
    const std::string* id;
    std::uint32_t at;
    std::uint32_t rank;  // Of the name, in by_use_.

    std::string_view text() const { return std::string_view(*id).substr(at); }
  };

  void list_documents(Xapian::docid last);
  void sort_by_use();
  void list_words();
  std::span<const Word> words_beginning(std::string_view start) const;
  // Those that begin with the word of the query that fewest begin with.
  std::span<const Word> fewest_words(const std::string& query) const;
  template <typename Test>
  std::vector<Number> names_where(const std::string& query, Test test) const;
  static bool begins_words(std::string_view id, const std::string& query);

  const FacetColumn& column_;
  std::vector<std::uint32_t> begins_;  // By name, into documents_; one more at the end.
  std::vector<Xapian::docid> documents_;
  std::vector<Number> by_use_;
  std::vector<Word> words_;  // By text.
};

// Whether test(word) holds for all words of a name_id(), one after the other until one fails.
template <typename Test>
bool all_words(std::string_view id, Test test) {
  for (std::size_t begin = 0; begin < id.size();) {
    const std::size_t end = std::min(id.find('-', begin), id.size());
    if (!test(id.substr(begin, end - begin))) return false;
    begin = end + 1;
  }
  return true;
}

}  // namespace broadsheet::searcher
