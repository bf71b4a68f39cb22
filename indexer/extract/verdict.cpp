#include "indexer/extract/verdict.hpp"

namespace broadsheet::indexer {

const char* reason_text(Reason reason) {
  switch (reason) {
    case Reason::story:
      return "story";
    case Reason::element:
      return "kind of element";
    case Reason::table:
      return "table";
    case Reason::role:
      return "role";
    case Reason::name:
    case Reason::sure_name:
      return "class or id";
    case Reason::links:
      return "list of links";
    case Reason::teaser:
      return "teaser of another story";
    case Reason::pitch:
      return "asks to sign up";
    case Reason::feed:
      return "minute-by-minute feed";
    case Reason::other_story:
      return "another story";
    case Reason::outside:
      return "outside the story's element";
    case Reason::line:
      return "line rule";
    case Reason::no_text:
      return "does not read like a story";
    case Reason::headline:
      return "the headline again";
    case Reason::repeated:
      return "the block before again";
    case Reason::before:
      return "before the first paragraph";
    case Reason::after:
      return "after the last paragraph";
  }
  return "";
}

}  // namespace broadsheet::indexer
