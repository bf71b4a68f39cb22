// What a source's tags tell of the persons in a story.
//
// Tags name persons, places and topics alike ("Vladimir Putin", "European Union", "Weather"), so
// that a tag is believed only where the story bears it out.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "indexer/people/mention_context.hpp"
#include "indexer/people/story_people.hpp"
#include "indexer/people/story_words.hpp"
#include "schema/person_name.hpp"

namespace broadsheet::indexer::people {

// Those of the tags that are full names by their form, titles left out: two words or more, all with
// capitals but for particles, none of them what only things are called.
std::vector<PersonName> names_of_tags(std::span<const std::string> tags, const WordTable& table);

// Adds to names, those found in the story, each tag that is a notable person, or a given name and a
// surname, wherever the story has it as it stands and no name has been found.  In text order.
// is_learned: the tagger has seen the story, and made nothing of them; the given name must then be
// a common one.
void add_tagged_names(const StoryWords& story, std::span<const PersonName> tags, bool is_learned,
                      std::vector<NameRun>& names);

// Calls persons of the story by the tags that are fuller than their names, or the same with marks
// that these lack: "Putin" becomes "Vladimir Putin".  A person whom several tags fit, and a tag
// that fits several persons, are left alone, and so is whom the source names and who is only in a
// credit.
void rename_by_tags(std::span<const PersonName> tags, std::span<const MentionContext> contexts,
                    const WordTable& table, StoryPeople& story);

}  // namespace broadsheet::indexer::people
