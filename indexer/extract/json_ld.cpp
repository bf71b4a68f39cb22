#include "indexer/extract/json_ld.hpp"

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "indexer/extract/entities.hpp"
#include "indexer/extract/headline.hpp"
#include "indexer/extract/json_text.hpp"
#include "indexer/extract/names.hpp"
#include "schema/text.hpp"
#include "schema/url.hpp"

namespace broadsheet::indexer {
namespace {

using nlohmann::json;

constexpr std::size_t max_block_bytes = 4u << 20;
constexpr std::size_t max_depth = 64;
constexpr std::size_t max_nodes = 5'000;
constexpr std::size_t max_values = 100;  // Of one field.

std::optional<json> parse_strictly(std::string_view text) {
  if (!is_nested_at_most(text, max_depth)) return std::nullopt;
  json value = json::parse(text, nullptr, false);
  if (value.is_discarded()) return std::nullopt;
  return value;
}

std::optional<json> parse_block(const std::string& block) {
  if (block.size() > max_block_bytes) return std::nullopt;
  if (auto value = parse_strictly(block)) return value;
  for (const Quotes quotes : {Quotes::as_written, Quotes::guessed}) {
    if (auto value = parse_strictly(repair_json(block, quotes))) return value;
  }
  return std::nullopt;
}

std::string clean(std::string_view text) {
  const std::string plain = strip_markup(decode_entities_fully(text));
  return text::collapse_space(text::clean_utf8(plain));
}

const json* member(const json& node, const char* name) {
  if (!node.is_object()) return nullptr;
  const auto found = node.find(name);
  return found == node.end() || found->is_null() ? nullptr : &*found;
}

// The text of a value however it is wrapped: a string, a number, the first of an array, an object
// with a name.
std::string text_of(const json* value, int depth = 0) {
  if (!value || depth > 4) return {};
  if (value->is_string()) return clean(value->get_ref<const std::string&>());
  if (value->is_number_integer()) return std::to_string(value->get<std::int64_t>());
  if (value->is_array())
    return value->empty() ? std::string() : text_of(&value->front(), depth + 1);
  for (const char* name : {"name", "@value", "headline", "text"}) {
    if (const json* inner = member(*value, name)) return text_of(inner, depth + 1);
  }
  return {};
}

// Calls visit with the value, or with each of an array.
template <typename Visit>
void for_each(const json* value, Visit visit) {
  if (!value) return;
  if (!value->is_array()) return visit(*value);
  std::size_t count = 0;
  for (const json& element : *value) {
    if (++count > max_values) break;
    visit(element);
  }
}

std::vector<std::string> texts_of(const json* value) {
  std::vector<std::string> texts;
  for_each(value, [&](const json& element) {
    std::string text = text_of(&element);
    if (!text.empty()) texts.push_back(std::move(text));
  });
  return texts;
}

// An address: a string, or an object with one.
std::string url_of(const json* value, int depth = 0) {
  if (!value || depth > 3) return {};
  if (value->is_string()) return clean(value->get_ref<const std::string&>());
  if (value->is_array()) return value->empty() ? std::string() : url_of(&value->front(), depth + 1);
  for (const char* name : {"url", "contentUrl", "@id"}) {
    if (const json* inner = member(*value, name)) return url_of(inner, depth + 1);
  }
  return {};
}

bool has_type(const json& node, std::string_view wanted) {
  bool found = false;
  for_each(member(node, "@type"), [&](const json& type) {
    if (!type.is_string()) return;
    std::string_view name = type.get_ref<const std::string&>();
    name.remove_prefix(std::min(name.size(), name.find_last_of("/:#") + 1));
    if (name == wanted) found = true;
  });
  return found;
}

bool is_organisation(const json& node) {
  for (const char* type : {"Organization", "NewsMediaOrganization", "Corporation", "WebSite",
                           "Brand", "LocalBusiness", "Thing"}) {
    if (has_type(node, type)) return true;
  }
  return false;
}

struct ArticleType {
  const char* name;
  int weight;
};

constexpr ArticleType article_types[] = {{"NewsArticle", 12},
                                         {"ReportageNewsArticle", 12},
                                         {"AnalysisNewsArticle", 12},
                                         {"OpinionNewsArticle", 12},
                                         {"BackgroundNewsArticle", 12},
                                         {"ReviewNewsArticle", 12},
                                         {"AskPublicNewsArticle", 12},
                                         {"LiveBlogPosting", 11},
                                         {"Article", 11},
                                         {"BlogPosting", 10},
                                         {"SatiricalArticle", 10},
                                         {"AdvertiserContentArticle", 10},
                                         {"TechArticle", 10},
                                         {"ScholarlyArticle", 10},
                                         {"Report", 9},
                                         {"Review", 7},
                                         {"SocialMediaPosting", 6},
                                         {"Recipe", 6},
                                         {"CreativeWork", 5},
                                         {"VideoObject", 4},
                                         {"WebPage", 3},
                                         {"ItemPage", 3}};

const ArticleType* article_type(const json& node) {
  for (const ArticleType& type : article_types) {
    if (has_type(node, type.name)) return &type;
  }
  return nullptr;
}

// The nodes of all blocks, in page order, those nested where a page's main thing may be included.
class Nodes {
 public:
  void add(const json& root) {
    std::vector<const json*> waiting = {&root};
    while (!waiting.empty() && nodes_.size() < max_nodes) {
      const json* value = waiting.back();
      waiting.pop_back();
      if (value->is_array()) {
        for (auto element = value->rbegin(); element != value->rend(); ++element)
          waiting.push_back(&*element);
      } else if (value->is_object()) {
        add_node(*value);
        for (const char* name : {"breadcrumb", "mainEntityOfPage", "mainEntity", "@graph"}) {
          const json* inner = member(*value, name);
          if (inner && inner->is_structured()) waiting.push_back(inner);
        }
      }
    }
  }

