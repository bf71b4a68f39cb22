#include "indexer/extract/marked_page.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/extract/ascii.hpp"
#include "indexer/extract/explain.hpp"
#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

constexpr std::string_view head =
    R"(<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
:root { color-scheme: light dark; --ground: #fff; --ink: #1b1b1b; --quiet: #6a6a6a;
  --line: #d9d9d9; --kept: #d8f3dc; --kept-edge: #2d8a4e; --title: #fff0b8; --title-edge: #b7860b;
  --dropped: #767676; }
@media (prefers-color-scheme: dark) { :root { --ground: #161718; --ink: #e8e6e3; --quiet: #a0a0a0;
  --line: #3a3c3e; --kept: #173d26; --kept-edge: #4cc27a; --title: #4a3c0c; --title-edge: #e0b33c;
  --dropped: #8d8d8d; } }
body { margin: 0 auto; max-width: 52rem; padding: 1.5rem 1rem 4rem; background: var(--ground);
  color: var(--ink); font: 1rem/1.5 Georgia, "Liberation Serif", serif; overflow-wrap: anywhere; }
header.told { font: .875rem/1.45 system-ui, "Liberation Sans", sans-serif; }
header.told h1 { font-size: 1.15rem; margin: 0 0 .75rem; }
header.told table { border-collapse: collapse; width: 100%; margin: 0; }
header.told th, header.told td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0;
  border-top: 1px solid var(--line); }
header.told th { font-weight: 600; white-space: nowrap; }
header.told td.from { color: var(--quiet); width: 38%; }
header.told p { margin: 1rem 0; }
header.told .refused { font-weight: 600; }
main.page { border-top: 2px solid var(--ink); padding-top: 1rem; }
main.page section, main.page div, main.page p, main.page ul, main.page ol, main.page li,
main.page h1, main.page h2, main.page h3, main.page h4, main.page h5, main.page h6 {
  margin-top: .35rem; margin-bottom: .35rem; }
main.page h1 { font-size: 1.6rem; line-height: 1.25; } main.page h2 { font-size: 1.3rem; }
main.page h3, main.page h4, main.page h5, main.page h6 { font-size: 1.05rem; }
main.page table { border-collapse: collapse; } main.page td, main.page th { padding: .1rem .4rem; }
main.page ul, main.page ol { padding-left: 1.4rem; }
header.told a { color: inherit; }
.kept { background: var(--kept); color: var(--ink); }
.title { background: var(--title); color: var(--ink); }
.dropped { color: var(--dropped); font-size: .875rem; cursor: help; }
.dropped .dropped { font-size: inherit; }
.block.kept { box-shadow: inset 3px 0 var(--kept-edge); padding: .3rem .6rem .3rem .8rem; }
.block.title { box-shadow: inset 3px 0 var(--title-edge); padding: .3rem .6rem .3rem .8rem; }
h1.dropped, h2.dropped, h3.dropped, h4.dropped, h5.dropped, h6.dropped { font-weight: 600; }
</style>
)";

constexpr auto plain_tags = std::to_array<Tag>(
    {Tag::abbr,    Tag::address, Tag::article, Tag::aside,      Tag::b,       Tag::blockquote,
     Tag::caption, Tag::cite,    Tag::code,    Tag::dd,         Tag::del,     Tag::div,
     Tag::dl,      Tag::dt,      Tag::em,      Tag::figcaption, Tag::figure,  Tag::footer,
     Tag::h1,      Tag::h2,      Tag::h3,      Tag::h4,         Tag::h5,      Tag::h6,
     Tag::header,  Tag::i,       Tag::ins,     Tag::li,         Tag::nav,     Tag::ol,
     Tag::p,       Tag::pre,     Tag::q,       Tag::s,          Tag::section, Tag::small,
     Tag::span,    Tag::strong,  Tag::sub,     Tag::sup,        Tag::table,   Tag::tbody,
     Tag::td,      Tag::tfoot,   Tag::th,      Tag::thead,      Tag::time,    Tag::tr,
     Tag::u,       Tag::ul});
static_assert(std::ranges::is_sorted(plain_tags));

// What an element is written as.
std::string_view written_name(const Dom& dom, NodeId id) {
  const Tag tag = dom.tag(id);
  if (std::ranges::binary_search(plain_tags, tag)) return tag_name(dom, id);
  return is_block(tag) ? "div" : "span";
}

bool is_void(Tag tag) {
  switch (tag) {
    case Tag::embed:
    case Tag::img:
    case Tag::input:
    case Tag::link:
    case Tag::meta:
    case Tag::source:
      return true;
    default:
      return false;
  }
}

// The page's <html> and <body> are ours.
bool is_frame(Tag tag) {
  return tag == Tag::document || tag == Tag::html || tag == Tag::body || tag == Tag::frameset;
}

class PageMarker {
 public:
  explicit PageMarker(const PageReading& page)
      : page_(page), dom_(page.dom), unseen_(page.dom), blocks_(explained_blocks(page)) {
    find_whole_blocks();
  }

  const std::vector<ExplainedBlock>& blocks() const { return blocks_; }

  std::string write() {
    for (NodeId id = 0; id < dom_.size();) {
      while (!open_.empty() && dom_.end(open_.back()) <= id) close();
      if (dom_.is_text(id)) {
        write_text(id++);
      } else if (unseen_.has(id) || is_void(dom_.tag(id))) {
        id = dom_.end(id);
      } else {
        open(id++);
      }
    }
    while (!open_.empty()) close();
    return std::move(html_);
  }

 private:
  static constexpr std::size_t none = SIZE_MAX;

  // Elements that hold one block and nothing else are marked as a whole.
  void find_whole_blocks() {
    whole_.assign(dom_.size(), none);
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      const Block& block = page_.blocks[i];
      const bool follows = i > 0 && dom_.contains(block.node, page_.blocks[i - 1].first);
      const bool is_last =
          i + 1 == page_.blocks.size() || !dom_.contains(block.node, page_.blocks[i + 1].first);
      if (!follows && is_last && !is_frame(dom_.tag(block.node))) whole_[block.node] = i;
    }
  }

  // class and title, for a block.
  void append_mark(std::size_t i, bool is_whole) {
    const ExplainedBlock& block = blocks_[i];
    html_ += " class=\"";
    if (is_whole) html_ += "block ";
    html_ += block.kept ? "kept" : block.is_headline ? "title" : "dropped";
    html_ += "\" title=\"";
    text::append_escaped_html(html_, block.kept          ? "kept"
                                     : block.is_headline ? "the headline"
                                                         : "dropped: " + block.why);
    if (block.probability >= 0) html_ += "; " + two_digits(block.probability);
    html_ += '"';
    if (block.kept && !story_has_begun_) {
      html_ += " id=\"story\"";
      story_has_begun_ = true;
    }
  }

  void open(NodeId id) {
    const Tag tag = dom_.tag(id);
    if (is_frame(tag)) return;
    if (tag == Tag::br || tag == Tag::hr || tag == Tag::wbr) {
      html_ += '<' + std::string(tag_name(dom_, id)) + '>';
      return;
    }
    html_ += '<';
    html_ += written_name(dom_, id);
    if (whole_[id] != none) append_mark(whole_[id], true);
    html_ += '>';
    open_.push_back(id);
  }

  void close() {
    const NodeId id = open_.back();
    open_.pop_back();
    html_ += "</";
    html_ += written_name(dom_, id);
    html_ += '>';
    if (is_block(dom_.tag(id))) html_ += '\n';
  }

  void write_text(NodeId id) {
    while (next_ < page_.blocks.size() && page_.blocks[next_].first <= id) ++next_;
    const std::string text = text::clean_utf8(dom_.text(id));
    const bool is_blank = std::ranges::all_of(text, ascii::is_space);
    const std::size_t i = next_ == 0 ? none : next_ - 1;
    if (is_blank || i == none || whole_[page_.blocks[i].node] == i) {
      text::append_escaped_html(html_, text);
      return;
    }
    html_ += "<span";
    append_mark(i, false);
    html_ += '>';
    text::append_escaped_html(html_, text);
    html_ += "</span>";
  }

  const PageReading& page_;
  const Dom& dom_;
  UnseenParts unseen_;
  std::vector<ExplainedBlock> blocks_;
  std::vector<std::size_t> whole_;  // Of each element, its block.
  std::size_t next_ = 0;            // The first block that begins after the text at hand.
  bool story_has_begun_ = false;
  std::vector<NodeId> open_;
  std::string html_;
};

