#include "indexer/extract/page_authors.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <utility>

#include "indexer/extract/class_words.hpp"
#include "indexer/extract/date_text.hpp"
#include "indexer/extract/line_rules.hpp"
#include "indexer/extract/names.hpp"
#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

using Names = std::vector<std::string>;

constexpr std::size_t max_byline_bytes = 300;
constexpr std::size_t max_line_weight = 160;
constexpr std::size_t max_dated_weight = 100;
constexpr std::size_t max_desk_weight = 60;
constexpr std::size_t lines_around = 12;
constexpr std::size_t closing_lines = 2;
constexpr NodeId neighbour_nodes = 12;
constexpr NodeId nodes_above = 40;  // A byline may stand as far above the headline.

// Classes of what is about other stories, or of other people's words.
constexpr auto foreign_words = std::to_array<std::string_view>(
    {"comment", "comments",   "kommentar", "kommentare", "commentlist", "disqus",
     "related", "teaser",     "teasers",   "sidebar",    "recommended", "recommendations",
     "popular", "trending",   "carousel",  "newsletter", "nav",         "menu",
     "promo",   "testimonial"});

bool is_furniture(Tag tag) {
  return tag == Tag::nav || tag == Tag::footer || tag == Tag::aside || tag == Tag::dialog;
}

bool is_picture(Tag tag) { return tag == Tag::figure || tag == Tag::figcaption; }

void append(Names& names, Names&& more) {
  for (std::string& name : more) {
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  }
}

class AuthorFinder {
 public:
  explicit AuthorFinder(const AuthorSources& sources) : from_(sources) {}

  PageAuthors find() {
    if (take(linked_names(), "JSON-LD") || take(meta_names(), "meta names")) {
      return std::move(found_);
    }
    read_bylines();
    if (take(byline_names(0, 0, Byline::Says::by_class), "byline") ||
        take(line_names(), "line by the headline") ||
        take(byline_names(0, 0, Byline::Says::by_address), "link to the author") ||
        take(declared_pen_names(), "the name that the page declares") ||
        take(declared_desk(), "the desk or agency that the page declares") ||
        take(byline_names(1, 3, Byline::Says::by_address), "byline") ||
        take(closing_line_names(), "line after the story") ||
        take(linked_pen_names(), "the name of the author's link") ||
        take(declared_collective(), "the organisation that the page declares") ||
        take(byline_collective(), "the organisation of the byline") ||
        take(line_collective(), "the organisation of the line by the headline")) {
      return std::move(found_);
    }
    return {{}, refused_.empty() ? "none" : "none; no person: " + refused_};
  }

 private:
  bool take(Names names, const char* source) {
    if (names.empty()) return false;
    found_ = {std::move(names), source};
    return true;
  }

  Names names_of(const std::string& claim) {
    Names names = author_names(claim, from_.site_names);
    if (names.empty() && refused_.empty()) refused_ = claim;
    return names;
  }

  Names names_of_all(const Names& claims) {
    Names names = author_names(claims, from_.site_names);
    if (names.empty() && refused_.empty() && !claims.empty()) refused_ = claims.front();
    return names;
  }

  Names linked_names() {
    if (!from_.linked_data) return {};
    if (refused_.empty() && !from_.linked_data->organisations.empty()) {
      refused_ = from_.linked_data->organisations.front();
    }
    return names_of_all(from_.linked_data->authors);
  }

  // Those of the most trusted name that names anybody.
  Names meta_names() {
    const std::vector<AuthorClaim>& claims = from_.metadata.authors;
    for (std::size_t begin = 0; begin < claims.size();) {
      Names same;
      std::size_t end = begin;
      for (; end < claims.size() && claims[end].rank == claims[begin].rank; ++end) {
        same.push_back(claims[end].text);
      }
      Names names = names_of_all(same);
      if (!names.empty()) return names;
      begin = end;
    }
    return {};
  }

  Names declared_pen_names() const {
    if (from_.linked_data) {
      for (const std::string& claim : from_.linked_data->authors) {
        Names names = pen_names(claim, from_.site_names);
        if (!names.empty()) return names;
      }
    }
    for (const AuthorClaim& claim : from_.metadata.authors) {
      Names names = pen_names(claim.text, from_.site_names);
      if (!names.empty()) return names;
    }
    return {};
  }

  // No person, but whom the page holds to be its author.
  Names declared_collective() const {
    if (from_.linked_data) {
      for (const Names* claims : {&from_.linked_data->authors, &from_.linked_data->organisations}) {
        for (const std::string& claim : *claims) {
          std::string name = collective_name(claim);
          if (!name.empty()) return {std::move(name)};
        }
      }
    }
    for (const AuthorClaim& claim : from_.metadata.authors) {
      std::string name = collective_name(claim.text);
      if (!name.empty()) return {std::move(name)};
    }
    return {};
  }

