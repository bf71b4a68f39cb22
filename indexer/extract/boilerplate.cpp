#include "indexer/extract/boilerplate.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/extract/ascii.hpp"
#include "indexer/extract/class_words.hpp"
#include "indexer/extract/line_rules.hpp"

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
    "about author",    "article info",
    "at a glance",     "author box",
    "author info",     "author card",
    "author details",  "author description",
    "code block",      "date line",
    "entry meta",      "image source",
    "infinite scroll", "latest news",
    "mailing list",    "more from",
    "more news",       "more on",
    "more stories",    "most read",
    "most viewed",     "next article",
    "next post",       "next story",
    "post meta",       "post tags",
    "post footer",     "article footer",
    "entry footer",    "pull quote",
    "read also",       "read more",
    "read next",       "screen reader text",
    "see also",        "sr only",
    "top stories",     "visually hidden",
    "visuallyhidden",  "whats next",
    "you may",         "you might",
    "app download",    "read time",
    "reading time",    "also read",
    "next up",         "up next",
    "author bio",      "article tags",
    "in article",      "post navigation",
    "editor picks",    "editors picks",
    "must read",       "bild text",
    "lire aussi",      "meme sujet",
    "lesen sie auch",  "auteur bio",
});

// Of the words above those that never name a part of the story.  What has another one, but is
// almost all sentences and many of them, is a story in a box with an unlucky name.  Sorted.
constexpr auto sure_words = std::to_array<std::string_view>({
    "advert",      "advertisement",   "authorbox",   "autorenbox", "bio",          "comment",
    "commentlist", "comments",        "consent",     "cookie",     "cookies",      "copyright",
    "disclaimer",  "disqus",          "exergue",     "footer",     "gdpr",         "newsletter",
    "newsletters", "outbrain",        "popular",     "promo",      "promos",       "pullquote",
    "recommend",   "recommendations", "recommended", "related",    "relatedposts", "respond",
    "share",       "social",          "sponsored",   "subscribe",  "taboola",      "teaser",
    "teasers",     "trending",
});
static_assert(std::ranges::is_sorted(sure_words));
constexpr std::size_t much_text = 300;

// A box that asks for a subscription: its text without and with the call.
constexpr std::size_t min_pitch = 40;
constexpr std::size_t max_pitch = 450;
constexpr NodeId max_pitch_nodes = 60;

// The longest word that the tables above can hold.
constexpr std::size_t max_word = 16;

// Marks only short texts: words that also name whole layouts.
constexpr double max_share = 0.3;

template <std::size_t size>
bool has_word_of(const std::array<std::string_view, size>& sorted, std::string_view words) {
  for (std::size_t at = 1; at < words.size();) {
    const std::size_t end = words.find(' ', at);
    const std::string_view word = words.substr(at, end - at);
    if (word.size() <= max_word && std::ranges::binary_search(sorted, word)) return true;
    if (end == std::string_view::npos) break;
    at = end + 1;
  }
  return false;
}

bool has_boilerplate_word(std::string_view words) {
  return has_word_of(boilerplate_words, words) ||
         std::ranges::any_of(boilerplate_phrases,
                             [&](std::string_view phrase) { return has_words(words, phrase); });
}

bool has_boilerplate_role(std::string_view role) {
  constexpr auto roles = std::to_array<std::string_view>(
      {"alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "form", "menu",
       "menubar", "navigation", "search", "status", "tablist", "toolbar", "tooltip"});
  return std::ranges::find(roles, role) != roles.end();
}

bool is_boilerplate_tag(Tag tag) {
  switch (tag) {
    case Tag::aside:
    case Tag::caption:
    case Tag::dialog:
    case Tag::fieldset:
    case Tag::figcaption:
    case Tag::figure:
    case Tag::footer:
    case Tag::form:
    case Tag::label:
    case Tag::menu:
    case Tag::nav:
    case Tag::template_:
    case Tag::table:
    case Tag::address:
      return true;
    default:
      return false;
  }
}

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

// A sentence of the story set apart for the eye.
bool is_pull_quote(std::string_view words) {
  return has_words(words, "pullquote") || has_words(words, "pull quote") ||
         has_words(words, "exergue");
}

// What a link or button says that leads to an account, a subscription or a newsletter: all of it.
bool is_sign_up_call(std::string_view text) {
  if (text.empty() || text.size() > 60) return false;
  const LineClass told = classify_line(text);
  return told.kind == LineKind::subscription && told.action == LineAction::skip;
}

