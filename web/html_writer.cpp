#include "web/html_writer.hpp"

#include "schema/text.hpp"

namespace broadsheet::web {

std::string escape_html(std::string_view text) {
  std::string html;
  text::append_escaped_html(html, text::clean_utf8(text));
  return html;
}

HtmlWriter::Element HtmlWriter::element(const char* tag, Attributes attributes) {
  open(tag, attributes);
  return Element(*this, tag);
}

void HtmlWriter::leaf(const char* tag, std::string_view text, Attributes attributes) {
  open(tag, attributes);
  text::append_escaped_html(html_, text::clean_utf8(text));
  close(tag);
}

void HtmlWriter::empty(const char* tag, Attributes attributes) { open(tag, attributes); }

void HtmlWriter::text(std::string_view text) {
  text::append_escaped_html(html_, text::clean_utf8(text));
}

void HtmlWriter::open(const char* tag, Attributes attributes) {
  html_ += '<';
  html_ += tag;
  for (const auto& [name, value] : attributes) {
    if (value.empty()) continue;
    html_ += ' ';
    html_ += name;
    html_ += "=\"";
    text::append_escaped_html(html_, text::clean_utf8(value));
    html_ += '"';
  }
  html_ += '>';
}

void HtmlWriter::close(const char* tag) {
  html_ += "</";
  html_ += tag;
  html_ += '>';
}

}  // namespace broadsheet::web
