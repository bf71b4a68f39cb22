#include "searcher/headline_words.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "schema/fields.hpp"

namespace broadsheet::searcher {
namespace {

// Of more that begin with one letter the rest is not looked at.
constexpr std::size_t max_looked_at = 100'000;
constexpr std::size_t max_kept = 10'000;

}  // namespace

std::vector<std::string> HeadlineWords::beginning(const std::string& start,
                                                  const Xapian::Database& database,
                                                  Deadline& deadline) {
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = kept_.find(start); found != kept_.end()) return found->second;
  }
  const std::string prefix = std::string(fields::prefix::headline).append(start);
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  const Xapian::TermIterator end = database.allterms_end(prefix);
  for (auto i = database.allterms_begin(prefix); i != end; ++i) {
    if (found.size() == max_looked_at || deadline.passed()) break;
    found.emplace_back(i.get_termfreq(), *i);
  }
  const auto last = found.begin() + std::min<std::ptrdiff_t>(std::ssize(found), most);
  std::partial_sort(found.begin(), last, found.end(), std::greater<>());
  std::vector<std::string> terms;
  for (auto i = found.begin(); i != last; ++i) terms.push_back(std::move(i->second));
  if (deadline.passed()) return terms;
  const std::lock_guard lock(mutex_);
  if (kept_.size() == max_kept) kept_.clear();
  kept_[start] = terms;
  return terms;
}

}  // namespace broadsheet::searcher
