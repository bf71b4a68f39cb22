#include "searcher/search_request.hpp"

#include <catch2/catch.hpp>
#include <random>

namespace broadsheet::searcher {
namespace {

Day day(int y, unsigned m, unsigned d) { return *make_day(y, m, d); }

Parameters as_multimap(const std::vector<std::pair<std::string, std::string>>& pairs) {
  return {pairs.begin(), pairs.end()};
}

}  // namespace

TEST_CASE("no parameters are the empty query with its defaults", "[search_request]") {
  const auto request = parse_search_request({});

  REQUIRE(request);
  CHECK(*request == SearchRequest{});
}

TEST_CASE("every parameter is read", "[search_request]") {
  const auto request = parse_search_request({{"q", "  state\tvisit "},
                                             {"section", "World News"},
                                             {"person", "Jos\u00e9 D\u00edaz"},
                                             {"about", "a"},
                                             {"source", "The Herald"},
                                             {"lang", "EN"},
                                             {"author", "A. Writer"},
                                             {"from-date", "2021-03"},
                                             {"to-date", "2021-04"},
                                             {"order-by", "oldest"},
                                             {"page", "3"},
                                             {"page-size", "20"},
                                             {"facets", "person, author,date"},
                                             {"facet-size", "0"},
                                             {"facet-query", "jo"},
                                             {"interval", "week"},
                                             {"duplicates", "show"},
                                             {"explain", "1"}});

  REQUIRE(request);
  CHECK(request->query == "state visit");
  CHECK(request->filters.at(FacetField::section) == std::vector<std::string>{"world-news"});
  CHECK(request->filters.at(FacetField::person) == std::vector<std::string>{"jose-diaz"});
  CHECK(request->filters.at(FacetField::language) == std::vector<std::string>{"en"});
  CHECK(request->filters.size() == 6);
  CHECK(request->from == day(2021, 3, 1));
  CHECK(request->to == day(2021, 4, 30));
  CHECK(request->order_by == SortOrder::oldest);
  CHECK(request->page == 3);
  CHECK(request->page_size == 20);
  CHECK(request->facets == std::vector<FacetField>{FacetField::person, FacetField::author});
  CHECK(request->date_facet);
  CHECK(request->facet_size == 0);
  CHECK(request->facet_query == "jo");
  CHECK(request->interval == Interval::week);
  CHECK(request->duplicates == Duplicates::show);
  CHECK(request->explain);
}

TEST_CASE("a repeated filter widens the search", "[search_request]") {
  const auto request =
      parse_search_request({{"source", "Reuters"}, {"source", "ap"}, {"source", "reuters"}});

  REQUIRE(request);
  CHECK(request->filters.at(FacetField::source) == std::vector<std::string>{"ap", "reuters"});
}

TEST_CASE("the names of other news APIs are understood", "[search_request]") {
  const auto request = parse_search_request(
      {{"from", "2021"}, {"to", "2021"}, {"pageSize", "5"}, {"sortBy", "publishedAt"}});

  REQUIRE(request);
  CHECK(request->from == day(2021, 1, 1));
  CHECK(request->to == day(2021, 12, 31));
  CHECK(request->page_size == 5);
  CHECK(request->order_by == SortOrder::newest);
}

TEST_CASE("an untouched form field counts as not given", "[search_request]") {
  const auto request = parse_search_request(
      {{"q", ""}, {"section", ""}, {"from-date", ""}, {"page", ""}, {"order-by", ""}});

  REQUIRE(request);
  CHECK(*request == SearchRequest{});
}

TEST_CASE("a bad value is refused by name", "[search_request]") {
  const auto [name, value] = GENERATE(table<std::string, std::string>({
      {"page", "0"},
      {"page", "-1"},
      {"page", "1.5"},
      {"page", " 1"},
      {"page", "99999999999999999999"},
      {"page-size", "0"},
      {"page-size", "101"},
      {"pageSize", "ten"},
      {"facet-size", "1001"},
      {"from-date", "2021-02-31"},
      {"from-date", "yesterday"},
      {"to-date", "2021-13"},
      {"to", "19/03/2021"},
      {"order-by", "best"},
      {"sortBy", "popularity"},
      {"interval", "hour"},
      {"duplicates", "yes"},
      {"explain", "maybe"},
      {"facets", "section,persons"},
      {"facets", ","},
      {"lang", "english"},
      {"section", "!?"},
      {"cursor", "abc"},
  }));
  CAPTURE(name, value);

  const auto request = parse_search_request({{name, value}});

  REQUIRE_FALSE(request);
  CHECK(request.error().code == ErrorCode::invalid_request);
  CHECK(request.error().parameter == name);
  CHECK_THAT(request.error().message, Catch::Contains("'" + name + "'"));
}

TEST_CASE("parameters that don't go together are refused", "[search_request]") {
  const auto [parameters, blamed] = GENERATE(table<Parameters, std::string>({
      {{{"from-date", "2021-03"}, {"to-date", "2021-02"}}, "from-date"},
      {{{"page", "1001"}}, "page"},
      {{{"page", "101"}, {"page-size", "100"}}, "page"},
      {{{"q", "a"}, {"q", "b"}}, "q"},
      {{{"from", "2021"}, {"from-date", "2021"}}, "from-date"},
      {{{"cursor", "a"}, {"order-by", "newest"}, {"page", "2"}}, "cursor"},
  }));

  const auto request = parse_search_request(parameters);

  REQUIRE_FALSE(request);
  CHECK(request.error().parameter == blamed);
}

TEST_CASE("the last page that can be asked for is page 1000 of 10", "[search_request]") {
  CHECK(parse_search_request({{"page", "1000"}}));
  CHECK(parse_search_request({{"page", "100"}, {"page-size", "100"}}));
}

TEST_CASE("more than fifty values of a filter are refused", "[search_request]") {
  Parameters parameters;
  for (int i = 0; i < 51; ++i) parameters.emplace("person", "p" + std::to_string(i));

  const auto request = parse_search_request(parameters);

  REQUIRE_FALSE(request);
  CHECK(request.error().parameter == "person");
}

TEST_CASE("an unknown parameter is named, with the nearest known one", "[search_request]") {
  const auto [name, suggested] = GENERATE(table<std::string, std::string>({
      {"sections", "did you mean 'section'"},
      {"from_date", "did you mean 'from-date'"},
      {"utm_source", "There is no parameter 'utm_source'."},
      {"\xff\xfe", "There is no parameter"},
      {std::string(5'000, 'x'), "…"},
  }));

  const auto request = parse_search_request({{name, "x"}});

  REQUIRE_FALSE(request);
  CHECK(request.error().code == ErrorCode::invalid_request);
  CHECK_THAT(request.error().message, Catch::Contains(suggested));
  CHECK(request.error().message.size() < 200);
  CHECK_FALSE(is_search_parameter(name));
}

TEST_CASE("aliases are search parameters too", "[search_request]") {
  CHECK(is_search_parameter("q"));
  CHECK(is_search_parameter("sortBy"));
  CHECK_FALSE(is_search_parameter("fbclid"));
}

TEST_CASE("a default request needs no parameters, one without facets says so", "[search_request]") {
  SearchRequest bare;
  bare.facets.clear();
  bare.date_facet = false;

  CHECK(to_parameters(SearchRequest{}).empty());
  CHECK(to_parameters(bare) ==
        std::vector<std::pair<std::string, std::string>>{{"facets", "none"}});
}

TEST_CASE("a request's parameters are read back as the same request", "[search_request]") {
  std::mt19937 random(19);
  const auto chance = [&random] { return random() % 2 == 0; };
  for (int round = 0; round < 2'000; ++round) {
    SearchRequest request;
    if (chance()) request.query = "state \"visit\" é & = +";
    if (chance()) request.filters[FacetField::person] = {"jose-diaz", "putin"};
    if (chance()) request.filters[FacetField::language] = {"en"};
    if (chance()) request.from = day(2021, 3, 1);
    if (chance()) request.to = day(2021, 3, 31);
    request.order_by = static_cast<SortOrder>(random() % 3);
    if (request.order_by != SortOrder::relevance && chance()) {
      request.cursor = "AbC-_";
    } else {
      request.page = 1 + static_cast<std::uint32_t>(random() % 100);
    }
    request.page_size = 1 + static_cast<std::uint32_t>(random() % 100);
    if (chance()) request.facets = {FacetField::author};
    request.date_facet = chance();
    request.facet_size = static_cast<std::uint32_t>(random() % 20);
    if (chance()) request.facet_query = "jo";
    request.interval = static_cast<Interval>(random() % 5);
    request.duplicates = static_cast<Duplicates>(random() % 2);
    request.explain = chance();

    const auto read = parse_search_request(as_multimap(to_parameters(request)));

    REQUIRE(read);
    REQUIRE(*read == request);
  }
}

}  // namespace broadsheet::searcher
