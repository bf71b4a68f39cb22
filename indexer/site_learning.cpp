#include "indexer/site_learning.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <tuple>

#include "schema/bytes.hpp"
#include "schema/fields.hpp"

namespace broadsheet::indexer {
namespace {

// A page that a site's sample may take in.
struct Candidate {
  SiteKey site;
  unsigned year;
  std::uint64_t article;  // Hash of its id.
  std::uint32_t entry;
};

// 0 for undated articles.
unsigned year_of(const Entry& entry) {
  if (entry.order == INT64_MIN) return 0;
  const std::chrono::sys_seconds instant{std::chrono::seconds(entry.order)};
  const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(instant));
  return static_cast<unsigned>(std::max(0, static_cast<int>(day.year())));
}

// In order of site, year and article.
std::vector<Candidate> find_candidates(const std::vector<Entry>& entries,
                                       const std::vector<Write>& writes) {
  std::vector<Candidate> candidates;
  for (const Write& write : writes) {
    const Entry& entry = entries[write.entry];
    if (entry.site == 0) continue;
    const ArticleKey& id = write.by_name ? entry.origin : entry.claim;
    candidates.push_back({entry.site, year_of(entry), line_hash(key_text(id)), write.entry});
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tie(a.site, a.year, a.article) < std::tie(b.site, b.year, b.article);
  });
  return candidates;
}

// Which candidates are the first `most` of their site and year.
std::vector<bool> first_of_each_year(const std::vector<Candidate>& candidates, std::size_t most) {
  std::vector<bool> chosen(candidates.size());
  std::size_t before = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const bool same = i > 0 && candidates[i].site == candidates[i - 1].site &&
                      candidates[i].year == candidates[i - 1].year;
    before = same ? before + 1 : 0;
    chosen[i] = before < most;
  }
  return chosen;
}

std::vector<bool> choose(const std::vector<Candidate>& candidates, std::size_t room) {
  for (std::size_t most = SiteSample::max_pages_of_year; most > 0; most /= 2) {
    std::vector<bool> chosen = first_of_each_year(candidates, most);
    const auto count = std::count(chosen.begin(), chosen.end(), true);
    if (static_cast<std::size_t>(count) <= room) return chosen;
  }
  return std::vector<bool>(candidates.size(), false);
}

std::uint64_t count_sampled_pages(const Xapian::Database* index) {
  if (index == nullptr) return 0;
  const std::string value = index->get_metadata(std::string(fields::metadata::site_pages));
  return ByteReader(value).number();
}

// The sample of a site; an empty one if none is known.
std::optional<SiteSample> known_sample(const Xapian::Database* index, SiteKey site,
                                       std::vector<std::string>& damaged) {
  if (index == nullptr) return std::nullopt;
  const std::string value = index->get_metadata(site_metadata_key(site));
  if (value.empty()) return std::nullopt;
  auto sample = SiteSample::decode(value);
  if (!sample) {
    damaged.push_back("what was learned of a site (" + site_metadata_key(site) +
                      ") is damaged; it is learned anew from the pages of this run");
  }
  return sample;
}

}  // namespace

std::string site_metadata_key(SiteKey site) {
  std::array<char, 17> text{};
  std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(site));
  return std::string(fields::metadata::site) + text.data();
}

std::optional<SiteSample> find_site_sample(const Xapian::Database& index, SiteKey site) {
  return SiteSample::decode(index.get_metadata(site_metadata_key(site)));
}

LearnedSites learn_sites(const std::vector<Entry>& entries, const std::vector<Write>& writes,
                         const SpoolReader& spool, const Xapian::Database* index,
                         std::size_t max_pages) {
  LearnedSites learned;
  const std::vector<Candidate> candidates = find_candidates(entries, writes);
  if (candidates.empty()) return learned;
  std::uint64_t pages = count_sampled_pages(index);
  const std::vector<bool> chosen = choose(candidates, max_pages - std::min(max_pages, pages));
  for (std::size_t i = 0; i < candidates.size();) {
    const SiteKey site = candidates[i].site;
    std::optional<SiteSample> sample = known_sample(index, site, learned.damaged);
    const std::size_t pages_before = sample ? sample->pages() : 0;
    bool changed = false;
    for (; i < candidates.size() && candidates[i].site == site; ++i) {
      if (!chosen[i]) continue;
      const Candidate& candidate = candidates[i];
      const SpooledArticle spooled = spool.read(entries[candidate.entry].place);
      if (!sample) sample.emplace(site_name(spooled.article, spooled.name));
      changed = sample->add(candidate.article, candidate.year, spooled.article) || changed;
    }
    if (!sample) continue;
    learned.lines.learn(site, sample->own_lines());
    if (!changed) continue;
    pages += sample->pages() - pages_before;
    learned.metadata.emplace_back(site_metadata_key(site), sample->encode());
  }
  if (!learned.metadata.empty()) {
    std::string value;
    append_number(value, pages);
    learned.metadata.emplace_back(fields::metadata::site_pages, value);
  }
  return learned;
}

}  // namespace broadsheet::indexer
