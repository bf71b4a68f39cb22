#include "searcher/response_cache.hpp"

#include <catch2/catch.hpp>

#include "tests/searcher/search_helpers.hpp"

namespace broadsheet::searcher {
namespace {

constexpr std::size_t ample = std::size_t{1} << 20;

SearchRequest asks(const std::string& query) {
  SearchRequest request;
  request.query = query;
  return request;
}

SearchResponse response_to(const SearchRequest& request, const std::string& tag = "tag") {
  SearchResponse response;
  response.request = request;
  response.etag = tag;
  response.total = 7;
  return response;
}

// One of about ten thousand bytes.
SearchResponse large_response_to(const std::string& query) {
  SearchResponse response = response_to(asks(query));
  response.results.resize(1);
  response.results[0].url = std::string(10'000, 'u');
  return response;
}

}  // namespace

TEST_CASE("a kept response is found by its request and tag only", "[cache]") {
  ResponseCache cache(ample);
  CHECK_FALSE(cache.find("tag", asks("bridge")));
  cache.put(response_to(asks("bridge")));
  REQUIRE(cache.find("tag", asks("bridge")));
  CHECK(cache.find("tag", asks("bridge"))->total == 7);
  CHECK_FALSE(cache.find("other", asks("bridge")));
  CHECK_FALSE(cache.find("tag", asks("Bridge")));
  SearchRequest second_page = asks("bridge");
  second_page.page = 2;
  CHECK_FALSE(cache.find("tag", second_page));
}

TEST_CASE("values that look like other parameters do not make requests equal", "[cache]") {
  ResponseCache cache(ample);
  cache.put(response_to(asks("bridge\npage=1:2")));
  SearchRequest second_page = asks("bridge");
  second_page.page = 2;
  CHECK_FALSE(cache.find("tag", second_page));
}

TEST_CASE("what time cut short is not kept", "[cache]") {
  ResponseCache cache(ample);
  SearchResponse degraded = response_to(asks("slow"));
  degraded.degraded = "Time ran out before all matches were ranked.";
  cache.put(degraded);
  SearchResponse partial = response_to(asks("slow"));
  partial.relation = Relation::at_least;
  cache.put(partial);
  CHECK_FALSE(cache.find("tag", asks("slow")));
}

TEST_CASE("the least recently used goes first", "[cache]") {
  ResponseCache cache(20 * std::size_t{12'000});
  for (int i = 0; i < 15; ++i) cache.put(large_response_to(std::to_string(i)));
  REQUIRE(cache.find("tag", asks("0")));
  for (int i = 15; i < 30; ++i) cache.put(large_response_to(std::to_string(i)));
  CHECK(cache.find("tag", asks("0")));
  CHECK_FALSE(cache.find("tag", asks("1")));
  CHECK(cache.find("tag", asks("29")));
}

TEST_CASE("a cache without memory keeps nothing, a small one nothing large", "[cache]") {
  ResponseCache none(0);
  none.put(response_to(asks("bridge")));
  CHECK_FALSE(none.find("tag", asks("bridge")));
  ResponseCache small(50'000);
  small.put(large_response_to("bridge"));
  CHECK_FALSE(small.find("tag", asks("bridge")));
}

TEST_CASE("an answer from the cache is the answer made anew", "[cache]") {
  TestIndex index({make_article("a", "Harbour bridge", "The bridge opens.", "2021-01-01"),
                   make_article("b", "Harbour ferry", "The ferry stops.", "2021-02-01")});
  const auto searcher = open_searcher(index);
  for (const Parameters& parameters : {Parameters{}, Parameters{{"q", "harbour"}},
                                       Parameters{{"q", "bridge"}, {"page-size", "1"}}}) {
    const SearchResponse first = search(*searcher, parameters);
    const SearchResponse again = search(*searcher, parameters);
    CHECK(ids(again) == ids(first));
    CHECK(again.total == first.total);
    CHECK(again.etag == first.etag);
    CHECK(again.parsed == first.parsed);
    CHECK(again.facets.at(FacetField::section).missing ==
          first.facets.at(FacetField::section).missing);
  }
}

}  // namespace broadsheet::searcher
