// The responses asked for most, kept for as long as they are right: popular searches, the empty
// query, the first page of each section.
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "searcher/search_response.hpp"

namespace broadsheet::searcher {

// Least recently used out first.  A snapshot has one, so a commit empties it.  Any thread.
class ResponseCache {
 public:
  // Keeps about this much memory; 0 keeps nothing.
  explicit ResponseCache(std::size_t max_bytes) : max_bytes_(max_bytes) {}

  // The response made for this request while the index had this tag (SearchResponse::etag).
  std::optional<SearchResponse> find(const std::string& etag, const SearchRequest& request);

  // Does not keep one that another attempt might better (degraded, at_least).
  void put(const SearchResponse& response);

 private:
  struct Entry {
    std::string key;
    std::size_t bytes = 0;
    std::shared_ptr<const SearchResponse> response;
  };
  using Entries = std::list<Entry>;

  void remove(Entries::iterator entry);

  const std::size_t max_bytes_;
  std::mutex mutex_;                                                // Guards what follows.
  Entries entries_;                                                 // The last used first.
  std::unordered_map<std::string_view, Entries::iterator> by_key_;  // Keys lie in the entries.
  std::size_t bytes_ = 0;
};

}  // namespace broadsheet::searcher
