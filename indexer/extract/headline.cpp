#include "indexer/extract/headline.hpp"

#include <algorithm>
#include <tuple>

#include "indexer/extract/ascii.hpp"

namespace broadsheet::indexer {
namespace {

// Below this an h1 that is one of several, or alone, is another thing than the story's headline.
constexpr double least_agreement = 0.5;
constexpr double least_agreement_alone = 0.2;
constexpr double least_path_agreement = 0.6;
constexpr std::size_t least_headline_words = 3;
constexpr std::size_t least_first_headline_words = 5;  // Of the first of several.
constexpr std::size_t least_part_words = 2;

// Titles for search engines are cut at about a hundred characters.
constexpr std::size_t least_cut_bytes = 95;

bool is_cut_short(std::string_view text) {
  const auto ends_with = [&](std::string_view end) {
    return text.size() > end.size() && text.ends_with(end);
  };
  return ends_with("...") || ends_with("…");
}

std::string_view without_ellipsis(std::string_view text) {
  while (!text.empty() && text.back() == '.') text.remove_suffix(1);
  if (text.size() > 3 && text.ends_with("…")) text.remove_suffix(3);
  return ascii::trim(text);
}

// The words of a page's address that may be its headline's: "/2024/storm-closes-harbour-1234.html"
// is "storm closes harbour 1234".
std::string words_of_path(std::string_view path) {
  while (!path.empty() && path.back() == '/') path.remove_suffix(1);
  std::string words(path.substr(path.find_last_of('/') + 1));
  if (const std::size_t dot = words.find_last_of('.'); dot != words.npos && dot > 0) {
    words.resize(dot);
  }
  std::ranges::replace_if(
      words, [](char c) { return c == '-' || c == '_' || c == '+'; }, ' ');
  return words;
}

class Chooser {
 public:
  explicit Chooser(const HeadlineCandidates& candidates)
      : candidates_(candidates),
        sites_(candidates.site_names, candidates.host),
        path_words_(words_of_path(candidates.path)) {
    read_sources();
    if (add_branding()) read_sources();
    for (const HeadingText& heading : candidates.headings) add_h1(heading);
  }

  Headline choose() const {
    const HeadingText* h1 = best_h1();
    const double agreed = h1 ? agreement(*h1) : 0;
    if (h1 && agreed >= least_agreement) {
      const HeadingText* fuller = fuller_heading(*h1);
      return fuller ? Headline{as_source_writes(fuller->text), "heading"} : of_h1(*h1);
    }
    const bool believed = h1 && (sources_.empty() || agreed >= needed_agreement(*h1));
    const HeadingText* shown = heading_of_title();
    if (shown && (!believed || !is_within_source(h1->text) || is_source(shown->text))) {
      return {as_source_writes(shown->text), "heading"};
    }
    if (believed) return of_h1(*h1);
    if (const HeadingText* likely = likely_h1()) return of_h1(*likely);
    if (sources_.empty()) return {"", ""};
    const std::string_view line = h1 ? std::string_view() : line_of_title();
    if (!line.empty()) return {std::string(line), "line"};
    return {whole(sources_.front()), sources_.front().name};
  }

 private:
  struct Source {
    const char* name;
    std::string text;     // Without the site's name.
    std::string written;  // With it.
    std::string letters;  // squashed(text)
  };

  void read_sources() {
    sources_.clear();
    add_source("json_ld", candidates_.ld_headline);
    add_source("itemprop", candidates_.itemprop);
    add_source("og", candidates_.og_title);
    add_source("twitter", candidates_.twitter_title);
    add_source("title", candidates_.title);
  }

  void add_source(const char* name, std::string_view written) {
    const std::string title = clean_title(written);
    std::string text = strip_site_name(title, sites_);
    if (text.empty() || sites_.is_site(text)) return;
    std::string letters = squashed(text);
    sources_.push_back({name, std::move(text), title, std::move(letters)});
  }

  // More for a text that a more trusted source says; 0 if none does.
  std::size_t trust_in(std::string_view text) const {
    const auto found = std::ranges::find(sources_, squashed(text), &Source::letters);
    return static_cast<std::size_t>(sources_.end() - found);
  }

  bool is_source(std::string_view text) const { return trust_in(text) > 0; }

