#include <algorithm>
#include <exception>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "indexer/generation.hpp"
#include "indexer/identity.hpp"
#include "indexer/index.hpp"
#include "indexer/index_run.hpp"
#include "indexer/index_update.hpp"
#include "schema/document.hpp"
#include "schema/fields.hpp"
#include "schema/url.hpp"

namespace broadsheet::indexer {
namespace {

using Xapian::docid;

// Those of the URL's host that have exactly this URL.
std::vector<docid> with_url(const Residents& residents, const std::string& url) {
  std::vector<docid> found;
  if (!is_web_url(url)) return found;
  const std::string term = make_term(fields::prefix::host, url_host(url));
  const Xapian::Database& database = residents.database();
  const auto end = database.postlist_end(term);
  for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
    if (residents.article(*posting).url == url) found.push_back(*posting);
  }
  return found;
}

std::vector<docid> find(const Residents& residents, const std::string& id_or_url) {
  const ArticleKey key = to_key(article_key(id_or_url));
  if (const docid found = residents.with_id(key)) return {found};
  std::vector<docid> claiming = residents.claiming(key);
  return claiming.empty() ? with_url(residents, id_or_url) : claiming;
}

Result<std::vector<std::string>> delete_from(const std::filesystem::path& index,
                                             const std::vector<std::string>& ids) {
  const auto generation = current_generation(index);
  if (!generation) return generation.error();
  auto lock = IndexLock::acquire(index);
  if (!lock) return lock.error();
  // Once more, for it may have been switched before the lock was ours.
  auto current = current_generation(index);
  if (!current) return current.error();
  const Residents residents(Xapian::Database(current->path.string()));
  std::vector<std::string> missing;
  std::set<docid> doomed;
  for (const std::string& id : ids) {
    const std::vector<docid> found = find(residents, id);
    if (found.empty()) missing.push_back(id);
    doomed.insert(found.begin(), found.end());
  }
  require_space(current->path, 0);
  UpdateWriter writer(std::move(*current), doomed.size(), {});
  for (const docid document : doomed) writer.remove(document);
  writer.commit();
  return missing;
}

}  // namespace

Result<std::vector<std::string>> delete_articles(const std::filesystem::path& index,
                                                 const std::vector<std::string>& ids) {
  std::optional<Result<std::vector<std::string>>> result;
  if (auto failure = guard(index, [&] { result = delete_from(index, ids); })) return *failure;
  return std::move(*result);
}

}  // namespace broadsheet::indexer
