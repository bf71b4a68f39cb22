#include "indexer/extract/body.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "indexer/extract/ascii.hpp"
#include "indexer/extract/boilerplate.hpp"
#include "indexer/extract/class_words.hpp"
#include "indexer/extract/headline.hpp"
#include "indexer/extract/line_rules.hpp"
#include "indexer/extract/standfirst.hpp"
#include "indexer/extract/story_oracle.hpp"

namespace broadsheet::indexer {
namespace {

constexpr std::size_t begun_weight = 200;  // A story has begun when this much of it was read.
constexpr std::size_t poor_weight = 250;   // A story with less is looked for elsewhere too.

struct Range {
  NodeId begin = no_node;
  NodeId end = no_node;
  std::string chosen_by;

  bool contains(NodeId id) const { return begin <= id && id < end; }
};

// Names that elements holding a story have, in words of class and id.
constexpr auto story_names = std::to_array<std::string_view>({
    "article body",   "article content", "article text",    "article main",       "article copy",
    "article detail", "art content",     "art body",        "body copy",          "body content",
    "body text",      "content body",    "content text",    "detail content",     "detail text",
    "entry content",  "main content",    "news body",       "news content",       "news detail",
    "news text",      "post body",       "post content",    "post entry",         "rich text",
    "story body",     "story content",   "story text",      "single content",     "content article",
    "text content",   "article inner",   "article story",   "article paragraphs", "field body",
    "blog content",   "post text",       "td post content",
});

bool is_container(Tag tag) {
  switch (tag) {
    case Tag::article:
    case Tag::body:
    case Tag::blockquote:
    case Tag::center:
    case Tag::div:
    case Tag::document:
    case Tag::html:
    case Tag::main:
    case Tag::other:
    case Tag::section:
    case Tag::td:
    case Tag::tr:
    case Tag::table:
    case Tag::tbody:
    case Tag::span:
    case Tag::form:
    case Tag::p:
    case Tag::ul:
    case Tag::ol:
    case Tag::font:
    case Tag::header:
    case Tag::details:
      return true;
    default:
      return false;
  }
}

// The worth of a block for the element that holds it.
std::int64_t worth(const Block& block, bool before_headline) {
  const auto weight = static_cast<std::int64_t>(block.weight);
  if (block.good) return before_headline ? 0 : weight;
  if (block.kind == BlockKind::heading) return -10;
  if (block.link_share() > 0.5) return -weight / 2 - 20;
  if (block.kind == BlockKind::paragraph || block.link_share() < 0.2) return -5;
  return -weight / 4 - 10;
}

class BodyFinder {
 public:
  BodyFinder(const Dom& dom, const std::vector<Block>& blocks, const BodyHints& hints)
      : dom_(dom),
        blocks_(blocks),
        hints_(hints),
        good_(dom, blocks),
        marks_(find_boilerplate(dom, blocks, good_, hints.headline_node)),
        oracle_(hints.ld_body) {
    sum_worth();
  }

  std::optional<PageBody> find() {
    const Range range = choose_range();
    PageBody body = select(range);
    if (body.weight < poor_weight) {
      PageBody everywhere = select({0, dom_.size(), "all of the page"});
      if (everywhere.weight > body.weight * 2) body = std::move(everywhere);
    }
    if (oracle_.weight() * 2 > body.weight * 3) body = told_body();
    if (body.paragraphs.empty()) return std::nullopt;
    add_standfirst(body);
    return body;
  }

 private:
  bool is_live(const Block& block) const { return !marks_[block.first]; }

  void sum_worth() {
    const NodeId headline = hints_.headline_node;
    const bool headline_first = headline != no_node && good_.below(headline, dom_.size()) * 5 >
                                                           good_.below(0, dom_.size()) * 2;
    sums_.assign(dom_.size() + 1, 0);
    live_good_.assign(dom_.size() + 1, 0);
    for (const Block& block : blocks_) {
      if (!is_live(block)) continue;
      sums_[block.first + 1] += worth(block, headline_first && block.first < headline);
      if (block.good) live_good_[block.first + 1] += static_cast<std::int64_t>(block.weight);
    }
    for (std::size_t i = 1; i < sums_.size(); ++i) {
      sums_[i] += sums_[i - 1];
      live_good_[i] += live_good_[i - 1];
    }
  }

  std::int64_t worth_of(NodeId id) const { return sums_[dom_.end(id)] - sums_[id]; }
  std::int64_t good_of(NodeId id) const { return live_good_[dom_.end(id)] - live_good_[id]; }

  Range choose_range() const {
    const NodeId by_text = choose_by_text();
    const NodeId by_name = choose_by_name(by_text);
    if (by_name != no_node) return {by_name, dom_.end(by_name), "its name"};
    return {by_text, dom_.end(by_text), "its text"};
  }

  // Where most text is for the least of other things.
  NodeId choose_by_text() const {
    NodeId best = 0;
    for (NodeId id = 0; id < dom_.size(); ++id) {
      if (!marks_[id] && is_container(dom_.tag(id)) && worth_of(id) >= worth_of(best)) best = id;
    }
    // Nearly the same in less is better.
    const std::int64_t enough = worth_of(best) * 95 / 100;
    for (NodeId id = best + 1; id < dom_.end(best); ++id) {
      if (!marks_[id] && is_container(dom_.tag(id)) && worth_of(id) >= enough) {
        best = id;
      }
    }
    return best;
  }

