#include "indexer/extract/page_metadata.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <utility>

#include "indexer/extract/html_parser.hpp"

using namespace broadsheet;
using namespace broadsheet::indexer;

namespace {

PageMetadata metadata_of(const std::string& html) {
  const auto dom = parse_html(html);
  REQUIRE(dom);
  return read_metadata(*dom);
}

template <typename Claim>
std::vector<std::string> texts(const std::vector<Claim>& claims) {
  std::vector<std::string> result;
  for (const Claim& claim : claims) result.push_back(claim.text);
  return result;
}

}  // namespace

TEST_CASE("a page's own words about itself are read", "[page_metadata]") {
  const PageMetadata page = metadata_of(R"(
      <html lang="en-GB"><head><title>Bridge opens | The Harbour Post</title>
      <meta property="og:title" content="Bridge opens &amp;amp; traffic flows">
      <meta property="og:site_name" content="The Harbour Post">
      <meta property="og:type" content="article">
      <meta property="og:url" content="https://harbour.example/news/bridge">
      <meta property="og:image" content="/pictures/bridge.jpg">
      <meta property="og:description" content="It took nine years.">
      <meta name="description" content="It took nine years.">
      <meta name="twitter:title" content="Bridge opens at last">
      <meta name="author" content="Ada Quill">
      <meta property="article:section" content="City">
      <link rel="canonical" href="https://harbour.example/news/bridge-opens">
      </head><body><h1>Bridge opens</h1></body></html>)");

  CHECK(page.language == "en-GB");
  CHECK(page.title == "Bridge opens | The Harbour Post");
  CHECK(page.og_title == "Bridge opens & traffic flows");
  CHECK(page.twitter_title == "Bridge opens at last");
  CHECK(page.site_name == "The Harbour Post");
  CHECK(page.og_type == "article");
  CHECK(page.canonical == "https://harbour.example/news/bridge-opens");
  CHECK(page.image == "https://harbour.example/pictures/bridge.jpg");
  CHECK(page.descriptions == std::vector<std::string>{"It took nine years."});
  CHECK(texts(page.authors) == std::vector<std::string>{"Ada Quill"});
  CHECK(page.sections == std::vector<std::string>{"City"});
  REQUIRE(page.h1s.size() == 1);
  CHECK(page.h1s[0].text == "Bridge opens");
}

TEST_CASE("dates come in the order of trust, whatever their order on the page", "[page_metadata]") {
  const PageMetadata page = metadata_of(R"(
      <meta name="date" content="2020-01-04">
      <meta name="DC.date.issued" content="2020-01-03">
      <meta property="article:published_time" content="2020-01-01">
      <meta property="article:modified_time" content="2020-02-01">
      <footer><time datetime="2020-01-08"></time></footer>
      <h1>Title</h1>
      <time datetime="2020-01-07">later</time>
      <time pubdate datetime="2020-01-06">first</time>
      <time class="updated" datetime="2020-02-02">changed</time>
      <span itemprop="datePublished" content="2020-01-02">2 January</span>)");

  CHECK(texts(page.published) == std::vector<std::string>{"2020-01-01", "2020-01-02", "2020-01-03",
                                                          "2020-01-04", "2020-01-06", "2020-01-07",
                                                          "2020-01-08"});
  CHECK(page.published.front().evidence == DateEvidence::meta);
  CHECK(page.published.back().evidence == DateEvidence::time_tag);
  CHECK(page.modified == std::vector<std::string>{"2020-02-01", "2020-02-02"});
}

TEST_CASE("microdata names authors, after meta names", "[page_metadata]") {
  const PageMetadata page = metadata_of(R"(
      <div itemprop="author" itemscope><span>Our reporter</span> <b itemprop="name">Bo Lind</b></div>
      <meta name="author" content="Cy Marsh"><meta name="author" content="Di Noon">)");

  CHECK(texts(page.authors) == std::vector<std::string>{"Cy Marsh", "Di Noon", "Bo Lind"});
  CHECK(page.authors[0].rank == page.authors[1].rank);
  CHECK(page.authors[1].rank < page.authors[2].rank);
}

TEST_CASE("a card's fact is the author's name if its label says so", "[page_metadata]") {
  const auto [label, authors] = GENERATE(table<std::string, std::vector<std::string>>({
      {"Written by", {"Bo Lind"}},
      {"Verfasst von", {"Bo Lind"}},
      {"Est. reading time", {}},
  }));
  CAPTURE(label);

  const PageMetadata page = metadata_of("<meta name='twitter:label1' content='" + label +
                                        "'><meta name='twitter:data1' content='Bo Lind'>");

  CHECK(texts(page.authors) == authors);
}

