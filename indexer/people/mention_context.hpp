// What stands around a name and tells who is meant.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "indexer/people/story_words.hpp"

namespace broadsheet::indexer::people {

enum class Gender : std::uint8_t { unknown, male, female };
enum class Generation : std::uint8_t { unknown, elder, younger };

struct MentionContext {
  std::string title;                            // The word before, if one: folded.
  Gender gender = Gender::unknown;              // By title, else by given name.
  Generation generation = Generation::unknown;  // "the elder Bush", "his son John Doe".
  bool goes_by_given_name = false;              // After "King", "Sir", "Sheikh".
  bool names_family = false;                    // "the Clintons", "the Williams sisters".
  bool in_credit = false;                       // Byline, photo credit.
  std::uint32_t sentence = 0;                   // Its number in the text,
  std::uint32_t paragraph = 0;                  // and that of its line.
};

// The contexts of names, in text order.
std::vector<MentionContext> contexts_of(const StoryWords& story, std::span<const NameRun> names);

}  // namespace broadsheet::indexer::people
