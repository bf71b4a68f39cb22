#include "indexer/extract/page_date.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "indexer/extract/extract.hpp"
#include "indexer/extract/html_page.hpp"

using namespace broadsheet;
using namespace broadsheet::indexer;

namespace {

const std::string story =
    "<p>The old cinema in Mill Lane will open again in autumn, the town council decided on Tuesday "
    "evening after two hours of debate.</p>"
    "<p>The building has stood empty since the flood of nine years ago, when the water reached the "
    "third row of its seats.</p>"
    "<p>A society of two hundred members will run it and show a film every Friday, as well as the "
    "school's theatre in summer.</p>";

Extraction extraction_of(const std::string& head, const std::string& above,
                         const std::string& below = "", const std::string& after = "") {
  RawItem item;
  item.content = "<html lang=en-GB><head>" + head + "</head><body><main>" + above +
                 "<h1>Cinema opens again</h1>" + below + story + after + "</main></body></html>";
  auto extraction =
      extract_html(item, Instant(std::chrono::sys_days(std::chrono::year(2025) / 1 / 1)));
  REQUIRE(extraction);
  return *extraction;
}

std::string day_of(const Extraction& extraction) {
  const auto& published = extraction.article.published;
  return published ? format_day(published->day) : "";
}

std::string published_time(const std::string& time) {
  return "<meta property=article:published_time content='" + time + "'>";
}

bool has_note(const Extraction& extraction, const std::string& text) {
  return std::ranges::any_of(extraction.notes, [&](const std::string& note) {
    return note.find(text) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("the date shown below the headline is the publisher's word", "[page_date]") {
  const auto [shown, day] = GENERATE(table<std::string, std::string>({
      {"<p>12 May 2024</p>", "2024-05-12"},
      {"<p><b>Culture</b><i>12 May 2024</i></p>", "2024-05-12"},
      {"<p>Published 12 May 2024, updated 13 May 2024</p>", "2024-05-12"},
      {"<p>Updated 12 May 2024</p>", "2024-05-02"},
      {"", "2024-05-02"},
  }));
  CAPTURE(shown);

  const Extraction extraction =
      extraction_of(published_time("2024-05-02T10:00:00+01:00"), "", shown);

  CHECK(day_of(extraction) == day);
  CHECK(has_note(extraction, "date refused") == (day == "2024-05-12"));
  CHECK(extraction.article.published_evidence ==
        (day == "2024-05-12" ? DateEvidence::visible : DateEvidence::meta));
}

TEST_CASE("a date of numbers is read as the page's data has it", "[page_date]") {
  const Extraction extraction =
      extraction_of(published_time("2024-10-03T10:00:00+02:00"), "", "<p>10/03/2024</p>");

  CHECK(day_of(extraction) == "2024-10-03");
  CHECK(extraction.article.published_evidence == DateEvidence::meta);
}

TEST_CASE("a time in UTC gets the day that the page shows", "[page_date]") {
  const Extraction extraction =
      extraction_of(published_time("2024-05-11T23:30:00Z"), "", "<p>12 May 2024</p>");

  CHECK(format_timestamp(*extraction.article.published) == "2024-05-12T00:30:00+01:00");
  CHECK(extraction.article.published_evidence == DateEvidence::meta);
}

TEST_CASE("a claim later than the day in the URL is refused", "[page_date]") {
  const Extraction extraction =
      extraction_of(published_time("2024-05-20T10:00:00Z") +
                        "<link rel=canonical href=https://m.example/2024/05/12/cinema>",
                    "");

  CHECK(day_of(extraction) == "2024-05-12");
  CHECK(extraction.article.published_evidence == DateEvidence::url);
  CHECK(has_note(extraction, "later than the URL's"));
}

TEST_CASE("an implausible claim is refused by its words", "[page_date]") {
  const Extraction extraction = extraction_of(published_time("0001-01-01T00:00:00"), "");

  CHECK(day_of(extraction).empty());
  CHECK(has_note(extraction, "date refused: 0001-01-01T00:00:00, no plausible date"));
}

TEST_CASE("elements other than <time> carry dates in attributes", "[page_date]") {
  const std::string element = GENERATE(
      as<std::string>{}, "<abbr class=published title='2024-05-12T10:52:00+02:00'>10:52</abbr>",
      "<span data-timestamp=1715504400>yesterday</span>",
      "<span class=post-date title='12 May 2024'>a day ago</span>");
  CAPTURE(element);

  const Extraction extraction = extraction_of("", "", element);

  CHECK(day_of(extraction) == "2024-05-12");
  CHECK(extraction.article.published_evidence == DateEvidence::time_tag);
}

TEST_CASE("an announced date goes before a <time> of anything", "[page_date]") {
  CHECK(day_of(extraction_of("", "<time datetime=2024-06-01></time>",
                             "<p>Mill Lane</p><p>Published on 12 May 2024</p>")) == "2024-05-12");
}

TEST_CASE("visible dates of another month than the URL's are not the story's", "[page_date]") {
  const std::string head = "<link rel=canonical href=https://m.example/2024/05/cinema>";

  CHECK(day_of(extraction_of(head, "<p>Today: 1 December 2024</p>", "", "<p>12 May 2024</p>")) ==
        "2024-05-12");
  CHECK(day_of(extraction_of(head, "<p>1 December 2024</p>")).empty());
}

TEST_CASE("dates of readers' comments are not the story's", "[page_date]") {
  CHECK(day_of(extraction_of("", "", "", "<div class=comments><p>1 December 2024</p></div>"))
            .empty());
}

TEST_CASE("where all else is silent weaker evidence counts, with less confidence", "[page_date]") {
  const auto [head, below, evidence] = GENERATE(table<std::string, std::string, DateEvidence>({
      {"",
       "<p>MILL LANE, 12 May 2024 - The old cinema, long empty, will show films again, said the "
       "mayor at the town hall, and children will have theatre there in the summer.</p>",
       DateEvidence::visible},
      {"<meta property=article:modified_time content=2024-05-12>", "", DateEvidence::page},
      {"<script>page = {\"publishedAt\": \"2024-05-12\"}</script>", "", DateEvidence::page},
      {"<link rel=canonical href=https://m.example/2024/05/cinema>",
       "<img src=/pictures/2024/05/12/cinema.jpg>", DateEvidence::page},
  }));
  CAPTURE(head, below);

  const Extraction extraction = extraction_of(head, "", below);

  CHECK(day_of(extraction) == "2024-05-12");
  CHECK(extraction.article.published_evidence == evidence);
  CHECK(extraction.article.published_confidence <= 0.5F);
}
