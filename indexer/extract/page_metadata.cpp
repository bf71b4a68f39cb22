#include "indexer/extract/page_metadata.hpp"

#include <algorithm>
#include <array>

#include "indexer/extract/ascii.hpp"
#include "indexer/extract/class_words.hpp"
#include "indexer/extract/entities.hpp"
#include "indexer/extract/markup_scanner.hpp"
#include "indexer/extract/metadata_names.hpp"
#include "schema/text.hpp"
#include "schema/url.hpp"

namespace broadsheet::indexer {
namespace {

// Of elements other than <time>; data-* is what scripts write the visible date from.
constexpr auto date_attributes = std::to_array<AttributeName>(
    {"data-published", "data-published-at", "data-publish-date", "data-publication-date",
     "data-datetime", "data-date", "data-timestamp", "data-time", "data-utc", "datetime", "title"});

constexpr std::size_t max_bylines = 40;
constexpr NodeId max_byline_nodes = 60;

// Sorted.
constexpr auto byline_words = std::to_array<std::string_view>(
    {"auteur",      "auteurs",     "author",       "authorname", "authors",    "autor",
     "autora",      "autore",      "autoren",      "autores",    "autori",     "byl",
     "byline",      "contributor", "contributors", "forfatter",  "journalist", "journaliste",
     "kirjoittaja", "muhabir",     "penulis",      "redakteur",  "reporter",   "skribent",
     "verfasser",   "writer",      "yazar"});
static_assert(std::ranges::is_sorted(byline_words));

// Breadcrumbs, in words of class and id.
constexpr auto trail_names =
    std::to_array<std::string_view>({"crumb", "crumbs", "brotkrumen", "brotkrume", "fil ariane",
                                     "filariane", "migas", "briciole", "kruimelpad"});

bool is_writer_label(std::string_view label) {
  static constexpr auto labels = std::to_array<std::string_view>(
      {"written", "by",       "author",   "verfasst", "geschrieben", "von",     "écrit",
       "Écrit",   "rédigé",   "escrito",  "autor",    "scritto",     "autore",  "geschreven",
       "napisan", "skrevet",  "skriven",  "kirjoitt", "yazan",       "ditulis", "автор",
       "Автор",   "написано", "Написано", "作者",     "執筆",        "글쓴이"});
  const std::string lower = ascii::lower(label);
  return std::ranges::any_of(labels, [&](std::string_view one) { return lower.starts_with(one); });
}

// "article:published_time" and "Article-Published-Time" are one name.
std::string bare_name(std::string_view name) {
  std::string result;
  for (const char c : name.substr(0, 100)) {
    if (ascii::is_letter(c) || ascii::is_digit(c)) result += ascii::to_lower(c);
  }
  return result;
}

std::string clean(std::string_view value) {
  return text::collapse_space(decode_entities_fully(text::clean_utf8(value)));
}

template <std::size_t size>
std::size_t rank_of(const std::array<std::string_view, size>& names, std::string_view name) {
  return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
}

void add_once(std::vector<std::string>& list, std::string text) {
  if (!text.empty() && list.size() < 50 && std::ranges::find(list, text) == list.end()) {
    list.push_back(std::move(text));
  }
}

struct Ranked {
  std::size_t rank;
  std::string text;
};

std::vector<std::string> in_order(std::vector<Ranked>& ranked) {
  std::ranges::stable_sort(ranked, {}, &Ranked::rank);
  std::vector<std::string> result;
  for (Ranked& one : ranked) add_once(result, std::move(one.text));
  return result;
}

// Inside what belongs to the site rather than the story.
bool in_site_furniture(const Dom& dom, NodeId id) {
  for (NodeId at = id; at != no_node; at = dom.parent(at)) {
    const Tag tag = dom.tag(at);
    if (tag == Tag::nav || tag == Tag::footer || tag == Tag::aside || tag == Tag::dialog)
      return true;
  }
  return false;
}

class Reader {
 public:
  explicit Reader(const Dom& dom) : dom_(dom) {}

