#include "indexer/extract/visible_date.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/extract/ascii.hpp"
#include "indexer/extract/class_words.hpp"

namespace broadsheet::indexer {
namespace {

// A visible date stands in a line of its own, with a byline at most.
constexpr std::size_t max_line_weight = 160;
constexpr std::size_t lines_around = 12;
constexpr std::size_t dateline_paragraphs = 2;
constexpr std::size_t max_dateline_bytes = 60;
constexpr int days_off_month = 3;

constexpr auto date_names = std::to_array<std::string_view>({
    "article date", "article info", "author date", "byline",    "created",     "data",
    "date",         "dateline",     "datetime",    "datum",     "entry date",  "fecha",
    "info",         "issued",       "meta",        "on date",   "parution",    "post date",
    "post meta",    "posted",       "pub date",    "pubdate",   "publication", "publish",
    "publish date", "published",    "release",     "submitted", "time",        "timestamp",
    "date time",    "article meta", "zeit",
});

constexpr auto readers_names =
    std::to_array<std::string_view>({"comment", "comments", "commentlist", "kommentare"});

}  // namespace

std::optional<VisibleDate> VisibleDateSearch::by_headline() const {
  if (from_.headline == no_node || from_.body_begin == no_node) return std::nullopt;
  std::size_t lines = lines_around;
  for (const Block& block : blocks_between(from_.blocks, from_.headline, from_.body_begin)) {
    if (lines-- == 0) break;
    const VisibleDates dates = dates_of(block);
    if (dates.published) return VisibleDate{*dates.published, "below the headline"};
    if (dates.modified) break;
  }
  return std::nullopt;
}

std::optional<VisibleDate> VisibleDateSearch::announced() const {
  const NodeId headline = from_.headline == no_node ? 0 : from_.headline;
  for (const Block& block : blocks_between(from_.blocks, headline, from_.body_end)) {
    const VisibleDates dates = dates_of(block);
    if (dates.announced) return VisibleDate{*dates.published, "announced as the publication's"};
  }
  return std::nullopt;
}

std::optional<VisibleDate> VisibleDateSearch::around_story() const {
  const NodeId headline = from_.headline == no_node ? 0 : from_.headline;
  const NodeId body = from_.body_begin == no_node ? from_.dom.size() : from_.body_begin;
  auto found = first_between(headline, body, lines_around * 2, "below the headline");
  if (!found) found = called_date();
  if (!found) found = last_before(headline);
  if (!found && from_.body_end != no_node) {
    found = first_between(from_.body_end, from_.dom.size(), lines_around, "below the story");
  }
  return found;
}

std::optional<VisibleDate> VisibleDateSearch::dateline() const {
  if (from_.body_begin == no_node) return std::nullopt;
  std::size_t paragraphs = dateline_paragraphs;
  for (const Block& block : blocks_between(from_.blocks, from_.body_begin, from_.body_end)) {
    if (paragraphs-- == 0) break;
    const std::string_view head = std::string_view(block.text).substr(0, max_dateline_bytes);
    const VisibleDates dates = find_dates(head, from_.language, now_);
    if (dates.published && fits(dates.published->day)) {
      return VisibleDate{*dates.published, "dateline"};
    }
  }
  return std::nullopt;
}

std::optional<VisibleDate> VisibleDateSearch::first_on_page() const {
  return first_between(0, from_.dom.size(), from_.blocks.size(), "first date on the page");
}

VisibleDates VisibleDateSearch::dates_of(const Block& block) const {
  if (block.weight > max_line_weight || block.good) return {};
  const VisibleDates dates = find_dates(block.text, from_.language, now_);
  if (dates.published || dates.modified) return dates;
  if (!std::ranges::any_of(block.text, ascii::is_digit)) return dates;
  return find_dates(spaced_text(block.node), from_.language, now_);
}

// "Politics<b>12 May 2021</b>" reads as two things.  Empty if there is but one.
std::string VisibleDateSearch::spaced_text(NodeId id) const {
  std::string spaced;
  std::size_t texts = 0;
  for (NodeId at = id; at < from_.dom.end(id) && spaced.size() < 2 * max_line_weight; ++at) {
    if (!from_.dom.is_text(at)) continue;
    if (++texts > 1) spaced += ' ';
    spaced += from_.dom.text(at);
  }
  return texts > 1 ? clean_text(spaced) : std::string();
}

bool VisibleDateSearch::fits(Day day) const {
  if (!from_.month) return true;
  const Day first(*from_.month / 1);
  const Day last(*from_.month / std::chrono::last);
  const std::chrono::days off(days_off_month);
  return first - off <= day && day <= last + off;
}

std::optional<VisibleDate> VisibleDateSearch::first_between(NodeId begin, NodeId end,
                                                            std::size_t lines,
                                                            const char* where) const {
  std::optional<VisibleDate> modified;
  for (const Block& block : blocks_between(from_.blocks, begin, end)) {
    if (lines-- == 0) break;
    const VisibleDates dates = dates_of(block);
    if (!dates.published && !dates.modified) continue;
    if (is_readers(block.node)) continue;
    if (dates.published && fits(dates.published->day)) return VisibleDate{*dates.published, where};
    if (!modified && dates.modified && fits(dates.modified->day)) {
      modified = VisibleDate{*dates.modified, where};
    }
  }
  return modified;
}

std::optional<VisibleDate> VisibleDateSearch::last_before(NodeId headline) const {
  std::size_t lines = lines_around;
  for (auto block = from_.blocks.rbegin(); block != from_.blocks.rend(); ++block) {
    if (block->first >= headline) continue;
    if (lines-- == 0) break;
    const VisibleDates dates = dates_of(*block);
    const auto& date = dates.published ? dates.published : dates.modified;
    if (date && fits(date->day)) return VisibleDate{*date, "above the headline"};
  }
  return std::nullopt;
}

// The one nearest to the headline.
std::optional<VisibleDate> VisibleDateSearch::called_date() const {
  std::optional<VisibleDate> found;
  NodeId nearest = no_node;
  for (const Block& block : from_.blocks) {
    const NodeId headline = from_.headline == no_node ? 0 : from_.headline;
    const NodeId distance =
        block.first < headline ? headline - block.first : block.first - headline;
    if (distance >= nearest || block.weight > max_line_weight) continue;
    if (!is_called_date(block.node)) continue;
    const VisibleDates dates = dates_of(block);
    const auto& date = dates.published ? dates.published : dates.modified;
    if (!date || !fits(date->day)) continue;
    found = VisibleDate{*date, "called a date"};
    nearest = distance;
  }
  return found;
}

bool VisibleDateSearch::is_called_date(NodeId id) const {
  for (int level = 0; level < 2 && id != no_node; ++level, id = from_.dom.parent(id)) {
    const Tag tag = from_.dom.tag(id);
    if (tag == Tag::body || tag == Tag::footer) return false;
    const std::string words = class_words(from_.dom, id);
    if (has_words(words, "comment")) return false;
    if (has_any_words(words, date_names)) return true;
  }
  return false;
}

// Part of what readers wrote below the story.
bool VisibleDateSearch::is_readers(NodeId id) const {
  for (NodeId at = id; at != no_node && from_.dom.tag(at) != Tag::body; at = from_.dom.parent(at)) {
    if (from_.headline != no_node && from_.dom.contains(at, from_.headline)) return false;
    if (has_any_words(class_words(from_.dom, at), readers_names)) return true;
  }
  return false;
}

}  // namespace broadsheet::indexer
