// The people of a story, for people: every mention in its words, and why it is whose it is.
#pragma once

#include <string>
#include <string_view>

#include "indexer/people/recogniser.hpp"

namespace broadsheet::indexer {

// Lines of at most 96 columns: each person, and below it their mentions in brackets with the words
// around and the reason of the link; then those that are nobody's.  Empty if there are none.  text
// is what the mentions lie in, valid UTF-8.
std::string explain_people(std::string_view text, const people::TextPeople& people);

}  // namespace broadsheet::indexer
