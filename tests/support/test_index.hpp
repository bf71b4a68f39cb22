// A real index in a temporary directory, written as the index writer does.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "schema/article.hpp"
#include "schema/document.hpp"
#include "tests/support/temporary_directory.hpp"

namespace broadsheet::tests {

class TestIndex {
 public:
  explicit TestIndex(CommonWords common = {});
  explicit TestIndex(const std::vector<Article>& articles, const CommonWords& common = {});

  const std::filesystem::path& path() const { return directory_.path(); }

  // Adds or replaces; seen by readers after commit().
  void put(const Article& article);
  void remove(const std::string& id);
  // record_changes: as the index writer does; without it readers have to read everything again.
  void commit(bool record_changes = true);

  // A new generation with these articles, which `current` then names.
  void switch_to(const std::vector<Article>& articles);

 private:
  void begin_generation();

  TemporaryDirectory directory_;
  int generation_ = 0;
  std::unique_ptr<Xapian::WritableDatabase> database_;
  CommonWords common_;
  DocumentBuilder builder_;
  std::vector<Xapian::docid> changed_;
};

}  // namespace broadsheet::tests
