#include "schema/section_aliases.hpp"

#include <catch2/catch.hpp>

namespace broadsheet {

TEST_CASE("what the operator says of sections is read", "[section_aliases]") {
  const auto aliases = parse_section_aliases(R"json({"sections": [
      {"name": "World", "aliases": ["World News", "TOP-NEWS"]},
      {"name": "Kultur"}]})json");

  REQUIRE(aliases);
  REQUIRE(aliases->size() == 4);
  CHECK((*aliases)[0].alias == "world");
  CHECK((*aliases)[1].alias == "world-news");
  CHECK((*aliases)[2].alias == "top-news");
  CHECK((*aliases)[2].section == "World");
  CHECK((*aliases)[3].section == "Kultur");
}

TEST_CASE("what is wrong with sections.json is told by place", "[section_aliases]") {
  const auto [file, message] = GENERATE(table<std::string, std::string>({
      {"", "not JSON"},
      {"{}", "expected {\"sections\": [...]}"},
      {R"({"sections": [3]})", "sections[0]: expected a 'name'"},
      {R"({"sections": [{"name": "!"}]})", "sections[0].name: expected a name"},
      {R"({"sections": [{"name": "A", "from": "2010"}]})", "sections[0]: 'from' is no field of it"},
      {R"({"sections": [{"name": "A", "aliases": {}}]})", "sections[0].aliases: expected a list"},
      {R"({"sections": [{"name": "A", "aliases": [null]}]})",
       "sections[0].aliases[0]: expected a name"},
      {R"({"sections": [{"name": "A", "aliases": ["b"]}, {"name": "B"}]})",
       "sections[1].name: 'B' stands twice"},
  }));
  CAPTURE(file);

  const auto aliases = parse_section_aliases(file);

  REQUIRE_FALSE(aliases);
  CHECK_THAT(aliases.error().message, Catch::Contains(message));
}

}  // namespace broadsheet
