// The most frequent terms of an index that begin alike.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

namespace broadsheet::searcher {

struct FrequentTerms {
  std::vector<std::string> terms;  // The most frequent first, ties by text.
  bool are_all = true;             // Nothing else begins so.
};

// At most `most` of the terms that begin with `start`, of the first `looked_at` of them by text or
// of those before stop() is true.  May throw any Xapian::Error.
template <typename Stop>
FrequentTerms frequent_terms(const Xapian::Database& database, const std::string& start,
                             std::size_t looked_at, std::size_t most, Stop stop) {
  FrequentTerms frequent;
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  const Xapian::TermIterator end = database.allterms_end(start);
  for (auto i = database.allterms_begin(start); i != end; ++i) {
    frequent.are_all = found.size() < looked_at && !stop();
    if (!frequent.are_all) break;
    found.emplace_back(i.get_termfreq(), *i);
  }
  frequent.are_all = frequent.are_all && found.size() <= most;
  const std::size_t kept = std::min(found.size(), most);
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(),
                    [](const auto& a, const auto& b) {
                      return a.first != b.first ? a.first > b.first : a.second < b.second;
                    });
  frequent.terms.reserve(kept);
  for (std::size_t i = 0; i < kept; ++i) frequent.terms.push_back(std::move(found[i].second));
  return frequent;
}

}  // namespace broadsheet::searcher
