// A term's postings, read out of the index.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <xapian.h>

#include "searcher/deadline.hpp"

namespace broadsheet::searcher {

struct PostingList {
  std::vector<Xapian::docid> docids;  // Ascending.
  // How often each has the term (Xapian's wdf); 65,535 stands for all above.
  std::vector<std::uint16_t> counts;
  bool complete = true;  // False if the deadline came first.

  std::size_t size() const { return docids.size(); }
};

// As far as it gets before the deadline.  May throw any Xapian::Error.
PostingList read_postings(const Xapian::Database& database, const std::string& term,
                          Deadline& deadline);

}  // namespace broadsheet::searcher
