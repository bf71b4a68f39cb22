#include "indexer/extract/page_blocks.hpp"

#include <algorithm>
#include <string_view>

#include "indexer/extract/ascii.hpp"
#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

constexpr std::size_t good_weight = 60;
constexpr std::size_t long_weight = 150;  // Good also without the end of a sentence.
constexpr double max_good_link_share = 0.4;

bool is_spaceless(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool ends_sentence(char32_t c) {
  if (c < 0x80) return c == '.' || c == '!' || c == '?';
  return std::u32string_view(U"…。！？।؟۔։").find(c) != std::u32string_view::npos;
}

bool is_closing_mark(char32_t c) {
  if (c < 0x80) return c == '"' || c == '\'' || c == ')' || c == ']' || c == '*';
  return std::u32string_view(U"”’»«“」』）").find(c) != std::u32string_view::npos;
}

// Whether a sentence ends at the text's end or within it.
bool has_sentence(std::string_view text) {
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_character(text, at);
    if (ends_sentence(before) && (c == ' ' || is_closing_mark(c) || is_spaceless(c))) return true;
    before = c;
  }
  return ends_sentence(before) || before == ':' || before == U'：';
}

bool is_unseen(Tag tag) {
  switch (tag) {
    case Tag::audio:
    case Tag::button:
    case Tag::canvas:
    case Tag::head:
    case Tag::iframe:
    case Tag::noscript:
    case Tag::object:
    case Tag::option:
    case Tag::rp:
    case Tag::rt:
    case Tag::select:
    case Tag::svg:
    case Tag::textarea:
    case Tag::title:
    case Tag::video:
    case Tag::math:
      return true;
    default:
      return false;
  }
}

bool is_hidden(const Dom& dom, NodeId id) {
  if (dom[id].attributes_size == 0) return false;
  if (dom.has_attribute(id, "hidden")) return true;
  const std::string_view style = dom.attribute(id, "style");
  if (style.empty()) return false;
  std::string bare = ascii::lower(style);
  std::erase_if(bare, ascii::is_space);
  return bare.find("display:none") != std::string::npos ||
         bare.find("visibility:hidden") != std::string::npos;
}

class Collector {
 public:
  explicit Collector(const Dom& dom) : dom_(dom), unseen_(dom) {}

  std::vector<Block> collect() {
    for (NodeId id = 0; id < dom_.size();) {
      close_until(id);
      if (dom_.is_text(id)) {
        add_text(id);
      } else if (unseen_.has(id)) {
        if (is_block(dom_.tag(id))) flush();
        id = dom_.end(id);
        continue;
      } else {
        open(id);
      }
      ++id;
    }
    flush();
    return std::move(blocks_);
  }

 private:
  void open(NodeId id) {
    const Tag tag = dom_.tag(id);
    if (tag == Tag::br) {
      line_break(id);
    } else if (is_block(tag)) {
      flush();
      open_blocks_.push_back(id);
    } else if (tag == Tag::a) {
      link_end_ = std::max(link_end_, dom_.end(id));
      ++links_;
    }
  }

  void close_until(NodeId id) {
    while (!open_blocks_.empty() && dom_.end(open_blocks_.back()) <= id) {
      flush();
      open_blocks_.pop_back();
    }
  }

  void line_break(NodeId br) {
    const std::string_view so_far = ascii::trim(raw_);
    if (breaks_ > 0 || (letters_end_ != no_node && first_ != no_node && br >= letters_end_) ||
        (!so_far.empty() && text_weight(so_far) > good_weight && ends_line(so_far))) {
      flush();
    } else {
      raw_ += ' ';
    }
    ++breaks_;
  }

  static bool ends_line(std::string_view text) {
    std::size_t from = text.size() - std::min<std::size_t>(text.size(), 8);
    while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
    char32_t last = 0;
    while (from < text.size()) {
      const char32_t c = text::next_character(text, from);
      if (!is_closing_mark(c) && c != U'\u3000' && c != U'\u00A0') last = c;
    }
    return ends_sentence(last);
  }

  void add_text(NodeId id) {
    const std::string_view text = dom_.text(id);
    const bool blank = std::ranges::all_of(text, ascii::is_space);
    if (!blank) {
      letters_end_ = first_ == no_node || letters_end_ != no_node ? end_of_letters(id) : no_node;
      breaks_ = 0;
      if (first_ == no_node) first_ = id;
    }
    if (id < link_end_) {
      link_raw_ += text;
      link_raw_ += ' ';
    }
    raw_ += text;
  }

  // Where the outermost element ends that sets the text in bold, italics or a font of its own
  // within its block; no_node without one.
  NodeId end_of_letters(NodeId text) const {
    NodeId end = no_node;
    for (NodeId up = dom_.parent(text); up != no_node && !is_block(dom_.tag(up));
         up = dom_.parent(up)) {
      const Tag tag = dom_.tag(up);
      if (tag == Tag::b || tag == Tag::strong || tag == Tag::i || tag == Tag::em ||
          tag == Tag::font) {
        end = dom_.end(up);
      }
    }
    return end;
  }

