#include "web/search_json.hpp"

#include <catch2/catch.hpp>

#include "schema/article_json.hpp"
#include "tests/web/sample_response.hpp"

using namespace broadsheet;
using nlohmann::json;
using web::search_to_json;
using web::tests::response_full_of;

TEST_CASE("a response is written in the form of the API", "[search_json]") {
  auto response = response_full_of("x");
  response.results[0].url = "https://a.example/1";

  const json written = search_to_json(response);

  CHECK(written == json::parse(R"({
    "status": "ok",
    "query": {"text": "x", "parsed": "x", "degraded": "x"},
    "total": {"value": 21, "relation": "exact", "articles": 25},
    "page": 1, "page_size": 10, "pages": 3, "order_by": "relevance", "next_cursor": "x",
    "results": [{
      "id": "x", "key": "abcdefghijklmnop", "url": "https://a.example/1",
      "headline": [{"t": "x", "m": true}, {"t": "x", "m": false}],
      "snippet": [{"t": "x", "m": false}, {"t": "x", "m": true}],
      "date": "2021-03-19", "published": "2021-03-19T08:38:00-04:00", "section": "x",
      "people": [{"id": "x", "label": "x"}], "authors": ["x"], "source": "x", "language": "x",
      "image": null, "score": 1.5, "duplicates": 2}],
    "facets": {
      "section": {"exact": true, "missing": 3, "other": 4, "values": [
        {"id": "x", "label": "x", "count": 12, "selected": true},
        {"id": "x2", "label": "x", "count": 5, "selected": false}]},
      "person": {"exact": true, "missing": 3, "other": 4, "values": [
        {"id": "x", "label": "x", "count": 12, "selected": true},
        {"id": "x2", "label": "x", "count": 5, "selected": false}]},
      "date": {"exact": true, "missing": 7, "future": 2, "interval": "month", "values": [
        {"from": "2021-03-01", "to": "2021-03-31", "count": 5, "of": 9},
        {"from": "2021-04-01", "to": "2021-04-30", "count": 0, "of": 2}]}},
    "suggestion": "x"
  })"));
}

TEST_CASE("what is unknown is null, and what is a list stays one", "[search_json]") {
  searcher::SearchResponse response;
  response.relation = searcher::Relation::at_least;
  response.request.order_by = searcher::SortOrder::oldest;
  response.results.emplace_back();

  const json written = search_to_json(response);

  CHECK(written["total"]["relation"] == "at_least");
  CHECK(written["order_by"] == "oldest");
  CHECK(written["next_cursor"].is_null());
  CHECK(written["suggestion"].is_null());
  CHECK(written["query"]["degraded"].is_null());
  CHECK(written["facets"] == json::object());
  const json& result = written["results"][0];
  for (const char* name : {"url", "date", "published", "section", "source", "language", "image"}) {
    CAPTURE(name);
    CHECK(result.at(name).is_null());
  }
  for (const char* name : {"headline", "snippet", "people", "authors"}) {
    CAPTURE(name);
    CHECK(result.at(name) == json::array());
  }
}

TEST_CASE("an undated hour is not made up", "[search_json]") {
  searcher::SearchResponse response;
  response.results.emplace_back();
  response.results[0].published = parse_timestamp("2021-03-19");

  const json result = search_to_json(response)["results"][0];

  CHECK(result["date"] == "2021-03-19");
  CHECK(result["published"] == "2021-03-19");
}

TEST_CASE("an address that is not of the web is not passed on", "[search_json]") {
  const std::string url = GENERATE("javascript:alert(1)", "data:text/html,x", "//a.example/", "x");
  searcher::SearchResponse response;
  response.results.emplace_back();
  response.results[0].url = url;
  response.results[0].image = url;

  const json result = search_to_json(response)["results"][0];

  CHECK(result["url"].is_null());
  CHECK(result["image"].is_null());
}

TEST_CASE("bytes that are not UTF-8 are replaced, never an exception", "[search_json]") {
  const std::string written = dump_json(search_to_json(response_full_of("\xff\xc0")));

  CHECK(json::parse(written)["query"]["text"] == "\uFFFD\uFFFD");
}
