#include "web/search_page.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>

#include "schema/article.hpp"
#include "tests/web/sample_response.hpp"
#include "web/article_page.hpp"

using namespace broadsheet;
using namespace broadsheet::web;
using Catch::Contains;
using searcher::FacetField;
using searcher::SearchRequest;
using web::tests::response_full_of;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

std::string page(const SearchRequest& asked, const searcher::SearchResponse& response) {
  return render_search_page({}, asked, response);
}

std::string page(const searcher::SearchResponse& response) {
  return page(response.request, response);
}

// A page must not have more elements than the same page with harmless text.
void check_harmless(const std::string& page, const std::string& harmless) {
  CHECK(count(page, "<") == count(harmless, "<"));
  CHECK(count(page, ">") == count(harmless, ">"));
  CHECK(count(page, "\"") == count(harmless, "\""));
  CHECK_THAT(page, !Contains("<script") && !Contains("<img"));
  CHECK_THAT(page, !Contains("href=\"javascript:"));
}

}  // namespace

TEST_CASE("nothing that an index holds or a reader types becomes markup", "[search_page]") {
  const std::string text =
      GENERATE(as<std::string>(), "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
               "' onmouseover='alert(1)", "</title><script>", "<!--", "]]>", "javascript:alert(1)");
  CAPTURE(text);

  check_harmless(page(response_full_of(text)), page(response_full_of("harmless")));
}

TEST_CASE("nothing in an article becomes markup", "[article_page]") {
  const auto article_of = [](const std::string& text) {
    Article article;
    article.id = text;
    article.url = text;
    article.headline = text;
    article.standfirst = text;
    article.body = {text, text};
    article.published = parse_timestamp("2021-03-19");
    article.authors = {text, text};
    article.section = text;
    article.people = {{text, 1, true}};
    article.source = text;
    article.language = text;
    article.image = text;
    return article;
  };
  const std::string text =
      GENERATE(as<std::string>(), "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
               "' onmouseover='alert(1)", "</title><script>", "<!--", "]]>", "javascript:alert(1)");
  CAPTURE(text);

  check_harmless(render_article_page({}, article_of(text)),
                 render_article_page({}, article_of("harmless")));
}

TEST_CASE("nothing in a bad request becomes markup", "[search_page]") {
  const auto problem_of = [](const std::string& text) {
    SearchRequest asked;
    asked.filters = {{FacetField::person, {text}}};
    return render_search_problem({}, asked, {{"q", text}, {"from-date", text}, {"to", text}},
                                 Error{ErrorCode::invalid_request, text, "from-date"});
  };

  check_harmless(problem_of("\"><script>alert(1)</script>"), problem_of("harmless"));
}

TEST_CASE("a result shows what is known of a story", "[search_page]") {
  auto response = response_full_of("x");
  response.request = {};
  auto& result = response.results[0];
  result.url = "https://a.example/1";
  result.headline = {{"Bridge", true}, {" opens", false}};
  result.snippet = {{"The ", false}, {"bridge", true}};
  result.section = "Local news";
  result.people = {{"ann-lee", "Ann Lee"}};
  result.source = "The Courier";
  result.language = "en";

  const std::string html = page(response);

  CHECK_THAT(html, Contains("<a href=\"https://a.example/1\" rel=\"noopener\">"
                            "<mark>Bridge</mark> opens</a></h2>"));
  CHECK_THAT(html, Contains("The <mark>bridge</mark></p>"));
  CHECK_THAT(html, Contains("<time datetime=\"2021-03-19T08:38:00-04:00\">19 March 2021</time>"));
  CHECK_THAT(html, Contains("<a href=\"/?section=local-news\">Local news</a>"));
  CHECK_THAT(html, Contains("<a href=\"/?person=ann-lee\">Ann Lee</a>"));
  CHECK_THAT(html, Contains("<span>The Courier</span>"));
  CHECK_THAT(html, Contains("2 other copies"));
  CHECK_THAT(html, Contains("href=\"/articles/abcdefghijklmnop\""));
}

TEST_CASE("a story without an address leads to its saved text", "[search_page]") {
  auto response = response_full_of("x");
  response.results[0].url = "ftp://a.example/1";

  const std::string html = page(response);

  CHECK_THAT(html, Contains("<h2 dir=\"auto\"><a href=\"/articles/abcdefghijklmnop\">"));
  CHECK_THAT(html, !Contains("ftp:"));
}

