#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "schema/date.hpp"
#include "tests/searcher/search_helpers.hpp"

namespace broadsheet::searcher {
namespace {

using Ids = std::vector<std::string>;

Ids best(const Searcher& searcher, const std::string& query, std::size_t most = 100) {
  Ids found = ids(search(searcher, {{"q", query}, {"page-size", "100"}}));
  found.resize(std::min(found.size(), most));
  return found;
}

std::vector<SearchResult> explained(const Searcher& searcher, const std::string& query) {
  return search(searcher, {{"q", query}, {"page-size", "100"}, {"explain", "true"}}).results;
}

ScoreParts parts_of(const std::vector<SearchResult>& results, const std::string& id) {
  const auto found = std::find_if(results.begin(), results.end(),
                                  [&](const SearchResult& result) { return result.id == id; });
  REQUIRE(found != results.end());
  REQUIRE(found->explanation);
  return *found->explanation;
}

std::string filler(int words) {
  std::string text;
  for (int i = 0; i < words; ++i) text += "filler" + std::to_string(i % 40) + ' ';
  return text;
}

std::string day(int days_before) {
  const Day last = std::chrono::sys_days(std::chrono::year(2024) / 6 / 30);
  return format_day(last - std::chrono::days(days_before));
}

// An archive of five years with a story a day that has nothing to do with any query.
std::vector<Article> quiet_archive() {
  std::vector<Article> articles;
  for (int i = 0; i < 1'800; i += 6) {
    articles.push_back(
        make_article("quiet" + std::to_string(i), "Notes of the day", filler(20), day(i)));
  }
  return articles;
}

}  // namespace

TEST_CASE("the story whose headline is the query comes first", "[ranking]") {
  TestIndex index(
      {make_article("often", "Bridge news", "Bridge opens. Bridge opens, bridge opens."),
       make_article("headline", "The bridge opens at last", filler(300)),
       make_article("longer", "Why the bridge opens at last", "The bridge opens at last.")});
  const auto searcher = open_searcher(index);

  CHECK(best(*searcher, "the bridge opens at last", 1) == Ids{"headline"});
  CHECK(best(*searcher, "Why the bridge opens at last", 1) == Ids{"longer"});
  CHECK(parts_of(explained(*searcher, "the bridge opens at last"), "headline").headline >
        parts_of(explained(*searcher, "the bridge opens at last"), "longer").headline);
}

TEST_CASE("words in the headline, in the lead and near each other count more", "[ranking]") {
  const auto [better, worse] = GENERATE(table<std::string, std::string>({
      {"headline", "nowhere"},
      {"lead", "end"},
      {"near", "far"},
  }));
  CAPTURE(better, worse);
  TestIndex index({make_article("headline", "Otter", filler(60)),
                   make_article("nowhere", "Filler", filler(60) + "otter"),
                   make_article("lead", "Filler", "A heron rises. " + filler(60)),
                   make_article("end", "Filler", filler(60) + "A heron rises."),
                   make_article("near", "Filler", filler(30) + "copper kettle " + filler(30)),
                   make_article("far", "Filler",
                                filler(30) + "copper " + filler(20) + "kettle " + filler(20))});
  const auto searcher = open_searcher(index);
  const std::string query = better == "headline" ? "otter"
                            : better == "lead"   ? "heron"
                                                 : "copper kettle";

  CHECK(best(*searcher, query) == Ids{better, worse});
}

TEST_CASE("the parts of a score are its sum", "[ranking]") {
  std::vector<Article> articles = quiet_archive();
  for (int i = 0; i < 8; ++i) {
    Article article =
        make_article("storm" + std::to_string(i), "Storm hits the harbour town",
                     "A storm tore roofs off in the harbour. " + filler(20 + i), day(i));
    article.people = {{"Ana Lopez", 2, true}};
    articles.push_back(article);
  }
  TestIndex index(articles);
  const auto searcher = open_searcher(index);

  const auto results = explained(*searcher, "ana lopez harbour storm");

  REQUIRE(results.size() == 8);
  for (const SearchResult& result : results) {
    REQUIRE(result.explanation);
    CHECK(result.score == Approx(result.explanation->sum()));
    CHECK(result.explanation->text > 0);
    CHECK(result.explanation->headline > 0);
    CHECK(result.explanation->lead > 0);
    CHECK(result.explanation->proximity > 0);
    CHECK(result.explanation->recency > 0);
  }
}

TEST_CASE("scores are not explained unasked, nor where there are none", "[ranking]") {
  TestIndex index({make_article("a", "Bridge", "Text.", "2021-03-19")});
  const auto searcher = open_searcher(index);

  CHECK_FALSE(search(*searcher, {{"q", "bridge"}}).results.front().explanation);
  CHECK_FALSE(search(*searcher, {{"q", "bridge"}, {"explain", "true"}, {"order-by", "newest"}})
                  .results.front()
                  .explanation);
}

TEST_CASE("a story about a person of the query comes before one with the name", "[ranking]") {
  Article about =
      make_article("about", "Minister resigns", "Ingrid Halvorsen resigned. " + filler(9));
  about.people = {{"Ingrid Halvorsen", 1, true}};
  Article named =
      make_article("named", "Minister resigns", "Ingrid Halvorsen resigned. " + filler(9));
  named.people = {{"Ingrid Halvorsen", 1, false}};
  TestIndex index(
      {make_article("neither", "Minister resigns", "Ingrid Halvorsen resigned. " + filler(9)),
       named, about, make_article("other", "Weather", filler(30))});
  const auto searcher = open_searcher(index);

  CHECK(best(*searcher, "ingrid halvorsen") == Ids{"about", "named", "neither"});
  CHECK(parts_of(explained(*searcher, "ingrid halvorsen"), "about").people > 0);
  CHECK(parts_of(explained(*searcher, "minister resigns"), "about").people == 0);
}

TEST_CASE("one word lifts stories about a person only if it is mostly theirs", "[ranking]") {
  std::vector<Article> articles = quiet_archive();
  const auto add = [&](const std::string& id, const std::string& body, const std::string& person) {
    Article article = make_article(id, "Story", body, day(3));
    if (!person.empty()) article.people = {{person, 1, true}};
    articles.push_back(article);
  };
  add("salt1", "Celia Salt spoke of salt.", "Celia Salt");
  add("salt2", "Salt spoke again.", "Salt");
  for (int i = 3; i < 9; ++i) add("salt" + std::to_string(i), "Prices of salt rose.", "");
  add("quill1", "Orla Quill spoke.", "Orla Quill");
  add("quill2", "Quill spoke again.", "Quill");
  TestIndex index(articles);
  std::ofstream(index.path() / "people.json")
      << R"({"people": [{"name": "Celia Salt", "aliases": ["Salt"]}]})";
  const auto searcher = open_searcher(index);

  CHECK(parts_of(explained(*searcher, "salt"), "salt1").people == 0);
  CHECK(parts_of(explained(*searcher, "quill"), "quill2").people > 0);
  CHECK(parts_of(explained(*searcher, "celia salt"), "salt2").people > 0);
}

TEST_CASE("new stories gain if the query is about what is new", "[ranking]") {
  std::vector<Article> articles = quiet_archive();
  const std::string flood = "The flood rose. " + filler(30);
  for (int i = 0; i < 12; ++i)
    articles.push_back(
        make_article("new" + std::to_string(i), "Flood in the valley", flood, day(i)));
  for (int i = 0; i < 12; ++i) {
    articles.push_back(make_article("old" + std::to_string(i), "Flood in the valley", flood + flood,
                                    day(200 + 130 * i)));
    articles.push_back(make_article("soup" + std::to_string(i), "Pumpkin soup",
                                    "A recipe of soup. " + filler(30), day(3 + 140 * i)));
  }
  TestIndex index(articles);
  const auto searcher = open_searcher(index);

  SECTION("a burst") {
    const Ids found = best(*searcher, "flood", 12);
    CHECK(std::all_of(found.begin(), found.end(),
                      [](const std::string& id) { return id.starts_with("new"); }));
    CHECK(parts_of(explained(*searcher, "flood"), "new0").recency >
          parts_of(explained(*searcher, "flood"), "old0").recency);
  }
  SECTION("an even topic") {
    for (const SearchResult& result : explained(*searcher, "pumpkin soup"))
      CHECK(result.explanation->recency == 0);
  }
  SECTION("a query that says when") {
    for (const std::string query : {"flood 2022", "flood date:2022.."}) {
      CAPTURE(query);
      for (const SearchResult& result : explained(*searcher, query))
        CHECK(result.explanation->recency == 0);
    }
  }
}

TEST_CASE("of what comes every year the last edition comes first", "[ranking]") {
  std::vector<Article> articles = quiet_archive();
  for (int year = 0; year < 4; ++year) {
    for (int i = 0; i < 4; ++i) {
      articles.push_back(make_article(
          "y" + std::to_string(year) + "-" + std::to_string(i), "Herring festival opens",
          "The herring festival. " + filler(20 + 3 * year), day(90 + 365 * year + i)));
    }
  }
  TestIndex index(articles);
  const auto searcher = open_searcher(index);

  for (const std::string& id : best(*searcher, "herring festival", 4)) {
    CAPTURE(id);
    CHECK(id.starts_with("y0"));
  }
}

TEST_CASE("a long query finds what the best matches are about", "[ranking]") {
  std::vector<Article> articles;
  for (int i = 0; i < 6; ++i) {
    articles.push_back(
        make_article("best" + std::to_string(i), "Eels",
                     "Weirs and turbines kill migrating eels. Glass anguilla. " + filler(5 * i)));
  }
  articles.push_back(make_article("kin", "Rivers", "Anguilla pass turbines by glass ladders."));
  articles.push_back(make_article("stray", "Rivers", "Boats pass turbines by small ladders."));
  for (const char* word : {"wobbly", "purple", "bassoon", "concertos", "velvet", "tambourine"}) {
    articles.push_back(make_article(word, "Music", word + (' ' + filler(30))));
  }
  for (int i = 0; i < 60; ++i)
    articles.push_back(make_article("no" + std::to_string(i), "Filler", filler(30)));
  TestIndex index(articles);
  const auto searcher = open_searcher(index);
  // How much more the one counts than the other: both have turbines and no other word asked for.
  const auto lead = [&](const std::string& query) {
    const auto results = explained(*searcher, query);
    return parts_of(results, "kin").text - parts_of(results, "stray").text;
  };

  CHECK(lead("turbines killing migrating wobbly purple bassoon concertos velvet tambourine") > 0.2);
  CHECK(lead("turbines killing migrating wobbly purple bassoon") < 0.1);
  CHECK(lead("turbines killing migrating weirs eels filler1 filler2 filler3 filler4") < 0.1);
}

TEST_CASE("pages continue each other and equal scores are newest first", "[ranking]") {
  std::vector<Article> articles;
  for (int i = 0; i < 230; ++i) {
    articles.push_back(make_article("a" + std::to_string(i), "Bridge",
                                    "The bridge. " + filler(10 + i % 7), day(i % 50)));
  }
  TestIndex index(articles);
  const auto searcher = open_searcher(index);
  Ids paged;
  for (int page = 1; page <= 12; ++page) {
    const Ids found = ids(
        search(*searcher, {{"q", "bridge"}, {"page-size", "20"}, {"page", std::to_string(page)}}));
    paged.insert(paged.end(), found.begin(), found.end());
  }
  Ids whole;
  for (int page = 1; page <= 3; ++page) {
    const Ids found = ids(
        search(*searcher, {{"q", "bridge"}, {"page-size", "100"}, {"page", std::to_string(page)}}));
    whole.insert(whole.end(), found.begin(), found.end());
  }

  CHECK(paged == whole);
  CHECK(std::set<std::string>(paged.begin(), paged.end()).size() == 230);
}

TEST_CASE("the form of a word that was typed comes before those with other diacritics",
          "[ranking]") {
  std::vector<Article> articles = quiet_archive();
  for (const std::string number : {"1", "2"}) {
    articles.push_back(make_article("plain" + number, "Beyonce sings", "Text here."));
    articles.push_back(make_article("accent" + number, "Beyoncé sings", "Text here."));
  }
  TestIndex index(articles);
  const auto searcher = open_searcher(index);

  const Ids accented = best(*searcher, "beyoncé");
  const Ids plain = best(*searcher, "beyonce");

  REQUIRE(accented.size() == 4);
  REQUIRE(plain.size() == 4);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(accented[i].starts_with("accent"));
    CHECK(plain[i].starts_with("plain"));
  }
}

TEST_CASE("a word that is asked for twice counts more", "[ranking]") {
  TestIndex index({make_article("heron", "Birds", "A heron and a goose, a heron."),
                   make_article("otter", "Beasts", "An otter and a goose, an otter.")});
  const auto searcher = open_searcher(index);

  CHECK(best(*searcher, "heron otter heron", 1) == Ids{"heron"});
  CHECK(best(*searcher, "otter heron otter", 1) == Ids{"otter"});
}

}  // namespace broadsheet::searcher
