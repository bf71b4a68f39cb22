#include "indexer/extract/date_text.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <tuple>

using namespace broadsheet;
using namespace broadsheet::indexer;

namespace {

const Instant now = *parse_timestamp("2026-11-23T12:00:00Z")->instant;

std::string parsed(const std::string& text, const std::string& language) {
  const auto timestamp = parse_date(text, language, now);
  return timestamp ? format_timestamp(*timestamp) : "none";
}

std::string shown(const std::optional<Timestamp>& timestamp) {
  return timestamp ? format_timestamp(*timestamp) : "none";
}

}  // namespace

TEST_CASE("a date is read as the world writes it", "[date_text]") {
  const auto [text, language, expected] = GENERATE(table<std::string, std::string, std::string>({
      {"2021-03-19", "", "2021-03-19"},
      {"2021-03-19T08:38:00-04:00", "", "2021-03-19T08:38:00-04:00"},
      {"2021-03-19 08:38:00.000000 UTC", "", "2021-03-19T08:38:00Z"},
      {"2021-03-19T08:38:00-0400[America/New_York]", "", "2021-03-19T08:38:00-04:00"},
      {"20210319T083800-0400", "", "2021-03-19T08:38:00-04:00"},
      {"20210319083800", "", "2021-03-19T08:38:00Z"},
      {"1616143080", "", "2021-03-19T08:38:00Z"},
      {"1616143080000", "", "2021-03-19T08:38:00Z"},
      {"Fri, 19 Mar 2021 08:38:00 GMT", "", "2021-03-19T08:38:00Z"},
      {"Fri, 19 Mar 2021 08:38:00 EDT", "", "2021-03-19T08:38:00-04:00"},
      {"Fri, 19 Mar 21 08:38:00 +0100", "", "none"},
      {"19-MAR-1987 15:17:11.20", "", "1987-03-19T15:17:11Z"},
      {"19-MAR-87", "", "1987-03-19"},
      {"Fri Mar 19 08:38:00 EDT 2021", "", "2021-03-19T08:38:00-04:00"},
      {"March 19, 2021", "en", "2021-03-19"},
      {"Mar. 19th, 2021", "en", "2021-03-19"},
      {"MARCH 19 2021", "", "2021-03-19"},
      {"Friday, March 19, 2021 at 8:38 p.m. ET", "en", "2021-03-19T20:38:00-04:00"},
      {"December 19, 2021 8:38 AM PT", "en", "2021-12-19T08:38:00-08:00"},
      {"10:30 AM EDT, Fri March 19, 2021", "en", "2021-03-19T10:30:00-04:00"},
      {"12:05 am March 19, 2021", "en", "2021-03-19T00:05:00Z"},
      {"Sept. 9, 2021", "en", "2021-09-09"},
      {"19 March 2021 10:30 CET", "en", "2021-03-19T10:30:00+01:00"},
      {"19 March 2021, 10:30 GMT+5:30", "en", "2021-03-19T10:30:00+05:30"},
      {"the 19th of March, 2021", "en", "2021-03-19"},
      {"19.03.2021", "de", "2021-03-19"},
      {"19.03.21", "de", "2021-03-19"},
      {"19. 3. 2021", "cs", "2021-03-19"},
      {"3/19/2021", "en", "2021-03-19"},
      {"3/4/2021", "en-US", "2021-03-04"},
      {"3/4/2021", "en", "2021-03-04"},
      {"3/4/2021", "en-GB", "2021-04-03"},
      {"3/4/2021", "fr", "2021-04-03"},
      {"3.4.2021", "en-US", "2021-04-03"},
      {"19-03-2021", "nl", "2021-03-19"},
      {"2021/3/19", "", "2021-03-19"},
      {"2021. 3. 19.", "ko", "2021-03-19"},
      {"19. März 2021, 10:30 Uhr", "de", "2021-03-19T10:30:00Z"},
      {"19. Jänner 2021", "de", "2021-01-19"},
      {"vendredi 19 mars 2021 à 10h30", "fr", "2021-03-19T10:30:00Z"},
      {"1er août 2021", "fr", "2021-08-01"},
      {"mar. 2 févr. 2021", "fr", "2021-02-02"},
      {"19 de marzo de 2021", "es", "2021-03-19"},
      {"19 de marzo del 2021", "es", "2021-03-19"},
      {"19 marzo 2021", "it", "2021-03-19"},
      {"19 de março de 2021 às 10h30", "pt", "2021-03-19T10:30:00Z"},
      {"19 maart 2021", "nl", "2021-03-19"},
      {"19 mars 2021 kl. 10.30", "sv", "2021-03-19T10:30:00Z"},
      {"19. marts 2021", "da", "2021-03-19"},
      {"19. mai 2021", "no", "2021-05-19"},
      {"19. maaliskuuta 2021", "fi", "2021-03-19"},
      {"19 marca 2021", "pl", "2021-03-19"},
      {"19 września 2021", "pl", "2021-09-19"},
      {"19. března 2021", "cs", "2021-03-19"},
      {"19. marca 2021", "sk", "2021-03-19"},
      {"2021. március 19.", "hu", "2021-03-19"},
      {"19 martie 2021", "ro", "2021-03-19"},
      {"19 Mart 2021", "tr", "2021-03-19"},
      {"19 Şubat 2021", "tr", "2021-02-19"},
      {"19 марта 2021", "ru", "2021-03-19"},
      {"19 марта 2021 г., 10:30 МСК", "ru", "2021-03-19T10:30:00Z"},
      {"19 березня 2021", "uk", "2021-03-19"},
      {"19 Μαρτίου 2021", "el", "2021-03-19"},
      {"19 Maret 2021", "id", "2021-03-19"},
      {"19 tháng 3 năm 2021", "vi", "2021-03-19"},
      {"19 tháng 3, 2021", "vi", "2021-03-19"},
      {"19 مارس 2021", "ar", "2021-03-19"},
      {"١٩ مارس ٢٠٢١", "ar", "2021-03-19"},
      {"19 كانون الثاني 2021", "ar", "2021-01-19"},
      {"۲۹ اسفند ۱۳۹۹", "fa", "2021-03-19"},
      {"19 במרץ 2021", "he", "2021-03-19"},
      {"2021年3月19日", "ja", "2021-03-19"},
      {"2021年3月19日 10時30分", "ja", "2021-03-19T10:30:00Z"},
      {"2021年03月19日10:30", "zh", "2021-03-19T10:30:00Z"},
      {"2021년 3월 19일 오후 3:05", "ko", "2021-03-19T15:05:00Z"},
      {"19 มีนาคม 2564", "th", "2021-03-19"},
      {"2021 m. kovo 19 d.", "lt", "2021-03-19"},
      {"Published on March 19, 2021", "en", "2021-03-19"},
  }));
  CAPTURE(text, language);

  CHECK(parsed(text, language) == expected);
}