  // A heading may set a kicker off by a line break where a title has a colon.
  std::string as_source_writes(const std::string& text) const {
    const auto found = std::ranges::find(sources_, squashed(text), &Source::letters);
    return found == sources_.end() ? text : found->text;
  }

  // A heading that looks like the site's own is it, unless a title says just the same.
  bool is_site_heading(const HeadingText& heading) const {
    return sites_.is_site(heading.text) || (heading.is_branding && !is_source(heading.text));
  }

  // The site's name as its headings give it; whether there was any.
  bool add_branding() {
    bool found = false;
    for (const HeadingText& heading : candidates_.headings) {
      if (heading.level != 1 || heading.is_in_navigation || !is_site_heading(heading)) continue;
      sites_.add(heading.text);
      found = true;
    }
    return found;
  }

  void add_h1(const HeadingText& heading) {
    if (heading.level != 1 || heading.is_in_navigation || is_site_heading(heading)) return;
    const bool is_known =
        std::ranges::any_of(h1s_, [&](const HeadingText* h1) { return h1->text == heading.text; });
    if (!is_known) h1s_.push_back(&heading);
  }

  const HeadingText* best_h1() const {
    const HeadingText* found = nullptr;
    double best = -1;
    for (const HeadingText* h1 : h1s_) {
      const double score = agreement(*h1);
      if (score > best) {
        best = score;
        found = h1;
      }
    }
    return found;
  }

  // A heading alone that is long enough for a headline is believed against titles written for
  // search engines.
  double needed_agreement(const HeadingText& h1) const {
    if (says_path(h1.text)) return 0;
    if (h1s_.size() > 1) return least_agreement;
    return count_title_words(h1.text) >= least_headline_words ? 0 : least_agreement_alone;
  }

  bool says_path(std::string_view h1) const {
    const std::string letters = squashed(h1);
    return (count_title_words(path_words_) > 1 &&
            title_agreement(h1, path_words_) >= least_path_agreement) ||
           (letters.size() >= 8 && squashed(path_words_) == letters);
  }

  double agreement(const HeadingText& h1) const {
    const double whole = agreement(h1.text);
    return h1.bare == h1.text ? whole : std::max(whole, agreement(h1.bare));
  }

  double agreement(std::string_view text) const {
    double best = 0;
    double sum = 0;
    for (const Source& source : sources_) {
      const double one = title_agreement(text, source.text);
      best = std::max(best, one);
      sum += one;
    }
    return sources_.empty() ? 0 : 0.9 * best + 0.1 * sum / static_cast<double>(sources_.size());
  }

  Headline of_h1(const HeadingText& h1) const {
    const std::string text = strip_site_name(is_said_whole(h1) ? h1.text : h1.bare, sites_);
    return {without_kicker(text), "h1"};
  }

  // Whether another source has the kicker too, set off by a mark: "Budget: Council votes".
  bool is_said_whole(const HeadingText& h1) const {
    if (h1.text == h1.bare) return true;
    const std::size_t at = h1.text.find(h1.bare);
    if (at == std::string::npos || at == 0) return false;
    const std::string_view before = ascii::trim(std::string_view(h1.text).substr(0, at));
    const bool is_marked = before.ends_with(":") || before.ends_with("–") ||
                           before.ends_with("|") || before.ends_with("-") || before.ends_with("—");
    return is_marked ? is_source(h1.text) : says_linked_data(h1.text);
  }

  bool says_linked_data(std::string_view text) const {
    return squashed(candidates_.ld_headline) == squashed(text);
  }

  // "EXCLUSIVE Storm hits coast" is "Storm hits coast" if another source says so.
  std::string without_kicker(const std::string& h1) const {
    for (const Source& source : sources_) {
      const std::string& shorter = source.text;
      if (shorter.size() >= h1.size() || shorter.size() * 2 < h1.size()) continue;
      if (!h1.ends_with(shorter)) continue;
      const std::string_view kicker = std::string_view(h1).substr(0, h1.size() - shorter.size());
      const bool is_quotation = kicker.find('"') != kicker.npos ||
                                kicker.find("“") != kicker.npos || kicker.find("„") != kicker.npos;
      if (!is_quotation && count_title_words(kicker) <= 4 && count_title_words(shorter) >= 3)
        return shorter;
    }
    return h1;
  }

