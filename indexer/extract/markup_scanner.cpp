#include "indexer/extract/markup_scanner.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "indexer/extract/ascii.hpp"
#include "indexer/extract/name_table.hpp"
#include "schema/hash.hpp"

namespace broadsheet::indexer {
namespace {

constexpr std::size_t npos = std::string_view::npos;

// How far down the stack of open elements an end tag looks for its start tag.
constexpr std::size_t max_unwinding = 512;

// An attribute that stays.
struct KeptAttribute {
  AttributeName name;
  std::string_view value;    // As written, entities not decoded.
  std::string_view written;  // Name and value.
};

// A tag as the tokeniser sees it.
struct MarkupTag {
  std::size_t begin = 0;
  std::size_t end = 0;    // Past the '>'; begin if the tag never ends.
  std::string name;       // Lower case.
  std::string_view type;  // Values of the attributes type and rel, as written.
  std::string_view rel;
  std::vector<KeptAttribute> kept;
  bool is_end = false;
  bool self_closing = false;
  bool leads_within_page = false;  // A link to a "#part".
};

bool is_tag_name_end(char c) { return ascii::is_space(c) || c == '/' || c == '>'; }

// Whether text at `at` is `prefix`, ASCII case ignored.
bool at_prefix(std::string_view text, std::size_t at, std::string_view prefix) {
  return at <= text.size() && ascii::equal_ignoring_case(text.substr(at, prefix.size()), prefix);
}

constexpr std::size_t min_state_bytes = 400;

// Whether a link's path has a part that says whose page it is: "/author/jane-doe".
bool leads_to_author(std::string_view href) {
  static constexpr auto parts = std::to_array<std::string_view>(
      {"auteur",      "auteurs",     "author",      "authors",      "autor",
       "autore",      "autoren",     "autores",     "autori",       "bylines",
       "columnist",   "columnists",  "contributor", "contributors", "journalist",
       "journaliste", "journalists", "penulis",     "redakteur",    "redakteure",
       "reporter",    "reporters",   "writer",      "writers",      "yazar"});
  std::size_t begin = href.find('/');
  while (begin != npos) {
    const std::size_t end = href.find('/', ++begin);
    if (end == npos || end + 1 == href.size()) return false;
    const std::string_view part = href.substr(begin, end - begin);
    if (part.size() >= 5 && part.size() <= 12 && std::ranges::binary_search(parts, part)) {
      return true;
    }
    begin = end;
  }
  return false;
}

bool is_useful(AttributeName name, std::string_view value, std::string_view tag) {
  if (name == "style") return value.find("none") != npos || value.find("hidden") != npos;
  if (name == "href") {
    return tag == "link" || (tag == "a" && (is_front_page(value) || leads_to_author(value)));
  }
  return true;
}

class TagReader {
 public:
  explicit TagReader(std::string_view html) : html_(html) {}

  // The tag at `at`, where "<" and a letter, or "</" and a letter, stand.  Holds until the next one
  // is read.
  const MarkupTag& read(std::size_t at) {
    tag_.begin = tag_.end = at;
    tag_.is_end = html_[at + 1] == '/';
    tag_.self_closing = tag_.leads_within_page = false;
    tag_.type = tag_.rel = {};
    tag_.kept.clear();
    std::size_t i = at + (tag_.is_end ? 2 : 1);
    const std::size_t name_begin = i;
    while (i < html_.size() && !is_tag_name_end(html_[i])) ++i;
    tag_.name = html_.substr(name_begin, i - name_begin);
    for (char& c : tag_.name) c = ascii::to_lower(c);
    read_attributes(i);
    return tag_;
  }

 private:
  void skip_space(std::size_t& i) const {
    while (i < html_.size() && ascii::is_space(html_[i])) ++i;
  }

  void read_attributes(std::size_t i) {
    while (i < html_.size()) {
      while (i < html_.size() && (ascii::is_space(html_[i]) || html_[i] == '/')) ++i;
      if (i >= html_.size()) return;
      if (html_[i] == '>') {
        tag_.self_closing = html_[i - 1] == '/';
        tag_.end = i + 1;
        return;
      }
      read_attribute(i);
    }
  }

  void read_attribute(std::size_t& i) {
    const std::size_t begin = i;
    ++i;  // The first character belongs to the name even if it is '='.
    while (i < html_.size() && !is_tag_name_end(html_[i]) && html_[i] != '=') ++i;
    const std::string_view written_name = html_.substr(begin, i - begin);
    std::size_t end = i;
    std::string_view value;
    skip_space(i);
    if (i < html_.size() && html_[i] == '=') {
      ++i;
      skip_space(i);
      value = read_value(i);
      end = i;
    }
    if (ascii::equal_ignoring_case(written_name, "type")) tag_.type = value;
    const auto name = name_of(written_name);
    if (!name) return;
    if (*name == "rel") tag_.rel = value;
    if (*name == "href") tag_.leads_within_page = value.size() > 1 && value.front() == '#';
    if (tag_.kept.size() < max_attributes && is_useful(*name, value, tag_.name)) {
      tag_.kept.push_back({*name, value, html_.substr(begin, end - begin)});
    }
  }

