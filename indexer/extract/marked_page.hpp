// A page written out again with what was kept of it marked: to look at in a browser.
#pragma once

#include <string>
#include <string_view>

#include "indexer/extract/extract.hpp"
#include "indexer/extract/html_page.hpp"

namespace broadsheet::indexer {

// One HTML page that needs nothing else: the fields and a legend, then the page's own texts in its
// order, those of the story, the headline and those dropped marked, with the reason as a tooltip.
// Of the page's markup only the names of plain elements are kept, no attribute: nothing in it can
// run, load or lead anywhere, whatever the page says.
std::string mark_page(std::string_view name, const Result<Extraction>& extraction,
                      const PageReading& page);

}  // namespace broadsheet::indexer
