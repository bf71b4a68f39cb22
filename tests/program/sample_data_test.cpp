// sample_data/ against its gold rows, through the real program.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "tests/program/program.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace broadsheet::tests;
using nlohmann::json;

namespace {

std::vector<json> gold_rows() {
  std::ifstream file(BROADSHEET_SOURCE_DIR "/tests/gold/sample_data.jsonl");
  return parse_lines({std::istreambuf_iterator<char>(file), {}});
}

// What `extract` calls an item: the file, with the line for JSON lines.
std::string item_name(const json& gold) {
  std::string name = gold["file"];
  if (gold.contains("line")) name += "#" + std::to_string(gold["line"].get<int>());
  return name;
}

// No-break spaces as plain ones.
std::string plain(std::string text) {
  for (const std::string space : {"\u00a0", "\u202f"}) {
    for (std::size_t at = 0; (at = text.find(space, at)) != text.npos;) {
      text.replace(at, space.size(), " ");
    }
  }
  return text;
}

json plain(const json& value) {
  return value.is_string() ? json(plain(value.get<std::string>())) : value;
}

std::vector<std::string> paragraphs(const std::string& body) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = std::min(body.find("\n\n", at), body.size());
    parts.push_back(body.substr(at, end - at));
    at = end + 2;
  }
  return parts;
}

using Names = std::set<std::string>;

// The people of a gold row as its text has them.
Names gold_people(const json& gold) {
  Names names;
  for (const json& person : gold["people"]) {
    if (person.is_string()) {
      names.insert(person);
    } else {
      names.insert(person.value("as_written", person.value("name", "")));
    }
  }
  return names;
}

Names found_people(const json& article) {
  Names names;
  for (const json& person : article["people"]) names.insert(person.get<std::string>());
  return names;
}

// What the rows of the gold file and the program's articles disagree on.
struct Comparison {
  std::map<std::string, std::vector<std::string>> misses;  // By field; the items' names.
  double people_expected = 0;
  double people_found = 0;
  double people_right = 0;

  void check(const std::string& field, const std::string& name, bool holds) {
    if (!holds) misses[field].push_back(name);
  }

  // Lines that no single page betrays as its site's own are extracted, once, below the story.
  void compare_body(const std::string& name, const json& gold, const std::string& body) {
    std::vector<std::string> parts = paragraphs(body);
    for (const std::string line : gold.value("site_lines", json::array())) {
      check("site_lines", name, std::erase(parts, line) == 1);
    }
    check("paragraphs", name, parts.size() == gold["paragraphs"]);
    const std::string first = gold["first"];
    const std::string last = gold["last"];
    check("first", name, !parts.empty() && parts.front().starts_with(first));
    check("last", name, !parts.empty() && parts.back().ends_with(last));
    for (const std::string phrase : gold["never"]) {
      check("never", name + ": " + phrase, body.find(phrase) == body.npos);
    }
  }

  void compare_people(const json& gold, const json& article) {
    const Names expected = gold_people(gold);
    const Names found = found_people(article);
    people_expected += static_cast<double>(expected.size());
    people_found += static_cast<double>(found.size());
    people_right +=
        static_cast<double>(std::count_if(found.begin(), found.end(), [&](const std::string& one) {
          return expected.contains(one);
        }));
  }

  void compare(const std::string& name, const json& gold, const json& article) {
    for (const char* field : {"headline", "standfirst", "date", "section", "source", "language"}) {
      check(field, name, plain(article[field]) == gold[field]);
    }
    check("id", name, gold["id"].is_null() || article["id"] == gold["id"]);
    check("authors", name, article["author"] == gold["authors"]);
    compare_body(name, gold, plain(article["body"].get<std::string>()));
    compare_people(gold, article);
  }
};

