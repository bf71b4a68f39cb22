#include "indexer/extract/class_words.hpp"

#include "indexer/extract/ascii.hpp"

namespace broadsheet::indexer {
namespace {

constexpr std::size_t max_value_bytes = 500;

void append_words(std::string_view value, std::string& words) {
  if (value.empty()) return;
  value = value.substr(0, max_value_bytes);
  const std::size_t before_size = words.size();
  words.resize(before_size + 2 * value.size() + 1);  // A space before each letter at most.
  char* end = words.data() + before_size;
  char before = ' ';
  for (const char c : value) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = ascii::is_letter(c) || ascii::is_digit(c);
    const bool lower_before = before >= 'a' && before <= 'z';
    if ((!letter || (upper && lower_before)) && end[-1] != ' ') *end++ = ' ';
    if (letter) *end++ = ascii::to_lower(c);
    before = c;
  }
  if (end[-1] != ' ') *end++ = ' ';
  words.resize(static_cast<std::size_t>(end - words.data()));
}

}  // namespace

std::string class_words(const Dom& dom, NodeId id) {
  std::string words = " ";
  append_words(dom.attribute(id, "class"), words);
  append_words(dom.attribute(id, "id"), words);
  append_words(dom.attribute(id, "data-testid"), words);
  return words.size() > 1 ? words : std::string();
}

bool has_words(std::string_view words, std::string_view wanted) {
  for (std::size_t at = words.find(wanted); at != std::string_view::npos;
       at = words.find(wanted, at + 1)) {
    const std::size_t end = at + wanted.size();
    if (at > 0 && words[at - 1] == ' ' && end < words.size() && words[end] == ' ') return true;
  }
  return false;
}

}  // namespace broadsheet::indexer
