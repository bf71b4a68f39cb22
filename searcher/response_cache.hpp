// The responses asked for most, kept for as long as they are right: popular searches, the empty
// query, the first page of each section.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "searcher/lru_cache.hpp"
#include "searcher/search_response.hpp"

namespace broadsheet::searcher {

// A snapshot has one, so a commit empties it.  Any thread.
class ResponseCache {
 public:
  // Keeps about this much memory; 0 keeps nothing.
  explicit ResponseCache(std::size_t max_bytes) : responses_(max_bytes) {}

  // The response made for this request while the index had this tag (SearchResponse::etag).
  std::optional<SearchResponse> find(const std::string& etag, const SearchRequest& request);

  // Does not keep one that another attempt might better (degraded, at_least).
  void put(const SearchResponse& response);

 private:
  LruCache<SearchResponse> responses_;
};

}  // namespace broadsheet::searcher
