#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "indexer/identity.hpp"
#include "tests/index/index_fixture.hpp"

using namespace broadsheet;
using namespace broadsheet::indexer;

namespace {

using Ids = std::vector<std::string>;

const std::string story = "https://example.org/story";

std::string page(const std::string& canonical, const std::string& headline) {
  return '|' + canonical + "|2021-03-19|" + headline + "|Text about " + headline + ".\n";
}

}  // namespace

TEST_CASE("a page goes by its canonical URL, without one by its path", "[identity]") {
  IndexFixture fixture;
  fixture.write("a", page(story, "One"));
  fixture.write("news/b", page("", "Two"));

  REQUIRE(fixture.run());

  CHECK(ids_of(fixture.index()) == Ids{story, "news/b"});
}

TEST_CASE("a canonical URL is believed only if it may be the page's own", "[identity]") {
  const auto [canonical, page_url, believed] = GENERATE(table<std::string, std::string, bool>({
      {"https://example.org/story", "", true},
      {"https://example.org/story", "http://www.example.org/story?x=1", true},
      {"https://example.org/?p=17", "", true},
      {"https://example.org/", "", false},
      {"https://example.org", "", false},
      {"https://other.example/story", "https://example.org/story", false},
      {"ftp://example.org/story", "", false},
      {"/story", "", false},
      {"", "", false},
  }));
  CAPTURE(canonical, page_url);

  CHECK(is_believable_canonical(canonical, page_url) == believed);
}

TEST_CASE("pages of one canonical URL and headline are one article, the last wins", "[identity]") {
  IndexFixture fixture;
  fixture.write("a", '|' + story + "|2021-03-19|Same headline|Early text.\n");
  fixture.write("b", '|' + story + "|2021-03-19|SAME  headline!|Late text.\n");

  const auto report = fixture.run();

  REQUIRE(report);
  CHECK(report->repeated == 1);
  CHECK(ids_of(fixture.index()) == Ids{story});
  CHECK_THAT(contents_of(fixture.index()).at(story).data, Catch::Contains("Late text"));
}

TEST_CASE("a canonical URL claimed by different pages is believed of none, in any order",
          "[identity]") {
  const bool all_at_once = GENERATE(true, false);
  std::vector<std::string> order{"a", "b", "c"};
  IndexFixture fixture;
  fixture.write("a", page(story, "One"));
  fixture.write("b", page(story, "Two"));
  fixture.write("c", page(story, "Three"));
  do {
    CAPTURE(order, all_at_once);
    const auto index = fixture.folder().parent_path() / (order[0] + order[1] + order[2]);

    if (all_at_once) {
      REQUIRE(fixture.run_into(index, order));
    } else {
      for (const std::string& name : order) REQUIRE(fixture.run_into(index, {name}));
    }

    CHECK(ids_of(index) == Ids{"a", "b", "c"});
    CHECK(check_index(index)->problems.empty());
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("disputes end alike in bulk and by update", "[identity]") {
  IndexFixture fixture;
  fixture.write("a", page(story, "One"));
  fixture.write("b", page(story, "Two"));
  fixture.write("c", page(story, "One"));
  fixture.write("d", page("https://example.org/other", "Four"));

  REQUIRE(fixture.run());
  const auto by_update = fixture.folder().parent_path() / "by_update";
  for (const std::string name : {"a", "b", "c", "d"}) REQUIRE(fixture.run_into(by_update, {name}));

  CHECK(ids_of(fixture.index()) == Ids{"b", "c", "https://example.org/other"});
  CHECK(contents_of(by_update) == contents_of(fixture.index()));
}

TEST_CASE("a page that changes its headline is updated, not disputed", "[identity]") {
  IndexFixture fixture;
  fixture.write("a", page(story, "First wording"));
  REQUIRE(fixture.run());
  fixture.write("a", page(story, "Second wording"));

  const auto report = fixture.run();

  REQUIRE(report);
  CHECK(report->replaced == 1);
  CHECK(ids_of(fixture.index()) == Ids{story});
}

TEST_CASE("a dispute that a correction settles ends in one article", "[identity]") {
  IndexFixture fixture;
  fixture.write("a", page(story, "One"));
  fixture.write("b", page(story, "Two"));
  REQUIRE(fixture.run());
  fixture.write("b", page(story, "One"));

  REQUIRE(fixture.run());

  CHECK(ids_of(fixture.index()) == Ids{story});
  CHECK(check_index(fixture.index())->problems.empty());
}

TEST_CASE("a page overtaken by its copy comes back when the copy turns out another story",
          "[identity]") {
  IndexFixture fixture;
  fixture.write("a", page(story, "One"));
  fixture.write("b", page(story, "One"));
  REQUIRE(fixture.run());
  REQUIRE(ids_of(fixture.index()) == Ids{story});
  fixture.write("b", page(story, "Two"));

  REQUIRE(fixture.run());

  CHECK(ids_of(fixture.index()) == Ids{"a", "b"});
}

TEST_CASE("pruning one party ends a dispute", "[identity]") {
  IndexFixture fixture;
  fixture.write("a", page(story, "One"));
  fixture.write("b", page(story, "Two"));
  REQUIRE(fixture.run());
  fixture.remove("b");
  IndexOptions prune;
  prune.prune = true;

  REQUIRE(fixture.run({}, prune));

  CHECK(ids_of(fixture.index()) == Ids{story});
  CHECK(check_index(fixture.index())->problems.empty());
}

TEST_CASE("a given id is nobody's to dispute", "[identity]") {
  IndexFixture fixture;
  fixture.write("a", "id-1|" + story + "|2021-03-19|One|Text.\n");
  fixture.write("b", "id-2|" + story + "|2021-03-19|Two|Text.\n");
  fixture.write("c", page(story, "Three"));

  REQUIRE(fixture.run());

  CHECK(ids_of(fixture.index()) == Ids{story, "id-1", "id-2"});
}