  // "dpa" wrote it, whoever else is named far from the headline; that an outlet is the author on
  // its own site says nothing.
  Names declared_desk() const {
    Names names = declared_collective();
    if (names.empty() || !names_desk(names.front()) ||
        std::ranges::find(from_.site_names, names.front()) != from_.site_names.end()) {
      return {};
    }
    return names;
  }

  Names byline_collective() const {
    for (const Candidate& candidate : candidates_) {
      if (candidate.place > 0 && candidate.says != Byline::Says::by_rel) continue;
      for (std::size_t begin = 0; begin < candidate.text.size();) {
        const std::size_t end = std::min(candidate.text.find('\n', begin), candidate.text.size());
        Names names = desk_in(candidate.text.substr(begin, end - begin));
        if (!names.empty()) return names;
        begin = end + 1;
      }
    }
    return {};
  }

  // "By Example News Agency", without any mark-up that says so.
  Names line_collective() const {
    if (from_.headline == no_node || from_.body_begin == no_node) return {};
    for (const Block& block : lines_between(from_.headline, from_.body_begin)) {
      if (block.weight > max_desk_weight || !begins_byline(block.text)) continue;
      if (is_foreign(block.node)) continue;
      Names names = desk_in(block.text);
      if (!names.empty()) return names;
    }
    return {};
  }

  static Names desk_in(const std::string& line) {
    std::string name = collective_name(line.substr(0, line.find_first_of(",|0123456789")));
    if (!names_desk(name)) return {};
    return {std::move(name)};
  }

  // ---- Bylines ---------------------------------------------------------------------------------

  struct Candidate {
    NodeId node;
    Byline::Says says;
    int place;  // 0 by the headline, 1 in the story, 2 after it, 3 before the headline.
    std::string text;
  };

  void read_bylines() {
    if (from_.headline != no_node) own_article_ = article_around(from_.headline);
    for (const Byline& byline : from_.metadata.bylines) {
      if (is_foreign(byline.node)) continue;
      std::string text = pieces(byline.node);
      if (text.empty() || text.size() > max_byline_bytes) continue;
      candidates_.push_back(
          {byline.node, byline.says, place(byline.node, byline.says), std::move(text)});
    }
    std::ranges::stable_sort(candidates_, [](const Candidate& one, const Candidate& other) {
      return std::pair(one.place, one.says) < std::pair(other.place, other.says);
    });
  }

  NodeId article_around(NodeId id) const {
    while (id != no_node && from_.dom.tag(id) != Tag::article) id = from_.dom.parent(id);
    return id;
  }

  // Of another <article> than the headline's, of the site, or of readers.
  bool is_foreign(NodeId id) const {
    const NodeId article = article_around(id);
    if (own_article_ != no_node && article != no_node &&
        !from_.dom.contains(own_article_, article) && !from_.dom.contains(article, own_article_)) {
      return true;
    }
    for (NodeId at = id; at != no_node; at = from_.dom.parent(at)) {
      if (at == own_article_ || from_.dom.tag(at) == Tag::body) break;
      if (from_.headline != no_node && from_.dom.contains(at, from_.headline)) break;
      if (is_picture(from_.dom.tag(at))) return true;
      if (at != id && is_furniture(from_.dom.tag(at)) && article == no_node) return true;
      if (has_any_words(class_words(from_.dom, at), foreign_words)) return true;
    }
    return false;
  }

  int place(NodeId id, Byline::Says says) const {
    const NodeId above = says == Byline::Says::by_class ? nodes_above : 0;
    if (from_.headline != no_node && id + above < from_.headline) return 3;
    if (from_.body_begin == no_node || id < from_.body_begin) return 0;
    return id < from_.body_end ? 1 : 2;
  }

  // The byline's texts, each element's in a line of its own unless only together they make names:
  // "<a>Jane Doe</a><span>Reporter</span>" is two things, "<b>Jane</b> <b>Doe</b>" is one.
  std::string pieces(NodeId id) const {
    std::string lines;
    for (NodeId at = id; at < from_.dom.end(id); ++at) {
      if (!from_.dom.is_text(at)) continue;
      const std::string text = clean_text(std::string(from_.dom.text(at)));
      if (text.empty()) continue;
      if (!lines.empty()) lines += '\n';
      lines += text;
      if (lines.size() > max_byline_bytes) return {};
    }
    if (lines.find('\n') != std::string::npos && author_names(lines).empty()) {
      return inner_text(from_.dom, id);
    }
    return lines;
  }

  Names byline_names(int first_place, int last_place, Byline::Says least) {
    for (const Candidate& candidate : candidates_) {
      if (candidate.place < first_place || candidate.place > last_place) continue;
      if (candidate.says > least) continue;
      Names names = names_of(candidate.text);
      if (names.empty()) names = names_within(candidate.text);
      if (names.empty()) continue;
      if (candidate.place >= 2 && is_list_of_stories(candidate.place)) return {};
      append_neighbours(candidate, names);
      return names;
    }
    return {};
  }

