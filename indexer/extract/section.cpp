#include "indexer/extract/section.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/extract/ascii.hpp"
#include "indexer/extract/class_words.hpp"
#include "schema/url.hpp"

namespace broadsheet::indexer {
namespace {

constexpr std::size_t max_name_bytes = 60;
constexpr std::size_t max_label_bytes = 40;
constexpr std::size_t max_label_words = 4;

// How far from the headline its label may stand, in nodes.
constexpr NodeId reach_above = 60;
constexpr NodeId reach_below = 60;

// Names of parts of a site that hold stories of any kind, squashed.
constexpr auto vague_names = std::to_array<std::string_view>(
    {"aktuell",       "alaune",       "aktuelles",  "all",        "allgemein",
     "alle",          "archiv",       "archive",    "archives",   "article",
     "articles",      "articulo",     "artikel",    "blog",       "blogs",
     "content",       "default",      "featured",   "features",   "general",
     "highlight",     "highlights",   "home",       "homepage",   "hauptseite",
     "inicio",        "index",        "item",       "latest",     "latestnews",
     "magazin",       "magazine",     "main",       "mainblog",   "misc",
     "news",          "newsticker",   "node",       "nonclasse",  "nachrichten",
     "page",          "pages",        "post",       "posts",      "sansrubrique",
     "service",       "sincategoria", "start",      "startseite", "stories",
     "story",         "topnews",      "topstories", "topstory",   "uncategorised",
     "uncategorized", "view",         "web",        "accueil",    "actualite",
     "actualites",    "noticias",     "notizie",    "nieuws",     "unkategorisiert"});

constexpr auto label_names = std::to_array<std::string_view>(
    {"category", "categories", "section", "rubric", "rubrik", "rubrica", "rubrique", "ressort",
     "channel", "eyebrow", "cat links", "post cat", "primary tag", "article tag", "topic"});

constexpr auto list_names =
    std::to_array<std::string_view>({"menu", "nav", "navigation", "related", "teaser", "share"});

bool is_vague(std::string_view name) {
  return std::ranges::find(vague_names, squashed(name)) != vague_names.end();
}

// "crime-safety" to "Crime Safety"; what is written for readers stays.
std::string readable(std::string_view name) {
  const bool is_slug =
      name.find_first_of("-_") != name.npos && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || c == '-' || c == '_';
      });
  std::string result(name);
  if (!is_slug) return result;
  bool start = true;
  for (char& c : result) {
    if (c == '-' || c == '_') c = ' ';
    if (start && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    start = c == ' ';
  }
  return result;
}

// Past "/2021/03/19/" and "/en/".
std::size_t after_date_and_language(std::string_view path) {
  std::size_t begin = 1;
  for (std::size_t end = path.find('/', begin); end != path.npos && end > begin;
       end = path.find('/', begin)) {
    const std::string_view part = path.substr(begin, end - begin);
    const bool is_number = part.size() <= 4 && std::ranges::all_of(part, ascii::is_digit);
    const bool is_language = begin == 1 && part.size() == 2 && ascii::is_letter(part[0]);
    if (!is_number && !is_language) break;
    begin = end + 1;
  }
  return begin;
}

// "/world-news/2021/title" is World News, so is "/2021/03/world-news/title".
std::string section_of_path(std::string_view url) {
  if (url.empty()) return {};
  const std::string path(url_path(url));
  const std::size_t begin = after_date_and_language(path);
  const std::size_t end = path.find('/', begin);
  if (end == std::string::npos || end + 1 >= path.size()) return {};
  const std::string segment = path.substr(begin, end - begin);
  const bool is_word = std::ranges::all_of(
      segment, [](char c) { return ascii::is_letter(c) || c == '-' || c == '_'; });
  if (!is_word || segment.size() < 4 || segment.size() > 30 || is_vague(segment)) return {};
  // readable() leaves a lone word alone.
  std::string name = readable(segment);
  if (name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

// "World, Politics", "news|world".
std::vector<std::string> split_list(const std::string& text) {
  std::vector<std::string> names;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(",|", begin), text.size());
    const std::string_view name = ascii::trim(std::string_view(text).substr(begin, end - begin));
    if (!name.empty()) names.emplace_back(name);
    begin = end + 1;
  }
  return names;
}

std::vector<std::string> split_lists(const std::vector<std::string>& texts) {
  std::vector<std::string> names;
  for (const std::string& text : texts) {
    for (std::string& name : split_list(text)) names.push_back(std::move(name));
  }
  return names;
}

class SectionFinder {
 public:
  explicit SectionFinder(const SectionSources& sources) : sources_(sources) {}

