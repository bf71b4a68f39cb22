// Extracted articles on disk, between reading and writing.
//
// Each reading thread writes a spool file of its own; all are read from any thread afterwards.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "schema/article.hpp"

namespace broadsheet::indexer {

// Where an article lies in the spool; length 0: it was not spooled.
struct SpoolPlace {
  std::uint64_t offset = 0;
  std::uint32_t length = 0;
  std::uint32_t file = 0;
};

struct SpooledArticle {
  std::string name;           // The item's.
  std::string canonical_url;  // Empty if the id is given or none is believed.
  Article article;            // id only if given.
};

// Throws std::system_error.  Belongs to one thread.
class SpoolWriter {
 public:
  SpoolWriter(const std::filesystem::path& folder, std::uint32_t file);
  ~SpoolWriter();
  SpoolWriter(const SpoolWriter&) = delete;
  SpoolWriter& operator=(const SpoolWriter&) = delete;

  SpoolPlace append(std::string_view name, std::string_view canonical_url,
                    std::string_view encoded_article);
  // After which a SpoolReader sees everything.
  void flush();

 private:
  std::uint32_t file_;
  int descriptor_;
  std::uint64_t offset_ = 0;  // Of the end of what was appended.
  std::string buffer_;
};

// Throws std::system_error.  Shared by threads.
class SpoolReader {
 public:
  SpoolReader(const std::filesystem::path& folder, std::uint32_t files);
  ~SpoolReader();
  SpoolReader(const SpoolReader&) = delete;
  SpoolReader& operator=(const SpoolReader&) = delete;

  SpooledArticle read(const SpoolPlace& place) const;

 private:
  std::vector<int> descriptors_;
};

}  // namespace broadsheet::indexer
