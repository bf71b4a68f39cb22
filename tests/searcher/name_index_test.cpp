#include "searcher/name_index.hpp"

#include <algorithm>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "tests/searcher/search_helpers.hpp"

namespace broadsheet::searcher {
namespace {

// People of three words of two letters each, so that many begin alike.
std::vector<Article> random_articles(std::mt19937& random, int count) {
  std::vector<Article> articles;
  for (int i = 0; i < count; ++i) {
    articles.push_back(make_article(std::to_string(i), "Tide"));
    for (auto n = random() % 4; n > 0; --n) {
      std::string name;
      for (int word = 0; word < 3; ++word) {
        name += word == 0 ? "" : " ";
        name += static_cast<char>('A' + random() % 4);
        name += static_cast<char>('a' + random() % 4);
      }
      articles.back().people.push_back({name, 1, false});
    }
  }
  return articles;
}

// Whether the id has words that begin with the query's; or, ended, that are those words.
bool has_words(const std::string& id, const std::string& query, bool ended) {
  return all_words(query, [&](std::string_view word) {
    const std::string end = ended ? "-" : "";
    return ("-" + id + "-").find("-" + std::string(word) + end) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("a name's documents and beginnings are those of a look at all", "[name_index]") {
  std::mt19937 random(3);
  const TestIndex index(random_articles(random, 300));
  const Columns columns = load_columns(index);
  const FacetColumn& people = columns.facet(FacetField::person);
  const Dictionary& dictionary = people.dictionary();
  const NameIndex& names = columns.names(FacetField::person);

  for (Dictionary::Number name = 1; name <= dictionary.name_count(); ++name) {
    std::vector<Xapian::docid> expected;
    for (Xapian::docid docid = 1; docid <= columns.last(); ++docid) {
      for (const auto value : people.values(docid)) {
        if (dictionary.name_of(value) == name) expected.push_back(docid);
      }
    }
    const auto documents = names.documents(name);
    CHECK(std::vector<Xapian::docid>(documents.begin(), documents.end()) == expected);
  }
  for (const std::string query : {"", "a", "ab", "ab-c", "c-ab", "d-d-d", "ab-ab", "abc", "x"}) {
    for (const bool whole : {false, true}) {
      CAPTURE(query, whole);
      std::set<Dictionary::Number> expected;
      dictionary.for_each_id([&](const std::string& id, Dictionary::Number name) {
        if (has_words(id, query, whole)) expected.insert(name);
      });
      const auto found = whole ? names.holding(query) : names.beginning(query);
      CHECK(std::is_sorted(found.begin(), found.end()));
      CHECK(std::set(found.begin(), found.end()) == expected);
      CHECK(found.size() == expected.size());
    }
  }
  CHECK(names.beginning("a").size() > 10);
  CHECK(names.holding("a").empty());
  CHECK_FALSE(names.holding("ab").empty());
}

TEST_CASE("names are visited by use, each once, until the visitor has enough", "[name_index]") {
  std::mt19937 random(4);
  const TestIndex index(random_articles(random, 300));
  const Columns columns = load_columns(index);
  const NameIndex& names = columns.names(FacetField::person);
  const std::string query = GENERATE("", "a", "ab", "ab-c", "d-d-d", "ab-ab", "x");
  CAPTURE(query);

  std::vector<Dictionary::Number> visited;
  names.visit_beginning(query, [&](Dictionary::Number name) {
    if (!visited.empty()) {
      CHECK(names.documents(visited.back()).size() >= names.documents(name).size());
    }
    visited.push_back(name);
    return true;
  });
  std::size_t visits = 0;
  names.visit_beginning(query, [&](Dictionary::Number) { return ++visits < 3; });

  CHECK(visits == std::min<std::size_t>(visited.size(), 3));
  std::sort(visited.begin(), visited.end());
  CHECK(visited == names.beginning(query));
}

}  // namespace broadsheet::searcher
