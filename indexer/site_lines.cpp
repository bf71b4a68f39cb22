#include "indexer/site_lines.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "schema/bytes.hpp"
#include "schema/hash.hpp"
#include "schema/text.hpp"
#include "schema/url.hpp"

namespace broadsheet::indexer {
namespace {

constexpr char encoding_version = 1;
constexpr std::size_t hash_bytes = 8;
constexpr std::uint64_t max_year = 9'999;

// Paragraphs at the end of a story that are looked at; the site's own below them do not count.
constexpr std::size_t end_paragraphs = 2;

void append_hash(std::string& bytes, std::uint64_t hash) {
  for (std::size_t i = 0; i < hash_bytes; ++i) bytes += static_cast<char>(hash >> 8 * i);
}

std::uint64_t read_hash(ByteReader& reader) {
  const std::string_view bytes = reader.take(hash_bytes);
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    hash |= std::uint64_t{static_cast<std::uint8_t>(bytes[i])} << 8 * i;
  }
  return hash;
}

// Where the story begins in the body, after the standfirst.
std::size_t story_begin(const Article& article) {
  const bool repeats = !article.standfirst.empty() && !article.body.empty() &&
                       article.body.front() == article.standfirst;
  return repeats ? 1 : 0;
}

// Which paragraphs of a story, given by their hashes, are not the site's own: those at its end are
// peeled off one after the other.
std::vector<std::size_t> what_stays(const std::vector<std::uint64_t>& hashes,
                                    const OwnLines& lines) {
  std::vector<std::size_t> stays;
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    if (!lines.anywhere.contains(hashes[i])) stays.push_back(i);
  }
  for (std::size_t looked_at = 0; looked_at < end_paragraphs && looked_at + 1 < stays.size();) {
    const auto at = stays.end() - 1 - static_cast<std::ptrdiff_t>(looked_at);
    if (lines.at_end.contains(hashes[*at])) {
      stays.erase(at);
      looked_at = 0;
    } else {
      ++looked_at;
    }
  }
  return stays;
}

// People whom the dropped paragraphs name, and nothing that stays.
void forget_people_of(const std::vector<std::string>& dropped, Article& article) {
  const auto is_in = [](const std::vector<std::string>& texts, const std::string& name) {
    return std::any_of(texts.begin(), texts.end(),
                       [&](const std::string& text) { return text.find(name) != text.npos; });
  };
  std::erase_if(article.people, [&](const Person& person) {
    return is_in(dropped, person.name) && !is_in(article.body, person.name) &&
           !is_in({article.headline, article.standfirst}, person.name);
  });
}

}  // namespace

std::string site_name(const Article& article, std::string_view item_name) {
  std::string host = url_host(article.url);
  if (!host.empty()) return host;
  const std::size_t slash = item_name.rfind('/');
  return slash == item_name.npos ? "./" : std::string(item_name.substr(0, slash + 1));
}

SiteKey site_key(std::string_view site_name) { return std::max<SiteKey>(line_hash(site_name), 1); }

// FNV-1a, its bits stirred by the last steps of MurmurHash3.
std::uint64_t line_hash(std::string_view text) {
  std::uint64_t hash = fnv1a(text);
  hash = (hash ^ hash >> 33) * 0xff51afd7ed558ccd;
  hash = (hash ^ hash >> 33) * 0xc4ceb9fe1a85ec53;
  return hash ^ hash >> 33;
}

// ----- SiteSample

// A paragraph on a page.
struct SiteSample::Standing {
  std::uint64_t hash;
  PageId id;
  const Page* page;
  bool at_end;
};

bool SiteSample::add(std::uint64_t article_hash, unsigned year, const Article& article) {
  const auto earlier = years_.find(article_hash);
  const bool was_there = earlier != years_.end();
  if (was_there) {
    pages_.erase({earlier->second, article_hash});
    years_.erase(earlier);
  }
  const std::size_t begin = story_begin(article);
  const std::size_t count = article.body.size() - begin;
  Page page;
  page.headline = line_hash(article.headline);
  for (std::size_t i = 0; i < count; ++i) {
    if (i >= max_paragraphs / 2 && count - i > max_paragraphs / 2) continue;
    const std::string& text = article.body[begin + i];
    page.paragraphs.push_back({line_hash(text), static_cast<std::uint32_t>(text.size())});
  }
  pages_[{year, article_hash}] = std::move(page);
  years_[article_hash] = year;
  keep_within_bounds(year);
  return was_there || years_.contains(article_hash);
}

