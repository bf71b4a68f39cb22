#include "indexer/extract/headline.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet::indexer;

namespace {

HeadingText heading(const std::string& text, int level = 1) {
  HeadingText result;
  result.text = result.bare = text;
  result.level = level;
  return result;
}

HeadingText branding(const std::string& text) {
  HeadingText result = heading(text);
  result.is_branding = true;
  return result;
}

}  // namespace

TEST_CASE("the h1 that agrees with the other sources is the headline", "[headline]") {
  HeadlineCandidates page;
  page.headings = {heading("Example News"), heading("Storm closes the harbour for a third day"),
                   heading("Most read")};
  page.ld_headline = "Harbour closed for third day by storm";
  page.og_title = "Storm closes harbour | Example News";
  page.site_names = {"Example News"};

  const Headline headline = choose_headline(page);

  CHECK(headline.text == "Storm closes the harbour for a third day");
  CHECK(headline.source == std::string("h1"));
}

TEST_CASE("without a fitting h1 the best of the others is taken", "[headline]") {
  HeadlineCandidates page;
  page.headings = {heading("Newsletters"), heading("Weather")};
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
  page.headings = {heading("EXCLUSIVE Storm closes the harbour")};
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

TEST_CASE("a lone h1 as long as a headline beats titles for search engines", "[headline]") {
  HeadlineCandidates page;
  page.headings = {heading("The old cinema opens again, with its smell")};
  page.ld_headline = "Mill Town films: tickets, opening times";
  page.og_title = page.ld_headline;

  CHECK(choose_headline(page).text == page.headings.front().text);
}

TEST_CASE("a lone h1 of few words that nothing agrees with is a section's", "[headline]") {
  HeadlineCandidates page;
  page.headings = {heading("Latest news")};
  page.og_title = "Storm closes the harbour";

  CHECK(choose_headline(page).text == "Storm closes the harbour");
}

TEST_CASE("the site's own h1 is no headline and is cut off titles", "[headline]") {
  HeadlineCandidates page;
  page.headings = {branding("Gulls - A Harbour Blog"), heading("Nesting starts")};
  page.title = "Nesting starts - Gulls - A Harbour Blog";

  CHECK(choose_headline(page).text == "Nesting starts");

  page.headings = {branding("Gulls - A Harbour Blog")};
  CHECK(choose_headline(page).text == "Nesting starts");
}

TEST_CASE("what is marked as the site's own but says a title is a headline", "[headline]") {
  HeadlineCandidates page;
  page.headings = {branding("Nesting starts on the pier")};
  page.og_title = "Nesting starts on the pier - Gulls";
  page.site_names = {"Gulls"};

  CHECK(choose_headline(page).text == "Nesting starts on the pier");
}

TEST_CASE("a lower heading that stands in a title beats an h1 that does not", "[headline]") {
  HeadlineCandidates page;
  page.headings = {heading("News and views"), heading("Storm closes the harbour", 2),
                   heading("Related", 3)};
  page.title = "Example Blog » Archive » Storm closes the harbour";

  const Headline headline = choose_headline(page);

  CHECK(headline.text == "Storm closes the harbour");
  CHECK(headline.source == std::string("heading"));
}

TEST_CASE("an h1 that stands in a title is kept", "[headline]") {
  HeadlineCandidates page;
  page.headings = {heading("Purple Gulls"), heading("The Harbour Quartet", 2)};
  page.title = "The Harbour Quartet – Purple Gulls songs and words to sing along";

  CHECK(choose_headline(page).text == "Purple Gulls");
}

TEST_CASE("without headings a line of the page tells the headline from its suffix", "[headline]") {
  HeadlineCandidates page;
  page.title = "Storm closes the harbour - What we know";
  page.lines = {"Home", "Storm closes the harbour", "The storm came at night."};

  const Headline headline = choose_headline(page);

  CHECK(headline.text == "Storm closes the harbour");
  CHECK(headline.source == std::string("line"));
}

TEST_CASE("a page that calls its site by its own title still has a headline", "[headline]") {
  HeadlineCandidates page;
  page.headings = {heading("Storm closes the harbour")};
  page.og_title = "Storm closes the harbour";
  page.title = "Storm closes the harbour | The Example Post";
  page.site_names = {"Storm closes the harbour"};

  CHECK(choose_headline(page).text == "Storm closes the harbour");
}

TEST_CASE("a headline with the site's name in it is a headline", "[headline]") {
  HeadlineCandidates page;
  page.headings = {heading("We are Gullery")};
  page.og_title = "We are Gullery";
  page.title = "We are Gullery - Gullery";
  page.host = "www.gullery.example";

  CHECK(choose_headline(page).text == "We are Gullery");
}

TEST_CASE("a heading's kicker and subtitle are left out unless titles have them", "[headline]") {
  HeadlineCandidates page;
  HeadingText h1 = heading("Harbour: Storm closes the port");
  h1.bare = "Storm closes the port";
  page.headings = {h1};
  page.og_title = "Storm shuts the port | Example";

  CHECK(choose_headline(page).text == "Storm closes the port");

  page.og_title = "Harbour: Storm closes the port | Example";
  CHECK(choose_headline(page).text == "Harbour: Storm closes the port");
}

TEST_CASE("the page's address speaks for a short h1", "[headline]") {
  HeadlineCandidates page;
  page.headings = {heading("Harbour West")};
  page.title = "Trips along the coast";
  page.path = "/trips/harbour-west.html";

  CHECK(choose_headline(page).text == "Harbour West");
}

TEST_CASE("equal h1s count as one", "[headline]") {
  HeadlineCandidates page;
  page.headings = {heading("How we set up our net loft"), heading("How we set up our net loft")};
  page.og_title = "Net lofts: prices, opening hours";

  CHECK(choose_headline(page).text == "How we set up our net loft");
}

TEST_CASE("of several h1s that nothing speaks for the one called a headline is taken",
          "[headline]") {
  HeadlineCandidates page;
  page.headings = {heading("Business Monday"), heading("Fishers ask for longer days"),
                   heading("Comments")};
  page.headings[1].is_named = true;
  page.title = "When the boats may leave";

  CHECK(choose_headline(page).text == "Fishers ask for longer days");
}

TEST_CASE("of several h1s that nothing speaks for the first may be a headline", "[headline]") {
  HeadlineCandidates page;
  page.headings = {heading("Gifts that we should like to get"), heading("Write to us today")};
  page.og_title = "Midwinter guide";

  CHECK(choose_headline(page).text == "Gifts that we should like to get");

  page.headings.front().text = page.headings.front().bare = "Write to us";
  CHECK(choose_headline(page).text == "Midwinter guide");
}

TEST_CASE("an h1 in navigation is taken only if it says what a title says", "[headline]") {
  HeadlineCandidates page;
  HeadingText crumb = heading("Storm closes the harbour");
  crumb.is_in_navigation = true;
  page.headings = {crumb};
  page.og_title = "Storm closes the harbour";
  page.ld_headline = "Harbour: boats stay in port";

  CHECK(choose_headline(page).text == "Storm closes the harbour");

  page.og_title = page.ld_headline;
  CHECK(choose_headline(page).text == "Harbour: boats stay in port");
}

TEST_CASE("JSON-LD and og together restore a kicker that a trail's h1 leaves out", "[headline]") {
  HeadlineCandidates page;
  page.headings = {heading("Storm closes the port"), heading("Harbour Storm closes the port", 2)};
  page.ld_headline = page.og_title = "Harbour: Storm closes the port";

  CHECK(choose_headline(page).text == "Harbour: Storm closes the port");
}

TEST_CASE("a title cut at a hundred characters gives way to the whole one", "[headline]") {
  const std::string beginning =
      "The storm that closed the harbour for three days in a row and what the people of the town "
      "made of it";
  HeadlineCandidates page;
  page.ld_headline = beginning;
  page.og_title = beginning + " afterwards";

  CHECK(choose_headline(page).text == page.og_title);
}
