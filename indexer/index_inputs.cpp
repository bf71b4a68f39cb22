#include <chrono>

#include "indexer/index.hpp"
#include "indexer/index_run.hpp"
#include "indexer/page_source.hpp"
#include "indexer/people/recogniser.hpp"

namespace broadsheet::indexer {

Result<IndexReport> index_inputs(const std::vector<std::string>& inputs,
                                 const IndexOptions& options, const IndexListener& listener) {
  const people::Recogniser recogniser;
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const Extractor extractor(recogniser, now);
  return index_from(page_source(extractor), inputs, options, listener);
}

}  // namespace broadsheet::indexer
