#include "indexer/extract/html_page.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/extract/ascii.hpp"
#include "indexer/extract/body.hpp"
#include "indexer/extract/date_text.hpp"
#include "indexer/extract/encoding.hpp"
#include "indexer/extract/headings.hpp"
#include "indexer/extract/headline.hpp"
#include "indexer/extract/html_parser.hpp"
#include "indexer/extract/json_ld.hpp"
#include "indexer/extract/markup_scanner.hpp"
#include "indexer/extract/page_authors.hpp"
#include "indexer/extract/page_blocks.hpp"
#include "indexer/extract/page_date.hpp"
#include "indexer/extract/page_metadata.hpp"
#include "indexer/extract/page_state.hpp"
#include "indexer/extract/section.hpp"
#include "indexer/extract/title_text.hpp"
#include "schema/url.hpp"

namespace broadsheet::indexer {
namespace {

constexpr std::size_t max_page_bytes = 16'000'000;

// With less, a page that does not call itself an article is none.
constexpr std::size_t min_article_weight = 140;
constexpr std::size_t min_declared_weight = 60;

// Of a page that shows less, the data for its scripts is looked at.
constexpr std::size_t min_shown_weight = 250;

// Text below the heading of a teaser.
constexpr std::size_t max_teaser_weight = 500;

class PageReader {
 public:
  // source: the page as it came, in UTF-8.
  PageReader(const Dom& dom, const ScannedPage& scanned, std::string_view source, Instant now)
      : dom_(dom),
        scanned_(scanned),
        source_(source),
        now_(now),
        metadata_(read_metadata(dom)),
        blocks_(page_blocks(dom)) {
    LdHints hints;
    hints.canonical = metadata_.canonical;
    hints.og_title = metadata_.og_title;
    if (!metadata_.h1s.empty()) hints.h1 = metadata_.h1s.front().text;
    linked_ = read_json_ld(scanned.json_ld, hints);
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
    read_addresses();
    read_source();
    read_language();
    extraction_.canonical_url = metadata_.canonical;
    return std::move(extraction_);
  }

  // What it saw, all but the Dom; its last act.
  void tell(PageReading& reading) {
    reading.blocks = std::move(blocks_);
    reading.verdicts = std::move(verdicts_);
    reading.features = std::move(features_);
    reading.headline = headline_node_;
  }

 private:
  const LdArticle* linked_article() const { return linked_.article ? &*linked_.article : nullptr; }

  void note(std::string text) { extraction_.notes.push_back(std::move(text)); }

  // The most trusted first.
  void find_site_names() {
    std::vector<std::string> titles = {metadata_.og_title, metadata_.itemprop_headline};
    if (linked_.article) titles.push_back(linked_.article->headline);
    const auto add = [&](const std::string& name, const char* from) {
      if (!is_own_title(name, metadata_.title, titles) &&
          std::ranges::find(site_names_, name) == site_names_.end()) {
        if (site_names_.empty()) source_note_ = from;
        site_names_.push_back(name);
      }
    };
    add(metadata_.site_name, "og:site_name or application-name");
    if (linked_.article && !linked_.article->publisher_is_person) {
      add(linked_.article->publisher, "JSON-LD publisher");
    }
    add(linked_.site_name, "JSON-LD WebSite or NewsMediaOrganization");
    add(metadata_.publisher, "publisher of meta names or microdata");
  }

  void read_source() {
    const std::string host = url_host(url_);
    const bool named = !site_names_.empty();
    extraction_.article.source = named ? without_slogan(site_names_.front(), host) : host;
    note(std::string("source: ") + (named          ? source_note_
                                    : host.empty() ? "none"
                                                   : "host of the URL"));
  }

  void read_addresses() {
    Article& article = extraction_.article;
    article.url = url_;
    note(std::string("url: ") + (!metadata_.canonical.empty() ? "link rel=canonical"
                                 : url_.empty()               ? "none"
                                                              : "og:url"));
    article.image = metadata_.image;
    const char* image_note = "og:image, twitter:image or link rel=image_src";
    if (article.image.empty() && linked_.article) {
      article.image = absolute_url(url_, linked_.article->image);
      image_note = "JSON-LD";
    }
    note(std::string("image: ") + (article.image.empty() ? "none" : image_note));
  }

  void read_language() {
    extraction_.article.language = declared_language();
    if (!extraction_.article.language.empty()) {
      note("language: declared as " + extraction_.article.language);
    }
  }

  std::string declared_language() const {
    if (!metadata_.language.empty()) return metadata_.language;
    return linked_.article ? linked_.article->language : std::string();
  }

  void read_headline() {
    HeadlineCandidates candidates;
    for (PageHeading& heading : page_headings(dom_)) {
      candidates.headings.push_back({std::move(heading.text), std::move(heading.bare),
                                     heading.level, heading.is_branding, heading.is_named,
                                     heading.is_in_navigation});
    }
    for (const Block& block : blocks_) candidates.lines.emplace_back(block.text);
    if (linked_.article) candidates.ld_headline = linked_.article->headline;
    candidates.og_title = metadata_.og_title;
    candidates.twitter_title = metadata_.twitter_title;
    candidates.itemprop = metadata_.itemprop_headline;
    candidates.title = metadata_.title;
    candidates.site_names = site_names_;
    candidates.host = url_host(url_);
    candidates.path = url_path(url_);
    const Headline headline = choose_headline(candidates);
    extraction_.article.headline = headline.text;
    note(std::string("headline: ") + (headline.text.empty() ? "none" : headline.source));
    find_headline_node();
  }

