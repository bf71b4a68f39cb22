#include "indexer/extract/text_dump.hpp"

#include <catch2/catch.hpp>

#include "schema/text.hpp"

using namespace broadsheet;
using namespace broadsheet::indexer;
using Strings = std::vector<std::string>;

namespace {

const Instant now = *parse_timestamp("2026-11-23T12:00:00Z")->instant;

Result<Extraction> read(const std::string& dump) {
  return extract_text_dump({ItemFormat::text_dump, dump, "a.txt"}, now);
}

const std::string first =
    "The old bridge over the river opened again on Friday after a year of repairs, the city said.";
const std::string second =
    "\u201cWe have waited long for this day,\u201d said Ann Mayor, who cut the ribbon at noon.";
const std::string third =
    "The repairs cost four million pounds, twice as much as the council had planned at first.";
const std::string story = first + "\n\n" + second + "\n\n" + third + "\n\n";

const std::string teasers =
    "Storm closes the harbour\n\nThe harbour stays closed for a third day while the storm lasts, "
    "says "
    "the city\n\nCats win the prize\n\nTwo cats from the north of the town have won the prize for "
    "the "
    "best kept fur\n\n";

}  // namespace

TEST_CASE("a dump gives headline, date, section and the story alone", "[text_dump]") {
  const auto extraction = read(
      "March 19, 2021\n1 min read\n\nOld bridge opens again\n\nPeople of the town cross the river "
      "dry "
      "for the first time in a year\n\n" +
      story +
      "Also read:Storm closes the harbour\n\nPrevious Story\n\nCATS WIN THE PRIZE\n\nNext Story\n\n"
      "Harbour closed\n\nLatest from -Town News\n\n" +
      teasers + "Go toTop");

  REQUIRE(extraction);
  const Article& article = extraction->article;
  CHECK(article.headline == "Old bridge opens again");
  REQUIRE(article.published);
  CHECK(format_day(article.published->day) == "2021-03-19");
  CHECK(article.published_evidence == DateEvidence::visible);
  CHECK(article.section == "Town News");
  CHECK(article.language == "en");
  CHECK(article.body ==
        Strings{"People of the town cross the river dry for the first time in a year", first,
                second, third});
}

TEST_CASE("the page's title finds the headline among menus", "[text_dump]") {
  const auto extraction = read(
      "Old bridge opens again | Example News\nHome\nNews\nSport\nWeather\nSign in\nTravel and "
      "leisure "
      "offers\nOld bridge opens again\nBy Jane Doe\nUpdated 21 March 2021\nPublished 19 March "
      "2021\n" +
      story + "Related Articles\n" + teasers + "© 2021 Example News. All rights reserved.");

  REQUIRE(extraction);
  const Article& article = extraction->article;
  CHECK(article.headline == "Old bridge opens again");
  CHECK(article.authors == Strings{"Jane Doe"});
  CHECK(format_day(article.published->day) == "2021-03-19");
  CHECK(format_day(article.modified->day) == "2021-03-21");
  CHECK(article.body == Strings{first, second, third});
}

TEST_CASE("boxes within a story are left out and the story goes on", "[text_dump]") {
  const auto extraction = read("Old bridge opens again\n\n" + first +
                               "\n\nAdvertisement\n\nRead more: Storm closes the harbour\n\n" +
                               second + "\n\nA costly year\n\n" + third +
                               "\n\nShare this article\n\n" + first + "\n\nLeave a comment\n");

  REQUIRE(extraction);
  CHECK(extraction->article.body == Strings{first, second, "A costly year", third});
}

TEST_CASE("a dump without sentences is no article", "[text_dump]") {
  const auto [dump, code] = GENERATE(table<std::string, ErrorCode>({
      {"", ErrorCode::empty},
      {" \n\n\t\n", ErrorCode::empty},
      {"Home\nNews\nSport\nWeather\n", ErrorCode::not_an_article},
      {"Page not found", ErrorCode::not_an_article},
  }));
  CAPTURE(dump);

  const auto extraction = read(dump);

  REQUIRE_FALSE(extraction);
  CHECK(extraction.error().code == code);
}

TEST_CASE("a dump in Chinese is read like any other", "[text_dump]") {
  const std::string paragraph =
      "市政府周五表示，经过一年的维修，这座横跨河流的老桥已经重新开放，许多市民一早就赶来参加开通仪"
      "式。";
  const auto extraction =
      read("老桥重新开放\n2021年3月19日\n" + paragraph + "\n相关阅读\n港口关闭\n");

  REQUIRE(extraction);
  CHECK(extraction->article.headline == "老桥重新开放");
  CHECK(extraction->article.body == Strings{paragraph});
  CHECK(extraction->article.language == "zh");
  CHECK(format_day(extraction->article.published->day) == "2021-03-19");
}

TEST_CASE("a dump may be in another encoding", "[text_dump]") {
  const auto extraction = read("Caf\xe9 opens again\n\n" + first + " Na\xefve, they said.\n");

  REQUIRE(extraction);
  CHECK(extraction->article.headline == "Café opens again");
}

TEST_CASE("any bytes give valid text or an error", "[text_dump]") {
  const auto extraction = read("Old bridge \xff\x01 opens\n\n" + first + " \x80\x81\n");

  REQUIRE(extraction);
  const Article& article = extraction->article;
  CHECK(text::clean_utf8(article.headline) == article.headline);
  CHECK(text::clean_utf8(article.body.at(0)) == article.body.at(0));
}

TEST_CASE("a standfirst is the short opening without a full stop", "[text_dump]") {
  const std::string opening = "People of the town cross the river dry for the first time in a year";

  const auto with =
      read("March 19, 2021\n1 min read\n\nOld bridge opens again\n\n" + opening + "\n\n" + story);
  const auto without = read("March 19, 2021\n1 min read\n\nOld bridge opens again\n\n" + story);

  REQUIRE(with);
  CHECK(with->article.standfirst == opening);
  CHECK(with->article.body == Strings{opening, first, second, third});
  REQUIRE(without);
  CHECK(without->article.standfirst.empty());
}

TEST_CASE("a question below the date is the headline", "[text_dump]") {
  const auto extraction = read(
      "March 19, 2021\n1 min read\n\nThe old bridge opens again, but for how many more years?\n\n" +
      story);

  REQUIRE(extraction);
  CHECK(extraction->article.headline == "The old bridge opens again, but for how many more years?");
  CHECK(extraction->article.body == Strings{first, second, third});
}

TEST_CASE("buttons between headline and standfirst part nothing", "[text_dump]") {
  const auto extraction = read(
      "March 19, 2021\n1 min read\n\nOld bridge opens again\n\nShare\nTweet\nEmail\n\nPeople of "
      "the "
      "town cross the river dry for the first time in a year\n\n" +
      story);

  REQUIRE(extraction);
  CHECK(extraction->article.headline == "Old bridge opens again");
  CHECK(extraction->article.body.size() == 4);
}

TEST_CASE("a name alone between date and reading time is the author", "[text_dump]") {
  const auto extraction =
      read("March 19, 2021\nAda Quill-Moor\n1 min read\n\nOld bridge opens again\n\n" + story);

  REQUIRE(extraction);
  CHECK(extraction->article.authors == Strings{"Ada Quill-Moor"});
}
