// The words of an element's class and id, which tell what its makers meant it for.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/dom.hpp"

namespace broadsheet::indexer {

// The class, id and data-testid of an element as words in lower case, each between two spaces:
// "articleBody js-share_bar" is " article body js share bar ".  Empty if it has none of them.
std::string class_words(const Dom& dom, NodeId id);

// Whether `words`, made by class_words(), has the word or the words in a row ("read more").
bool has_words(std::string_view words, std::string_view wanted);

// Whether it has one of them.
template <typename Names>
bool has_any_words(std::string_view words, const Names& wanted) {
  return std::ranges::any_of(wanted, [&](std::string_view name) { return has_words(words, name); });
}

}  // namespace broadsheet::indexer
