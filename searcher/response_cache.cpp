#include "searcher/response_cache.hpp"

#include <iterator>
#include <utility>

namespace broadsheet::searcher {
namespace {

std::string key_of(const std::string& etag, const SearchRequest& request) {
  std::string key = etag;
  for (const auto& [name, value] : to_parameters(request)) {
    // The length makes keys of different values differ, whatever bytes they are of.
    key.append("\n").append(name).append("=").append(std::to_string(value.size()));
    key.append(":").append(value);
  }
  return key;
}

std::size_t bytes_of(const std::string& text) { return sizeof(std::string) + text.capacity(); }

std::size_t bytes_of(const Segments& segments) {
  std::size_t bytes = 0;
  for (const Segment& segment : segments) bytes += sizeof segment + segment.text.capacity();
  return bytes;
}

std::size_t bytes_of(const SearchResult& result) {
  std::size_t bytes = sizeof result + result.id.capacity() + result.key.capacity() +
                      result.url.capacity() + result.section.capacity() + result.source.capacity() +
                      result.language.capacity() + result.image.capacity() +
                      bytes_of(result.headline) + bytes_of(result.snippet);
  for (const ResultPerson& person : result.people) {
    bytes += bytes_of(person.id) + bytes_of(person.label);
  }
  for (const std::string& author : result.authors) bytes += bytes_of(author);
  return bytes;
}

// About what it takes of memory.
std::size_t bytes_of(const SearchResponse& response) {
  std::size_t bytes =
      sizeof response + response.request.query.capacity() + response.parsed.capacity();
  for (const SearchResult& result : response.results) bytes += bytes_of(result);
  for (const auto& [field, facet] : response.facets) {
    for (const FacetValue& value : facet.values) {
      bytes += sizeof value + value.id.capacity() + value.label.capacity();
    }
  }
  if (response.date_facet) bytes += response.date_facet->values.size() * sizeof(DateBucket);
  return bytes;
}

}  // namespace

std::optional<SearchResponse> ResponseCache::find(const std::string& etag,
                                                  const SearchRequest& request) {
  if (max_bytes_ == 0) return std::nullopt;
  const std::string key = key_of(etag, request);
  std::shared_ptr<const SearchResponse> response;
  {
    const std::lock_guard lock(mutex_);
    const auto place = by_key_.find(key);
    if (place == by_key_.end()) return std::nullopt;
    entries_.splice(entries_.begin(), entries_, place->second);
    response = place->second->response;
  }
  return *response;
}

void ResponseCache::put(const SearchResponse& response) {
  if (response.degraded || response.relation != Relation::exact) return;
  Entry entry{key_of(response.etag, response.request), 0,
              std::make_shared<const SearchResponse>(response)};
  entry.bytes = sizeof entry + 2 * sizeof(void*) + entry.key.capacity() + bytes_of(response);
  // One that would push out many others is not worth its place.
  if (entry.bytes > max_bytes_ / 16) return;
  const std::lock_guard lock(mutex_);
  if (by_key_.contains(entry.key)) return;
  entries_.push_front(std::move(entry));
  by_key_.emplace(entries_.front().key, entries_.begin());
  bytes_ += entries_.front().bytes;
  while (bytes_ > max_bytes_) remove(std::prev(entries_.end()));
}

void ResponseCache::remove(Entries::iterator entry) {
  bytes_ -= entry->bytes;
  by_key_.erase(entry->key);
  entries_.erase(entry);
}

}  // namespace broadsheet::searcher
