// sample_data/ against its gold rows, through the real program.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "tests/program/program.hpp"

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

// Names of the rows that miss, by what they miss.
using Misses = std::map<std::string, std::vector<std::string>>;

// How many rows may miss what.  The numbers only go down.
const std::map<std::string, std::size_t> known_misses = {
    {"headline", 8},    {"standfirst", 12}, {"date", 0},    {"section", 6},   {"source", 11},
    {"language", 0},    {"authors", 5},     {"id", 0},      {"first", 5},     {"last", 5},
    {"paragraphs", 21}, {"never", 17},      {"skipped", 1}, {"extracted", 0},
};

void compare(const json& gold, const json& article, const std::string& name, Misses& misses) {
  const auto expect = [&](const std::string& what, bool holds) {
    if (!holds) misses[what].push_back(name);
  };
  for (const char* field : {"headline", "standfirst", "date", "section", "source", "language"}) {
    expect(field, plain(article[field]) == gold[field]);
  }
  expect("id", gold["id"].is_null() || article["id"] == gold["id"]);
  expect("authors", article["author"] == gold["authors"]);
  const std::string body = plain(article["body"].get<std::string>());
  const auto parts = paragraphs(body);
  REQUIRE_FALSE(parts.empty());
  expect("paragraphs", parts.size() == gold["paragraphs"]);
  expect("first", parts.front().starts_with(gold["first"].get<std::string>()));
  expect("last", parts.back().ends_with(gold["last"].get<std::string>()));
  const auto& never = gold["never"];
  expect("never", std::none_of(never.begin(), never.end(), [&](const json& phrase) {
           return body.find(phrase.get<std::string>()) != body.npos;
         }));
}

// Persons found and meant over all articles, compared by name.
struct PeopleCount {
  std::size_t right = 0;
  std::size_t found = 0;
  std::size_t meant = 0;

  void add(const json& gold, const json& article) {
    const json& names = gold.contains("as_written") ? gold["as_written"] : gold["people"];
    const std::set<std::string> expected(names.begin(), names.end());
    for (const json& person : article["people"]) right += expected.count(person);
    found += article["people"].size();
    meant += expected.size();
  }
};

}  // namespace

TEST_CASE("every article of the sample newspaper is read as a person reads it", "[program]") {
  const Outcome outcome = run({"extract", BROADSHEET_SOURCE_DIR "/sample_data"});
  std::map<std::string, json> articles;
  for (const json& article : parse_lines(outcome.out)) {
    articles["sample_data/" + article["file"].get<std::string>()] = article;
  }

  CHECK(outcome.status == 3);  // Some files are broken on purpose.
  Misses misses;
  PeopleCount people;
  for (const json& gold : gold_rows()) {
    const std::string name = item_name(gold);
    const auto article = articles.find(name);
    if (gold.contains("skip")) {
      if (article != articles.end()) misses["skipped"].push_back(name);
    } else if (article == articles.end()) {
      misses["extracted"].push_back(name);
    } else {
      compare(gold, article->second, name, misses);
      people.add(gold, article->second);
    }
  }
  for (const auto& [what, known] : known_misses) {
    const std::vector<std::string>& names = misses[what];
    CAPTURE(what, names);
    CHECK(names.size() <= known);
  }
  CHECK(people.right >= people.meant * 74 / 100);
  CHECK(people.right >= people.found * 80 / 100);
}
