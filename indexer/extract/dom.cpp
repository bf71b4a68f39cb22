#include "indexer/extract/dom.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

using Entry = std::pair<std::string_view, Tag>;

constexpr auto tags = std::to_array<Entry>({
    {"a", Tag::a},
    {"abbr", Tag::abbr},
    {"address", Tag::address},
    {"article", Tag::article},
    {"aside", Tag::aside},
    {"audio", Tag::audio},
    {"b", Tag::b},
    {"blockquote", Tag::blockquote},
    {"body", Tag::body},
    {"br", Tag::br},
    {"button", Tag::button},
    {"canvas", Tag::canvas},
    {"caption", Tag::caption},
    {"center", Tag::center},
    {"cite", Tag::cite},
    {"code", Tag::code},
    {"dd", Tag::dd},
    {"del", Tag::del},
    {"details", Tag::details},
    {"dialog", Tag::dialog},
    {"div", Tag::div},
    {"dl", Tag::dl},
    {"dt", Tag::dt},
    {"em", Tag::em},
    {"embed", Tag::embed},
    {"fieldset", Tag::fieldset},
    {"figcaption", Tag::figcaption},
    {"figure", Tag::figure},
    {"font", Tag::font},
    {"footer", Tag::footer},
    {"form", Tag::form},
    {"frameset", Tag::frameset},
    {"h1", Tag::h1},
    {"h2", Tag::h2},
    {"h3", Tag::h3},
    {"h4", Tag::h4},
    {"h5", Tag::h5},
    {"h6", Tag::h6},
    {"head", Tag::head},
    {"header", Tag::header},
    {"hgroup", Tag::hgroup},
    {"hr", Tag::hr},
    {"html", Tag::html},
    {"i", Tag::i},
    {"iframe", Tag::iframe},
    {"img", Tag::img},
    {"input", Tag::input},
    {"ins", Tag::ins},
    {"label", Tag::label},
    {"legend", Tag::legend},
    {"li", Tag::li},
    {"link", Tag::link},
    {"main", Tag::main},
    {"mark", Tag::mark},
    {"math", Tag::math},
    {"menu", Tag::menu},
    {"meta", Tag::meta},
    {"nav", Tag::nav},
    {"noscript", Tag::noscript},
    {"object", Tag::object},
    {"ol", Tag::ol},
    {"option", Tag::option},
    {"p", Tag::p},
    {"picture", Tag::picture},
    {"pre", Tag::pre},
    {"q", Tag::q},
    {"rp", Tag::rp},
    {"rt", Tag::rt},
    {"s", Tag::s},
    {"section", Tag::section},
    {"select", Tag::select},
    {"small", Tag::small},
    {"source", Tag::source},
    {"span", Tag::span},
    {"strike", Tag::strike},
    {"strong", Tag::strong},
    {"sub", Tag::sub},
    {"summary", Tag::summary},
    {"sup", Tag::sup},
    {"svg", Tag::svg},
    {"table", Tag::table},
    {"tbody", Tag::tbody},
    {"td", Tag::td},
    {"template", Tag::template_},
    {"textarea", Tag::textarea},
    {"tfoot", Tag::tfoot},
    {"th", Tag::th},
    {"thead", Tag::thead},
    {"time", Tag::time},
    {"title", Tag::title},
    {"tr", Tag::tr},
    {"u", Tag::u},
    {"ul", Tag::ul},
    {"video", Tag::video},
    {"wbr", Tag::wbr},
});
static_assert(std::ranges::is_sorted(tags, {}, &Entry::first));

}  // namespace

std::string_view tag_name(const Dom& dom, NodeId id) {
  switch (dom.tag(id)) {
    case Tag::document:
      return "#document";
    case Tag::text:
      return "#text";
    case Tag::other:
      return dom.other_name(id);
    default:
      return std::ranges::find(tags, dom.tag(id), &Entry::second)->first;
  }
}

Tag tag_of_name(std::string_view name) {
  const auto found = std::ranges::lower_bound(tags, name, {}, &Entry::first);
  return found != tags.end() && found->first == name ? found->second : Tag::other;
}

