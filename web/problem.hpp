// Refusals and failures, told the same way everywhere: as problem+json (RFC 9457) on the API, as a
// small page elsewhere.
#pragma once

#include <string>

#include "schema/result.hpp"
#include "web/http.hpp"

namespace broadsheet::web {

struct Problem {
  int status = 500;
  std::string code;       // Stable, for programs: "invalid_request".
  std::string detail;     // For a person.  Says what to do; nothing of our insides.
  std::string parameter;  // The parameter to blame, else empty.
};

// The one place that gives an ErrorCode its status.
Problem problem_from(const Error& error);

// "Bad Request"
const char* status_phrase(int status);

bool is_api_path(std::string_view path);

// As problem+json, whatever the path.
HttpResponse problem_json(const Problem& problem);

// As suits the path.  home is the search page's address, for the link on the page.
HttpResponse problem_response(const Problem& problem, std::string_view path,
                              const std::string& home);

}  // namespace broadsheet::web
