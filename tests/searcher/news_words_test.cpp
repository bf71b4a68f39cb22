// Whole searches for words that other engines trip over.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/searcher/search_helpers.hpp"

namespace broadsheet::searcher {
namespace {

using Ids = std::vector<std::string>;

Article article_in(const std::string& language, const std::string& id, const std::string& body) {
  Article article = make_article(id, "", body);
  article.language = language;
  return article;
}

std::vector<Article> articles() {
  Article person = make_article("person", "Council split over budget",
                                "Mayor Jamie Banks spoke. Banks, 51, left early.");
  person.people = {{"Jamie Banks", 2, true}};
  return {
      person,
      make_article("money", "Two banks fail", "A bank lent $5m, then £2.3bn."),
      make_article("america", "US envoy lands", "The U.S. envoy said $5 million was spent."),
      make_article("told", "Ferry crew tells all", "They told us who did it, and how."),
      make_article("health", "WHO warns of fever", "The agency spoke of 25% more cases."),
      make_article("shouted", "FARMERS WHO GREW WHEAT", "Prices rose by 25 per cent."),
      make_article("truce", "Cease-fire holds", "The truce by the lake."),
      make_article("fighting", "New ceasefire talks", "Shots were fired by the lake."),
      make_article("singer", "Beyoncé sings", "A night of song."),
      make_article("lookalike", "Beyonce impersonator", "A night of song."),
      make_article("share", "Prices up 25 percent", "A co-operation."),
      make_article("jet", "F-16 lands", "The jet was new."),
      article_in("th", "thai", "รถไฟความเร็วสูงมาถึงแล้ว"),
      article_in("ko", "korean", "서울시 의회"),
      article_in("ja", "japanese", "ﾄﾞﾅﾙﾄﾞ氏は東京タワーへ"),
      article_in("fr", "french", "Un vote à l'ONU sur un texte"),
  };
}

Ids found(const Searcher& searcher, const std::string& query) {
  Ids found = ids(search(searcher, {{"q", query}, {"page-size", "100"}}));
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

TEST_CASE("words that news is full of are found as they are meant", "[news_words]") {
  const TestIndex index(articles());
  const auto searcher = open_searcher(index);
  const auto [query, expected] = GENERATE(table<std::string, Ids>({
      // Acronyms and the words that look like them.
      {"U.S.", {"america"}},
      {"US", {"america"}},
      {"us", {"america", "told"}},
      {"us ferry", {"told"}},
      {"WHO", {"health"}},
      {"W.H.O.", {"health"}},
      {"who", {"health", "shouted", "told"}},
      {"WHO DID IT TOLD", {"told"}},  // Shouted: plain words.
      {"\"us envoy\"", {"america"}},
      {"\"US envoy\"", {"america"}},
      {"\"U.S. envoy\"", {"america"}},
      {"\"told us who\"", {"told"}},
      {"\"told US who\"", {}},
      {"UN", {}},  // Only French has it, as an article.
      {"un", {"french"}},
      // Diacritics.
      {"Beyonce", {"lookalike", "singer"}},
      {"beyoncé", {"lookalike", "singer"}},
      // Hyphens.
      {"ceasefire", {"fighting", "truce"}},
      {"+ceasefire", {"fighting", "truce"}},
      {"cease-fire", {"fighting", "truce"}},
      {"+cease-fire", {"fighting", "truce"}},
      {"cooperation", {"share"}},
      {"F16", {"jet"}},
      {"+F-16", {"jet"}},
      {"headline:ceasefire", {"fighting", "truce"}},
      // Numbers.
      {"\"25%\"", {"health", "share", "shouted"}},
      {"+25%", {"health", "share", "shouted"}},
      {"\"25 percent\"", {"health", "share", "shouted"}},
      {"+25 +per +cent", {}},  // A sign parts the words.
      {"25 per cent", {"health", "share", "shouted"}},
      {"\"$5m\"", {"america", "money"}},
      {"\"5 million\"", {"america", "money"}},
      {"+2.3bn", {"money"}},
      {"\"2.3 billion\"", {"money"}},
      // Names are not stemmed.
      {"banks", {"money", "person"}},
      {"Banks", {"money", "person"}},
      {"bank", {"money"}},
      {"headline:banks", {"money"}},
      // Scripts without spaces.
      {"รถไฟ", {"thai"}},
      {"ความเร็ว", {"thai"}},
      {"서울", {"korean"}},
      {"시의", {}},
      {"ドナルド", {"japanese"}},
      {"タワー", {"japanese"}},
  }));
  CAPTURE(query);

  CHECK(found(*searcher, query) == expected);
}

TEST_CASE("what is marked is what was found", "[news_words]") {
  const TestIndex index(articles());
  const auto searcher = open_searcher(index);
  const auto [query, id, headline, snippet] =
      GENERATE(table<std::string, std::string, std::string, std::string>({
          {"banks", "person", "Council split over budget",
           "Mayor Jamie [Banks] spoke. [Banks], 51, left early."},
          {"banks", "money", "Two [banks] fail", "A [bank] lent $5m, then £2.3bn."},
          {"bank council", "person", "[Council] split over budget",
           "Mayor Jamie Banks spoke. Banks, 51, left early."},
          {"ceasefire", "truce", "[Cease-fire] holds", "The truce by the lake."},
          {"cease-fire", "truce", "[Cease-fire] holds", "The truce by the lake."},
          {"cease-fire", "fighting", "New [ceasefire] talks", "Shots were [fired] by the lake."},
          {"US", "america", "[US] envoy lands", "The [U.S]. envoy said $5 million was spent."},
          {"us", "told", "Ferry crew tells all", "They told [us] who did it, and how."},
          {"percent", "shouted", "FARMERS WHO GREW WHEAT", "Prices rose by 25 [per cent]."},
          {"percent", "health", "WHO warns of fever", "The agency spoke of 25[%] more cases."},
          {"+\"$5 million\"", "money", "Two banks fail", "A bank lent $[5m], then £2.3bn."},
          {"รถไฟ", "thai", "", "[รถไฟ]ความเร็วสูงมาถึงแล้ว"},
      }));
  CAPTURE(query, id);

  const SearchResponse response = search(*searcher, {{"q", query}});

  const auto result = std::find_if(response.results.begin(), response.results.end(),
                                   [&id = id](const SearchResult& r) { return r.id == id; });
  REQUIRE(result != response.results.end());
  CHECK(marked(result->headline) == headline);
  CHECK(marked(result->snippet) == snippet);
}

}  // namespace broadsheet::searcher
