#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "indexer/input_walker.hpp"
#include "tests/index/index_fixture.hpp"

using namespace broadsheet;
using namespace broadsheet::indexer;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> names(const FoundInputs& found) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < found.files.size(); ++i) names.push_back(found.files[i].name);
  return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("folders are walked by name, depth first", "[walk]") {
  IndexFixture fixture;
  for (const char* name : {"b/2", "a", "b/1/x", "c", "b/3"}) fixture.write(name, "x");

  const auto found = find_inputs({fixture.folder().string()}, fixture.index());

  CHECK(names(found) == Names{"a", "b/1/x", "b/2", "b/3", "c"});
  CHECK(found.skipped.empty());
  CHECK(found.files[1].path == fixture.folder() / "b/1/x");
  CHECK(found.files[1].size_bytes == 1);
}

TEST_CASE("symlinks, fifos and what is not there are reported and passed over", "[walk]") {
  IndexFixture fixture;
  fixture.write("page", "x");
  fs::create_symlink(fixture.folder() / "page", fixture.folder() / "link");
  fs::create_directory_symlink("/etc", fixture.folder() / "folder");
  ::mkfifo((fixture.folder() / "pipe").c_str(), 0600);

  const auto found =
      find_inputs({fixture.folder().string(), "/no/such/file", "/dev/zero"}, fixture.index());

  CHECK(names(found) == Names{"page"});
  REQUIRE(found.skipped.size() == 5);
  for (const Skipped& skipped : found.skipped) CHECK(skipped.error.code == ErrorCode::unreadable);
  CHECK_THAT(found.skipped[0].error.message, Catch::Contains("symbolic link"));
  CHECK_THAT(found.skipped[2].error.message, Catch::Contains("fifo"));
  CHECK_THAT(found.skipped[3].error.message, Catch::Contains("No such file"));
}

TEST_CASE("a symlink given by name is followed", "[walk]") {
  IndexFixture fixture;
  fixture.write("real/page", "x");
  fs::create_directory_symlink(fixture.folder() / "real", fixture.folder() / "link");

  const auto found = find_inputs({(fixture.folder() / "link").string()}, fixture.index());

  CHECK(names(found) == Names{"page"});
}

TEST_CASE("what is given twice is taken once", "[walk]") {
  const auto [inputs, expected] = GENERATE(table<Names, Names>({
      {{"", ""}, {"a", "b/1", "b/2"}},
      {{"b", ""}, {"1", "2", "a"}},
      {{"", "b"}, {"a", "b/1", "b/2"}},
      {{"b/1", ""}, {"1", "a", "b/2"}},
      {{"", "a"}, {"a", "b/1", "b/2"}},
      {{"a", "a"}, {"a"}},
  }));
  IndexFixture fixture;
  for (const char* name : {"a", "b/1", "b/2"}) fixture.write(name, "x");
  Names paths;
  for (const std::string& input : inputs) paths.push_back((fixture.folder() / input).string());
  CAPTURE(inputs);

  CHECK(names(find_inputs(paths, fixture.index())) == expected);
}

TEST_CASE("the index's own folder is not indexed", "[walk]") {
  IndexFixture fixture;
  fixture.write("a", "x");
  fixture.write("db/gen-1/manifest.json", "{}");

  const auto found = find_inputs({fixture.folder().string()}, fixture.folder() / "db");

  CHECK(names(found) == Names{"a"});
}

TEST_CASE("names that are not UTF-8 become so", "[walk]") {
  IndexFixture fixture;
  fixture.write("caf\xe9", "x");

  const auto found = find_inputs({fixture.folder().string()}, fixture.index());

  CHECK(names(found) == Names{"caf\xef\xbf\xbd"});
  CHECK(fs::exists(found.files[0].path));
}