TEST_CASE("no day is invented", "[date_text]") {
  const std::string text =
      GENERATE(as<std::string>{}, "", "March 2021", "2021-03", "2021", "March 19", "2 hours ago",
               "yesterday", "31 February 2021", "2021-02-31", "1 January 9999", "9999-01-01",
               "19 March 1066", "10:30", "version 2021.3.4.5", "Room 12 was let on March 19, 2021",
               "in 2021 March came with 19 storms and left many dead there", "2026-11-27",
               "19/20/2021", "one 12.5.3");
  CAPTURE(text);

  CHECK(parsed(text, "en") == "none");
}

TEST_CASE("publication and update are told apart in a visible text", "[date_text]") {
  const auto [text, language, published, modified] =
      GENERATE(table<std::string, std::string, std::string, std::string>({
          {"Published: Fri 19 Mar 2021, updated 21 March 2021", "en", "2021-03-19", "2021-03-21"},
          {"Updated 10:30 AM EDT, Fri March 19, 2021", "en", "none", "2021-03-19T10:30:00-04:00"},
          {"By Jane Doe | March 19, 2021 | 8:38 pm", "en", "2021-03-19T20:38:00Z", "none"},
          {"Erstellt: 19.03.2021, 10:30 Uhr, Aktualisiert: 20.03.2021, 9:00 Uhr", "de",
           "2021-03-19T10:30:00Z", "2021-03-20T09:00:00Z"},
          {"Publié le 19 mars 2021 à 10h30, mis à jour le 20 mars 2021 à 11h00", "fr",
           "2021-03-19T10:30:00Z", "2021-03-20T11:00:00Z"},
          {"公開：2021年3月19日 更新：2021年3月20日", "ja", "2021-03-19", "2021-03-20"},
          {"2 hours ago", "en", "none", "none"},
          {"no date here, only 12 apples", "en", "none", "none"},
      }));
  CAPTURE(text);

  const VisibleDates dates = find_dates(text, language, now);

  CHECK(shown(dates.published) == published);
  CHECK(shown(dates.modified) == modified);
}