NodeId Dom::next_sibling(NodeId id) const {
  const NodeId next = end(id);
  return next < size() && parent(next) == parent(id) ? next : no_node;
}

std::string_view Dom::string(NodeId id, Tag tag) const {
  const Node& node = nodes_[id];
  if (node.tag != tag) return {};
  return std::string_view(strings_).substr(node.string_begin, node.string_size);
}

std::uint32_t Dom::store(std::string_view string) {
  const auto begin = static_cast<std::uint32_t>(strings_.size());
  strings_ += string;
  return begin;
}

void Dom::reserve(std::size_t markup_bytes) {
  strings_.reserve(markup_bytes);
  nodes_.reserve(markup_bytes / 30);
  attributes_.reserve(markup_bytes / 60);
}

NodeId Dom::append(NodeId parent, Tag tag, std::string_view string) {
  const NodeId id = size();
  Node node;
  node.parent = parent;
  node.end = id + 1;
  node.tag = tag;
  node.depth =
      parent == no_node ? std::uint16_t{0} : static_cast<std::uint16_t>(nodes_[parent].depth + 1);
  node.string_begin = store(string);
  node.string_size = static_cast<std::uint32_t>(string.size());
  node.attributes_begin = static_cast<std::uint32_t>(attributes_.size());
  nodes_.push_back(node);
  return id;
}

void Dom::append_attribute(AttributeName name, std::string_view value) {
  if (has_attribute(size() - 1, name)) return;
  attributes_.push_back({store(value), static_cast<std::uint32_t>(value.size()), name});
  ++nodes_.back().attributes_size;
}

std::string clean_text(std::string_view raw) {
  // Soft hyphen, zero width space, word joiner, byte order mark.
  constexpr auto unseen = std::to_array<std::string_view>({"\u00AD", "\u200B", "\u2060", "\uFEFF"});
  std::string text = text::clean_utf8(raw);
  for (const std::string_view one : unseen) {
    for (std::size_t at = text.find(one); at != std::string::npos; at = text.find(one, at)) {
      text.erase(at, one.size());
    }
  }
  return text::collapse_space(text);
}

std::string inner_text(const Dom& dom, NodeId id) {
  std::string raw;
  for (NodeId i = id; i < dom.end(id); ++i) {
    if (dom.tag(i) == Tag::rt || dom.tag(i) == Tag::rp) {
      i = dom.end(i) - 1;
    } else if (dom.is_text(i)) {
      raw += dom.text(i);
    } else if (is_block(dom.tag(i)) || dom.tag(i) == Tag::br) {
      raw += ' ';
    }
  }
  return clean_text(raw);
}

bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }

bool is_block(Tag tag) {
  switch (tag) {
    case Tag::address:
    case Tag::article:
    case Tag::aside:
    case Tag::blockquote:
    case Tag::body:
    case Tag::button:
    case Tag::caption:
    case Tag::center:
    case Tag::dd:
    case Tag::details:
    case Tag::dialog:
    case Tag::div:
    case Tag::dl:
    case Tag::document:
    case Tag::dt:
    case Tag::fieldset:
    case Tag::figcaption:
    case Tag::figure:
    case Tag::footer:
    case Tag::form:
    case Tag::frameset:
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
    case Tag::head:
    case Tag::header:
    case Tag::hgroup:
    case Tag::hr:
    case Tag::html:
    case Tag::iframe:
    case Tag::legend:
    case Tag::li:
    case Tag::main:
    case Tag::menu:
    case Tag::nav:
    case Tag::noscript:
    case Tag::ol:
    case Tag::option:
    case Tag::p:
    case Tag::pre:
    case Tag::section:
    case Tag::select:
    case Tag::summary:
    case Tag::table:
    case Tag::tbody:
    case Tag::td:
    case Tag::template_:
    case Tag::textarea:
    case Tag::tfoot:
    case Tag::th:
    case Tag::thead:
    case Tag::title:
    case Tag::tr:
    case Tag::ul:
    case Tag::video:
      return true;
    default:
      return false;
  }
}

}  // namespace broadsheet::indexer
