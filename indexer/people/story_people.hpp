// Who of a story's persons each mention means.
//
// Full names first: those that may be one person's are one, under the fullest.  Then, in the order
// of the text, names of one word: the person of that surname or given name; of several the one that
// fits title, gender and generation; of those the one the story is busy with; or nobody, when that
// does not tell them apart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/people/mention_context.hpp"
#include "schema/person_name.hpp"

namespace broadsheet::indexer::people {

// Why a mention means its person.
enum class LinkReason : std::uint8_t {
  fullest_name,  // The name itself.
  other_form,    // The same, shorter or spelled otherwise.
  surname,       // Of the only one that fits.
  given_name,
  fitting,  // Of several, the only one of that title, gender or generation.
  busiest,  // Of several, the one the story is busy with.
  // Of nobody:
  family,     // Several persons.
  undecided,  // Several fit.
};

// As a phrase: "surname of the one person it fits".
std::string_view reason_text(LinkReason reason);

struct NamedMention {
  std::string_view name;  // As written.
  MentionContext context;
};

struct LinkedMention {
  std::optional<std::size_t> person;  // Index in StoryPeople::people.
  LinkReason reason = LinkReason::fullest_name;
};

struct StoryPerson {
  std::string name;                   // Shown form of the fullest.
  std::optional<std::size_t> known;   // Which of those that the source names.
  bool is_tagged = false;             // Goes by what one of the source's tags says.
  std::vector<std::size_t> mentions;  // Indices, in text order; empty only if known.
};

struct StoryPeople {
  std::vector<StoryPerson> people;      // Known ones first, then in order of first mention.
  std::vector<LinkedMention> mentions;  // As many as there were, in their order.
};

// known: names of persons that the source says are in the story; they keep these names, but for
// those of one word that the story knows more fully.
StoryPeople resolve_people(std::span<const NamedMention> mentions,
                           std::span<const std::string> known = {});

}  // namespace broadsheet::indexer::people
