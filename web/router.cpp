#include "web/router.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>
#include <utility>

#include "schema/article_json.hpp"
#include "schema/hash.hpp"
#include "web/article_page.hpp"
#include "web/assets.hpp"
#include "web/negotiation.hpp"
#include "web/person_page.hpp"
#include "web/search_json.hpp"

namespace broadsheet::web {

namespace {

using searcher::Parameters;
using searcher::SearchRequest;

constexpr const char* html_type = "text/html; charset=utf-8";
constexpr const char* allowed_methods = "GET, HEAD, OPTIONS";

// A new article shows up to half a minute late in a cache, which spares most of the repeats.
constexpr const char* briefly = "public, max-age=30";
constexpr const char* for_ever = "public, max-age=31536000, immutable";
constexpr const char* never = "no-store";

constexpr std::size_t least_bytes_to_compress = 1'024;

constexpr const char* content_policy =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'";

std::string path_of_origin(const std::string& public_url) {
  const std::size_t scheme = public_url.find("://");
  if (scheme == std::string::npos) return {};
  const std::size_t slash = public_url.find('/', scheme + 3);
  return slash == std::string::npos ? std::string() : public_url.substr(slash);
}

std::string origin_of(const std::string& public_url) {
  return public_url.substr(0, public_url.size() - path_of_origin(public_url).size());
}

std::string milliseconds(std::chrono::microseconds time) {
  return std::to_string(time.count() / 1'000) + '.' + std::to_string(time.count() / 100 % 10);
}

void set_header(HttpResponse& response, const char* name, std::string value) {
  response.headers.emplace_back(name, std::move(value));
}

// Rendering counts as what is left of the time since the request came.
void add_timing(HttpResponse& response, std::chrono::microseconds search,
                std::chrono::steady_clock::time_point begin) {
  const auto all = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - begin);
  set_header(response, "Server-Timing",
             "search;dur=" + milliseconds(search) + ", total;dur=" + milliseconds(all));
}

// A second '?' is legal and part of the value; written as %3F it is also safe from servers that
// think otherwise.  The address is relative, so it holds behind any proxy.
HttpResponse redirect_second_question_mark(const std::string& target) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string location = "?";
  for (std::size_t at = target.find('?') + 1; at < target.size(); ++at) {
    const auto byte = static_cast<unsigned char>(target[at]);
    if (byte == '?' || byte >= 0x80) {
      location += {'%', digits[byte >> 4U], digits[byte & 15U]};
    } else {
      location += target[at];
    }
  }
  HttpResponse response;
  response.status = 308;
  response.content_type = "text/plain; charset=utf-8";
  response.body = "See " + location + '\n';
  set_header(response, "Location", location);
  return response;
}

bool has_second_question_mark(const std::string& target) {
  const std::size_t first = target.find('?');
  return first != std::string::npos && target.find('?', first + 1) != std::string::npos;
}

HttpResponse options_response(bool is_api) {
  HttpResponse response;
  response.status = 204;
  set_header(response, "Allow", allowed_methods);
  if (!is_api) return response;
  set_header(response, "Access-Control-Allow-Methods", allowed_methods);
  set_header(response, "Access-Control-Allow-Headers", "*");
  set_header(response, "Access-Control-Max-Age", "86400");
  return response;
}

HttpResponse asset_response(std::string_view name, const char* type, const char* caching) {
  HttpResponse response{200, type, std::string(asset(name).content), {}};
  set_header(response, "Cache-Control", caching);
  return response;
}

// A page is asked for by people and by links that others have decorated: what is not ours is
// ignored.
Parameters known_parameters(const Parameters& typed) {
  Parameters known;
  for (const auto& [name, value] : typed) {
    if (searcher::is_search_parameter(name)) known.emplace(name, value);
  }
  return known;
}

Error unknown_parameter(const std::string& name, const char* expected) {
  return {ErrorCode::invalid_request,
          "'" + name + "' is not a parameter of this address; expected " + expected + ".", name};
}

struct PeopleRequest {
  std::string query;
  std::size_t size = 10;
};

// q, and size from 1 to 100; anything else is an invalid_request that names it.
std::optional<Error> read_people_request(const Parameters& parameters, PeopleRequest& request) {
  constexpr unsigned most = 100;
  for (const auto& [name, value] : parameters) {
    if (name == "q") {
      request.query = value;
    } else if (name == "size") {
      unsigned size = 0;
      const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), size);
      if (error != std::errc() || end != value.data() + value.size() || size < 1 || size > most) {
        return Error{ErrorCode::invalid_request, "'size' is not a number from 1 to 100.", "size"};
      }
      request.size = size;
    } else {
      return unknown_parameter(name, "q, size");
    }
  }
  return std::nullopt;
}

// What is left when the values that cannot be read are dropped.
SearchRequest readable_part(Parameters parameters) {
  for (;;) {
    const auto request = searcher::parse_search_request(parameters);
    if (request) return *request;
    if (parameters.erase(request.error().parameter) == 0) return {};
  }
}