  SectionChoice find() {
    std::vector<std::string> linked;
    if (sources_.linked_data.article) linked = split_lists(sources_.linked_data.article->sections);
    const std::string label = label_beside_headline();
    const std::vector<std::string> crumbs = below_root(sources_.linked_data.breadcrumb);
    const std::vector<std::string> shown_crumbs = below_root(sources_.metadata.breadcrumb);
    const std::string of_path = section_of_path(sources_.url);
    shown_ = {label};
    shown_.insert(shown_.end(), shown_crumbs.begin(), shown_crumbs.end());
    shown_.insert(shown_.end(), crumbs.begin(), crumbs.end());
    confirming_ = shown_;
    confirming_.push_back(of_path);
    take_of_list(linked, "JSON-LD");
    take_of_list(split_lists(sources_.metadata.sections), "metadata");
    for (const std::string& crumb : crumbs) take(crumb, "JSON-LD's crumbs");
    for (const std::string& crumb : shown_crumbs) take(crumb, "crumbs");
    take(label, "label beside the headline");
    take(of_path, "URL");
    SectionChoice& chosen = section_.name.empty() ? vague_ : section_;
    return {readable(as_shown(chosen.name)), chosen.source};
  }

 private:
  void take(const std::string& name, const char* source) {
    if (!section_.name.empty() || !is_section(name)) return;
    SectionChoice& place = is_vague(name) ? vague_ : section_;
    if (place.name.empty()) place = {name, source};
  }

  void take_of_list(const std::vector<std::string>& names, const char* source) {
    if (names.size() > 1) {
      for (const std::string& name : names) {
        if (is_confirmed(name)) take(name, source);
      }
    }
    for (const std::string& name : names) take(name, source);
  }

  bool is_confirmed(const std::string& name) const {
    const std::string letters = squashed(name);
    return std::ranges::any_of(confirming_, [&](const std::string& other) {
      return !other.empty() && squashed(other) == letters;
    });
  }

  // Data often has in lower case what the page shows as a name.
  const std::string& as_shown(const std::string& name) const {
    const auto found = std::ranges::find_if(shown_, [&](const std::string& other) {
      return other.size() == name.size() && squashed(other) == squashed(name);
    });
    const bool has_capitals = name != ascii::lower(name);
    return has_capitals || found == shown_.end() ? name : *found;
  }

  bool is_section(const std::string& text) const {
    return !text.empty() && text.size() <= max_name_bytes &&
           text.find("://") == std::string::npos && text.find(',') == std::string::npos &&
           !sources_.sites.is_site(text) && title_agreement(text, sources_.headline) < 0.8;
  }

  static std::vector<std::string> below_root(const std::vector<std::string>& crumbs) {
    if (crumbs.size() < 2) return crumbs;
    return {crumbs.begin() + 1, crumbs.end()};
  }

  // The label nearest above the headline, else the first one below it.
  std::string label_beside_headline() const {
    const NodeId headline = sources_.headline_node;
    if (headline == no_node) return {};
    const NodeId top = headline > reach_above ? headline - reach_above : 0;
    for (NodeId id = headline; id-- > top;) {
      if (sources_.dom.end(id) > headline) continue;
      std::string label = label_at(id);
      if (!label.empty()) return label;
    }
    const NodeId begin = sources_.dom.end(headline);
    const NodeId end = std::min({begin + reach_below, sources_.dom.size(), sources_.body_begin});
    for (NodeId id = begin; id < end; ++id) {
      std::string label = label_at(id);
      if (!label.empty()) return label;
    }
    return {};
  }

  std::string label_at(NodeId id) const {
    const Dom& dom = sources_.dom;
    if (dom.is_text(id) || dom[id].attributes_size == 0 || dom.end(id) - id > 20) return {};
    const std::string words = class_words(dom, id);
    if (words.empty() || !has_any_words(words, label_names) || is_in_list(id)) return {};
    NodeId named = id;
    for (NodeId at = id + 1; at < dom.end(id) && named == id; ++at) {
      if (dom.tag(at) == Tag::a) named = at;
    }
    const std::string text = clean_title(inner_text(dom, named));
    if (!is_label(text)) return {};
    const std::vector<std::string> names = split_list(text);
    return names.empty() ? std::string() : names.front();
  }

  // Navigation, or several that look alike.
  bool is_in_list(NodeId id) const {
    const Dom& dom = sources_.dom;
    for (NodeId at = id; at != no_node; at = dom.parent(at)) {
      const Tag tag = dom.tag(at);
      if (tag == Tag::nav || tag == Tag::aside || tag == Tag::footer || tag == Tag::form)
        return true;
      if (dom.contains(at, sources_.headline_node)) return false;
      if (has_any_words(class_words(dom, at), list_names)) return true;
    }
    return false;
  }

  static bool is_label(std::string_view text) {
    if (text.empty() || text.size() > max_label_bytes) return false;
    const bool has_digit = std::ranges::any_of(text, ascii::is_digit);
    const std::size_t words = count_title_words(text);
    return !has_digit && words >= 1 && words <= max_label_words && !text.ends_with(":") &&
           !text.ends_with("?");
  }

  const SectionSources& sources_;
  std::vector<std::string> shown_;       // Label and crumbs, as readers see them.
  std::vector<std::string> confirming_;  // These and the path's.
  SectionChoice section_;
  SectionChoice vague_;
};

}  // namespace

SectionChoice find_section(const SectionSources& sources) { return SectionFinder(sources).find(); }

}  // namespace broadsheet::indexer
