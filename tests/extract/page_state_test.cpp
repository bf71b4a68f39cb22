#include "indexer/extract/page_state.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace broadsheet::indexer;

namespace {

const std::vector<std::string> story = {
    "The ferry to the outer islands sailed again on Monday, three weeks after a storm had torn its "
    "landing stage from the quay.",
    "Harbour master Ines Calder said that the first crossing carried forty passengers, two vans of "
    "post and a goat.",
    "The council will decide in spring whether a new stage of steel, which would cost about four "
    "million, should replace the wooden one.",
    "Islanders had baked their own bread for three weeks, and some of them mean to go on with it."};

std::string objects() {
  std::string json;
  for (const std::string& text : story) {
    json += std::string(json.empty() ? "" : ",") + R"({"type":"text","content":"<p>)" + text +
            R"(<\/p>"})";
  }
  return json;
}

}  // namespace

TEST_CASE("the story in a page's state is found in any shape", "[page_state]") {
  std::string markup;
  std::string strings;
  for (const std::string& text : story) {
    markup += "<p>" + text + "<\\/p>";
    strings += std::string(strings.empty() ? "" : ",") + "\"" + text + "\"";
  }
  const std::string teasers = R"("more":[{"title":"Bakery moves"},{"title":"Storm"}])";
  const std::string script =
      GENERATE_COPY(R"({"props":{"article":{"body":[)" + objects() + "]}," + teasers + "}}",
                    R"({"article":{"paragraphs":[)" + strings + "]}," + teasers + "}",
                    R"({"article":{"html":")" + markup + R"("},)" + teasers + "}",
                    "window.Site=window.Site||{};Site.globalContent={\"content_elements\":[" +
                        objects() + "]};Site.more={};");
  CAPTURE(script);

  CHECK(story_in_state({"var other = 1;", script}) == story);
}

TEST_CASE("what is no story is none", "[page_state]") {
  const std::string script = GENERATE(
      as<std::string>(), "", "function f() { return {}; }", "{\"a\": [1, 2, {\"b\": null}]}",
      "{\"cut\": [\"off", R"({"labels":["Subscribe to our newsletter.","All rights reserved."]})");

  CHECK(story_in_state({script}).empty());
  CHECK(story_in_state({std::string(100'000, '[')}).empty());
}
