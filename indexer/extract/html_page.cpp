#include "indexer/extract/html_page.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/extract/ascii.hpp"
#include "indexer/extract/body.hpp"
#include "indexer/extract/date_text.hpp"
#include "indexer/extract/encoding.hpp"
#include "indexer/extract/headline.hpp"
#include "indexer/extract/html_parser.hpp"
#include "indexer/extract/json_ld.hpp"
#include "indexer/extract/markup_scanner.hpp"
#include "indexer/extract/page_authors.hpp"
#include "indexer/extract/page_blocks.hpp"
#include "indexer/extract/page_date.hpp"
#include "indexer/extract/page_metadata.hpp"
#include "schema/url.hpp"

namespace broadsheet::indexer {
namespace {

constexpr std::size_t max_page_bytes = 16'000'000;

// With less, a page that does not call itself an article is none.
constexpr std::size_t min_article_weight = 140;
constexpr std::size_t min_declared_weight = 60;

class PageReader {
 public:
  // source: the page as it came, in UTF-8.
  PageReader(const Dom& dom, const std::vector<std::string>& json_ld, std::string_view source,
             Instant now)
      : dom_(dom),
        source_(source),
        now_(now),
        metadata_(read_metadata(dom)),
        blocks_(page_blocks(dom)) {
    LdHints hints;
    hints.canonical = metadata_.canonical;
    hints.og_title = metadata_.og_title;
    if (!metadata_.h1s.empty()) hints.h1 = metadata_.h1s.front().text;
    linked_ = read_json_ld(json_ld, hints);
    url_ = metadata_.canonical.empty() ? metadata_.og_url : metadata_.canonical;
    find_site_names();
  }

  Result<Extraction> read() {
    read_headline();
    read_body();
    if (const char* reason = why_no_article()) {
      return Error{ErrorCode::not_an_article, reason, {}};
    }
    read_dates();
    read_authors();
    read_section();
    read_people();
    Article& article = extraction_.article;
    article.url = url_;
    article.source = source();
    article.image = metadata_.image;
    if (article.image.empty() && linked_.article) {
      article.image = absolute_url(url_, linked_.article->image);
    }
    article.language = declared_language();
    extraction_.canonical_url = metadata_.canonical;
    return std::move(extraction_);
  }

 private:
  const LdArticle* linked_article() const { return linked_.article ? &*linked_.article : nullptr; }

  void note(std::string text) { extraction_.notes.push_back(std::move(text)); }

  void find_site_names() {
    const auto add = [&](const std::string& name) {
      if (!name.empty() && std::ranges::find(site_names_, name) == site_names_.end()) {
        site_names_.push_back(name);
      }
    };
    add(metadata_.site_name);
    if (linked_.article && !linked_.article->publisher_is_person) add(linked_.article->publisher);
    add(linked_.site_name);
    add(metadata_.publisher);
  }

  std::string source() const {
    if (!metadata_.site_name.empty()) return metadata_.site_name;
    if (linked_.article && !linked_.article->publisher.empty()) return linked_.article->publisher;
    if (!linked_.site_name.empty()) return linked_.site_name;
    if (!metadata_.publisher.empty()) return metadata_.publisher;
    return url_host(url_);
  }

  std::string declared_language() const {
    if (!metadata_.language.empty()) return metadata_.language;
    return linked_.article ? linked_.article->language : std::string();
  }

  void read_headline() {
    HeadlineCandidates candidates;
    for (const HeadingNode& h1 : metadata_.h1s) candidates.h1s.push_back(h1.text);
    if (linked_.article) candidates.ld_headline = linked_.article->headline;
    candidates.og_title = metadata_.og_title;
    candidates.twitter_title = metadata_.twitter_title;
    candidates.itemprop = metadata_.itemprop_headline;
    candidates.title = metadata_.title;
    candidates.site_names = site_names_;
    candidates.host = url_host(url_);
    const Headline headline = choose_headline(candidates);
    extraction_.article.headline = headline.text;
    note(std::string("headline: ") + (headline.text.empty() ? "none" : headline.source));
    if (metadata_.h1s.empty()) shorten_to_shown_headline();
    find_headline_node();
  }

