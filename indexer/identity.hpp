// Which article an extraction is: what it claims to be, what the index holds under that claim, and
// what is to be written so that the outcome does not hang on order.
//
// An article claims a given id, else a canonical URL, else its own name.  Several pages may claim
// one canonical URL: those of the same headline are one article, the last wins; if their headlines
// differ the claim is disputed and each goes by its name, those already in the index too.  A page
// that is read again replaces its earlier self and disputes nothing.  The URL of structured input
// (JSON) is as good as an id: nobody disputes it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

#include "indexer/extract/extract.hpp"
#include "indexer/file_ledger.hpp"
#include "indexer/site_lines.hpp"
#include "indexer/spool.hpp"

namespace broadsheet::indexer {

enum class ClaimKind : std::uint8_t { given_id, canonical_url, name };

// An article read in this run; a million of them fit in memory.
struct Entry {
  std::uint64_t sequence = 0;  // Order of input.
  std::int64_t order = 0;      // What documents are written in order of: seconds, undated first.
  SpoolPlace place;
  std::size_t headline = 0;  // Hash of the folded headline, for canonical claims.
  ArticleKey claim{};
  ArticleKey origin{};  // Key of the item's name; of the file's name if the id is given.
  SiteKey site = 0;     // 0 for structured input: its body is as it was given.
  std::uint32_t file = 0;
  std::uint32_t item = 0;
  Xapian::docid same_as = 0;  // A document that says exactly the same.
  std::uint16_t fields = 0;   // Bits of field_names.
  ClaimKind kind = ClaimKind::name;
};

// Whether the canonical URL that a page claims is to be believed as far as the page alone tells:
// a web URL that is no site's root, on the host of the page's own URL where that is known.
bool is_believable_canonical(std::string_view canonical_url, std::string_view page_url);

// The form in which headlines are compared.
std::size_t headline_hash(const std::string& headline);

// What names an article of standard input that has neither id nor canonical URL: its content.
std::string content_name(const Article& article);

// The index as the resolver and the readers see it, as of opening.  Belongs to one thread.
class Residents {
 public:
  // Without a database: an index without articles.
  explicit Residents(std::optional<Xapian::Database> database) : database_(std::move(database)) {}

  // From now on the documents are as good as deleted; ascending.
  void ignore(std::vector<Xapian::docid> docids) { ignored_ = std::move(docids); }

  // After a commit: a reader that is two commits behind fails.
  void reopen() {
    if (database_) database_->reopen();
  }

  bool empty() const { return !database_; }
  // 0 if there is none.
  Xapian::docid with_id(const ArticleKey& key) const;
  // Those whose page claims the canonical URL, under whatever id they go.
  std::vector<Xapian::docid> claiming(const ArticleKey& canonical) const;
  bool has_origin(Xapian::docid docid, const ArticleKey& origin) const;
  bool claims(Xapian::docid docid, const ArticleKey& canonical) const;
  // Key of the name it came from; all zero if none is noted.
  ArticleKey origin(Xapian::docid docid) const;
  Article article(Xapian::docid docid) const;
  std::string data(Xapian::docid docid) const;
  const Xapian::Database& database() const { return *database_; }

 private:
  bool has_term(Xapian::docid docid, const std::string& term) const;
  bool is_ignored(Xapian::docid docid) const;

  std::optional<Xapian::Database> database_;
  std::vector<Xapian::docid> ignored_;
};

struct Write {
  std::uint32_t entry = 0;
  bool by_name = false;        // Its id is the item's name, not what it claims.
  Xapian::docid replaces = 0;  // 0: a new document.
};

// A document that has lost its canonical URL to a dispute and goes by its name from now on.
struct Rename {
  Xapian::docid docid = 0;
  ArticleKey claim{};
  ArticleKey origin{};
};

struct Removal {
  Xapian::docid docid = 0;
  std::uint32_t entry = 0;  // Goes with the write of this entry, or by itself if none is written.
};

struct Resolution {
  std::vector<Write> writes;  // In order of entries.
  std::vector<Rename> renames;
  std::vector<Removal> removals;
  std::vector<std::uint32_t> losers;  // Entries overtaken by a later one of the same article.
  std::uint64_t unchanged = 0;
};

// entries are in order of sequence.
Resolution resolve(const std::vector<Entry>& entries, const Residents& residents);

// The claims that no longer hold back a rival: canonical URLs whose page, read again, now has
// another headline.  Pages that claim them too, skipped so far, have to be read as well.
std::vector<ArticleKey> reopened_claims(const std::vector<Entry>& entries,
                                        const Residents& residents);

}  // namespace broadsheet::indexer
