// A temporary folder with an index and the files that go into it.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "indexer/index.hpp"
#include "schema/result.hpp"

namespace broadsheet::indexer {

// What an index holds of one article, but for when it was first seen.
struct Held {
  std::string data;
  std::vector<std::string> terms;

  friend bool operator==(const Held&, const Held&) = default;
};
using Contents = std::map<std::string, Held>;  // By id.

Contents contents_of(const std::filesystem::path& index);
std::vector<std::string> ids_of(const std::filesystem::path& index);

class IndexFixture {
 public:
  IndexFixture();
  ~IndexFixture();
  IndexFixture(const IndexFixture&) = delete;
  IndexFixture& operator=(const IndexFixture&) = delete;

  std::filesystem::path folder() const { return root_ / "pages"; }
  std::filesystem::path index() const { return root_ / "index"; }

  // Writes a page below folder(), old enough for the ledger to trust it.
  void write(const std::string& name, const std::string& content);
  void remove(const std::string& name);

  // Indexes the folder, or the pages named; threads: 2.
  Result<IndexReport> run(const std::vector<std::string>& names = {}, IndexOptions options = {});
  Result<IndexReport> run_into(const std::filesystem::path& index,
                               const std::vector<std::string>& names = {},
                               IndexOptions options = {});

  std::vector<std::string> notices;
  std::vector<std::string> acknowledged;
  std::vector<std::string> skipped;

 private:
  std::filesystem::path root_;
  int written_ = 0;
};

}  // namespace broadsheet::indexer
