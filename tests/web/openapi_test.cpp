// Holds schema/openapi.yaml to the code, by its text: the file is ours, and so is its layout.
#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>
#include <set>
#include <string>

#include "searcher/search_request.hpp"
#include "tests/web/sample_response.hpp"
#include "web/assets.hpp"
#include "web/search_json.hpp"

using namespace broadsheet;

namespace {

std::string description() { return std::string(web::asset("openapi.yaml").content); }

// All that the group of the pattern captures.
std::set<std::string> captured(const std::string& text, const std::string& pattern) {
  const std::regex expression(pattern, std::regex::multiline);
  std::set<std::string> found;
  for (std::sregex_iterator match(text.begin(), text.end(), expression), end; match != end;
       ++match) {
    found.insert((*match)[1]);
  }
  return found;
}

// The lines from the one given up to the next of the same depth.
std::string section(const std::string& text, const std::string& first_line) {
  const std::size_t begin = text.find('\n' + first_line + '\n');
  REQUIRE(begin != std::string::npos);
  const std::string indent = first_line.substr(0, first_line.find_first_not_of(' '));
  const std::regex next('\n' + indent + "[^ \n]");
  const std::string rest = text.substr(begin + 1 + first_line.size());
  std::smatch match;
  return std::regex_search(rest, match, next) ? rest.substr(0, match.position()) : rest;
}

std::set<std::string> names(const nlohmann::json& object) {
  std::set<std::string> keys;
  for (const auto& [name, value] : object.items()) keys.insert(name);
  return keys;
}

std::set<std::string> required(const std::string& schema) {
  const std::string text = section(description(), "    " + schema + ':');
  std::smatch match;
  REQUIRE(std::regex_search(text, match, std::regex("\n      required: \\[([^\\]]*)\\]")));
  return captured(match[1], "([a-z_]+)");
}

}  // namespace

TEST_CASE("the description names every route, and no other", "[openapi]") {
  CHECK(captured(section(description(), "paths:"), "^  (/\\S*):$") ==
        std::set<std::string>{"/", "/api/articles/{key}", "/api/people", "/api/people/{id}",
                              "/api/search", "/api/suggest", "/articles/{key}", "/healthz",
                              "/openapi.yaml", "/people/{id}", "/readyz"});
}

TEST_CASE("every parameter described is known to the search", "[openapi]") {
  auto described = captured(section(description(), "  parameters:"), "^      name: (\\S+)$");
  REQUIRE(described.erase("key") == 1);
  REQUIRE(described.erase("id") == 1);

  CHECK(described.size() == 23);
  for (const std::string& name : described) {
    CAPTURE(name);
    CHECK(searcher::is_search_parameter(name));
  }
}

TEST_CASE("every parameter of a permalink is described", "[openapi]") {
  using searcher::FacetField;
  searcher::SearchRequest request;
  request.query = "x";
  for (const FacetField field : {FacetField::section, FacetField::person, FacetField::about,
                                 FacetField::author, FacetField::source, FacetField::language}) {
    request.filters[field] = {"en"};
  }
  request.from = request.to = *parse_day("2021-03-19");
  request.order_by = searcher::SortOrder::newest;
  request.page = 2;
  request.page_size = 20;
  request.cursor = "x";
  request.facets = {};
  request.facet_size = 5;
  request.facet_query = "x";
  request.interval = searcher::Interval::day;
  request.duplicates = searcher::Duplicates::show;
  request.explain = true;
  const auto described = captured(section(description(), "  parameters:"), "^      name: (\\S+)$");

  const auto parameters = searcher::to_parameters(request);

  REQUIRE(parameters.size() == 19);
  for (const auto& [name, value] : parameters) {
    CAPTURE(name);
    CHECK(described.count(name) == 1);
  }
}

TEST_CASE("every parameter described belongs to an operation", "[openapi]") {
  const std::string text = description();

  CHECK(captured(text, "\\$ref: '#/components/parameters/(\\S+)'") ==
        captured(section(text, "  parameters:"), "^    (\\S+):$"));
}

TEST_CASE("every reference leads somewhere", "[openapi]") {
  const std::string text = description();
  for (const std::string kind : {"headers", "parameters", "responses", "schemas"}) {
    const auto defined = captured(section(text, "  " + kind + ':'), "^    (\\S+):$");
    for (const auto& name : captured(text, "#/components/" + kind + "/([A-Za-z-]+)")) {
      CAPTURE(kind, name);
      CHECK(defined.count(name) == 1);
    }
  }
}

TEST_CASE("the schemas list the fields that are written", "[openapi]") {
  const nlohmann::json written = web::search_to_json(web::tests::response_full_of("x"));

  CHECK(required("SearchResponse") == names(written));
  CHECK(required("SearchResult") == names(written["results"][0]));
  CHECK(required("Facet") == names(written["facets"]["section"]));
  CHECK(required("DateFacet") == names(written["facets"]["date"]));
  searcher::Suggestions suggestions;
  suggestions.stories.emplace_back();
  CHECK(required("SuggestResponse") == names(web::suggestions_to_json(suggestions)));
  CHECK(required("SuggestedStory") == names(web::suggestions_to_json(suggestions)["stories"][0]));
  CHECK(required("PersonSummary") == names(web::people_to_json({{}})["people"][0]));
  CHECK(required("Person") == names(web::person_to_json({})["person"]));
}
