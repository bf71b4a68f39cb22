// A response with something in every field, for the tests of what is written from one.
#pragma once

#include <string>

#include "searcher/search_response.hpp"

namespace broadsheet::web::tests {

// Every string has `text` in it, so that a test may look for what becomes of it.
inline searcher::SearchResponse response_full_of(const std::string& text) {
  using searcher::FacetField;
  searcher::SearchResponse response;
  response.request.query = text;
  response.request.filters = {{FacetField::section, {text}}, {FacetField::author, {text}}};
  response.parsed = text;
  response.degraded = text;
  response.suggestion = text;
  response.total = 21;
  response.articles = 25;
  response.pages = 3;
  response.next_cursor = text;
  searcher::SearchResult result;
  result.id = text;
  result.key = "abcdefghijklmnop";
  result.url = text;
  result.headline = {{text, true}, {text, false}};
  result.snippet = {{text, false}, {text, true}};
  result.published = parse_timestamp("2021-03-19T08:38:00-04:00");
  result.section = text;
  result.people = {{text, text}};
  result.authors = {text};
  result.source = text;
  result.language = text;
  result.image = text;
  result.score = 1.5;
  result.duplicates = 2;
  response.results = {result};
  searcher::Facet facet;
  facet.missing = 3;
  facet.other = 4;
  facet.values = {{text, text, 12, true}, {text + "2", text, 5, false}};
  response.facets = {{FacetField::section, facet}, {FacetField::person, facet}};
  searcher::DateFacet dates;
  dates.missing = 7;
  dates.future = 2;
  dates.interval = searcher::Interval::month;
  dates.values = {{*parse_period("2021-03"), 5, 9}, {*parse_period("2021-04"), 0, 2}};
  response.date_facet = dates;
  return response;
}

}  // namespace broadsheet::web::tests
