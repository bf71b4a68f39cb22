#include "indexer/extract/body.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_set>

#include "indexer/extract/block_features.hpp"
#include "indexer/extract/block_model.hpp"
#include "indexer/extract/boilerplate.hpp"
#include "indexer/extract/part_names.hpp"
#include "indexer/extract/standfirst.hpp"
#include "indexer/extract/story_oracle.hpp"
#include "indexer/extract/title_text.hpp"

namespace broadsheet::indexer {
namespace {

constexpr float no_score = -20;  // Of a block that is certainly no story.

// A story with less is looked for more boldly: blocks with a lower score count too.
constexpr std::size_t poor_weight = 250;
constexpr float bold_score = -2;

// Paragraphs made like this share of the good text score this much more: they are of one kind.
constexpr double kin_of_story = 0.7;
constexpr float kin_score = 1.4F;

// Blocks of links that part a story from another, and what the text beyond them must be likely to
// be story, on average.
constexpr std::size_t parting_links = 6;
constexpr double likely_beyond = 0.75;

constexpr double table_share = 0.2;           // Of the page's good text, in a table that is story.
constexpr double core_share = 0.7;            // Of the story's text, in its core.
constexpr std::size_t headline_weight = 250;  // Longer ones are headings.
constexpr std::size_t repeated_weight = 60;   // A block this long is story once.

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
        headline_(hints.headline),
        sums_(dom, blocks),
        names_(part_names(dom)),
        marks_(find_boilerplate(dom, blocks, names_, sums_, hints.headline_node)),
        oracle_(hints.ld_body) {
    sum_worth();
  }

  PageBody find() {
    choose_ranges();
    judge();
    PageBody body = select(0);
    if (body.weight < poor_weight) {
      believe_paragraphs();
      end_at_heading_after(body);
      PageBody bold = select(bold_score);
      if (bold.weight > body.weight * 2) body = std::move(bold);
    }
    if (oracle_.weight() * 2 > body.weight * 3) body = told_body();
    if (!body.paragraphs.empty()) add_standfirst(body);
    body.features = std::move(features_);
    return body;
  }

 private:
  bool is_live(NodeId id) const { return marks_[id] == Reason::story; }

  void sum_worth() {
    const NodeId headline = hints_.headline_node;
    headline_first_ = headline != no_node &&
                      sums_.good(headline, dom_.size()) * 5 > sums_.good(0, dom_.size()) * 2;
    worths_.assign(dom_.size() + 1, 0);
    live_good_.assign(dom_.size() + 1, 0);
    for (const Block& block : blocks_) {
      if (!is_live(block.first)) continue;
      worths_[block.first + 1] += worth(block, headline_first_ && block.first < headline);
      if (block.good) live_good_[block.first + 1] += static_cast<std::int64_t>(block.weight);
    }
    for (std::size_t i = 1; i < worths_.size(); ++i) {
      worths_[i] += worths_[i - 1];
      live_good_[i] += live_good_[i - 1];
    }
  }

  std::int64_t worth_of(NodeId id) const { return worths_[dom_.end(id)] - worths_[id]; }
  std::int64_t good_of(NodeId id) const { return live_good_[dom_.end(id)] - live_good_[id]; }

  void choose_ranges() {
    const NodeId by_text = choose_by_text();
    by_text_ = {by_text, dom_.end(by_text)};
    const NodeId by_name = choose_by_name(by_text);
    if (by_name != no_node) by_name_ = {by_name, dom_.end(by_name)};
  }

  // The score of each block.
  void judge() {
    features_ = block_features({dom_, blocks_, names_, sums_, marks_, oracle_, by_text_, by_name_,
                                hints_.headline, hints_.headline_node});
    const std::size_t width = feature_names().size();
    scores_.reserve(blocks_.size());
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (is_certain(marks_[blocks_[i].first])) {
        scores_.push_back(no_score);
        continue;
      }
      const auto row = std::span(features_).subspan(i * width, width);
      const Block& block = blocks_[i];
      const bool like_most = block.good && is_live(block.first) && kin_share(row) > kin_of_story;
      scores_.push_back(story_score(row) + (like_most ? kin_score : 0));
    }
    judge_tables();
  }

