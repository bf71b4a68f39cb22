// The search page: all of its state is in its address, and it needs no script.
#pragma once

#include <string>

#include "searcher/search_request.hpp"
#include "searcher/search_response.hpp"
#include "web/http.hpp"

namespace broadsheet::web {

// Where our own pages are.
struct Site {
  std::string home = "/";  // Path of the search page; ends with '/'.
  std::string origin;      // Scheme and host for absolute addresses; empty if not known.
};

// The address of a search, canonical, so that the same search has one.
std::string search_address(const Site& site, const searcher::SearchRequest& request);

// What the page asks of the searcher on behalf of the reader: facets that are filtered by are also
// counted, and dates are counted by year, month or day, as the span of days asks for.
searcher::SearchRequest page_request(const searcher::SearchRequest& asked);

// response answers page_request(asked).
std::string render_search_page(const Site& site, const searcher::SearchRequest& asked,
                               const searcher::SearchResponse& response);

// For a bad value: the form as it was filled in, and what is wrong with it.  asked is what remains
// without that value, typed what came.
std::string render_search_problem(const Site& site, const searcher::SearchRequest& asked,
                                  const searcher::Parameters& typed, const Error& error);

}  // namespace broadsheet::web
