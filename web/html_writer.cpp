#include "web/html_writer.hpp"

#include "schema/text.hpp"

namespace broadsheet::web {

namespace {

void append_escaped(std::string& html, std::string_view text) {
  for (const char c : broadsheet::text::clean_utf8(text)) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      case '\'':
        html += "&#39;";
        break;
      default:
        html += c;
    }
  }
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string html;
  append_escaped(html, text);
  return html;
}

HtmlWriter::Element HtmlWriter::element(const char* tag, Attributes attributes) {
  open(tag, attributes);
  return Element(*this, tag);
}

void HtmlWriter::leaf(const char* tag, std::string_view text, Attributes attributes) {
  open(tag, attributes);
  append_escaped(html_, text);
  close(tag);
}

void HtmlWriter::empty(const char* tag, Attributes attributes) { open(tag, attributes); }

void HtmlWriter::text(std::string_view text) { append_escaped(html_, text); }

void HtmlWriter::open(const char* tag, Attributes attributes) {
  html_ += '<';
  html_ += tag;
  for (const auto& [name, value] : attributes) {
    if (value.empty()) continue;
    html_ += ' ';
    html_ += name;
    html_ += "=\"";
    append_escaped(html_, value);
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
