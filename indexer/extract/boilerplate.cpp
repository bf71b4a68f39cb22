#include "indexer/extract/boilerplate.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/extract/ascii.hpp"
#include "indexer/extract/class_words.hpp"
#include "indexer/extract/line_rules.hpp"
#include "indexer/extract/part_names.hpp"
#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

constexpr std::size_t much_text = 300;

// A box that asks for a subscription: its text without and with the call.
constexpr std::size_t min_pitch = 40;
constexpr std::size_t max_pitch = 450;
constexpr NodeId max_pitch_nodes = 60;

// Marks only short texts: words that also name whole layouts.
constexpr double max_share = 0.3;

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
    case Tag::table:
    case Tag::address:
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

// "23.58", "9:05", "9 h 05", "11h14".
bool begins_with_time(std::string_view text) {
  std::string time;  // Without spaces.
  for (std::size_t at = 0; at < text.size() && time.size() < 6;) {
    const char32_t c = text::next_character(text, at);
    if (c == ' ' || c == 0xa0 || c == 0x202f) continue;
    time += c < 0x80 ? static_cast<char>(c) : '?';
  }
  const std::size_t hours = std::min(time.find_first_not_of("0123456789"), time.size());
  if (hours == 0 || hours > 2 || time.size() < hours + 3) return false;
  const char mark = time[hours];
  return (mark == ':' || mark == '.' || mark == 'h') && ascii::is_digit(time[hours + 1]) &&
         ascii::is_digit(time[hours + 2]) &&
         (time.size() == hours + 3 || !ascii::is_digit(time[hours + 3]));
}

class Finder {
 public:
  Finder(const Dom& dom, const std::vector<Block>& blocks, const std::vector<PartName>& names,
         const BlockSums& sums, NodeId headline)
      : dom_(dom),
        blocks_(blocks),
        names_(names),
        sums_(sums),
        headline_(headline),
        marks_(dom.size(), Reason::story) {
    page_good_ = sums.good(0, dom.size());
    sum_names();
  }

  std::vector<Reason> find() {
    for (NodeId id = 0; id < dom_.size();) {
      const Reason reason = dom_.is_text(id) ? Reason::story : reason_against(id);
      const bool certain = is_certain(reason);
      // Within what is doubtful, only what is certain counts.
      if (reason != Reason::story && (certain || marks_[id] == Reason::story)) {
        mark(id, dom_.end(id), reason);
      }
      id = certain ? dom_.end(id) : id + 1;
    }
    mark_pitches();
    mark_other_stories();
    return std::move(marks_);
  }

 private:
  struct NameSum {
    std::size_t good = 0;
    NodeId end = 0;  // Of the last element so called.
  };

  void mark(NodeId begin, NodeId end, Reason reason) {
    std::fill(marks_.begin() + begin, marks_.begin() + end, reason);
  }

  std::size_t weight(NodeId id) const { return sums_.weight(id, dom_.end(id)); }
  std::size_t link_weight(NodeId id) const { return sums_.link_weight(id, dom_.end(id)); }

  bool holds_much(NodeId id) const {
    return static_cast<double>(sums_.good(id, dom_.end(id))) >
           max_share * static_cast<double>(page_good_);
  }

  Reason reason_against(NodeId id) const {
    const Tag tag = dom_.tag(id);
    if (tag == Tag::document || tag == Tag::html || tag == Tag::body || tag == Tag::main ||
        holds_much(id)) {
      return Reason::story;
    }
    if (is_boilerplate_tag(tag) && !is_story_in(id)) {
      return holds_table(id) ? Reason::table : Reason::element;
    }
    if (dom_[id].attributes_size > 0) {
      if (has_boilerplate_role(dom_.attribute(id, "role"))) return Reason::role;
      if (dom_.attribute(id, "aria-hidden") == "true" && tag != Tag::span) return Reason::role;
      if (is_named_boilerplate(id)) return names_[id].sure ? Reason::sure_name : Reason::name;
    }
    if (is_link_list(id)) return Reason::links;
    if (is_live_feed(id)) return Reason::feed;
    if (!is_teaser(id)) return Reason::story;
    return has_date_or_byline(id) ? Reason::other_story : Reason::teaser;
  }

  std::span<const Block> blocks_in(NodeId id) const {
    return blocks_between(blocks_, id, dom_.end(id));
  }

  bool has_date_or_byline(NodeId id) const {
    return std::ranges::any_of(blocks_in(id), [](const Block& block) {
      return block.line.kind == LineKind::date || block.line.kind == LineKind::byline;
    });
  }

  // Tables lay pages out, figures hold quotations.
  bool is_story_in(NodeId id) const {
    if (dom_.tag(id) == Tag::table) {
      return sums_.good(id, dom_.end(id)) * 2 > weight(id);
    }
    if (dom_.tag(id) != Tag::figure || is_pull_quote(class_words(dom_, id))) return false;
    for (NodeId at = id; at < dom_.end(id); ++at) {
      if (dom_.tag(at) == Tag::blockquote) return true;
    }
    return false;
  }

  // A table, or a figure around one.
  bool holds_table(NodeId id) const {
    if (dom_.tag(id) == Tag::table) return true;
    if (dom_.tag(id) != Tag::figure) return false;
    for (NodeId at = id; at < dom_.end(id); ++at) {
      if (dom_.tag(at) == Tag::table) return true;
    }
    return false;
  }