  // A table is part of the story as a whole or not at all, and only one that is much of the story.
  void judge_tables() {
    const auto page_good = static_cast<double>(sums_.good(0, dom_.size()));
    for (std::size_t begin = 0; begin < blocks_.size();) {
      const NodeId table = marks_[blocks_[begin].first] == Reason::table
                               ? outermost_marked(blocks_[begin].first)
                               : no_node;
      if (table == no_node) {
        ++begin;
        continue;
      }
      float sum = 0;
      std::size_t weight = 0;
      std::size_t end = begin;
      for (; end < blocks_.size() && dom_.contains(table, blocks_[end].first); ++end) {
        sum += (story_probability(scores_[end]) - 0.5F) * static_cast<float>(blocks_[end].weight);
        weight += blocks_[end].weight;
      }
      const bool is_story = sum > 0 && static_cast<double>(weight) > table_share * page_good;
      for (; begin < end; ++begin) {
        scores_[begin] =
            is_story ? std::max(scores_[begin], 0.1F) : std::min(scores_[begin], -0.1F);
      }
    }
  }

  // Where next to nothing seems a story, what reads like one is.
  void believe_paragraphs() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const Block& block = blocks_[i];
      if (block.good && is_live(block.first) && by_text_.contains(block.first)) {
        scores_[i] = std::max(scores_[i], 0.0F);
      }
    }
  }

  // What follows a heading below a story, if a poor one, is not more of it.
  void end_at_heading_after(const PageBody& body) {
    if (body.paragraphs.empty()) return;
    const auto last = std::find_if(body.verdicts.rbegin(), body.verdicts.rend(),
                                   [](const Verdict& v) { return v.reason == Reason::story; });
    auto i = static_cast<std::size_t>(body.verdicts.rend() - last);
    while (i < blocks_.size() && blocks_[i].kind != BlockKind::heading) ++i;
    for (; i < blocks_.size(); ++i) scores_[i] = no_score;
  }

  // The element that boilerplate rules spoke of.
  NodeId outermost_marked(NodeId text) const {
    NodeId element = dom_.parent(text);
    while (dom_.parent(element) != no_node && !is_live(dom_.parent(element))) {
      element = dom_.parent(element);
    }
    return element;
  }

  // Where most text is for the least of other things.
  NodeId choose_by_text() const {
    NodeId best = 0;
    for (NodeId id = 0; id < dom_.size(); ++id) {
      if (is_live(id) && is_container(dom_.tag(id)) && worth_of(id) >= worth_of(best)) best = id;
    }
    // Nearly the same in less is better.
    const std::int64_t enough = worth_of(best) * 95 / 100;
    for (NodeId id = best + 1; id < dom_.end(best); ++id) {
      if (is_live(id) && is_container(dom_.tag(id)) && worth_of(id) >= enough) {
        best = id;
      }
    }
    return best;
  }

  // The innermost element called a story that has nearly all of the text.
  NodeId choose_by_name(NodeId by_text) const {
    NodeId best = no_node;
    for (NodeId id = by_text; id < dom_.end(by_text); ++id) {
      if (!is_live(id) || !names_[id].story) continue;
      if (good_of(id) * 100 >= good_of(by_text) * 80) best = id;
    }
    return best;
  }

  PageBody select(float least_score) const;
  std::vector<std::size_t> likely_blocks(float least_score, std::vector<Verdict>& verdicts) const;
  void cut_tail(std::vector<std::size_t>& kept, NodeId core, std::vector<Verdict>& verdicts) const;
  void cut_parts_beyond_links(std::vector<std::size_t>& kept, std::vector<Verdict>& verdicts) const;
  bool are_parted_by_links(std::size_t before, std::size_t after) const;
  void explain_the_rest(const std::vector<std::size_t>& kept, std::vector<Verdict>& verdicts) const;
  NodeId core_of(const std::vector<std::size_t>& kept) const;
  bool may_be_story(const Block& block) const;
  NodeId end_of_part(const Block& last) const;
  bool says_headline(const Block& block) const;
  bool is_short_heading(const Block& block) const;
  Verdict verdict_against(std::size_t i, std::size_t first, std::size_t last) const;
  PageBody told_body() const;
  void add_standfirst(PageBody& body) const;

  const Dom& dom_;
  const std::vector<Block>& blocks_;
  const BodyHints& hints_;
  TitleWords headline_;
  BlockSums sums_;
  std::vector<PartName> names_;
  std::vector<Reason> marks_;
  StoryOracle oracle_;
  bool headline_first_ = false;  // Much of the good text follows the headline.
  NodeRange by_text_;
  NodeRange by_name_;
  std::vector<float> features_;
  std::vector<float> scores_;
  std::vector<std::int64_t> worths_;
  std::vector<std::int64_t> live_good_;
};

