#include "indexer/identity.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "schema/article.hpp"
#include "schema/article_codec.hpp"
#include "schema/fields.hpp"
#include "schema/url.hpp"

namespace broadsheet::indexer {
namespace {

namespace prefix = fields::prefix;

std::string key_term(std::string_view term_prefix, const ArticleKey& key) {
  return std::string(term_prefix).append(key_text(key));
}

// An entry that stands for its article, under the id it will have.
struct Winner {
  ArticleKey id;
  std::uint32_t entry;
  std::vector<Xapian::docid> outdated;  // Documents that it takes the place of.
};

// All that claim one thing.
struct Claimants {
  ArticleKey claim;
  std::vector<std::uint32_t> canonical;  // Entries, in order of input.
  std::vector<std::uint32_t> others;
};

struct Resident {
  Xapian::docid docid;
  ArticleKey origin;
  std::size_t headline;
};

class Resolver {
 public:
  Resolver(const std::vector<Entry>& entries, const Residents& residents)
      : entries_(entries), residents_(residents) {}

  Resolution resolve() {
    for_each_claim([this](const Claimants& claimants) { settle(claimants); });
    keep_last_of_each_id();
    for (const Winner& winner : winners_) place(winner);
    for (const Winner& winner : winners_) replace_outdated(winner);
    finish_renames();
    std::sort(resolution_.writes.begin(), resolution_.writes.end(),
              [](const Write& a, const Write& b) { return a.entry < b.entry; });
    return std::move(resolution_);
  }

 private:
  template <typename Visit>
  void for_each_claim(Visit visit) const {
    std::vector<std::uint32_t> by_claim(entries_.size());
    for (std::uint32_t i = 0; i < by_claim.size(); ++i) by_claim[i] = i;
    std::sort(by_claim.begin(), by_claim.end(), [this](std::uint32_t a, std::uint32_t b) {
      return std::tie(entries_[a].claim, a) < std::tie(entries_[b].claim, b);
    });
    for (std::size_t i = 0; i < by_claim.size();) {
      Claimants claimants{entries_[by_claim[i]].claim, {}, {}};
      for (; i < by_claim.size() && entries_[by_claim[i]].claim == claimants.claim; ++i) {
        const bool canonical = entries_[by_claim[i]].kind == ClaimKind::canonical_url;
        (canonical ? claimants.canonical : claimants.others).push_back(by_claim[i]);
      }
      visit(claimants);
    }
  }

  void settle(const Claimants& claimants) {
    if (claimants.canonical.empty()) return settle_undisputed(claimants, {});
    std::set<ArticleKey> origins;
    for (const std::uint32_t entry : claimants.canonical) origins.insert(entries_[entry].origin);
    std::vector<Resident> rivals;
    std::multimap<ArticleKey, Xapian::docid> outdated;  // Earlier selves, by origin.
    for (const Xapian::docid docid : residents_.claiming(claimants.claim)) {
      const ArticleKey origin = residents_.origin(docid);
      if (origins.contains(origin)) {
        outdated.emplace(origin, docid);
      } else {
        rivals.push_back({docid, origin, headline_hash(residents_.article(docid).headline)});
      }
    }
    std::set<std::size_t> headlines;
    for (const std::uint32_t entry : latest_of_each_origin(claimants.canonical)) {
      headlines.insert(entries_[entry].headline);
    }
    for (const Resident& rival : rivals) headlines.insert(rival.headline);
    if (headlines.size() == 1) {
      std::vector<Xapian::docid> all;
      for (const auto& [origin, docid] : outdated) all.push_back(docid);
      for (const Resident& rival : rivals) all.push_back(rival.docid);
      return settle_undisputed(claimants, std::move(all));
    }
    settle_disputed(claimants, rivals, outdated);
  }

  std::vector<std::uint32_t> latest_of_each_origin(
      const std::vector<std::uint32_t>& entries) const {
    std::map<ArticleKey, std::uint32_t> latest;
    for (const std::uint32_t entry : entries) latest[entries_[entry].origin] = entry;
    std::vector<std::uint32_t> kept;
    kept.reserve(latest.size());
    for (const auto& [origin, entry] : latest) kept.push_back(entry);
    std::sort(kept.begin(), kept.end());
    return kept;
  }

