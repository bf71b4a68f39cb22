#include "indexer/extract/title_text.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "indexer/extract/ascii.hpp"
#include "indexer/extract/entities.hpp"
#include "schema/article.hpp"
#include "schema/hash.hpp"
#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

constexpr std::size_t max_words = 200;

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  text::Tokeniser tokeniser(text);
  text::Token token;
  while (words.size() < max_words && tokeniser.next(token)) {
    words.push_back(text::fold(token.surface));
  }
  return words;
}

// Of the folded word.
std::uint64_t hash_of(std::string_view word) {
  const bool plain =
      std::ranges::all_of(word, [](char c) { return ascii::is_letter(c) || ascii::is_digit(c); });
  return fnv1a(plain ? ascii::lower(word) : text::fold(word));
}

// Hashes of the folded words, sorted.
std::vector<std::uint64_t> word_hashes(std::string_view text) {
  std::vector<std::uint64_t> hashes;
  text::Tokeniser tokeniser(text);
  text::Token token;
  while (hashes.size() < max_words && tokeniser.next(token)) {
    hashes.push_back(hash_of(token.surface));
  }
  std::ranges::sort(hashes);
  return hashes;
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

struct Separator {
  std::string_view text;
  bool strong;  // Found in titles only between headline and site.
};

constexpr std::array<Separator, 11> separators = {{{" | ", true},
                                                   {" » ", true},
                                                   {" · ", true},
                                                   {" • ", true},
                                                   {" :: ", true},
                                                   {"｜", true},
                                                   {" // ", true},
                                                   {" - ", false},
                                                   {" – ", false},
                                                   {" — ", false},
                                                   {"_", false}}};

constexpr Separator of_colon = {": ", false};

// In a title with both, « and » are quotation marks.
bool is_quotation_mark(const Separator& separator, std::string_view title) {
  return separator.text == " » " && title.find("«") != title.npos;
}

struct Split {
  std::size_t at = std::string_view::npos;
  const Separator* separator = nullptr;
};

Split last_split(std::string_view title) {
  Split split;
  for (const Separator& separator : separators) {
    if (is_quotation_mark(separator, title)) continue;
    const std::size_t at = title.rfind(separator.text);
    if (at != title.npos && at > 0 && (!split.separator || at > split.at)) split = {at, &separator};
  }
  return split;
}

Split first_split(std::string_view title) {
  Split split;
  for (const Separator& separator : separators) {
    if (is_quotation_mark(separator, title)) continue;
    const std::size_t at = title.find(separator.text);
    if (at != title.npos && at > 0 && at < split.at) split = {at, &separator};
  }
  const std::size_t colon = title.find(of_colon.text);
  if (colon != title.npos && colon > 0 && colon < split.at) split = {colon, &of_colon};
  return split;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// A site's name may hold a separator itself: "Storm - The Post - News from the harbour".
bool cut_long_name(std::string_view& title, const SiteNames& sites) {
  for (const Separator& separator : separators) {
    if (is_quotation_mark(separator, title)) continue;
    for (std::size_t at = title.find(separator.text); at != title.npos;
         at = title.find(separator.text, at + 1)) {
      const std::string_view rest = trim(title.substr(0, at));
      if (rest.empty() || !sites.is_site(title.substr(at + separator.text.size()))) continue;
      title = rest;
      return true;
    }
  }
  return false;
}

// Cuts one part off the end; whether it did.
bool cut_last(std::string_view& title, const SiteNames& sites, bool site_was_cut) {
  if (cut_long_name(title, sites)) return true;
  const Split split = last_split(title);
  if (!split.separator) return false;
  const std::string_view rest = trim(title.substr(0, split.at));
  const std::string_view part = trim(title.substr(split.at + split.separator->text.size()));
  const std::size_t part_words = count_title_words(part);
  const std::size_t rest_words = count_title_words(rest);
  const bool is_known = sites.is_site_part(part) && rest_words >= 1;
  const bool is_short = part_words <= 4 && rest_words >= 3 && rest_words > part_words;
  const bool is_section = site_was_cut && part_words <= 2 && rest_words >= 4;
  const bool is_weak_underscore = split.separator->text == "_" && part_words > 6;
  if (is_weak_underscore) return false;
  if (!is_known && !(split.separator->strong && is_short) && !is_section) return false;
  title = rest;
  return true;
}

// "Example Post: Storm" is news of the Example Post, but "Post: Storm" may be a headline.
bool cut_first(std::string_view& title, const SiteNames& sites) {
  const Split split = first_split(title);
  if (!split.separator) return false;
  const std::string_view part = trim(title.substr(0, split.at));
  const std::string_view rest = trim(title.substr(split.at + split.separator->text.size()));
  const bool is_site =
      split.separator == &of_colon ? sites.is_site(part) : sites.is_site_part(part);
  if (!is_site || count_title_words(rest) < 2) return false;
  title = rest;
  return true;
}

constexpr std::u32string_view sure_separators = U"|·•»_｜：";
constexpr std::u32string_view likely_separators = U"-–—:/>~";

bool is_one_of(std::u32string_view set, char32_t c) { return set.find(c) != set.npos; }

bool is_wide(char32_t c) { return c >= 0x2E80; }

// Whether the part of a title beside which `at` lies (step tells on which side) is set apart there,
// by a separator or by the title's end.
bool sets_apart(const std::u32string& text, std::size_t at, int step) {
  const auto character = [&](std::size_t i) { return i < text.size() ? text[i] : U' '; };
  const bool spaced = character(at) == U' ';
  const std::size_t mark = spaced ? at + static_cast<std::size_t>(step) : at;
  if (mark >= text.size()) return true;
  if (is_one_of(sure_separators, text[mark])) return true;
  if (!is_one_of(likely_separators, text[mark])) return false;
  const std::size_t outer = mark + static_cast<std::size_t>(step);
  const std::size_t inner = at - static_cast<std::size_t>(step);
  return spaced || character(outer) == U' ' || is_wide(character(inner)) ||
         is_wide(character(outer));
}

std::u32string folded_characters(std::string_view text) {
  const std::string folded = text::collapse_space(text::fold_text(text));
  std::u32string characters;
  for (std::size_t at = 0; at < folded.size();) {
    characters += text::next_character(folded, at);
  }
  return characters;
}

}  // namespace

std::string clean_title(std::string_view text) {
  const std::string plain = text::clean_utf8(decode_entities_fully(text));
  return text::collapse_space(text::truncate_utf8(plain, Article::max_headline_bytes));
}

std::size_t count_title_words(std::string_view title) {
  std::size_t count = 0;
  text::Tokeniser tokeniser(title);
  text::Token token;
  while (count < max_words && tokeniser.next(token)) ++count;
  return count;
}

std::string squashed(std::string_view title) {
  std::string letters;
  for (const std::string& word : words_of(title)) letters += word;
  return letters;
}

TitleWords::TitleWords(std::string_view title) : words_(word_hashes(title)) {}

double TitleWords::agreement(std::string_view text) const {
  const std::vector<std::uint64_t> words = word_hashes(text);
  if (words_.empty() || words.empty()) return 0;
  std::size_t common = 0;
  for (auto one = words_.begin(), other = words.begin();
       one != words_.end() && other != words.end();) {
    if (*one == *other) {
      ++common;
      ++one;
      ++other;
    } else if (*one < *other) {
      ++one;
    } else {
      ++other;
    }
  }
  return 2.0 * static_cast<double>(common) / static_cast<double>(words_.size() + words.size());
}

double title_agreement(std::string_view one, std::string_view other) {
  return TitleWords(one).agreement(other);
}

SiteNames::SiteNames(const std::vector<std::string>& names, std::string_view host)
    : label_(site_label(host)) {
  for (const std::string& name : names) add(name);
  add(host.starts_with("www.") ? host.substr(4) : host);
}

void SiteNames::add(std::string_view name) {
  std::string letters = squashed(name);
  if (!letters.empty()) names_.push_back(std::move(letters));
}

bool SiteNames::is_site(std::string_view text) const {
  const std::string letters = squashed(text);
  if (letters.empty()) return false;
  const auto is_name = [&](const std::string& name) {
    return letters == name || "the" + letters == name || letters == "the" + name;
  };
  return std::ranges::any_of(names_, is_name) || (label_.size() >= 3 && is_name(label_));
}

bool SiteNames::is_site_part(std::string_view part) const {
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

std::string strip_site_name(std::string_view title, const SiteNames& sites) {
  title = trim(title);
  bool cut = false;
  while (cut_last(title, sites, cut)) cut = true;
  while (cut_first(title, sites)) {
  }
  return std::string(title);
}

std::string strip_site_name(std::string_view title, const std::vector<std::string>& site_names,
                            std::string_view host) {
  return strip_site_name(clean_title(title), SiteNames(site_names, host));
}

bool is_part_of_title(std::string_view part, std::string_view title) {
  std::u32string whole = folded_characters(title);
  std::u32string wanted = folded_characters(part);
  if (whole.find(U'«') != whole.npos) {  // Quotation marks.
    std::ranges::replace(whole, U'»', U'«');
    std::ranges::replace(wanted, U'»', U'«');
  }
  if (wanted.empty() || wanted.size() >= whole.size()) return false;
  for (std::size_t at = whole.find(wanted); at != whole.npos; at = whole.find(wanted, at + 1)) {
    if (sets_apart(whole, at - 1, -1) && sets_apart(whole, at + wanted.size(), 1)) return true;
  }
  return false;
}

bool is_own_title(std::string_view name, std::string_view title,
                  const std::vector<std::string>& story_titles) {
  const std::string letters = squashed(name);
  if (letters.empty()) return true;
  const bool is_whole_title = letters == squashed(title);
  std::size_t equal = 0;
  for (const std::string& story_title : story_titles) {
    const std::string story_letters = squashed(story_title);
    if (story_letters.empty()) continue;
    if (story_letters == letters) {
      ++equal;
    } else if (is_whole_title && count_title_words(story_title) > 1 &&
               letters.find(story_letters) != letters.npos) {
      return true;
    }
  }
  return equal > 1;
}

std::string without_slogan(std::string_view site_name, std::string_view host) {
  constexpr std::size_t long_name_bytes = 30;
  if (site_name.size() <= long_name_bytes) return std::string(site_name);
  const Split split = first_split(site_name);
  if (!split.separator) return std::string(site_name);
  const std::string_view name = trim(site_name.substr(0, split.at));
  return std::string(SiteNames({}, host).is_site_part(name) ? name : site_name);
}

}  // namespace broadsheet::indexer
