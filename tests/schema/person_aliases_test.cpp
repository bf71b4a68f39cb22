#include "schema/person_aliases.hpp"

#include <catch2/catch.hpp>

#include "schema/article.hpp"

using namespace broadsheet;

TEST_CASE("what the operator says of people is read", "[person_aliases]") {
  const auto aliases = parse_person_aliases(R"json({"people": [
      {"name": "Joe Biden", "aliases": ["Joseph R. Biden Jr."]},
      {"name": "John Smith (footballer)",
       "aliases": [{"name": "John Smith", "sections": ["Sport"], "sources": ["The Post"],
                    "articles": ["a-1"], "from": "2010", "to": "2019-05"}]}]})json");

  REQUIRE(aliases);
  REQUIRE(aliases->size() == 4);
  const PersonAlias& first = aliases->front();  // Those with conditions come first.
  CHECK(first.name == "john-smith");
  CHECK(first.person == "John Smith (footballer)");
  CHECK(first.sections == std::vector<std::string>{"sport"});
  CHECK(first.sources == std::vector<std::string>{"the-post"});
  CHECK(first.articles == std::vector<std::string>{article_key("a-1")});
  CHECK(format_day(*first.from) == "2010-01-01");
  CHECK(format_day(*first.to) == "2019-05-31");
  CHECK((*aliases)[1].name == "joseph-r-biden-jr");
  CHECK((*aliases)[2].name == "joe-biden");  // Themselves.
  CHECK((*aliases)[2].person == "Joe Biden");
}

TEST_CASE("what is wrong with the file is told by place", "[person_aliases]") {
  const auto [file, message] = GENERATE(table<std::string, std::string>({
      {"{", "not JSON"},
      {"[]", "expected {\"people\": [...]}"},
      {R"({"people": [{}]})", "people[0]: expected a 'name'"},
      {R"({"people": [{"name": "..."}]})", "people[0].name: expected a name"},
      {R"({"people": [{"name": "A", "alias": []}]})", "people[0]: 'alias' is no field of it"},
      {R"({"people": [{"name": "A", "aliases": "B"}]})", "people[0].aliases: expected a list"},
      {R"({"people": [{"name": "A", "aliases": [3]}]})", "people[0].aliases[0]: expected a name"},
      {R"({"people": [{"name": "A", "aliases": [{"name": "B", "from": "May"}]}]})",
       "people[0].aliases[0].from: expected a date"},
      {R"({"people": [{"name": "A", "aliases": [{"name": "B", "sections": "World"}]}]})",
       "people[0].aliases[0].sections: expected a list"},
  }));
  CAPTURE(file);

  const auto aliases = parse_person_aliases(file);

  REQUIRE_FALSE(aliases);
  CHECK_THAT(aliases.error().message, Catch::Contains(message));
}
