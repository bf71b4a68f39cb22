// What the parts of a page are called, in many languages.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/extract/dom.hpp"

namespace broadsheet::indexer {

struct PartName {
  // The word of class or id that says that the part is not the story; empty if none does.
  std::string_view boilerplate;
  bool sure = false;   // Such words never name a part of the story.
  bool story = false;  // Called the story's text, or marked as it.
};

// Of each node.
std::vector<PartName> part_names(const Dom& dom);

}  // namespace broadsheet::indexer
