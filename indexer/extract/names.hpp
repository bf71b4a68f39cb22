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

// Those of a claim that is no person's full name: "Jana", "jdoe", "Ana & Luis".  For claims that
// the page makes of its author in so many words, as these may be anything.
std::vector<std::string> pen_names(std::string_view claim,
                                   const std::vector<std::string>& site_names = {});

// A claim that is no person's name, as written: the desk, agency or outlet that it names ("Example
// News Staff", "dpa"); empty if it cannot be one or says nothing ("admin").
std::string collective_name(std::string_view claim);

// Whether a word of the claim is one of desks, agencies, outlets or firms.
bool names_desk(std::string_view claim);

// Whether the first word is a given name, and foremost that ("Jane Doe", but not "Paris Match").
bool begins_with_given_name(std::string_view name);

// Whether a line begins with "By", "Von", "Written by" or their like.
bool begins_byline(std::string_view line);

// Whether the text could be one person's name: two to six words, capitalised where the script has
// capitals, none of them a word of desks, agencies or outlets.
bool is_person_name(std::string_view text);

}  // namespace broadsheet::indexer
