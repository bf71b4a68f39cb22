// A searcher that follows an index while it changes.
#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <set>
#include <thread>

#include "tests/searcher/search_helpers.hpp"

namespace broadsheet::searcher {
namespace {

using Ids = std::vector<std::string>;

// Waits until the condition holds; false if it takes implausibly long.
template <typename Condition>
bool eventually(Condition condition) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::yield();
  }
  return true;
}

bool comes_to_hold(const Searcher& searcher, std::uint64_t articles) {
  return eventually([&] { return searcher.state().articles == articles; });
}

}  // namespace

TEST_CASE("commits appear without a restart", "[follow]") {
  const bool record_changes = GENERATE(true, false);
  TestIndex index({make_article("a", "First story", "", "2021-01-01")});
  const auto searcher = open_searcher(index);
  const std::string etag = search(*searcher, {}).etag;

  Article second = make_article("b", "Second story", "", "2021-01-02");
  second.section = "World";
  index.put(second);
  index.commit(record_changes);
  REQUIRE(comes_to_hold(*searcher, 2));
  CHECK(ids(search(*searcher, {{"q", "story"}})) == Ids{"b", "a"});
  CHECK(ids(search(*searcher, {{"section", "world"}})) == Ids{"b"});
  CHECK(search(*searcher, {}).etag != etag);

  second.section = "Sport";
  index.put(second);
  index.remove("a");
  index.commit(record_changes);
  REQUIRE(comes_to_hold(*searcher, 1));
  const SearchResponse last = search(*searcher, {});
  CHECK(ids(last) == Ids{"b"});
  REQUIRE(last.facets.at(FacetField::section).values.size() == 1);
  CHECK(last.facets.at(FacetField::section).values[0].label == "Sport");
}

TEST_CASE("a word whose article is deleted is offered no more from that commit on", "[follow]") {
  TestIndex index({make_article("a", "Quillfeather resigns"), make_article("b", "Ferry sails")});
  const auto searcher = open_searcher(index);
  const Parameters misspelt{{"q", "quillfaether"}};
  REQUIRE(search(*searcher, misspelt).suggestion == "quillfeather");

  index.remove("a");
  index.commit();
  REQUIRE(comes_to_hold(*searcher, 1));

  CHECK_FALSE(search(*searcher, misspelt).suggestion);
}

TEST_CASE("an article that is withheld disappears with the commit", "[follow]") {
  Article article = make_article("a", "Story", "", "2021-01-01");
  TestIndex index({article, make_article("b", "Story", "", "2021-01-02")});
  const auto searcher = open_searcher(index);

  article.status = Status::withheld;
  index.put(article);
  index.commit();

  REQUIRE(comes_to_hold(*searcher, 1));
  CHECK(ids(search(*searcher, {{"q", "story"}})) == Ids{"b"});
  CHECK_FALSE(searcher->article("a"));
}

TEST_CASE("a searcher that does not follow shows the index as it was opened", "[follow]") {
  TestIndex index({make_article("a", "Story", "")});
  SearcherOptions options = patient();
  options.follow = false;
  const auto searcher = open_searcher(index, options);

  index.put(make_article("b", "Story", ""));
  index.commit();

  CHECK(ids(search(*searcher, {{"q", "story"}})) == Ids{"a"});
}

TEST_CASE("a reader left two commits behind takes a fresh snapshot", "[follow]") {
  TestIndex index;
  for (int i = 0; i < 500; ++i) {
    index.put(make_article("id" + std::to_string(i), "Story number", "The same body."));
  }
  index.commit();
  SearcherOptions options = patient();
  options.follow = false;
  const auto searcher = open_searcher(index, options);

  for (int commit = 0; commit < 4; ++commit) {
    for (int i = 0; i < 500; ++i) {
      index.put(make_article("id" + std::to_string(i), "Story changed", "Another body."));
    }
    index.commit();
  }

  CHECK(search(*searcher, {{"q", "changed"}}).total == 500);
  CHECK(searcher->article("id7").has_value());
}

TEST_CASE("a switched generation appears, and the old one serves until then", "[follow]") {
  TestIndex index({make_article("old", "Story", "", "2021-01-01")});
  const auto searcher = open_searcher(index);
  const std::string uuid = searcher->state().generation_uuid;

  index.switch_to({make_article("new1", "Story", "", "2021-01-01"),
                   make_article("new2", "Story", "", "2021-01-02")});

  REQUIRE(comes_to_hold(*searcher, 2));
  CHECK(ids(search(*searcher, {{"q", "story"}})) == Ids{"new2", "new1"});
  CHECK(searcher->state().generation_uuid != uuid);
  CHECK_FALSE(searcher->article("old"));
}

