#include "searcher/response_cache.hpp"

#include <memory>

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

using searcher::bytes_of;

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
  return bytes + bytes_of(result.authors);
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
  if (responses_.max_bytes() == 0) return std::nullopt;
  const auto response = responses_.find(key_of(etag, request));
  return response ? std::optional(*response) : std::nullopt;
}

void ResponseCache::put(const SearchResponse& response) {
  if (response.degraded || response.relation != Relation::exact) return;
  const std::size_t bytes = bytes_of(response);
  // One that would push out many others is not worth its place.
  if (bytes > responses_.max_bytes() / 16) return;
  responses_.put(key_of(response.etag, response.request),
                 std::make_shared<const SearchResponse>(response), bytes);
}

}  // namespace broadsheet::searcher
