#include "indexer/extract/block_features.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "indexer/extract/line_rules.hpp"
#include "indexer/extract/title_text.hpp"
#include "schema/hash.hpp"
#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

constexpr auto names = std::to_array<std::string_view>({
    // The block.
    "weight",
    "link_share",
    "links",
    "is_paragraph",
    "heading_level",
    "good",
    "ending",
    "beginning",
    "capital_words",
    "digits",
    "word_length",
    "line_kind",
    "repeats",
    "like_headline",
    // The elements around it.
    "depth",
    "table_levels",
    "figure_levels",
    "code_levels",
    "list_levels",
    "furniture_levels",
    "article_levels",
    "mark",
    "bad_name_levels",
    "sure_name_levels",
    "story_name_levels",
    "parent_good",
    "parent_link_share",
    "parent_blocks",
    "parent_weight",
    "grandparent_good",
    "grandparent_link_share",
    "grandparent_blocks",
    "grandparent_weight",
    "third_good",
    "third_link_share",
    "third_blocks",
    "third_weight",
    "kin_good",
    "kin_link_share",
    "kin_count",
    "kin_weight",
    "kin_before",
    // Where it stands.
    "in_by_text",
    "in_by_name",
    "levels_to_range",
    "index_share",
    "weight_before_share",
    "good_before",
    "good_after",
    "until_good",
    "blocks_after_headline",
    "good_since_headline",
    "terminators_before",
    "since_terminator",
    "heading_above_weight",
    "heading_above_level",
    "heading_above_line",
    // Its neighbours.
    "weight_before",
    "link_share_before",
    "link_share_after",
    "mark_2before",
    "mark_before",
    "mark_after",
    "mark_2after",
    // What the page's data tells.
    "told",
    "oracle_after",
    // The page.
    "page_good",
    "page_good_blocks",
    "range_share",
    "spaceless",
});

constexpr std::size_t max_class_bytes = 200;  // Of a class that is told from others.
constexpr float far_away = 12;                // Levels up to what is not there.

float number(std::size_t count) { return static_cast<float>(count); }

float share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<float>(part) / static_cast<float>(whole);
}

struct Letters {
  float capital_words = 0;
  float digits = 0;
  float word_length = 0;
  float ending = 0;
  float beginning = 0;
  bool spaceless = false;
};

float kind_of_letter(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  if (u_isdigit(code)) return 1;
  if (u_isupper(code)) return 2;
  if (u_islower(code)) return 3;
  if (u_isalpha(code)) return 4;
  switch (c) {
    case '.':
    case 0x3002:
    case 0x0964:
    case 0x06d4:
      return 5;
    case '!':
    case '?':
    case 0xff01:
    case 0xff1f:
    case 0x061f:
      return 6;
    case ':':
    case 0xff1a:
      return 7;
    case 0x2026:
      return 8;
    case '"':
    case 0x201d:
    case 0xbb:
    case 0x300d:
      return 9;
    case ')':
      return 10;
    default:
      return 0;
  }
}

Letters letters_of(std::string_view text) {
  std::size_t words = 0;
  std::size_t capitals = 0;
  std::size_t digits = 0;
  std::size_t letters = 0;
  std::size_t wide = 0;
  std::size_t characters = 0;
  bool in_word = false;
  char32_t last = 0;
  Letters result;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_character(text, at);
    if (characters++ == 0) result.beginning = kind_of_letter(c);
    const auto code = static_cast<UChar32>(c);
    const bool is_letter = c < 0x80 ? (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z' : u_isalpha(code);
    const bool is_digit = c >= '0' && c <= '9';
    if (is_letter || is_digit) {
      if (!in_word) {
        ++words;
        if (is_letter && (c < 0x80 ? c <= 'Z' : u_isupper(code) != 0)) ++capitals;
      }
      ++letters;
      if (c >= 0x2e80) ++wide;
    }
    if (is_digit) ++digits;
    in_word = is_letter || is_digit || c == '\'' || c == 0x2019;
    if (c != ' ') last = c;
  }
  result.ending = text.ends_with("...") ? 8 : kind_of_letter(last);
  result.capital_words = share(capitals, words);
  result.digits = share(digits, characters);
  result.word_length = share(letters, words);
  result.spaceless = wide * 2 > letters;
  return result;
}

