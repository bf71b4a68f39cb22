#include "indexer/extract/title_text.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet::indexer;

TEST_CASE("the site's name is cut off a title", "[title_text]") {
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
      {"Storm closes the harbour » World", "Storm closes the harbour"},
      {"Four years for « the Viscount » and friends",
       "Four years for « the Viscount » and friends"},
      {"Four years for « the Viscount »", "Four years for « the Viscount »"},
  }));
  CAPTURE(title);

  CHECK(strip_site_name(title, {"Example News"}, "www.example-news.com") == expected);
}

TEST_CASE("titles agree by their words, not by their case and accents", "[title_text]") {
  CHECK(title_agreement("Storm closes harbour", "STORM CLOSES HÁRBOUR!") == Approx(1));
  CHECK(title_agreement("Storm closes harbour", "Cats win prize") == Approx(0));
  CHECK(title_agreement("a b c d", "a b x y") == Approx(0.5));
  CHECK(title_agreement("", "") == Approx(0));
}

TEST_CASE("a site's name may hold a separator", "[title_text]") {
  CHECK(strip_site_name("Nesting starts - Gulls - A Harbour Blog", {"Gulls - A Harbour Blog"},
                        "") == "Nesting starts");
}

TEST_CASE("a word of the site's name before a colon is part of the headline", "[title_text]") {
  CHECK(strip_site_name("Report: storm closes the harbour", {}, "www.harbour-reports.example") ==
        "Report: storm closes the harbour");
  CHECK(strip_site_name("Harbour Reports: storm closes the port", {}, "harbour-reports.example") ==
        "storm closes the port");
}

TEST_CASE("the site's whole name is told from a headline that holds it", "[title_text]") {
  const SiteNames sites({"The Example Post"}, "www.examplepost.co.uk");

  CHECK(sites.is_site("Example Post"));
  CHECK(sites.is_site("examplepost"));
  CHECK_FALSE(sites.is_site("Example Post Online"));
  CHECK(sites.is_site_part("Example Post Online"));
  CHECK_FALSE(sites.is_site(""));
}

TEST_CASE("a part of a title stands between separators", "[title_text]") {
  const auto [part, title, expected] = GENERATE(table<std::string, std::string, bool>({
      {"Storm closes harbour", "Storm closes harbour - Example", true},
      {"STORM CLOSES HARBOUR", "Example » News » Storm closes harbour", true},
      {"Storm closes", "Storm closes harbour - Example", false},
      {"made", "Self-made storms", false},
      {"storm", "Storm: the pictures", true},
      {"港口关闭了", "港口关闭了-例子网", true},
      {"港口关闭了", "港口关闭了_例子网", true},
      {"Storm closes harbour", "Storm closes harbour", false},
      {"Four years for", "Four years for « the Viscount »", false},
      {"", "Storm", false},
      {"Storm", "", false},
  }));
  CAPTURE(part, title);

  CHECK(is_part_of_title(part, title) == expected);
}

TEST_CASE("a page's own title is not its site's name", "[title_text]") {
  CHECK(is_own_title("Storm closes port | The Post", "Storm closes port | The Post",
                     {"Storm closes port"}));
  CHECK(is_own_title("Storm closes port", "Storm closes port | The Post",
                     {"Storm closes port", "Storm closes port"}));
  CHECK(is_own_title("/", "Storm closes port", {}));
  CHECK_FALSE(is_own_title("The Post", "Storm closes port | The Post", {"Storm closes port"}));
  CHECK_FALSE(is_own_title("The Post", "The Post", {"Storm closes port"}));
  CHECK_FALSE(is_own_title("The Post", "The Post", {"The Post"}));
}

TEST_CASE("a site's name ends where its slogan begins", "[title_text]") {
  const auto [name, expected] = GENERATE(table<std::string, std::string>({
      {"Harbour Post - News from the pier and the coast", "Harbour Post"},
      {"Harbour Post | Fresh every morning since long ago", "Harbour Post"},
      {"Harbour Post - Online", "Harbour Post - Online"},
      {"News of the coast - the best of the Harbour Post",
       "News of the coast - the best of the Harbour Post"},
      {"The Post of the Harbour and of all the Coast",
       "The Post of the Harbour and of all the Coast"},
  }));
  CAPTURE(name);

  CHECK(without_slogan(name, "www.harbourpost.example") == expected);
}