TEST_CASE("bylines are known by rel, class or address", "[page_metadata]") {
  const PageMetadata page = metadata_of(R"(
      <p class="article-byline">By Cy Marsh</p>
      <a rel="author">Di Noon</a>
      <a href="/authors/eli-park">Eli Park</a>
      <a href="/">Mill Herald</a>
      <div class="author-bio">Eli Park has written here since 1999.</div>)");

  REQUIRE(page.bylines.size() == 3);
  CHECK(page.bylines[0].says == Byline::Says::by_class);
  CHECK(page.bylines[1].says == Byline::Says::by_rel);
  CHECK(page.bylines[2].says == Byline::Says::by_address);
}

TEST_CASE("headings of navigation and footers are no headlines", "[page_metadata]") {
  const PageMetadata page = metadata_of(
      "<nav><h1>Menu</h1></nav><main><h1>Story</h1></main><footer><h1>About</h1></footer>");

  REQUIRE(page.h1s.size() == 1);
  CHECK(page.h1s[0].text == "Story");
}

TEST_CASE("a visible breadcrumb is read from the root on", "[page_metadata]") {
  const PageMetadata page =
      metadata_of("<ul class='site-breadcrumbs'><li><a>Home</a><li><a>Sport</a><li>Story</ul>");

  CHECK(page.breadcrumb == std::vector<std::string>{"Home", "Sport"});
}

TEST_CASE("references become absolute web URLs or nothing", "[page_metadata]") {
  const auto [base, reference, expected] = GENERATE(table<std::string, std::string, std::string>({
      {"https://a.example/x/y", "https://b.example/z", "https://b.example/z"},
      {"https://a.example/x/y", "/z", "https://a.example/z"},
      {"https://a.example/x/y", "z", "https://a.example/x/z"},
      {"https://a.example", "z", "https://a.example/z"},
      {"http://a.example/x", "//b.example/z", "http://b.example/z"},
      {"", "/z", ""},
      {"", "z", ""},
      {"https://a.example/", "javascript:alert(1)", ""},
      {"https://a.example/", "ftp://b.example/", ""},
      {"https://a.example/", "", ""},
  }));
  CAPTURE(base, reference);

  const std::string url = absolute_url(base, reference);

  CHECK(url == expected);
}

TEST_CASE("a publisher is read from meta names and microdata, addresses are not",
          "[page_metadata]") {
  CHECK(metadata_of("<meta name=DC.publisher content='The Harbour Post'>").publisher ==
        "The Harbour Post");
  CHECK(metadata_of("<meta name=publisher content='https://social.example/harbour'>").publisher ==
        "");
  CHECK(metadata_of("<div itemprop=publisher itemscope><meta itemprop=name content='The Harbour "
                    "Post'></div>")
            .publisher == "The Harbour Post");
}

TEST_CASE("a blog's category link names the section", "[page_metadata]") {
  const PageMetadata page = metadata_of(
      "<a href=/category/courts rel='category tag'>Courts</a><a rel=tag href=/t>Anchors</a>");

  CHECK(page.sections == std::vector<std::string>{"Courts"});
}

TEST_CASE("a trail of crumbs is known by several names", "[page_metadata]") {
  const std::string name = GENERATE("breadcrumb", "crumbs", "brotkrumen", "fil-ariane");

  const PageMetadata page = metadata_of(
      "<div class='" + name + "'><a href=/>Home</a> / <a href=/business>Business</a></div>");

  CHECK(page.breadcrumb == std::vector<std::string>{"Home", "Business"});
}

TEST_CASE("times of readers' comments are no claims", "[page_metadata]") {
  const PageMetadata page = metadata_of(
      "<h1>Bridge opens</h1><time datetime=2024-05-12></time>"
      "<ol class=comments><li><time datetime=2024-05-13></time>"
      "<abbr class=published title=2024-05-14>now</abbr></li></ol>");

  CHECK(texts(page.published) == std::vector<std::string>{"2024-05-12"});
}

TEST_CASE("the image may be a link", "[page_metadata]") {
  CHECK(metadata_of("<link rel=image_src href='https://a.example/i.jpg'>").image ==
        "https://a.example/i.jpg");
}

TEST_CASE("keywords are lists, and a repeated article:tag is one tag each", "[page_metadata]") {
  const auto [head, expected] = GENERATE(table<std::string, std::vector<std::string>>({
      {R"(<meta name="keywords" content="Harbour, Ada Quill ,, Weather;Tides">)",
       {"Harbour", "Ada Quill", "Weather", "Tides"}},
      {R"(<meta name="keywords" content="Tides"><meta name="news_keywords" content="Ada Quill,Tides">)",
       {"Ada Quill", "Tides"}},
      {R"(<meta property="article:tag" content="Quill, Ada"><meta property="article:tag" content="Tides">)",
       {"Quill, Ada", "Tides"}},
      {R"(<meta property="article:tag" content="Ada Quill, Tides">)", {"Ada Quill", "Tides"}},
  }));
  CAPTURE(head);

  CHECK(metadata_of("<html><head>" + head + "</head><body></body></html>").tags == expected);
}