// The story of the blocks that score more than least_score.
PageBody BodyFinder::select(float least_score) const {
  PageBody body;
  body.verdicts.resize(blocks_.size());
  std::vector<std::size_t> kept = likely_blocks(least_score, body.verdicts);
  const NodeId core = core_of(kept);
  cut_tail(kept, core, body.verdicts);
  cut_parts_beyond_links(kept, body.verdicts);
  for (const std::size_t i : kept) {
    body.paragraphs.push_back(blocks_[i].text);
    body.weight += blocks_[i].weight;
  }
  if (!kept.empty()) {
    const auto first_good = std::ranges::find_if(kept, [&](std::size_t i) {
      return blocks_[i].good && dom_.contains(core, blocks_[i].first);
    });
    body.begin = blocks_[kept.front()].first;
    body.text_begin = blocks_[first_good == kept.end() ? kept.front() : *first_good].first;
    body.end = end_of_part(blocks_[kept.back()]);
  }
  explain_the_rest(kept, body.verdicts);
  body.chosen_by = least_score == 0 ? "its blocks" : "its blocks, the doubtful ones too";
  return body;
}

// Indices of the blocks that score more than least_score and may be story, with their verdicts.
std::vector<std::size_t> BodyFinder::likely_blocks(float least_score,
                                                   std::vector<Verdict>& verdicts) const {
  const NodeId headline = headline_first_ ? hints_.headline_node : 0;
  std::unordered_set<std::string_view> seen;
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    const Block& block = blocks_[i];
    if (scores_[i] <= least_score || block.first < headline || !may_be_story(block)) continue;
    const bool follows_itself = !kept.empty() && blocks_[kept.back()].text == block.text;
    if (says_headline(block)) {
      verdicts[i].reason = Reason::headline;
    } else if (follows_itself ||
               (block.weight >= repeated_weight && !seen.insert(block.text).second)) {
      verdicts[i].reason = Reason::repeated;
    } else {
      verdicts[i].reason = Reason::story;
      kept.push_back(i);
    }
  }
  return kept;
}

// Leaves out what follows the core, headings at the end, and everything if there is no sentence.
void BodyFinder::cut_tail(std::vector<std::size_t>& kept, NodeId core,
                          std::vector<Verdict>& verdicts) const {
  while (!kept.empty() && (!dom_.contains(core, blocks_[kept.back()].first) ||
                           is_short_heading(blocks_[kept.back()]))) {
    verdicts[kept.back()].reason = Reason::after;
    kept.pop_back();
  }
  const bool has_sentence = std::ranges::any_of(
      kept, [&](std::size_t i) { return blocks_[i].sentence || blocks_[i].good; });
  if (!has_sentence) kept.clear();
}

// Leaves out what follows the heaviest part beyond a run of links, unless it surely reads as story:
// teasers of others below a list of them.
void BodyFinder::cut_parts_beyond_links(std::vector<std::size_t>& kept,
                                        std::vector<Verdict>& verdicts) const {
  struct Part {
    std::size_t begin = 0;  // In `kept`, as is end.
    std::size_t end = 0;
    double weight = 0;
    double likely = 0;  // Of the weight.
  };
  std::vector<Part> parts;
  for (std::size_t at = 0; at < kept.size(); ++at) {
    if (at == 0 || are_parted_by_links(kept[at - 1], kept[at])) parts.push_back({at, at});
    const auto weight = static_cast<double>(blocks_[kept[at]].weight);
    parts.back().end = at + 1;
    parts.back().weight += weight;
    parts.back().likely += weight * story_probability(scores_[kept[at]]);
  }
  if (parts.size() < 2) return;
  const auto heaviest = std::ranges::max_element(parts, {}, &Part::weight);
  for (auto part = parts.end(); --part != heaviest;) {
    if (part->likely >= likely_beyond * part->weight) continue;
    const auto begin = kept.begin() + static_cast<std::ptrdiff_t>(part->begin);
    const auto end = kept.begin() + static_cast<std::ptrdiff_t>(part->end);
    std::for_each(begin, end, [&](std::size_t i) { verdicts[i].reason = Reason::after; });
    kept.erase(begin, end);
  }
}

