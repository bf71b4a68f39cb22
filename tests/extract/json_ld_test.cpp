#include "indexer/extract/json_ld.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet::indexer;

namespace {

using Strings = std::vector<std::string>;

LdArticle article_in(const std::string& block, const LdHints& hints = {}) {
  const LinkedData data = read_json_ld({block}, hints);
  REQUIRE(data.article);
  return *data.article;
}

}  // namespace

TEST_CASE("the fields of a news article are read", "[json_ld]") {
  const LdArticle article = article_in(R"({
    "@context": "https://schema.org", "@type": "NewsArticle",
    "headline": "Harbour &amp;amp; bridge reopen", "url": "https://example.com/a",
    "mainEntityOfPage": {"@type": "WebPage", "@id": "https://example.com/a"},
    "datePublished": "2021-03-19T08:38:00Z", "dateModified": "2021-03-20",
    "author": [{"@type": "Person", "name": {"@type": "Person", "name": "Jane Doe"}},
               {"@type": "Organization", "name": "The Daily Example"}, "John Roe"],
    "publisher": {"@type": "NewsMediaOrganization", "name": "The Daily Example"},
    "articleSection": ["World", "Europe"], "keywords": "harbour, bridge; storm",
    "description": "It <b>reopens</b>.", "articleBody": "<p>One.</p><p>Two.</p>",
    "image": [{"@type": "ImageObject", "url": "https://example.com/a.jpg"}], "inLanguage": "en-GB",
    "about": [{"@type": "Person", "name": "Ann Mayor"}, {"@type": "Place", "name": "Hull"}],
    "mentions": {"@type": ["Person"], "name": "Bob Smith"}
  })");

  CHECK(article.type == "NewsArticle");
  CHECK(article.headline == "Harbour & bridge reopen");
  CHECK(article.url == "https://example.com/a");
  CHECK(article.main_entity_of_page == "https://example.com/a");
  CHECK(article.published == "2021-03-19T08:38:00Z");
  CHECK(article.modified == "2021-03-20");
  CHECK(article.authors == Strings{"Jane Doe", "John Roe"});
  CHECK(article.organisations == Strings{"The Daily Example"});
  CHECK(article.publisher == "The Daily Example");
  CHECK(article.sections == Strings{"World", "Europe"});
  CHECK(article.keywords == Strings{"harbour", "bridge", "storm"});
  CHECK(article.description == "It reopens.");
  CHECK(article.article_body == Strings{"One.", "Two."});
  CHECK(article.image == "https://example.com/a.jpg");
  CHECK(article.language == "en-GB");
  REQUIRE(article.people.size() == 2);
  CHECK(article.people[0].name == "Ann Mayor");
  CHECK(article.people[0].about);
  CHECK(article.people[1].name == "Bob Smith");
  CHECK_FALSE(article.people[1].about);
}

TEST_CASE("a block with the faults of the wild is read", "[json_ld]") {
  const std::string block = GENERATE(
      as<std::string>{}, R"({"@type":"NewsArticle","headline":"Bridge reopens"})",
      "<!-- {\"@type\":\"NewsArticle\",\"headline\":\"Bridge reopens\"} -->",
      "//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"Bridge reopens\"}\n//]]>",
      "<![CDATA[ {\"@type\":\"NewsArticle\",\"headline\":\"Bridge reopens\"} ]]>",
      R"({"@type":"NewsArticle","headline":"Bridge reopens",};)",
      R"({"@type":["NewsArticle","LiveBlogPosting"],"headline":["Bridge reopens"],})",
      R"({"@type":"http://schema.org/NewsArticle",,"headline":"Bridge reopens"})",
      "{\"@type\":\"NewsArticle\",\"headline\":\"Bridge\n\treopens\"}",
      "{\"@type\":\"NewsArticle\",/* comment */\"headline\":\"Bridge reopens\" // one more\n}",
      R"({"@type":"NewsArticle","headline":"\Bridge reopens"})",
      R"({"@type":"NewsArticle","headline":"Bridge reopens","description":"a \ud83d \' b"})",
      R"({"@type":"NewsArticle","headline":"Bridge reopens","description":"She said "no" to it"})",
      R"([{"@type":"WebSite","name":"X"},[{"@type":"NewsArticle","headline":"Bridge reopens"}]])",
      R"({"@graph":[{"@type":"WebPage","name":"x"},{"@type":"Article","headline":"Bridge reopens"}]})",
      R"({"@type":"WebPage","name":"x","mainEntity":{"@type":"NewsArticle","headline":"Bridge reopens"}})",
      R"({"@type":"WebSite","name":"X"} {"@type":"NewsArticle","headline":"Bridge reopens"})");
  CAPTURE(block);

  CHECK(article_in(block).headline == "Bridge reopens");
}