  PageMetadata read() {
    for (NodeId id = 0; id < dom_.size(); ++id) visit(id);
    finish();
    return std::move(page_);
  }

 private:
  void visit(NodeId id) {
    switch (dom_.tag(id)) {
      case Tag::html:
        if (page_.language.empty()) {
          page_.language = clean(dom_.attribute(id, "lang"));
          if (page_.language.empty()) page_.language = clean(dom_.attribute(id, "xml:lang"));
        }
        break;
      case Tag::title:
        if (page_.title.empty()) page_.title = clean(inner_text(dom_, id));
        break;
      case Tag::meta:
        visit_meta(id);
        break;
      case Tag::link:
        visit_link(id);
        break;
      case Tag::h1:
        visit_h1(id);
        break;
      case Tag::time:
        visit_time(id);
        break;
      case Tag::text:
        return;
      default:
        break;
    }
    if (dom_[id].attributes_size > 0) visit_any(id);
  }

  void visit_meta(NodeId id) {
    const std::string content = clean(dom_.attribute(id, "content"));
    if (content.empty()) return;
    static constexpr AttributeName namers[] = {"property", "name", "itemprop", "http-equiv"};
    for (const AttributeName attribute : namers) {
      const std::string_view name = dom_.attribute(id, attribute);
      if (!name.empty()) read_meta(bare_name(name), content, attribute == "itemprop");
    }
  }

  void read_meta(const std::string& name, const std::string& content, bool itemprop) {
    const auto set = [&](std::string& field) {
      if (field.empty()) field = content;
    };
    if (name == "ogtitle") set(page_.og_title);
    if (name == "twittertitle") set(page_.twitter_title);
    if (name == "headline" && itemprop) set(page_.itemprop_headline);
    if (name == "ogtype") set(page_.og_type);
    if (name == "ogurl") set(og_url_);
    if (name == "ogsitename" || name == "applicationname") {
      if (name == "ogsitename" || page_.site_name.empty()) page_.site_name = content;
    }
    if (name == "publisher" || name == "dcpublisher" || name == "dctermspublisher") {
      if (content.find("://") == std::string::npos) set(page_.publisher);
    }
    if (name == "ogimage" || name == "ogimageurl" || name == "twitterimage") set(image_);
    if (name == "oglocale" || name == "contentlanguage" || name == "dclanguage") set(locale_);
    if (name == "ogdescription" || name == "description" || name == "twitterdescription" ||
        name == "dcdescription") {
      add_once(page_.descriptions, content);
    }
    if (const auto rank = rank_of(published_names, name); rank < published_names.size()) {
      published_.push_back({rank, content});
    }
    if (rank_of(modified_names, name) < modified_names.size()) add_once(page_.modified, content);
    if (const auto rank = rank_of(author_names_of_meta, name); rank < author_names_of_meta.size()) {
      authors_.push_back({rank, content});
    }
    // Cards carry two facts of any kind, one of them perhaps "Written by".
    if (name.starts_with("twitterlabel")) card_label_ = name.substr(12);
    if (name.starts_with("twitterlabel") && !is_writer_label(content)) card_label_.clear();
    if (name.starts_with("twitterdata") && name.substr(11) == card_label_) {
      authors_.push_back({author_names_of_meta.size(), content});
    }
    if (const auto rank = rank_of(section_names, name); rank < section_names.size()) {
      sections_.push_back({rank, content});
    }
    if (const auto rank = rank_of(tag_names, name); rank < tag_names.size()) {
      tags_.push_back({rank, content});
    }
  }

  void visit_link(NodeId id) {
    const std::string rel = ascii::lower(dom_.attribute(id, "rel"));
    if (rel == "canonical" && canonical_.empty()) canonical_ = clean(dom_.attribute(id, "href"));
    if (rel == "image_src" && image_.empty()) image_ = clean(dom_.attribute(id, "href"));
  }

  void visit_h1(NodeId id) {
    if (page_.h1s.size() >= 50 || in_site_furniture(dom_, id)) return;
    std::string text = clean(inner_text(dom_, id));
    if (!text.empty()) page_.h1s.push_back({id, std::move(text)});
  }

