// The escaped form of text in a URL.  Total: any bytes decode, a stray '%' stands for itself.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/search_request.hpp"

namespace broadsheet::web {

// "%41" becomes "A"; a '+' stays.
std::string percent_decode(std::string_view text);

// What RFC 3986 calls unreserved stays, the rest becomes %XX.
std::string percent_encode(std::string_view text);

// "q=a+b&section=news" by name, '+' as a space.  Parameters without a name are dropped.
searcher::Parameters decode_query(std::string_view query);

// The inverse, in the order given, without a '?'.
std::string encode_query(const std::vector<std::pair<std::string, std::string>>& parameters);

}  // namespace broadsheet::web
