#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <random>

#include <catch2/catch.hpp>

#include "indexer/bulk_build.hpp"
#include "indexer/generation.hpp"
#include "schema/common_words.hpp"
#include "schema/index_directory.hpp"
#include "tests/index/index_fixture.hpp"

using namespace broadsheet;
using namespace broadsheet::indexer;
namespace fs = std::filesystem;

namespace {

std::string page(int n) {
  const std::string number = std::to_string(n);
  std::string text = "||20" + std::to_string(10 + n % 12) + "-03-1" + std::to_string(n % 10) +
                     "|Harbour story " + number + "|";
  for (int word = 0; word < 30; ++word) text += "w" + std::to_string(n * word % 97) + ' ';
  return text + '\n';
}

// Files of `each` items, so that there are more articles than files.
std::vector<std::string> write_files(IndexFixture& fixture, int files, int each) {
  std::vector<std::string> names;
  for (int file = 0; file < files; ++file) {
    std::string content;
    for (int item = 0; item < each; ++item) content += page(file * each + item);
    names.push_back("f" + std::to_string(100 + file));
    fixture.write(names.back(), content);
  }
  return names;
}

// Lowers the number of descriptors that the process may have, for as long as it lives.
class DescriptorLimit {
 public:
  explicit DescriptorLimit(rlim_t limit) {
    ::getrlimit(RLIMIT_NOFILE, &before_);
    const rlimit lower{limit, before_.rlim_max};
    ::setrlimit(RLIMIT_NOFILE, &lower);
  }
  ~DescriptorLimit() { ::setrlimit(RLIMIT_NOFILE, &before_); }
  DescriptorLimit(const DescriptorLimit&) = delete;
  DescriptorLimit& operator=(const DescriptorLimit&) = delete;

 private:
  rlimit before_{};
};

}  // namespace

TEST_CASE("bulk, update in ten steps and shuffled inputs end in the same index", "[bulk]") {
  IndexFixture fixture;
  std::vector<std::string> names = write_files(fixture, 20, 15);
  REQUIRE(fixture.run());
  const Contents bulk = contents_of(fixture.index());
  REQUIRE(bulk.size() == 300);

  const fs::path steps = fixture.folder().parent_path() / "steps";
  for (std::size_t step = 0; step < 10; ++step) {
    REQUIRE(fixture.run_into(steps, {names[2 * step], names[2 * step + 1]}));
  }
  const fs::path shuffled = fixture.folder().parent_path() / "shuffled";
  std::shuffle(names.begin(), names.end(), std::mt19937(7));
  REQUIRE(fixture.run_into(shuffled, names));

  CHECK(contents_of(steps) == bulk);
  CHECK(contents_of(shuffled) == bulk);
}

