// A request and an answer as the routes see them: plain data, no sockets, no library.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "searcher/search_request.hpp"

namespace broadsheet::web {

struct HttpRequest {
  std::string method = "GET";  // GET, HEAD or OPTIONS: the connection answers all others itself.
  std::string target = "/";    // As sent: path and query, still escaped.
  std::string path = "/";      // Unescaped, without the query; may be any bytes.
  searcher::Parameters parameters;  // Of the query, unescaped; may be any bytes.
  std::string accept_encoding;
  std::string if_none_match;
};

struct HttpResponse {
  int status = 200;
  std::string content_type;  // Empty only without a body.
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;  // Besides the content's own.
};

}  // namespace broadsheet::web
