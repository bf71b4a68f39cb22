#include <fstream>

#include <xapian.h>
#include <catch2/catch.hpp>

#include "schema/changes.hpp"
#include "schema/index_directory.hpp"
#include "tests/index/index_fixture.hpp"

using namespace broadsheet;
using namespace broadsheet::indexer;
namespace fs = std::filesystem;

namespace {

// Pages of some variety; the n-th is dated and headed by its number.
std::string page(int n, const std::string& id = {}) {
  const std::string number = std::to_string(n);
  const std::string day = std::to_string(10 + n % 18);
  return id + "||2021-03-" + day + "|Harbour story " + number + "|The council of ward " + number +
         " met on the quay and voted.\n";
}

void write_pages(IndexFixture& fixture, int count) {
  for (int n = 0; n < count; ++n) {
    fixture.write("ward/" + std::to_string(n % 7) + "/p" + std::to_string(n), page(n));
  }
}

std::uint64_t revision_of(const fs::path& index) {
  return Xapian::Database(current_generation(index)->path.string()).get_revision();
}

}  // namespace

TEST_CASE("a first run builds an index of all pages and says so", "[index]") {
  IndexFixture fixture;
  write_pages(fixture, 50);
  fixture.write("broken", "!\n");
  fixture.write("nothing", "");

  const auto report = fixture.run();

  REQUIRE(report);
  CHECK(report->added == 50);
  CHECK(report->articles == 50);
  CHECK(report->skipped ==
        std::map<ErrorCode, std::uint64_t>{{ErrorCode::not_an_article, 1}, {ErrorCode::empty, 1}});
  CHECK(report->with_field.at("date") == 50);
  CHECK(report->with_field.at("section") == 0);
  CHECK(fixture.acknowledged == std::vector<std::string>{"50"});
  CHECK(ids_of(fixture.index()).size() == 50);
  CHECK(contents_of(fixture.index()).count("ward/3/p3") == 1);
  CHECK(check_index(fixture.index())->problems.empty());
}

TEST_CASE("documents of a bulk build lie in order of date", "[index]") {
  IndexFixture fixture;
  write_pages(fixture, 40);
  fixture.write("undated", "|||A story of no date|Nobody knows when.\n");
  REQUIRE(fixture.run());

  const Xapian::Database database(current_generation(fixture.index())->path.string());

  std::string last;
  for (auto posting = database.postlist_begin({}); posting != database.postlist_end({});
       ++posting) {
    const std::string order = database.get_document(*posting).get_value(0).substr(0, 5);
    CHECK(last <= order);
    last = order;
  }
}

TEST_CASE("the same folder twice changes nothing and commits nothing", "[index]") {
  IndexFixture fixture;
  write_pages(fixture, 30);
  fixture.write("broken", "!\n");
  REQUIRE(fixture.run());
  const auto skipped = fixture.skipped;
  const auto revision = revision_of(fixture.index());
  const auto generation = current_generation(fixture.index())->name;

  const auto report = fixture.run();

  REQUIRE(report);
  CHECK(report->added + report->replaced + report->removed + report->repeated == 0);
  CHECK(report->unchanged == 30);
  CHECK(report->articles == 30);
  CHECK(fixture.skipped == skipped);
  CHECK(fixture.acknowledged.empty());
  CHECK(revision_of(fixture.index()) == revision);
  CHECK(current_generation(fixture.index())->name == generation);
  CHECK_FALSE(current_generation(fixture.index())->manifest.files.empty());
}

TEST_CASE("a file that was only touched is read again and its article left alone", "[index]") {
  IndexFixture fixture;
  write_pages(fixture, 5);
  REQUIRE(fixture.run());
  const auto before = contents_of(fixture.index());
  fixture.write("ward/0/p0", page(0));

  const auto report = fixture.run();

  REQUIRE(report);
  CHECK(report->replaced == 0);
  CHECK(report->unchanged == 5);
  CHECK(contents_of(fixture.index()) == before);
}

