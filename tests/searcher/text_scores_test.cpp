#include "searcher/text_scores.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "tests/searcher/search_helpers.hpp"

namespace broadsheet::searcher {
namespace {

using Clock = Deadline::Clock;

Clock::time_point now_in_tests;
Clock::time_point fake_now() { return now_in_tests; }

// Articles of up to 200 words, of which low numbers are the most frequent.
std::vector<Article> random_articles(std::size_t count) {
  std::mt19937 random(19);
  std::geometric_distribution<int> word(0.05);
  std::uniform_int_distribution<int> length(1, 200);
  std::vector<Article> articles;
  for (std::size_t i = 0; i < count; ++i) {
    std::string body;
    for (int n = length(random); n > 0; --n) body += " 7" + std::to_string(word(random));
    articles.push_back(make_article(std::to_string(i), "Numbers", body));
  }
  return articles;
}

struct ScoredArchive {
  explicit ScoredArchive(const std::vector<Article>& articles) : index(articles) {}

  TestIndex index;
  ArchiveLanguages languages{{"en"}, {"en"}};
  Reader reader{Xapian::Database((index.path() / "gen-1").string()), languages};
  Columns columns = Columns::load(reader.database());
  Deadline deadline{Clock::now() + std::chrono::hours(1)};

  TextScores scores() { return {columns.usable(), columns, reader, deadline}; }
};

}  // namespace

TEST_CASE("a word scores what Xapian's IneB2 gives it", "[scores]") {
  ScoredArchive archive(random_articles(300));

  for (const std::string term : {"70", "73", "720", "760", "numbers"}) {
    TextScores scores = archive.scores();
    scores.add_word({term}, 1);
    Xapian::Enquire enquire(archive.reader.database());
    enquire.set_query(Xapian::Query(term));
    enquire.set_weighting_scheme(Xapian::IneB2Weight(1));
    const Xapian::MSet expected = enquire.get_mset(0, 300);
    CAPTURE(term);
    REQUIRE_FALSE(expected.empty());
    for (auto i = expected.begin(); i != expected.end(); ++i) {
      CHECK(scores.of(*i) == Approx(i.get_weight()).epsilon(1e-4));
    }
  }
}

TEST_CASE("the terms of a word count as one, words add up by weight", "[scores]") {
  ScoredArchive archive({make_article("a", "", "tide tide tide mud"),
                         make_article("b", "", "tide flood flood mud"),
                         make_article("c", "", "tide flood silt silt")});
  const auto docid = [&](const char* id) {
    return *archive.reader.database().postlist_begin("Q" + article_key(id));
  };
  TextScores one = archive.scores();
  TextScores twice = archive.scores();

  one.add_word({"tide", "flood"}, 1);
  twice.add_word({"tide", "flood"}, 1);
  twice.add_word({"silt"}, 0.5);
  twice.add_word({"silt"}, 0.5);
  TextScores silt = archive.scores();
  silt.add_word({"silt"}, 1);

  CHECK(one.of(docid("a")) > 0);
  CHECK(one.of(docid("b")) == one.of(docid("a")));
  CHECK(one.of(docid("c")) < one.of(docid("b")));
  CHECK(twice.of(docid("a")) == one.of(docid("a")));
  CHECK(twice.of(docid("c")) == Approx(one.of(docid("c")) + silt.of(docid("c"))));
}

TEST_CASE("an even gain goes to documents with a term and none of the others", "[scores]") {
  ScoredArchive archive({make_article("a", "", "tide"), make_article("b", "", "tide mud"),
                         make_article("c", "", "mud")});
  TextScores scores = archive.scores();

  scores.add_even({"tide"}, {"mud"}, 0.5);

  int gained = 0;
  archive.columns.usable().for_each([&](Xapian::docid docid) {
    if (scores.of(docid) == 0.5F) ++gained;
    CHECK((scores.of(docid) == 0 || scores.of(docid) == 0.5F));
  });
  CHECK(gained == 1);
}

TEST_CASE("only documents of the set score", "[scores]") {
  ScoredArchive archive(random_articles(300));
  DocSet even(archive.columns.last());
  for (Xapian::docid docid = 2; docid <= even.last(); docid += 2) even.add(docid);
  TextScores scores(even, archive.columns, archive.reader, archive.deadline);

  scores.add_word({"numbers"}, 1);
  scores.add_word({"70", "71"}, 1);

  for (Xapian::docid docid = 1; docid <= even.last(); ++docid) {
    CHECK((scores.of(docid) > 0) == even.contains(docid));
  }
}

TEST_CASE("postings are read until the deadline", "[scores]") {
  ScoredArchive archive(random_articles(300));
  const Xapian::Database& database = archive.reader.database();
  now_in_tests = Clock::time_point(std::chrono::seconds(1));
  Deadline in_time(now_in_tests + std::chrono::seconds(1), &fake_now);
  Deadline too_late(now_in_tests, &fake_now);

  const PostingList whole = read_postings(database, "numbers", in_time);
  const PostingList cut = read_postings(database, "numbers", too_late);

  CHECK(whole.complete);
  CHECK(whole.size() == 300);
  CHECK(whole.counts.size() == 300);
  CHECK_FALSE(cut.complete);
  CHECK(cut.size() < 300);
}

}  // namespace broadsheet::searcher
