#include "tests/support/test_index.hpp"

#include <algorithm>

#include "schema/changes.hpp"
#include "schema/fields.hpp"
#include "schema/index_directory.hpp"

namespace broadsheet::tests {

TestIndex::TestIndex(CommonWords common) : common_(std::move(common)), builder_(common_) {
  begin_generation();
  commit();
  switch_current(path(), "gen-" + std::to_string(generation_));
}

TestIndex::TestIndex(const std::vector<Article>& articles, const CommonWords& common)
    : TestIndex(common) {
  for (const Article& article : articles) put(article);
  commit();
}

void TestIndex::begin_generation() {
  const auto place = path() / ("gen-" + std::to_string(++generation_));
  database_ = std::make_unique<Xapian::WritableDatabase>(place.string(), Xapian::DB_CREATE);
  common_.write(*database_);
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

}  // namespace broadsheet::tests
