// The first half of a run: inputs are read and extracted on all cores, articles spooled to disk.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "indexer/article_source.hpp"
#include "indexer/identity.hpp"
#include "indexer/index.hpp"
#include "indexer/input_walker.hpp"

namespace broadsheet::indexer {

// The fields that a run reports coverage of; an Entry's bits in this order.
inline constexpr std::array<const char*, 10> field_names = {
    "headline", "body",   "date",     "section", "people",
    "authors",  "source", "language", "url",     "image"};
std::uint16_t field_bits(const Article& article);

// Passes events on to the listener from one thread at a time, and counts what was skipped.
class Reporter {
 public:
  explicit Reporter(const IndexListener& listener) : listener_(listener) {}

  void skip(const Skipped& skipped);
  void notice(const std::string& message);
  void acknowledge(std::uint64_t articles, const std::string& where);
  // At most ten times a second, but for a change of stage.
  void progress(const Progress& progress);

  // Skips that are not named again one by one.
  void count_skipped(ErrorCode code, std::uint64_t count);
  std::map<ErrorCode, std::uint64_t> skipped() const;

 private:
  const IndexListener& listener_;
  mutable std::mutex mutex_;  // Guards the listener and all below.
  std::map<ErrorCode, std::uint64_t> skipped_;
  std::chrono::steady_clock::time_point last_progress_{};
  const char* stage_ = nullptr;
};

// What was skipped of one file.
struct FileSkips {
  std::vector<Skipped> named;  // The first LedgerEntry::max_named_skips.
  std::map<ErrorCode, std::uint64_t> counts;
};

struct ReadArticles {
  std::vector<Entry> entries;                // In order of sequence.
  std::map<std::uint32_t, FileSkips> skips;  // By file.
  std::vector<std::uint32_t> recordable;     // Files, ascending, that the ledger may describe.
  std::uint32_t spool_files = 0;
};

struct ReadingOptions {
  std::filesystem::path spool;                   // A folder that exists.
  std::optional<std::filesystem::path> current;  // The generation to compare with.
  unsigned threads = 1;
};

// Reads the files of the given numbers (ascending) and adds what is in them to `read`.  Memory is
// bounded but for the entries.  Throws if the machine or the index fails.
void read_files(const ArticleSource& source, const FoundFiles& files,
                const std::vector<std::uint32_t>& numbers, const ReadingOptions& options,
                Reporter& reporter, ReadArticles& read);

}  // namespace broadsheet::indexer
