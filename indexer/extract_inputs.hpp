// What the indexer sees of its inputs, without an index.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "indexer/extract/extract.hpp"

namespace broadsheet::indexer {

// What an item is called, and what came of it.  The article's id is the one that `index` would give
// it if no other page disputed its canonical URL.
using TakeExtraction = std::function<void(const std::string& item_name, Result<Extraction>)>;

// Reads files, folders and standard input ("-") as index_inputs() does and extracts on all cores;
// take is called in order of input, from one thread.  What cannot be read is an error of its own.
void extract_inputs(const std::vector<std::string>& inputs, const TakeExtraction& take);

}  // namespace broadsheet::indexer