  bool is_named_boilerplate(NodeId id) const {
    const PartName& name = names_[id];
    if (name.boilerplate.empty() || dom_.contains(id, headline_)) return false;
    return name.sure || (!is_mostly_text(id) && !is_common_name(name.boilerplate));
  }

  // Elements so called together hold a large share of the good text: it is a word of the page's
  // layout.
  bool is_common_name(std::string_view name) const {
    const auto found = common_.find(name);
    return found != common_.end() &&
           static_cast<double>(found->second.good) > max_share * static_cast<double>(page_good_);
  }

  void sum_names() {
    for (NodeId id = 0; id < dom_.size(); ++id) {
      if (names_[id].boilerplate.empty() || holds_much(id)) continue;
      NameSum& sum = common_[names_[id].boilerplate];
      if (id < sum.end) continue;  // Within one of that name.
      sum.good += sums_.good(id, dom_.end(id));
      sum.end = dom_.end(id);
    }
  }

  bool is_mostly_text(NodeId id) const {
    const std::size_t good = sums_.good(id, dom_.end(id));
    return good > much_text && good * 10 > weight(id) * 8;
  }

  // A list or box most of whose text is links.
  bool is_link_list(NodeId id) const {
    const Tag tag = dom_.tag(id);
    if (tag != Tag::ul && tag != Tag::ol && tag != Tag::div && tag != Tag::section &&
        tag != Tag::dl) {
      return false;
    }
    const std::size_t all = weight(id);
    return all > 0 && link_weight(id) * 10 > all * 6 && sums_.good(id, dom_.end(id)) < all / 3 &&
           !dom_.contains(id, headline_);
  }

  // A list most of whose items begin with a time of day.
  bool is_live_feed(NodeId id) const {
    if (dom_.tag(id) != Tag::ul && dom_.tag(id) != Tag::ol) return false;
    std::size_t items = 0;
    std::size_t timed = 0;
    for (const Block& block : blocks_in(id)) {
      ++items;
      timed += begins_with_time(block.text) ? 1 : 0;
    }
    return timed >= 2 && timed * 2 > items;
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
    const std::span<const Block> blocks = blocks_in(id);
    if (blocks.size() < 2) return false;
    const Block& first = blocks.front();
    return first.weight >= 25 && first.weight <= 160 && first.link_share() > 0.9 &&
           first.kind != BlockKind::paragraph;
  }

  // The boxes around links and buttons that ask the reader to sign up.
  void mark_pitches() {
    for (NodeId id = 0; id < dom_.size(); ++id) {
      const Tag tag = dom_.tag(id);
      if (tag != Tag::a && tag != Tag::button) continue;
      if (marks_[dom_.parent(id)] != Reason::story) continue;
      const NodeId box = box_around(id);
      if (box != no_node && is_sign_up_call(inner_text(dom_, id))) {
        mark(box, dom_.end(box), Reason::pitch);
      }
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
    const std::string headline = inner_text(dom_, headline_);
    for (NodeId id = dom_.end(headline_); id < dom_.size(); ++id) {
      if (dom_.tag(id) != Tag::h1) continue;
      const NodeId part = part_begun_by(id);
      if (part == id || sums_.good(id, dom_.end(part)) < 300) continue;
      if (inner_text(dom_, id) == headline || !is_story_apart(part)) continue;
      mark(part, dom_.size(), Reason::other_story);
      return;
    }
  }

  // An <article>, or called like an element around the headline, or with a date or byline of its
  // own: else it is a section of the one story.
  bool is_story_apart(NodeId part) const {
    if (dom_.tag(part) == Tag::article) return true;
    const std::string_view name = dom_.attribute(part, "class");
    for (NodeId up = headline_; up != no_node && !name.empty(); up = dom_.parent(up)) {
      if (dom_.attribute(up, "class") == name) return true;
    }
    return has_date_or_byline(part);
  }

  // The outermost element that holds the heading but neither the headline nor story text before the
  // heading; an <article> of its own in any case.
  NodeId part_begun_by(NodeId heading) const {
    NodeId part = heading;
    NodeId article = no_node;
    for (NodeId up = dom_.parent(heading); up != no_node; up = dom_.parent(up)) {
      if (dom_.contains(up, headline_)) break;
      if (dom_.tag(up) == Tag::article) article = up;
      if (sums_.good(up, heading) < 100) part = up;
    }
    if (article != no_node && article < part) part = article;
    return sums_.good(dom_.end(headline_), part) > 300 ? part : heading;
  }

  const Dom& dom_;
  const std::vector<Block>& blocks_;
  const std::vector<PartName>& names_;
  const BlockSums& sums_;
  NodeId headline_;
  std::size_t page_good_ = 0;
  std::vector<Reason> marks_;
  std::unordered_map<std::string_view, NameSum> common_;
};

}  // namespace

std::vector<Reason> find_boilerplate(const Dom& dom, const std::vector<Block>& blocks,
                                     const std::vector<PartName>& names, const BlockSums& sums,
                                     NodeId headline) {
  return Finder(dom, blocks, names, sums, headline).find();
}

}  // namespace broadsheet::indexer