class Finder {
 public:
  Finder(const Dom& dom, const std::vector<Block>& blocks, const GoodText& good, NodeId headline)
      : dom_(dom), blocks_(blocks), good_(good), headline_(headline), marks_(dom.size()) {
    page_good_ = good.below(0, dom.size());
    count_blocks();
    sum_classes();
  }

  std::vector<bool> find() {
    for (NodeId id = 0; id < dom_.size();) {
      if (!dom_.is_text(id) && is_boilerplate(id)) {
        mark(id, dom_.end(id));
        id = dom_.end(id);
      } else {
        ++id;
      }
    }
    mark_pitches();
    mark_other_stories();
    return std::move(marks_);
  }

 private:
  void mark(NodeId begin, NodeId end) {
    std::fill(marks_.begin() + begin, marks_.begin() + end, true);
  }

  void count_blocks() {
    weights_.assign(dom_.size() + 1, 0);
    links_.assign(dom_.size() + 1, 0);
    for (const Block& block : blocks_) {
      weights_[block.first + 1] += static_cast<std::uint32_t>(block.weight);
      links_[block.first + 1] += static_cast<std::uint32_t>(block.link_weight);
    }
    for (std::size_t i = 1; i < weights_.size(); ++i) {
      weights_[i] += weights_[i - 1];
      links_[i] += links_[i - 1];
    }
  }

  std::uint32_t weight(NodeId id) const { return weights_[dom_.end(id)] - weights_[id]; }
  std::uint32_t link_weight(NodeId id) const { return links_[dom_.end(id)] - links_[id]; }

  bool holds_much(NodeId id) const {
    return static_cast<double>(good_.below(id, dom_.end(id))) >
           max_share * static_cast<double>(page_good_);
  }

  bool is_boilerplate(NodeId id) const {
    const Tag tag = dom_.tag(id);
    if (tag == Tag::document || tag == Tag::html || tag == Tag::body || tag == Tag::main)
      return false;
    if (holds_much(id)) return false;
    if (is_boilerplate_tag(tag) && !is_story_in(id)) return true;
    if (dom_[id].attributes_size > 0) {
      if (has_boilerplate_role(dom_.attribute(id, "role"))) return true;
      if (dom_.attribute(id, "aria-hidden") == "true" && tag != Tag::span) return true;
      if (is_named_part(tag) && is_named_boilerplate(id)) return true;
    }
    return is_link_list(id) || is_teaser(id);
  }

  // Tables lay pages out, figures hold quotations.
  bool is_story_in(NodeId id) const {
    if (dom_.tag(id) == Tag::table) {
      return good_.below(id, dom_.end(id)) * 2 > std::size_t{weight(id)};
    }
    if (dom_.tag(id) != Tag::figure || is_pull_quote(class_words(dom_, id))) return false;
    for (NodeId at = id; at < dom_.end(id); ++at) {
      if (dom_.tag(at) == Tag::blockquote) return true;
    }
    return false;
  }

  bool is_named_boilerplate(NodeId id) const {
    const std::string words = class_words(dom_, id);
    if (words.empty()) return false;
    if (dom_.contains(id, headline_) || !has_boilerplate_word(words)) return false;
    if (has_word_of(sure_words, words)) return true;
    return !is_mostly_text(id) && !is_common_class(id);
  }

  // Elements of its class together hold a large share of the good text.
  bool is_common_class(NodeId id) const {
    const auto found = class_good_.find(dom_.attribute(id, "class"));
    return found != class_good_.end() &&
           static_cast<double>(found->second) > max_share * static_cast<double>(page_good_);
  }

  void sum_classes() {
    for (NodeId id = 0; id < dom_.size(); ++id) {
      if (dom_[id].attributes_size == 0 || !is_named_part(dom_.tag(id))) continue;
      const std::size_t good = good_.below(id, dom_.end(id));
      if (good > 0) class_good_[dom_.attribute(id, "class")] += good;
    }
  }

  bool is_mostly_text(NodeId id) const {
    const std::size_t good = good_.below(id, dom_.end(id));
    return good > much_text && good * 10 > std::size_t{weight(id)} * 8;
  }