TEST_CASE("a changed page replaces its article, a new one is added", "[index]") {
  IndexFixture fixture;
  write_pages(fixture, 10);
  REQUIRE(fixture.run());
  fixture.write("ward/0/p0", "||2021-03-10|Harbour story corrected|Now with the right ward.\n");
  fixture.write("ward/new", page(11));

  const auto report = fixture.run();

  REQUIRE(report);
  CHECK(report->replaced == 1);
  CHECK(report->added == 1);
  CHECK(report->unchanged == 9);
  CHECK(report->articles == 11);
  CHECK_THAT(contents_of(fixture.index()).at("ward/0/p0").data, Catch::Contains("corrected"));
  CHECK(check_index(fixture.index())->problems.empty());
}

TEST_CASE("an update records the documents that it changed", "[index]") {
  IndexFixture fixture;
  write_pages(fixture, 10);
  REQUIRE(fixture.run());
  fixture.write("ward/0/p0", page(90));
  fixture.write("ward/new", page(11));
  REQUIRE(fixture.run());

  const Xapian::Database database(current_generation(fixture.index())->path.string());
  const auto changes = decode_changes(database.get_metadata(changes_key(database.get_revision())));

  REQUIRE(changes);
  CHECK(changes->size() == 2);
  CHECK(changes->back() == 11);
  CHECK(current_generation(fixture.index())->manifest.files.empty());
}

TEST_CASE("an update of many commits goes on reading what it replaces", "[index]") {
  IndexFixture fixture;
  for (int n = 0; n < 40; ++n) fixture.write("p" + std::to_string(n), page(n));
  REQUIRE(fixture.run());
  for (int n = 0; n < 50; ++n) fixture.write("p" + std::to_string(n), page(n + 1));
  IndexOptions options;
  options.commit_every = 4;

  const auto report = fixture.run({}, options);

  REQUIRE(report);
  CHECK(report->replaced == 40);
  CHECK(report->added == 10);
  CHECK(fixture.acknowledged.size() == 13);
  CHECK(check_index(fixture.index())->problems.empty());
  CHECK(fixture.run()->unchanged == 50);
}

TEST_CASE("only the changes of the last commits are kept", "[index]") {
  IndexFixture fixture;
  for (Xapian::rev n = 0; n < kept_changes + 10; ++n) {
    fixture.write("p", page(static_cast<int>(n)));
    REQUIRE(fixture.run());
  }

  const Xapian::Database database(current_generation(fixture.index())->path.string());
  const auto kept = std::distance(database.metadata_keys_begin("changes:"),
                                  database.metadata_keys_end("changes:"));

  CHECK(static_cast<Xapian::rev>(kept) == kept_changes);
}

TEST_CASE("a replaced article keeps the time it was first seen", "[index]") {
  IndexFixture fixture;
  fixture.write("a", page(1, "one"));
  REQUIRE(fixture.run());
  const auto generation = current_generation(fixture.index());
  const auto first_seen = [&] {
    const Xapian::Database database(current_generation(fixture.index())->path.string());
    return database.get_document(*database.postlist_begin({})).get_data();
  };
  const std::string before = first_seen();
  IndexOptions rebuild;
  rebuild.rebuild = true;

  REQUIRE(fixture.run({}, rebuild));

  CHECK(first_seen() == before);
  CHECK(current_generation(fixture.index())->name != generation->name);
}

TEST_CASE("prune drops the articles whose files are gone, and only it does", "[index]") {
  IndexFixture fixture;
  write_pages(fixture, 10);
  REQUIRE(fixture.run());
  fixture.remove("ward/3/p3");

  REQUIRE(fixture.run());
  CHECK(ids_of(fixture.index()).size() == 10);
  IndexOptions prune;
  prune.prune = true;
  const auto report = fixture.run({}, prune);

  REQUIRE(report);
  CHECK(report->removed == 1);
  CHECK(report->articles == 9);
  CHECK(contents_of(fixture.index()).count("ward/3/p3") == 0);
  CHECK(check_index(fixture.index())->problems.empty());
}

TEST_CASE("prune leaves what other folders hold", "[index]") {
  IndexFixture fixture;
  fixture.write("north/a", page(1));
  fixture.write("north/b", page(2));
  fixture.write("south/c", page(3));
  REQUIRE(fixture.run({"north", "south"}));
  fixture.remove("south/c");
  IndexOptions prune;
  prune.prune = true;

  const auto report = fixture.run({"north"}, prune);

  REQUIRE(report);
  CHECK(report->removed == 0);
  CHECK(report->articles == 3);
}