class Maker {
 public:
  explicit Maker(const FeatureSources& from)
      : from_(from), dom_(from.dom), headline_(from.headline), blocks_(from.blocks) {
    for (const Block& block : blocks_) ++repeats_[block.text];
    page_good_ = from.sums.good(0, dom_.size());
    find_names();
    find_kin();
    find_good_neighbours();
    find_bounds();
  }

  std::vector<float> make() {
    rows_.reserve(blocks_.size() * names.size());
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (is_certain(from_.marks[blocks_[i].first])) {
        rows_.resize(rows_.size() + names.size());
        continue;
      }
      add_block(i);
      add_elements(i);
      add_place(i);
      add_neighbours(i);
      add_oracle(i);
      add_page();
    }
    return std::move(rows_);
  }

 private:
  struct Kin {
    std::size_t before = 0;  // Blocks of it before the one looked at.
    std::size_t good = 0;
    std::size_t weight = 0;
    std::size_t links = 0;
    std::size_t count = 0;
  };

  void add(float value) { rows_.push_back(value); }
  void add(bool value) { rows_.push_back(value ? 1.0F : 0.0F); }
  void add(std::size_t) = delete;

  // Levels up to the nearest element called what stories or boilerplate are called.
  void find_names() {
    bad_levels_.assign(dom_.size(), far_away);
    sure_levels_.assign(dom_.size(), far_away);
    story_levels_.assign(dom_.size(), far_away);
    for (NodeId id = 0; id < dom_.size(); ++id) {
      if (dom_.is_text(id)) continue;
      const NodeId parent = dom_.parent(id);
      if (parent != no_node) {
        bad_levels_[id] = std::min(far_away, bad_levels_[parent] + 1);
        sure_levels_[id] = std::min(far_away, sure_levels_[parent] + 1);
        story_levels_[id] = std::min(far_away, story_levels_[parent] + 1);
      }
      if (!from_.names[id].boilerplate.empty()) bad_levels_[id] = 0;
      if (from_.names[id].sure) sure_levels_[id] = 0;
      if (from_.names[id].story) story_levels_[id] = 0;
    }
  }

  // Blocks of one make: the same elements, called the same, around them.
  std::uint64_t make_of(NodeId node) const {
    std::uint64_t hash = fnv1a({});
    for (int level = 0; level < 3 && node != no_node; ++level, node = dom_.parent(node)) {
      const char tag = static_cast<char>(dom_.tag(node));
      hash = fnv1a({&tag, 1}, hash);
      if (level == 0 || dom_[node].attributes_size == 0) continue;
      hash = fnv1a(dom_.attribute(node, "class").substr(0, max_class_bytes), hash);
      hash = fnv1a("\x1f", hash);
    }
    return hash;
  }

  void find_kin() {
    makes_.reserve(blocks_.size());
    for (const Block& block : blocks_) {
      makes_.push_back(make_of(block.node));
      Kin& kin = kin_[makes_.back()];
      kin.good += block.good ? block.weight : 0;
      kin.weight += block.weight;
      kin.links += block.link_weight;
      ++kin.count;
    }
  }

  bool is_live_good(std::size_t i) const {
    return blocks_[i].good && from_.marks[blocks_[i].first] == Reason::story;
  }

  void find_good_neighbours() {
    next_good_.assign(blocks_.size(), SIZE_MAX);
    std::size_t last = SIZE_MAX;
    for (std::size_t i = blocks_.size(); i-- > 0;) {
      next_good_[i] = last;
      if (!is_live_good(i)) continue;
      last = i;
      ++live_good_blocks_;
    }
  }

  void find_bounds() {
    std::vector<const Block*> live;
    for (const Block& block : blocks_) {
      if (from_.marks[block.first] == Reason::story && from_.by_text.contains(block.first)) {
        live.push_back(&block);
      }
    }
    bounds_ = from_.oracle.bounds(live);
  }

  void add_block(std::size_t i) {
    const Block& block = blocks_[i];
    letters_ = letters_of(block.text);
    line_ = block.line;
    add(number(block.weight));
    add(static_cast<float>(block.link_share()));
    add(number(block.links));
    add(block.kind == BlockKind::paragraph);
    add(heading_level(block));
    add(block.good);
    add(letters_.ending);
    add(letters_.beginning);
    add(letters_.capital_words);
    add(letters_.digits);
    add(letters_.word_length);
    add(static_cast<float>(line_.kind));
    add(static_cast<float>(std::min(repeats_[block.text], 5)));
    const bool title_like = block.weight < 250 && !block.good;
    add(title_like ? static_cast<float>(headline_.agreement(block.text)) : 0.0F);
  }

  float heading_level(const Block& block) const {
    for (NodeId at = block.node; at != no_node; at = dom_.parent(at)) {
      const Tag tag = dom_.tag(at);
      if (is_heading(tag))
        return static_cast<float>(static_cast<int>(tag) - static_cast<int>(Tag::h1) + 1);
      if (tag == Tag::div || tag == Tag::section || tag == Tag::article) break;
    }
    return 0;
  }

  void add_elements(std::size_t i) {
    const NodeId node = blocks_[i].node;
    float table = far_away;
    float figure = far_away;
    float code = far_away;
    float list = far_away;
    float furniture = far_away;
    float article = far_away;
    float level = 0;
    for (NodeId at = node; at != no_node && level < far_away; at = dom_.parent(at), ++level) {
      const auto set = [level](float& levels) { levels = std::min(levels, level); };
      switch (dom_.tag(at)) {
        case Tag::table:
          set(table);
          break;
        case Tag::figure:
        case Tag::figcaption:
          set(figure);
          break;
        case Tag::pre:
        case Tag::code:
          set(code);
          break;
        case Tag::ul:
        case Tag::ol:
        case Tag::dl:
          set(list);
          break;
        case Tag::aside:
        case Tag::nav:
        case Tag::footer:
        case Tag::header:
        case Tag::form:
        case Tag::dialog:
          set(furniture);
          break;
        case Tag::article:
        case Tag::main:
          set(article);
          break;
        default:
          break;
      }
    }
    add(static_cast<float>(dom_[node].depth));
    add(table);
    add(figure);
    add(code);
    add(list);
    add(furniture);
    add(article);
    add(static_cast<float>(from_.marks[blocks_[i].first]));
    add(bad_levels_[node]);
    add(sure_levels_[node]);
    add(story_levels_[node]);
    NodeId up = dom_.parent(node);
    for (int levels = 0; levels < 3; ++levels) {
      if (up == no_node) up = 0;
      add(share(from_.sums.good(up, dom_.end(up)), page_good_));
      const std::size_t weight = from_.sums.weight(up, dom_.end(up));
      add(share(from_.sums.link_weight(up, dom_.end(up)), weight));
      add(number(from_.sums.count(up, dom_.end(up))));
      add(number(weight));
      up = dom_.parent(up);
    }
    Kin& kin = kin_[makes_[i]];
    add(share(kin.good, page_good_));
    add(share(kin.links, kin.weight));
    add(number(kin.count));
    add(number(kin.weight / kin.count));
    add(number(kin.before++));
  }

  float levels_to(const NodeRange& range, NodeId node) const {
    float levels = 0;
    for (NodeId at = node; at != no_node && levels < far_away; at = dom_.parent(at), ++levels) {
      if (at <= range.begin && range.begin < dom_.end(at)) return levels;
      if (range.contains(at)) return 0;
    }
    return far_away;
  }

  void add_place(std::size_t i) {
    const Block& block = blocks_[i];
    const NodeRange& text = from_.by_text;
    if (!text.contains(block.first)) {
      heading_above_ = SIZE_MAX;
    }
    add(text.contains(block.first));
    add(from_.by_name.begin == no_node ? -1.0F : from_.by_name.contains(block.first) ? 1.0F : 0.0F);
    add(levels_to(text, block.node));
    add(share(i, blocks_.size()));
    add(share(from_.sums.weight(0, block.first), from_.sums.weight(0, dom_.size())));
    const std::size_t begin = std::min(text.begin, block.first);
    const std::size_t end = std::max(text.end, block.first + 1);
    add(number(from_.sums.good(static_cast<NodeId>(begin), block.first)));
    add(number(from_.sums.good(block.first + 1, static_cast<NodeId>(end))));
    add(number(next_good_[i] == SIZE_MAX ? 1000 : next_good_[i] - i));
    if (headline_index_ == SIZE_MAX && from_.headline_node != no_node &&
        block.first > from_.headline_node) {
      headline_index_ = i;
    }
    add(headline_index_ == SIZE_MAX ? -1.0F : number(i - headline_index_));
    add(headline_index_ == SIZE_MAX ? -1.0F
                                    : number(from_.sums.good(from_.headline_node, block.first)));
    if (block.kind == BlockKind::heading) {
      heading_above_ = i;
      heading_line_ = line_;
    }
    add(static_cast<float>(std::min<std::size_t>(terminators_, 10)));
    add(terminator_ == SIZE_MAX ? 1000.0F : static_cast<float>(i - terminator_));
    if (line_.action == LineAction::terminate &&
        (headline_index_ != SIZE_MAX || from_.headline_node == no_node)) {
      ++terminators_;
      terminator_ = i;
    }
    const bool has_heading = heading_above_ != SIZE_MAX;
    add(has_heading ? number(blocks_[heading_above_].weight) : -1.0F);
    add(has_heading ? heading_level(blocks_[heading_above_]) : 0.0F);
    add(has_heading ? static_cast<float>(heading_line_.kind) : -1.0F);
  }

  void add_neighbours(std::size_t i) {
    const Block* before = i > 0 ? &blocks_[i - 1] : nullptr;
    const Block* after = i + 1 < blocks_.size() ? &blocks_[i + 1] : nullptr;
    add(before ? number(before->weight) : -1.0F);
    add(before ? static_cast<float>(before->link_share()) : -1.0F);
    add(after ? static_cast<float>(after->link_share()) : -1.0F);
    for (const int step : {-2, -1, 1, 2}) {
      const std::size_t at = i + static_cast<std::size_t>(step);
      add(at < blocks_.size() ? static_cast<float>(from_.marks[blocks_[at].first]) : -1.0F);
    }
  }

  void add_oracle(std::size_t i) {
    const Block& block = blocks_[i];
    add(from_.oracle.weight() == 0 ? -1.0F : from_.oracle.has(block) ? 1.0F : 0.0F);
    add(bounds_ && block.first > bounds_->last);
  }

  void add_page() {
    add(number(page_good_));
    add(number(live_good_blocks_));
    add(share(from_.sums.good(from_.by_text.begin, from_.by_text.end), page_good_));
    add(letters_.spaceless);
  }

  const FeatureSources& from_;
  const Dom& dom_;
  TitleWords headline_;
  const std::vector<Block>& blocks_;
  std::unordered_map<std::string_view, int> repeats_;
  std::size_t page_good_ = 0;
  std::size_t live_good_blocks_ = 0;
  std::vector<float> bad_levels_;
  std::vector<float> sure_levels_;
  std::vector<float> story_levels_;
  std::vector<std::uint64_t> makes_;  // Of each block.
  std::unordered_map<std::uint64_t, Kin> kin_;
  std::vector<std::size_t> next_good_;
  std::optional<StoryOracle::Bounds> bounds_;
  std::vector<float> rows_;
  // While walking the blocks.
  Letters letters_;
  LineClass line_;
  LineClass heading_line_;
  std::size_t heading_above_ = SIZE_MAX;
  std::size_t headline_index_ = SIZE_MAX;  // The first block after the headline.
  std::size_t terminators_ = 0;
  std::size_t terminator_ = SIZE_MAX;
};

}  // namespace

const std::vector<std::string_view>& feature_names() {
  static const std::vector<std::string_view> result(names.begin(), names.end());
  return result;
}

float kin_share(std::span<const float> row) {
  constexpr auto place = std::ranges::find(names, std::string_view("kin_good")) - names.begin();
  return row[static_cast<std::size_t>(place)];
}

std::vector<float> block_features(const FeatureSources& from) { return Maker(from).make(); }

}  // namespace broadsheet::indexer
