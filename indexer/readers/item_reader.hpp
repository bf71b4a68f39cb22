// From a file or standard input to raw items.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "indexer/extract/extract.hpp"
#include "indexer/readers/file_source.hpp"
#include "indexer/readers/format.hpp"

namespace broadsheet::indexer {

// Reads one input of any format.  JSON lines are streamed; everything else is held whole, within
// the bounds.  A bad item is an error of its own, the rest goes on; after an error of the whole
// input (unreadable, too_large, unsupported, empty, changed while being read) comes the end.
//
// An item is called by the input's name, with "#7" for the seventh of a file of several (lines are
// counted as lines, blank ones too, so that "#7" is line 7).
class ItemReader {
 public:
  static constexpr std::size_t max_page_bytes = 8u << 20;
  static constexpr std::size_t max_line_bytes = 8u << 20;
  static constexpr std::size_t max_json_bytes = 64u << 20;

  ItemReader(FileSource source, std::string name);
  ItemReader(ItemReader&&) noexcept;
  ItemReader& operator=(ItemReader&&) noexcept;
  ~ItemReader();

  // The next item or what was wrong with it; nothing at the end.  A message names the item.
  std::optional<Result<RawItem>> next();

  // What the next item, or the one just told bad, is called.
  const std::string& item_name() const;

  // Known after the first call of next().
  std::optional<FileFormat> format() const;

  // Bytes taken from the input so far.
  std::uint64_t bytes_read() const;

  const FileSource& source() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace broadsheet::indexer