  // Nothing for an attribute that no rule looks at.
  static std::optional<AttributeName> name_of(std::string_view written) {
    std::array<char, 24> lower{};  // None is longer.
    if (written.size() > lower.size()) return std::nullopt;
    std::ranges::transform(written, lower.begin(), ascii::to_lower);
    return AttributeName::of({lower.data(), written.size()});
  }

  std::string_view read_value(std::size_t& i) const {
    if (i >= html_.size()) return {};
    const char quote = html_[i];
    if (quote == '"' || quote == '\'') {
      const std::size_t begin = ++i;
      const std::size_t end = std::min(html_.find(quote, begin), html_.size());
      i = std::min(end + 1, html_.size());
      return html_.substr(begin, end - begin);
    }
    const std::size_t begin = i;
    while (i < html_.size() && !ascii::is_space(html_[i]) && html_[i] != '>') ++i;
    return html_.substr(begin, i - begin);
  }

  std::string_view html_;
  MarkupTag tag_;
};

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

constexpr NameTable void_elements(
    std::to_array<std::string_view>({"area", "base", "br", "col", "embed", "frame", "hr", "img",
                                     "input", "link", "meta", "param", "source", "track", "wbr"}));

// Elements without text that extraction does not look at.
constexpr NameTable useless_elements(std::to_array<std::string_view>(
    {"area", "base", "col", "embed", "img", "input", "param", "source", "track"}));

// Closed by their next sibling or their parent's end: they nest no deeper than what holds them.
constexpr NameTable implied_end_elements(std::to_array<std::string_view>(
    {"body", "dd", "dt", "head", "html", "li", "optgroup", "option", "p", "rp", "rt", "tbody", "td",
     "tfoot", "th", "thead", "tr"}));

// Elements whose content is text up to their end tag.  All are dropped whole but title.
constexpr NameTable raw_text_elements(std::to_array<std::string_view>(
    {"iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"}));

// Start tags that end an <svg> which was left open.
constexpr NameTable svg_breakouts(std::to_array<std::string_view>(
    {"b",      "big",  "blockquote", "body",  "br",   "center", "code",    "dd",   "div",
     "dl",     "dt",   "em",         "embed", "h1",   "h2",     "h3",      "h4",   "h5",
     "h6",     "head", "hr",         "i",     "img",  "li",     "listing", "menu", "meta",
     "nobr",   "ol",   "p",          "pre",   "ruby", "s",      "small",   "span", "strike",
     "strong", "sub",  "sup",        "table", "tt",   "u",      "ul",      "var"}));

// Elements whose attributes matter to the parser: it joins those of a second <html> or <body> to
// the first one's, and of four open <b> in a row it drops one, if they are alike in their
// attributes.
constexpr NameTable compared_elements(
    std::to_array<std::string_view>({"b", "big", "body", "code", "em", "font", "html", "i", "nobr",
                                     "s", "small", "strike", "strong", "tt", "u"}));

// Whether the tokeniser would take the attribute's value as it is written, and the tree builder
// leave its name alone.
bool is_plain(const KeptAttribute& attribute) {
  return attribute.name != "xml:lang" && std::ranges::all_of(attribute.value, [](char c) {
           return (c >= ' ' && c <= '~' && c != '&') || c == '\n' || c == '\t';
         });
}

class Scanner {
 public:
  explicit Scanner(std::string_view html) : html_(html), tags_(html) {
    page_.markup.text.reserve(html.size() / 2);
  }

  ScannedPage scan() {
    while (at_ < html_.size()) {
      const std::size_t open = std::min(html_.find('<', at_), html_.size());
      append_text(html_.substr(at_, open - at_));
      at_ = open;
      if (at_ < html_.size()) scan_markup_at_open();
    }
    return std::move(page_);
  }

 private:
  // Runs of white space, which pages are indented with, become one; control characters too.
  void append_text(std::string_view text) {
    const auto is_blank = [&](std::size_t i) {
      return i < text.size() && static_cast<unsigned char>(text[i]) <= 0x20;
    };
    std::size_t begin = 0;  // Of what is to be appended as it is.
    for (std::size_t at = 0; at < text.size();) {
      if (!is_blank(at++)) continue;
      const char blank = text[at - 1] == '\n' ? '\n' : ' ';
      if (!is_blank(at) && text[at - 1] == blank) continue;
      markup().append(text, begin, at - 1 - begin);
      markup() += blank;
      while (is_blank(at)) ++at;
      begin = at;
    }
    markup().append(text, begin);
  }