TEST_CASE("prune does nothing below a folder that is wholly empty", "[index]") {
  IndexFixture fixture;
  fixture.write("a", page(1));
  REQUIRE(fixture.run());
  fixture.remove("a");
  IndexOptions prune;
  prune.prune = true;

  const auto report = fixture.run({}, prune);

  REQUIRE(report);
  CHECK(report->articles == 1);
  CHECK(fixture.notices.size() == 1);
}

TEST_CASE("an article that another file holds as well survives the pruning of one", "[index]") {
  IndexFixture fixture;
  fixture.write("a", page(1, "shared") + page(2, "two"));
  fixture.write("b", page(3, "shared") + page(4, "four"));
  REQUIRE(fixture.run());
  fixture.remove("b");
  IndexOptions prune;
  prune.prune = true;

  const auto report = fixture.run({}, prune);

  REQUIRE(report);
  CHECK(ids_of(fixture.index()) == std::vector<std::string>{"shared", "two"});
  CHECK_THAT(contents_of(fixture.index()).at("shared").data, Catch::Contains("story 1"));
}

TEST_CASE("the same id again in one run counts as repeated and the last wins", "[index]") {
  IndexFixture fixture;
  fixture.write("a", page(1, "same") + page(2, "other"));
  fixture.write("b", page(3, "same"));

  const auto report = fixture.run();

  REQUIRE(report);
  CHECK(report->added == 2);
  CHECK(report->repeated == 1);
  CHECK_THAT(contents_of(fixture.index()).at("same").data, Catch::Contains("story 3"));
}

TEST_CASE("deleted articles are gone and stay gone when the folder is indexed again", "[index]") {
  IndexFixture fixture;
  fixture.write("a", page(1, "one") + page(2, "two") + page(3, "three"));
  REQUIRE(fixture.run());

  const auto missing = delete_articles(fixture.index(), {"two", "no such article"});

  REQUIRE(missing);
  CHECK(*missing == std::vector<std::string>{"no such article"});
  CHECK(ids_of(fixture.index()) == std::vector<std::string>{"one", "three"});
  REQUIRE(fixture.run());
  CHECK(ids_of(fixture.index()) == std::vector<std::string>{"one", "three"});
}

TEST_CASE("a rebuild without a single article leaves the index as it was", "[index]") {
  IndexFixture fixture;
  fixture.write("a", page(1));
  REQUIRE(fixture.run());
  IndexOptions rebuild;
  rebuild.rebuild = true;

  const auto report = fixture.run({"no such folder"}, rebuild);

  REQUIRE_FALSE(report);
  CHECK(report.error().code == ErrorCode::empty);
  CHECK(ids_of(fixture.index()).size() == 1);
}

TEST_CASE("stats count what is there", "[index]") {
  IndexFixture fixture;
  fixture.write("a",
                "one||2019-05-01|First|Text.\ntwo||2021-06-02|Second|Text.\nthree|||Third|Text.\n");
  REQUIRE(fixture.run());

  const auto stats = index_stats(fixture.index());

  REQUIRE(stats);
  CHECK(stats->articles == 3);
  CHECK(stats->first_day == "2019-05-01");
  CHECK(stats->last_day == "2021-06-02");
  CHECK(stats->with_field.at("date") == 2);
  CHECK(stats->languages == std::vector<std::pair<std::string, std::uint64_t>>{{"en", 3}});
  CHECK(stats->years ==
        std::vector<std::pair<std::string, std::uint64_t>>{{"2019", 1}, {"2021", 1}});
  CHECK(stats->size_bytes > 0);
}

TEST_CASE("check finds a file that is not the one that was built", "[index]") {
  IndexFixture fixture;
  write_pages(fixture, 20);
  REQUIRE(fixture.run());
  const fs::path file = current_generation(fixture.index())->path / "docdata.glass";
  {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(-1, std::ios::end);
    stream.put('x');
  }

  const auto report = check_index(fixture.index());

  REQUIRE(report);
  CHECK_FALSE(report->problems.empty());
}
