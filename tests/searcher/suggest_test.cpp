#include <catch2/catch.hpp>

#include "searcher/suggest.hpp"
#include "tests/searcher/search_helpers.hpp"

namespace broadsheet::searcher {
namespace {

using Texts = std::vector<std::string>;

Article story(const std::string& id, const std::string& headline, const std::string& day,
              const std::string& section = "", const Texts& people = {}) {
  Article article = make_article(id, headline, "", day);
  article.section = section;
  for (const std::string& name : people) article.people.push_back({name, 1, false});
  return article;
}

Texts stories(const Searcher& searcher, const std::string& text) {
  const auto suggestions = searcher.suggest(text);
  REQUIRE(suggestions);
  Texts found;
  for (const StorySuggestion& suggestion : suggestions->stories) {
    found.push_back(suggestion.id);
  }
  return found;
}

Texts counted(const std::vector<CountedName>& names) {
  Texts found;
  for (const CountedName& name : names) {
    found.push_back(name.label + " " + std::to_string(name.count));
  }
  return found;
}

const std::vector<Article>& harbour_stories() {
  static const std::vector<Article> articles{
      story("strike", "Harbour strike enters third week", "2021-03-19", "Business",
            {"Ana Lopez", "Bo Chen"}),
      story("vote", "Council votes on the Harbour", "2021-03-21", "Local News", {"Ana Lopez"}),
      story("café", "Café by the harbour reopens", "2021-03-20", "Local News", {"José Díaz"}),
      story("week", "The week at the harbour", "2021-03-18", "Business", {"Ana López"}),
      story("ferry", "Ferry sails at last", "2021-03-22", "Travel", {"Bo Chen"}),
  };
  return articles;
}

}  // namespace

TEST_CASE("stories are suggested by the words of their headlines, the newest first", "[suggest]") {
  const TestIndex index(harbour_stories());
  const auto searcher = open_searcher(index);
  const auto [typed, expected] = GENERATE(table<std::string, Texts>({
      {"harb", {"vote", "café", "strike", "week"}},
      {"Harbour", {"vote", "café", "strike", "week"}},
      {"harbour ", {"vote", "café", "strike", "week"}},
      {"harb ", {}},
      {"cafe", {"café"}},
      {"CAFÉ", {"café"}},
      {"harbour str", {"strike"}},
      {"strike harb", {"strike"}},
      {"the harb", {"vote", "café", "week"}},
      {"at the ha", {"week"}},
      {"harbour zebra", {}},
      {"fe", {"ferry"}},
      {"f", {}},
      {"at l", {"ferry"}},
      {"", {}},
      {"?!", {}},
      {"\xff\xfe", {}},
  }));
  CAPTURE(typed);

  CHECK(stories(*searcher, typed) == expected);
}

TEST_CASE("headlines with the words side by side come first", "[suggest]") {
  const TestIndex index({story("apart", "River floods the new bridge", "2021-05-01"),
                         story("beside",
                               "One two three four five six seven eight nine ten "
                               "eleven twelve river bridge",
                               "2020-01-01")});
  const auto searcher = open_searcher(index);

  CHECK(stories(*searcher, "river bri") == Texts{"beside", "apart"});
}

TEST_CASE("of few stories it is their own words that are looked at", "[suggest]") {
  std::vector<Article> articles{story("bridge", "Otter seen at the bridge", "2021-03-19"),
                                story("weir", "Otter swims, says \"Bee\"", "2021-03-20"),
                                story("last", "Otter or zebra", "2021-03-21")};
  // Many enough, of many enough words that begin with b.
  for (int i = 0; i < 800; ++i) {
    const std::string word = "b" + std::string(1, static_cast<char>('a' + i % 20)) +
                             std::string(1, static_cast<char>('a' + i % 40 / 20));
    articles.push_back(story("other" + std::to_string(i), "Mayor " + word, "2021-01-01"));
  }
  const TestIndex index(articles);
  const auto searcher = open_searcher(index);

  CHECK(stories(*searcher, "otter b") == Texts{"weir", "bridge"});
  CHECK(stories(*searcher, "otter br") == Texts{"bridge"});
  CHECK(stories(*searcher, "otter zeb") == Texts{"last"});
  CHECK(stories(*searcher, "otter zz").empty());
  CHECK(stories(*searcher, "mayor ba").size() == 2);  // Two headlines of 40 stories.
}

TEST_CASE("one headline stands once, and five are enough", "[suggest]") {
  std::vector<Article> articles;
  for (int i = 0; i < 9; ++i) {
    const std::string number = std::to_string(i);
    articles.push_back(story("copy" + number, "Mill burns", "2021-03-1" + number));
    articles.push_back(story("own" + number, "Mill number " + number, "2021-02-1" + number));
  }
  const TestIndex index(articles);

  CHECK(stories(*open_searcher(index), "mil") == Texts{"copy8", "own8", "own7", "own6", "own5"});
}

TEST_CASE("people and sections are suggested by any word of their names", "[suggest]") {
  const TestIndex index(harbour_stories());
  const auto searcher = open_searcher(index);

  CHECK(counted(searcher->suggest("a")->people) == Texts{"Ana Lopez 3"});
  CHECK(counted(searcher->suggest("lop")->people) == Texts{"Ana Lopez 3"});
  CHECK(counted(searcher->suggest("lopez an")->people) == Texts{"Ana Lopez 3"});
  CHECK(counted(searcher->suggest("DIAZ")->people) == Texts{"José Díaz 1"});
  CHECK(counted(searcher->suggest("pez")->people).empty());
  CHECK(counted(searcher->suggest("ne")->sections) == Texts{"Local News 2"});
  CHECK(counted(searcher->suggest("b")->sections) == Texts{"Business 2"});
  CHECK(counted(searcher->suggest("")->sections).empty());
  CHECK(counted(searcher->suggest("")->people).empty());
}

TEST_CASE("what may not be shown is not suggested", "[suggest]") {
  std::vector<Article> articles = harbour_stories();
  for (Article& article : articles) {
    if (article.id == "ferry") article.expires = Instant(std::chrono::seconds(1));
    if (article.id == "café") article.status = Status::withheld;
  }
  const TestIndex index(articles);
  const auto searcher = open_searcher(index);

  CHECK(stories(*searcher, "ferry").empty());
  CHECK(stories(*searcher, "café").empty());
  CHECK(counted(searcher->suggest("chen")->people) == Texts{"Bo Chen 1"});
  CHECK(searcher->suggest("jos")->people.empty());
  CHECK(searcher->suggest("travel")->sections.empty());
}

TEST_CASE("old stories are found where no new one has the words", "[suggest]") {
  std::vector<Article> articles{story("old", "Zeppelin over the mill", "1931-01-01")};
  for (int i = 0; i < 500; ++i) {
    articles.push_back(story(std::to_string(i), "Mill number " + std::to_string(i), "2021-03-19"));
  }
  const TestIndex index(articles);
  const auto searcher = open_searcher(index);

  CHECK(stories(*searcher, "zepp") == Texts{"old"});
  CHECK(stories(*searcher, "mill zep") == Texts{"old"});
  CHECK(stories(*searcher, "mill numb").size() == 5);
}

}  // namespace broadsheet::searcher