void append_fields(std::string& html, const Extraction& extraction) {
  html += "<table>\n";
  for (const ExplainedField& field : explained_fields(extraction)) {
    html += "<tr><th>";
    text::append_escaped_html(html, field.name);
    html += "</th><td>";
    text::append_escaped_html(html, field.value.empty() ? "\u2013" : field.value);
    html += "</td><td class=\"from\">";
    text::append_escaped_html(html, field.source);
    html += "</td></tr>\n";
  }
  html += "</table>\n";
}

}  // namespace

std::string mark_page(std::string_view name, const Result<Extraction>& extraction,
                      const PageReading& page) {
  PageMarker marker(page);
  std::string html(head);
  html += "<title>";
  text::append_escaped_html(html, text::clean_utf8(name));
  html += "</title>\n</head>\n<body>\n<header class=\"told\">\n<h1>";
  text::append_escaped_html(html, text::clean_utf8(name));
  html += "</h1>\n";
  if (extraction) {
    append_fields(html, *extraction);
  } else {
    html += "<p class=\"refused\">Refused: ";
    text::append_escaped_html(html, text::clean_utf8(extraction.error().message));
    html += "</p>\n";
  }
  const auto kept = std::ranges::count_if(marker.blocks(), &ExplainedBlock::kept);
  html += "<p>" + std::to_string(kept) + " of " + std::to_string(marker.blocks().size()) +
          (extraction ? " blocks are the story. " : " blocks would be the story. ") +
          "<span class=\"title\">The headline</span>, <span class=\"kept\">" +
          (kept > 0 ? "<a href=\"#story\">kept</a>" : "kept") +
          "</span>, <span class=\"dropped\">dropped</span>: rest the pointer on a text for the "
          "reason and the probability that it is part of a story.</p>\n"
          "</header>\n<main class=\"page\" dir=\"auto\">\n";
  html += marker.write();
  html += "\n</main>\n</body>\n</html>\n";
  return html;
}

}  // namespace broadsheet::indexer