// A ratchet: as many misses as are known.  The numbers only go down, the shares only up.
const std::map<std::string, std::size_t> known_misses = {
    {"extracted", 0}, {"skipped", 0}, {"headline", 0},   {"standfirst", 0}, {"date", 0},
    {"section", 0},   {"source", 0},  {"language", 0},   {"id", 0},         {"authors", 0},
    {"first", 0},     {"last", 0},    {"paragraphs", 0}, {"never", 0},      {"site_lines", 0},
};
constexpr double least_people_right = 0.88;  // Of those that were found.
constexpr double least_people_found = 0.90;  // Of those that there are.

Comparison compare_sample(const Outcome& outcome) {
  std::map<std::string, json> articles;
  for (const json& article : parse_lines(outcome.out)) {
    articles["sample_data/" + article["file"].get<std::string>()] = article;
  }
  Comparison comparison;
  for (const json& gold : gold_rows()) {
    const std::string name = item_name(gold);
    const bool extracted = articles.contains(name);
    if (gold.contains("skip")) {
      comparison.check("skipped", name, !extracted);
      continue;
    }
    comparison.check("extracted", name, extracted);
    if (extracted) comparison.compare(name, gold, articles[name]);
    articles.erase(name);
  }
  for (const auto& [name, article] : articles) comparison.check("skipped", name, false);
  return comparison;
}

}  // namespace

TEST_CASE("every article of the sample newspaper is read as a person reads it", "[program]") {
  const Outcome outcome = run({"extract", BROADSHEET_SOURCE_DIR "/sample_data"});
  const Comparison comparison = compare_sample(outcome);

  CHECK(outcome.status == 3);  // Some files are broken on purpose.
  for (const auto& [field, names] : comparison.misses) {
    for (const std::string& name : names) UNSCOPED_INFO(field << " differs: " << name);
    INFO("misses of " << field);
    CHECK(names.size() <= known_misses.at(field));
  }
  REQUIRE(comparison.people_found > 0);
  CHECK(comparison.people_right / comparison.people_found >= least_people_right);
  CHECK(comparison.people_right / comparison.people_expected >= least_people_found);
}

TEST_CASE("what the sample newspaper has that is no article is skipped by name", "[program]") {
  const Outcome outcome = run({"extract", BROADSHEET_SOURCE_DIR "/sample_data"});

  for (const json& gold : gold_rows()) {
    if (!gold.contains("skip")) continue;
    const std::string name = item_name(gold).substr(std::string("sample_data/").size());
    CAPTURE(name);
    CHECK_THAT(outcome.err, Catch::Contains(name));
  }
}

TEST_CASE("a site's motto is left out of its indexed stories, never of one page alone",
          "[program]") {
  const TemporaryDirectory directory;
  const std::string index = (directory.path() / "index").string();
  const std::string site = BROADSHEET_SOURCE_DIR "/sample_data/ullermoor-lantern";

  const Outcome indexed = run({"index", site, "--db", index});
  const json with_motto =
      json::parse(run({"search", "\"gate to gate\"", "--json", "--db", index}).out);
  const json with_story = json::parse(run({"search", "mule", "--json", "--db", index}).out);
  const Outcome alone = run({"extract", site + "/mule-elected-to-nothing.html"});

  REQUIRE(indexed.status == 0);
  CHECK_THAT(indexed.out, Catch::Contains("10 paragraphs on 1 site left out"));
  // The brief would be too little without its motto.
  REQUIRE(with_motto["results"].size() == 1);
  CHECK_THAT(with_motto["results"][0]["url"].get<std::string>(),
             Catch::EndsWith("/chapel-clock-stops"));
  CHECK(with_story["results"].size() == 3);
  CHECK_THAT(alone.out, Catch::Contains("gate to gate"));
}

TEST_CASE("of the sample newspaper the index leaves out no line of a story", "[program]") {
  const TemporaryDirectory directory;
  const std::string index = (directory.path() / "index").string();

  const Outcome outcome = run({"index", BROADSHEET_SOURCE_DIR "/sample_data", "--db", index});

  CHECK_THAT(outcome.out, Catch::Contains("85 new"));
  CHECK_THAT(outcome.out, Catch::Contains("10 paragraphs on 1 site left out"));
}