TEST_CASE("the path of a URL may hold the day", "[date_text]") {
  const auto [url, expected] = GENERATE(table<std::string, std::string>({
      {"https://example.com/2021/03/19/putin-invites", "2021-03-19"},
      {"https://example.com/news/2021-03-19-title.html", "2021-03-19"},
      {"https://example.com/20210319/title", "2021-03-19"},
      {"https://example.com/world/2021/mar/19/title", "2021-03-19"},
      {"https://example.com/2021/0319/c90000.html", "2021-03-19"},
      {"https://example.com/2021/3/9/title", "2021-03-09"},
      {"https://example.com/2021/03/title", "none"},
      {"https://example.com/2021/13/19/title", "none"},
      {"https://example.com/article-120210319", "none"},
      {"https://example.com/a?date=2021-03-19", "none"},
      {"https://2021-03-19.example.com/", "none"},
      {"https://example.com/2031/03/19/", "none"},
      {"not a url", "none"},
  }));
  CAPTURE(url);

  const auto day = date_in_url(url, now);

  CHECK((day ? format_day(*day) : "none") == expected);
}

TEST_CASE("a word for publication announces the date", "[date_text]") {
  const auto [text, day, announced] = GENERATE(table<std::string, std::string, bool>({
      {"Published: 19 March 2021", "2021-03-19", true},
      {"Veröffentlicht am 19.03.2021", "2021-03-19", true},
      {"Erschienen am: 19.03.2021", "2021-03-19", true},
      {"Publié le 19 mars 2021", "2021-03-19", true},
      {"Dienstag, 16.03.2021, veröffentlicht am 19.03.2021", "2021-03-19", true},
      {"19 March 2021", "2021-03-19", false},
      {"Updated 19 March 2021", "", false},
  }));
  CAPTURE(text);

  const VisibleDates dates = find_dates(text, "", now);

  CHECK(dates.announced == announced);
  CHECK((dates.published ? format_day(dates.published->day) : "") == day);
}

TEST_CASE("a URL may tell the month", "[date_text]") {
  const auto month = month_in_url("https://m.example/news/2021/03/title", now);

  REQUIRE(month);
  CHECK(*month == std::chrono::year(2021) / 3);
  CHECK_FALSE(month_in_url("https://m.example/2021/13/title", now));
  CHECK_FALSE(month_in_url("https://m.example/2021/3", now));
  CHECK_FALSE(month_in_url("https://m.example/1021/03/title", now));
}

TEST_CASE("more ways to write a day", "[date_text]") {
  const auto [text, language] = GENERATE(table<std::string, std::string>({
      {"19. März '21", "de"},
      {"19. März 21", "de"},
      {"2021. gada 19. martā", "lv"},
      {"19 มี.ค. 2564", "th"},
      {"১৯ মার্চ ২০২১", "bn"},
      {"19 மார்ச் 2021", "ta"},
      {"19 مارچ 2021", "ur"},
  }));
  CAPTURE(text);

  const auto date = parse_date(text, language, now);

  REQUIRE(date);
  CHECK(format_day(date->day) == "2021-03-19");
}