  void visit_time(NodeId id) {
    const std::string_view datetime = dom_.attribute(id, "datetime");
    std::string text = clean(datetime.empty() ? inner_text(dom_, id) : std::string(datetime));
    if (text.empty() || text.size() > 100) return;
    const std::string words = class_words(dom_, id) + class_words(dom_, dom_.parent(id)) +
                              ascii::lower(dom_.attribute(id, "itemprop"));
    if (words.find("modif") != std::string::npos || words.find("updat") != std::string::npos) {
      add_once(page_.modified, std::move(text));
      return;
    }
    if (is_readers(id)) return;
    const bool marked = dom_.has_attribute(id, "pubdate") ||
                        words.find("publi") != std::string::npos ||
                        words.find("posted") != std::string::npos;
    times_.push_back({id, std::move(text), marked});
  }

  // Among what readers wrote below the story.
  bool is_readers(NodeId id) const {
    for (NodeId at = id; at != no_node && dom_.tag(at) != Tag::body; at = dom_.parent(at)) {
      const std::string words = class_words(dom_, at);
      if (has_words(words, "comment") || has_words(words, "comments") ||
          has_words(words, "commentlist")) {
        return page_.h1s.empty() || !dom_.contains(at, page_.h1s.front().node);
      }
    }
    return false;
  }

  void visit_any(NodeId id) {
    const std::string_view itemprop = dom_.attribute(id, "itemprop");
    if (!itemprop.empty() && dom_.tag(id) != Tag::meta) visit_itemprop(id, bare_name(itemprop));
    visit_dated(id);
    visit_byline(id);
    visit_breadcrumb(id);
    visit_category(id);
  }

  // <abbr class="published" title="2021-03-19T08:30:00Z">, <span data-timestamp="1616142600">
  void visit_dated(NodeId id) {
    if (dom_.tag(id) == Tag::time || dom_.tag(id) == Tag::meta || times_.size() >= 50) return;
    if (dom_[id].attributes_size == 1 && dom_.has_attribute(id, "class")) return;  // Most.
    for (const AttributeName name : date_attributes) {
      const std::string_view value = dom_.attribute(id, name);
      if (value.size() < 8 || value.size() > 40 || !ascii::is_digit(value.front())) continue;
      const std::string words = class_words(dom_, id);
      const bool is_date =
          name != "title" || dom_.tag(id) == Tag::abbr || words.find("date") != std::string::npos ||
          words.find("time") != std::string::npos || words.find("publi") != std::string::npos;
      if (is_readers(id)) return;
      if (has_words(words, "updated") || has_words(words, "modified")) {
        add_once(page_.modified, clean(value));
      } else if (is_date) {
        times_.push_back({id, clean(value), words.find("publi") != std::string::npos});
      }
      return;
    }
  }

  // The links by which blogs file a story: <a rel="category tag">.
  void visit_category(NodeId id) {
    if (dom_.tag(id) != Tag::a || sections_.size() >= 20) return;
    if (!has_words(" " + ascii::lower(dom_.attribute(id, "rel")) + " ", "category")) return;
    std::string name = clean(inner_text(dom_, id));
    if (name.size() <= 60) sections_.push_back({section_names.size(), std::move(name)});
  }

  std::string value_of(NodeId id) const {
    static constexpr AttributeName holders[] = {"content", "datetime"};
    for (const AttributeName attribute : holders) {
      const std::string_view value = dom_.attribute(id, attribute);
      if (!value.empty()) return clean(value);
    }
    if (dom_.end(id) - id > 60) return {};
    return clean(inner_text(dom_, id));
  }

  // The name of a person or thing of several properties, else its whole value.
  std::string name_within(NodeId id) const {
    for (NodeId at = id + 1; at < std::min(dom_.end(id), id + 60); ++at) {
      if (dom_.attribute(at, "itemprop") == "name") return value_of(at);
    }
    return value_of(id);
  }

