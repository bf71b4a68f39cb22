#include "indexer/extract/json_text.hpp"

#include <cstdint>
#include <optional>

namespace broadsheet::indexer {
namespace {

constexpr std::string_view cdata = "<![CDATA[";

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::optional<unsigned> hex4(std::string_view text, std::size_t at) {
  if (at + 4 > text.size()) return std::nullopt;
  unsigned value = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const char c = text[i];
    const int letter = c | 0x20;
    if (c >= '0' && c <= '9') {
      value = value * 16 + static_cast<unsigned>(c - '0');
    } else if (letter >= 'a' && letter <= 'f') {
      value = value * 16 + static_cast<unsigned>(letter - 'a' + 10);
    } else {
      return std::nullopt;
    }
  }
  return value;
}

// The quote that closes the string which begins at `at`, or the end of the text.
std::size_t string_end(std::string_view json, std::size_t at) {
  const std::size_t begin = at + 1;
  while ((at = json.find('"', at + 1)) != std::string_view::npos) {
    std::size_t backslashes = 0;
    while (at - backslashes > begin && json[at - backslashes - 1] == '\\') ++backslashes;
    if (backslashes % 2 == 0) return at;
  }
  return json.size();
}

// Copies the values of a text, repairing as it goes.
class Repairer {
 public:
  Repairer(std::string_view text, Quotes quotes) : text_(text), quotes_(quotes) {}

  std::string repair() {
    std::size_t values = 0;
    while (next_value()) {
      if (values++ > 0) out_ += ',';
      if (!copy_value()) return {};
    }
    if (values == 0) return {};
    return values == 1 ? std::move(out_) : '[' + out_ + ']';
  }

 private:
  // To the next '{' or '[' outside of wrappers.
  bool next_value() {
    while (at_ < text_.size()) {
      if (text_.substr(at_, cdata.size()) == cdata) {
        at_ += cdata.size();
      } else if (text_[at_] == '{' || text_[at_] == '[') {
        return true;
      } else {
        ++at_;
      }
    }
    return false;
  }

  bool copy_value() {
    std::size_t depth = 0;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"') {
        if (!copy_string()) return false;
        continue;
      }
      if (skip_comment()) continue;
      ++at_;
      if (c == '{' || c == '[') {
        ++depth;
        out_ += c;
      } else if (c == '}' || c == ']') {
        drop_comma();
        out_ += c;
        if (--depth == 0) return true;
      } else if (c == ',') {
        if (!ends_with_opening_or_comma()) out_ += c;
      } else if (!is_space(c)) {
        out_ += c;
      }
    }
    return false;
  }

  void drop_comma() {
    if (!out_.empty() && out_.back() == ',') out_.pop_back();
  }

  bool ends_with_opening_or_comma() const {
    return out_.empty() || out_.back() == ',' || out_.back() == '{' || out_.back() == '[';
  }

  bool skip_comment() {
    if (text_[at_] != '/' || at_ + 1 >= text_.size()) return false;
    std::size_t end = std::string_view::npos;
    if (text_[at_ + 1] == '*') {
      end = text_.find("*/", at_ + 2);
      if (end != std::string_view::npos) end += 2;
    } else if (text_[at_ + 1] == '/') {
      end = text_.find('\n', at_);
    } else {
      return false;
    }
    at_ = end == std::string_view::npos ? text_.size() : end;
    return true;
  }

  bool copy_string() {
    out_ += '"';
    ++at_;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"') {
        ++at_;
        if (quotes_ == Quotes::as_written || closes_string()) {
          out_ += '"';
          return true;
        }
        out_ += "\\\"";
      } else if (c == '\\') {
        copy_escape();
      } else {
        copy_character(c);
        ++at_;
      }
    }
    return false;
  }

  // Whether the grammar goes on behind the quote just passed.
  bool closes_string() const {
    std::size_t next = at_;
    while (next < text_.size() && is_space(text_[next])) ++next;
    if (next >= text_.size()) return true;
    if (text_[next] == ':' || text_[next] == '}' || text_[next] == ']') return true;
    if (text_[next] != ',') return false;
    ++next;
    while (next < text_.size() && is_space(text_[next])) ++next;
    if (next >= text_.size()) return true;
    const char c = text_[next];
    return c == '"' || c == '{' || c == '[' || c == '}' || c == ']' || c == '-' ||
           (c >= '0' && c <= '9') || text_.substr(next, 4) == "true" ||
           text_.substr(next, 5) == "false" || text_.substr(next, 4) == "null";
  }

  void copy_character(char c) {
    if (c == '\n') {
      out_ += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out_ += ' ';
    } else {
      out_ += c;
    }
  }

  void copy_escape() {
    const char c = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
    if (c == 'u') return copy_unicode_escape();
    if (std::string_view("\"\\/bfnrt").find(c) != std::string_view::npos) {
      out_ += '\\';
      out_ += c;
      at_ += 2;
    } else {
      ++at_;  // Not an escape: the character stands for itself.
    }
  }

  void copy_unicode_escape() {
    const auto unit = hex4(text_, at_ + 2);
    if (!unit) {
      ++at_;
      return;
    }
    std::size_t length = 6;
    const bool high = *unit >= 0xd800 && *unit <= 0xdbff;
    bool paired = false;
    if (high && text_.substr(at_ + 6, 2) == "\\u") {
      const auto low = hex4(text_, at_ + 8);
      paired = low && *low >= 0xdc00 && *low <= 0xdfff;
      if (paired) length = 12;
    }
    if (*unit >= 0xd800 && *unit <= 0xdfff && !paired) {
      out_ += "\\ufffd";
    } else {
      out_.append(text_.substr(at_, length));
    }
    at_ += length;
  }

  std::string_view text_;
  Quotes quotes_;
  std::size_t at_ = 0;
  std::string out_;
};

}  // namespace

bool is_nested_at_most(std::string_view json, std::size_t most) {
  std::size_t depth = 0;
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char c = json[at];
    if (c == '"') {
      at = string_end(json, at);
    } else if (c == '{' || c == '[') {
      if (++depth > most) return false;
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return true;
}

std::string repair_json(std::string_view text, Quotes quotes) {
  return Repairer(text, quotes).repair();
}

}  // namespace broadsheet::indexer