// Of a year those of the lowest hashes stay.
void SiteSample::keep_within_bounds(unsigned year) {
  const auto forget = [this](std::map<PageId, Page>::iterator page) {
    years_.erase(page->first.second);
    pages_.erase(page);
  };
  const auto first = pages_.lower_bound({year, 0});
  const auto end = pages_.lower_bound({year + 1, 0});
  if (static_cast<std::size_t>(std::distance(first, end)) > max_pages_of_year) {
    forget(std::prev(end));
  }
  std::vector<unsigned> years;
  for (auto page = pages_.begin(); page != pages_.end();
       page = pages_.lower_bound({years.back() + 1, 0})) {
    years.push_back(page->first.first);
  }
  if (years.size() <= max_years) return;
  while (pages_.begin()->first.first == years.front()) forget(pages_.begin());
}

bool SiteSample::are_copies(const Page& a, const Page& b) {
  if (a.headline == b.headline) return true;
  std::unordered_set<std::uint64_t> of_a;
  std::uint64_t bytes_a = 0;
  std::uint64_t bytes_b = 0;
  std::uint64_t shared = 0;
  for (const Paragraph& paragraph : a.paragraphs) {
    of_a.insert(paragraph.hash);
    bytes_a += paragraph.bytes;
  }
  for (const Paragraph& paragraph : b.paragraphs) {
    bytes_b += paragraph.bytes;
    if (of_a.contains(paragraph.hash)) shared += paragraph.bytes;
  }
  return shared * 2 > std::min(bytes_a, bytes_b);
}

// All paragraphs on all pages but for those known, sorted by hash.
std::vector<SiteSample::Standing> SiteSample::standings(const OwnLines& known) const {
  std::vector<Standing> all;
  std::vector<std::uint64_t> hashes;
  for (const auto& [id, page] : pages_) {
    hashes.clear();
    for (const Paragraph& paragraph : page.paragraphs) hashes.push_back(paragraph.hash);
    const std::vector<std::size_t> stays = what_stays(hashes, known);
    for (std::size_t i = 0; i < stays.size(); ++i) {
      const bool at_end = i > 0 && stays.size() - i <= end_paragraphs;
      all.push_back({hashes[stays[i]], id, &page, at_end});
    }
  }
  std::sort(all.begin(), all.end(), [](const Standing& a, const Standing& b) {
    return std::tie(a.hash, a.id) < std::tie(b.hash, b.id);
  });
  return all;
}

// Different articles among the pages that a paragraph stands on, of many no more than enough.
std::size_t SiteSample::count_articles(const std::vector<Standing>& run, std::size_t enough) {
  std::vector<const Page*> articles;
  for (const Standing& standing : run) {
    if (articles.size() == enough) break;
    const bool is_copy = std::any_of(articles.begin(), articles.end(), [&](const Page* other) {
      return are_copies(*other, *standing.page);
    });
    if (!is_copy) articles.push_back(standing.page);
  }
  return articles.size();
}

std::size_t SiteSample::pages_of_same_years(const std::vector<Standing>& run) const {
  std::size_t pages = 0;
  unsigned last_year = 0;
  for (std::size_t i = 0; i < run.size(); ++i) {
    const unsigned year = run[i].id.first;
    if (i > 0 && year == last_year) continue;
    last_year = year;
    pages += static_cast<std::size_t>(
        std::distance(pages_.lower_bound({year, 0}), pages_.lower_bound({year + 1, 0})));
  }
  return pages;
}

OwnLines SiteSample::own_lines() const {
  OwnLines lines;
  if (pages_.size() < least_at_end) return lines;
  for (bool found = true; found;) {
    found = false;
    const std::vector<Standing> all = standings(lines);
    std::vector<Standing> run;
    for (std::size_t i = 0; i < all.size();) {
      const std::uint64_t hash = all[i].hash;
      bool at_end = true;
      for (run.clear(); i < all.size() && all[i].hash == hash; ++i) {
        at_end = at_end && all[i].at_end;
        if (run.empty() || run.back().id != all[i].id) run.push_back(all[i]);
      }
      if (run.size() < least_at_end || lines.at_end.contains(hash)) continue;
      if (at_end) {
        if (count_articles(run, least_at_end) < least_at_end) continue;
        found = lines.at_end.insert(hash).second || found;
      } else if (run.size() * 2 >= pages_of_same_years(run) &&
                 count_articles(run, least_anywhere) == least_anywhere) {
        found = lines.anywhere.insert(hash).second || found;
      }
    }
  }
  return lines;
}