  // "The Outlet: Storm hits coast" is "Storm hits coast" if a line of the page says just that.
  void shorten_to_shown_headline() {
    std::string& headline = extraction_.article.headline;
    const std::string* shown = nullptr;
    for (const Block& block : blocks_) {
      const std::string& text = block.text;
      if (text.size() * 2 < headline.size() || text.size() + 3 > headline.size()) continue;
      if (!headline.ends_with(text) || (shown && shown->size() >= text.size())) continue;
      const std::string_view before =
          std::string_view(headline).substr(0, headline.size() - text.size());
      if (before.ends_with(": ") || before.ends_with(" - ") || before.ends_with(" | ")) {
        shown = &text;
      }
    }
    if (shown) headline = std::string(*shown);
  }

  // Where the page shows the headline: the heading that says it best.
  void find_headline_node() {
    double best = 0.5;
    for (const HeadingNode& h1 : metadata_.h1s) {
      const double agreement = title_agreement(h1.text, extraction_.article.headline);
      if (agreement > best) {
        best = agreement;
        headline_node_ = h1.node;
      }
    }
    if (headline_node_ != no_node) return;
    best = 0.75;
    for (const Block& block : blocks_) {
      if (block.kind != BlockKind::heading && block.weight > 200) continue;
      const double agreement = title_agreement(block.text, extraction_.article.headline);
      if (agreement > best) {
        best = agreement;
        headline_node_ = block.node;
      }
    }
  }

  void read_body() {
    BodyHints hints;
    hints.headline = extraction_.article.headline;
    hints.headline_node = headline_node_;
    hints.descriptions = metadata_.descriptions;
    if (linked_.article) {
      hints.ld_body = linked_.article->article_body;
      hints.descriptions.push_back(linked_.article->description);
    }
    body_ = find_body(dom_, blocks_, hints);
    if (!body_) return;
    extraction_.article.standfirst = body_->standfirst;
    extraction_.article.body = body_->paragraphs;
    note("body: chosen by " + body_->chosen_by);
  }

  bool is_declared_article() const {
    if (metadata_.og_type == "article") return true;
    if (!linked_.article) return false;
    const std::string& type = linked_.article->type;
    return type.ends_with("Article") || type.ends_with("Posting") || type == "Report";
  }

  const char* why_no_article() const {
    const std::size_t weight = body_ ? body_->weight : 0;
    if (metadata_.og_type == "profile" && !linked_.article && is_teaser_body()) {
      return "a person's page, not a story";
    }
    if (is_declared_article()) {
      return weight < min_declared_weight && extraction_.article.headline.empty()
                 ? "neither headline nor story"
                 : nullptr;
    }
    if (weight < min_article_weight) return "no story of some length";
    return nullptr;
  }

  // The text begins below a heading that leads to another page, in an <article> of its own.
  bool is_teaser_body() const {
    if (!body_ || body_->begin == no_node) return false;
    NodeId article = body_->begin;
    while (article != no_node && dom_.tag(article) != Tag::article) article = dom_.parent(article);
    if (article == no_node) return false;
    return std::ranges::any_of(blocks_, [&](const Block& block) {
      return dom_.contains(article, block.first) && block.kind == BlockKind::heading &&
             block.first < body_->begin && block.link_share() > 0.9;
    });
  }

  void read_dates() {
    const std::string language = declared_language();
    DateSources sources{dom_, blocks_, metadata_, source_};
    sources.linked_data = linked_article();
    sources.language = language;
    sources.headline = headline_node_;
    if (body_) {
      sources.body_begin = body_->begin;
      sources.body_end = body_->end;
    }
    Article& article = extraction_.article;
    const PageDates dates = find_page_dates(sources, now_);
    for (const std::string& claim : dates.refused) note("date refused: " + claim);
    if (const auto& date = dates.published) {
      article.published = date->published;
      article.published_evidence = date->evidence;
      article.published_confidence = date->confidence;
      note("date: " + date->note);
    } else {
      note("date: none found");
    }
    read_modified(language);
  }

  void read_modified(const std::string& language) {
    std::vector<std::string> claims;
    if (linked_.article) claims.push_back(linked_.article->modified);
    claims.insert(claims.end(), metadata_.modified.begin(), metadata_.modified.end());
    for (const std::string& claim : claims) {
      extraction_.article.modified = parse_date(claim, language, now_);
      if (extraction_.article.modified) return;
    }
  }

  void read_authors() {
    const std::string language = declared_language();
    AuthorSources sources{dom_, blocks_, metadata_, site_names_, language, now_};
    sources.linked_data = linked_article();
    sources.headline = headline_node_;
    if (body_) {
      sources.body_begin = body_->begin;
      sources.body_end = body_->end;
    }
    PageAuthors authors = find_page_authors(sources);
    extraction_.article.authors = std::move(authors.names);
    note("authors: " + authors.note);
  }

