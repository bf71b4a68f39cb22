// A real index in a temporary directory.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "schema/article.hpp"

namespace broadsheet::web::tests {

class TestIndex {
 public:
  explicit TestIndex(const std::vector<Article>& articles);
  ~TestIndex();
  TestIndex(const TestIndex&) = delete;
  TestIndex& operator=(const TestIndex&) = delete;

  const std::filesystem::path& path() const { return path_; }

  // In a commit of its own.
  void add(const Article& article);

 private:
  std::filesystem::path path_;
};

// A small newspaper of invented stories: several sections, sources and people, dates over some
// years, some without.  The first is "Council approves a footbridge", with the id "story/0?a=b".
std::vector<Article> sample_articles(std::size_t count);

}  // namespace broadsheet::web::tests
