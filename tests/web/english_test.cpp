#include "web/english.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet;
using namespace broadsheet::web;

namespace {

Day day(const std::string& text) {
  const auto parsed = parse_day(text);
  REQUIRE(parsed);
  return *parsed;
}

}  // namespace

TEST_CASE("a span of days is named by the shortest that says it", "[english]") {
  const auto [first, last, text] = GENERATE(table<std::string, std::string, std::string>({
      {"2021-03-19", "2021-03-19", "19 March 2021"},
      {"2021-03-01", "2021-03-31", "March 2021"},
      {"2020-02-01", "2020-02-29", "February 2020"},
      {"2021-01-01", "2021-12-31", "2021"},
      {"2021-03-15", "2021-03-21", "15–21 March 2021"},
      {"2021-03-29", "2021-04-04", "29 March – 4 April 2021"},
      {"2020-12-28", "2021-01-03", "28 December 2020 – 3 January 2021"},
      {"2020-02-01", "2020-02-28", "1–28 February 2020"},
  }));
  CAPTURE(first, last);

  CHECK(english_period({day(first), day(last)}) == text);
}

TEST_CASE("numbers are grouped by thousands", "[english]") {
  CHECK(english_number(0) == "0");
  CHECK(english_number(999) == "999");
  CHECK(english_number(1'000) == "1,000");
  CHECK(english_number(1'234'567) == "1,234,567");
  CHECK(english_count(1, "story", "stories") == "1 story");
  CHECK(english_count(0, "story", "stories") == "0 stories");
}