  void settle_undisputed(const Claimants& claimants, std::vector<Xapian::docid> outdated) {
    std::vector<std::uint32_t> all = claimants.canonical;
    all.insert(all.end(), claimants.others.begin(), claimants.others.end());
    const std::uint32_t last = *std::max_element(all.begin(), all.end());
    lose_all_but(all, last);
    winners_.push_back({claimants.claim, last, std::move(outdated)});
  }

  void settle_disputed(const Claimants& claimants, const std::vector<Resident>& rivals,
                       const std::multimap<ArticleKey, Xapian::docid>& outdated) {
    std::map<std::size_t, Winner> by_headline;
    const std::vector<std::uint32_t> latest = latest_of_each_origin(claimants.canonical);
    for (const std::uint32_t entry : latest) {
      Winner& winner = by_headline[entries_[entry].headline];
      winner.id = entries_[entry].origin;
      winner.entry = entry;
      const auto [first, end] = outdated.equal_range(entries_[entry].origin);
      for (auto it = first; it != end; ++it) winner.outdated.push_back(it->second);
    }
    std::set<std::uint32_t> won;
    for (const Resident& rival : rivals) {
      const auto same = by_headline.find(rival.headline);
      if (same != by_headline.end()) {
        same->second.outdated.push_back(rival.docid);
      } else if (residents_.with_id(claimants.claim) == rival.docid) {
        renames_.push_back({rival.docid, claimants.claim, rival.origin});
      }
    }
    for (auto& [headline, winner] : by_headline) {
      won.insert(winner.entry);
      winners_.push_back(std::move(winner));
    }
    for (const std::uint32_t entry : claimants.canonical) {
      if (!won.contains(entry)) resolution_.losers.push_back(entry);
    }
    if (!claimants.others.empty()) settle_undisputed({claimants.claim, {}, claimants.others}, {});
  }

  void lose_all_but(const std::vector<std::uint32_t>& entries, std::uint32_t winner) {
    for (const std::uint32_t entry : entries) {
      if (entry != winner) resolution_.losers.push_back(entry);
    }
  }

  // A name that one article falls back on may be what another claims.
  void keep_last_of_each_id() {
    std::sort(winners_.begin(), winners_.end(), [](const Winner& a, const Winner& b) {
      return a.id != b.id ? a.id < b.id : a.entry > b.entry;
    });
    std::vector<Winner> kept;
    for (Winner& winner : winners_) {
      if (kept.empty() || kept.back().id != winner.id) {
        kept.push_back(std::move(winner));
        continue;
      }
      resolution_.losers.push_back(winner.entry);
      kept.back().outdated.insert(kept.back().outdated.end(), winner.outdated.begin(),
                                  winner.outdated.end());
    }
    winners_ = std::move(kept);
  }

  void place(const Winner& winner) {
    if (residents_.empty()) return;
    if (const Xapian::docid resident = residents_.with_id(winner.id)) taken_.insert(resident);
  }

  void replace_outdated(const Winner& winner) {
    const Entry& entry = entries_[winner.entry];
    Xapian::docid replaces = residents_.with_id(winner.id);
    for (const Xapian::docid docid : winner.outdated) {
      if (!taken_.insert(docid).second) continue;
      if (replaces == 0) {
        replaces = docid;
      } else {
        resolution_.removals.push_back({docid, winner.entry});
      }
    }
    if (entry.same_as != 0 && entry.same_as == replaces &&
        residents_.with_id(winner.id) == replaces) {
      ++resolution_.unchanged;
    } else {
      resolution_.writes.push_back({winner.entry, winner.id != entry.claim, replaces});
    }
  }

  bool is_won(const ArticleKey& id) const {
    const auto at = std::lower_bound(
        winners_.begin(), winners_.end(), id,
        [](const Winner& winner, const ArticleKey& key) { return winner.id < key; });
    return at != winners_.end() && at->id == id;
  }

