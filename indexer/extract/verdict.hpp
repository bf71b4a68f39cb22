// Why a block of a page is part of the story, or is not.
#pragma once

#include <cstdint>

#include "indexer/extract/dom.hpp"
#include "indexer/extract/line_rules.hpp"

namespace broadsheet::indexer {

enum class Reason : std::uint8_t {
  story,
  // Told by an element around the block.
  element,      // What kind of element it is: <nav>, <figure>, <aside>.
  table,        // It is a <table>, of figures rather than of the page's layout.
  role,         // Its role or aria-hidden.
  name,         // A word of its class or id that tells parts which are no story, mostly.
  sure_name,    // One that always does.
  links,        // It is a list of links.
  teaser,       // It shows another story.
  pitch,        // It asks the reader to sign up.
  feed,         // It tells minute by minute.
  other_story,  // The next story of an endless page begins there.
  // Told by the block.
  outside,   // Not in the element that holds the story.
  line,      // A line rule says what it is.
  no_text,   // It does not read like part of a story.
  headline,  // The headline again.
  repeated,  // The block before it again.
  // Told by where it stands.
  before,  // Before the first paragraph.
  after,   // After the last one.
};

// Reasons that nothing outweighs.
constexpr bool is_certain(Reason reason) {
  return reason == Reason::element || reason == Reason::role || reason == Reason::sure_name ||
         reason == Reason::pitch || reason == Reason::feed || reason == Reason::other_story;
}

struct Verdict {
  Reason reason = Reason::outside;
  LineKind line = LineKind::text;  // What the line rule says, for Reason::line.
  NodeId element = no_node;        // The element that tells, where one does.
  float score = 0;                 // story_score().
};

// For people: "a word of its class or id".
const char* reason_text(Reason reason);

}  // namespace broadsheet::indexer
