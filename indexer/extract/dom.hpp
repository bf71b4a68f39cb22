// A parsed page: elements and texts in one array, in document order.
//
// The subtree of node n is the range [n, node(n).end) of ids, so that every walk is a loop and no
// page can choose the depth of our stack.  Node 0 is the document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/attribute_name.hpp"

namespace broadsheet::indexer {

using NodeId = std::uint32_t;
inline constexpr NodeId no_node = UINT32_MAX;

// The elements that rules speak of; the rest is other.
enum class Tag : std::uint8_t {
  document,
  text,
  other,
  a,
  abbr,
  address,
  article,
  aside,
  audio,
  b,
  blockquote,
  body,
  br,
  button,
  canvas,
  caption,
  center,
  cite,
  code,
  dd,
  del,
  details,
  dialog,
  div,
  dl,
  dt,
  em,
  embed,
  fieldset,
  figcaption,
  figure,
  font,
  footer,
  form,
  frameset,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  head,
  header,
  hgroup,
  hr,
  html,
  i,
  iframe,
  img,
  input,
  ins,
  label,
  legend,
  li,
  link,
  main,
  mark,
  math,
  menu,
  meta,
  nav,
  noscript,
  object,
  ol,
  option,
  p,
  picture,
  pre,
  q,
  rp,
  rt,
  s,
  section,
  select,
  small,
  source,
  span,
  strike,
  strong,
  sub,
  summary,
  sup,
  svg,
  table,
  tbody,
  td,
  template_,
  textarea,
  tfoot,
  th,
  thead,
  time,
  title,
  tr,
  u,
  ul,
  video,
  wbr,
};

// The tag of an element's name in lower case.
Tag tag_of_name(std::string_view name);

struct Node {
  NodeId parent = no_node;
  NodeId end = 0;  // One past the last node of the subtree.
  Tag tag = Tag::other;
  std::uint16_t depth = 0;
  // Of a text node its text, of an element tagged other its name; into the document's strings.
  std::uint32_t string_begin = 0;
  std::uint32_t string_size = 0;
  std::uint32_t attributes_begin = 0;
  std::uint32_t attributes_size = 0;
};

class Dom {
 public:
  NodeId size() const { return static_cast<NodeId>(nodes_.size()); }
  const Node& operator[](NodeId id) const { return nodes_[id]; }
  Tag tag(NodeId id) const { return nodes_[id].tag; }
  NodeId parent(NodeId id) const { return nodes_[id].parent; }
  NodeId end(NodeId id) const { return nodes_[id].end; }
  bool is_text(NodeId id) const { return nodes_[id].tag == Tag::text; }

  // no_node past the last one.
  NodeId first_child(NodeId id) const { return id + 1 < end(id) ? id + 1 : no_node; }
  NodeId next_sibling(NodeId id) const;

  bool contains(NodeId ancestor, NodeId id) const {
    return ancestor <= id && id < nodes_[ancestor].end;
  }

  // Of a text node; entities are decoded, white space is as in the page.  Borrows from the Dom.
  std::string_view text(NodeId id) const { return string(id, Tag::text); }

  // Of an element tagged other, in lower case.
  std::string_view other_name(NodeId id) const { return string(id, Tag::other); }

  // Empty if the element has no such attribute.  Borrows from the Dom.
  std::string_view attribute(NodeId id, AttributeName name) const {
    const Attribute* found = find_attribute(id, name);
    if (found == nullptr) return {};
    return std::string_view(strings_).substr(found->value_begin, found->value_size);
  }
  bool has_attribute(NodeId id, AttributeName name) const {
    return find_attribute(id, name) != nullptr;
  }

  // For the parser: makes room for a page of that many bytes of markup.
  void reserve(std::size_t markup_bytes);

  // For the parser: appends a node below parent (no_node for the first), which must be the last
  // node or an ancestor of it; then its attributes, the first of a name counts; and, when its
  // subtree is complete, close().
  NodeId append(NodeId parent, Tag tag, std::string_view string);
  void append_attribute(AttributeName name, std::string_view value);
  void close(NodeId id) { nodes_[id].end = size(); }

 private:
  struct Attribute {
    std::uint32_t value_begin;
    std::uint32_t value_size;
    AttributeName name;
  };

  std::string_view string(NodeId id, Tag tag) const;
  // Null if the element has none.
  const Attribute* find_attribute(NodeId id, AttributeName name) const {
    const Node& node = nodes_[id];
    for (std::uint32_t i = 0; i < node.attributes_size; ++i) {
      const Attribute& attribute = attributes_[node.attributes_begin + i];
      if (attribute.name == name) return &attribute;
    }
    return nullptr;
  }
  std::uint32_t store(std::string_view string);

  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  std::string strings_;
};

// Text of a page as a reader sees it: clean, white space collapsed, characters that only guide line
// breaking (soft hyphens and the like) gone.
std::string clean_text(std::string_view raw);

// The text below a node as a reader sees it: white space collapsed, a space where a block or a
// line break parts words, readings of Chinese characters (ruby) left out.
std::string inner_text(const Dom& dom, NodeId id);

// The element's name in lower case; "#text" and "#document" of what is none.  Borrows from the Dom.
std::string_view tag_name(const Dom& dom, NodeId id);

// Whether an element of the tag starts a new line.
bool is_block(Tag tag);

// h1 to h6.
bool is_heading(Tag tag);

}  // namespace broadsheet::indexer
