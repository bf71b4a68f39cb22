#include "tests/searcher/test_index.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "schema/changes.hpp"
#include "schema/fields.hpp"
#include "schema/index_directory.hpp"

namespace broadsheet::searcher {

TestIndex::TestIndex() {
  begin_generation();
  commit();
  switch_current(path(), "gen-" + std::to_string(generation_));
}

TestIndex::TestIndex(const std::vector<Article>& articles) : TestIndex() {
  for (const Article& article : articles) put(article);
  commit();
}

void TestIndex::begin_generation() {
  const auto place = path() / ("gen-" + std::to_string(++generation_));
  database_ = std::make_unique<Xapian::WritableDatabase>(place.string(), Xapian::DB_CREATE);
  Manifest manifest;
  manifest.format_version = fields::format_version;
  manifest.uuid = "uuid-" + std::to_string(generation_);
  manifest.created = "2021-03-19T00:00:00Z";
  write_manifest(place, manifest);
}

void TestIndex::put(const Article& article) {
  changed_.push_back(database_->replace_document(
      make_term(fields::prefix::id, article_key(article.id)), builder_.build(article, {})));
}

void TestIndex::remove(const std::string& id) {
  const std::string term = make_term(fields::prefix::id, article_key(id));
  changed_.push_back(*database_->postlist_begin(term));
  database_->delete_document(term);
}

void TestIndex::commit(bool record_changes) {
  std::sort(changed_.begin(), changed_.end());
  changed_.erase(std::unique(changed_.begin(), changed_.end()), changed_.end());
  if (record_changes) {
    database_->set_metadata(changes_key(database_->get_revision() + 1), encode_changes(changed_));
  }
  database_->commit();
  changed_.clear();
}

void TestIndex::switch_to(const std::vector<Article>& articles) {
  begin_generation();
  for (const Article& article : articles) put(article);
  commit();
  switch_current(path(), "gen-" + std::to_string(generation_));
}

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
