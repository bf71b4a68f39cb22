// What stands around a story, told line by line.
//
// The rules are the same for text dumps and for the paragraphs of a page's body, and hold for
// about 20 languages at once.  They are precise rather than complete: a sentence of a story is
// text, even one that begins with "Read more" or speaks of a newsletter.
#pragma once

#include <string_view>

namespace broadsheet::indexer {

enum class LineKind {
  text,          // Nothing known against it.
  date,          // A date, with or without "Published", "Updated", a time.
  read_time,     // "1 min read".
  byline,        // "By Jane Doe", alone.
  also_read,     // "Also read: ...", "Lesen Sie auch: ...": one reference to another story.
  related,       // "Related articles", "Most read", "Mehr zum Thema" alone: a list of them follows.
  neighbour,     // "Previous Story", "Next article".
  latest_from,   // "Latest from Politics", "More in Sport".
  share,         // "Share on Facebook", "Follow us on ...", names of networks alone.
  subscription,  // Newsletter, subscription, registration, app pitch.
  advertisement,
  copyright,  // "(c) 2021 ... All rights reserved", "may not be reproduced".
  comments,   // "Leave a comment", "12 comments", comment rules.
  tags,       // "Tags: ...", "Filed under".
  credit,     // A picture's credit or caption: "Photo: ...", "(Reuters/Jane Doe)".
  top,        // "Go to top", "Skip to content".
  consent,    // Cookies and consent.
};

enum class LineAction {
  keep,
  skip,       // This line is not the story; the story may go on after it.
  terminate,  // Nor is anything after it, once the story has begun.
};

struct LineClass {
  LineKind kind = LineKind::text;
  LineAction action = LineAction::keep;
};

// line: one line or paragraph, UTF-8, white space collapsed.
LineClass classify_line(std::string_view line);

const char* line_kind_name(LineKind kind);

// The section that a latest_from line names ("Latest from -Top News": "Top News"), else empty.
std::string_view section_named(std::string_view line);

}  // namespace broadsheet::indexer
