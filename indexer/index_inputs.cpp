#include "indexer/index.hpp"
#include "indexer/index_run.hpp"
#include "indexer/page_source.hpp"
#include "schema/date.hpp"

namespace broadsheet::indexer {

Result<IndexReport> index_inputs(const std::vector<std::string>& inputs,
                                 const IndexOptions& options, const IndexListener& listener) {
  const Extractor extractor(current_instant());
  return index_from(page_source(extractor), inputs, options, listener);
}

}  // namespace broadsheet::indexer
