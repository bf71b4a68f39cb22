// What was read from which file, kept in the index's metadata and committed with the articles.
//
// A file whose size and time are those of its entry need not be read again: the entry tells what
// reading it would.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "indexer/article_source.hpp"
#include "indexer/index.hpp"

namespace broadsheet::indexer {

// Raised whenever reading, extraction or analysis make something else of the same bytes: files are
// read again then.
inline constexpr std::uint32_t extraction_version = 4;

// article_key(), as a value.
using ArticleKey = std::array<char, 16>;

ArticleKey to_key(std::string_view article_key);
std::string_view key_text(const ArticleKey& key);

struct LedgerEntry {
  static constexpr std::size_t max_named_skips = 100;

  std::uint64_t size_bytes = 0;
  std::int64_t modified_ns = 0;
  std::uint32_t version = extraction_version;
  std::string path;
  std::string name;

  // An article that the file yielded: what it claims to be (key of the given id, the canonical URL
  // or its own name), and which item it was.
  struct Yield {
    ArticleKey claim;
    std::uint32_t item;  // 7 for "name#7", 0 for the file itself.
  };
  std::vector<Yield> yields;
  std::vector<Skipped> skipped;  // The first max_named_skips of them.
  std::map<ErrorCode, std::uint64_t> skipped_counts;

  bool describes(const InputFile& file) const;
};

// "name#7", or the name alone for 0.
std::string item_name(const std::string& file_name, std::uint32_t item);
// The 7 of "name#7"; 0 for the name alone.
std::uint32_t item_number(const std::string& file_name, std::string_view item_name);

// The metadata key of a file's entry: in the order of paths, but for very long ones.
std::string ledger_key(std::string_view path);

std::string encode_ledger_entry(const LedgerEntry& entry);
// Nothing if the bytes are no such entry.
std::optional<LedgerEntry> decode_ledger_entry(std::string_view bytes);

std::optional<LedgerEntry> find_ledger_entry(const Xapian::Database& database,
                                             const std::string& path);

}  // namespace broadsheet::indexer