  // Where the page shows the headline: the heading that says it best.
  void find_headline_node() {
    const TitleWords headline(extraction_.article.headline);
    double best = 0.5;
    for (const HeadingNode& h1 : metadata_.h1s) {
      const double agreement = headline.agreement(h1.text);
      if (agreement > best) {
        best = agreement;
        headline_node_ = h1.node;
      }
    }
    if (headline_node_ != no_node) return;
    best = 0.75;
    for (const Block& block : blocks_) {
      if (block.kind != BlockKind::heading && block.weight > 200) continue;
      const double agreement = headline.agreement(block.text);
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
    PageBody body = find_body(dom_, blocks_, hints);
    if (body.weight < min_shown_weight && hints.ld_body.empty()) {
      hints.ld_body = story_in_state(scanned_.states);
      if (!hints.ld_body.empty()) body = find_body(dom_, blocks_, hints);
    }
    features_ = std::move(body.features);
    verdicts_ = std::move(body.verdicts);
    if (body.paragraphs.empty()) return;
    body_ = std::move(body);
    extraction_.article.standfirst = body_->standfirst;
    if (!body_->standfirst.empty()) note("standfirst: shown above the text or first in it");
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
    if (metadata_.og_type == "profile" && !linked_.article && teasers() > 0) {
      return "a person's page, not a story";
    }
    if (is_declared_article()) {
      return weight < min_declared_weight && extraction_.article.headline.empty()
                 ? "neither headline nor story"
                 : nullptr;
    }
    if (weight < min_article_weight) return "no story of some length";
    if (teasers() >= 3) return "a list of other stories";
    return nullptr;
  }

  // How many headings that are links, of other pages then, have a little text below each, if that
  // is most of the text; else 0.
  std::size_t teasers() const {
    if (!body_ || verdicts_.empty()) return 0;
    std::size_t all = 0;
    std::size_t in_teasers = 0;
    std::size_t count = 0;
    std::size_t below_link = 0;
    bool is_below_link = false;
    const auto end_part = [&] {
      if (is_below_link && below_link > 0 && below_link <= max_teaser_weight) {
        in_teasers += below_link;
        ++count;
      }
      below_link = 0;
    };
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const Block& block = blocks_[i];
      if (block.kind == BlockKind::heading) {
        end_part();
        is_below_link = block.link_share() > 0.9 && !dom_.contains(block.node, headline_node_);
      } else if (verdicts_[i].reason == Reason::story) {
        all += block.weight;
        below_link += block.weight;
      }
    }
    end_part();
    return in_teasers * 10 > all * 6 ? count : 0;
  }

  void read_dates() {
    const std::string language = declared_language();
    DateSources sources{dom_, blocks_, metadata_, source_};
    sources.linked_data = linked_article();
    sources.language = language;
    sources.headline = headline_node_;
    if (body_) {
      sources.body_begin = body_->text_begin;
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
    const auto read = [&](const std::string& claim, const char* from) {
      std::optional<Timestamp>& modified = extraction_.article.modified;
      if (modified) return;
      modified = parse_date(claim, language, now_);
      if (modified) note(std::string("modified: ") + from);
    };
    if (linked_.article) read(linked_.article->modified, "JSON-LD dateModified");
    for (const std::string& claim : metadata_.modified) read(claim, "meta names or microdata");
  }

  void read_authors() {
    const std::string language = declared_language();
    AuthorSources sources{dom_, blocks_, metadata_, site_names_, language, now_};
    sources.linked_data = linked_article();
    sources.headline = headline_node_;
    if (body_) {
      sources.body_begin = body_->text_begin;
      sources.body_end = body_->end;
    }
    PageAuthors authors = find_page_authors(sources);
    extraction_.article.authors = std::move(authors.names);
    note("authors: " + authors.note);
  }

  void read_section() {
    const SiteNames sites(site_names_, url_host(url_));
    const std::string& headline = extraction_.article.headline;
    SectionSources sources{dom_, metadata_, linked_,        sites,
                           url_, headline,  headline_node_, no_node};
    if (body_) sources.body_begin = body_->text_begin;
    SectionChoice section = find_section(sources);
    note(std::string("section: ") + (section.name.empty() ? "none" : section.source));
    extraction_.article.section = std::move(section.name);
  }

  void read_people() {
    extraction_.tags = metadata_.tags;
    if (!linked_.article) return;
    extraction_.tags.insert(extraction_.tags.end(), linked_.article->keywords.begin(),
                            linked_.article->keywords.end());
    for (const LdPerson& person : linked_.article->people) {
      extraction_.article.people.push_back({person.name, 1, person.about});
    }
  }

  const Dom& dom_;
  const ScannedPage& scanned_;
  std::string_view source_;
  Instant now_;
  PageMetadata metadata_;
  std::vector<Block> blocks_;
  LinkedData linked_;
  std::string url_;
  std::vector<std::string> site_names_;
  const char* source_note_ = "";  // Where the first of them is from.
  NodeId headline_node_ = no_node;
  std::optional<PageBody> body_;
  std::vector<Verdict> verdicts_;  // Of all blocks, and so are the features.
  std::vector<float> features_;
  Extraction extraction_;
};

}  // namespace

Result<Extraction> extract_html(const RawItem& item, Instant now, PageReading* reading) {
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
  Result<Dom> dom = parse_html(scanned.markup);
  if (!dom) return dom.error();
  PageReader reader(*dom, scanned, page.text, now);
  Result<Extraction> extraction = reader.read();
  if (reading != nullptr) {
    reader.tell(*reading);
    reading->dom = std::move(*dom);
  }
  if (!extraction) return extraction;
  extraction->notes.insert(extraction->notes.begin(), "encoding: " + std::string(page.encoding));
  return extraction;
}

}  // namespace broadsheet::indexer
