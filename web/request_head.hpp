// The head of a request: request line and header lines, before any of it is acted upon.
//
// Stricter than the library that carries out the rest.  What it lets through are requests on whose
// end and meaning every server and proxy agrees: no body, no second length, no bare line feed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "web/problem.hpp"

namespace broadsheet::web {

struct RequestHead {
  static constexpr std::size_t max_bytes = 65'536;
  static constexpr std::size_t max_target_bytes = 32'768;  // 8 KB of words, every byte escaped.
  static constexpr std::size_t max_path_bytes = 8'000;
  static constexpr std::size_t max_headers = 100;

  std::string method;   // GET, HEAD or OPTIONS.
  std::string target;   // Path and query, escaped; begins with '/', or is "*".
  std::string version;  // HTTP/1.0 or HTTP/1.1.
  bool keep_alive = true;
  // The head as the library gets it: without the query, which it bounds at 8 KB, and without the
  // headers that it acts on wrongly (Range, Expect) or that are dealt with here.
  std::string forwarded;

  std::string_view path() const { return std::string_view(target).substr(0, target.find('?')); }
  std::string_view query() const;
};

// Reads a whole head, its empty line included.
std::variant<RequestHead, Problem> parse_request_head(std::string_view bytes);

// The target of a head that may be broken or unfinished, for an answer in the right form; else "/".
std::string_view guess_target(std::string_view bytes);

}  // namespace broadsheet::web
