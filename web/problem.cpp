#include "web/problem.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "schema/article_json.hpp"
#include "web/page_frame.hpp"

namespace broadsheet::web {

namespace {

HttpResponse problem_page(const Problem& problem, const std::string& home) {
  const char* phrase = status_phrase(problem.status);
  PageHead head;
  head.title = phrase;
  head.home = home;
  std::string page = write_page(head, [&](HtmlWriter& html) {
    const auto message = html.element("div", {{"class", "message"}});
    html.leaf("h1", phrase);
    html.leaf("p", problem.detail);
    const auto paragraph = html.element("p");
    html.leaf("a", "Go to the search page", {{"href", home}});
  });
  return {problem.status, "text/html; charset=utf-8", std::move(page), {}};
}

}  // namespace

Problem problem_from(const Error& error) {
  Problem problem{500, error_code_name(error.code), error.message, error.parameter};
  switch (error.code) {
    case ErrorCode::invalid_request:
      problem.status = 400;
      break;
    case ErrorCode::not_found:
      problem.status = 404;
      break;
    case ErrorCode::index_unavailable:
      problem.status = 503;
      problem.detail = "The index cannot be read at the moment. Try again shortly.";
      break;
    default:
      problem.detail = "The server failed to answer this request.";
  }
  return problem;
}

const char* status_phrase(int status) {
  switch (status) {
    case 400:
      return "Bad Request";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 414:
      return "URI Too Long";
    case 431:
      return "Request Header Fields Too Large";
    case 503:
      return "Service Unavailable";
    case 505:
      return "HTTP Version Not Supported";
    default:
      return "Internal Server Error";
  }
}

bool is_api_path(std::string_view path) { return path == "/api" || path.substr(0, 5) == "/api/"; }

HttpResponse problem_json(const Problem& problem) {
  nlohmann::json body{{"type", "about:blank"},
                      {"title", status_phrase(problem.status)},
                      {"status", problem.status},
                      {"code", problem.code},
                      {"detail", problem.detail}};
  if (!problem.parameter.empty()) body["parameter"] = problem.parameter;
  return {problem.status, "application/problem+json", dump_json(body), {}};
}

HttpResponse problem_response(const Problem& problem, std::string_view path,
                              const std::string& home) {
  HttpResponse response = is_api_path(path) ? problem_json(problem) : problem_page(problem, home);
  if (problem.status == 405) response.headers.emplace_back("Allow", "GET, HEAD, OPTIONS");
  if (problem.status == 503) response.headers.emplace_back("Retry-After", "5");
  return response;
}

}  // namespace broadsheet::web
