#include "searcher/date_order.hpp"

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

#include "tests/searcher/search_helpers.hpp"

namespace broadsheet::searcher {
namespace {

// Some undated; docids in no order of dates.
std::vector<Article> random_articles(std::mt19937& random, int count) {
  std::vector<Article> articles;
  for (int i = 0; i < count; ++i) {
    const Day day = *parse_day("2001-01-01") + std::chrono::days(random() % 3'000);
    articles.push_back(
        make_article(std::to_string(i), "Tide", "", random() % 7 == 0 ? "" : format_day(day)));
  }
  return articles;
}

bool stands_before(SortOrder order, const OrderKey& a, const OrderKey& b) {
  if (a.dated() != b.dated()) return a.dated();
  return order == SortOrder::oldest ? a < b : a > b;
}

}  // namespace

TEST_CASE("a cursor is read back as it was written", "[date_order]") {
  const SortOrder order = GENERATE(SortOrder::newest, SortOrder::oldest);
  const std::uint64_t high = GENERATE(0ULL, 1ULL, 0x0123'4567'89ab'cdefULL, ~0ULL);
  const std::uint16_t low = GENERATE(std::uint16_t{0}, std::uint16_t{0xfffe});
  const Cursor cursor{order, {high, low}};

  const std::string text = encode_cursor(cursor);

  CHECK(text.find_first_of("+/=&") == std::string::npos);
  CHECK(decode_cursor(text) == cursor);
}

TEST_CASE("any other text is no cursor", "[date_order]") {
  const std::string text = encode_cursor({SortOrder::newest, {123, 4}});

  CHECK_FALSE(decode_cursor(""));
  CHECK_FALSE(decode_cursor(text.substr(1)));
  CHECK_FALSE(decode_cursor(text + "A"));
  CHECK_FALSE(decode_cursor(std::string(16, '\xff')));
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string altered = text;
    altered[i] = altered[i] == 'A' ? 'C' : 'A';
    CHECK_FALSE(decode_cursor(altered) == decode_cursor(text));
  }
}

TEST_CASE("pages and cursors go through the documents in order", "[date_order]") {
  std::mt19937 random(5);
  const TestIndex index(random_articles(random, 500));
  const Columns columns = load_columns(index);
  const SortOrder order = GENERATE(SortOrder::newest, SortOrder::oldest);
  const unsigned one_in = GENERATE(1U, 3U, 100U);
  DocSet documents(columns.last());
  std::vector<Xapian::docid> expected;
  columns.usable().for_each([&](Xapian::docid docid) {
    if (random() % one_in != 0) return;
    documents.add(docid);
    expected.push_back(docid);
  });
  std::sort(expected.begin(), expected.end(), [&](Xapian::docid a, Xapian::docid b) {
    return stands_before(order, columns.order(a), columns.order(b));
  });

  std::vector<Xapian::docid> by_page;
  for (std::size_t first = 0; first < 600; first += 7) {
    const DatePage page = date_page(documents, columns, order, std::nullopt, first, 7);
    by_page.insert(by_page.end(), page.documents.begin(), page.documents.end());
    CHECK(page.next.has_value() == (first + 7 < expected.size()));
  }
  std::vector<Xapian::docid> by_cursor;
  std::optional<Cursor> after;
  do {
    const DatePage page = date_page(documents, columns, order, after, 0, 7);
    by_cursor.insert(by_cursor.end(), page.documents.begin(), page.documents.end());
    after = page.next;
  } while (after);

  CHECK(by_page == expected);
  CHECK(by_cursor == expected);
}

}  // namespace broadsheet::searcher
