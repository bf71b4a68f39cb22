#include "indexer/extract/part_names.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "indexer/extract/ascii.hpp"
#include "indexer/extract/class_words.hpp"

namespace broadsheet::indexer {
namespace {

// Words of a class or id that say what is in the element.  Sorted.
constexpr auto boilerplate_words = std::to_array<std::string_view>({
    "ad",
    "ads",
    "adslot",
    "adunit",
    "advert",
    "advertisement",
    "advertising",
    "agreement",
    "alert",
    "also",
    "amazon",
    "anzeige",
    "aside",
    "audio",
    "authorbox",
    "autorenbox",
    "bildquelle",
    "bildstrecke",
    "bildtext",
    "bildunterschrift",
    "bio",
    "bookmark",
    "breadcrumb",
    "breadcrumbs",
    "btn",
    "button",
    "buttons",
    "byline",
    "bylines",
    "caption",
    "captions",
    "carousel",
    "comment",
    "commentaires",
    "commentlist",
    "comments",
    "consent",
    "contacts",
    "cookie",
    "cookies",
    "copyright",
    "credit",
    "credits",
    "cta",
    "dateline",
    "dianomi",
    "diaporama",
    "direct",
    "disclaimer",
    "discussion",
    "disqus",
    "donate",
    "donation",
    "dropdown",
    "encart",
    "exergue",
    "facebook",
    "feedback",
    "follow",
    "footer",
    "footnote",
    "fotostrecke",
    "gallery",
    "gdpr",
    "hidden",
    "hide",
    "inread",
    "instagram",
    "kicker",
    "kommentare",
    "legend",
    "legende",
    "linkedin",
    "links",
    "listen",
    "live",
    "liveticker",
    "login",
    "mailchimp",
    "masthead",
    "menu",
    "meta",
    "metadata",
    "modal",
    "nav",
    "navbar",
    "navigation",
    "neighbors",
    "newsletter",
    "newsletters",
    "noprint",
    "outbrain",
    "overlay",
    "pager",
    "paginate",
    "pagination",
    "partage",
    "partner",
    "partners",
    "paywall",
    "pinterest",
    "player",
    "podcast",
    "popular",
    "popup",
    "postmeta",
    "prev",
    "previous",
    "print",
    "promo",
    "promos",
    "promotion",
    "publicite",
    "pullquote",
    "rating",
    "reactions",
    "readmore",
    "recirc",
    "recommend",
    "recommendation",
    "recommendations",
    "recommended",
    "register",
    "related",
    "relatedposts",
    "reply",
    "respond",
    "reuse",
    "rss",
    "schlagworte",
    "screenreader",
    "share",
    "sharebar",
    "sharedaddy",
    "shares",
    "sharing",
    "shop",
    "shopping",
    "sidebar",
    "signature",
    "signin",
    "signup",
    "skip",
    "slider",
    "slideshow",
    "social",
    "sponsor",
    "sponsored",
    "subnav",
    "subscribe",
    "subscription",
    "survey",
    "taboola",
    "tag",
    "taglist",
    "tags",
    "taxonomy",
    "teaser",
    "teasers",
    "teilen",
    "thumbnail",
    "ticker",
    "timestamp",
    "toc",
    "toolbar",
    "tooltip",
    "topics",
    "trending",
    "twitter",
    "video",
    "werbung",
    "whatsapp",
    "widget",
    "widgets",
    "youtube",
});
static_assert(std::ranges::is_sorted(boilerplate_words));

// Words in a row.
constexpr auto boilerplate_phrases = std::to_array<std::string_view>({
    "about author",    "also read",       "app download",
    "article footer",  "article info",    "article tags",
    "at a glance",     "auteur bio",      "author bio",
    "author box",      "author card",     "author description",
    "author details",  "author info",     "bild text",
    "code block",      "date line",       "editor picks",
    "editors picks",   "entry footer",    "entry meta",
    "image source",    "in article",      "infinite scroll",
    "latest news",     "lesen sie auch",  "lire aussi",
    "mailing list",    "meme sujet",      "more from",
    "more news",       "more on",         "more stories",
    "most read",       "most viewed",     "must read",
    "next article",    "next post",       "next story",
    "next up",         "post footer",     "post meta",
    "post navigation", "post tags",       "pull quote",
    "read also",       "read more",       "read next",
    "read time",       "reading time",    "screen reader text",
    "see also",        "sr only",         "top stories",
    "up next",         "visually hidden", "visuallyhidden",
    "whats next",      "you may",         "you might",
});
static_assert(std::ranges::is_sorted(boilerplate_phrases));

// Of the names above those that some stories' parts have too, if only as a part of a layout's name:
// of the development pages' parts so called, more than one in fifty was story text.  Sorted.
constexpr auto doubtful_names = std::to_array<std::string_view>({
    "advertising",  "agreement",  "alert",    "aside",      "at a glance", "audio",
    "btn",          "button",     "buttons",  "code block", "comment",     "contacts",
    "cookie",       "cookies",    "credit",   "credits",    "direct",      "discussion",
    "dropdown",     "follow",     "footnote", "gallery",    "hidden",      "hide",
    "image source", "in article", "legend",   "links",      "listen",      "menu",
    "meta",         "modal",      "more on",  "nav",        "overlay",     "pagination",
    "partner",      "partners",   "player",   "podcast",    "print",       "rating",
    "readmore",     "register",   "reply",    "shop",       "sidebar",     "skip",
    "slider",       "slideshow",  "survey",   "tag",        "teaser",      "teasers",
    "thumbnail",    "ticker",     "toc",      "twitter",    "video",       "werbung",
    "widget",       "widgets",
});
static_assert(std::ranges::is_sorted(doubtful_names));
// Names that elements holding a story have, in words of class and id.
constexpr auto story_names = std::to_array<std::string_view>({
    "art body",        "art content",     "article body",   "article content",    "article copy",
    "article detail",  "article inner",   "article main",   "article paragraphs", "article story",
    "article text",    "blog content",    "body content",   "body copy",          "body text",
    "content article", "content body",    "content text",   "detail content",     "detail text",
    "entry content",   "field body",      "main content",   "news body",          "news content",
    "news detail",     "news text",       "post body",      "post content",       "post entry",
    "post text",       "rich text",       "single content", "story body",         "story content",
    "story text",      "td post content", "text content",
});
static_assert(std::ranges::is_sorted(story_names));

// Those whose class and id are looked at.
bool is_named_part(Tag tag) {
  switch (tag) {
    case Tag::div:
    case Tag::section:
    case Tag::ul:
    case Tag::ol:
    case Tag::dl:
    case Tag::p:
    case Tag::header:
    case Tag::li:
    case Tag::blockquote:
    case Tag::other:
    case Tag::center:
    case Tag::details:
    case Tag::span:
    case Tag::small:
    case Tag::a:
      return true;
    default:
      return false;
  }
}

// "has-sidebar" is beside a sidebar, not one.
bool is_of_neighbour(std::string_view words, std::size_t at) {
  const std::string_view before = words.substr(0, at);
  return before.ends_with(" has ") || before.ends_with(" with ") || before.ends_with(" no ") ||
         before.ends_with(" without ");
}

bool is_doubtful(std::string_view name) { return std::ranges::binary_search(doubtful_names, name); }

// The table's own copy of the first word that it has, of one that is not doubtful if there is any;
// empty if it has none.
std::string_view word_of(std::string_view words) {
  std::string_view doubtful;
  for (std::size_t at = 1; at < words.size();) {
    const std::size_t end = words.find(' ', at);
    const std::string_view word = words.substr(at, end - at);
    const auto found = std::ranges::lower_bound(boilerplate_words, word);
    if (found != boilerplate_words.end() && *found == word && !is_of_neighbour(words, at)) {
      if (!is_doubtful(*found)) return *found;
      if (doubtful.empty()) doubtful = *found;
    }
    if (end == std::string_view::npos) break;
    at = end + 1;
  }
  return doubtful;
}

// The same for words in a row.  The table is sorted.
template <std::size_t size>
std::string_view phrase_of(const std::array<std::string_view, size>& sorted,
                           std::string_view words) {
  for (std::size_t at = 1; at < words.size();) {
    const std::size_t end = words.find(' ', at);
    if (end == std::string_view::npos) break;
    const std::string_view word = words.substr(at, end - at);
    for (auto phrase = std::ranges::lower_bound(sorted, word);
         phrase != sorted.end() && phrase->starts_with(word); ++phrase) {
      const std::string_view rest = words.substr(at);
      if (rest.starts_with(*phrase) && rest[phrase->size()] == ' ') return *phrase;
    }
    at = end + 1;
  }
  return {};
}

// The words' first name of boilerplate; one that is not doubtful, if there is any.
std::string_view boilerplate_name(std::string_view words) {
  const std::string_view word = word_of(words);
  const std::string_view phrase = phrase_of(boilerplate_phrases, words);
  if (word.empty() || phrase.empty()) return word.empty() ? phrase : word;
  return is_doubtful(word) ? phrase : word;
}

PartName name_of(const Dom& dom, NodeId id) {
  PartName name;
  name.story = ascii::lower(dom.attribute(id, "itemprop")).find("articlebody") != std::string::npos;
  const std::string words = class_words(dom, id);
  if (words.empty()) return name;
  name.story = name.story || !phrase_of(story_names, words).empty();
  if (!is_named_part(dom.tag(id))) return name;
  name.boilerplate = boilerplate_name(words);
  name.sure = !name.boilerplate.empty() && !is_doubtful(name.boilerplate);
  return name;
}

// Whether the class alone names the element.
bool has_class_only(const Dom& dom, NodeId id) {
  return !dom.has_attribute(id, "id") && !dom.has_attribute(id, "data-testid") &&
         !dom.has_attribute(id, "itemprop");
}

}  // namespace

std::vector<PartName> part_names(const Dom& dom) {
  std::vector<PartName> names(dom.size());
  // Most elements are called like others before them.
  std::unordered_map<std::string_view, PartName> by_class[2];
  for (NodeId id = 0; id < dom.size(); ++id) {
    if (dom[id].attributes_size == 0) continue;
    const std::string_view name = dom.attribute(id, "class");
    if (name.empty() || !has_class_only(dom, id)) {
      names[id] = name_of(dom, id);
      continue;
    }
    auto& known = by_class[is_named_part(dom.tag(id)) ? 1 : 0];
    const auto [found, is_new] = known.try_emplace(name);
    if (is_new) found->second = name_of(dom, id);
    names[id] = found->second;
  }
  return names;
}

}  // namespace broadsheet::indexer