  void finish_renames() {
    for (const Rename& rename : renames_) {
      if (!taken_.insert(rename.docid).second) continue;
      if (is_won(rename.origin) || residents_.with_id(rename.origin) != 0) {
        resolution_.removals.push_back({rename.docid, winners_.front().entry});
      } else {
        resolution_.renames.push_back(rename);
      }
    }
  }

  const std::vector<Entry>& entries_;
  const Residents& residents_;
  std::vector<Winner> winners_;
  std::vector<Rename> renames_;
  std::set<Xapian::docid> taken_;  // Documents that something is decided about.
  Resolution resolution_;
};

}  // namespace

bool is_believable_canonical(std::string_view canonical_url, std::string_view page_url) {
  if (!is_web_url(canonical_url)) return false;
  const bool has_query = canonical_url.find('?') != canonical_url.npos;
  if (url_path(canonical_url) == "/" && !has_query) return false;
  return page_url.empty() || url_host(page_url) == url_host(canonical_url);
}

std::size_t headline_hash(const std::string& headline) {
  return std::hash<std::string>()(name_id(headline));
}

std::string content_name(const Article& article) {
  Article content = article;
  content.id.clear();
  content.first_seen.reset();
  return "stdin-" + article_key(encode_article(content));
}

bool Residents::has_term(Xapian::docid docid, const std::string& term) const {
  auto posting = database_->postlist_begin(term);
  if (posting == database_->postlist_end(term)) return false;
  posting.skip_to(docid);
  return posting != database_->postlist_end(term) && *posting == docid;
}

bool Residents::is_ignored(Xapian::docid docid) const {
  return std::binary_search(ignored_.begin(), ignored_.end(), docid);
}

Xapian::docid Residents::with_id(const ArticleKey& key) const {
  if (!database_) return 0;
  const std::string term = key_term(prefix::id, key);
  const auto posting = database_->postlist_begin(term);
  if (posting == database_->postlist_end(term) || is_ignored(*posting)) return 0;
  return *posting;
}

std::vector<Xapian::docid> Residents::claiming(const ArticleKey& canonical) const {
  if (!database_) return {};
  const std::string term = key_term(prefix::canonical, canonical);
  std::vector<Xapian::docid> docids{database_->postlist_begin(term), database_->postlist_end(term)};
  std::erase_if(docids, [this](Xapian::docid docid) { return is_ignored(docid); });
  return docids;
}

bool Residents::has_origin(Xapian::docid docid, const ArticleKey& origin) const {
  return has_term(docid, key_term(prefix::origin, origin));
}

bool Residents::claims(Xapian::docid docid, const ArticleKey& canonical) const {
  return has_term(docid, key_term(prefix::canonical, canonical));
}

ArticleKey Residents::origin(Xapian::docid docid) const {
  auto term = database_->termlist_begin(docid);
  term.skip_to(std::string(prefix::origin));
  if (term == database_->termlist_end(docid)) return {};
  const std::string name = *term;
  const std::size_t size = prefix::origin.size();
  if (!name.starts_with(prefix::origin) || name.size() != size + ArticleKey().size()) return {};
  return to_key(std::string_view(name).substr(size));
}

std::string Residents::data(Xapian::docid docid) const {
  return database_->get_document(docid).get_data();
}

Article Residents::article(Xapian::docid docid) const {
  auto article = decode_article(data(docid));
  if (!article)
    throw std::runtime_error("document " + std::to_string(docid) + ": " + article.error().message);
  return std::move(*article);
}

Resolution resolve(const std::vector<Entry>& entries, const Residents& residents) {
  return Resolver(entries, residents).resolve();
}

std::vector<ArticleKey> reopened_claims(const std::vector<Entry>& entries,
                                        const Residents& residents) {
  std::vector<ArticleKey> reopened;
  if (residents.empty()) return reopened;
  for (const Entry& entry : entries) {
    if (entry.kind != ClaimKind::canonical_url || entry.same_as != 0) continue;
    for (const Xapian::docid docid : residents.claiming(entry.claim)) {
      if (!residents.has_origin(docid, entry.origin)) continue;
      if (headline_hash(residents.article(docid).headline) == entry.headline) continue;
      reopened.push_back(entry.claim);
    }
  }
  return reopened;
}

}  // namespace broadsheet::indexer
