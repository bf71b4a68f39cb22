// sample_data/ against its gold rows, through the real program.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <map>

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

void check_article(const json& gold, const json& article) {
  for (const char* field : {"headline", "standfirst", "date", "section", "source", "language"}) {
    CAPTURE(field);
    CHECK(plain(article[field]) == gold[field]);
  }
  if (!gold["id"].is_null()) CHECK(article["id"] == gold["id"]);
  CHECK(article["author"] == gold["authors"]);
  const std::string body = plain(article["body"].get<std::string>());
  const auto parts = paragraphs(body);
  CHECK(parts.size() == gold["paragraphs"]);
  REQUIRE_FALSE(parts.empty());
  CHECK_THAT(parts.front(), Catch::StartsWith(gold["first"]));
  CHECK_THAT(parts.back(), Catch::EndsWith(gold["last"]));
  for (const std::string phrase : gold["never"]) {
    CAPTURE(phrase);
    CHECK(body.find(phrase) == body.npos);
  }
}

}  // namespace

TEST_CASE("every article of the sample newspaper is read as a person reads it", "[program]") {
  const Outcome outcome = run({"extract", BROADSHEET_SOURCE_DIR "/sample_data"});
  std::map<std::string, json> articles;
  for (const json& article : parse_lines(outcome.out)) {
    articles["sample_data/" + article["file"].get<std::string>()] = article;
  }

  CHECK(outcome.status == 3);  // Some files are broken on purpose.
  std::size_t expected = 0;
  for (const json& gold : gold_rows()) {
    const std::string name = item_name(gold);
    CAPTURE(name);
    if (gold.contains("skip")) {
      CHECK(articles.count(name) == 0);
      CHECK_THAT(outcome.err, Catch::Contains(name.substr(std::string("sample_data/").size())));
      continue;
    }
    ++expected;
    if (articles.count(name) == 0) {
      FAIL_CHECK("not extracted");
    } else {
      check_article(gold, articles[name]);
    }
  }
  CHECK(articles.size() == expected);
}
