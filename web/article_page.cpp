#include "web/article_page.hpp"

#include <algorithm>

#include "schema/url.hpp"
#include "web/english.hpp"
#include "web/page_frame.hpp"
#include "web/person_page.hpp"

namespace broadsheet::web {

namespace {

using searcher::FacetField;

std::string filter_address(const Site& site, FacetField field, const std::string& name) {
  searcher::SearchRequest request;
  request.filters[field] = {name_id(name)};
  return search_address(site, request);
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

void write_facts(HtmlWriter& html, const Article& article) {
  const auto facts = html.element("p", {{"class", "facts"}});
  if (article.published) {
    html.leaf("time", english_day(article.published->day),
              {{"datetime", format_timestamp(*article.published)}});
  } else {
    html.leaf("span", "Undated");
  }
  if (!article.source.empty()) html.leaf("span", article.source);
  if (!article.authors.empty()) html.leaf("span", "By " + joined(article.authors));
  if (article.modified && article.published && article.modified->day > article.published->day) {
    html.leaf("span", "Updated " + english_day(article.modified->day));
  }
}

void write_text(HtmlWriter& html, const Article& article) {
  const auto text = html.element("div", {{"class", "story"}, {"dir", "auto"}});
  for (const std::string& paragraph : article.body) {
    const bool is_standfirst = !article.standfirst.empty() && paragraph == article.standfirst;
    html.leaf("p", paragraph, {{"class", is_standfirst ? "standfirst" : "paragraph"}});
  }
  if (article.body.empty()) html.leaf("p", "The archive holds only the headline of this story.");
}

void write_people(HtmlWriter& html, const Site& site, const Article& article) {
  if (article.people.empty()) return;
  const auto section = html.element("section", {{"class", "people"}});
  html.leaf("h2", "People in this story");
  const auto list = html.element("ul");
  for (const Person& person : article.people) {
    const auto item = html.element("li");
    html.leaf("a", person.name, {{"href", person_address(site, name_id(person.name))}});
  }
}

}  // namespace

std::string article_address(const Site& site, const std::string& key) {
  return site.home + "articles/" + key;
}

std::string render_article_page(const Site& site, const Article& article) {
  const std::string key = article_key(article.id);
  const std::string headline = article.headline.empty() ? "Untitled story" : article.headline;
  PageHead head;
  head.title = headline;
  head.home = site.home;
  head.api = site.home + "api/articles/" + key;
  // The publisher's own page is the one to be found elsewhere.
  head.canonical = is_web_url(article.url) ? article.url : std::string();
  return write_page(head, [&](HtmlWriter& html) {
    const auto element =
        html.element("article", {{"class", "article"}, {"lang", article.language}});
    if (!article.section.empty()) {
      const auto kicker = html.element("p", {{"class", "kicker"}});
      html.leaf("a", article.section,
                {{"href", filter_address(site, FacetField::section, article.section)}});
    }
    html.leaf("h1", headline, {{"dir", "auto"}});
    write_facts(html, article);
    if (is_web_url(article.url)) {
      const auto original = html.element("p", {{"class", "original"}});
      html.leaf("a", "Read it where it was published, on " + url_host(article.url),
                {{"href", article.url}, {"rel", "noopener"}});
    }
    write_text(html, article);
    write_people(html, site, article);
  });
}

}  // namespace broadsheet::web
