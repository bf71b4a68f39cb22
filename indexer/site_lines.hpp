// What a site writes below and between its stories: a motto, an appeal, a line about its
// newsletter, in the same markup as the paragraphs.  No single page betrays them; several pages of
// one site do, for they repeat them word for word.
//
// A SiteSample keeps some pages of one site as hashes of their paragraphs.  Which pages hangs on
// the set of those added alone: not on their order, nor on whether one came twice.  SiteLines is
// what follows from the samples, and leaves it out of articles.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "schema/article.hpp"

namespace broadsheet::indexer {

// Stands for a site's name; 0: the article is of no site.
using SiteKey = std::uint64_t;

// The host of the article's URL; without one the folder of the item's name, with a '/' at its end.
std::string site_name(const Article& article, std::string_view item_name);
SiteKey site_key(std::string_view site_name);

// The same text, the same hash, in every index and on every machine.
std::uint64_t line_hash(std::string_view text);

// Paragraphs that are a site's own.
struct OwnLines {
  // Left out where no more than one paragraph stands below that is not left out too, and never if
  // the story begins with them.
  std::unordered_set<std::uint64_t> at_end;
  std::unordered_set<std::uint64_t> anywhere;

  bool empty() const { return at_end.empty() && anywhere.empty(); }
};

class SiteSample {
 public:
  // A page takes some ten bytes for each paragraph, twenty besides.
  static constexpr std::size_t max_pages_of_year = 64;
  static constexpr std::size_t max_years = 32;       // The latest; undated pages are of year 0.
  static constexpr std::size_t max_paragraphs = 64;  // Half from a page's begin, half from its end.

  // A paragraph is the site's own if it stands at the end of the story (the last or last but one
  // that is not known as the site's own, and not the first) on this many articles, and nowhere
  // else;
  static constexpr std::size_t least_at_end = 3;
  // or wherever it stands, on this many and on half of all pages of the same years.  What running
  // stories repeat of each other in their middle stays far below.
  static constexpr std::size_t least_anywhere = 5;

  explicit SiteSample(std::string name) : name_(std::move(name)) {}

  const std::string& name() const { return name_; }
  std::size_t pages() const { return pages_.size(); }

  // Takes the page in unless the sample is full of others; the same article again replaces its
  // earlier self.  The standfirst, and the body's first paragraph that repeats it, do not count.
  // Returns whether the sample has changed.
  bool add(std::uint64_t article_hash, unsigned year, const Article& article);

  // Articles of one headline count once, and so do copies: those that share more than half of the
  // text of the shorter one.
  OwnLines own_lines() const;

  std::string encode() const;
  // Nothing if the bytes are damaged.
  static std::optional<SiteSample> decode(std::string_view bytes);

 private:
  struct Paragraph {
    std::uint64_t hash;
    std::uint32_t bytes;
  };
  struct Page {
    std::uint64_t headline = 0;
    std::vector<Paragraph> paragraphs;  // In the order of the page, max_paragraphs at most.
  };
  using PageId = std::pair<unsigned, std::uint64_t>;  // Year, hash of the article.
  struct Standing;

  static bool are_copies(const Page& a, const Page& b);
  std::vector<Standing> standings(const OwnLines& known) const;
  static std::size_t count_articles(const std::vector<Standing>& run, std::size_t enough);
  std::size_t pages_of_same_years(const std::vector<Standing>& run) const;
  void keep_within_bounds(unsigned year);

  std::string name_;
  std::map<PageId, Page> pages_;
  std::map<std::uint64_t, unsigned> years_;  // By article.
};

class SiteLines {
 public:
  // Of what would be left without its site's lines an article needs this much to lose them.
  static constexpr std::size_t least_left_bytes = 140;

  void learn(SiteKey site, OwnLines lines);

  // Leaves the site's own lines out of the body, and the people whom only they name.  An article
  // stays as it is if less than half of its text would be left, or less than least_left_bytes.
  // May be called by several threads at once.  Returns the number of paragraphs left out.
  std::size_t leave_out(Article& article, SiteKey site) const;

  // By leave_out(), so far.
  std::uint64_t paragraphs_left_out() const;
  std::uint64_t sites_left_out() const;

 private:
  struct Site {
    OwnLines lines;
    mutable std::atomic<std::uint64_t> left_out{0};
  };
  std::map<SiteKey, Site> sites_;
};

// What SiteLines::leave_out() does, of one site's lines.
std::size_t leave_out(Article& article, const OwnLines& lines);

}  // namespace broadsheet::indexer