TEST_CASE("a large update builds a new generation that holds the old articles too", "[bulk]") {
  IndexFixture fixture;
  fixture.write("first", page(0) + page(1) + page(2));
  fixture.write("changes", page(3) + page(4));
  REQUIRE(fixture.run());
  REQUIRE(delete_articles(fixture.index(), {"first#2"}));
  fixture.write("changes", page(3) + page(5));
  std::string many;
  for (int n = 0; n < 5'100; ++n) many += page(n);
  fixture.write("many", many);

  const auto report = fixture.run();

  REQUIRE(report);
  CHECK(report->added == 5'100);
  CHECK(report->replaced == 1);
  CHECK(report->articles == 5'104);
  CHECK(current_generation(fixture.index())->name == "gen-2");
  const Contents contents = contents_of(fixture.index());
  CHECK(contents.count("first#1") == 1);
  CHECK(contents.count("first#2") == 0);
  CHECK_THAT(contents.at("changes#2").data, Catch::Contains("story 5"));
  CHECK(check_index(fixture.index())->problems.empty());
  CHECK(fixture.run()->unchanged == 5'105);
}

TEST_CASE("many parts are merged with few descriptors", "[bulk]") {
  const fs::path folder = fs::temp_directory_path() / ("bulk-" + std::to_string(::getpid()));
  fs::create_directory(folder);
  const DescriptorLimit limit(256);
  BulkBuild build;
  build.folder = folder;
  build.threads = 2;
  build.descriptors = 256;
  build.lengths.assign(600, 400'000);  // Two to a part.
  build.maker = [] {
    return [](std::size_t number) {
      Xapian::Document document;
      document.add_term("n" + std::to_string(number));
      return document;
    };
  };

  const std::vector<fs::path> parts = build_parts(build);
  merge_databases(parts, folder / "all");

  CHECK(parts.size() < 26);
  const Xapian::Database all((folder / "all").string());
  REQUIRE(all.get_doccount() == 600);
  for (Xapian::docid docid = 1; docid <= 600; ++docid) {
    CHECK(*all.termlist_begin(docid) == "n" + std::to_string(docid - 1));
  }
  fs::remove_all(folder);
}

TEST_CASE("a second writer is turned away with a clear message", "[bulk]") {
  IndexFixture fixture;
  fixture.write("a", page(1));
  const auto lock = IndexLock::acquire(fixture.index());
  REQUIRE(lock);

  const auto report = fixture.run();

  REQUIRE_FALSE(report);
  CHECK(report.error().code == ErrorCode::index_locked);
  CHECK_THAT(report.error().message, Catch::Contains("process " + std::to_string(::getpid())));
}

TEST_CASE("what a killed build left behind is removed, and that is said", "[bulk]") {
  IndexFixture fixture;
  fixture.write("a", page(1));
  REQUIRE(fixture.run());
  CHECK(fixture.notices.empty());
  fs::create_directories(fixture.index() / "build-2");
  std::ofstream(fixture.index() / "build-2" / "spool-0") << "half";
  fs::create_directories(fixture.index() / "gen-2");
  std::ofstream(fixture.index() / "gen-2" / "postlist.glass") << "half";

  REQUIRE(fixture.run());

  CHECK(fixture.notices.size() == 1);
  CHECK_FALSE(fs::exists(fixture.index() / "build-2"));
  CHECK_FALSE(fs::exists(fixture.index() / "gen-2"));
  CHECK(ids_of(fixture.index()).size() == 1);
}

TEST_CASE("the generation before stays until the next run", "[bulk]") {
  IndexFixture fixture;
  fixture.write("a", page(1));
  REQUIRE(fixture.run());
  IndexOptions rebuild;
  rebuild.rebuild = true;

  REQUIRE(fixture.run({}, rebuild));
  CHECK(fs::exists(fixture.index() / "gen-1"));
  REQUIRE(fixture.run());

  CHECK_FALSE(fs::exists(fixture.index() / "gen-1"));
  CHECK(current_generation(fixture.index())->name == "gen-2");
}

TEST_CASE("an index of another format is refused, but can be rebuilt", "[bulk]") {
  IndexFixture fixture;
  fixture.write("a", page(1));
  REQUIRE(fixture.run());
  auto generation = current_generation(fixture.index());
  generation->manifest.format_version = 999;
  write_manifest(generation->path, generation->manifest);

  const auto refused = fixture.run();
  IndexOptions rebuild;
  rebuild.rebuild = true;

  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::index_unavailable);
  REQUIRE(fixture.run({}, rebuild));
  CHECK(ids_of(fixture.index()).size() == 1);
}

TEST_CASE("a folder that cannot be an index is an error, not a crash", "[bulk]") {
  IndexFixture fixture;
  fixture.write("a", page(1));

  const auto report = fixture.run_into(fixture.folder() / "a");

  REQUIRE_FALSE(report);
  CHECK(report.error().code == ErrorCode::index_unavailable);
}

TEST_CASE("a large new index learns its common words, and updates follow it", "[bulk]") {
  IndexFixture fixture;
  std::string many;
  for (int n = 0; n < 10'000; ++n) {
    many += "||2021-03-19|Story " + std::to_string(n) + "|the ferry of the harbour w" +
            std::to_string(n) + '\n';
  }
  fixture.write("many", many);
  REQUIRE(fixture.run());
  const auto with_pair = [&](const char* first, const char* second) {
    const Xapian::Database database(current_generation(fixture.index())->path.string());
    const std::string term =
        CommonWords::of(database).pair_term(word_code(first), word_code(second));
    return term.empty() ? 0 : database.get_termfreq(term);
  };
  CHECK(with_pair("of", "the") == 10'000);
  CHECK(with_pair("the", "of") == 0);
  CHECK(with_pair("harbour", "w7") == 0);

  fixture.write("more", "||2021-03-20|Another story|the mole of the harbour\n");
  REQUIRE(fixture.run());

  CHECK(with_pair("of", "the") == 10'001);
}

TEST_CASE("a small new index does without common words", "[bulk]") {
  IndexFixture fixture;
  fixture.write("one", "||2021-03-19|Story|the ferry of the harbour\n");
  REQUIRE(fixture.run());

  const Xapian::Database database(current_generation(fixture.index())->path.string());
  CHECK(CommonWords::of(database).empty());
}
