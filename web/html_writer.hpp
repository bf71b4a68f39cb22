// Writes HTML.  Everything that is not a literal of ours passes through here, and is escaped here.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::web {

// The value may be any bytes; with an empty one the attribute is left out.  The name is a literal,
// never data.
struct Attribute {
  const char* name;
  std::string value;
};

// Text fit to stand in HTML, also inside a quoted attribute: markup escaped, invalid UTF-8
// replaced, control characters turned to spaces.
std::string escape_html(std::string_view text);

class HtmlWriter {
 public:
  using Attributes = std::initializer_list<Attribute>;

  // An element that is open as long as the object lives, so that the code is indented as the page.
  class [[nodiscard]] Element {
   public:
    ~Element() { writer_.close(tag_); }
    Element(const Element&) = delete;
    Element& operator=(const Element&) = delete;

   private:
    friend class HtmlWriter;
    Element(HtmlWriter& writer, const char* tag) : writer_(writer), tag_(tag) {}
    HtmlWriter& writer_;
    const char* tag_;
  };

  Element element(const char* tag, Attributes attributes = {});

  // A whole element with text in it.
  void leaf(const char* tag, std::string_view text, Attributes attributes = {});

  // An element without content or end tag: meta, link, input.
  void empty(const char* tag, Attributes attributes);

  void text(std::string_view text);

  // What has been written.
  const std::string& html() const { return html_; }

  // Starts with the doctype.
  HtmlWriter() : html_("<!DOCTYPE html>\n") {}

 private:
  void open(const char* tag, Attributes attributes);
  void close(const char* tag);

  std::string html_;
};

}  // namespace broadsheet::web