  std::string& markup() { return page_.markup.text; }

  char peek(std::size_t offset) const {
    return at_ + offset < html_.size() ? html_[at_ + offset] : '\0';
  }

  void scan_markup_at_open() {
    if (ascii::is_letter(peek(1)) || (peek(1) == '/' && ascii::is_letter(peek(2)))) {
      scan_tag();
    } else if (peek(1) == '!' && at_prefix(html_, at_, "<!doctype")) {
      const std::size_t end = skip_past('>', at_);
      markup().append(html_, at_, end - at_);
      at_ = end;
    } else if (peek(1) == '!' && peek(2) == '-' && peek(3) == '-') {
      at_ = comment_end(at_ + 4);
    } else if (peek(1) == '!' || peek(1) == '?' || peek(1) == '/') {
      at_ = skip_past('>', at_);  // The tokeniser's bogus comment; CDATA too outside SVG.
    } else {
      markup() += "&lt;";
      ++at_;
    }
  }

  std::size_t skip_past(char c, std::size_t from) const {
    const std::size_t found = html_.find(c, from);
    return found == npos ? html_.size() : found + 1;
  }

  // from: past "<!--".  A comment may end at once ("<!-->", "<!--->") and also with "--!>".
  std::size_t comment_end(std::size_t from) const {
    if (at_prefix(html_, from, ">")) return from + 1;
    if (at_prefix(html_, from, "->")) return from + 2;
    for (std::size_t dashes = html_.find("--", from); dashes != npos;
         dashes = html_.find("--", dashes + 1)) {
      if (at_prefix(html_, dashes, "-->")) return dashes + 3;
      if (at_prefix(html_, dashes, "--!>")) return dashes + 4;
    }
    return html_.size();
  }

  void scan_tag() {
    const MarkupTag& tag = tags_.read(at_);
    if (tag.end == tag.begin) {  // The page ends inside the tag, which the tokeniser drops.
      at_ = html_.size();
      return;
    }
    at_ = tag.end;
    if (tag.is_end) {
      scan_end_tag(tag);
    } else if (tag.name == "svg") {
      if (!tag.self_closing) skip_svg();
    } else if (raw_text_elements.contains(tag.name)) {
      scan_raw_text(tag);
    } else if (!is_useless(tag) && open_element(tag)) {
      append_start_tag(tag);
    }
  }

  static bool is_useless(const MarkupTag& tag) {
    if (tag.name == "link") {
      return !ascii::equal_ignoring_case(tag.rel, "canonical") &&
             !ascii::equal_ignoring_case(tag.rel, "image_src");
    }
    return tag.name == "plaintext" || useless_elements.contains(tag.name);
  }

  void append_start_tag(const MarkupTag& tag) {
    const std::size_t begin = markup().size();
    markup() += '<';
    markup() += tag.name;
    if (!compared_elements.contains(tag.name) && std::ranges::all_of(tag.kept, is_plain)) {
      set_aside(tag, begin);
    } else {
      for (const KeptAttribute& attribute : tag.kept) {
        markup() += ' ';
        markup() += attribute.written;
      }
    }
    markup() += tag.self_closing ? " />" : ">";
  }

  // begin: where the tag stands in the markup.
  void set_aside(const MarkupTag& tag, std::size_t begin) {
    for (const KeptAttribute& attribute : tag.kept) {
      page_.markup.attributes.push_back(
          {static_cast<std::uint32_t>(begin), attribute.name, attribute.value});
    }
  }

  // Whether the tag may stay.
  bool open_element(const MarkupTag& tag) {
    if (void_elements.contains(tag.name) || implied_end_elements.contains(tag.name)) return true;
    // The mark of a heading that one can link to is no link to other stories.
    const bool is_mark = tag.leads_within_page && tag.name == "a" && is_in_heading();
    const bool keep = kept_ < max_markup_depth && !is_mark;
    open_.push_back({fnv1a(tag.name), keep, is_heading(tag.name)});
    kept_ += keep;
    return keep;
  }

  // Whether a heading is among the innermost open elements.
  bool is_in_heading() const {
    const std::size_t innermost = open_.size() - std::min<std::size_t>(open_.size(), 3);
    return std::any_of(open_.begin() + static_cast<std::ptrdiff_t>(innermost), open_.end(),
                       [](const OpenElement& element) { return element.is_heading; });
  }

  void scan_end_tag(const MarkupTag& tag) {
    if (tag.name == "svg" || raw_text_elements.contains(tag.name)) return;
    if (!close_element(tag.name)) return;
    markup() += "</";
    markup() += tag.name;
    markup() += '>';
  }

