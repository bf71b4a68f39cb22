#include "searcher/headline_words.hpp"

#include "schema/fields.hpp"
#include "searcher/frequent_terms.hpp"

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
  std::vector<std::string> terms = frequent_terms(database, prefix, max_looked_at, most, [&] {
                                     return deadline.passed();
                                   }).terms;
  if (deadline.passed()) return terms;
  const std::lock_guard lock(mutex_);
  if (kept_.size() == max_kept) kept_.clear();
  kept_[start] = terms;
  return terms;
}

}  // namespace broadsheet::searcher
