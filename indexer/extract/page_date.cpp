#include "indexer/extract/page_date.hpp"

#include <cstdlib>
#include <utility>

#include "indexer/extract/date_text.hpp"
#include "indexer/extract/source_date.hpp"
#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

using Strings = std::vector<std::string>;

constexpr std::size_t max_refused = 5;
constexpr std::size_t max_claim_bytes = 80;

class DateFinder {
 public:
  DateFinder(const DateSources& sources, Instant now)
      : from_(sources), now_(now), visible_(from_, now) {
    const PageMetadata& metadata = from_.metadata;
    for (const std::string* url : {&metadata.canonical, &metadata.og_url}) {
      if (!url_day_ && !url->empty()) url_day_ = date_in_url(*url, now_);
      if (!from_.month && !url->empty()) from_.month = month_in_url(*url, now_);
    }
    if (!url_day_ && from_.linked_data != nullptr) {
      url_day_ = date_in_url(from_.linked_data->url, now_);
    }
  }

  PageDates find() {
    PageDates dates;
    dates.published = best_date();
    dates.refused = std::move(refused_);
    return dates;
  }

 private:
  std::optional<PageDate> best_date() {
    if (auto date = linked_date()) return checked(*date);
    if (auto date = claimed_date(DateEvidence::meta, 0.95F)) return checked(*date);
    const auto time = claimed_date(DateEvidence::time_tag, 0.85F);
    if (time && (!url_day_ || near(time->published.day, *url_day_))) return announced_or(*time);
    if (url_day_) return make({*url_day_, {}, {}}, DateEvidence::url, 0.9F, "URL");
    if (time) return announced_or(*time);
    if (auto date = seen(visible_.around_story(), DateEvidence::visible, 0.7F)) return date;
    if (auto date = seen(visible_.dateline(), DateEvidence::visible, 0.5F)) return date;
    return last_resort();
  }

  std::optional<PageDate> last_resort() {
    if (auto date = modified_date()) return date;
    const auto source = find_source_date(from_.source, from_.language, from_.month, now_);
    if (source && source->is_named) {
      return make(source->date, DateEvidence::page, 0.5F, source->note);
    }
    if (auto date = seen(visible_.first_on_page(), DateEvidence::page, 0.4F)) return date;
    if (source) return make(source->date, DateEvidence::page, 0.3F, source->note);
    return std::nullopt;
  }

  static bool near(Day one, Day other) { return std::abs((one - other).count()) <= 2; }

  static PageDate make(const Timestamp& published, DateEvidence evidence, float confidence,
                       std::string note) {
    return {published, evidence, confidence, std::move(note)};
  }

  static std::optional<PageDate> seen(const std::optional<VisibleDate>& date, DateEvidence evidence,
                                      float confidence) {
    if (!date) return std::nullopt;
    return make(date->date, evidence, confidence, date->where);
  }

  // 3/10 may be the third of October or the tenth of March.
  static bool agree(Day shown, Day claimed) {
    if (shown == claimed) return true;
    const std::chrono::year_month_day date(shown);
    const auto turned = make_day(static_cast<int>(date.year()), static_cast<unsigned>(date.day()),
                                 static_cast<unsigned>(date.month()));
    return turned && *turned == claimed;
  }

  void refuse(const PageDate& date, const char* why) {
    refused_.push_back(date.note + " (" + format_day(date.published.day) + "), " + why);
  }

  void refuse_text(const std::string& claim) {
    if (refused_.size() >= max_refused) return;
    refused_.push_back(std::string(text::truncate_utf8(claim, max_claim_bytes)) +
                       ", no plausible date");
  }

  // What the page says in its data, against its address and what it shows.
  PageDate checked(const PageDate& claimed) {
    PageDate date = url_day_ ? in_local_time(claimed, *url_day_, "URL") : claimed;
    if (url_day_ && date.published.day - *url_day_ > std::chrono::days(2)) {
      refuse(date, "later than the URL's");
      return make({*url_day_, {}, {}}, DateEvidence::url, 0.8F, "URL");
    }
    const auto shown = visible_.by_headline();
    if (!shown || agree(shown->date.day, date.published.day)) return date;
    date = in_local_time(date, shown->date.day, "line below the headline");
    if (shown->date.day == date.published.day) return date;
    refuse(date, "the page shows another below the headline");
    return make(shown->date, DateEvidence::visible, 0.75F, shown->where);
  }

  // A <time> may be anything's; "Published on" is not.
  PageDate announced_or(const PageDate& time) {
    const auto announced = visible_.announced();
    if (!announced || announced->date.day == time.published.day) return time;
    refuse(time, "another is announced as the publication's");
    return make(announced->date, DateEvidence::visible, 0.8F, announced->where);
  }

  // Many pages state their time in UTC, and elsewhere the day where they are.
  static PageDate in_local_time(PageDate date, Day local, const char* where) {
    Timestamp& published = date.published;
    if (!published.instant || published.utc_offset.count() != 0) return date;
    if (std::abs((local - published.day).count()) != 1) return date;
    const int direction = local > published.day ? 1 : -1;
    for (int hours = 1; hours <= 14; ++hours) {
      const std::chrono::hours offset(direction * hours);
      if (std::chrono::floor<std::chrono::days>(*published.instant + offset) != local) continue;
      published.day = local;
      published.utc_offset = offset;
      date.note += std::string(", the day as in the ") + where;
      break;
    }
    return date;
  }

  std::optional<PageDate> linked_date() {
    if (from_.linked_data == nullptr || from_.linked_data->published.empty()) return std::nullopt;
    const auto date = parse_date(from_.linked_data->published, from_.language, now_);
    if (date) return make(*date, DateEvidence::json_ld, 0.99F, "JSON-LD datePublished");
    refuse_text("JSON-LD datePublished " + from_.linked_data->published);
    return std::nullopt;
  }

  std::optional<PageDate> claimed_date(DateEvidence evidence, float confidence) {
    for (const DateClaim& claim : from_.metadata.published) {
      if (claim.evidence != evidence) continue;
      if (const auto date = parse_date(claim.text, from_.language, now_)) {
        return make(*date, evidence, confidence, claim.text);
      }
      refuse_text(claim.text);
    }
    return std::nullopt;
  }

  std::optional<PageDate> modified_date() const {
    Strings claims;
    if (from_.linked_data) claims.push_back(from_.linked_data->modified);
    claims.insert(claims.end(), from_.metadata.modified.begin(), from_.metadata.modified.end());
    for (const std::string& claim : claims) {
      if (const auto date = parse_date(claim, from_.language, now_)) {
        return make(*date, DateEvidence::page, 0.5F, "only a date of change, " + claim);
      }
    }
    return std::nullopt;
  }

  DateSources from_;
  Instant now_;
  VisibleDateSearch visible_;
  Strings refused_;
  std::optional<Day> url_day_;
};

}  // namespace

PageDates find_page_dates(const DateSources& sources, Instant now) {
  return DateFinder(sources, now).find();
}

}  // namespace broadsheet::indexer