TEST_CASE("among several articles the page's own is chosen", "[json_ld]") {
  const Strings blocks = {
      R"({"@type":"NewsArticle","headline":"Cats win prize","url":"https://example.com/cats"})",
      R"({"@type":"NewsArticle","headline":"Bridge reopens","url":"https://example.com/bridge/"})"};

  const LdHints by_url = {"https://www.example.com/bridge", "", ""};
  const LdHints by_title = {"", "Bridge reopens | Example", ""};
  const LdHints by_h1 = {"", "", "Cats win a prize"};

  CHECK(read_json_ld(blocks, by_url).article->headline == "Bridge reopens");
  CHECK(read_json_ld(blocks, by_title).article->headline == "Bridge reopens");
  CHECK(read_json_ld(blocks, by_h1).article->headline == "Cats win prize");
}

TEST_CASE("an author by reference is found, a site is none", "[json_ld]") {
  const LdArticle article = article_in(R"({"@graph":[
    {"@type":"WebSite","@id":"#site","name":"Example News"},
    {"@type":"Person","@id":"#p1","name":"Jane Doe"},
    {"@type":"Person","@id":"#p2","name":"Example News"},
    {"@type":"Article","headline":"H","author":[{"@id":"#p1"},{"@id":"#p2"}]}]})");

  CHECK(article.authors == Strings{"Jane Doe"});
  CHECK(article.organisations == Strings{"Example News"});
}

TEST_CASE("authors come in many shapes", "[json_ld]") {
  const auto [author, expected] = GENERATE(table<std::string, Strings>({
      {R"({"@type":"Person","name":["Jane Doe","John Roe"]})", {"Jane Doe", "John Roe"}},
      {R"([{"name":"Jane Doe"},"John Roe"])", {"Jane Doe", "John Roe"}},
      {R"({"@type":"Person","givenName":"Jane","familyName":"Doe"})", {"Jane Doe"}},
      {R"({"@type":["Person","Organization"],"name":"Martha Doe"})", {"Martha Doe"}},
      {R"({"@type":"NewsMediaOrganization","name":"Example Wire"})", {}},
  }));
  CAPTURE(author);

  CHECK(article_in(R"({"@type":"Article","headline":"H","author":)" + author + "}").authors ==
        expected);
}

TEST_CASE("who publishes on their own account is a person", "[json_ld]") {
  const LdArticle article = article_in(R"({"@graph":[
    {"@type":["Person","Organization"],"@id":"#me","name":"NightOwl"},
    {"@type":"Article","headline":"H","author":{"@id":"#me"},"publisher":{"@id":"#me"}}]})");

  CHECK(article.publisher_is_person);
  CHECK(article.authors == Strings{"NightOwl"});
}

TEST_CASE("the breadcrumb is read in the order of its positions", "[json_ld]") {
  const LinkedData data =
      read_json_ld({R"({"@type":"WebPage","breadcrumb":{"@type":"BreadcrumbList","itemListElement":[
      {"@type":"ListItem","position":2,"item":{"@id":"/world","name":"World"}},
      {"@type":"ListItem","position":1,"name":"Home"}]}})"},
                   {});

  CHECK(data.breadcrumb == Strings{"Home", "World"});
}

TEST_CASE("what is no JSON or nested too deep is counted and left out", "[json_ld]") {
  std::string deep(100'000, '[');
  const Strings blocks = {"", "not json", "{\"@type\":", deep, R"({"@type":"Dataset"})"};

  const LinkedData data = read_json_ld(blocks, {});

  CHECK(data.blocks_unreadable == 4);
  CHECK_FALSE(data.article);
}
