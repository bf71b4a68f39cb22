// Which of a page's titles is the headline.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/title_text.hpp"

namespace broadsheet::indexer {

// A heading of the page; see PageHeading.  bare is of h1s only.
struct HeadingText {
  std::string text;
  std::string bare;
  int level = 1;
  bool is_branding = false;
  bool is_named = false;
  bool is_in_navigation = false;
};

// What the page offers, as found; any may be empty.
struct HeadlineCandidates {
  std::vector<HeadingText> headings;    // In page order; those in navigation and footers left out.
  std::vector<std::string_view> lines;  // What else the page shows.
  std::string ld_headline;              // JSON-LD.
  std::string og_title;
  std::string twitter_title;
  std::string itemprop;                 // Microdata headline.
  std::string title;                    // <title>.
  std::vector<std::string> site_names;  // og:site_name, JSON-LD publisher, words of the host.
  std::string host;                     // "www.example.com", tells site names in titles.
  std::string path;                     // Of the page's URL: "/world/storm-closes-harbour".
};

struct Headline {
  std::string text;    // Clean, references decoded; empty if nothing could be one.
  const char* source;  // "h1", "heading", "line", "json_ld", "og", "twitter", "itemprop", "title"
                       // or "".
};

// The h1 that agrees best (by words) with the other sources, the site's own left out; else what
// the page shows of a title's parts; else a lone h1; else JSON-LD, itemprop, og, twitter, the
// title, each without the site's name and section suffixes.
Headline choose_headline(const HeadlineCandidates& candidates);

}  // namespace broadsheet::indexer