bool BodyFinder::are_parted_by_links(std::size_t before, std::size_t after) const {
  std::size_t links = 0;
  for (std::size_t i = before + 1; i < after; ++i) links += blocks_[i].link_share() > 0.5;
  return links >= parting_links;
}

// Scores of all blocks, and reasons against those that have none yet.
void BodyFinder::explain_the_rest(const std::vector<std::size_t>& kept,
                                  std::vector<Verdict>& verdicts) const {
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    if (verdicts[i].reason == Reason::outside && !kept.empty()) {
      verdicts[i] = verdict_against(i, kept.front(), kept.back());
    }
    verdicts[i].score = scores_[i];
  }
}

// The innermost element that holds most of the blocks' text.
NodeId BodyFinder::core_of(const std::vector<std::size_t>& kept) const {
  if (kept.empty()) return 0;
  const auto weight_below = [&](NodeId element) {
    std::size_t weight = 0;
    for (const std::size_t i : kept) {
      if (dom_.contains(element, blocks_[i].first)) weight += blocks_[i].weight;
    }
    return static_cast<double>(weight);
  };
  const std::size_t heaviest =
      *std::ranges::max_element(kept, {}, [&](std::size_t i) { return blocks_[i].weight; });
  const double enough = core_share * weight_below(0);
  NodeId core = dom_.parent(blocks_[heaviest].first);
  while (weight_below(core) < enough) core = dom_.parent(core);
  return core;
}

// No line rule speaks against it that no score outweighs.
bool BodyFinder::may_be_story(const Block& block) const {
  return block.good || oracle_.has(block) || block.line.action == LineAction::keep;
}

// Where the element ends that was chosen for the story, or the block if it is not in there.
NodeId BodyFinder::end_of_part(const Block& last) const {
  const NodeRange& part = by_name_.contains(last.first) ? by_name_ : by_text_;
  return part.contains(last.first) ? part.end : dom_.end(last.node);
}

bool BodyFinder::says_headline(const Block& block) const {
  return (block.kind == BlockKind::heading || block.weight < headline_weight) &&
         headline_.agreement(block.text) > 0.9;
}

bool BodyFinder::is_short_heading(const Block& block) const {
  return block.kind == BlockKind::heading && block.weight < 120;
}

// What speaks most against a block that was not kept; first and last are those that were.
Verdict BodyFinder::verdict_against(std::size_t i, std::size_t first, std::size_t last) const {
  const NodeId at = blocks_[i].first;
  if (!is_live(at)) {
    return {marks_[at], LineKind::text, outermost_marked(at)};
  }
  const LineClass line = blocks_[i].line;
  if (line.action != LineAction::keep) return {Reason::line, line.kind, no_node};
  if (!by_text_.contains(at)) return {Reason::outside, LineKind::text, no_node};
  if (i < first) return {Reason::before, LineKind::text, no_node};
  if (i > last) return {Reason::after, LineKind::text, no_node};
  return {Reason::no_text, LineKind::text, no_node};
}

PageBody BodyFinder::told_body() const {
  PageBody body;
  body.paragraphs = hints_.ld_body;
  body.weight = oracle_.weight();
  body.chosen_by = "the page's data";
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
  for (std::size_t i = 0; i < body.verdicts.size(); ++i) {
    if (blocks_[i].text == standfirst) body.verdicts[i].reason = Reason::story;
  }
  body.standfirst = std::move(standfirst);
}

}  // namespace

PageBody find_body(const Dom& dom, const std::vector<Block>& blocks, const BodyHints& hints) {
  return BodyFinder(dom, blocks, hints).find();
}

}  // namespace broadsheet::indexer