  // A list or box most of whose text is links.
  bool is_link_list(NodeId id) const {
    const Tag tag = dom_.tag(id);
    if (tag != Tag::ul && tag != Tag::ol && tag != Tag::div && tag != Tag::section &&
        tag != Tag::dl) {
      return false;
    }
    const std::uint32_t all = weight(id);
    return all > 0 && link_weight(id) * 10 > all * 6 && good_.below(id, dom_.end(id)) < all / 3 &&
           !dom_.contains(id, headline_);
  }

  // A heading that is a link, and little below it: another story's.
  bool is_teaser(NodeId id) const {
    const Tag tag = dom_.tag(id);
    if (tag != Tag::article && tag != Tag::div && tag != Tag::section && tag != Tag::li &&
        tag != Tag::a) {
      return false;
    }
    if (weight(id) > 600 || dom_.contains(id, headline_)) return false;
    for (NodeId at = id; at < dom_.end(id); ++at) {
      const Tag inner = dom_.tag(at);
      if (inner < Tag::h2 || inner > Tag::h5 || weight(id) > 350) continue;
      if (weight(at) > 0 && (tag == Tag::a || link_weight(at) * 10 > weight(at) * 8)) return true;
    }
    return tag != Tag::li && tag != Tag::a && begins_with_link(id);
  }

  // Its first block is a title that is a link, and there are others.
  bool begins_with_link(NodeId id) const {
    const auto first = std::ranges::lower_bound(blocks_, id, {}, &Block::first);
    if (first == blocks_.end() || first->first >= dom_.end(id)) return false;
    const auto second = first + 1;
    return first->weight >= 25 && first->weight <= 160 && first->link_share() > 0.9 &&
           first->kind != BlockKind::paragraph && second != blocks_.end() &&
           second->first < dom_.end(id);
  }

  // The boxes around links and buttons that ask the reader to sign up.
  void mark_pitches() {
    for (NodeId id = 0; id < dom_.size(); ++id) {
      const Tag tag = dom_.tag(id);
      if (tag != Tag::a && tag != Tag::button) continue;
      if (marks_[dom_.parent(id)]) continue;
      const NodeId box = box_around(id);
      if (box != no_node && is_sign_up_call(inner_text(dom_, id))) mark(box, dom_.end(box));
    }
  }

  // The innermost box of few words that holds more than the link; no_node if that is a paragraph
  // of the story or something large.
  NodeId box_around(NodeId link) const {
    for (NodeId up = dom_.parent(link); up != no_node; up = dom_.parent(up)) {
      if (dom_.end(up) - up > max_pitch_nodes || weight(up) > max_pitch) return no_node;
      const Tag tag = dom_.tag(up);
      const bool is_box = tag == Tag::div || tag == Tag::section || tag == Tag::other;
      if (!is_box || weight(up) < min_pitch) continue;
      return holds_much(up) || dom_.contains(up, headline_) ? no_node : up;
    }
    return no_node;
  }

  // A further h1 that begins a part of the page: an endless page's next story, and all below it.
  void mark_other_stories() {
    if (headline_ == no_node) return;
    for (NodeId id = dom_.end(headline_); id < dom_.size(); ++id) {
      if (dom_.tag(id) != Tag::h1) continue;
      const NodeId part = part_begun_by(id);
      if (part == id || good_.below(id, dom_.end(part)) < 300) continue;
      mark(part, dom_.size());
      return;
    }
  }

  // The outermost element that holds the heading but neither the headline nor story text before the
  // heading; an <article> of its own in any case.
  NodeId part_begun_by(NodeId heading) const {
    NodeId part = heading;
    NodeId article = no_node;
    for (NodeId up = dom_.parent(heading); up != no_node; up = dom_.parent(up)) {
      if (dom_.contains(up, headline_)) break;
      if (dom_.tag(up) == Tag::article) article = up;
      if (good_.below(up, heading) < 100) part = up;
    }
    if (article != no_node && article < part) part = article;
    return good_.below(dom_.end(headline_), part) > 300 ? part : heading;
  }

  const Dom& dom_;
  const std::vector<Block>& blocks_;
  const GoodText& good_;
  NodeId headline_;
  std::size_t page_good_ = 0;
  std::vector<bool> marks_;
  std::vector<std::uint32_t> weights_;
  std::vector<std::uint32_t> links_;
  std::unordered_map<std::string_view, std::size_t> class_good_;
};

}  // namespace

std::vector<bool> find_boilerplate(const Dom& dom, const std::vector<Block>& blocks,
                                   const GoodText& good, NodeId headline) {
  return Finder(dom, blocks, good, headline).find();
}

}  // namespace broadsheet::indexer
