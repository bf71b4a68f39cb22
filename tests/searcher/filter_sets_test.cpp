#include "searcher/filter_sets.hpp"

#include <catch2/catch.hpp>

#include "tests/searcher/search_helpers.hpp"

namespace broadsheet::searcher {
namespace {

Article in_section(int number, const std::string& section) {
  Article article = make_article(std::to_string(number), "Tide");
  article.section = section;
  return article;
}

}  // namespace

TEST_CASE("a filter's documents have any of its names, in any spelling", "[filters]") {
  const TestIndex index({in_section(0, "World"), in_section(1, "WORLD"), in_section(2, "Sport"),
                         in_section(3, "Local"), in_section(4, "")});
  const Columns columns = load_columns(index);
  FilterSets filters(columns);
  const auto count = [&](const std::vector<std::string>& ids) {
    return filters.with_any(FacetField::section, ids)->count();
  };

  CHECK(count({"world"}) == 2);
  CHECK(count({"world", "sport"}) == 3);
  CHECK(count({"nowhere"}) == 0);
  CHECK(count({}) == 0);
  CHECK(filters.with_any(FacetField::source, {"world"})->count() == 0);
}

TEST_CASE("a filter asked for again is looked up once, as long as few others are", "[filters]") {
  const TestIndex index({in_section(0, "World")});
  const Columns columns = load_columns(index);
  FilterSets filters(columns);
  const auto first = filters.with_any(FacetField::section, {"world"});

  CHECK(filters.with_any(FacetField::section, {"world"}) == first);
  for (int i = 0; i < 100'000; ++i) filters.with_any(FacetField::section, {std::to_string(i)});
  const auto again = filters.with_any(FacetField::section, {"world"});

  CHECK(again != first);
  CHECK(again->count() == 1);
}

}  // namespace broadsheet::searcher
