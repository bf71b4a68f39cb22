#include "indexer/extract/headings.hpp"

#include <catch2/catch.hpp>

#include "indexer/extract/html_parser.hpp"
#include "indexer/extract/markup_scanner.hpp"

using namespace broadsheet::indexer;

namespace {

std::vector<PageHeading> headings_of(const std::string& html) {
  const auto dom = parse_html(scan_markup(html).markup);
  REQUIRE(dom);
  return page_headings(*dom);
}

}  // namespace

TEST_CASE("headings come in page order, those of footers left out", "[headings]") {
  const auto headings = headings_of(
      "<nav><h1>Here</h1><h2>Menu</h2></nav><h2>Harbour</h2><h1>Storm <i>hits</i> port</h1>"
      "<aside><h1>Most read</h1></aside><footer><h1>About</h1></footer>"
      "<div role=heading aria-level=1>Also a heading</div>");

  REQUIRE(headings.size() == 4);
  CHECK(headings[0].text == "Here");
  CHECK(headings[0].is_in_navigation);
  CHECK(headings[1].text == "Harbour");
  CHECK(headings[1].level == 2);
  CHECK(headings[2].text == "Storm hits port");
  CHECK(headings[2].level == 1);
  CHECK(headings[3].text == "Also a heading");
  CHECK(headings[3].level == 1);
}

TEST_CASE("a heading without its kicker, subtitle and hidden words", "[headings]") {
  const auto [html, bare] = GENERATE(table<std::string, std::string>({
      {"<span class=kicker>Harbour</span> Storm hits port", "Storm hits port"},
      {"<span class=article__kicker>Harbour</span><span class=sr-only>: </span>Storm hits port",
       "Storm hits port"},
      {"<div class='topic-label'>Harbour</div> Storm hits port", "Storm hits port"},
      {"Storm hits port <small>Boats stay ashore</small>", "Storm hits port"},
      {"<span>Storm hits port</span> <span class=entry-subtitle>Boats stay</span>",
       "Storm hits port"},
      {"Storm hits port<span class=element-invisible> | Example</span>", "Storm hits port"},
      {"<span class=label>Storm hits port</span>", "Storm hits port"},
      {"Storm <em class=flag>hits</em>", "Storm hits"},
  }));
  CAPTURE(html);

  const auto headings = headings_of("<h1>" + html + "</h1>");

  REQUIRE(headings.size() == 1);
  CHECK(headings[0].bare == bare);
}

TEST_CASE("a logo and a link to the front page are the site's own", "[headings]") {
  const std::string html = GENERATE(
      "<h1 class=site-title>The Post</h1>", "<div id=logo><h1>The Post</h1></div>",
      "<h1><a href=/>The Post</a></h1>", "<a href='https://post.example/'><h1>The Post</h1></a>",
      "<h1><a href='http://archive.example/2010/http://post.example'>The Post</a></h1>");
  CAPTURE(html);

  const auto headings = headings_of(html);

  REQUIRE(headings.size() == 1);
  CHECK(headings[0].is_branding);
}

TEST_CASE("a link elsewhere does not make a heading the site's own", "[headings]") {
  const auto headings = headings_of("<h1 class=entry-title><a href=/storm>Storm</a></h1>");

  REQUIRE(headings.size() == 1);
  CHECK_FALSE(headings[0].is_branding);
  CHECK(headings[0].is_named);
}
