#include "indexer/extract/page_state.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "indexer/extract/ascii.hpp"
#include "indexer/extract/entities.hpp"
#include "indexer/extract/json_text.hpp"
#include "indexer/extract/line_rules.hpp"
#include "indexer/extract/page_blocks.hpp"
#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

using nlohmann::json;

constexpr std::size_t max_state_bytes = 4'000'000;
constexpr std::size_t max_nesting = 64;
constexpr std::size_t min_story_weight = 400;
constexpr std::size_t min_paragraph_weight = 40;
constexpr std::size_t max_values = 200'000;

// The JSON of `window.__STATE__ = {...};` or the whole script; empty if it has none.
std::string_view json_of(std::string_view script) {
  script = ascii::trim(script);
  if (script.empty() || script.size() > max_state_bytes) return {};
  if (script.front() == '{' || script.front() == '[') return script;
  for (std::size_t at = script.find('='); at != std::string_view::npos;
       at = script.find('=', at + 1)) {
    const std::size_t value = script.find_first_not_of(" \n\r\t", at + 1);
    if (value == std::string_view::npos) return {};
    if (script[value] == '{' && script.find('"', value) < value + 8) return script.substr(value);
  }
  return {};
}

// The object or array that the text begins with, to its closing bracket.
std::string_view balanced(std::string_view text) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') {
        ++i;
      } else if (c == '"') {
        in_string = false;
      }
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return text.substr(0, i + 1);
    }
  }
  return {};
}

struct Story {
  std::vector<std::string> paragraphs;
  std::size_t weight = 0;
};

// A paragraph is a string of some length with a sentence in it, and no address or code.
bool is_paragraph(const std::string& text) {
  return text_weight(text) >= min_paragraph_weight &&
         text.find(". ") + 1 + text.ends_with('.') + text.ends_with('!') + text.ends_with('?') +
                 text.ends_with('"') + text.ends_with("”") + text.ends_with("。") >
             0 &&
         text.find("://") > 12 && text.find('{') == std::string::npos &&
         classify_line(text).action == LineAction::keep;
}

void add_paragraphs(const std::string& written, Story& story) {
  const std::string plain = strip_markup(decode_entities_fully(written));
  for (const std::string& part : split_paragraphs(plain)) {
    std::string paragraph = text::collapse_space(text::clean_utf8(part));
    if (!is_paragraph(paragraph)) continue;
    story.weight += text_weight(paragraph);
    story.paragraphs.push_back(std::move(paragraph));
  }
}

// Looks at every array, and at every string alone, for the longest story.
class Search {
 public:
  void look_at(const json& root) {
    std::vector<const json*> open{&root};
    while (!open.empty() && ++values_ < max_values) {
      const json& value = *open.back();
      open.pop_back();
      if (value.is_string() && value.get_ref<const std::string&>().size() >= min_story_weight) {
        Story story;
        add_paragraphs(value.get_ref<const std::string&>(), story);
        take(std::move(story));
      }
      if (value.is_array()) take(story_of(value));
      if (value.is_structured()) {
        for (const json& element : value) open.push_back(&element);
      }
    }
  }

  std::vector<std::string> best() && {
    return best_.weight >= min_story_weight ? std::move(best_.paragraphs)
                                            : std::vector<std::string>();
  }

 private:
  void take(Story story) {
    if (story.weight > best_.weight) best_ = std::move(story);
  }

  // One paragraph of each element: itself, or the longest string among an object's members.
  static Story story_of(const json& array) {
    Story story;
    for (const json& element : array) {
      const std::string* text = nullptr;
      if (element.is_string()) text = &element.get_ref<const std::string&>();
      if (element.is_object()) {
        for (const json& member : element) {
          if (!member.is_string()) continue;
          const auto& value = member.get_ref<const std::string&>();
          if (!text || value.size() > text->size()) text = &value;
        }
      }
      if (text) add_paragraphs(*text, story);
    }
    return story;
  }

  Story best_;
  std::size_t values_ = 0;
};

}  // namespace

std::vector<std::string> story_in_state(const std::vector<std::string_view>& scripts) {
  Search search;
  for (const std::string_view script : scripts) {
    const std::string_view text = balanced(json_of(script));
    if (text.size() < min_story_weight || !is_nested_at_most(text, max_nesting)) continue;
    const json state = json::parse(text, nullptr, false, true);
    if (!state.is_discarded()) search.look_at(state);
  }
  return std::move(search).best();
}

}  // namespace broadsheet::indexer
