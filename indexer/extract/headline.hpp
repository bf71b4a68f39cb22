// Which of a page's titles is the headline.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::indexer {

// What the page offers, as found; any may be empty.
struct HeadlineCandidates {
  std::vector<std::string> h1s;  // In page order; those in navigation and footers left out.
  std::string ld_headline;       // JSON-LD.
  std::string og_title;
  std::string twitter_title;
  std::string itemprop;                 // Microdata headline.
  std::string title;                    // <title>.
  std::vector<std::string> site_names;  // og:site_name, JSON-LD publisher, words of the host.
  std::string host;                     // "www.example.com", tells site names in titles.
};

struct Headline {
  std::string text;    // Clean, references decoded; empty if nothing could be one.
  const char* source;  // "h1", "json_ld", "og", "twitter", "itemprop", "title" or "".
};

// The h1 that agrees best (by words) with the other sources; else JSON-LD, itemprop, og, twitter,
// the title, each without the site's name and section suffixes.
Headline choose_headline(const HeadlineCandidates& candidates);

// A title without "| Site", " - Section - Site", "Site: " at its ends: parts that are a known site
// name or spell the host; with a strong separator (| » ·) any short last part too.
std::string strip_site_name(std::string_view title, const std::vector<std::string>& site_names,
                            std::string_view host);

// How much two titles say the same, 0 to 1: the F measure of their words (pairs of characters in
// Chinese and Japanese), case and accents ignored.
double title_agreement(std::string_view one, std::string_view other);

}  // namespace broadsheet::indexer
