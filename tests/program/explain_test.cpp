// `extract --explain` and `extract --html`, for a person who wonders why.
#include <catch2/catch.hpp>

#include "tests/program/program.hpp"

using namespace broadsheet::tests;

namespace {

const std::string sample = BROADSHEET_SOURCE_DIR "/sample_data/";
const std::string page = sample + "estuarypost/rialto-cinema-reopens.html";
const std::string author_page = sample + "estuarypost/author-kayleigh-brandt.html";
const std::string dump = sample + "dumps/01-world-tamira-piano.txt";
const std::string lines = sample + "wire/northcoast.jsonl";

}  // namespace

TEST_CASE("--explain tells where fields come from and what was kept", "[program]") {
  const Outcome outcome = run({"extract", "--explain", page, dump});

  CHECK(outcome.status == 0);
  CHECK(outcome.err.empty());
  CHECK_THAT(outcome.out, Catch::StartsWith("rialto-cinema-reopens.html\n"));
  CHECK_THAT(outcome.out, Catch::Contains("\nsection     Culture  [JSON-LD]\n"));
  CHECK_THAT(outcome.out, Catch::Contains("\nid          01-world-tamira-piano.txt  [what the "));
  CHECK_THAT(outcome.out, Catch::Contains("+ 1.00  The seats are new."));
  CHECK_THAT(outcome.out, Catch::Contains("line rule: also_read"));
  CHECK_THAT(outcome.out, Catch::Contains("\n\n" + std::string(96, '-') + "\n\n"));
}

TEST_CASE("--explain tells of a page that is no article why", "[program]") {
  const Outcome outcome = run({"extract", "--explain", author_page, sample + "no-such-file"});

  CHECK(outcome.status == 3);
  CHECK_THAT(outcome.out, Catch::Contains("a person's page, not a story  [not_an_article]"));
  CHECK_THAT(outcome.out, Catch::Contains("kind of element: nav."));
  CHECK_THAT(outcome.err, Catch::Contains("skipped") && Catch::Contains("no-such-file"));
}

TEST_CASE("--html writes one page with its blocks marked", "[program]") {
  const auto [path, told] = GENERATE(table<std::string, std::string>({
      {page, "<td>Estuary Post</td>"},
      {author_page, "Refused: author-kayleigh-brandt.html: a person&#39;s page, not a story"},
  }));

  const Outcome outcome = run({"extract", "--html", path});

  CHECK(outcome.status == 0);
  CHECK(outcome.err.empty());
  CHECK_THAT(outcome.out, Catch::StartsWith("<!doctype html>") && Catch::EndsWith("</html>\n"));
  CHECK_THAT(outcome.out, Catch::Contains(told));
  CHECK_THAT(outcome.out, Catch::Contains(" class=\"block kept\" title=\"kept; "));
  CHECK_THAT(outcome.out, Catch::Contains(" class=\"block dropped\" title=\"dropped: "));
}

TEST_CASE("--html wants exactly one page", "[program]") {
  const auto [arguments, told] = GENERATE_COPY(table<std::vector<std::string>, std::string>({
      {{page, author_page}, "several items"},
      {{lines}, "several items"},
      {{dump}, "01-world-tamira-piano.txt is none"},
      {{page, "--explain"}, "excludes"},
      {{page, "--id-from=file"}, "excludes"},
  }));
  std::vector<std::string> call = {"extract", "--html"};
  call.insert(call.end(), arguments.begin(), arguments.end());

  const Outcome outcome = run(call);

  CHECK(outcome.status == 2);
  CHECK(outcome.out.empty());
  CHECK_THAT(outcome.err, Catch::Contains(told));
}

TEST_CASE("--html of a file that is not there skips it", "[program]") {
  const Outcome outcome = run({"extract", "--html", sample + "no-such-file"});

  CHECK(outcome.status == 3);
  CHECK_THAT(outcome.err, Catch::Contains("no-such-file"));
}
