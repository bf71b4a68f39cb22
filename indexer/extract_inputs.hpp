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

// Why an item became an article, or none, as explain_item() tells it.
struct Explanation {
  std::string text;
  bool is_article = false;
};

// An error is of an item that could not be read at all.
using TakeExplanation = std::function<void(Result<Explanation>)>;

// The same inputs in the same order, one at a time: for people.
void explain_inputs(const std::vector<std::string>& inputs, const TakeExplanation& take);

// The one page that the inputs hold as HTML of our own, what was kept of it marked (mark_page()).
// Errors: invalid_request if they hold anything else or more; what the page's reading may say.
Result<std::string> mark_input(const std::vector<std::string>& inputs);

}  // namespace broadsheet::indexer
