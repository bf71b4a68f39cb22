#include "indexer/readers/json_splitter.hpp"

#include <algorithm>
#include <optional>

namespace broadsheet::indexer {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::size_t skip_space(std::string_view json, std::size_t at) {
  while (at < json.size() && is_space(json[at])) ++at;
  return at;
}

// Behind the quote that closes the string at `at`, or npos.
std::size_t string_end(std::string_view json, std::size_t at) {
  for (++at; at < json.size(); ++at) {
    if (json[at] == '\\') {
      ++at;
    } else if (json[at] == '"') {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

struct Member {
  std::string_view name;
  std::string_view value;  // Up to the end of the text if that is cut short.
};

// The members of the object that begins a text, one after the other.
class Members {
 public:
  explicit Members(std::string_view object) : object_(object) {}

  std::optional<Member> next() {
    at_ = skip_space(object_, at_);
    if (at_ < object_.size() && object_[at_] == ',') at_ = skip_space(object_, at_ + 1);
    if (at_ >= object_.size() || object_[at_] != '"') return std::nullopt;
    const std::size_t name_end = string_end(object_, at_);
    if (name_end == object_.npos) return std::nullopt;
    Member member;
    member.name = object_.substr(at_ + 1, name_end - at_ - 2);
    const std::size_t colon = skip_space(object_, name_end);
    if (colon >= object_.size() || object_[colon] != ':') return std::nullopt;
    const std::size_t value = skip_space(object_, colon + 1);
    const std::size_t end = std::min(json_value_end(object_, value), object_.size());
    member.value = object_.substr(std::min(value, object_.size()), end - std::min(value, end));
    at_ = end;
    return member;
  }

 private:
  std::string_view object_;
  std::size_t at_ = 1;
};

bool is_any_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool lists_articles(const Member& member) {
  return is_any_of(member.name,
                   {"articles", "results", "docs", "items", "stories", "data", "hits"}) &&
         !member.value.empty() && member.value.front() == '[';
}

bool belongs_to_article(const Member& member) {
  return is_any_of(member.name, {"headline", "body", "title", "webTitle", "articleBody", "@type"});
}

std::vector<std::string_view> elements(std::string_view array) {
  std::vector<std::string_view> found;
  std::size_t at = 1;
  while (true) {
    at = skip_space(array, at);
    if (at < array.size() && array[at] == ',') at = skip_space(array, at + 1);
    if (at >= array.size() || array[at] == ']') return found;
    const std::size_t end = std::min(json_value_end(array, at), array.size());
    found.push_back(array.substr(at, end - at));
    at = end > at ? end : at + 1;
  }
}

// The array of articles in a wrapper, or nothing if the object is no wrapper.
std::optional<std::string_view> wrapped_array(std::string_view object, int depth) {
  std::optional<std::string_view> array;
  Members members(object);
  while (const auto member = members.next()) {
    if (belongs_to_article(*member)) return std::nullopt;
    if (array) continue;
    if (lists_articles(*member)) {
      array = member->value;
    } else if (depth == 0 && member->name == "response" && !member->value.empty() &&
               member->value.front() == '{') {
      array = wrapped_array(member->value, depth + 1);
    }
  }
  return array;
}

}  // namespace

std::size_t json_value_end(std::string_view json, std::size_t at) {
  std::size_t depth = 0;
  while (at < json.size()) {
    const char c = json[at];
    if (c == '"') {
      at = string_end(json, at);
      if (at == json.npos) return at;
    } else if (c == '{' || c == '[') {
      ++depth;
      ++at;
    } else if (c == '}' || c == ']') {
      if (depth == 0) return at;  // The end of what holds a bare value.
      --depth;
      ++at;
    } else if (depth == 0) {
      if (c == ',' || is_space(c)) return at;
      ++at;
      continue;
    } else {
      ++at;
      continue;
    }
    if (depth == 0) return at;
  }
  return std::string_view::npos;
}

bool wraps_articles(std::string_view json) {
  return !json.empty() && json.front() == '{' && wrapped_array(json, 0).has_value();
}

Result<std::vector<std::string_view>> split_json(std::string_view json) {
  const std::size_t begin = skip_space(json, 0);
  const std::size_t end = json_value_end(json, begin);
  if (end == json.npos)
    return Error{ErrorCode::malformed, "not JSON: a bracket or quote is never closed", ""};
  if (skip_space(json, end) != json.size())
    return Error{ErrorCode::malformed, "not JSON: more text behind byte " + std::to_string(end),
                 ""};
  const std::string_view value = json.substr(begin, end - begin);
  if (value.front() == '[') return elements(value);
  if (const auto array = wrapped_array(value, 0)) return elements(*array);
  return std::vector<std::string_view>{value};
}

}  // namespace broadsheet::indexer
