#include "indexer/extract/headline.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "indexer/extract/entities.hpp"
#include "schema/article.hpp"
#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

// Below this an h1 that is one of several, or alone, is another thing than the story's headline.
constexpr double least_agreement = 0.5;
constexpr double least_agreement_alone = 0.2;
constexpr std::size_t least_headline_words = 5;

std::string clean(std::string_view text) {
  const std::string plain = text::clean_utf8(decode_entities_fully(text));
  return text::collapse_space(text::truncate_utf8(plain, Article::max_headline_bytes));
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  text::Tokeniser tokeniser(text);
  text::Token token;
  while (words.size() < 200 && tokeniser.next(token)) words.push_back(text::fold(token.surface));
  return words;
}

std::size_t count_words(std::string_view text) { return words_of(text).size(); }

// Words run together: "The Daily News" and "thedailynews" are the same.
std::string squashed(std::string_view text) {
  std::string letters;
  for (const std::string& word : words_of(text)) letters += word;
  return letters;
}

// "www.news.example.co.uk" to its telling label, "example".
std::string site_label(std::string_view host) {
  std::vector<std::string_view> labels;
  while (!host.empty()) {
    const std::size_t dot = std::min(host.find('.'), host.size());
    labels.push_back(host.substr(0, dot));
    host.remove_prefix(std::min(dot + 1, host.size()));
  }
  if (labels.size() < 2) return {};
  std::size_t at = labels.size() - 2;
  const bool is_second_level = labels[at].size() <= 3 && labels.back().size() == 2 && at > 0;
  return squashed(labels[is_second_level ? at - 1 : at]);
}

class SiteNames {
 public:
  SiteNames(const std::vector<std::string>& names, std::string_view host)
      : label_(site_label(host)) {
    for (const std::string& name : names) {
      std::string letters = squashed(name);
      if (!letters.empty()) names_.push_back(std::move(letters));
    }
    const std::string whole_host = squashed(host.substr(0, 4) == "www." ? host.substr(4) : host);
    if (!whole_host.empty()) names_.push_back(whole_host);
  }

  bool is_site(std::string_view part) const {
    const std::string letters = squashed(part);
    if (letters.empty()) return false;
    for (const std::string& name : names_) {
      if (letters == name) return true;
      // "The Daily News Online" of "Daily News".
      const bool long_enough = std::min(letters.size(), name.size()) >= 5;
      if (long_enough && letters.size() < 2 * name.size() && name.size() < 2 * letters.size() &&
          (letters.find(name) != letters.npos || name.find(letters) != name.npos))
        return true;
    }
    return label_.size() >= 3 && letters.size() < 2 * label_.size() + 4 &&
           (letters == label_ || "the" + letters == label_ || letters == "the" + label_ ||
            (label_.size() >= 4 && letters.find(label_) != letters.npos) ||
            (letters.size() >= 5 && label_.find(letters) != label_.npos));
  }

 private:
  std::vector<std::string> names_;
  std::string label_;
};

struct Separator {
  std::string_view text;
  bool strong;  // Found in titles only between headline and site.
};

constexpr std::array<Separator, 10> separators = {{{" | ", true},
                                                   {" » ", true},
                                                   {" · ", true},
                                                   {" • ", true},
                                                   {" :: ", true},
                                                   {"｜", true},
                                                   {" - ", false},
                                                   {" – ", false},
                                                   {" — ", false},
                                                   {"_", false}}};

struct Split {
  std::size_t at = std::string_view::npos;
  const Separator* separator = nullptr;
};

Split last_split(std::string_view title) {
  Split split;
  for (const Separator& separator : separators) {
    const std::size_t at = title.rfind(separator.text);
    if (at != title.npos && at > 0 && (!split.separator || at > split.at)) split = {at, &separator};
  }
  return split;
}