  // "This post was written by Jane Doe", "12 March by Jane Doe".
  Names names_within(const std::string& text) const {
    for (const std::string_view word : {" by ", " By ", " von ", " par ", " por ", " door "}) {
      const std::size_t at = text.find(word);
      if (at == std::string::npos) continue;
      return sure_names(text.substr(at + word.size()));
    }
    return {};
  }

  Names sure_names(const std::string& text) const {
    Names names = author_names(text, from_.site_names);
    std::erase_if(names, [](const std::string& name) { return !is_surely_a_person(name); });
    return names;
  }

  // Many bylines away from the story are those of other stories.
  bool is_list_of_stories(int place) const {
    Names names;
    for (const Candidate& candidate : candidates_) {
      if (candidate.place == place) append(names, author_names(candidate.text, from_.site_names));
    }
    return names.size() > 2;
  }

  // "<li class=author>Jane Doe</li><li class=author>John Roe</li>"
  void append_neighbours(const Candidate& first, Names& names) const {
    NodeId last = first.node;
    for (const Candidate& candidate : candidates_) {
      if (candidate.node <= last || candidate.says != first.says) continue;
      if (candidate.node > last + neighbour_nodes) continue;
      if (generation(candidate.node) != generation(first.node)) continue;
      last = candidate.node;
      append(names, author_names(candidate.text, from_.site_names));
    }
  }

  std::uint16_t generation(NodeId id) const { return from_.dom[id].depth; }

  Names linked_pen_names() const {
    for (const Candidate& candidate : candidates_) {
      if (candidate.place > 1) continue;
      Names names = pen_names(candidate.text, from_.site_names);
      if (names.size() == 1) return names;
    }
    return {};
  }

  // ---- Lines -----------------------------------------------------------------------------------

  // The first of those that begin between the nodes.
  std::span<const Block> lines_between(NodeId begin, NodeId end) const {
    const std::span<const Block> lines = blocks_between(from_.blocks, begin, end);
    return lines.first(std::min(lines.size(), lines_around));
  }

  // A byline without any mark-up that says so.
  Names line_names() const {
    if (from_.headline == no_node || from_.body_begin == no_node) return {};
    const NodeId above = from_.headline - std::min(from_.headline, nodes_above);
    Names names = names_between(from_.headline, from_.body_end);
    if (names.empty()) names = names_between(above, from_.headline);
    if (names.empty()) names = dated_names(from_.headline, from_.body_begin);
    if (names.empty()) names = dated_names(above, from_.headline);
    return names;
  }

  Names closing_line_names() const {
    if (from_.body_begin == no_node) return {};
    NodeId begin = from_.body_end;
    std::size_t lines = closing_lines;
    for (auto block = from_.blocks.rbegin(); block != from_.blocks.rend() && lines > 0; ++block) {
      if (block->first >= from_.body_end) continue;
      begin = block->first;
      --lines;
    }
    return names_between(begin, from_.dom.size());
  }

  Names names_between(NodeId begin, NodeId end) const {
    for (const Block& block : lines_between(begin, end)) {
      if (block.weight > max_line_weight || is_foreign(block.node)) continue;
      const std::string line = without_brackets_around(block.text);
      if (!begins_byline(line)) continue;
      const bool is_byline = classify_line(line).kind == LineKind::byline;
      Names names = is_byline ? author_names(line, from_.site_names) : sure_names(line);
      if (!names.empty()) return names;
    }
    return {};
  }

  static std::string without_brackets_around(const std::string& text) {
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>("(", ")"),
                                      std::pair<std::string_view, std::string_view>("（", "）")}) {
      if (text.starts_with(open) && text.ends_with(close)) {
        return text.substr(open.size(), text.size() - open.size() - close.size());
      }
    }
    return text;
  }

  // "Jane Doe | Senior Writer | July 2, 2025"
  Names dated_names(NodeId begin, NodeId end) const {
    for (const Block& block : lines_between(begin, end)) {
      if (block.weight > max_dated_weight || block.kind == BlockKind::heading) continue;
      if (is_foreign(block.node)) continue;
      const std::string text = pieces(block.node);
      const VisibleDates dates = find_dates(text, from_.language, from_.now);
      if (!dates.published && !dates.modified) continue;
      Names names = author_names(text, from_.site_names);
      std::erase_if(names, [](const std::string& name) { return !begins_with_given_name(name); });
      if (!names.empty()) return names;
    }
    return {};
  }

  // Without a mark-up's word for it, "By Popular Demand" must not pass.
  static bool is_surely_a_person(const std::string& name) {
    return begins_with_given_name(name) || static_cast<unsigned char>(name.front()) >= 0xce;
  }

  const AuthorSources& from_;
  NodeId own_article_ = no_node;  // The <article> around the headline.
  std::vector<Candidate> candidates_;
  std::string refused_;
  PageAuthors found_;
};

}  // namespace

PageAuthors find_page_authors(const AuthorSources& sources) { return AuthorFinder(sources).find(); }

}  // namespace broadsheet::indexer
