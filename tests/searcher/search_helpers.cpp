#include "tests/searcher/search_helpers.hpp"

#include <catch2/catch.hpp>

#include "schema/index_directory.hpp"

namespace broadsheet::searcher {

Article make_article(const std::string& id, const std::string& headline, const std::string& body,
                     const std::string& published) {
  Article article;
  article.id = id;
  article.headline = headline;
  if (!body.empty()) article.body = {body};
  article.published = parse_timestamp(published);
  article.language = "en";
  return article;
}

std::string plain(const Segments& segments) {
  std::string text;
  for (const Segment& segment : segments) text += segment.text;
  return text;
}

std::string marked(const Segments& segments) {
  std::string text;
  for (const Segment& segment : segments) {
    text += segment.matched ? "[" + segment.text + "]" : segment.text;
  }
  return text;
}

std::vector<std::string> ids(const SearchResponse& response) {
  std::vector<std::string> ids;
  for (const SearchResult& result : response.results) ids.push_back(result.id);
  return ids;
}

Xapian::Database open_database(const TestIndex& index) {
  return Xapian::Database(current_generation(index.path())->path.string());
}

Columns load_columns(const TestIndex& index) { return Columns::load(open_database(index)); }

SearcherOptions patient() {
  SearcherOptions options;
  options.deadline = std::chrono::minutes(1);
  return options;
}

std::unique_ptr<Searcher> open_searcher(const TestIndex& index, SearcherOptions options) {
  auto searcher = Searcher::open(index.path(), options);
  REQUIRE(searcher);
  return std::move(*searcher);
}

SearchResponse search(const Searcher& searcher, const Parameters& parameters) {
  const auto request = parse_search_request(parameters);
  REQUIRE(request);
  auto response = searcher.search(*request);
  REQUIRE(response);
  return std::move(*response);
}

}  // namespace broadsheet::searcher
