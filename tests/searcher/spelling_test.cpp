#include "searcher/spelling.hpp"

#include <catch2/catch.hpp>
#include <chrono>
#include <utility>

#include "tests/searcher/search_helpers.hpp"

namespace broadsheet::searcher {
namespace {

using Suggestion = std::optional<std::string>;

Suggestion suggestion(const Searcher& searcher, const std::string& query,
                      Parameters parameters = {}) {
  parameters.emplace("q", query);
  return search(searcher, parameters).suggestion;
}

void add(std::vector<Article>& articles, int count, const std::string& headline,
         const std::string& body, const std::string& section) {
  for (int i = 0; i < count; ++i) {
    articles.push_back(
        make_article("story-" + std::to_string(articles.size()), headline, body, "2021-03-19"));
    articles.back().section = section;
  }
}

// An archive in which some words are frequent, and some that look like them are not.
std::vector<Article> island_articles() {
  std::vector<Article> articles;
  add(articles, 60, "Harbour council meets before the election",
      "Prime minister Ingrid Halvorsen spoke to José Muñoz in New York.", "Politics");
  add(articles, 60, "Football club wins the cup", "Goals by Carsten in the second half.", "Sport");
  add(articles, 60, "Ferry service resumes", "Captain Marsten brings mail from York.", "Travel");
  add(articles, 1, "Foot of the hill", "The ball was at the York minster. Ms Halverson sang.",
      "Culture");
  return articles;
}

const Searcher& island() {
  static const TestIndex index(island_articles());
  static const std::unique_ptr<Searcher> searcher = open_searcher(index);
  return *searcher;
}

}  // namespace

TEST_CASE("a misspelt word is offered as the archive spells it", "[spelling]") {
  const auto [query, expected] = GENERATE(table<std::string, std::string>({
      {"harbuor", "harbour"},
      {"concil", "council"},
      {"elecction", "election"},
      {"halvorson", "halvorsen"},
      {"fery", "ferry"},
      {"minnistre", "minister"},
      {"haalvorsne", "halvorsen"},
      {"sercice", "service"},
      {"cuoncilll", "council"},
      {"munzo", "munoz"},
      {"cpu", "cup"},
      {"efry", "ferry"},
      {"josé munzo", "josé munoz"},
      {"Halvorson", "Halvorsen"},
      {"HALVORSON", "HALVORSEN"},
      {"harbuor?", "harbour?"},
      {"the harbuor, council", "the harbour, council"},
  }));
  CAPTURE(query);

  CHECK(suggestion(island(), query) == expected);
}

TEST_CASE("several words are put right at once", "[spelling]") {
  const auto [query, expected] = GENERATE(table<std::string, std::string>({
      {"ingird halvorson", "ingrid halvorsen"},
      {"Ingird Halvorson", "Ingrid Halvorsen"},
      {"when will the harbuor concil meet", "when will the harbour council meet"},
      {"prmie ministre halvorson speaks", "prime minister halvorsen speaks"},
  }));
  CAPTURE(query);

  // "speaks" and "when" are in no article, and nothing is near them.
  CHECK(suggestion(island(), query) == expected);
}

TEST_CASE("a word that is found by its stem only may be put right", "[spelling]") {
  std::vector<Article> articles;
  add(articles, 400, "Brewing company opens a store", "Editing the motoring report.", "Business");
  add(articles, 25, "The brewery is closed", "A race of moto cross.", "Business");
  const TestIndex index(articles);
  const auto searcher = open_searcher(index);
  const auto [query, expected] = GENERATE(table<std::string, Suggestion>({
      {"editting", "editing"},   // Of the same stem.
      {"motoing", "motoring"},   // Of another one: moto.
      {"stores", std::nullopt},  // Forms that are not in the archive, but right.
      {"edited", std::nullopt},
      {"companies", std::nullopt},
      {"breweries", std::nullopt},
  }));
  CAPTURE(query);

  CHECK(suggestion(*searcher, query) == expected);
}

TEST_CASE("of two words as near the one that goes with its neighbour is offered", "[spelling]") {
  CHECK(suggestion(island(), "captain parsten") == "captain marsten");
  CHECK(suggestion(island(), "parsten goals") == "carsten goals");
}

TEST_CASE("words are parted and joined where the archive does so", "[spelling]") {
  CHECK(suggestion(island(), "newyork") == "new york");
  CHECK(suggestion(island(), "Newyork council") == "New York council");
  CHECK(suggestion(island(), "foot ball") == "football");
  CHECK(suggestion(island(), "Foot ball club") == "Football club");
  CHECK(suggestion(island(), "har bour council") == "harbour council");
}

TEST_CASE("what may be right is left alone", "[spelling]") {
  const std::string query =
      GENERATE("", "harbour", "Harbours", "halvorsen", "ingrid halvorsen", "york minster",
               "minster", "Halverson", "ms halverson", "foot", "the ball", "zzyzxqwv", "fer",
               "NTAO", "harbour4", "f.e.r", "2021", "harbour AND nothing", "the whcih", "port",
               "servics");  // Finds "service" by its stem.
  CAPTURE(query);

  CHECK_FALSE(suggestion(island(), query));
}

TEST_CASE("quotes, operators, fields and excluded words stay as typed", "[spelling]") {
  const auto [query, expected] = GENERATE(table<std::string, Suggestion>({
      {"\"harbuor council\"", std::nullopt},
      {"harbuor*", std::nullopt},
      {"headline:harbuor", std::nullopt},
      {"person:halvorson", std::nullopt},
      {"-harbuor", std::nullopt},
      {"ferry NOT harbuor", std::nullopt},
      {"harbuor AND council", "harbour AND council"},
      {"harbuor OR ferry", "harbour OR ferry"},
      {"+harbuor -football", "+harbour -football"},
      {"(harbuor OR ferry) AND section:politics", "(harbour OR ferry) AND section:politics"},
      {"\"prime minister\" AND harbuor", "\"prime minister\" AND harbour"},
      {"headline:council harbuor", "headline:council harbour"},
      {"date:2021 harbuor", "date:2021 harbour"},
      {"harbuor-council", "harbour-council"},
      {"harbuor AND", "harbour AND"},
  }));
  CAPTURE(query);

  CHECK(suggestion(island(), query) == expected);
}

TEST_CASE("what is offered finds more under the request's filters", "[spelling]") {
  CHECK(suggestion(island(), "harbuor", {{"section", "politics"}}) == "harbour");
  CHECK_FALSE(suggestion(island(), "harbuor", {{"section", "sport"}}));
  CHECK_FALSE(suggestion(island(), "harbuor", {{"to-date", "2020"}}));
  CHECK_FALSE(suggestion(island(), "harbuor AND section:sport"));
  CHECK_FALSE(suggestion(island(), "harbuor -minister"));
}

TEST_CASE("only the first page offers another spelling", "[spelling]") {
  CHECK(suggestion(island(), "harbuor ferry", {{"page-size", "1"}}) == "harbour ferry");
  CHECK_FALSE(suggestion(island(), "harbuor ferry", {{"page-size", "1"}, {"page", "2"}}));
}

TEST_CASE("a word of articles that may not be shown is never offered", "[spelling]") {
  using Change = void (*)(Article&);
  const auto change = GENERATE(values<Change>({
      [](Article& article) { article.status = Status::withheld; },
      [](Article& article) { article.status = Status::canceled; },
      [](Article& article) { article.embargoed_until = current_instant() + std::chrono::hours(1); },
      [](Article& article) { article.expires = current_instant() - std::chrono::hours(1); },
  }));
  Article article = make_article("a", "Quillfeather resigns");
  TestIndex index({article, make_article("b", "Ferry sails")});
  SearcherOptions options = patient();
  options.follow = false;
  REQUIRE(suggestion(*open_searcher(index, options), "quillfaether") == "quillfeather");

  change(article);
  index.put(article);
  index.commit();

  CHECK_FALSE(suggestion(*open_searcher(index, options), "quillfaether"));
}

TEST_CASE("a word of an article that was deleted is never offered", "[spelling]") {
  TestIndex index({make_article("a", "Quillfeather resigns"), make_article("b", "Ferry sails")});
  SearcherOptions options = patient();
  options.follow = false;
  REQUIRE(suggestion(*open_searcher(index, options), "quillfaether") == "quillfeather");

  index.remove("a");
  index.commit();

  CHECK_FALSE(suggestion(*open_searcher(index, options), "quillfaether"));
}

TEST_CASE("a word that only a withheld article has counts as unknown", "[spelling]") {
  std::vector<Article> articles = island_articles();
  Article withheld = make_article("withheld", "Harbuor");
  withheld.status = Status::withheld;
  articles.push_back(withheld);
  const TestIndex index(articles);

  CHECK(suggestion(*open_searcher(index), "harbuor") == "harbour");
}

TEST_CASE("an empty archive offers nothing", "[spelling]") {
  const TestIndex index;

  CHECK_FALSE(suggestion(*open_searcher(index), "harbuor concil"));
}

}  // namespace broadsheet::searcher
