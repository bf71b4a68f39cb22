// A page's markup before it is parsed: what is of no use to a reader taken out, what is of use to
// others set aside.
//
// Scripts, styles, SVG, comments and frames make up most of a page's bytes and none of its text.
// The scanner reads tags as the HTML standard's tokeniser does (quotes around attribute values
// matter: "<script" inside one is no script).  Of attributes only those stay that extraction looks
// at: what an element is called, where it links to only if that is an author's page or a front
// page; of white space in a row, one character.  Most of those are set aside too, because gumbo
// takes long over each of their characters.  What is left is also bounded: elements nested deeper
// than max_markup_depth lose their tags (not their text), and a tag keeps max_attributes
// attributes, because gumbo takes time quadratic in both.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/attribute_name.hpp"

namespace broadsheet::indexer {

inline constexpr std::size_t max_markup_depth = 256;  // Browsers stop at 512; real pages at 51.
inline constexpr std::size_t max_attributes = 128;

// An attribute that stands beside the markup instead of in its tag.
struct AsideAttribute {
  std::uint32_t tag;  // Where the tag's "<" stands in the markup.
  AttributeName name;
  std::string_view value;  // Borrows from the page.
};

// For parse_html().
struct Markup {
  std::string text;
  std::vector<AsideAttribute> attributes;  // In order of the page.
};

struct ScannedPage {
  Markup markup;
  std::vector<std::string> json_ld;  // Contents of <script type="application/ld+json">, in order.
  // Other scripts that are long enough to carry the page's state: JSON, or an assignment of it.
  // They borrow from the page.
  std::vector<std::string_view> states;
};

// Whether a link leads to a site's front page (perhaps in a web archive), which tells the site's
// name from its stories' headlines.  Of <a>, all others that scan_markup() keeps are authors'
// pages.
bool is_front_page(std::string_view href);

// Linear in the page's size; any bytes will do.
ScannedPage scan_markup(std::string_view html);

}  // namespace broadsheet::indexer
