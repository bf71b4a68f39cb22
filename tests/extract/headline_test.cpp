#include "indexer/extract/headline.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet::indexer;

TEST_CASE("the h1 that agrees with the other sources is the headline", "[headline]") {
  HeadlineCandidates page;
  page.h1s = {"Example News", "Storm closes the harbour for a third day", "Most read"};
  page.ld_headline = "Harbour closed for third day by storm";
  page.og_title = "Storm closes harbour | Example News";
  page.site_names = {"Example News"};

  const Headline headline = choose_headline(page);

  CHECK(headline.text == "Storm closes the harbour for a third day");
  CHECK(headline.source == std::string("h1"));
}

TEST_CASE("without a fitting h1 the best of the others is taken", "[headline]") {
  HeadlineCandidates page;
  page.h1s = {"Newsletters", "Weather"};
  page.og_title = "Storm closes the harbour - Example News";
  page.title = "Storm closes the harbour - World - Example News";
  page.host = "www.examplenews.co.uk";

  const Headline headline = choose_headline(page);

  CHECK(headline.text == "Storm closes the harbour");
  CHECK(headline.source == std::string("og"));
}

TEST_CASE("references in a headline are decoded, twice where needed", "[headline]") {
  HeadlineCandidates page;
  page.ld_headline = "Fish &amp;amp; chips: &quot;never&quot; again &#8211; mayor";

  CHECK(choose_headline(page).text == "Fish & chips: \"never\" again – mayor");
}

TEST_CASE("a kicker within the h1 is dropped if another source has none", "[headline]") {
  HeadlineCandidates page;
  page.h1s = {"EXCLUSIVE Storm closes the harbour"};
  page.ld_headline = "Storm closes the harbour";

  CHECK(choose_headline(page).text == "Storm closes the harbour");
}

TEST_CASE("a headline cut short gives way to the whole one", "[headline]") {
  HeadlineCandidates page;
  page.ld_headline = "Storm closes the harbour for a third...";
  page.og_title = "Storm closes the harbour for a third day";

  CHECK(choose_headline(page).text == "Storm closes the harbour for a third day");
}

TEST_CASE("a page without titles has no headline", "[headline]") {
  CHECK(choose_headline({}).text.empty());
  CHECK(choose_headline({}).source == std::string());
}

TEST_CASE("the site's name is cut off a title", "[headline]") {
  const auto [title, expected] = GENERATE(table<std::string, std::string>({
      {"Storm closes the harbour | Example News", "Storm closes the harbour"},
      {"Storm closes the harbour - Example News", "Storm closes the harbour"},
      {"Example News: Storm closes the harbour", "Storm closes the harbour"},
      {"Storm closes the harbour - World | Example News", "Storm closes the harbour"},
      {"Storm closes the harbour | World", "Storm closes the harbour"},
      {"Storm closes the harbour - mayor", "Storm closes the harbour - mayor"},
      {"City – United 2:1", "City – United 2:1"},
      {"Analysis: Storm closes the harbour", "Analysis: Storm closes the harbour"},
      {"Example News", "Example News"},
  }));
  CAPTURE(title);

  CHECK(strip_site_name(title, {"Example News"}, "www.example-news.com") == expected);
}

TEST_CASE("titles agree by their words, not by their case and accents", "[headline]") {
  CHECK(title_agreement("Storm closes harbour", "STORM CLOSES HÁRBOUR!") == Approx(1));
  CHECK(title_agreement("Storm closes harbour", "Cats win prize") == Approx(0));
  CHECK(title_agreement("a b c d", "a b x y") == Approx(0.5));
  CHECK(title_agreement("", "") == Approx(0));
}

TEST_CASE("a lone h1 as long as a headline beats titles for search engines", "[headline]") {
  HeadlineCandidates page;
  page.h1s = {"The old cinema opens again, with its smell"};
  page.ld_headline = "Mill Town films: tickets, opening times";
  page.og_title = page.ld_headline;

  CHECK(choose_headline(page).text == page.h1s.front());
}

TEST_CASE("a lone h1 of few words that nothing agrees with is a section's", "[headline]") {
  HeadlineCandidates page;
  page.h1s = {"News and views"};
  page.og_title = "Storm closes the harbour";

  CHECK(choose_headline(page).text == "Storm closes the harbour");
}