  // The innermost element called a story that has nearly all of the text.
  NodeId choose_by_name(NodeId by_text) const {
    NodeId best = no_node;
    for (NodeId id = by_text; id < dom_.end(by_text); ++id) {
      if (marks_[id] || dom_.is_text(id) || !is_named_story(id)) continue;
      if (good_of(id) * 100 >= good_of(by_text) * 80) best = id;
    }
    return best;
  }

  bool is_named_story(NodeId id) const {
    if (dom_[id].attributes_size == 0) return false;
    if (ascii::lower(dom_.attribute(id, "itemprop")).find("articlebody") != std::string::npos) {
      return true;
    }
    const std::string words = class_words(dom_, id);
    return !words.empty() && std::ranges::any_of(story_names, [&](std::string_view name) {
      return has_words(words, name);
    });
  }

  PageBody select(const Range& range) const;
  PageBody told_body() const;
  void add_standfirst(PageBody& body) const;
  bool is_worth_reading(const Block& block) const;
  bool ends_story(const Block& block, const Block& before) const;

  const Dom& dom_;
  const std::vector<Block>& blocks_;
  const BodyHints& hints_;
  GoodText good_;
  std::vector<bool> marks_;
  StoryOracle oracle_;
  std::vector<std::int64_t> sums_;
  std::vector<std::int64_t> live_good_;
};

// Whether the block, which no rule knows, reads like part of a story.
bool BodyFinder::is_worth_reading(const Block& block) const {
  if (block.good) return true;
  switch (block.kind) {
    case BlockKind::heading:
    case BlockKind::item:
      return block.link_share() < 0.5;
    case BlockKind::paragraph:
    case BlockKind::quote:
      return block.link_share() < 0.4;
    case BlockKind::other:
      return block.link_share() < 0.3 && block.weight >= 40;
  }
  return false;
}

// Whether a short block still belongs to the story after the one before it.
bool BodyFinder::ends_story(const Block& block, const Block& before) const {
  return block.kind == BlockKind::paragraph && block.sentence && block.links == 0 &&
         dom_.parent(block.node) == dom_.parent(before.node);
}

// The blocks of a range as the story goes, up to the first line that ends it.
PageBody BodyFinder::select(const Range& range) const {
  std::vector<const Block*> live;
  for (const Block& block : blocks_) {
    if (range.contains(block.first) && is_live(block)) live.push_back(&block);
  }
  std::size_t good_left = 0;
  for (const Block* block : live) good_left += block->good ? block->weight : 0;
  const auto bounds = oracle_.bounds(live);

  std::vector<const Block*> kept;
  std::size_t up_to_good = 0;  // Count of kept blocks with the last good one.
  std::size_t weight = 0;
  for (const Block* block : live) {
    if (block->good) good_left -= block->weight;
    if (bounds && (block->first < bounds->first || block->first > bounds->last)) continue;
    const bool told = oracle_.has(*block);
    const LineAction action =
        told || block->good ? LineAction::keep : classify_line(block->text).action;
    if (action == LineAction::terminate && weight > begun_weight && good_left * 2 < weight) break;
    if (action != LineAction::keep || !(told || is_worth_reading(*block))) continue;
    const bool sure = block->good || told || (!kept.empty() && ends_story(*block, *kept.back()));
    if (weight == 0 && !sure) continue;
    if (block->kind == BlockKind::heading && title_agreement(block->text, hints_.headline) > 0.9) {
      continue;
    }
    if (!kept.empty() && kept.back()->text == block->text) continue;
    kept.push_back(block);
    weight += block->weight;
    if (sure) up_to_good = kept.size();
  }
  kept.resize(up_to_good);

  PageBody body;
  body.begin = kept.empty() ? range.begin : kept.front()->first;
  body.end = range.end;
  body.chosen_by = range.chosen_by;
  for (const Block* block : kept) {
    body.paragraphs.push_back(block->text);
    body.weight += block->weight;
  }
  return body;
}

PageBody BodyFinder::told_body() const {
  PageBody body;
  body.paragraphs = hints_.ld_body;
  body.weight = oracle_.weight();
  body.chosen_by = "JSON-LD";
  return body;
}

void BodyFinder::add_standfirst(PageBody& body) const {
  const NodeId first = body.begin == no_node ? dom_.size() : body.begin;
  std::string standfirst = find_standfirst(
      dom_, blocks_, {hints_.headline_node, first, body.paragraphs.front(), hints_.descriptions});
  if (standfirst.empty()) return;
  if (standfirst != body.paragraphs.front()) {
    body.weight += text_weight(standfirst);
    body.paragraphs.insert(body.paragraphs.begin(), standfirst);
  }
  body.standfirst = std::move(standfirst);
}

}  // namespace

std::optional<PageBody> find_body(const Dom& dom, const std::vector<Block>& blocks,
                                  const BodyHints& hints) {
  return BodyFinder(dom, blocks, hints).find();
}

}  // namespace broadsheet::indexer
