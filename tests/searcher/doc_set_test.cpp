#include "searcher/doc_set.hpp"

#include <catch2/catch.hpp>

namespace broadsheet::searcher {

TEST_CASE("sets made for different numbers of documents have their members in common",
          "[doc_set]") {
  DocSet few(10);
  for (const Xapian::docid docid : {3, 9}) few.add(docid);
  DocSet many(1'000);
  for (const Xapian::docid docid : {3, 10, 900}) many.add(docid);

  CHECK(few.count_common(many) == 1);
  CHECK(many.count_common(few) == 1);
  CHECK(many.count_common(DocSet()) == 0);
}

}  // namespace broadsheet::searcher
