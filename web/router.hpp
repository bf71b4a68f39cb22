// From a request to its answer.
//
// Knows every route, and gives every answer what all have in common: security headers, entity tag,
// gzip.  Safe to call from any number of threads at once.
#pragma once

#include <string>

#include "searcher/searcher.hpp"
#include "web/http.hpp"
#include "web/problem.hpp"
#include "web/search_page.hpp"

namespace broadsheet::web {

class Router {
 public:
  // The searcher must outlive the router.  public_url as in ServerOptions.
  Router(const searcher::Searcher& searcher, const std::string& public_url);

  HttpResponse answer(const HttpRequest& request) const;

  // For what never becomes a request.
  HttpResponse refuse(const Problem& problem, const std::string& path) const;

 private:
  HttpResponse route(const HttpRequest& request) const;
  HttpResponse api_search(const HttpRequest& request) const;
  HttpResponse api_article(const HttpRequest& request) const;
  HttpResponse api_suggest(const HttpRequest& request) const;
  HttpResponse api_people(const HttpRequest& request) const;
  HttpResponse api_person(const HttpRequest& request) const;
  HttpResponse person_page(const HttpRequest& request) const;
  HttpResponse search_page(const HttpRequest& request) const;
  HttpResponse search_problem(const searcher::Parameters& typed, const Error& error) const;
  HttpResponse article_page(const HttpRequest& request) const;
  static HttpResponse health();
  HttpResponse readiness() const;
  void finish(HttpResponse& response, const HttpRequest& request) const;

  const searcher::Searcher& searcher_;
  const Site site_;
};

}  // namespace broadsheet::web