Split first_split(std::string_view title) {
  Split split;
  for (const Separator& separator : separators) {
    const std::size_t at = title.find(separator.text);
    if (at != title.npos && at > 0 && at < split.at) split = {at, &separator};
  }
  const std::size_t colon = title.find(": ");
  static constexpr Separator of_colon = {": ", false};
  if (colon != title.npos && colon > 0 && colon < split.at) split = {colon, &of_colon};
  return split;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// Cuts one part off the end; whether it did.
bool cut_last(std::string_view& title, const SiteNames& sites, bool site_was_cut) {
  const Split split = last_split(title);
  if (!split.separator) return false;
  const std::string_view rest = trim(title.substr(0, split.at));
  const std::string_view part = trim(title.substr(split.at + split.separator->text.size()));
  const std::size_t part_words = count_words(part);
  const std::size_t rest_words = count_words(rest);
  const bool is_known = sites.is_site(part) && rest_words >= 1;
  const bool is_short = part_words <= 4 && rest_words >= 3 && rest_words > part_words;
  const bool is_section = site_was_cut && part_words <= 2 && rest_words >= 4;
  const bool is_weak_underscore = split.separator->text == "_" && part_words > 6;
  if (is_weak_underscore) return false;
  if (!is_known && !(split.separator->strong && is_short) && !is_section) return false;
  title = rest;
  return true;
}

bool cut_first(std::string_view& title, const SiteNames& sites) {
  const Split split = first_split(title);
  if (!split.separator) return false;
  const std::string_view part = trim(title.substr(0, split.at));
  const std::string_view rest = trim(title.substr(split.at + split.separator->text.size()));
  if (!sites.is_site(part) || count_words(rest) < 2) return false;
  title = rest;
  return true;
}

std::string strip_site(std::string_view title, const SiteNames& sites) {
  title = trim(title);
  bool cut = false;
  while (cut_last(title, sites, cut)) cut = true;
  while (cut_first(title, sites)) {
  }
  return std::string(title);
}

bool is_cut_short(std::string_view text) {
  const auto ends_with = [&](std::string_view end) {
    return text.size() > end.size() && text.substr(text.size() - end.size()) == end;
  };
  return ends_with("...") || ends_with("…");
}

std::string_view without_ellipsis(std::string_view text) {
  while (!text.empty() && text.back() == '.') text.remove_suffix(1);
  if (text.size() > 3 && text.substr(text.size() - 3) == "…") text.remove_suffix(3);
  return trim(text);
}

class Chooser {
 public:
  explicit Chooser(const HeadlineCandidates& candidates)
      : sites_(candidates.site_names, candidates.host) {
    add_source("json_ld", candidates.ld_headline);
    add_source("itemprop", candidates.itemprop);
    add_source("og", candidates.og_title);
    add_source("twitter", candidates.twitter_title);
    add_source("title", candidates.title);
    for (const std::string& h1 : candidates.h1s) {
      std::string text = clean(h1);
      if (!text.empty() && !sites_.is_site(text)) h1s_.push_back(std::move(text));
    }
  }

  Headline choose() const {
    const std::string* h1 = nullptr;
    double best = -1;
    for (const std::string& candidate : h1s_) {
      const double score = agreement(candidate);
      if (score > best) {
        best = score;
        h1 = &candidate;
      }
    }
    if (h1 && (sources_.empty() || best >= needed_agreement(*h1)))
      return {without_kicker(*h1), "h1"};
    if (!sources_.empty()) return {whole(sources_.front()), sources_.front().name};
    return {"", ""};
  }

 private:
  struct Source {
    const char* name;
    std::string text;
  };

  void add_source(const char* name, std::string_view written) {
    std::string text = strip_site(clean(written), sites_);
    if (!text.empty() && !sites_.is_site(text)) sources_.push_back({name, std::move(text)});
  }

  // A heading alone that is long enough for a headline is believed against titles written for
  // search engines.
  double needed_agreement(std::string_view h1) const {
    if (h1s_.size() > 1) return least_agreement;
    return count_words(h1) >= least_headline_words ? 0 : least_agreement_alone;
  }

  double agreement(std::string_view h1) const {
    double best = 0;
    double sum = 0;
    for (const Source& source : sources_) {
      const double one = title_agreement(h1, source.text);
      best = std::max(best, one);
      sum += one;
    }
    return sources_.empty() ? 0 : 0.9 * best + 0.1 * sum / static_cast<double>(sources_.size());
  }

  // "EXCLUSIVE Storm hits coast" is "Storm hits coast" if another source says so.
  std::string without_kicker(const std::string& h1) const {
    for (const Source& source : sources_) {
      const std::string& shorter = source.text;
      if (shorter.size() >= h1.size() || shorter.size() * 2 < h1.size()) continue;
      if (h1.compare(h1.size() - shorter.size(), shorter.size(), shorter) != 0) continue;
      const std::size_t kicker_words =
          count_words(std::string_view(h1).substr(0, h1.size() - shorter.size()));
      if (kicker_words <= 4 && count_words(shorter) >= 3) return shorter;
    }
    return h1;
  }

  // A headline cut with an ellipsis gives way to one that goes on.
  std::string whole(const Source& source) const {
    if (!is_cut_short(source.text)) return source.text;
    const std::string_view beginning = without_ellipsis(source.text);
    for (const Source& other : sources_) {
      if (!is_cut_short(other.text) && other.text.size() > beginning.size() &&
          std::string_view(other.text).substr(0, beginning.size()) == beginning)
        return other.text;
    }
    return source.text;
  }

  SiteNames sites_;
  std::vector<Source> sources_;  // The most trusted first.
  std::vector<std::string> h1s_;
};

}  // namespace

double title_agreement(std::string_view one, std::string_view other) {
  const std::vector<std::string> words = words_of(one);
  const std::vector<std::string> other_words = words_of(other);
  if (words.empty() || other_words.empty()) return 0;
  std::unordered_map<std::string_view, int> counts;
  for (const std::string& word : words) ++counts[word];
  std::size_t common = 0;
  for (const std::string& word : other_words) {
    if (counts[word]-- > 0) ++common;
  }
  return 2.0 * static_cast<double>(common) / static_cast<double>(words.size() + other_words.size());
}

std::string strip_site_name(std::string_view title, const std::vector<std::string>& site_names,
                            std::string_view host) {
  return strip_site(clean(title), SiteNames(site_names, host));
}

Headline choose_headline(const HeadlineCandidates& candidates) {
  return Chooser(candidates).choose();
}

}  // namespace broadsheet::indexer