  // A lower heading that says what JSON-LD and og say, where the h1 leaves out their kicker: such
  // an h1 ends a trail of crumbs.
  const HeadingText* fuller_heading(const HeadingText& h1) const {
    const std::string part = squashed(h1.text);
    const std::string whole = squashed(candidates_.ld_headline);
    if (part == whole || !whole.ends_with(part)) return nullptr;
    if (squashed(candidates_.og_title) != whole) return nullptr;
    const auto found = std::ranges::find_if(candidates_.headings, [&](const HeadingText& heading) {
      return !heading.is_in_navigation && squashed(heading.text) == whole;
    });
    return found == candidates_.headings.end() ? nullptr : &*found;
  }

  // The heading that says all of a title but the site's name, of the most trusted one, else a good
  // part of one: of several that of the highest level, of these the longest.
  const HeadingText* heading_of_title() const {
    const HeadingText* found = nullptr;
    const auto rank = [&](const HeadingText& heading) {
      return std::tuple(trust_in(heading.text), !heading.is_in_navigation, -heading.level,
                        heading.text.size());
    };
    for (const HeadingText& heading : candidates_.headings) {
      if (is_site_heading(heading)) continue;
      const bool fits = is_source(heading.text) ||
                        (!heading.is_in_navigation && stands_in_title(heading.text, 3));
      if (fits && (!found || rank(heading) > rank(*found))) found = &heading;
    }
    return found;
  }

  std::string_view line_of_title() const {
    std::string_view found;
    for (const std::string_view line : candidates_.lines) {
      if (line.size() > found.size() && stands_in_title(line, 2)) found = line;
    }
    return found;
  }

  // Whether the text stands in a title between separators and makes up one `share`-th of it.
  bool stands_in_title(std::string_view text, std::size_t share) const {
    if (text.size() < 6 || text.size() > 400) return false;
    const bool is_in = std::ranges::any_of(sources_, [&](const Source& source) {
      return text.size() <= source.written.size() && text.size() * share >= source.written.size() &&
             is_part_of_title(text, source.written);
    });
    return is_in && count_title_words(text) >= least_part_words && !sites_.is_site_part(text);
  }

  // Whether a title has the h1's words in a row.
  bool is_within_source(std::string_view h1) const {
    const std::string letters = squashed(h1);
    return std::ranges::any_of(sources_, [&](const Source& source) {
      return source.letters.find(letters) != std::string::npos;
    });
  }

  // Of several h1s that nothing speaks for the one that is called a headline, else the first if it
  // is as long as one.
  const HeadingText* likely_h1() const {
    if (h1s_.empty()) return nullptr;
    const auto named = [](const HeadingText* h1) { return h1->is_named; };
    if (std::ranges::count_if(h1s_, named) == 1) return *std::ranges::find_if(h1s_, named);
    const HeadingText* first = h1s_.front();
    return count_title_words(first->text) >= least_first_headline_words ? first : nullptr;
  }

  // A headline cut short gives way to one that goes on.
  std::string whole(const Source& source) const {
    const bool is_cut = is_cut_short(source.text);
    if (!is_cut && source.text.size() < least_cut_bytes) return source.text;
    const std::string beginning(is_cut ? without_ellipsis(source.text) : source.text + " ");
    for (const Source& other : sources_) {
      if (!is_cut_short(other.text) && other.text.size() > beginning.size() &&
          other.text.starts_with(beginning))
        return other.text;
    }
    return source.text;
  }

  const HeadlineCandidates& candidates_;
  SiteNames sites_;
  std::string path_words_;
  std::vector<Source> sources_;  // The most trusted first.
  std::vector<const HeadingText*> h1s_;
};

// Where every title is taken for the site's name, the site's name is doubted.
Headline choose_without_site_names(HeadlineCandidates candidates) {
  candidates.site_names.clear();
  candidates.host.clear();
  return Chooser(candidates).choose();
}

}  // namespace

Headline choose_headline(const HeadlineCandidates& candidates) {
  Headline headline = Chooser(candidates).choose();
  if (headline.text.empty()) headline = choose_without_site_names(candidates);
  return headline;
}

}  // namespace broadsheet::indexer
