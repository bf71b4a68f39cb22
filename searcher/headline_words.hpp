// The words of headlines that begin as a word does that is being typed.
#pragma once

#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "searcher/deadline.hpp"

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
  std::mutex mutex_;  // Guards kept_.
  std::unordered_map<std::string, std::vector<std::string>> kept_;
};

}  // namespace broadsheet::searcher
