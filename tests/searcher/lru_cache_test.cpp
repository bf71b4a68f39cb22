#include "searcher/lru_cache.hpp"

#include <catch2/catch.hpp>

namespace broadsheet::searcher {
namespace {

std::shared_ptr<const int> value(int number) { return std::make_shared<const int>(number); }

}  // namespace

TEST_CASE("what was least recently used goes first", "[lru_cache]") {
  LruCache<int> cache(3'000);
  cache.put("a", value(1), 800);
  cache.put("b", value(2), 800);
  cache.put("c", value(3), 800);
  REQUIRE(cache.find("a"));

  cache.put("d", value(4), 800);

  CHECK(cache.find("a"));
  CHECK_FALSE(cache.find("b"));
  CHECK(cache.find("c"));
  REQUIRE(cache.find("d"));
  CHECK(*cache.find("d") == 4);
}

TEST_CASE("what is too large for all is not kept, and pushes nothing out", "[lru_cache]") {
  LruCache<int> cache(2'000);
  cache.put("small", value(1), 500);

  cache.put("large", value(2), 2'000);

  CHECK_FALSE(cache.find("large"));
  CHECK(cache.find("small"));
}

TEST_CASE("a value outlives its place, and the first under a key stays", "[lru_cache]") {
  LruCache<int> cache(2'000);
  cache.put("a", value(1), 1'500);
  const auto kept = cache.find("a");
  cache.put("a", value(2), 1'500);
  CHECK(cache.find("a") == kept);

  cache.put("b", value(3), 1'500);

  CHECK_FALSE(cache.find("a"));
  CHECK(*kept == 1);
}

}  // namespace broadsheet::searcher
