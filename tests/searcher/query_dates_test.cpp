#include "searcher/query_dates.hpp"

#include <catch2/catch.hpp>

namespace broadsheet::searcher {

TEST_CASE("a query's dates are periods, or days counted back from today", "[query_dates]") {
  const auto [today, typed, first, last] =
      GENERATE(table<std::string, std::string, std::string, std::string>({
          {"2021-03-19", "2020", "2020-01-01", "2020-12-31"},
          {"2021-03-19", "2020-02", "2020-02-01", "2020-02-29"},
          {"2021-03-19", "2020-02-03", "2020-02-03", "2020-02-03"},
          {"2021-03-19", "today", "2021-03-19", "2021-03-19"},
          {"2021-03-19", "Yesterday", "2021-03-18", "2021-03-18"},
          {"2021-03-01", "yesterday", "2021-02-28", "2021-02-28"},
          {"2021-03-19", "0d", "2021-03-19", "2021-03-19"},
          {"2021-03-19", "7d", "2021-03-12", "2021-03-12"},
          {"2021-03-19", "007D", "2021-03-12", "2021-03-12"},
          {"2021-03-19", "2w", "2021-03-05", "2021-03-05"},
          {"2021-03-19", "1m", "2021-02-19", "2021-02-19"},
          {"2021-03-31", "1m", "2021-02-28", "2021-02-28"},
          {"2021-03-19", "3m", "2020-12-19", "2020-12-19"},
          {"2021-03-19", "1y", "2020-03-19", "2020-03-19"},
          {"2024-02-29", "1y", "2023-02-28", "2023-02-28"},
          {"2024-02-29", "48m", "2020-02-29", "2020-02-29"},
          {"2021-03-19", "2020y", "0001-03-19", "0001-03-19"},
      }));
  CAPTURE(today, typed);

  const auto period = query_period(typed, *parse_day(today));

  REQUIRE(period);
  CHECK(format_day(period->first) == first);
  CHECK(format_day(period->last) == last);
}

TEST_CASE("what is no date of a query is none", "[query_dates]") {
  const std::string typed =
      GENERATE("", "d", "7", "7h", "24h", "-7d", "+7d", "7dd", "7 d", "d7", "99999d", "9999y",
               "2021y", "2021-13", "2021-02-29", "tomorrow", "7d.", "2021-3");
  CAPTURE(typed);

  CHECK_FALSE(query_period(typed, *parse_day("2021-03-19")));
}

}  // namespace broadsheet::searcher
