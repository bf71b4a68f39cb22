#include "searcher/headline_words.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/searcher/search_helpers.hpp"

namespace broadsheet::searcher {
namespace {

Deadline::Clock::time_point start_of_tests() { return Deadline::Clock::time_point(); }

}  // namespace

TEST_CASE("a beginning stands for the most frequent headline words, now and again", "[suggest]") {
  std::vector<Article> articles;
  for (int i = 0; i < 40; ++i) {
    const std::string number = std::to_string(10 + i);
    articles.push_back(make_article(number, "Mill mill" + number, "milestone"));
  }
  const TestIndex index(articles);
  const Xapian::Database database = open_database(index);
  Deadline deadline(Deadline::Clock::now() + std::chrono::hours(1));
  HeadlineWords words;

  const auto found = words.beginning("mil", database, deadline);

  REQUIRE(found.size() == HeadlineWords::most);
  CHECK(found.front() == "Smill");
  CHECK(std::find(found.begin(), found.end(), "Smilestone") == found.end());
  CHECK(words.beginning("mil", database, deadline) == found);
  CHECK(words.beginning("mill2", database, deadline).size() == 10);
  CHECK(words.beginning("mud", database, deadline).empty());
}

TEST_CASE("what a deadline has cut short is not kept", "[suggest]") {
  const TestIndex index({make_article("a", "Mill")});
  const Xapian::Database database = open_database(index);
  Deadline passed(start_of_tests(), &start_of_tests);
  Deadline in_time(Deadline::Clock::now() + std::chrono::hours(1));
  HeadlineWords words;

  CHECK(words.beginning("mi", database, passed).empty());
  CHECK(words.beginning("mi", database, in_time).size() == 1);
}

}  // namespace broadsheet::searcher
