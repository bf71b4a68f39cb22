// Where articles come from, as the index writer sees it: a way to read an input's items and a way
// to make an article of one.  index_inputs() plugs in the readers and the Extractor.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "indexer/extract/extract.hpp"
#include "schema/result.hpp"

namespace broadsheet::indexer {

// One file, or standard input.
struct InputFile {
  std::filesystem::path path;  // Absolute; "-" is standard input.
  std::string name;            // Relative to the folder given, or the file's own name; valid UTF-8.
  std::uint64_t size_bytes = 0;
  std::int64_t modified_ns = 0;
  bool in_folder =
      false;  // Found in a folder, not given by name: a symlink by now is not followed.

  bool is_standard_input() const { return path == "-"; }
};

// Takes an item or what was wrong with it, and what it is called.  False: no more are wanted.
using TakeItem = std::function<bool(Result<RawItem> item, const std::string& item_name)>;

struct ArticleSource {
  // Hands over the items of one input in order.  Called from one thread; bad inputs don't throw.
  std::function<void(const InputFile&, const TakeItem&)> read;
  // Called from several threads at once.
  std::function<Result<Extraction>(const RawItem&)> extract;
};

}  // namespace broadsheet::indexer
