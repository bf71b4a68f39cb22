// Learning sites in a run: the samples that the index holds, and what is about to be written.
//
// A site's sample lies in the index's metadata under site_metadata_key(), and is committed with the
// articles it came from.  A deleted article stays in it until it is rebuilt.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "indexer/identity.hpp"
#include "indexer/site_lines.hpp"
#include "indexer/spool.hpp"

namespace broadsheet::indexer {

// Pages in the samples of all sites of an index.  If a run would exceed it, it takes fewer of each
// site and year.
inline constexpr std::size_t max_sampled_pages = 100'000;

std::string site_metadata_key(SiteKey site);

// Nothing if there is none or it is damaged.
std::optional<SiteSample> find_site_sample(const Xapian::Database& index, SiteKey site);

struct LearnedSites {
  SiteLines lines;                                            // Of the sites that are written to.
  std::vector<std::pair<std::string, std::string>> metadata;  // What has changed: keys and values.
  std::vector<std::string> damaged;                           // Messages for a person.
};

// index: null if nothing was learned before.  Costs a reading of the spool for the pages that the
// samples take in, at most SiteSample::max_pages_of_year of a site and year.
LearnedSites learn_sites(const std::vector<Entry>& entries, const std::vector<Write>& writes,
                         const SpoolReader& spool, const Xapian::Database* index,
                         std::size_t max_pages = max_sampled_pages);

}  // namespace broadsheet::indexer
