#include "indexer/document_maker.hpp"

#include <utility>

#include "schema/article_codec.hpp"

namespace broadsheet::indexer {

std::optional<Instant> DocumentMaker::earlier_first_seen(const Write& write,
                                                         const std::string& id) {
  if (residents_.empty()) return std::nullopt;
  try {
    const Xapian::docid docid =
        write.replaces != 0 ? write.replaces : residents_.with_id(to_key(article_key(id)));
    if (docid == 0) return std::nullopt;
    const auto article = decode_article(residents_.data(docid));
    return article ? article->first_seen : std::nullopt;
  } catch (const Xapian::Error&) {
    if (write.replaces != 0) throw;
    return std::nullopt;  // A rebuild may well be made because the old index is damaged.
  }
}

Xapian::Document DocumentMaker::make(const Write& write) {
  SpooledArticle spooled = spool_.read(entries_[write.entry].place);
  Article& article = spooled.article;
  if (article.id.empty()) {
    const bool by_name = write.by_name || spooled.canonical_url.empty();
    article.id = by_name ? spooled.name : spooled.canonical_url;
  }
  sites_.leave_out(article, entries_[write.entry].site);
  article.first_seen = earlier_first_seen(write, article.id).value_or(now_);
  return builder_.build(article, {spooled.name, spooled.canonical_url});
}

Xapian::Document DocumentMaker::rename(const Rename& rename, const std::string& name) {
  Article article = residents_.article(rename.docid);
  const std::string canonical_url = std::exchange(article.id, name);
  return builder_.build(article, {name, canonical_url});
}

}  // namespace broadsheet::indexer
