// One person of the archive: when, in which sections and with whom stories name them.
#pragma once

#include <string>

#include "searcher/people.hpp"
#include "searcher/search_response.hpp"
#include "web/search_page.hpp"

namespace broadsheet::web {

std::string person_address(const Site& site, const std::string& id);

// latest: the newest stories that name the person.
std::string render_person_page(const Site& site, const searcher::PersonProfile& profile,
                               const searcher::SearchResponse& latest);

}  // namespace broadsheet::web