  const std::vector<const json*>& all() const { return nodes_; }

  // The node itself, or the one that {"@id": ...} points to.
  const json& resolved(const json& node) const {
    const json* id = member(node, "@id");
    if (!id || !id->is_string() || node.contains("name")) return node;
    const auto found = by_id_.find(id->get_ref<const std::string&>());
    return found == by_id_.end() ? node : *found->second;
  }

 private:
  void add_node(const json& node) {
    nodes_.push_back(&node);
    const json* id = member(node, "@id");
    if (id && id->is_string() && node.size() > 1)
      by_id_.emplace(id->get_ref<const std::string&>(), &node);
  }

  std::vector<const json*> nodes_;
  std::unordered_map<std::string, const json*> by_id_;
};

// Addresses of one page, however it is reached.
std::string comparable_url(std::string_view url) {
  std::string comparable = url_host(url);
  std::string_view path = url_path(url);
  while (!path.empty() && path.back() == '/') path.remove_suffix(1);
  return comparable.append(path);
}

bool is_same_page(std::string_view one, std::string_view other) {
  return is_web_url(one) && is_web_url(other) && comparable_url(one) == comparable_url(other);
}

double fitness(const json& node, const ArticleType& type, const LdHints& hints) {
  double score = type.weight;
  const std::string headline = text_of(member(node, "headline"));
  const std::string title = headline.empty() ? text_of(member(node, "name")) : headline;
  score += 8 * std::max(title_agreement(title, hints.og_title), title_agreement(title, hints.h1));
  if (is_same_page(url_of(member(node, "url")), hints.canonical) ||
      is_same_page(url_of(member(node, "mainEntityOfPage")), hints.canonical))
    score += 8;
  if (member(node, "datePublished")) score += 2;
  if (member(node, "articleBody")) score += 1;
  if (!headline.empty()) score += 1;
  return score;
}

const json* best_article(const Nodes& nodes, const LdHints& hints) {
  const json* best = nullptr;
  double best_score = 0;
  for (const json* node : nodes.all()) {
    const ArticleType* type = article_type(*node);
    if (!type) continue;
    const bool says_something = member(*node, "headline") || member(*node, "datePublished") ||
                                member(*node, "articleBody") || member(*node, "name");
    if (!says_something) continue;
    const double score = fitness(*node, *type, hints);
    if (score > best_score) {
      best = node;
      best_score = score;
    }
  }
  return best;
}

std::string first_text(const json& node, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    std::string text = text_of(member(node, name));
    if (!text.empty()) return text;
  }
  return {};
}

bool same_name(std::string_view one, std::string_view other) {
  return !one.empty() && title_agreement(one, other) > 0.99;
}

void add_once(std::vector<std::string>& names, std::string name) {
  if (name.empty() || names.size() >= max_values) return;
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
}

// A site may be called after the person who writes it, and call itself both.
bool is_named_organisation(const json& author, const std::string& name, const LdArticle& article,
                           std::string_view site_name) {
  const bool is_person = author.is_object() && has_type(author, "Person");
  if (is_person && (article.publisher_is_person || begins_with_given_name(name))) return false;
  return (author.is_object() && is_organisation(author)) || same_name(name, article.publisher) ||
         same_name(name, site_name);
}

// "givenName" and "familyName" where there is no "name".
std::vector<std::string> names_of(const json& author) {
  if (!author.is_object()) return texts_of(&author);
  if (const json* names = member(author, "name")) return texts_of(names);
  const std::string given = text_of(member(author, "givenName"));
  const std::string family = text_of(member(author, "familyName"));
  if (given.empty() || family.empty()) return {};
  return {given + " " + family};
}

void read_authors(const json* value, const Nodes& nodes, std::string_view site_name,
                  LdArticle& article) {
  for_each(value, [&](const json& element) {
    const json& author = nodes.resolved(element);
    for (std::string& name : names_of(author)) {
      const bool is_outlet = is_named_organisation(author, name, article, site_name);
      add_once(is_outlet ? article.organisations : article.authors, std::move(name));
    }
  });
}

void read_people(const json* value, const Nodes& nodes, bool about, LdArticle& article) {
  for_each(value, [&](const json& element) {
    const json& node = nodes.resolved(element);
    if (!has_type(node, "Person") || article.people.size() >= max_values) return;
    std::string name = text_of(member(node, "name"));
    const bool known = std::any_of(article.people.begin(), article.people.end(),
                                   [&](const LdPerson& person) { return person.name == name; });
    if (!name.empty() && !known) article.people.push_back({std::move(name), about});
  });
}

std::vector<std::string> read_keywords(const json* value) {
  std::vector<std::string> keywords;
  for (const std::string& text : texts_of(value)) {
    std::size_t begin = 0;
    while (begin <= text.size()) {
      const std::size_t end = std::min(text.find_first_of(",;", begin), text.size());
      add_once(keywords, text::collapse_space(std::string_view(text).substr(begin, end - begin)));
      begin = end + 1;
    }
  }
  return keywords;
}

std::vector<std::string> read_body(const json* value) {
  std::vector<std::string> body;
  for_each(value, [&](const json& element) {
    if (!element.is_string()) return;
    const std::string& written = element.get_ref<const std::string&>();
    const std::string plain = strip_markup(decode_entities_fully(written));
    for (const std::string& paragraph : split_paragraphs(plain)) {
      std::string cleaned = text::collapse_space(text::clean_utf8(paragraph));
      if (!cleaned.empty()) body.push_back(std::move(cleaned));
    }
  });
  return body;
}

std::string read_language(const json* value) {
  if (value && value->is_object()) {
    if (const json* code = member(*value, "alternateName")) return text_of(code);
  }
  return text_of(value);
}

LdArticle read_article(const json& node, const Nodes& nodes, std::string_view site_name) {
  LdArticle article;
  article.type = article_type(node)->name;
  article.headline = first_text(node, {"headline", "name", "alternativeHeadline"});
  article.url = url_of(member(node, "url"));
  article.main_entity_of_page = url_of(member(node, "mainEntityOfPage"));
  article.published = first_text(node, {"datePublished", "uploadDate", "dateCreated"});
  article.modified = first_text(node, {"dateModified"});
  if (const json* publisher = member(node, "publisher")) {
    const json& owner =
        publisher->is_array() && !publisher->empty() ? publisher->front() : *publisher;
    const json& resolved = nodes.resolved(owner);
    article.publisher = text_of(&resolved);
    article.publisher_is_person = has_type(resolved, "Person");
  }
  read_authors(member(node, "author"), nodes, site_name, article);
  for (const char* name : {"authors", "creator"}) {
    if (article.authors.empty()) read_authors(member(node, name), nodes, site_name, article);
  }
  article.sections = texts_of(member(node, "articleSection"));
  article.keywords = read_keywords(member(node, "keywords"));
  article.description = first_text(node, {"description"});
  article.article_body = read_body(member(node, "articleBody"));
  article.image = url_of(member(node, "image"));
  if (article.image.empty()) article.image = url_of(member(node, "thumbnailUrl"));
  article.language = read_language(member(node, "inLanguage"));
  read_people(member(node, "about"), nodes, true, article);
  read_people(member(node, "mentions"), nodes, false, article);
  return article;
}

std::vector<std::string> read_breadcrumb(const json& list) {
  std::vector<std::pair<int, std::string>> crumbs;
  for_each(member(list, "itemListElement"), [&](const json& element) {
    std::string name = text_of(member(element, "name"));
    const json* item = member(element, "item");
    if (name.empty() && item && item->is_object()) name = text_of(member(*item, "name"));
    const int position = std::atoi(text_of(member(element, "position")).c_str());
    if (!name.empty()) crumbs.emplace_back(position, std::move(name));
  });
  std::stable_sort(crumbs.begin(), crumbs.end(),
                   [](const auto& one, const auto& other) { return one.first < other.first; });
  std::vector<std::string> names;
  names.reserve(crumbs.size());
  for (auto& [position, name] : crumbs) names.push_back(std::move(name));
  return names;
}

std::string read_site_name(const Nodes& nodes) {
  for (const char* type : {"WebSite", "NewsMediaOrganization", "Organization"}) {
    for (const json* node : nodes.all()) {
      if (!has_type(*node, type)) continue;
      std::string name = text_of(member(*node, "name"));
      if (!name.empty()) return name;
    }
  }
  return {};
}

}  // namespace

LinkedData read_json_ld(const std::vector<std::string>& blocks, const LdHints& hints) {
  LinkedData data;
  std::vector<json> roots;
  for (const std::string& block : blocks) {
    if (auto root = parse_block(block)) {
      roots.push_back(std::move(*root));
    } else {
      ++data.blocks_unreadable;
    }
  }
  Nodes nodes;
  for (const json& root : roots) nodes.add(root);
  data.site_name = read_site_name(nodes);
  for (const json* node : nodes.all()) {
    if (!data.breadcrumb.empty()) break;
    if (has_type(*node, "BreadcrumbList")) data.breadcrumb = read_breadcrumb(*node);
  }
  if (const json* article = best_article(nodes, hints))
    data.article = read_article(*article, nodes, data.site_name);
  return data;
}

}  // namespace broadsheet::indexer
