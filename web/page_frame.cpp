#include "web/page_frame.hpp"

#include "web/assets.hpp"

namespace broadsheet::web {

namespace {

constexpr const char* site_name = "Broadsheet";

void write_head(HtmlWriter& html, const PageHead& head) {
  const auto element = html.element("head");
  html.empty("meta", {{"charset", "utf-8"}});
  html.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  if (!head.may_be_listed) {
    html.empty("meta", {{"name", "robots"}, {"content", "noindex, follow"}});
  }
  html.leaf("title", head.title.empty() ? site_name : head.title + " – " + site_name);
  html.empty("link", {{"rel", "stylesheet"}, {"href", head.home + asset_path("style.css")}});
  html.empty("link", {{"rel", "icon"},
                      {"type", "image/svg+xml"},
                      {"href", head.home + asset_path("favicon.svg")}});
  if (!head.canonical.empty()) {
    html.empty("link", {{"rel", "canonical"}, {"href", head.canonical}});
  }
  if (!head.api.empty()) {
    html.empty("link", {{"rel", "alternate"}, {"type", "application/json"}, {"href", head.api}});
  }
}

void write_masthead(HtmlWriter& html, const std::string& home) {
  html.leaf("a", "Skip to the content", {{"class", "skip"}, {"href", "#content"}});
  const auto header = html.element("header", {{"class", "masthead"}});
  html.leaf("a", site_name, {{"class", "nameplate"}, {"href", home}});
}

void write_footer(HtmlWriter& html, const PageHead& head) {
  const auto footer = html.element("footer", {{"class", "colophon"}});
  const auto list = html.element("ul");
  if (!head.api.empty()) {
    const auto item = html.element("li");
    html.leaf("a", "This page as JSON", {{"href", head.api}});
  }
  const auto item = html.element("li");
  html.leaf("a", "API description", {{"href", head.home + "openapi.yaml"}});
}

}  // namespace

std::string write_page(const PageHead& head, const std::function<void(HtmlWriter&)>& content) {
  HtmlWriter html;
  {
    const auto document = html.element("html", {{"lang", "en"}});
    write_head(html, head);
    const auto body = html.element("body");
    write_masthead(html, head.home);
    {
      const auto main = html.element("main", {{"id", "content"}, {"tabindex", "-1"}});
      content(html);
    }
    write_footer(html, head);
  }
  return html.html();
}

}  // namespace broadsheet::web
