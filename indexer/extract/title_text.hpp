// The words of a page's titles: what of them is the site's name, how much two of them agree.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::indexer {

// Plain text of a title as written in mark-up: references decoded, white space collapsed, no longer
// than a headline may be.
std::string clean_title(std::string_view text);

std::size_t count_title_words(std::string_view title);

// The letters and digits of a title alone, folded: "The Daily News" is "thedailynews".
std::string squashed(std::string_view title);

// How much two titles say the same, 0 to 1: the F measure of their words (pairs of characters in
// Chinese and Japanese), case and accents ignored.
double title_agreement(std::string_view one, std::string_view other);

// The words of a title that many texts are held against.
class TitleWords {
 public:
  explicit TitleWords(std::string_view title);

  // title_agreement() of the title and the text.
  double agreement(std::string_view text) const;

 private:
  std::vector<std::uint64_t> words_;  // Hashes, sorted.
};

// What a page's site is called, by the page's own words and by its host.
class SiteNames {
 public:
  // host: "www.example.com", may be empty.
  SiteNames(const std::vector<std::string>& names, std::string_view host);

  void add(std::string_view name);

  // Whether the text is a name of the site and nothing else.
  bool is_site(std::string_view text) const;

  // The same for what a separator parts from a title, where "News from the Example Post" or
  // "Example Online" are names too.
  bool is_site_part(std::string_view part) const;

 private:
  std::vector<std::string> names_;  // Squashed.
  std::string label_;               // "example" of "www.example.co.uk".
};

// A title without "| Site", " - Section - Site", "Site: " at its ends: parts that are a known site
// name or spell the host; with a strong separator (| » ·) any short last part too.
std::string strip_site_name(std::string_view title, const SiteNames& sites);
std::string strip_site_name(std::string_view title, const std::vector<std::string>& site_names,
                            std::string_view host);

// Whether `part` stands in `title` as one of the parts that separators (| - : » and the like) make
// of it, or several in a row; not the whole of it.  Case, accents and spaces are ignored.
bool is_part_of_title(std::string_view part, std::string_view title);

// Whether what a page gives as its site's name is rather its own title: the whole <title> where a
// story's title is part of it, or what two of the story's titles say.
bool is_own_title(std::string_view name, std::string_view title,
                  const std::vector<std::string>& story_titles);

// "Example Post" of "Example Post - News from the harbour and the coast": a long name up to the
// slogan, if that spells the host.
std::string without_slogan(std::string_view site_name, std::string_view host);

}  // namespace broadsheet::indexer