void add_security_headers(HttpResponse& response, bool is_api) {
  set_header(response, "Content-Security-Policy", content_policy);
  set_header(response, "X-Content-Type-Options", "nosniff");
  set_header(response, "Referrer-Policy", "strict-origin-when-cross-origin");
  set_header(response, "Permissions-Policy",
             "camera=(), geolocation=(), microphone=(), browsing-topics=()");
  set_header(response, "Cross-Origin-Resource-Policy", is_api ? "cross-origin" : "same-origin");
  if (!is_api) return;
  // Never with credentials; there are no cookies to send anyway.
  set_header(response, "Access-Control-Allow-Origin", "*");
  set_header(response, "Access-Control-Expose-Headers", "ETag, Server-Timing");
  set_header(response, "Timing-Allow-Origin", "*");
}

bool may_be_kept(const HttpResponse& response) {
  const auto& headers = response.headers;
  return response.status == 200 &&
         std::any_of(headers.begin(), headers.end(), [](const auto& header) {
           return header.first == "Cache-Control" && header.second != never;
         });
}

// Of the very bytes, so that it changes with the index, the parameters, an embargo that ends and a
// deadline that cut an answer short alike.
std::string entity_tag(const HttpResponse& response, const std::string& index, bool packed) {
  constexpr std::size_t digits = 24;
  const std::string hash = to_hex(sha256(index + '\n' + response.body)).substr(0, digits);
  return '"' + hash + (packed ? "-gz\"" : "\"");
}

void make_not_modified(HttpResponse& response) {
  response.status = 304;
  response.body.clear();
  response.content_type.clear();
}

// Encoding, entity tag and, where the client holds it already, the short answer.
void finish_content(HttpResponse& response, const HttpRequest& request, const std::string& index) {
  if (response.body.empty()) return;
  set_header(response, "Vary", "Accept-Encoding");
  const bool packed =
      response.body.size() >= least_bytes_to_compress && accepts_gzip(request.accept_encoding);
  if (may_be_kept(response)) {
    const std::string etag = entity_tag(response, index, packed);
    set_header(response, "ETag", etag);
    if (if_none_match_names(request.if_none_match, etag)) return make_not_modified(response);
  }
  if (!packed) return;
  response.body = gzip(response.body);
  set_header(response, "Content-Encoding", "gzip");
}

}  // namespace

Router::Router(const searcher::Searcher& searcher, const std::string& public_url)
    : searcher_(searcher), site_{path_of_origin(public_url) + '/', origin_of(public_url)} {}

HttpResponse Router::answer(const HttpRequest& request) const {
  HttpResponse response = route(request);
  finish(response, request);
  return response;
}

HttpResponse Router::refuse(const Problem& problem, const std::string& path) const {
  HttpRequest request;
  request.path = path;
  HttpResponse response = problem_response(problem, path, site_.home);
  finish(response, request);
  return response;
}

void Router::finish(HttpResponse& response, const HttpRequest& request) const {
  if (response.status >= 400) set_header(response, "Cache-Control", never);
  const searcher::IndexState index = searcher_.state();
  finish_content(response, request, index.generation_uuid + ' ' + std::to_string(index.revision));
  add_security_headers(response, is_api_path(request.path));
  set_header(response, "Date", http_date(std::chrono::system_clock::now()));
  set_header(response, "Accept-Ranges", "none");
}

HttpResponse Router::route(const HttpRequest& request) const {
  const std::string& path = request.path;
  if (request.method == "OPTIONS") return options_response(is_api_path(path));
  if (has_second_question_mark(request.target)) {
    return redirect_second_question_mark(request.target);
  }
  if (path == "/") return search_page(request);
  if (path == "/api/search") return api_search(request);
  if (path.rfind("/api/articles/", 0) == 0) return api_article(request);
  if (path.rfind("/articles/", 0) == 0) return article_page(request);
  if (path == "/api/suggest") return api_suggest(request);
  if (path == "/api/people") return api_people(request);
  if (path.rfind("/api/people/", 0) == 0) return api_person(request);
  if (path.rfind("/people/", 0) == 0) return person_page(request);
  if (path == '/' + asset_path("style.css")) {
    return asset_response("style.css", "text/css; charset=utf-8", for_ever);
  }
  if (path == '/' + asset_path("favicon.svg")) {
    return asset_response("favicon.svg", "image/svg+xml", for_ever);
  }
  if (path == "/favicon.ico") return asset_response("favicon.svg", "image/svg+xml", briefly);
  if (path == "/openapi.yaml") return asset_response("openapi.yaml", "application/yaml", briefly);
  if (path == "/healthz") return health();
  if (path == "/readyz") return readiness();
  return problem_response({404, "not_found", "There is nothing at this address.", {}}, path,
                          site_.home);
}

HttpResponse Router::api_search(const HttpRequest& request) const {
  const auto begin = std::chrono::steady_clock::now();
  const auto asked = searcher::parse_search_request(request.parameters);
  if (!asked) return problem_json(problem_from(asked.error()));
  const auto found = searcher_.search(*asked);
  if (!found) return problem_response(problem_from(found.error()), request.path, site_.home);
  HttpResponse response{200, "application/json", dump_json(search_to_json(*found)), {}};
  set_header(response, "Cache-Control", briefly);
  add_timing(response, found->took, begin);
  return response;
}

