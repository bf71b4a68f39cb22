// What all pages have around their content: head, skip link, masthead, footer.
#pragma once

#include <functional>
#include <string>

#include "web/html_writer.hpp"

namespace broadsheet::web {

struct PageHead {
  std::string title;           // Before the name of the site; empty for that alone.
  std::string home;            // Address of the search page; ends with '/'.
  std::string canonical;       // Absolute address of the page, empty for none.
  std::string api;             // Address of the same content as JSON, empty for none.
  bool may_be_listed = false;  // By search engines.
};

// The whole page; content writes what stands in <main>.
std::string write_page(const PageHead& head, const std::function<void(HtmlWriter&)>& content);

}  // namespace broadsheet::web