  bool close_element(const std::string& name) {
    const std::uint64_t wanted = fnv1a(name);
    const std::size_t lowest = open_.size() - std::min(open_.size(), max_unwinding);
    for (std::size_t i = open_.size(); i-- > lowest;) {
      if (open_[i].name != wanted) continue;
      const bool keep = open_[i].kept;
      while (open_.size() > i) {
        kept_ -= open_.back().kept;
        open_.pop_back();
      }
      return keep;
    }
    return true;
  }

  // Skips to the </svg> that belongs to the <svg> just read, or to where the page leaves it.
  void skip_svg() {
    std::size_t depth = 1;
    std::size_t html_islands = 0;  // Open <foreignObject>, <desc>, <title>: HTML is allowed there.
    while (at_ < html_.size() && depth > 0) {
      at_ = std::min(html_.find('<', at_), html_.size());
      if (at_prefix(html_, at_, "<!--")) {
        at_ = comment_end(at_ + 4);
      } else if (at_prefix(html_, at_, "<![CDATA[")) {
        const std::size_t end = html_.find("]]>", at_);
        at_ = end == npos ? html_.size() : end + 3;
      } else if (ascii::is_letter(peek(1)) || (peek(1) == '/' && ascii::is_letter(peek(2)))) {
        const MarkupTag& tag = tags_.read(at_);
        if (!tag.is_end && html_islands == 0 && svg_breakouts.contains(tag.name)) return;
        at_ = tag.end == tag.begin ? html_.size() : tag.end;
        if (tag.self_closing) continue;
        if (tag.name == "svg") depth = tag.is_end ? depth - 1 : depth + 1;
        if (tag.name == "foreignobject" || tag.name == "desc" || tag.name == "title") {
          html_islands = tag.is_end ? html_islands - (html_islands > 0) : html_islands + 1;
        }
      } else if (at_ < html_.size()) {
        ++at_;
      }
    }
  }

  void scan_raw_text(const MarkupTag& tag) {
    const std::size_t begin = at_;
    std::size_t end = tag.name == "script" ? script_end() : raw_text_end(tag.name, begin);
    const std::string_view content = html_.substr(begin, end - begin);
    at_ = end >= html_.size() ? html_.size() : TagReader(html_).read(end).end;
    if (at_ == end) at_ = html_.size();
    if (tag.name == "title") {
      append_start_tag(tag);
      markup().append(content);
      markup() += "</title>";
    } else if (tag.name == "script") {
      keep_script(tag, content);
    }
  }

  void keep_script(const MarkupTag& tag, std::string_view content) {
    if (ascii::lower(tag.type).find("ld+json") != npos) {
      page_.json_ld.emplace_back(content);
    } else if (content.size() >= min_state_bytes) {
      page_.states.push_back(content);
    }
  }

  // Where "</name" stands, followed by what ends a tag's name.
  std::size_t raw_text_end(std::string_view name, std::size_t from) const {
    for (std::size_t at = html_.find("</", from); at != npos; at = html_.find("</", at + 2)) {
      const std::size_t after = at + 2 + name.size();
      if (at_prefix(html_, at + 2, name) && after < html_.size() && is_tag_name_end(html_[after])) {
        return at;
      }
    }
    return html_.size();
  }

  bool at_tag(std::size_t at, std::string_view opening) const {
    const std::size_t after = at + opening.size();
    return at_prefix(html_, at, opening) && after < html_.size() && is_tag_name_end(html_[after]);
  }

  // "<!-- <script> </script> -->" inside a script is part of it (the standard's escaped states).
  std::size_t script_end() const {
    bool escaped = false;
    bool nested = false;
    for (std::size_t at = html_.find_first_of("<-", at_); at != npos;
         at = html_.find_first_of("<-", at + 1)) {
      if (at_prefix(html_, at, "<!--")) {
        escaped = true;
      } else if (escaped && at_prefix(html_, at, "-->")) {
        escaped = nested = false;
      } else if (escaped && !nested && at_tag(at, "<script")) {
        nested = true;
      } else if (at_tag(at, "</script")) {
        if (!nested) return at;
        nested = false;
      }
    }
    return raw_text_end("script", at_);  // Escaped to the end: no page means that.
  }

  struct OpenElement {
    std::uint64_t name;  // Hashed.
    bool kept;
    bool is_heading;
  };

  std::string_view html_;
  TagReader tags_;
  ScannedPage page_;
  std::size_t at_ = 0;
  std::vector<OpenElement> open_;
  std::size_t kept_ = 0;
};

}  // namespace

bool is_front_page(std::string_view href) {
  href = ascii::trim(href);
  if (href == "/" || href == "./" || href == "../") return true;
  const std::size_t host = href.starts_with("http") ? href.rfind("//") : npos;
  return host != npos && href.find('/', host + 2) >= href.size() - 1;
}

ScannedPage scan_markup(std::string_view html) { return Scanner(html).scan(); }

}  // namespace broadsheet::indexer
