#include "indexer/file_ledger.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>

#include "schema/bytes.hpp"
#include "schema/fields.hpp"
#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

// Xapian's bound on keys is 252 bytes or so.
constexpr std::size_t max_path_in_key = 200;

void append_key(std::string& bytes, const ArticleKey& key) { bytes.append(key.data(), key.size()); }

void append_skipped(std::string& bytes, const Skipped& skipped) {
  append_text(bytes, skipped.input);
  append_number(bytes, static_cast<std::uint64_t>(skipped.error.code));
  append_text(bytes, skipped.error.message);
  append_text(bytes, skipped.error.parameter);
}

std::optional<ErrorCode> read_code(ByteReader& reader) {
  const std::uint64_t number = reader.number();
  if (number > static_cast<std::uint64_t>(ErrorCode::index_corrupt)) return std::nullopt;
  return static_cast<ErrorCode>(number);
}

bool read_yields(ByteReader& reader, LedgerEntry& entry) {
  const std::uint64_t count = reader.number();
  for (std::uint64_t i = 0; i < count && !reader.failed(); ++i) {
    LedgerEntry::Yield yield{};
    yield.item = static_cast<std::uint32_t>(reader.number());
    const std::string_view key = reader.take(yield.claim.size());
    if (reader.failed()) return false;
    yield.claim = to_key(key);
    entry.yields.push_back(yield);
  }
  return !reader.failed();
}

bool read_skipped(ByteReader& reader, LedgerEntry& entry) {
  const std::uint64_t named = reader.number();
  for (std::uint64_t i = 0; i < named && !reader.failed(); ++i) {
    Skipped skipped{std::string(reader.text()), {ErrorCode::unreadable, {}, {}}};
    const auto code = read_code(reader);
    if (!code) return false;
    skipped.error = {*code, std::string(reader.text()), std::string(reader.text())};
    entry.skipped.push_back(std::move(skipped));
  }
  const std::uint64_t codes = reader.number();
  for (std::uint64_t i = 0; i < codes && !reader.failed(); ++i) {
    const auto code = read_code(reader);
    if (!code) return false;
    entry.skipped_counts[*code] = reader.number();
  }
  return !reader.failed();
}

}  // namespace

ArticleKey to_key(std::string_view article_key) {
  ArticleKey key{};
  assert(article_key.size() == key.size());
  std::copy_n(article_key.begin(), std::min(key.size(), article_key.size()), key.begin());
  return key;
}

std::string_view key_text(const ArticleKey& key) { return {key.data(), key.size()}; }

bool LedgerEntry::describes(const InputFile& file) const {
  return size_bytes == file.size_bytes && modified_ns == file.modified_ns &&
         version == extraction_version && name == file.name;
}

std::string item_name(const std::string& file_name, std::uint32_t item) {
  return item == 0 ? file_name : file_name + '#' + std::to_string(item);
}

std::uint32_t item_number(const std::string& file_name, std::string_view item_name) {
  if (!item_name.starts_with(file_name)) return 0;
  item_name.remove_prefix(file_name.size());
  if (!item_name.starts_with('#')) return 0;
  std::uint32_t number = 0;
  std::from_chars(item_name.data() + 1, item_name.data() + item_name.size(), number);
  return number;
}

std::string ledger_key(std::string_view path) {
  std::string key(fields::metadata::file);
  if (path.size() <= max_path_in_key) return key.append(path);
  return key.append(path.substr(0, max_path_in_key)).append("//").append(article_key(path));
}

std::string encode_ledger_entry(const LedgerEntry& entry) {
  std::string bytes;
  bytes.reserve(entry.path.size() + entry.name.size() + entry.yields.size() * 20 + 64);
  append_number(bytes, entry.version);
  append_number(bytes, entry.size_bytes);
  append_number(bytes, static_cast<std::uint64_t>(entry.modified_ns));
  append_text(bytes, entry.path);
  append_text(bytes, entry.name);
  append_number(bytes, entry.yields.size());
  for (const LedgerEntry::Yield& yield : entry.yields) {
    append_number(bytes, yield.item);
    append_key(bytes, yield.claim);
  }
  append_number(bytes, entry.skipped.size());
  for (const Skipped& skipped : entry.skipped) append_skipped(bytes, skipped);
  append_number(bytes, entry.skipped_counts.size());
  for (const auto& [code, count] : entry.skipped_counts) {
    append_number(bytes, static_cast<std::uint64_t>(code));
    append_number(bytes, count);
  }
  return bytes;
}

std::optional<LedgerEntry> decode_ledger_entry(std::string_view bytes) {
  ByteReader reader(bytes);
  LedgerEntry entry;
  entry.version = static_cast<std::uint32_t>(reader.number());
  entry.size_bytes = reader.number();
  entry.modified_ns = static_cast<std::int64_t>(reader.number());
  entry.path = reader.text();
  entry.name = reader.text();
  if (reader.failed() || !read_yields(reader, entry) || !read_skipped(reader, entry)) {
    return std::nullopt;
  }
  return entry;
}

std::optional<LedgerEntry> find_ledger_entry(const Xapian::Database& database,
                                             const std::string& path) {
  const std::string bytes = database.get_metadata(ledger_key(path));
  if (bytes.empty()) return std::nullopt;
  return decode_ledger_entry(bytes);
}

}  // namespace broadsheet::indexer
