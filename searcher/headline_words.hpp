// The words of headlines that begin as a word does that is being typed.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/deadline.hpp"
#include "searcher/lru_cache.hpp"

namespace broadsheet::searcher {

// Of one snapshot.  Any thread: what has been looked up is kept, for everybody types the same first
// letters.
class HeadlineWords {
 public:
  static constexpr std::size_t most = 32;

  // The terms of the most frequent headline words that begin so, the most frequent first. database:
  // the caller's, of the snapshot.  Of fewer words than there are if the deadline comes first.  May
  // throw any Xapian::Error.
  std::vector<std::string> beginning(const std::string& start, const Xapian::Database& database,
                                     Deadline& deadline);

 private:
  static constexpr std::size_t max_bytes = 16 << 20;

  LruCache<std::vector<std::string>> kept_{max_bytes};
};

}  // namespace broadsheet::searcher
