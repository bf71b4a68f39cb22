#include "indexer/extract/section.hpp"

#include <catch2/catch.hpp>

#include "indexer/extract/headings.hpp"
#include "indexer/extract/html_parser.hpp"

using namespace broadsheet::indexer;

namespace {

// What a page is read as; the headline is its first h1.
struct Page {
  std::string html = "<h1>Storm closes the harbour</h1>";
  std::string url;
  LinkedData linked_data;
  std::vector<std::string> site_names;
};

std::string section_of(const Page& page) {
  const auto dom = parse_html(page.html);
  REQUIRE(dom);
  const PageMetadata metadata = read_metadata(*dom);
  const SiteNames sites(page.site_names, "www.harbour-post.example");
  SectionSources sources{*dom, metadata, page.linked_data, sites, page.url, {}, no_node, no_node};
  REQUIRE_FALSE(metadata.h1s.empty());
  sources.headline = metadata.h1s.front().text;
  sources.headline_node = metadata.h1s.front().node;
  return find_section(sources).name;
}

LinkedData linked(std::vector<std::string> sections) {
  LinkedData data;
  data.article.emplace();
  data.article->sections = std::move(sections);
  return data;
}

}  // namespace

TEST_CASE("JSON-LD names the section, then metadata, crumbs, the address", "[section]") {
  Page page;
  page.url = "https://www.harbour-post.example/weather/storm";
  CHECK(section_of(page) == "Weather");

  page.html =
      "<div class=breadcrumb><a href=/>Home</a><a href=/c>Coast</a></div><h1>Storm closes "
      "port</h1>";
  CHECK(section_of(page) == "Coast");

  page.html = "<meta property=article:section content=Boats>" + page.html;
  CHECK(section_of(page) == "Boats");

  page.linked_data = linked({"Harbour"});
  CHECK(section_of(page) == "Harbour");
}

TEST_CASE("a label beside the headline names the section", "[section]") {
  const std::string html = GENERATE(
      "<span class=article__rubric>Coast</span><h1>Storm closes port</h1>",
      "<div class=channel-link><a>Coast</a></div><h1>Storm closes port</h1>",
      "<h1>Storm closes port</h1><div class=cat-links>Posted in: <a>Coast</a>, <a>Boats</a></div>",
      "<div class=category>Coast</div><p>12 May</p><h1>Storm closes port</h1>"
      "<div class=category>Other</div>");
  CAPTURE(html);
  Page page;
  page.html = html;

  CHECK(section_of(page) == "Coast");
}

TEST_CASE("labels of menus, numbers and sentences are no sections", "[section]") {
  const std::string html = GENERATE(
      "<nav><span class=category>Coast</span></nav><h1>Storm closes port</h1>",
      "<ul class=main-menu><li class=category>Coast</ul><h1>Storm closes port</h1>",
      "<span class=category>12 May 2024</span><h1>Storm closes port</h1>",
      "<span class=category>What we know of it so far today</span><h1>Storm closes port</h1>",
      "<span class=section>Posted in:</span><h1>Storm closes port</h1>");
  CAPTURE(html);
  Page page;
  page.html = html;

  CHECK(section_of(page) == "");
}

TEST_CASE("of several sections the one confirmed elsewhere is taken", "[section]") {
  Page page;
  page.linked_data = linked({"Front page picks", "Boats", "Weather"});
  CHECK(section_of(page) == "Front page picks");

  page.url = "https://www.harbour-post.example/weather/storm";
  CHECK(section_of(page) == "Weather");

  page.linked_data = linked({"Front page picks,Weather"});
  CHECK(section_of(page) == "Weather");
}

TEST_CASE("several sections in one text are parted", "[section]") {
  Page page;
  page.linked_data = linked({"news|world"});
  CHECK(section_of(page) == "world");

  page.html = "<span class=rubric>World | Europe</span>" + page.html;
  CHECK(section_of(page) == "World");

  page.linked_data = {};
  CHECK(section_of(page) == "World");
}

TEST_CASE("a section is written as readers see it", "[section]") {
  Page page;
  page.html = "<span class=rubric>Coast Guard</span>" + page.html;
  page.linked_data = linked({"coast guard"});
  CHECK(section_of(page) == "Coast Guard");

  page.linked_data = linked({"COAST GUARD"});
  CHECK(section_of(page) == "COAST GUARD");
}

TEST_CASE("a name that says nothing gives way", "[section]") {
  Page page;
  page.linked_data = linked({"News"});
  CHECK(section_of(page) == "News");

  page.url = "https://www.harbour-post.example/weather/storm";
  CHECK(section_of(page) == "Weather");
}

TEST_CASE("addresses begin with dates and languages", "[section]") {
  const auto [url, expected] = GENERATE(table<std::string, std::string>({
      {"https://a.example/2021/03/19/world-news/storm", "World News"},
      {"https://a.example/en/weather/storm", "Weather"},
      {"https://a.example/news/weather/storm", ""},
      {"https://a.example/storm", ""},
      {"https://a.example/weather/", ""},
      {"https://a.example/x1-y2/storm", ""},
  }));
  CAPTURE(url);
  Page page;
  page.url = url;

  CHECK(section_of(page) == expected);
}

TEST_CASE("neither the outlet nor the headline is a section", "[section]") {
  Page page;
  page.site_names = {"The Harbour Post"};
  page.linked_data = linked({"Harbour Post", "Storm closes the harbour", "https://a.example/x"});

  CHECK(section_of(page) == "");
}

TEST_CASE("a section written for addresses is made readable", "[section]") {
  Page page;
  page.linked_data = linked({"crime-safety"});

  CHECK(section_of(page) == "Crime Safety");
}
