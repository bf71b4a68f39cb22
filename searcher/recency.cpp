#include "searcher/recency.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "schema/date.hpp"
#include "searcher/ranking.hpp"

namespace broadsheet::searcher {
namespace {

// Tuned on half of the queries of bench/ranking/recency.

// Matches that score less, beside the best, have the words but are about something else.
constexpr double least_score = 0.7;
constexpr std::size_t most_matches = 100;

// "Now", in days.
constexpr std::int32_t window_days = 21;
constexpr int least_recent = 3;

// From the first of each pair on new documents gain, at the second they gain all.  The rise is how
// much more often matches than documents of any kind are from now; the peak is what part they are
// of those from now and from the best other weeks.
constexpr double no_rise = 1.6;
constexpr double full_rise = 2.4;
constexpr double no_peak = 0.35;
constexpr double full_peak = 0.5;

// What a new document gains, in the score of the best match.
constexpr double burst_weight = 0.7;
constexpr double burst_half_life_days = 21;
constexpr double edition_weight = 0.7;
constexpr double edition_half_life_days = 365;

// Matches farther apart, in days, are of two editions.
constexpr std::int32_t edition_gap_days = 45;
constexpr std::size_t least_editions = 3;
constexpr int least_of_edition = 2;
// An edition has at least this share of the matches, all together the other.
constexpr double edition_share = 0.08;
constexpr double editions_share = 0.6;

struct Match {
  std::int32_t day = 0;
  double score = 0;
};

double total(const std::vector<Match>& matches) {
  double sum = 0;
  for (const Match& match : matches) sum += match.score;
  return sum;
}

// From 0 to 1: how far a value has come from one to the other.
double ramp(double value, double from, double to) {
  return std::clamp((value - from) / (to - from), 0.0, 1.0);
}

// From 0 to 1.
double burst(const std::vector<Match>& matches, std::int32_t last, const Columns& columns,
             Instant now) {
  std::map<std::int32_t, double> windows;  // By how many of them ago.
  int recent = 0;
  for (const Match& match : matches) {
    const std::int32_t ago = std::max(0, last - match.day) / window_days;
    windows[ago] += match.score;
    recent += ago == 0 ? 1 : 0;
  }
  if (recent < least_recent) return 0;
  double other = 0;  // Not the one before the last: the burst may have begun there.
  for (const auto& [ago, score] : windows) {
    if (ago >= 2) other = std::max(other, score);
  }
  const double documents = columns.count_between(columns.first_day(), columns.last_day(), now);
  const double new_documents =
      columns.count_between(last - window_days + 1, columns.last_day(), now);
  const double rise = windows[0] / total(matches) * documents / std::max(new_documents, 1.0);
  const double peak = windows[0] / (windows[0] + other);
  return ramp(rise, no_rise, full_rise) * ramp(peak, no_peak, full_peak);
}

struct Edition {
  std::int32_t last_day = 0;
  double days = 0;  // Weighted by score.
  double score = 0;
  int matches = 0;

  double day() const { return days / score; }
};

// matches: by day.
std::vector<Edition> editions(const std::vector<Match>& matches) {
  std::vector<Edition> found;
  for (const Match& match : matches) {
    if (found.empty() || match.day - found.back().last_day > edition_gap_days) found.emplace_back();
    Edition& edition = found.back();
    edition.last_day = match.day;
    edition.days += match.score * match.day;
    edition.score += match.score;
    ++edition.matches;
  }
  const double least = edition_share * total(matches);
  std::erase_if(found, [&](const Edition& edition) {
    return edition.matches < least_of_edition || edition.score < least;
  });
  return found;
}

bool is_a_year_or_more(double days) {
  constexpr double year = 365.25;
  constexpr double tolerance = 40;
  const double rest = std::fmod(days, year);
  return days > year - tolerance && (rest < tolerance || rest > year - tolerance);
}

bool comes_every_year(std::vector<Match> matches) {
  std::sort(matches.begin(), matches.end(),
            [](const Match& a, const Match& b) { return a.day < b.day; });
  const std::vector<Edition> found = editions(matches);
  if (found.size() < least_editions) return false;
  double held = found.front().score;
  std::size_t years = 0;
  for (std::size_t i = 1; i < found.size(); ++i) {
    held += found[i].score;
    if (is_a_year_or_more(found[i].day() - found[i - 1].day())) ++years;
  }
  return 3 * years >= 2 * (found.size() - 1) && held >= editions_share * total(matches);
}

std::vector<Match> dated_matches(const std::vector<Ranked>& best, const Columns& columns) {
  std::vector<Match> matches;
  for (std::size_t i = 0; i < std::min(best.size(), most_matches); ++i) {
    const std::int32_t day = columns.day(best[i].docid);
    const bool is_good = best[i].score >= least_score * best.front().score;
    if (day != Columns::no_day && is_good) matches.push_back({day, best[i].score});
  }
  return matches;
}

}  // namespace

double RecencyLift::of(std::int32_t day) const {
  if (day == Columns::no_day) return 0;
  return most * std::exp2(-std::max(0, now - day) / half_life_days);
}

std::optional<RecencyLift> recency_lift(const std::vector<Ranked>& best, const Columns& columns,
                                        Instant now) {
  const std::vector<Match> matches = dated_matches(best, columns);
  if (matches.empty()) return std::nullopt;
  const auto today = std::chrono::floor<std::chrono::days>(now).time_since_epoch().count();
  const std::int32_t last = std::min(columns.last_day(), static_cast<std::int32_t>(today));
  const double top = best.front().score;
  const double strength = burst(matches, last, columns, now);
  if (strength > 0) return RecencyLift{last, burst_weight * strength * top, burst_half_life_days};
  if (!comes_every_year(matches)) return std::nullopt;
  return RecencyLift{last, edition_weight * top, edition_half_life_days};
}

}  // namespace broadsheet::searcher