  void flush() {
    letters_end_ = no_node;
    const std::string collapsed = clean_text(raw_);
    if (!collapsed.empty() && first_ != no_node) add_block(collapsed);
    raw_.clear();
    link_raw_.clear();
    first_ = no_node;
    links_ = 0;
    breaks_ = 0;
  }

  void add_block(const std::string& collapsed) {
    Block block;
    block.node = open_blocks_.empty() ? 0 : open_blocks_.back();
    block.first = first_;
    block.kind = kind_of(block.node);
    block.text = collapsed;
    block.weight = text_weight(collapsed);
    if (!link_raw_.empty()) {
      block.link_weight = std::min(block.weight, text_weight(clean_text(link_raw_)));
    }
    block.links = links_;
    block.sentence = has_sentence(collapsed);
    block.line = classify_line(collapsed);
    block.good = is_good(block);
    blocks_.push_back(std::move(block));
  }

  BlockKind kind_of(NodeId node) const {
    for (NodeId at = node; at != no_node; at = dom_.parent(at)) {
      const Tag tag = dom_.tag(at);
      if (is_heading(tag)) return BlockKind::heading;
      if (tag == Tag::li || tag == Tag::dd || tag == Tag::dt) return BlockKind::item;
      if (tag == Tag::blockquote) return BlockKind::quote;
      if (tag == Tag::p && at == node) {
        const NodeId parent = dom_.parent(at);
        if (parent == no_node ||
            (dom_.tag(parent) != Tag::li && dom_.tag(parent) != Tag::blockquote)) {
          return BlockKind::paragraph;
        }
      }
      if (tag == Tag::div || tag == Tag::section || tag == Tag::article || tag == Tag::td) break;
    }
    return BlockKind::other;
  }

  static bool is_good(const Block& block) {
    if (block.kind == BlockKind::heading || block.weight < good_weight) return false;
    if (block.link_share() > max_good_link_share) return false;
    if (block.weight < long_weight && !block.sentence) return false;
    return block.line.action == LineAction::keep;
  }

  const Dom& dom_;
  UnseenParts unseen_;
  std::vector<Block> blocks_;
  std::vector<NodeId> open_blocks_;
  std::string raw_;
  std::string link_raw_;
  NodeId first_ = no_node;
  NodeId link_end_ = 0;
  std::uint16_t links_ = 0;
  int breaks_ = 0;
  NodeId letters_end_ = no_node;  // If all of raw_ is in letters of its own, where they end.
};

}  // namespace

std::size_t text_weight(std::string_view text) {
  std::size_t weight = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++weight;
      ++at;
    } else {
      weight += is_spaceless(text::next_character(text, at)) ? 3 : 1;
    }
  }
  return weight;
}

UnseenParts::UnseenParts(const Dom& dom) : dom_(dom), bytes_(dom.size() + 1) {
  for (NodeId id = 0; id < dom.size(); ++id) {
    bytes_[id + 1] = bytes_[id] + (dom.is_text(id) ? dom.text(id).size() : 0);
  }
}

bool UnseenParts::has(NodeId id) const {
  return is_unseen(dom_.tag(id)) || is_stencil(id) || (is_hidden(dom_, id) && !holds_much(id));
}

// A <template> is for scripts to fill in, but for one that is an element's shadow tree.
bool UnseenParts::is_stencil(NodeId id) const {
  return dom_.tag(id) == Tag::template_ && !dom_.has_attribute(id, "shadowrootmode");
}

// What holds much of the page's text is hidden only until a script shows it.
bool UnseenParts::holds_much(NodeId id) const {
  return (bytes_[dom_.end(id)] - bytes_[id]) * 5 > bytes_.back() * 2;
}

std::vector<Block> page_blocks(const Dom& dom) { return Collector(dom).collect(); }

std::span<const Block> blocks_between(const std::vector<Block>& blocks, NodeId begin, NodeId end) {
  if (end <= begin) return {};
  const auto first = std::ranges::lower_bound(blocks, begin, {}, &Block::first);
  return {first, std::ranges::lower_bound(blocks, end, {}, &Block::first)};
}

BlockSums::BlockSums(const Dom& dom, const std::vector<Block>& blocks) : before_(dom.size() + 1) {
  for (const Block& block : blocks) {
    Sums& sums = before_[block.first + 1];
    const auto weight = static_cast<std::uint32_t>(block.weight);
    if (block.good) sums.good += weight;
    sums.weight += weight;
    sums.links += static_cast<std::uint32_t>(block.link_weight);
    ++sums.count;
  }
  for (std::size_t i = 1; i < before_.size(); ++i) {
    before_[i].good += before_[i - 1].good;
    before_[i].weight += before_[i - 1].weight;
    before_[i].links += before_[i - 1].links;
    before_[i].count += before_[i - 1].count;
  }
}

}  // namespace broadsheet::indexer
