#include "indexer/extract/page_date.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "indexer/extract/class_words.hpp"
#include "indexer/extract/date_text.hpp"

namespace broadsheet::indexer {
namespace {

// A visible date stands in a line of its own, with a byline at most.
constexpr std::size_t max_line_weight = 160;
constexpr std::size_t lines_around = 12;

constexpr auto date_names = std::to_array<std::string_view>({
    "article date", "article info", "author date", "byline",    "created",     "data",
    "date",         "dateline",     "datetime",    "datum",     "entry date",  "fecha",
    "info",         "issued",       "meta",        "on date",   "parution",    "post date",
    "post meta",    "posted",       "pub date",    "pubdate",   "publication", "publish",
    "publish date", "published",    "release",     "submitted", "time",        "timestamp",
    "date time",    "article meta", "zeit",
});

struct Found {
  Timestamp date;
  const char* where;
};

class DateFinder {
 public:
  DateFinder(const DateSources& sources, Instant now) : from_(sources), now_(now) {
    for (const std::string* url : {&from_.metadata.canonical, &from_.metadata.og_url}) {
      if (!url_day_ && !url->empty()) url_day_ = date_in_url(*url, now_);
    }
    if (!url_day_ && from_.linked_data != nullptr) {
      url_day_ = date_in_url(from_.linked_data->url, now_);
    }
  }

  std::optional<PageDate> find() const {
    if (auto date = linked_date()) return in_local_time(*date);
    if (auto date = claimed_date(DateEvidence::meta, 0.95F)) return in_local_time(*date);
    auto time = claimed_date(DateEvidence::time_tag, 0.85F);
    if (time && (!url_day_ || near(time->published.day, *url_day_))) return time;
    if (url_day_) return make({*url_day_, {}, {}}, DateEvidence::url, 0.9F, "URL");
    if (time) return time;
    return visible_date();
  }

 private:
  static bool near(Day one, Day other) { return std::abs((one - other).count()) <= 2; }

  // Many pages state their time in UTC and the day where they are in their URL.
  PageDate in_local_time(PageDate date) const {
    Timestamp& published = date.published;
    if (!url_day_ || !published.instant || published.utc_offset.count() != 0) return date;
    const Day local = *url_day_;
    if (std::abs((local - published.day).count()) != 1) return date;
    const int direction = local > published.day ? 1 : -1;
    for (int hours = 1; hours <= 14; ++hours) {
      const std::chrono::hours offset(direction * hours);
      if (std::chrono::floor<std::chrono::days>(*published.instant + offset) != local) continue;
      published.day = local;
      published.utc_offset = offset;
      date.note += ", the day as in the URL";
      break;
    }
    return date;
  }

  static PageDate make(const Timestamp& published, DateEvidence evidence, float confidence,
                       std::string note) {
    return {published, evidence, confidence, std::move(note)};
  }

  std::optional<PageDate> linked_date() const {
    if (from_.linked_data == nullptr || from_.linked_data->published.empty()) return std::nullopt;
    const auto date = parse_date(from_.linked_data->published, from_.language, now_);
    if (!date) return std::nullopt;
    return make(*date, DateEvidence::json_ld, 0.99F, "JSON-LD datePublished");
  }

  std::optional<PageDate> claimed_date(DateEvidence evidence, float confidence) const {
    for (const DateClaim& claim : from_.metadata.published) {
      if (claim.evidence != evidence) continue;
      if (const auto date = parse_date(claim.text, from_.language, now_)) {
        return make(*date, evidence, confidence, claim.text);
      }
    }
    return std::nullopt;
  }

  std::optional<Timestamp> date_of(const Block& block) const {
    if (block.weight > max_line_weight || block.good) return std::nullopt;
    const VisibleDates dates = find_dates(block.text, from_.language, now_);
    return dates.published ? dates.published : dates.modified;
  }

  std::optional<PageDate> visible_date() const {
    const NodeId headline = from_.headline == no_node ? 0 : from_.headline;
    const NodeId body = from_.body_begin == no_node ? from_.dom.size() : from_.body_begin;
    std::optional<Found> found = first_between(headline, body, lines_around * 2);
    if (!found) found = called_date();
    if (!found) found = last_before(headline);
    if (!found && from_.body_end != no_node) {
      found = first_between(from_.body_end, from_.dom.size(), lines_around);
    }
    if (found) return make(found->date, DateEvidence::visible, 0.7F, found->where);
    found = first_between(0, from_.dom.size(), from_.blocks.size());
    if (found) return make(found->date, DateEvidence::page, 0.4F, "first date on the page");
    return std::nullopt;
  }

  std::optional<Found> first_between(NodeId begin, NodeId end, std::size_t lines) const {
    for (const Block& block : from_.blocks) {
      if (block.first < begin) continue;
      if (block.first >= end || lines-- == 0) break;
      if (const auto date = date_of(block)) return Found{*date, "below the headline"};
    }
    return std::nullopt;
  }

  std::optional<Found> last_before(NodeId headline) const {
    std::size_t lines = lines_around;
    for (auto block = from_.blocks.rbegin(); block != from_.blocks.rend(); ++block) {
      if (block->first >= headline) continue;
      if (lines-- == 0) break;
      if (const auto date = date_of(*block)) return Found{*date, "above the headline"};
    }
    return std::nullopt;
  }

  std::optional<Found> called_date() const {
    for (const Block& block : from_.blocks) {
      if (block.weight > max_line_weight || !is_called_date(block.node)) continue;
      if (const auto date = date_of(block)) return Found{*date, "called a date"};
    }
    return std::nullopt;
  }

  bool is_called_date(NodeId id) const {
    for (int level = 0; level < 2 && id != no_node; ++level, id = from_.dom.parent(id)) {
      const Tag tag = from_.dom.tag(id);
      if (tag == Tag::body || tag == Tag::footer) return false;
      const std::string words = class_words(from_.dom, id);
      if (has_words(words, "comment")) return false;
      if (std::ranges::any_of(date_names,
                              [&](std::string_view name) { return has_words(words, name); })) {
        return true;
      }
    }
    return false;
  }

  const DateSources& from_;
  Instant now_;
  std::optional<Day> url_day_;
};

}  // namespace

std::optional<PageDate> find_page_date(const DateSources& sources, Instant now) {
  return DateFinder(sources, now).find();
}

}  // namespace broadsheet::indexer
