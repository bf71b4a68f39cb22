// Makes, updates, inspects and mends indexes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "schema/result.hpp"

namespace broadsheet::indexer {

struct IndexOptions {
  std::filesystem::path index;
  bool rebuild = false;  // A new generation from the given inputs alone.
  bool prune = false;    // Drop articles whose files, below the given folders, are gone.
  unsigned threads = 0;  // 0: all cores.
  std::uint64_t commit_every = 2'000;  // Articles in one commit of an update; at least 1.
};

// What was read but not indexed.
struct Skipped {
  std::string input;  // The file, with "#7" for an item of it.
  Error error;
};

struct Progress {
  std::uint64_t articles = 0;  // Read so far.
  std::uint64_t bytes_done = 0;
  std::uint64_t bytes_total = 0;  // 0: not known (standard input).
  const char* stage = "";         // "reading", "writing", "merging".
};

// Called from one thread at a time; any may be empty.
struct IndexListener {
  std::function<void(const Skipped&)> skipped;
  // Articles are durable: killed at any moment from now on, they are there.
  std::function<void(std::uint64_t articles, const std::string& where)> acknowledged;
  std::function<void(const std::string& message)> notice;
  std::function<void(const Progress&)> progress;
};

struct IndexReport {
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t removed = 0;
  std::uint64_t repeated = 0;  // The same id again within this run; the last won.
  std::map<ErrorCode, std::uint64_t> skipped;
  std::uint64_t paragraphs_left_out = 0;  // As their site's own, of articles added and replaced.
  std::uint64_t sites_left_out = 0;       // On so many sites.
  std::uint64_t articles = 0;             // In the index now.
  // Of the articles added and replaced, how many have the field: headline, body, date, section,
  // people, authors, source, language, url, image.
  std::map<std::string, std::uint64_t> with_field;
};

// Indexes files, folders (recursively) and standard input ("-").  Bad inputs are skipped and told;
// an input path that does not exist or cannot be read is skipped too.  Errors: index_locked,
// index_unavailable, index_corrupt, too_large (disk full): what was acknowledged is safe.
Result<IndexReport> index_inputs(const std::vector<std::string>& inputs,
                                 const IndexOptions& options, const IndexListener& listener);

// Removes articles by id or URL, in one commit.  Returns those that were not there.
Result<std::vector<std::string>> delete_articles(const std::filesystem::path& index,
                                                 const std::vector<std::string>& ids);

struct IndexStats {
  std::uint64_t articles = 0;
  std::uint64_t size_bytes = 0;
  std::uint64_t revision = 0;
  std::string generation;
  std::string first_day;  // YYYY-MM-DD, empty if none is dated.
  std::string last_day;
  std::map<std::string, std::uint64_t> with_field;
  std::vector<std::pair<std::string, std::uint64_t>> sections;  // Most frequent first.
  std::vector<std::pair<std::string, std::uint64_t>> sources;
  std::vector<std::pair<std::string, std::uint64_t>> languages;
  std::vector<std::pair<std::string, std::uint64_t>> years;  // In order of time.
  // By site (a host, or a folder with '/' at its end): how many lines are known as its own.
  std::vector<std::pair<std::string, std::uint64_t>> own_lines;
};
Result<IndexStats> index_stats(const std::filesystem::path& index);

struct CheckReport {
  std::vector<std::string> problems;  // Empty: all well.
  std::vector<std::string> checked;   // What was looked at, a line each.
};
// xapian-check, the manifest's hashes, our own invariants (unique Q terms, readable data).
Result<CheckReport> check_index(const std::filesystem::path& index);

}  // namespace broadsheet::indexer
