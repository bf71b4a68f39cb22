#include "searcher/highlight.hpp"

#include <catch2/catch.hpp>

#include "searcher/query_parser.hpp"
#include "searcher/snapshot.hpp"
#include "tests/searcher/search_helpers.hpp"

namespace broadsheet::searcher {
namespace {

// The snippet of an article with these paragraphs, by a real search.
std::string snippet(const std::string& query, const std::vector<std::string>& body,
                    const std::string& language = "en") {
  Article article = make_article("a", "A headline of its own", "");
  article.language = language;
  article.body = body;
  const TestIndex index({article});
  // Any query finds it.
  const SearchResponse response = search(*open_searcher(index), {{"q", query + " headline"}});
  REQUIRE(response.results.size() == 1);
  return marked(response.results[0].snippet);
}

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

const std::string filler =
    "The council met on Tuesday evening and heard reports from all its committees. The minutes "
    "of the last meeting were read and approved without a vote. Nobody had questions about them. "
    "The chair thanked those who had come in spite of the weather and opened the floor. ";

}  // namespace

TEST_CASE("a short body is shown whole", "[highlight]") {
  CHECK(snippet("ferry", {"The ferry sank.", "Nobody was hurt."}) ==
        "The [ferry] sank. Nobody was hurt.");
}

TEST_CASE("words are marked by their stems, possessives without the s", "[highlight]") {
  CHECK(snippet("ferries", {"The ferry's crew and other ferries."}) ==
        "The [ferry]'s crew and other [ferries].");
  CHECK(snippet("élections", {"Les élections et l'élection."}, "fr") ==
        "Les [élections] et l'[élection].");
  CHECK(snippet("U.S.", {"The U.S. told us."}) == "The [U.S]. told us.");
}

TEST_CASE("a quoted word is marked as it is written, in no other form", "[highlight]") {
  CHECK(snippet("\"ferries\" headline", {"The ferry and the Ferries."}) ==
        "The ferry and the [Ferries].");
  CHECK(snippet("\"ferries\" crew", {"Ferries, a ferry, the crews."}) ==
        "[Ferries], a ferry, the [crews].");
}

TEST_CASE("stop words are marked only where nothing else was asked for", "[highlight]") {
  CHECK(snippet("the ferry", {"The ferry of the town."}) == "The [ferry] of the town.");
}

TEST_CASE("without a query word in it, the body's beginning is shown", "[highlight]") {
  const std::string shown = snippet("absent", {filler + filler});

  CHECK(shown.starts_with("The council met on Tuesday evening"));
  CHECK(characters(shown) <= snippet_characters + 1);
}

TEST_CASE("the passage with most of the query is shown, from a sentence's start", "[highlight]") {
  const std::string shown =
      snippet("ferry harbour",
              {filler + "A ferry was mentioned.", filler,
               filler +
                   "The old ferry left the harbour at noon with forty people on board. Then "
                   "it was over. " +
                   filler});

  CHECK_THAT(shown, Catch::StartsWith("The old [ferry] left the [harbour] at noon"));
  CHECK(characters(shown) <= snippet_characters + 2 + 4);  // Ellipses and brackets.
}

TEST_CASE("a sentence that is too long is cut at words, and that is shown", "[highlight]") {
  std::string long_sentence = "It began";
  for (int i = 0; i < 60; ++i) long_sentence += " with something else";
  long_sentence += " before the ferry came";
  for (int i = 0; i < 60; ++i) long_sentence += " and many other things";

  const std::string shown = snippet("ferry", {long_sentence + "."});

  CHECK_THAT(shown, Catch::StartsWith("…") && Catch::EndsWith("…"));
  CHECK_THAT(shown, Catch::Contains("before the [ferry] came and many"));
  CHECK(characters(shown) <= snippet_characters + 4);
}

TEST_CASE("overlapping pairs of Chinese characters are marked as one run", "[highlight]") {
  CHECK(snippet("京大学", {"他在北京大学学习。"}, "zh") == "他在北[京大学]学习。");
}

TEST_CASE("text without spaces is cut at a character", "[highlight]") {
  std::string text;
  for (int i = 0; i < 600; ++i) text += "学";

  const std::string shown = snippet("absent", {text}, "zh");

  CHECK(characters(shown) == snippet_characters + 1);
  CHECK_THAT(shown, Catch::EndsWith("学…"));
}

TEST_CASE("an article without a body has an empty snippet", "[highlight]") {
  CHECK(snippet("headline", {}).empty());
}

TEST_CASE("a segment of a very long body is found only where stories tell what they are about",
          "[highlight]") {
  std::vector<std::string> body(400, filler);
  body.push_back("The ferry sank.");

  CHECK_THAT(snippet("ferry", body), Catch::StartsWith("The council met"));
}

}  // namespace broadsheet::searcher
