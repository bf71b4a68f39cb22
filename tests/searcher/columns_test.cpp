#include "searcher/columns.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "schema/date.hpp"
#include "searcher/deadline.hpp"
#include "tests/searcher/search_helpers.hpp"

namespace broadsheet::searcher {
namespace {

// Everything that a reader of columns can see.
std::vector<std::string> written_out(const Columns& columns, Instant now) {
  std::vector<std::string> lines;
  const DocSet visible = columns.visible(now);
  visible.for_each([&](Xapian::docid docid) {
    std::string line = std::to_string(docid) + " " + std::to_string(columns.day(docid)) + " " +
                       std::to_string(columns.order(docid).high) + " " +
                       std::to_string(columns.length(docid));
    for (std::size_t i = 0; i < facet_field_count; ++i) {
      const FacetColumn& facet = columns.facet(static_cast<FacetField>(i));
      for (const auto value : facet.values(docid)) {
        const auto name = facet.dictionary().name_of(value);
        line += " " + facet.dictionary().id(name) + "=" + facet.dictionary().label(name);
      }
      line += " |";
    }
    lines.push_back(line);
  });
  lines.push_back(std::to_string(columns.count_between(INT32_MIN, INT32_MAX, now)));
  return lines;
}

}  // namespace

TEST_CASE("columns patched commit by commit equal columns read anew", "[columns]") {
  std::mt19937 random(3);
  const Instant now = current_instant();
  const auto random_article = [&](unsigned number) {
    Article article = make_article("id" + std::to_string(number), "Headline", "");
    if (random() % 2 != 0) article.section = random() % 3 != 0 ? "World" : "WORLD";
    for (auto i = random() % 4; i > 0; --i) {
      article.people.push_back({"Person " + std::to_string(random() % 9), 1, random() % 2 != 0});
    }
    if (random() % 3 != 0) {
      const Day day = *make_day(2020, 1, 1) + std::chrono::days(random() % 500);
      article.published = Timestamp{day, std::nullopt, {}};
    }
    if (random() % 9 == 0) article.status = Status::canceled;
    if (random() % 9 == 0) article.embargoed_until = now + std::chrono::hours(1);
    return article;
  };
  TestIndex index;
  for (unsigned i = 0; i < 50; ++i) index.put(random_article(i));
  index.commit();
  Columns columns = load_columns(index);

  for (int round = 0; round < 20; ++round) {
    std::vector<Xapian::docid> changed;
    for (int i = 0; i < 6; ++i) {
      const unsigned number = static_cast<unsigned>(random() % 70);
      index.put(random_article(number));
    }
    index.commit();
    const Xapian::Database database = open_database(index);
    for (Xapian::docid docid = 1; docid <= database.get_lastdocid(); ++docid) {
      if (random() % 3 == 0 || round % 2 == 0 || docid > columns.last()) changed.push_back(docid);
    }
    if (round % 2 != 0) {
      changed.clear();
      for (Xapian::docid docid = 1; docid <= database.get_lastdocid(); ++docid) {
        changed.push_back(docid);
      }
    }
    columns = columns.patched(database, changed);

    if (round % 2 == 0) continue;
    REQUIRE(written_out(columns, now) == written_out(Columns::load(database), now));
  }
}

TEST_CASE("a label is the most used spelling, of equals the first by alphabet", "[columns]") {
  Dictionary dictionary;
  const auto lower = dictionary.add("jose diaz");
  const auto accented = dictionary.add("José Díaz");
  dictionary.use(lower);
  dictionary.use(accented);
  dictionary.use(accented);

  CHECK(dictionary.name_of(lower) == dictionary.name_of(accented));
  const auto name = dictionary.find("jose-diaz");
  CHECK(dictionary.label(name) == "José Díaz");
  dictionary.use(lower);
  CHECK(dictionary.label(name) == "José Díaz");
  dictionary.use(lower);
  CHECK(dictionary.label(name) == "jose diaz");
  CHECK(dictionary.add("!?") == 0);
  CHECK(dictionary.find("nobody") == 0);
}

TEST_CASE("a document under embargo becomes visible, an expiring one disappears", "[columns]") {
  const Instant noon =
      std::chrono::sys_days(std::chrono::year(2021) / 3 / 19) + std::chrono::hours(12);
  Article embargoed = make_article("a", "A", "", "2021-03-19");
  embargoed.embargoed_until = noon;
  Article expiring = make_article("b", "B", "", "2021-03-19");
  expiring.expires = noon;
  const TestIndex index({embargoed, expiring});

  const Columns columns = load_columns(index);
  const Instant before = noon - std::chrono::seconds(1);

  CHECK_FALSE(columns.is_visible(1, before));
  CHECK(columns.is_visible(1, noon));
  CHECK(columns.is_visible(2, before));
  CHECK_FALSE(columns.is_visible(2, noon));
  CHECK(columns.visible(noon).count() == 1);
  CHECK(columns.visibility_tag(before) != columns.visibility_tag(noon));
}

TEST_CASE("a document set visits its members in order", "[doc_set]") {
  DocSet set(200);
  for (const Xapian::docid docid : {1U, 63U, 64U, 65U, 128U, 200U}) set.add(docid);
  set.remove(65);

  std::vector<Xapian::docid> members;
  set.for_each([&](Xapian::docid docid) { members.push_back(docid); });

  CHECK(members == std::vector<Xapian::docid>{1, 63, 64, 128, 200});
  CHECK(set.count() == 5);
  CHECK(set.next(64) == 64);
  CHECK(set.next(65) == 128);
  CHECK(set.next(201) == 0);
  set.resize(127);
  CHECK(set.count() == 3);
  CHECK(set.next(65) == 0);
  CHECK_FALSE(set.contains(128));
}

namespace {

Deadline::Clock::time_point fake_now{};
int looks = 0;

Deadline::Clock::time_point look() {
  ++looks;
  return fake_now;
}

}  // namespace

TEST_CASE("a deadline looks at the clock now and then, and stays passed", "[deadline]") {
  looks = 0;
  fake_now = Deadline::Clock::time_point(std::chrono::seconds(1));
  Deadline deadline(fake_now + std::chrono::seconds(1), &look);

  for (int i = 0; i < 640; ++i) CHECK_FALSE(deadline.passed());
  CHECK(looks == 10);
  fake_now += std::chrono::seconds(1);
  CHECK(deadline.passed());
  fake_now -= std::chrono::seconds(1);
  CHECK(deadline.passed());
}

}  // namespace broadsheet::searcher
