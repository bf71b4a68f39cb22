#include "indexer/extract/headings.hpp"

#include <algorithm>
#include <array>

#include "indexer/extract/class_words.hpp"
#include "indexer/extract/markup_scanner.hpp"
#include "indexer/extract/title_text.hpp"
#include "schema/article.hpp"

namespace broadsheet::indexer {
namespace {

constexpr std::size_t max_headings = 400;
constexpr std::size_t max_lower_headings = 300;
constexpr std::size_t max_kicker_words = 8;

// Words of classes, as class_words() gives them.
constexpr auto branding_names =
    std::to_array<std::string_view>({"logo", "site title", "site name", "site branding", "branding",
                                     "blog name", "sitetitle", "sitename", "blogname"});

constexpr auto headline_names = std::to_array<std::string_view>(
    {"entry title", "post title", "article title", "story title", "news title", "page title",
     "content title", "article heading", "article header", "headline", "hed"});

constexpr auto kicker_names = std::to_array<std::string_view>(
    {"kicker",     "overline",   "roofline",  "topline",      "eyebrow",    "dachzeile",
     "spitzmarke", "pretitle",   "pre title", "pre headline", "supertitle", "super title",
     "overtitle",  "over title", "strapline", "rubric",       "rubrik",     "label",
     "category",   "section",    "badge",     "flag",         "topic"});

constexpr auto subtitle_names = std::to_array<std::string_view>(
    {"subtitle", "sub title", "subheading", "sub heading", "subheadline", "sub headline", "subhead",
     "subline", "sub line", "tagline", "slogan", "sr only", "visually hidden", "visuallyhidden",
     "screen reader", "screen reader text", "element invisible", "unsichtbar"});

// The innermost <nav>, <footer>, <aside> or <dialog> around the node, else Tag::other.
Tag furniture_around(const Dom& dom, NodeId id) {
  for (NodeId at = id; at != no_node; at = dom.parent(at)) {
    const Tag tag = dom.tag(at);
    if (tag == Tag::nav || tag == Tag::footer || tag == Tag::aside || tag == Tag::dialog) {
      return tag;
    }
  }
  return Tag::other;
}

// Text of a heading without the subtrees that `is_left_out` names.
template <typename IsLeftOut>
std::string text_without(const Dom& dom, NodeId id, IsLeftOut is_left_out) {
  std::string raw;
  for (NodeId i = id + 1; i < dom.end(id); ++i) {
    if (dom.tag(i) == Tag::rt || dom.tag(i) == Tag::rp || (!dom.is_text(i) && is_left_out(i))) {
      i = dom.end(i) - 1;
      raw += ' ';
    } else if (dom.is_text(i)) {
      raw += dom.text(i);
    } else if (is_block(dom.tag(i)) || dom.tag(i) == Tag::br) {
      raw += ' ';
    }
  }
  return clean_title(clean_text(raw));
}

// A part of a heading that is not the headline.
bool is_aside_of_heading(const Dom& dom, NodeId id) {
  if (dom.tag(id) == Tag::small || dom.has_attribute(id, "hidden")) return true;
  const std::string words = class_words(dom, id);
  if (has_any_words(words, subtitle_names)) return true;
  return has_any_words(words, kicker_names) &&
         count_title_words(inner_text(dom, id)) <= max_kicker_words;
}

std::string bare_text(const Dom& dom, NodeId id, const std::string& whole) {
  if (dom.end(id) - id <= 3) return whole;
  std::string bare =
      text_without(dom, id, [&](NodeId part) { return is_aside_of_heading(dom, part); });
  // What a screen reader hears, or what stands between kicker and headline.
  const std::size_t begin = bare.find_first_not_of(" :|-");
  bare = begin == std::string::npos ? std::string() : bare.substr(begin);
  return count_title_words(bare) >= 2 ? bare : whole;
}

// Whether the heading is, or holds, a link to the site's front page.
bool is_link_home(const Dom& dom, NodeId id) {
  const auto is_home = [&](NodeId at) {
    return dom.tag(at) == Tag::a && dom.has_attribute(at, "href") &&
           is_front_page(dom.attribute(at, "href"));
  };
  for (NodeId at = dom.parent(id); at != no_node; at = dom.parent(at)) {
    if (is_home(at)) return true;
  }
  for (NodeId at = id + 1; at < dom.end(id); ++at) {
    if (is_home(at)) return true;
  }
  return false;
}

bool is_named_branding(const Dom& dom, NodeId id) {
  NodeId at = id;
  for (int height = 0; height < 3 && at != no_node; ++height, at = dom.parent(at)) {
    if (has_any_words(class_words(dom, at), branding_names)) return true;
  }
  return false;
}

bool is_named_headline(const Dom& dom, NodeId id) {
  if (dom.attribute(id, "itemprop") == "headline") return true;
  const std::string words = class_words(dom, id);
  return words == " title " || has_any_words(words, headline_names);
}

int heading_level(const Dom& dom, NodeId id) {
  const Tag tag = dom.tag(id);
  if (tag >= Tag::h1 && tag <= Tag::h4)
    return 1 + static_cast<int>(tag) - static_cast<int>(Tag::h1);
  const bool may_have_role = dom[id].attributes_size > 1 && !dom.is_text(id);
  return may_have_role && dom.attribute(id, "aria-level") == "1" &&
                 dom.attribute(id, "role") == "heading"
             ? 1
             : 0;
}

}  // namespace

std::vector<PageHeading> page_headings(const Dom& dom) {
  std::vector<PageHeading> headings;
  std::size_t lower_headings = 0;
  for (NodeId id = 0; id < dom.size() && headings.size() < max_headings; ++id) {
    const int level = heading_level(dom, id);
    if (level == 0 || (level > 1 && lower_headings >= max_lower_headings)) continue;
    const Tag furniture = furniture_around(dom, id);
    const bool is_trail = furniture == Tag::nav && level == 1;
    if (furniture != Tag::other && !is_trail) continue;
    PageHeading heading;
    heading.node = id;
    heading.level = level;
    heading.text = level == 1 ? clean_title(inner_text(dom, id)) : inner_text(dom, id);
    if (heading.text.empty() || heading.text.size() > Article::max_headline_bytes) continue;
    if (level > 1) {
      ++lower_headings;
      heading.is_branding = is_link_home(dom, id);
    } else {
      heading.bare = bare_text(dom, id, heading.text);
      heading.is_branding = is_named_branding(dom, id) || is_link_home(dom, id);
      heading.is_named = is_named_headline(dom, id);
      heading.is_in_navigation = is_trail;
    }
    headings.push_back(std::move(heading));
  }
  return headings;
}

}  // namespace broadsheet::indexer