std::string SiteSample::encode() const {
  std::string bytes(1, encoding_version);
  append_text(bytes, name_);
  append_number(bytes, pages_.size());
  for (const auto& [id, page] : pages_) {
    append_number(bytes, id.first);
    append_hash(bytes, id.second);
    append_hash(bytes, page.headline);
    append_number(bytes, page.paragraphs.size());
    for (const Paragraph& paragraph : page.paragraphs) {
      append_hash(bytes, paragraph.hash);
      append_number(bytes, paragraph.bytes);
    }
  }
  append_hash(bytes, line_hash(bytes));
  return bytes;
}

std::optional<SiteSample> SiteSample::decode(std::string_view bytes) {
  if (bytes.size() <= hash_bytes || bytes.front() != encoding_version) return std::nullopt;
  const std::string_view content = bytes.substr(0, bytes.size() - hash_bytes);
  ByteReader check(bytes.substr(content.size()));
  if (read_hash(check) != line_hash(content)) return std::nullopt;
  ByteReader reader(content.substr(1));
  SiteSample sample{std::string(reader.text())};
  const std::uint64_t pages = reader.number();
  for (std::uint64_t i = 0; i < pages && !reader.failed(); ++i) {
    const auto year = static_cast<unsigned>(std::min(reader.number(), max_year));
    const std::uint64_t article_hash = read_hash(reader);
    Page page;
    page.headline = read_hash(reader);
    const std::uint64_t paragraphs = reader.number();
    if (paragraphs > max_paragraphs) return std::nullopt;
    for (std::uint64_t n = 0; n < paragraphs; ++n) {
      const std::uint64_t hash = read_hash(reader);
      page.paragraphs.push_back({hash, static_cast<std::uint32_t>(reader.number())});
    }
    sample.pages_[{year, article_hash}] = std::move(page);
    sample.years_[article_hash] = year;
  }
  if (reader.failed() || !reader.done() || sample.years_.size() != pages ||
      pages > max_pages_of_year * max_years) {
    return std::nullopt;
  }
  return sample;
}

// ----- SiteLines

std::size_t leave_out(Article& article, const OwnLines& lines) {
  if (lines.empty()) return 0;
  const std::size_t begin = story_begin(article);
  std::vector<std::uint64_t> hashes;
  std::size_t bytes = 0;
  for (std::size_t i = begin; i < article.body.size(); ++i) {
    hashes.push_back(line_hash(article.body[i]));
    bytes += article.body[i].size();
  }
  const std::vector<std::size_t> stays = what_stays(hashes, lines);
  if (stays.size() == hashes.size()) return 0;
  std::size_t left = 0;
  for (const std::size_t i : stays) left += article.body[begin + i].size();
  if (left < SiteLines::least_left_bytes || left * 2 < bytes) return 0;

  std::vector<std::string> body(article.body.begin(),
                                article.body.begin() + static_cast<std::ptrdiff_t>(begin));
  std::vector<std::string> dropped;
  auto next = stays.begin();
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    const bool is_kept = next != stays.end() && *next == i;
    if (is_kept) ++next;
    (is_kept ? body : dropped).push_back(std::move(article.body[begin + i]));
  }
  article.body = std::move(body);
  forget_people_of(dropped, article);
  return dropped.size();
}

void SiteLines::learn(SiteKey site, OwnLines lines) {
  if (!lines.empty()) sites_[site].lines = std::move(lines);
}

std::size_t SiteLines::leave_out(Article& article, SiteKey site) const {
  const auto known = sites_.find(site);
  if (known == sites_.end()) return 0;
  const std::size_t count = indexer::leave_out(article, known->second.lines);
  known->second.left_out += count;
  return count;
}

std::uint64_t SiteLines::paragraphs_left_out() const {
  std::uint64_t count = 0;
  for (const auto& [key, site] : sites_) count += site.left_out;
  return count;
}

std::uint64_t SiteLines::sites_left_out() const {
  return static_cast<std::uint64_t>(std::count_if(
      sites_.begin(), sites_.end(), [](const auto& site) { return site.second.left_out > 0; }));
}

}  // namespace broadsheet::indexer
