#include "schema/index_directory.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "schema/fields.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace broadsheet;
using broadsheet::tests::TemporaryDirectory;
namespace fs = std::filesystem;

namespace {

void make_generation(const fs::path& index, int format_version) {
  fs::create_directory(index / "gen-1");
  write_manifest(
      index / "gen-1",
      {format_version, "some-uuid", "2021-03-19T00:00:00Z", {{"postlist.glass", "00ff"}}});
  switch_current(index, "gen-1");
}

}  // namespace

TEST_CASE("the current generation is read with its manifest", "[index_directory]") {
  const TemporaryDirectory directory;
  make_generation(directory.path(), fields::format_version);

  const auto generation = current_generation(directory.path());

  REQUIRE(generation);
  CHECK(generation->name == "gen-1");
  CHECK(generation->path == directory.path() / "gen-1");
  CHECK(generation->manifest.uuid == "some-uuid");
  CHECK(generation->manifest.files.at("postlist.glass") == "00ff");
}

TEST_CASE("no index there is said with the way to make one", "[index_directory]") {
  const TemporaryDirectory directory;

  const auto generation = current_generation(directory.path());

  REQUIRE_FALSE(generation);
  CHECK(generation.error().code == ErrorCode::index_unavailable);
  CHECK_THAT(generation.error().message, Catch::Contains("broadsheet index"));
}

TEST_CASE("an index of another format is refused with what to do", "[index_directory]") {
  const TemporaryDirectory directory;
  make_generation(directory.path(), fields::format_version + 1);

  const auto generation = current_generation(directory.path());

  REQUIRE_FALSE(generation);
  CHECK_THAT(generation.error().message, Catch::Contains("re-index needed"));
}

TEST_CASE("a damaged index is told from a missing one", "[index_directory]") {
  const TemporaryDirectory directory;
  make_generation(directory.path(), fields::format_version);
  const auto [file, content] = GENERATE(table<std::string, std::string>({
      {"current", "../../etc\n"},
      {"current", "gen-7\n"},
      {"gen-1/manifest.json", "{"},
      {"gen-1/manifest.json", "[]"},
      {"gen-1/manifest.json", R"({"format_version":"1","uuid":2})"},
      {"gen-1/manifest.json", R"({"format_version":1,"uuid":"u","files":{"a":1}})"},
  }));
  CAPTURE(file, content);
  std::ofstream(directory.path() / file) << content;

  const auto generation = current_generation(directory.path());

  REQUIRE_FALSE(generation);
  CHECK(generation.error().code == ErrorCode::index_corrupt);
}