  void visit_itemprop(NodeId id, const std::string& name) {
    if (name == "headline" && page_.itemprop_headline.empty()) {
      page_.itemprop_headline = value_of(id);
    } else if (name == "datepublished" || name == "datecreated") {
      published_.push_back({rank_of(published_names, name), value_of(id)});
    } else if (name == "datemodified") {
      add_once(page_.modified, value_of(id));
    } else if (name == "author" || name == "creator") {
      std::string author = name_within(id);
      if (author.size() <= 150)
        authors_.push_back({author_names_of_meta.size() + 1, std::move(author)});
    } else if (name == "articlesection") {
      sections_.push_back({0, value_of(id)});
    } else if (name == "publisher" && page_.publisher.empty()) {
      std::string publisher = name_within(id);
      if (publisher.size() <= 100) page_.publisher = std::move(publisher);
    }
  }

  void visit_byline(NodeId id) {
    const Tag tag = dom_.tag(id);
    if (page_.bylines.size() >= max_bylines || tag == Tag::body || tag == Tag::html ||
        dom_.end(id) - id > max_byline_nodes) {
      return;
    }
    const std::string rel = ascii::lower(dom_.attribute(id, "rel"));
    if (rel == "author" || rel.starts_with("author ") || rel.ends_with(" author")) {
      page_.bylines.push_back({id, Byline::Says::by_rel});
    } else if (is_called_byline(id)) {
      page_.bylines.push_back({id, Byline::Says::by_class});
    } else if (tag == Tag::a && dom_.has_attribute(id, "href") &&
               !is_front_page(dom_.attribute(id, "href"))) {
      page_.bylines.push_back({id, Byline::Says::by_address});
    }
  }

  bool is_called_byline(NodeId id) const {
    const std::string words = class_words(dom_, id);
    for (std::size_t begin = 0; begin < words.size();) {
      const std::size_t end = std::min(words.find(' ', begin), words.size());
      const std::string_view word = std::string_view(words).substr(begin, end - begin);
      if (std::ranges::binary_search(byline_words, word)) {
        return !has_words(words, "bio") && !has_words(words, "comment");
      }
      begin = end + 1;
    }
    return false;
  }

  // Whether an attribute has letters of a breadcrumb's names: a fast no for nearly all elements.
  bool may_be_trail(NodeId id) const {
    static constexpr AttributeName namers[] = {"class", "id", "itemtype", "aria-label",
                                               "data-testid"};
    for (const AttributeName attribute : namers) {
      const std::string_view value = dom_.attribute(id, attribute);
      if (value.size() < 5) continue;
      for (const std::string_view part : {"rum", "RUM", "riane", "igas", "ricio", "ruimel"}) {
        if (value.find(part) != std::string_view::npos) return true;
      }
    }
    return false;
  }

  void visit_breadcrumb(NodeId id) {
    if (!page_.breadcrumb.empty() || dom_.tag(id) == Tag::body || dom_.tag(id) == Tag::html) return;
    if (!may_be_trail(id)) return;
    const std::string words = class_words(dom_, id) + bare_name(dom_.attribute(id, "itemtype"));
    const bool is_trail =
        words.find("breadcrumb") != std::string::npos || has_any_words(words, trail_names);
    if (!is_trail &&
        bare_name(dom_.attribute(id, "aria-label")).find("breadcrumb") == std::string::npos) {
      return;
    }
    if (dom_.end(id) - id > 400) return;
    for (NodeId at = id; at < dom_.end(id); ++at) {
      if (dom_.tag(at) != Tag::a) continue;
      std::string name = clean(inner_text(dom_, at));
      if (name.size() <= 60) add_once(page_.breadcrumb, std::move(name));
    }
  }

  void finish() {
    page_.canonical = absolute_url(og_url_, canonical_);
    page_.og_url = absolute_url(page_.canonical, og_url_);
    page_.image = absolute_url(page_.canonical.empty() ? page_.og_url : page_.canonical, image_);
    if (page_.language.empty()) page_.language = locale_;
    for (std::string& text : in_order(published_)) {
      page_.published.push_back({std::move(text), DateEvidence::meta});
    }
    add_times();
    finish_authors();
    page_.sections = in_order(sections_);
    finish_tags();
  }