TEST_CASE("no request fails while commits and generations come and go", "[follow]") {
  std::vector<Article> articles;
  for (int i = 0; i < 200; ++i) {
    articles.push_back(
        make_article("id" + std::to_string(i), "Story number", "A body of words.", "2021-01-01"));
  }
  TestIndex index(articles);
  const auto searcher = open_searcher(index);
  std::atomic<bool> done = false;
  std::atomic<int> failures = 0;
  std::atomic<int> answered = 0;

  const auto ask = [&] {
    while (!done) {
      for (const Parameters& parameters :
           {Parameters{{"q", "story"}}, Parameters{{"q", "\"body of words\""}}, Parameters{}}) {
        const auto response = searcher->search(*parse_search_request(parameters));
        // Every state of the index holds these articles.
        if (!response || response->total < 200 || response->results.size() != 10) ++failures;
        ++answered;
      }
      if (!searcher->article("id1")) ++failures;
    }
  };
  {
    const std::jthread first(ask);
    const std::jthread second(ask);
    const std::jthread third(ask);
    for (int round = 0; round < 3; ++round) {
      for (int commit = 0; commit < 6; ++commit) {
        for (int i = 0; i < 100; ++i) {
          index.put(
              make_article("r" + std::to_string(round) + "-" + std::to_string(commit * 100 + i),
                           "Story more", "A body of words."));
        }
        index.commit(commit % 2 == 0);
      }
      index.switch_to(articles);
    }
    const std::string last = "uuid-4";
    CHECK(eventually([&] { return searcher->state().generation_uuid == last; }));
    done = true;
  }

  CHECK(failures == 0);
  CHECK(answered > 0);
}

TEST_CASE("a cursor goes through all articles once, whatever is added before it", "[follow]") {
  const std::string order = GENERATE("newest", "oldest");
  std::vector<Article> articles;
  Ids expected;
  for (int i = 0; i < 60; ++i) {
    const std::string day = i % 10 == 9 ? "" : "2021-02-" + std::to_string(10 + i % 7);
    articles.push_back(make_article("id" + std::to_string(i), "Story", "", day));
    expected.push_back(articles.back().id);
  }
  TestIndex index(articles);
  const auto searcher = open_searcher(index);
  const std::string query = GENERATE("", "story");

  Ids seen;
  std::string cursor;
  for (int page = 0; page < 20; ++page) {
    const SearchResponse response = search(
        *searcher, {{"q", query}, {"order-by", order}, {"page-size", "17"}, {"cursor", cursor}});
    const Ids more = ids(response);
    seen.insert(seen.end(), more.begin(), more.end());
    cursor = response.next_cursor;
    if (cursor.empty()) break;
    // Comes before every page in its order.
    const std::string day = order == "newest" ? "2022-01-01" : "2020-01-01";
    index.put(make_article("late" + std::to_string(page), "Story", "", day));
    index.commit();
    REQUIRE(comes_to_hold(*searcher, 61 + static_cast<std::uint64_t>(page)));
  }

  CHECK(cursor.empty());
  std::sort(seen.begin(), seen.end());
  std::sort(expected.begin(), expected.end());
  CHECK(seen == expected);
}

TEST_CASE("a cursor that is not ours, or of another order, is refused", "[follow]") {
  const TestIndex index(
      {make_article("a", "Story", "", "2021-01-01"), make_article("b", "Story", "", "2021-01-02")});
  const auto searcher = open_searcher(index);
  const std::string ours =
      search(*searcher, {{"order-by", "newest"}, {"page-size", "1"}}).next_cursor;
  REQUIRE_FALSE(ours.empty());
  std::string altered = ours;
  altered[5] = altered[5] == 'A' ? 'B' : 'A';

  for (const std::string& cursor :
       {std::string("x"), altered, ours + "AAAA", std::string(16, '!')}) {
    SearchRequest request;
    request.order_by = SortOrder::newest;
    request.cursor = cursor;
    const auto response = searcher->search(request);
    REQUIRE_FALSE(response);
    CHECK(response.error().code == ErrorCode::invalid_request);
    CHECK(response.error().parameter == "cursor");
  }
  SearchRequest other_order;
  other_order.order_by = SortOrder::oldest;
  other_order.cursor = ours;
  CHECK_FALSE(searcher->search(other_order));
}

}  // namespace broadsheet::searcher
