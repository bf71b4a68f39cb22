#include "indexer/extract/source_date.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace broadsheet;
using namespace broadsheet::indexer;

namespace {

const Instant now(std::chrono::sys_days(std::chrono::year(2025) / 1 / 1));

std::string day_in(const std::string& source) {
  const auto date = find_source_date(source, "en", std::nullopt, now);
  return date ? format_day(date->date.day) : "";
}

}  // namespace

TEST_CASE("the data of scripts names the date of publication", "[source_date]") {
  const auto [source, day] = GENERATE(table<std::string, std::string>({
      {R"({"publishedAt":"2021-03-19T08:30:00Z"})", "2021-03-19"},
      {R"({"published_at": "2021-03-19"})", "2021-03-19"},
      {R"("{\"datePublished\":\"2021-03-19\"}")", "2021-03-19"},
      {R"(var page = {'publish-date': '19 March 2021'};)", "2021-03-19"},
      {R"({"publishTime":1616142600})", "2021-03-19"},
      {R"({"createdAt":"2020-01-01","publishedAt":"2021-03-19"})", "2021-03-19"},
      {R"({"pubDate":"2020-01-01"},{"pubDate":"2021-03-19"},{"pubDate":"2021-03-19"})",
       "2021-03-19"},
      {R"({"published":true,"birthDate":"1970-01-01"})", ""},
      {R"({"publishedAt":"2099-01-01"})", ""},
      {R"({"publishedAt":null})", ""},
      {"", ""},
      {":", ""},
  }));
  CAPTURE(source);

  CHECK(day_in(source) == day);
}

TEST_CASE("the most frequent full date of a known month is the last resort", "[source_date]") {
  const auto [source, day] = GENERATE(table<std::string, std::string>({
      {"<img src=/2021/03/19/a.jpg><img src=/2021/03/19/b.jpg> 2021-03-05", "2021-03-19"},
      {"19.03.2021 and 05.03.2021 and 19.03.2021", "2021-03-19"},
      {"2020-05-05 2020-05-05 /2021/03/19/a.jpg", "2021-03-19"},
      {"version 10.20.2021, id 20210319123, a2021-03-19", ""},
      {"2021-3", ""},
  }));
  CAPTURE(source);

  const auto date =
      find_source_date(source, "en", std::chrono::year(2021) / std::chrono::March, now);

  CHECK((date ? format_day(date->date.day) : "") == day);
  CHECK(day_in(source).empty());
}