TEST_CASE("there is one first heading, and it counts", "[search_page]") {
  searcher::SearchResponse response;
  response.total = 1'234;
  response.pages = 124;

  CHECK_THAT(page(response), Contains(">1,234 stories</h1>"));

  response.request.query = "budget";
  CHECK_THAT(page(response), Contains(">1,234 stories for “budget”</h1>"));
  CHECK_THAT(page(response), Contains("<title>budget – Broadsheet</title>"));
  CHECK(count(page(response), "<h1") == 1);

  response.request.page = 2;
  CHECK_THAT(page(response), Contains("<title>budget – page 2 – Broadsheet</title>"));

  response.relation = searcher::Relation::at_least;
  CHECK_THAT(page(response), Contains(">At least 1,234 stories for"));

  response.total = 0;
  response.relation = searcher::Relation::exact;
  CHECK_THAT(page(response), Contains(">No stories for “budget”</h1>"));
}

TEST_CASE("only the bare page may be listed by search engines", "[search_page]") {
  searcher::SearchResponse response;
  CHECK_THAT(page(response), !Contains("noindex"));

  response.request.query = "budget";
  CHECK_THAT(page(response), Contains("<meta name=\"robots\" content=\"noindex, follow\">"));
}

TEST_CASE("a facet value is a link that adds it, or takes it away again", "[search_page]") {
  searcher::SearchResponse response;
  response.total = 5;
  response.request.query = "bridge";
  response.request.page = 2;
  response.request.filters = {{FacetField::section, {"sport"}}};
  searcher::Facet facet;
  facet.values = {
      {"sport", "Sport", 5, true}, {"world", "World", 1'812, false}, {"gone", "Gone", 0, false}};
  response.facets = {{FacetField::section, facet}};

  const std::string html = page(response);

  CHECK_THAT(html, Contains("href=\"/?q=bridge&amp;section=sport&amp;section=world\""));
  CHECK_THAT(html, Contains("1,812"));
  CHECK_THAT(html, Contains("<a href=\"/?q=bridge\" class=\"selected\">"));
  CHECK_THAT(html, !Contains("Gone"));
}

TEST_CASE("a selected value is shown even when nothing has it", "[search_page]") {
  searcher::SearchResponse response;
  response.request.filters = {{FacetField::section, {"sport"}}};
  searcher::Facet facet;
  facet.values = {{"sport", "Sport", 0, true}};
  response.facets = {{FacetField::section, facet}};

  CHECK_THAT(page(response), Contains("class=\"selected\""));
}

TEST_CASE("each active filter is a chip that removes it alone", "[search_page]") {
  auto response = response_full_of("x");
  response.request.filters = {{FacetField::section, {"x"}}, {FacetField::source, {"unseen-id"}}};
  response.request.from = *parse_day("2021-03-01");
  response.request.to = *parse_day("2021-03-31");
  response.request.order_by = searcher::SortOrder::oldest;

  const std::string html = page(response);

  CHECK_THAT(html, Contains("Section: x"));
  CHECK_THAT(html, Contains("Source: unseen-id"));
  CHECK_THAT(html, Contains("Date: March 2021"));
  CHECK_THAT(html, Contains("class=\"chip\" href=\"/?q=x&amp;section=x&amp;source=unseen-id&amp;"
                            "order-by=oldest\""));
  CHECK_THAT(html, Contains("class=\"clear\" href=\"/?q=x&amp;order-by=oldest\""));
}

TEST_CASE("a chosen person's page is a link away", "[search_page]") {
  auto response = response_full_of("x");
  response.request.filters = {{FacetField::person, {"ann-lee", "nobody-known"}},
                              {FacetField::about, {"ann-lee", "bo-chen"}}};
  searcher::Facet people;
  people.values = {{"ann-lee", "Ann Lee", 3, true},
                   {"tom-vance", "Tom Vance", 2, false},
                   {"nobody-known", "nobody-known", 0, true}};
  searcher::Facet about;
  about.values = {{"ann-lee", "Ann Lee", 1, true}, {"bo-chen", "Bo Chen", 0, true}};
  response.facets = {{FacetField::person, people}, {FacetField::about, about}};

  const std::string html = page(response);

  CHECK(count(html, "href=\"/people/ann-lee\"") == 1);
  CHECK_THAT(html, Contains("More about <bdi>Ann Lee</bdi>"));
  CHECK_THAT(html, Contains("href=\"/people/bo-chen\""));
  CHECK_THAT(html, !Contains("/people/tom-vance") && !Contains("/people/nobody-known"));
}

TEST_CASE("days with stories are links, the newest first", "[search_page]") {
  auto response = response_full_of("x");
  response.request = {};
  response.date_facet->values = {
      {*parse_period("2020"), 3, 9}, {*parse_period("2021"), 0, 2}, {*parse_period("2022"), 5, 9}};

  const std::string html = page(response);

  const std::size_t newer = html.find("href=\"/?from-date=2022-01-01&amp;to-date=2022-12-31\"");
  const std::size_t older = html.find("href=\"/?from-date=2020-01-01&amp;to-date=2020-12-31\"");
  REQUIRE(newer != std::string::npos);
  REQUIRE(older != std::string::npos);
  CHECK(newer < older);
  CHECK_THAT(html, !Contains("from-date=2021"));
}

TEST_CASE("stories without a date, or dated ahead, are told of", "[search_page]") {
  auto response = response_full_of("x");
  response.date_facet->missing = 1'234;
  response.date_facet->future = 2;
  CHECK_THAT(page(response), Contains(">Undated<") && Contains("1,234"));
  CHECK_THAT(page(response), Contains(">Dated in the future<"));

  response.date_facet->missing = 0;
  response.date_facet->future = 0;
  CHECK_THAT(page(response), !Contains(">Undated<") && !Contains("in the future"));
}

TEST_CASE("the page asks for dates by the span looked at, and for the facets filtered by",
          "[search_page]") {
  const auto [from, to, interval] = GENERATE(table<std::string, std::string, searcher::Interval>({
      {"", "", searcher::Interval::year},
      {"2021", "", searcher::Interval::year},
      {"2015", "2021", searcher::Interval::year},
      {"2021", "2021", searcher::Interval::month},
      {"2021-03", "2021-03", searcher::Interval::day},
  }));
  CAPTURE(from, to);
  SearchRequest asked;
  if (!from.empty()) asked.from = parse_period(from)->first;
  if (!to.empty()) asked.to = parse_period(to)->last;
  asked.filters[FacetField::author] = {"ann-lee"};

  const SearchRequest request = page_request(asked);

  CHECK(request.interval == interval);
  CHECK(std::count(request.facets.begin(), request.facets.end(), FacetField::author) == 1);
}

TEST_CASE("what the page asks for itself does not leak into its links", "[search_page]") {
  SearchRequest asked;
  asked.query = "x";
  asked.filters[FacetField::author] = {"ann-lee"};
  searcher::SearchResponse response;
  response.request = page_request(asked);
  response.total = 30;
  response.pages = 3;

  CHECK_THAT(page(asked, response), !Contains("interval=") && !Contains("facets="));
}

TEST_CASE("pages are turned by links that say which way", "[search_page]") {
  searcher::SearchResponse response;
  response.total = 30;
  response.pages = 3;
  response.request.page = 2;
  response.results.resize(10);

  const std::string html = page(response);

  CHECK_THAT(html, Contains("rel=\"prev\" href=\"/\""));
  CHECK_THAT(html, Contains("rel=\"next\" href=\"/?page=3\""));
  CHECK_THAT(html, Contains("<ol class=\"results\" start=\"11\">"));
}

TEST_CASE("a page past the last leads back to it", "[search_page]") {
  searcher::SearchResponse response;
  response.total = 30;
  response.pages = 3;
  response.request.page = 9;

  CHECK_THAT(page(response), Contains("href=\"/?page=3\"") && Contains("There is no page 9."));
}

TEST_CASE("finding nothing offers the search without each filter", "[search_page]") {
  searcher::SearchResponse response;
  response.request.query = "bridge";
  response.request.filters = {{FacetField::section, {"sport"}}, {FacetField::person, {"ann-lee"}}};

  const std::string html = page(response);

  CHECK_THAT(html, Contains("<a href=\"/?q=bridge&amp;person=ann-lee\">Search without"));
  CHECK_THAT(html, Contains("<a href=\"/?q=bridge&amp;section=sport\">Search without"));
  CHECK_THAT(html, Contains("<a href=\"/?q=bridge\">Search without any filter</a>"));
}

TEST_CASE("a query that did not run as written says so", "[search_page]") {
  searcher::SearchResponse response;
  response.degraded = "The quotation marks do not pair up.";
  response.suggestion = "bridge";

  const std::string html = page(response);

  CHECK_THAT(html, Contains("The quotation marks do not pair up."));
  CHECK_THAT(html, Contains("Did you mean <a href=\"/?q=bridge\">bridge</a>?"));
}

TEST_CASE("relevance is offered only where there are words to be relevant to", "[search_page]") {
  searcher::SearchResponse response;
  response.total = 1;
  response.results.resize(1);
  CHECK_THAT(page(response), !Contains(">Relevance<"));
  CHECK_THAT(page(response), Contains("href=\"/?order-by=newest\" aria-current=\"true\""));

  response.request.query = "x";
  CHECK_THAT(page(response), Contains("<a href=\"/?q=x\" aria-current=\"true\">Relevance</a>"));
}

TEST_CASE("a new search keeps filters and order, and starts at the first page", "[search_page]") {
  searcher::SearchResponse response;
  response.request.query = "x";
  response.request.page = 3;
  response.request.filters = {{FacetField::section, {"sport"}}};
  response.request.order_by = searcher::SortOrder::oldest;

  const std::string html = page(response);

  CHECK_THAT(html, Contains("<input type=\"hidden\" name=\"section\" value=\"sport\">"));
  CHECK_THAT(html, Contains("<input type=\"hidden\" name=\"order-by\" value=\"oldest\">"));
  CHECK_THAT(html, !Contains("name=\"page\""));
  CHECK(count(html, "name=\"q\"") == 1);
}

TEST_CASE("a bad value leaves the form as it was filled in", "[search_page]") {
  SearchRequest asked;
  asked.filters = {{FacetField::section, {"sport"}}};

  const std::string html = render_search_problem(
      {}, asked, {{"q", "bridge"}, {"from", "31 February"}},
      Error{ErrorCode::invalid_request, "'from' cannot be '31 February'", "from"});

  CHECK_THAT(html, Contains("name=\"q\" value=\"bridge\""));
  CHECK_THAT(html, Contains("name=\"from-date\" value=\"31 February\""));
  CHECK_THAT(html, Contains("aria-invalid=\"true\""));
  CHECK_THAT(html, Contains("&#39;from&#39; cannot be &#39;31 February&#39;"));
  CHECK_THAT(html, Contains("name=\"section\" value=\"sport\""));
}

TEST_CASE("behind a public path all links lead there", "[search_page]") {
  auto response = response_full_of("x");
  const Site site{"/archive/", "https://a.example"};

  const std::string html = render_search_page(site, response.request, response);

  CHECK_THAT(html, Contains("<link rel=\"canonical\" href=\"https://a.example/archive/?q=x"));
  const std::regex local_link("(href|action)=\"/(?!archive/)");
  CHECK_FALSE(std::regex_search(html, local_link));
}

TEST_CASE("an article page shows the whole story and where it came from", "[article_page]") {
  Article article;
  article.id = "a";
  article.url = "https://courier.example/a";
  article.headline = "Bridge opens";
  article.standfirst = "At last.";
  article.body = {"At last.", "It opened."};
  article.published = parse_timestamp("2021-03-19T08:38:00Z");
  article.authors = {"Ann Lee", "Bo Ek"};
  article.section = "Local news";
  article.people = {{"José Díaz", 2, true}};
  article.source = "The Courier";
  article.language = "en";

  const std::string html = render_article_page({}, article);

  CHECK_THAT(html, Contains("<h1 dir=\"auto\">Bridge opens</h1>"));
  CHECK_THAT(html, Contains("<title>Bridge opens – Broadsheet</title>"));
  CHECK_THAT(html,
             Contains("<p class=\"standfirst\">At last.</p><p class=\"paragraph\">It opened.</p>"));
  CHECK_THAT(html, Contains("<time datetime=\"2021-03-19T08:38:00Z\">19 March 2021</time>"));
  CHECK_THAT(html, Contains("By Ann Lee, Bo Ek"));
  CHECK_THAT(html, Contains("<a href=\"/?section=local-news\">Local news</a>"));
  CHECK_THAT(html, Contains("<a href=\"/people/jose-diaz\">José Díaz</a>"));
  CHECK_THAT(html, Contains("<a href=\"https://courier.example/a\" rel=\"noopener\">"));
  CHECK_THAT(html, Contains("on courier.example</a>"));
}
