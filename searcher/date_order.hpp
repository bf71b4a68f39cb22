// Matches by date, and cursors to go on from.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/columns.hpp"
#include "searcher/doc_set.hpp"
#include "searcher/search_request.hpp"

namespace broadsheet::searcher {

// Where a page ended: the order and key of its last article.  It stays valid while the index
// changes: what is added before it doesn't shift what comes after.
struct Cursor {
  SortOrder order = SortOrder::newest;
  OrderKey key;

  friend bool operator==(const Cursor&, const Cursor&) = default;
};

// Opaque text, safe in a URL.
std::string encode_cursor(const Cursor& cursor);

// Nothing unless encode_cursor() made it.
std::optional<Cursor> decode_cursor(std::string_view text);

struct DatePage {
  std::vector<Xapian::docid> documents;
  std::optional<Cursor> next;  // If there are more.
};

// Places `first` (from 0) to `first + size - 1` of the documents (behind the cursor's, if there is
// one), newest or oldest first; undated ones come last in both orders.
DatePage date_page(const DocSet& documents, const Columns& columns, SortOrder order,
                   const std::optional<Cursor>& after, std::size_t first, std::size_t size);

}  // namespace broadsheet::searcher
