// From a decided write to the document that carries it out.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "indexer/identity.hpp"
#include "indexer/site_lines.hpp"
#include "indexer/spool.hpp"
#include "schema/document.hpp"

namespace broadsheet::indexer {

// Belongs to one thread.
class DocumentMaker {
 public:
  // residents: the index that documents are replaced in, or where earlier versions may be found.
  // sites: what articles are to lose.  common: the words of the index that they are for.
  DocumentMaker(const std::vector<Entry>& entries, const SpoolReader& spool, const SiteLines& sites,
                CommonWords common, Residents residents, Instant now)
      : entries_(entries),
        spool_(spool),
        sites_(sites),
        residents_(std::move(residents)),
        now_(now),
        builder_(std::move(common)) {}

  void reopen() { residents_.reopen(); }

  // first_seen is that of the earlier version if there is one, else now.
  Xapian::Document make(const Write& write);

  // The same article under the given name as its id.
  Xapian::Document rename(const Rename& rename, const std::string& name);

 private:
  std::optional<Instant> earlier_first_seen(const Write& write, const std::string& id);

  const std::vector<Entry>& entries_;
  const SpoolReader& spool_;
  const SiteLines& sites_;
  Residents residents_;
  Instant now_;
  DocumentBuilder builder_;
};

}  // namespace broadsheet::indexer
