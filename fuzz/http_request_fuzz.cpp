// Any bytes as the head of an HTTP request: refused with a status of the client's fault, or passed
// on as one request whose search has an address that is understood as the same search.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>

#include "searcher/search_request.hpp"
#include "web/query_string.hpp"
#include "web/request_head.hpp"

namespace {

using broadsheet::searcher::parse_search_request;
using broadsheet::searcher::to_parameters;
using namespace broadsheet::web;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_address_reads_back(std::string_view query) {
  const auto request = parse_search_request(decode_query(query));
  if (!request) return;
  const auto parameters = to_parameters(*request);
  const auto again = parse_search_request(decode_query(encode_query(parameters)));
  require(again && to_parameters(*again) == parameters);
}

void check_head(std::string_view bytes) {
  const auto head = parse_request_head(bytes);
  if (const auto* problem = std::get_if<Problem>(&head)) {
    require((problem->status >= 400 && problem->status < 500) || problem->status == 505);
    return;
  }
  const auto& accepted = std::get<RequestHead>(head);
  // The library sees one head, and no body.
  require(accepted.forwarded.find("\r\n\r\n") == accepted.forwarded.size() - 4);
  require(accepted.forwarded.find("\nContent-Length") == std::string::npos);
  require(accepted.path().size() <= RequestHead::max_path_bytes);
  check_address_reads_back(accepted.query());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  check_head(bytes);
  check_head("GET /?" + bytes + " HTTP/1.1\r\nHost: a\r\n\r\n");
  check_address_reads_back(bytes);
  require(guess_target(bytes).size() <= std::max<std::size_t>(size, 1));
  require(percent_decode(percent_encode(bytes)) == bytes);
  return 0;
}
