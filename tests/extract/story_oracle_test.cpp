#include "indexer/extract/story_oracle.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "indexer/extract/html_parser.hpp"

using namespace broadsheet::indexer;

namespace {

const std::vector<std::string> told = {
    "The ferry to the outer islands sailed again on Monday, three weeks after the storm.",
    "Harbour master Ines Calder said that the first crossing carried forty passengers.",
    "The council will decide in spring whether a new stage of steel should replace the old one."};

std::vector<Block> blocks_of(const std::string& html) {
  const auto dom = parse_html(html);
  REQUIRE(dom);
  return page_blocks(*dom);
}

std::vector<const Block*> pointers_to(const std::vector<Block>& blocks) {
  std::vector<const Block*> pointers;
  for (const Block& block : blocks) pointers.push_back(&block);
  return pointers;
}

}  // namespace

TEST_CASE("a block is told whatever its marks and spaces", "[story_oracle]") {
  const StoryOracle oracle(told);
  const auto blocks = blocks_of(
      "<p>The ferry to the outer\u00a0islands \u2013 sailed again, on Monday; three weeks after "
      "the "
      "storm</p><p>The bakery across the street has moved and bakes on, as bakeries will.</p>");

  REQUIRE(blocks.size() == 2);
  CHECK(oracle.has(blocks[0]));
  CHECK_FALSE(oracle.has(blocks[1]));
}

TEST_CASE("the blocks told have a first and a last", "[story_oracle]") {
  const std::string other = "<p>The bakery across the street has moved and bakes on, as usual.</p>";
  const auto blocks =
      blocks_of(other + "<p>" + told[0] + "<p>" + told[1] + "<p>" + told[2] + other);

  const auto bounds = StoryOracle(told).bounds(pointers_to(blocks));

  REQUIRE(bounds);
  CHECK(bounds->first == blocks[1].first);
  CHECK(bounds->last == blocks[3].first);
}

TEST_CASE("a beginning of the story has no bounds", "[story_oracle]") {
  const auto blocks = blocks_of("<p>" + told[0] + "<p>" + told[1] + "<p>" + told[2]);

  CHECK_FALSE(StoryOracle({told[0].substr(0, 60) + "..."}).bounds(pointers_to(blocks)));
  CHECK_FALSE(StoryOracle({}).bounds(pointers_to(blocks)));
}
