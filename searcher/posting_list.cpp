#include "searcher/posting_list.hpp"

#include <algorithm>

namespace broadsheet::searcher {

PostingList read_postings(const Xapian::Database& database, const std::string& term,
                          Deadline& deadline) {
  constexpr Xapian::termcount most = UINT16_MAX;
  PostingList list;
  const Xapian::doccount size = database.get_termfreq(term);
  list.docids.reserve(size);
  list.counts.reserve(size);
  const Xapian::PostingIterator end = database.postlist_end(term);
  for (auto i = database.postlist_begin(term); i != end; ++i) {
    if (deadline.passed()) {
      list.complete = false;
      break;
    }
    list.docids.push_back(*i);
    list.counts.push_back(static_cast<std::uint16_t>(std::min(i.get_wdf(), most)));
  }
  return list;
}

}  // namespace broadsheet::searcher
