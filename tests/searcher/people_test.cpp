// The people of an archive: linked over all its stories, searched, and told of.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <thread>

#include "tests/searcher/search_helpers.hpp"

namespace broadsheet::searcher {
namespace {

Article story(const std::string& id, const std::string& day, const std::vector<Person>& people,
              const std::string& section = "") {
  Article article = make_article(id, "Story " + id, "", day);
  article.people = people;
  article.section = section;
  return article;
}

std::vector<Article> archive() {
  return {story("a", "2021-01-05", {{"Joe Roe", 2, true}, {"Ann Doe", 1, false}}, "World"),
          story("b", "2021-01-09", {{"Joseph R. Roe Jr.", 1, false}}, "World"),
          story("c", "2021-03-01", {{"Joe Roe", 1, false}, {"Jill Roe", 1, false}}, "Sport"),
          story("d", "2021-03-02", {{"Roe", 1, false}}), story("e", "", {{"JOE ROE", 1, true}})};
}

std::vector<std::string> labels(const std::vector<PersonSummary>& people) {
  std::vector<std::string> labels;
  for (const PersonSummary& person : people) labels.push_back(person.label);
  return labels;
}

}  // namespace

TEST_CASE("facets and filters tell persons as the whole archive does", "[people]") {
  const TestIndex index(archive());
  const auto searcher = open_searcher(index);

  const Facet facet = search(*searcher, {}).facets.at(FacetField::person);

  REQUIRE(facet.values.size() == 3);
  CHECK(facet.values[0].id == "joe-roe");
  CHECK(facet.values[0].label == "Joe Roe");
  CHECK(facet.values[0].count == 5);
  CHECK(search(*searcher, {{"person", "joe-roe"}}).total == 5);
  CHECK(search(*searcher, {{"person", "joseph-r-roe-jr"}}).total == 5);  // Another name of his.
  CHECK(search(*searcher, {{"about", "joe-roe"}}).total == 2);
  CHECK(search(*searcher, {{"q", "person:\"joe roe\""}}).total == 5);
  CHECK(search(*searcher, {{"q", "person:joseph"}}).total == 5);
}

TEST_CASE("a person selected by another name is listed once", "[people]") {
  const TestIndex index(archive());
  const auto searcher = open_searcher(index);

  const auto values =
      search(*searcher, {{"person", "joseph-r-roe-jr"}}).facets.at(FacetField::person).values;

  CHECK(std::ranges::count(values, "joe-roe", &FacetValue::id) == 1);
  CHECK(std::ranges::count(values, "joseph-r-roe-jr", &FacetValue::id) == 0);
  CHECK(std::ranges::count(values, true, &FacetValue::selected) == 1);
}

TEST_CASE("results and articles name people as facets do", "[people]") {
  const TestIndex index(archive());
  const auto searcher = open_searcher(index);

  const auto article = searcher->article("b");
  const SearchResponse found =
      search(*searcher, {{"to-date", "2021-01-09"}, {"from-date", "2021-01-09"}});

  REQUIRE(article);
  CHECK(article->people[0].name == "Joe Roe");
  REQUIRE(found.results.size() == 1);
  CHECK(found.results[0].people[0].id == "joe-roe");
}

TEST_CASE("people are found as their names are typed", "[people]") {
  const TestIndex index(archive());
  const auto searcher = open_searcher(index);
  const auto find = [&](const std::string& query) { return labels(*searcher->people(query, 10)); };
  using Labels = std::vector<std::string>;

  CHECK(find("") == Labels{"Joe Roe", "Ann Doe", "Jill Roe"});
  CHECK(find("ro") == Labels{"Joe Roe", "Jill Roe"});
  CHECK(find("JOSEPH") == Labels{"Joe Roe"});  // By another name.
  CHECK(find("j ro") == Labels{"Joe Roe", "Jill Roe"});
  CHECK(find("nobody").empty());
  CHECK(searcher->people("", 1)->size() == 1);

  const PersonSummary person = searcher->people("joe", 10)->front();
  CHECK(person.count == 5);
  CHECK(person.about == 2);
  CHECK(format_day(*person.first_seen) == "2021-01-05");
  CHECK(format_day(*person.last_seen) == "2021-03-02");
}

TEST_CASE("a person is told of by stories, sections, months and company", "[people]") {
  const TestIndex index(archive());
  const auto searcher = open_searcher(index);

  const auto profile = searcher->person("Joseph R. Roe Jr.");

  REQUIRE(profile);
  CHECK(profile->person.label == "Joe Roe");
  REQUIRE(profile->names.size() == 3);  // Those that differ in more than capitals.
  CHECK(profile->names[0].label == "Joe Roe");
  CHECK(profile->names[0].count == 3);
  REQUIRE(profile->sections.size() == 2);
  CHECK(profile->sections[0].label == "World");
  CHECK(profile->sections[0].count == 2);
  REQUIRE(profile->months.size() == 2);
  CHECK(profile->months[1].id == "2021-03");
  CHECK(profile->months[1].count == 2);
  REQUIRE(profile->together.size() == 2);
  CHECK(profile->together[0].label == "Ann Doe");
  CHECK(searcher->person("nobody").error().code == ErrorCode::not_found);
}

TEST_CASE("links are the same whatever came first", "[people]") {
  std::vector<Article> articles = archive();
  std::ranges::reverse(articles);
  TestIndex index({articles[0]});
  const auto searcher = open_searcher(index);
  for (std::size_t i = 1; i < articles.size(); ++i) {
    index.put(articles[i]);
    index.commit(true);
  }
  Article changed = articles[0];
  changed.people = {{"Somebody Else", 1, false}};
  index.put(changed);
  index.commit(true);
  index.put(articles[0]);
  index.commit(true);
  SearcherOptions options = patient();
  const auto fresh = open_searcher(index, options);
  const std::string revision = std::to_string(fresh->state().revision);
  while (std::to_string(searcher->state().revision) != revision) std::this_thread::yield();

  const auto ids = [](const Searcher& asked) {
    std::vector<std::string> found;
    const auto people = asked.people("", 10);
    for (const PersonSummary& person : *people) {
      found.push_back(person.id + ' ' + std::to_string(person.count));
    }
    return found;
  };

  CHECK(ids(*searcher) == ids(*fresh));
  CHECK(ids(*searcher) == std::vector<std::string>{"joe-roe 5", "ann-doe 1", "jill-roe 1"});
}

TEST_CASE("the operator's word holds at once, where it holds", "[people]") {
  std::vector<Article> articles = archive();
  articles.push_back(story("s1", "2020-05-01", {{"Kim Poe", 1, false}}, "Sport"));
  articles.push_back(story("s2", "2020-05-02", {{"Kim Poe", 1, false}}, "World"));
  articles.push_back(story("s3", "2021-05-02", {{"Kim Poe", 1, false}}));
  const TestIndex index(articles);
  const auto searcher = open_searcher(index);
  const auto ids_of = [&](const std::string& person) {
    return ids(search(*searcher, {{"person", person}, {"order-by", "oldest"}}));
  };
  using Ids = std::vector<std::string>;
  REQUIRE(ids_of("kim-poe") == Ids{"s1", "s2", "s3"});
  const std::string etag = search(*searcher, {}).etag;

  std::ofstream(index.path() / "people.json") << R"json({"people": [
      {"name": "Kim Poe (swimmer)", "aliases": [{"name": "Kim Poe", "sections": ["Sport"]},
                                                {"name": "Kim Poe", "articles": ["s3"]}]},
      {"name": "Joseph Roe", "aliases": ["Joe Roe", "Roe"]}]})json";
  while (search(*searcher, {}).etag == etag) std::this_thread::yield();

  CHECK(ids_of("kim-poe-swimmer") == Ids{"s1", "s3"});
  CHECK(ids_of("kim-poe") == Ids{"s2"});
  CHECK(ids_of("joseph-roe").size() == 5);
  CHECK(ids_of("joe-roe").size() == 5);  // Still found by it.
  CHECK(searcher->person("joe-roe")->person.label == "Joseph Roe");
}

TEST_CASE("a people.json that cannot be read is told, and what was there goes on", "[people]") {
  const TestIndex index(archive());
  const auto searcher = open_searcher(index);

  std::ofstream(index.path() / "people.json") << R"({"people": [{}]})";

  const auto refused = Searcher::open(index.path(), patient());
  REQUIRE_FALSE(refused);
  CHECK_THAT(refused.error().message, Catch::Contains("people.json: people[0]: expected a 'name'"));
  CHECK(search(*searcher, {}).total == 5);
}

TEST_CASE("who is in no story that may be shown is not told of", "[people]") {
  std::vector<Article> articles = archive();
  articles.push_back(story("f", "2021-04-01", {{"Secret Person", 1, true}}));
  articles.back().embargoed_until = current_instant() + std::chrono::hours(24);
  const TestIndex index(articles);
  const auto searcher = open_searcher(index);

  CHECK(searcher->people("secret", 10)->empty());
  CHECK_FALSE(searcher->person("secret-person"));
}

}  // namespace broadsheet::searcher