HttpResponse Router::search_page(const HttpRequest& request) const {
  const auto begin = std::chrono::steady_clock::now();
  const Parameters typed = known_parameters(request.parameters);
  const auto asked = searcher::parse_search_request(typed);
  if (!asked) return search_problem(typed, asked.error());
  const auto found = searcher_.search(page_request(*asked));
  if (!found && found.error().code == ErrorCode::invalid_request) {
    return search_problem(typed, found.error());
  }
  if (!found) return problem_response(problem_from(found.error()), request.path, site_.home);
  HttpResponse response{200, html_type, render_search_page(site_, *asked, *found), {}};
  set_header(response, "Cache-Control", briefly);
  add_timing(response, found->took, begin);
  return response;
}

HttpResponse Router::search_problem(const Parameters& typed, const Error& error) const {
  Parameters rest = typed;
  rest.erase(error.parameter);
  return {400, html_type, render_search_problem(site_, readable_part(rest), typed, error), {}};
}

HttpResponse Router::api_article(const HttpRequest& request) const {
  const std::string name = request.path.substr(std::string("/api/articles/").size());
  const auto article = searcher_.article(name);
  if (!article) return problem_response(problem_from(article.error()), request.path, site_.home);
  // Copies are listed as soon as duplicates are recognised.
  const nlohmann::json body{{"article", article_to_json(*article)},
                            {"copies", nlohmann::json::array()}};
  HttpResponse response{200, "application/json", dump_json(body), {}};
  set_header(response, "Cache-Control", briefly);
  return response;
}

HttpResponse Router::article_page(const HttpRequest& request) const {
  const std::string name = request.path.substr(std::string("/articles/").size());
  const auto article = searcher_.article(name);
  if (!article) return problem_response(problem_from(article.error()), request.path, site_.home);
  HttpResponse response{200, html_type, render_article_page(site_, *article), {}};
  set_header(response, "Cache-Control", briefly);
  return response;
}

HttpResponse Router::api_suggest(const HttpRequest& request) const {
  const auto begin = std::chrono::steady_clock::now();
  std::string text;
  for (const auto& [name, value] : request.parameters) {
    if (name != "q") return problem_json(problem_from(unknown_parameter(name, "q")));
    text = value;
  }
  const auto suggestions = searcher_.suggest(text);
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - begin);
  if (!suggestions) {
    return problem_response(problem_from(suggestions.error()), request.path, site_.home);
  }
  HttpResponse response{200, "application/json", dump_json(suggestions_to_json(*suggestions)), {}};
  set_header(response, "Cache-Control", briefly);
  add_timing(response, took, begin);
  return response;
}

HttpResponse Router::api_people(const HttpRequest& request) const {
  PeopleRequest asked;
  if (const auto error = read_people_request(request.parameters, asked)) {
    return problem_json(problem_from(*error));
  }
  const auto people = searcher_.people(asked.query, asked.size);
  if (!people) return problem_response(problem_from(people.error()), request.path, site_.home);
  HttpResponse response{200, "application/json", dump_json(people_to_json(*people)), {}};
  set_header(response, "Cache-Control", briefly);
  return response;
}

HttpResponse Router::api_person(const HttpRequest& request) const {
  const auto person = searcher_.person(request.path.substr(std::string("/api/people/").size()));
  if (!person) return problem_response(problem_from(person.error()), request.path, site_.home);
  HttpResponse response{200, "application/json", dump_json(person_to_json(*person)), {}};
  set_header(response, "Cache-Control", briefly);
  return response;
}

HttpResponse Router::person_page(const HttpRequest& request) const {
  const auto person = searcher_.person(request.path.substr(std::string("/people/").size()));
  if (!person) return problem_response(problem_from(person.error()), request.path, site_.home);
  SearchRequest latest;
  latest.filters[searcher::FacetField::person] = {person->person.id};
  latest.order_by = searcher::SortOrder::newest;
  latest.facets.clear();
  latest.date_facet = false;
  const auto found = searcher_.search(latest);
  if (!found) return problem_response(problem_from(found.error()), request.path, site_.home);
  HttpResponse response{200, html_type, render_person_page(site_, *person, *found), {}};
  set_header(response, "Cache-Control", briefly);
  return response;
}

HttpResponse Router::health() {
  HttpResponse response{200, "application/json", dump_json({{"status", "ok"}}), {}};
  set_header(response, "Cache-Control", never);
  return response;
}

HttpResponse Router::readiness() const {
  if (const auto error = searcher_.probe()) return problem_json(problem_from(*error));
  const searcher::IndexState index = searcher_.state();
  const nlohmann::json body{{"status", "ok"},
                            {"articles", index.articles},
                            {"generation", index.generation_uuid},
                            {"revision", index.revision},
                            {"opened", index.opened}};
  HttpResponse response{200, "application/json", dump_json(body), {}};
  set_header(response, "Cache-Control", never);
  return response;
}

}  // namespace broadsheet::web
