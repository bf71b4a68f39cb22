#include "schema/date.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet;
using namespace std::chrono_literals;

TEST_CASE("a timestamp keeps the local day and the instant", "[date]") {
  const auto [text, day, written] = GENERATE(table<std::string, std::string, std::string>({
      {"2021-03-19", "2021-03-19", "2021-03-19"},
      {"20210319", "2021-03-19", "2021-03-19"},
      {" 2021-03-19T08:38:00-04:00 ", "2021-03-19", "2021-03-19T08:38:00-04:00"},
      {"2021-03-19T23:30:00-0400", "2021-03-19", "2021-03-19T23:30:00-04:00"},
      {"2021-03-19T01:30:00+05:30", "2021-03-19", "2021-03-19T01:30:00+05:30"},
      {"2021-03-19 08:38:00.000123", "2021-03-19", "2021-03-19T08:38:00Z"},
      {"2021-03-19T08:38Z", "2021-03-19", "2021-03-19T08:38:00Z"},
      {"20210319T083815Z", "2021-03-19", "2021-03-19T08:38:15Z"},
      {"2021-03-19T24:00:00Z", "2021-03-20", "2021-03-20T00:00:00Z"},
      {"2021-03-19T08:38:00+01", "2021-03-19", "2021-03-19T08:38:00+01:00"},
  }));
  CAPTURE(text);

  const auto timestamp = parse_timestamp(text);

  REQUIRE(timestamp);
  CHECK(format_day(timestamp->day) == day);
  CHECK(format_timestamp(*timestamp) == written);
  CHECK(parse_timestamp(written) == timestamp);
}

TEST_CASE("the instant of a timestamp is in UTC", "[date]") {
  CHECK(format_instant(*parse_timestamp("2021-03-19T23:30:00-04:00")->instant) ==
        "2021-03-20T03:30:00Z");
}

TEST_CASE("what is no date is refused", "[date]") {
  const std::string text =
      GENERATE("", "2021", "2021-02-31", "2021-13-01", "2021-00-10", "0000-01-01", "2021-3-9",
               "2021-03-19T25:00:00", "2021-03-19T08:61:00", "2021-03-19T08:00:00+15:00",
               "2021-03-19T08:00:00 CET", "2021-03-19 or so", "19-03-2021", "99999-01-01");
  CAPTURE(text);

  CHECK_FALSE(parse_timestamp(text));
}

TEST_CASE("a period is a whole year, month or day", "[date]") {
  CHECK(parse_period("2020") == DayRange{*parse_day("2020-01-01"), *parse_day("2020-12-31")});
  CHECK(parse_period("2020-02") == DayRange{*parse_day("2020-02-01"), *parse_day("2020-02-29")});
  CHECK(parse_period("2020-02-29") == DayRange{*parse_day("2020-02-29"), *parse_day("2020-02-29")});
  for (const char* text : {"2021-02-29", "2020-13", "2020-", "202", "2020-02-", "20200229", "x"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_period(text));
  }
}

TEST_CASE("news is dated from 1700 to two days ahead", "[date]") {
  const Instant now = *parse_timestamp("2021-03-19T12:00:00Z")->instant;

  CHECK(is_plausible(*parse_day("1700-01-01"), now));
  CHECK_FALSE(is_plausible(*parse_day("1699-12-31"), now));
  CHECK(is_plausible(*parse_day("2021-03-21"), now));
  CHECK_FALSE(is_plausible(*parse_day("2021-03-22"), now));
}
