// Names of authors, from bylines and metadata.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::indexer {

// The persons in a byline or author field: "By Jane Doe and John Roe, Reuters" is Jane Doe and John
// Roe.  Titles of jobs, agencies, outlets, desks ("Staff", "Redaktion", "Newsroom"), addresses and
// URLs are left out; "DOE, JANE" is turned; capitals are lowered.  site_names are outlets to
// refuse.
std::vector<std::string> author_names(std::string_view byline,
                                      const std::vector<std::string>& site_names = {});

// The same of several fields together, each name once, a shorter form under the fuller one.
std::vector<std::string> author_names(const std::vector<std::string>& bylines,
                                      const std::vector<std::string>& site_names = {});

// Whether the text could be one person's name: two to six words, capitalised where the script has
// capitals, none of them a word of desks, agencies or outlets.
bool is_person_name(std::string_view text);

}  // namespace broadsheet::indexer