  void read_section() {
    std::string& section = extraction_.article.section;
    const auto take = [&](const std::string& text) {
      if (section.empty() && is_section(text)) section = text;
    };
    if (linked_.article) std::ranges::for_each(linked_.article->sections, take);
    std::ranges::for_each(metadata_.sections, take);
    take_breadcrumb(linked_.breadcrumb);
    take_breadcrumb(metadata_.breadcrumb);
    if (section.empty()) section = section_of_path();
  }

  bool is_section(const std::string& text) const {
    return !text.empty() && text.size() <= 60 && text.find("://") == std::string::npos &&
           text.find(',') == std::string::npos &&
           std::ranges::find(site_names_, text) == site_names_.end() &&
           title_agreement(text, extraction_.article.headline) < 0.8;
  }

  // The first crumb below the root.
  void take_breadcrumb(const std::vector<std::string>& crumbs) {
    std::string& section = extraction_.article.section;
    for (std::size_t i = 0; section.empty() && i < crumbs.size(); ++i) {
      const bool is_root = i == 0 && crumbs.size() > 1;
      if (!is_root && is_section(crumbs[i])) section = crumbs[i];
    }
  }

  // Past "/2021/03/19/".
  static std::size_t after_date(std::string_view path) {
    std::size_t begin = 1;
    for (std::size_t end = path.find('/', begin); end != path.npos && end > begin;
         end = path.find('/', begin)) {
      const std::string_view part = path.substr(begin, end - begin);
      if (part.size() > 4 || !std::ranges::all_of(part, ascii::is_digit)) break;
      begin = end + 1;
    }
    return begin;
  }

  // "/world-news/2021/title" is World News, so is "/2021/03/world-news/title".
  std::string section_of_path() const {
    if (url_.empty()) return {};
    const std::string path(url_path(url_));
    const std::size_t begin = after_date(path);
    const std::size_t end = path.find('/', begin);
    if (end == std::string::npos || end + 1 >= path.size()) return {};
    const std::string segment = path.substr(begin, end - begin);
    const bool is_word = std::ranges::all_of(
        segment, [](char c) { return ascii::is_letter(c) || c == '-' || c == '_'; });
    if (!is_word || segment.size() < 4 || segment.size() > 30) return {};
    for (const std::string_view plain :
         {"article", "articles", "story", "stories", "news", "archive", "archives", "post", "posts",
          "blog", "index", "content", "item", "view", "artikel", "articulo", "node"}) {
      if (segment == plain) return {};
    }
    std::string section = segment;
    bool start = true;
    for (char& c : section) {
      if (c == '-' || c == '_') c = ' ';
      if (start && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
      start = c == ' ';
    }
    return section;
  }

  void read_people() {
    if (!linked_.article) return;
    for (const LdPerson& person : linked_.article->people) {
      extraction_.article.people.push_back({person.name, 1, person.about});
    }
  }

  const Dom& dom_;
  std::string_view source_;
  Instant now_;
  PageMetadata metadata_;
  std::vector<Block> blocks_;
  LinkedData linked_;
  std::string url_;
  std::vector<std::string> site_names_;
  NodeId headline_node_ = no_node;
  std::optional<PageBody> body_;
  Extraction extraction_;
};

}  // namespace

Result<Extraction> extract_html(const RawItem& item, Instant now) {
  if (ascii::trim(item.content).empty()) {
    return Error{ErrorCode::empty, "the page is empty", {}};
  }
  if (item.content.size() > max_page_bytes) {
    return Error{ErrorCode::too_large,
                 "the page has " + std::to_string(item.content.size()) + " bytes; " +
                     std::to_string(max_page_bytes) + " are allowed",
                 {}};
  }
  const DecodedPage page = decode_page(item.content);
  const ScannedPage scanned = scan_markup(page.text);
  const Result<Dom> dom = parse_html(scanned.markup);
  if (!dom) return dom.error();
  Result<Extraction> extraction = PageReader(*dom, scanned.json_ld, page.text, now).read();
  if (!extraction) return extraction;
  extraction->notes.insert(extraction->notes.begin(), "encoding: " + std::string(page.encoding));
  return extraction;
}

}  // namespace broadsheet::indexer