  // article:tag is for one tag each, so that "Roe, Jane" may stand in it; who writes it only once
  // lists them all.
  void finish_tags() {
    std::ranges::stable_sort(tags_, {}, &Ranked::rank);
    const auto is_single = [](const Ranked& tag) { return tag.rank < tag_names_of_one; };
    const bool is_repeated = std::ranges::count_if(tags_, is_single) > 1;
    for (const Ranked& tag : tags_) {
      if (is_repeated && is_single(tag)) {
        add_once(page_.tags, tag.text);
        continue;
      }
      for (std::size_t begin = 0; begin < tag.text.size();) {
        const std::size_t end = std::min(tag.text.find_first_of(",;", begin), tag.text.size());
        add_once(page_.tags, std::string(ascii::trim(tag.text.substr(begin, end - begin))));
        begin = end + 1;
      }
    }
  }

  void finish_authors() {
    std::ranges::stable_sort(authors_, {}, &Ranked::rank);
    for (Ranked& author : authors_) {
      const bool known = std::ranges::any_of(
          page_.authors, [&](const AuthorClaim& claim) { return claim.text == author.text; });
      if (!known && page_.authors.size() < 50) {
        page_.authors.push_back({std::move(author.text), author.rank});
      }
    }
  }

  // Those marked as publication first, then those that stand after the first h1, then the rest.
  void add_times() {
    const NodeId h1 = page_.h1s.empty() ? 0 : page_.h1s.front().node;
    const auto rank = [&](const Time& time) {
      if (in_site_furniture(dom_, time.node)) return 3;
      return time.marked ? 0 : time.node > h1 ? 1 : 2;
    };
    std::ranges::stable_sort(times_, {}, rank);
    for (Time& time : times_) {
      if (page_.published.size() >= 50) break;
      page_.published.push_back({std::move(time.text), DateEvidence::time_tag});
    }
  }

  struct Time {
    NodeId node;
    std::string text;
    bool marked;
  };

  const Dom& dom_;
  PageMetadata page_;
  std::string canonical_;
  std::string og_url_;
  std::string image_;
  std::string locale_;
  std::vector<Ranked> published_;
  std::vector<Ranked> authors_;
  std::string card_label_;  // The number of a Twitter card's label that announces the author.
  std::vector<Ranked> sections_;
  std::vector<Ranked> tags_;
  std::vector<Time> times_;
};

// "https:", "javascript:", but not "a/b:c".
bool has_scheme(std::string_view reference) {
  const std::size_t colon = reference.find(':');
  return colon != std::string_view::npos && colon > 0 &&
         std::ranges::all_of(reference.substr(0, colon), [](char c) {
           return ascii::is_letter(c) || ascii::is_digit(c) || c == '+' || c == '-' || c == '.';
         });
}

std::string_view scheme_and_host(std::string_view url) {
  const std::size_t host = url.find("://");
  if (host == std::string_view::npos) return {};
  return url.substr(0, std::min(url.find_first_of("/?#", host + 3), url.size()));
}

}  // namespace

PageMetadata read_metadata(const Dom& dom) { return Reader(dom).read(); }

std::string absolute_url(std::string_view base, std::string_view reference) {
  reference = ascii::trim(reference);
  if (reference.empty()) return {};
  std::string url;
  const std::string_view site = scheme_and_host(base);
  if (reference.starts_with("//")) {
    url = (base.starts_with("http:") ? "http:" : "https:") + std::string(reference);
  } else if (reference.starts_with("/")) {
    url = std::string(site) + std::string(reference);
  } else if (has_scheme(reference)) {
    url = reference;
  } else if (!site.empty()) {
    const std::size_t slash = base.find_last_of('/');
    url = std::string(slash < site.size() ? std::string(site) + "/" : base.substr(0, slash + 1));
    url += reference;
  }
  return is_web_url(url) ? url : std::string();
}

}  // namespace broadsheet::indexer
