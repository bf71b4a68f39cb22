// Bad input gets a clear message that says which input, what was wrong and what was expected, and
// everything else goes on.
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/program/program.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace broadsheet::tests;
using nlohmann::json;

namespace {

std::string repeat(const std::string& text, std::size_t times) {
  std::string repeated;
  for (std::size_t i = 0; i < times; ++i) repeated += text;
  return repeated;
}

void write(const std::filesystem::path& path, const std::string& content) {
  std::ofstream(path, std::ios::binary) << content;
}

const std::string good_line =
    R"({"id":"good","headline":"Ferry fares rise","body":"Fares rise on Monday, the port says."})"
    "\n";

}  // namespace

TEST_CASE("one bad input never stops the others", "[program]") {
  const auto [name, content, reason] = GENERATE_COPY(table<std::string, std::string, std::string>({
      {"empty.html", "", "empty"},
      {"spaces.txt", " \n\t\n", "empty"},
      {"binary.html",
       std::string("\x7f"
                   "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0",
                   18),
       "unsupported"},
      {"picture.html", "\x89PNG\r\n\x1a\n" + std::string(64, '\0'), "unsupported"},
      {"huge.html", "<html><body><p>" + repeat("words and words ", 7'000'000), "too_large"},
      {"deep.json", repeat("[", 100'000), "malformed"},
      {"deep-object.jsonl", "{\"headline\":\"x\",\"a\":" + repeat("{\"a\":", 100'000) + "\n",
       "malformed"},
      {"broken.jsonl", "{\"id\":\"x\",\"headline\":\"cut o\n", "malformed"},
      {"number.jsonl", "{\"id\":\"x\",\"headline\":7}\n", "invalid_field"},
      {"nothing.jsonl", "{\"id\":\"x\",\"section\":\"World\"}\n", "not_an_article"},
  }));
  CAPTURE(name);
  const TemporaryDirectory directory;
  write(directory.path() / name, content);
  write(directory.path() / "good.jsonl", good_line);

  const Outcome outcome =
      run({"index", directory.path().string(), "--db", (directory.path() / "index").string()});

  CHECK(outcome.status == 3);
  CHECK_THAT(outcome.err, Catch::Contains("skipped " + name));
  CHECK_THAT(outcome.out, Catch::Contains("1 new"));
  CHECK_THAT(outcome.out, Catch::Contains("1 skipped: " + reason));
}

TEST_CASE("pages that are merely hard are read or refused, and quickly", "[program]") {
  const auto [name, content] = GENERATE_COPY(table<std::string, std::string>({
      {"nested.html", "<html><h1>Deep</h1>" + repeat("<div>", 100'000) + "text"},
      {"assert.html", "<table><svg><foreignobject ><![CDATA[t]]>C"},
      {"utf8.html", "<html><h1>B\xff\xfe\xc3(d bytes</h1><p>" +
                        repeat("Story \xff text goes on, as stories do. ", 20)},
      {"headline.jsonl", "{\"id\":\"long\",\"headline\":\"" + repeat("very long ", 100'000) +
                             "\",\"body\":\"Short body.\"}\n"},
  }));
  CAPTURE(name);
  const TemporaryDirectory directory;
  write(directory.path() / name, content);
  write(directory.path() / "good.jsonl", good_line);
  const std::string index = (directory.path() / "index").string();

  const Outcome outcome = run({"index", directory.path().string(), "--db", index});

  CHECK((outcome.status == 0 || outcome.status == 3));
  const json found = json::parse(run({"search", "fares", "--json", "--db", index}).out);
  CHECK(found["total"]["value"] == 1);
  CHECK(run({"check", "--db", index}).status == 0);
}

TEST_CASE("impossible dates leave the article undated", "[program]") {
  const std::string date = GENERATE("9999-01-01", "2021-02-31", "1492-10-12", "soon");
  CAPTURE(date);

  const Outcome outcome =
      run({"extract", "-"}, R"({"id":"x","headline":"H","body":"B.","date":")" + date + "\"}\n");

  REQUIRE(outcome.status == 0);
  CHECK(json::parse(outcome.out)["date"].is_null());
}

TEST_CASE("an article with 10,000 people keeps a bounded number", "[program]") {
  json people = json::array();
  for (int i = 0; i < 10'000; ++i) people.push_back("Person Number" + std::to_string(i));
  const json article = {
      {"id", "x"}, {"headline", "Crowd"}, {"body", "Many came."}, {"people", people}};
  const TemporaryDirectory directory;
  const std::string index = (directory.path() / "index").string();

  const Outcome outcome = run({"index", "-", "--db", index}, article.dump() + "\n");

  CHECK(outcome.status == 0);
  const json found = json::parse(run({"search", "crowd", "--json", "--db", index}).out);
  CHECK(found["results"][0]["people"].size() <= 500);
}

TEST_CASE("paths that cannot be read are named", "[program]") {
  const TemporaryDirectory directory;
  write(directory.path() / "good.jsonl", good_line);
  const std::string index = (directory.path() / "index").string();
  std::filesystem::create_symlink("/etc/passwd", directory.path() / "link.html");
  REQUIRE(::mkfifo((directory.path() / "pipe.html").c_str(), 0600) == 0);

  const Outcome outcome =
      run({"index", directory.path().string(), "/no/such/path", "/dev/zero", "--db", index});

  CHECK(outcome.status == 3);
  for (const char* name : {"link.html", "pipe.html", "/no/such/path", "/dev/zero"}) {
    CAPTURE(name);
    CHECK_THAT(outcome.err, Catch::Contains(name));
  }
  CHECK_THAT(outcome.out, Catch::Contains("1 new"));
}

TEST_CASE("words of the call that make no sense are usage errors", "[program]") {
  const auto arguments = GENERATE(values<std::vector<std::string>>({
      {"frobnicate"},
      {"index"},
      {"serve", "--port", "ninety"},
      {"search", "x", "--from-date", "2021-13-01", "--db", "/no/index"},
      {"search", "x", "--from-date", "2021-05-01", "--to-date", "2021-04-01", "--db", "/no/index"},
      {"search", "x", "--page", "1001", "--db", "/no/index"},
      {"search", "x", "--order-by", "best", "--db", "/no/index"},
  }));
  CAPTURE(arguments);

  const Outcome outcome = run(arguments);

  CHECK(outcome.status == 2);
  CHECK_FALSE(outcome.err.empty());
}

TEST_CASE("without an index the commands say how to make one", "[program]") {
  const std::string command = GENERATE("serve", "search", "stats", "check", "delete");
  CAPTURE(command);
  std::vector<std::string> arguments = {command, "--db", "/no/such/index"};
  if (command == "delete") arguments.push_back("some-id");

  const Outcome outcome = run(arguments);

  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.err, Catch::Contains("broadsheet index"));
}
