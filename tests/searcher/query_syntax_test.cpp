// docs/query-syntax.md says what its examples find: it is held to that.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "searcher/query_parser.hpp"
#include "tests/searcher/search_helpers.hpp"

namespace broadsheet::searcher {
namespace {

using nlohmann::json;
using Names = std::vector<std::string>;

std::vector<std::string> document_lines() {
  std::ifstream file(BROADSHEET_SOURCE_DIR "/docs/query-syntax.md");
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

Article to_article(const json& story) {
  Article article = make_article(story["id"], story["headline"], "", story.value("published", ""));
  article.body = story["body"].get<Names>();
  article.section = story["section"];
  article.source = story["source"];
  article.authors = story["authors"].get<Names>();
  article.language = story["language"];
  article.url = story["url"];
  for (const json& person : story.value("people", json::array())) {
    article.people.push_back({person["name"], 1, person["about"]});
  }
  return article;
}

std::vector<Article> stories() {
  std::vector<Article> articles;
  for (const std::string& line : document_lines()) {
    if (line.starts_with("    {")) articles.push_back(to_article(json::parse(line)));
  }
  return articles;
}

std::vector<std::string> cells(const std::string& row) {
  std::vector<std::string> cells;
  for (std::size_t begin = 1; begin < row.size();) {
    const std::size_t end = row.find('|', begin);
    cells.push_back(row.substr(begin, end - begin));
    begin = end + 1;
  }
  return cells;
}

// What stands between back-quotes.
Names code_spans(const std::string& cell) {
  Names spans;
  for (std::size_t begin = cell.find('`'); begin != cell.npos;) {
    const std::size_t end = cell.find('`', begin + 1);
    spans.push_back(cell.substr(begin + 1, end - begin - 1));
    begin = cell.find('`', end + 1);
  }
  return spans;
}

// Rows of the tables whose last column has this title.
std::vector<std::vector<std::string>> rows(const std::string& last_title) {
  std::vector<std::vector<std::string>> rows;
  bool inside = false;
  for (const std::string& line : document_lines()) {
    if (line.starts_with("| typed ")) inside = line.ends_with("| " + last_title + " |");
    if (inside && line.starts_with("| `")) rows.push_back(cells(line));
    inside = inside && line.starts_with("|");
  }
  return rows;
}

constexpr std::string_view today = "2021-03-19";

std::unique_ptr<Searcher> open_on_that_day(const TestIndex& index) {
  SearcherOptions options = patient();
  options.clock = [] { return Instant(*parse_day(today)) + std::chrono::hours(23); };
  return open_searcher(index, options);
}

}  // namespace

TEST_CASE("every example of the syntax finds what the page says", "[query_syntax]") {
  const TestIndex index(stories());
  const auto searcher = open_on_that_day(index);
  const auto examples = rows("stories");
  REQUIRE(examples.size() > 50);

  for (const auto& example : examples) {
    REQUIRE(example.size() == 3);
    const Names typed = code_spans(example.front());
    REQUIRE(typed.size() == 1);
    CAPTURE(typed.front());
    Names expected = code_spans(example.back());
    std::sort(expected.begin(), expected.end());

    const SearchResponse response = search(*searcher, {{"q", typed.front()}});

    Names found = ids(response);
    std::sort(found.begin(), found.end());
    CHECK(found == expected);
    CHECK(response.degraded.value_or("") == "");
  }
}

TEST_CASE("what cannot be read is read, and told, as the page says", "[query_syntax]") {
  const TestIndex index(stories());
  const auto searcher = open_on_that_day(index);
  const auto examples = rows("and the answer says");
  REQUIRE(examples.size() > 10);

  for (const auto& example : examples) {
    REQUIRE(example.size() == 3);
    CAPTURE(example.front());

    const SearchResponse response = search(*searcher, {{"q", code_spans(example[0]).at(0)}});

    CHECK(response.parsed == code_spans(example[1]).at(0));
    CHECK(response.degraded.value_or("") == example[2].substr(1, example[2].size() - 2));
  }
}

TEST_CASE("the page's harmless punctuation is harmless", "[query_syntax]") {
  const Names typed = {"Trump: I will", "10:30", "https://gazette.example/bridge"};
  std::string page;
  for (const std::string& line : document_lines()) page += line + " ";

  for (const std::string& text : typed) {
    CAPTURE(text);
    CHECK_THAT(page, Catch::Contains("`" + text + "`"));
    CHECK(parse_query(text, *parse_day(today)).notes.empty());
  }
}

}  // namespace broadsheet::searcher
