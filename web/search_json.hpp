// What the searcher answers as JSON: a search (also of `broadsheet search --json`), suggestions,
// and people.
#pragma once

#include <nlohmann/json.hpp>

#include "searcher/people.hpp"
#include "searcher/search_response.hpp"
#include "searcher/suggest.hpp"

namespace broadsheet::web {

// The form is that of schema/openapi.yaml.  Unknown strings are null.  Timing is not part of it, so
// that the same answer is the same bytes.  To be written by dump_json(), which mends UTF-8.
nlohmann::json search_to_json(const searcher::SearchResponse& response);

// "relevance", "newest", "oldest"
const char* sort_order_name(searcher::SortOrder order);

// What /api/suggest answers.
nlohmann::json suggestions_to_json(const searcher::Suggestions& suggestions);

// What /api/people answers, and /api/people/ID.
nlohmann::json people_to_json(const std::vector<searcher::PersonSummary>& people);
nlohmann::json person_to_json(const searcher::PersonProfile& profile);

}  // namespace broadsheet::web
