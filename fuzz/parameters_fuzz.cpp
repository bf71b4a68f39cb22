// Search parameters, one name=value a line: refused with a name, or read back as they were written.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "schema/text.hpp"
#include "searcher/search_request.hpp"

using broadsheet::searcher::Parameters;
using broadsheet::searcher::parse_search_request;

namespace {

Parameters split(const std::string& text) {
  Parameters parameters;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    const std::size_t equals = std::min(line.find('='), line.size());
    parameters.emplace(line.substr(0, equals),
                       equals < line.size() ? line.substr(equals + 1) : std::string());
    begin = end + 1;
  }
  return parameters;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto request = parse_search_request(split(std::string(data, data + size)));
  if (!request) {
    const auto& error = request.error();
    if (error.parameter.empty() && error.message.empty()) std::abort();
    if (broadsheet::text::clean_utf8(error.message) != error.message) std::abort();
    return 0;
  }
  const auto pairs = to_parameters(*request);
  const auto again = parse_search_request(Parameters(pairs.begin(), pairs.end()));
  if (!again || !(*again == *request)) std::abort();
  return 0;
}
