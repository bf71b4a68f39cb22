#include "searcher/headline_words.hpp"

#include <memory>

#include "schema/fields.hpp"
#include "searcher/frequent_terms.hpp"

namespace broadsheet::searcher {
namespace {

// Of more that begin with one letter the rest is not looked at.
constexpr std::size_t max_looked_at = 100'000;

}  // namespace

std::vector<std::string> HeadlineWords::beginning(const std::string& start,
                                                  const Xapian::Database& database,
                                                  Deadline& deadline) {
  if (const auto kept = kept_.find(start)) return *kept;
  const std::string prefix = std::string(fields::prefix::headline).append(start);
  std::vector<std::string> terms = frequent_terms(database, prefix, max_looked_at, most, [&] {
                                     return deadline.passed();
                                   }).terms;
  if (!deadline.passed()) {
    kept_.put(start, std::make_shared<const std::vector<std::string>>(terms), bytes_of(terms));
  }
  return terms;
}

}  // namespace broadsheet::searcher
