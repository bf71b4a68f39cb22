// Query text: any bytes parse within the bounds, and what is written of the tree is read as the
// same tree.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "schema/text.hpp"
#include "searcher/query_parser.hpp"
#include "searcher/search_request.hpp"

using broadsheet::searcher::parse_query;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  const auto parsed = parse_query(text);
  const std::string written = to_text(parsed.query);
  if (broadsheet::text::clean_utf8(written) != written) std::abort();
  if (written.size() > broadsheet::searcher::SearchRequest::max_query_bytes) return 0;  // Is cut.
  const auto again = parse_query(written);
  if (again.query != parsed.query || !again.notes.empty()) std::abort();
  return 0;
}
