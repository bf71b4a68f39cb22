// Counts against a brute-force count over the articles themselves.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <thread>

#include "searcher/date_histogram.hpp"
#include "tests/searcher/search_helpers.hpp"

namespace broadsheet::searcher {
namespace {

using Ids = std::vector<std::string>;

// Articles of made-up words, names and days, frequent and rare ones by a Zipf law.
class Corpus {
 public:
  explicit Corpus(unsigned seed) : random_(seed) {}

  Article article(const std::string& id) {
    Article article = make_article(id, words(5), words(25));
    article.language = chance(90) ? "en" : chance(50) ? "fr" : "";
    if (chance(85)) article.section = "Section " + std::to_string(zipf(12));
    if (chance(90)) article.source = "Source " + std::to_string(zipf(30));
    if (chance(80)) {
      const Day day = *make_day(2015, 1, 1) + std::chrono::days(random_() % 2'000);
      article.published = Timestamp{day, std::nullopt, {}};
    }
    std::set<std::string> names;
    for (auto count = random_() % 5; count > 0; --count) {
      const std::string number = std::to_string(zipf(200));
      // The same name in several spellings.
      names.insert((chance(70) ? "Person " : chance(50) ? "PERSON " : "Pérson ") + number);
    }
    for (const std::string& name : names) article.people.push_back({name, 1, chance(40)});
    if (chance(50)) article.authors = {"Author " + std::to_string(zipf(40))};
    if (chance(2)) article.status = Status::withheld;
    return article;
  }

  std::string word() { return "word" + letters(zipf(300)); }

  std::mt19937& random() { return random_; }
  bool chance(unsigned percent) { return random_() % 100 < percent; }

  // 1 to most; 1 is as frequent as all of the upper half.
  unsigned zipf(unsigned most) {
    const double at = std::uniform_real_distribution<double>(0, std::log(most + 1.0))(random_);
    return std::min(most, static_cast<unsigned>(std::exp(at)));
  }

 private:
  // Stems to itself, and to nothing that another one stems to.
  static std::string letters(unsigned number) {
    std::string text;
    for (int i = 0; i < 3; ++i, number /= 10) text += "bcdfghjkmp"[number % 10];
    return text + "x";
  }

  std::string words(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += (text.empty() ? "" : " ") + word();
    return text;
  }

  std::mt19937 random_;
};

std::vector<Article> make_articles(Corpus& corpus, int count) {
  std::vector<Article> articles;
  for (int i = 0; i < count; ++i) articles.push_back(corpus.article("id" + std::to_string(i)));
  return articles;
}

std::string text_of(const Article& article) {
  return " " + article.headline + " | " + article.body[0] + " ";
}

bool holds(const Article& article, const std::string& words) {
  return text_of(article).find(" " + words + " ") != std::string::npos;
}

// A query, and what it means said a second time.
struct Asked {
  std::string text;
  std::function<bool(const Article&)> matches = [](const Article&) { return true; };
};

Asked random_query(Corpus& corpus) {
  const std::string a = corpus.word();
  const std::string b = corpus.word();
  const std::string c = corpus.word();
  switch (corpus.random()() % 9) {
    case 0:
      return {};
    case 1:
      return {a, [=](const Article& x) { return holds(x, a); }};
    case 2:
      return {a + " " + b + " " + c,
              [=](const Article& x) { return holds(x, a) || holds(x, b) || holds(x, c); }};
    case 3:
      return {a + " AND " + b, [=](const Article& x) { return holds(x, a) && holds(x, b); }};
    case 4:
      return {"\"" + a + " " + b + "\"", [=](const Article& x) { return holds(x, a + " " + b); }};
    case 5:
      return {a + " " + b + " -" + c,
              [=](const Article& x) { return (holds(x, a) || holds(x, b)) && !holds(x, c); }};
    case 6:
      return {"headline:" + a, [=](const Article& x) {
                return (" " + x.headline + " ").find(" " + a + " ") != std::string::npos;
              }};
    case 7:
      return {a + " date:2016", [=](const Article& x) {
                return holds(x, a) && x.published &&
                       format_day(x.published->day).starts_with("2016");
              }};
    default:
      return {a + " (" + b + " OR " + c + ")",
              [=](const Article& x) { return holds(x, b) || holds(x, c); }};
  }
}

std::set<std::string> values_of(const Article& article, FacetField field) {
  std::set<std::string> ids;
  const auto add = [&ids](const std::string& name) {
    if (!name.empty()) ids.insert(name_id(name));
  };
  switch (field) {
    case FacetField::section:
      add(article.section);
      break;
    case FacetField::source:
      add(article.source);
      break;
    case FacetField::language:
      add(article.language);
      break;
    case FacetField::author:
      for (const auto& author : article.authors) add(author);
      break;
    case FacetField::person:
    case FacetField::about:
      for (const auto& person : article.people) {
        if (field == FacetField::person || person.about) add(person.name);
      }
      break;
  }
  return ids;
}

// An article with its values worked out once.
struct Known {
  explicit Known(const Article& of) : article(&of) {
    for (std::size_t i = 0; i < facet_field_count; ++i) {
      values[i] = values_of(of, static_cast<FacetField>(i));
    }
  }

  const std::set<std::string>& of(FacetField field) const {
    return values[static_cast<std::size_t>(field)];
  }

  const Article* article;
  std::array<std::set<std::string>, facet_field_count> values;
};

std::vector<Known> known(const std::vector<Article>& articles) {
  std::vector<Known> known;
  for (const Article& article : articles) {
    if (article.status == Status::usable) known.emplace_back(article);
  }
  return known;
}

SearchRequest random_request(Corpus& corpus, const std::string& text) {
  SearchRequest request;
  request.query = text;
  request.facets = {FacetField::section, FacetField::person, FacetField::about,
                    FacetField::author,  FacetField::source, FacetField::language};
  request.facet_size = 1'000;
  const auto filter = [&](FacetField field, const std::string& name, unsigned most) {
    std::set<std::string> ids;
    for (auto count = 1 + corpus.random()() % 3; count > 0; --count) {
      ids.insert(name + "-" + std::to_string(corpus.zipf(most)));
    }
    request.filters[field] = {ids.begin(), ids.end()};
  };
  if (corpus.chance(30)) filter(FacetField::section, "section", 12);
  if (corpus.chance(30)) filter(FacetField::person, "person", 200);
  if (corpus.chance(10)) filter(FacetField::about, "person", 200);
  if (corpus.chance(20)) filter(FacetField::source, "source", 30);
  if (corpus.chance(25)) request.from = *make_day(2016, 5, 17);
  if (corpus.chance(25)) request.to = *make_day(2018, 2, 28);
  constexpr Interval intervals[] = {Interval::automatic, Interval::day, Interval::week,
                                    Interval::month, Interval::year};
  request.interval = intervals[corpus.random()() % 5];
  return request;
}

bool passes(const SearchRequest& request, const Known& known, std::optional<FacetField> except) {
  const Article& article = *known.article;
  for (const auto& [field, ids] : request.filters) {
    if (field == except) continue;
    const auto& values = known.of(field);
    if (std::none_of(ids.begin(), ids.end(), [&](const auto& id) { return values.contains(id); }))
      return false;
  }
  if (request.from && !(article.published && article.published->day >= *request.from)) return false;
  return !request.to || (article.published && article.published->day <= *request.to);
}

void check_facet(FacetField field, const SearchRequest& request, const SearchResponse& response,
                 const std::vector<const Known*>& matches) {
  CAPTURE(parameter_name(field));
  std::map<std::string, std::uint32_t> counts;
  std::uint32_t missing = 0;
  for (const Known* match : matches) {
    if (!passes(request, *match, field)) continue;
    const auto& values = match->of(field);
    if (values.empty()) ++missing;
    for (const auto& value : values) ++counts[value];
  }
  const Facet& facet = response.facets.at(field);
  const auto filter = request.filters.find(field);
  if (filter != request.filters.end()) {
    for (const auto& id : filter->second) counts.try_emplace(id, 0);
  }

  REQUIRE(facet.exact);
  REQUIRE(facet.missing == missing);
  REQUIRE(facet.other == 0);
  std::map<std::string, std::uint32_t> listed;
  for (const FacetValue& value : facet.values) {
    listed[value.id] = value.count;
    const bool is_selected =
        filter != request.filters.end() &&
        std::find(filter->second.begin(), filter->second.end(), value.id) != filter->second.end();
    REQUIRE(value.selected == is_selected);
  }
  REQUIRE(listed == counts);
  REQUIRE(
      std::is_sorted(facet.values.begin(), facet.values.end(), [](const auto& a, const auto& b) {
        return a.count != b.count ? a.count > b.count : a.id < b.id;
      }));
}

void check_dates(const SearchResponse& response, const std::vector<const Article*>& passing,
                 const std::vector<const Article*>& visible) {
  const DateFacet& facet = *response.date_facet;
  const auto count_in = [](const DayRange& days, const auto& list) {
    return static_cast<std::uint32_t>(
        std::count_if(list.begin(), list.end(), [&](const Article* article) {
          return article->published && article->published->day >= days.first &&
                 article->published->day <= days.last;
        }));
  };
  std::uint32_t dated = 0;
  for (std::size_t i = 0; i < facet.values.size(); ++i) {
    const DateBucket& bucket = facet.values[i];
    REQUIRE(bucket.count == count_in(bucket.days, passing));
    REQUIRE(bucket.of == count_in(bucket.days, visible));
    if (i > 0) {
      REQUIRE(bucket.days.first == facet.values[i - 1].days.last + std::chrono::days(1));
    }
    dated += bucket.count;
  }
  if (!facet.values.empty()) {
    REQUIRE(facet.values.front().count > 0);
    REQUIRE(facet.values.back().count > 0);
  }
  REQUIRE(dated + facet.missing == passing.size());
}

void check_response(const Asked& asked, const SearchRequest& request,
                    const SearchResponse& response, const std::vector<Known>& articles) {
  std::vector<const Article*> visible;
  std::vector<const Known*> matches;
  std::vector<const Article*> passing;
  for (const Known& known : articles) {
    visible.push_back(known.article);
    if (!asked.matches(*known.article)) continue;
    matches.push_back(&known);
    if (passes(request, known, std::nullopt)) passing.push_back(known.article);
  }
  REQUIRE(response.relation == Relation::exact);
  REQUIRE(response.total == passing.size());
  REQUIRE(response.results.size() == std::min<std::size_t>(passing.size(), 10));
  for (const FacetField field : request.facets) check_facet(field, request, response, matches);
  check_dates(response, passing, visible);
}

}  // namespace

TEST_CASE("counts equal a brute-force count on 1,000 random queries and filters", "[facets]") {
  Corpus corpus(20'210'319);
  const std::vector<Article> articles = make_articles(corpus, 2'000);
  const TestIndex index(articles);
  const auto searcher = open_searcher(index);
  const std::vector<Known> expected = known(articles);

  for (int round = 0; round < 1'000; ++round) {
    const Asked asked = random_query(corpus);
    const SearchRequest request = random_request(corpus, asked.text);
    CAPTURE(round, asked.text);
    const auto response = searcher->search(request);
    REQUIRE(response);
    check_response(asked, request, *response, expected);
  }
}

TEST_CASE("counts are exact for one revision or the next while an update runs", "[facets]") {
  Corpus corpus(7);
  constexpr int commits = 30;
  std::vector<Article> articles = make_articles(corpus, 300);
  TestIndex index(articles);
  const auto searcher = open_searcher(index);
  // What the index holds at each revision, known before a reader can see it.
  std::map<std::uint64_t, std::vector<Article>> states;
  const std::uint64_t first = searcher->state().revision;
  states[first] = articles;
  Corpus changes(8);
  for (int i = 1; i <= commits; ++i) {
    for (int n = 0; n < 5; ++n) {
      const auto which = changes.random()() % articles.size();
      articles[which] = changes.article(articles[which].id);
    }
    articles.push_back(changes.article("new" + std::to_string(i)));
    states[first + static_cast<std::uint64_t>(i)] = articles;
  }

  std::jthread writer([&] {
    for (int i = 1; i <= commits; ++i) {
      const auto revision = first + static_cast<std::uint64_t>(i);
      for (const Article& article : states.at(revision)) {
        const auto& before = states.at(revision - 1);
        if (std::find(before.begin(), before.end(), article) == before.end()) index.put(article);
      }
      index.commit();
    }
  });
  for (bool is_last = false; !is_last;) {
    is_last = searcher->state().revision == first + commits;
    const Asked asked = random_query(corpus);
    const SearchRequest request = random_request(corpus, asked.text);
    CAPTURE(asked.text);
    const auto response = searcher->search(request);
    INFO((response ? std::string() : response.error().message));
    REQUIRE(response);
    const auto revision = std::stoull(response->etag.substr(response->etag.rfind('-') + 1));
    check_response(asked, request, *response, known(states.at(revision)));
  }
}

TEST_CASE("a facet lists its most frequent values, and the selected ones on top", "[facets]") {
  std::vector<Article> articles;
  const auto add = [&](const std::string& section, int count) {
    for (int i = 0; i < count; ++i) {
      articles.push_back(make_article(section + std::to_string(i), "News", ""));
      articles.back().section = section;
    }
  };
  add("Alpha", 3);
  add("ALPHA", 1);
  add("Beta", 2);
  add("Gamma Rays", 2);
  add("Delta", 1);
  add("", 5);
  const TestIndex index(articles);
  const auto searcher = open_searcher(index);

  const Facet all = search(*searcher, {{"facet-size", "2"}}).facets.at(FacetField::section);
  const Facet selected =
      search(*searcher, {{"facet-size", "1"}, {"section", "delta"}, {"section", "none"}})
          .facets.at(FacetField::section);
  const Facet found = search(*searcher, {{"facet-query", "ra"}}).facets.at(FacetField::section);

  REQUIRE(all.values.size() == 2);
  CHECK(all.values[0].id == "alpha");
  CHECK(all.values[0].label == "Alpha");
  CHECK(all.values[0].count == 4);
  CHECK(all.values[1].id == "beta");
  CHECK(all.other == 2);
  CHECK(all.missing == 5);
  REQUIRE(selected.values.size() == 3);
  CHECK(selected.values[0].id == "alpha");
  CHECK_FALSE(selected.values[0].selected);
  CHECK(selected.values[1].id == "delta");
  CHECK(selected.values[1].count == 1);
  CHECK(selected.values[1].selected);
  CHECK(selected.values[2].id == "none");
  CHECK(selected.values[2].label == "none");
  CHECK(selected.values[2].count == 0);
  CHECK(selected.other == 2);
  REQUIRE(found.values.size() == 1);
  CHECK(found.values[0].label == "Gamma Rays");
}

TEST_CASE("a facet-query finds a value by any of its names, and leaves selected ones", "[facets]") {
  std::vector<Article> articles;
  for (const std::string section : {"World", "world-news", "Sport", "Local"}) {
    articles.push_back(make_article(section, "Tide"));
    articles.back().section = section;
  }
  const TestIndex index(articles);
  std::ofstream(index.path() / "sections.json")
      << R"({"sections": [{"name": "World", "aliases": ["World News"]}]})";
  const auto searcher = open_searcher(index);

  const Facet facet = search(*searcher, {{"facet-query", "new"}, {"section", "sport"}})
                          .facets.at(FacetField::section);

  REQUIRE(facet.values.size() == 2);
  CHECK(facet.values[0].label == "World");
  CHECK(facet.values[0].count == 2);
  CHECK(facet.values[1].label == "Sport");
  CHECK(facet.values[1].selected);
  CHECK(facet.other == 0);
}

TEST_CASE("a facet may list none of its values", "[facets]") {
  std::vector<Article> articles{make_article("one", "Tide"), make_article("two", "Tide")};
  articles.front().section = "World";
  const TestIndex index(articles);
  const auto searcher = open_searcher(index);

  for (const std::string query : {"", "wor"}) {
    const Facet facet = search(*searcher, {{"facet-size", "0"}, {"facet-query", query}})
                            .facets.at(FacetField::section);
    CHECK(facet.values.empty());
    CHECK(facet.other == 1);
    CHECK(facet.missing == 1);
  }
}

TEST_CASE("sections that the operator takes for one count as one, at once", "[facets]") {
  std::vector<Article> articles;
  for (const std::string section : {"World", "world-news", "Top News", "Top News", "Sport", ""}) {
    articles.push_back(make_article(std::to_string(articles.size()), "Tide", "", "2021-03-19"));
    articles.back().section = section;
  }
  const TestIndex index(articles);
  const std::string before = open_searcher(index)->search({})->etag;
  std::ofstream(index.path() / "sections.json")
      << R"({"sections": [{"name": "World", "aliases": ["World News", "top news"]}]})";
  const auto searcher = open_searcher(index);

  const SearchResponse all = search(*searcher, {});
  const Facet facet = all.facets.at(FacetField::section);
  REQUIRE(facet.values.size() == 2);
  CHECK(facet.values[0].label == "World");
  CHECK(facet.values[0].count == 4);
  CHECK(facet.values[1].label == "Sport");
  CHECK(facet.missing == 1);
  CHECK(all.etag != before);
  for (const std::string asked : {"world", "world-news", "top-news"}) {
    CAPTURE(asked);
    const SearchResponse filtered = search(*searcher, {{"section", asked}});
    CHECK(filtered.total == 4);
    CHECK(search(*searcher, {{"q", "section:" + asked}}).total == 4);
    REQUIRE(filtered.facets.at(FacetField::section).values.size() == 2);
    CHECK(filtered.facets.at(FacetField::section).values[0].selected);
    for (const SearchResult& result : filtered.results) CHECK(result.section == "World");
  }
  CHECK(searcher->article("2")->section == "World");
  CHECK(searcher->suggest("top")->sections.size() == 1);
}

TEST_CASE("a sections.json that cannot be read is told", "[facets]") {
  const TestIndex index({make_article("a", "Tide")});
  std::ofstream(index.path() / "sections.json") << "{}";

  const auto refused = Searcher::open(index.path());

  REQUIRE_FALSE(refused);
  CHECK_THAT(refused.error().message, Catch::Contains("sections.json: expected {"));
}

TEST_CASE("the timeline's interval follows the span of the matches", "[facets]") {
  const auto [last, interval, buckets] = GENERATE(table<std::string, Interval, std::size_t>({
      {"2021-03-19", Interval::day, 1},
      {"2021-04-30", Interval::day, 43},
      {"2021-12-31", Interval::week, 42},
      {"2024-03-01", Interval::month, 37},
      {"2040-01-01", Interval::year, 20},
  }));
  const TestIndex index(
      {make_article("a", "A", "", "2021-03-19"), make_article("b", "B", "", last)});

  const DateFacet facet = *search(*open_searcher(index), {}).date_facet;

  CHECK(facet.interval == interval);
  CHECK(facet.values.size() == buckets);
}

TEST_CASE("weeks begin on Monday, months and years on their first day", "[facets]") {
  const TestIndex index({make_article("a", "A", "", "2021-03-19")});
  const auto searcher = open_searcher(index);
  const auto [interval, first, last] = GENERATE(table<std::string, std::string, std::string>({
      {"day", "2021-03-19", "2021-03-19"},
      {"week", "2021-03-15", "2021-03-21"},
      {"month", "2021-03-01", "2021-03-31"},
      {"year", "2021-01-01", "2021-12-31"},
  }));

  const DateFacet whole = *search(*searcher, {{"interval", interval}}).date_facet;
  const DateFacet cut =
      *search(*searcher, {{"interval", interval}, {"from-date", "2021-03-18"}}).date_facet;

  REQUIRE(whole.values.size() == 1);
  CHECK(format_day(whole.values[0].days.first) == first);
  CHECK(format_day(whole.values[0].days.last) == last);
  CHECK(format_day(cut.values[0].days.first) == std::max(first, std::string("2021-03-18")));
}

TEST_CASE("days over centuries are counted by a longer interval", "[facets]") {
  const TestIndex index(
      {make_article("a", "A", "", "1750-01-01"), make_article("b", "B", "", "2021-01-01")});

  const DateFacet facet = *search(*open_searcher(index), {{"interval", "day"}}).date_facet;

  CHECK(facet.interval == Interval::month);
  CHECK(facet.values.size() <= static_cast<std::size_t>(max_date_buckets));
}

TEST_CASE("undated matches are counted as missing", "[facets]") {
  const TestIndex index({make_article("a", "A", "", "2021-03-19"), make_article("b", "B", "")});
  const auto searcher = open_searcher(index);

  CHECK(search(*searcher, {}).date_facet->missing == 1);
  CHECK(search(*searcher, {{"from-date", "2021"}}).date_facet->missing == 0);
  CHECK_FALSE(search(*searcher, {{"facets", "section"}}).date_facet);
}

TEST_CASE("matches dated after today are counted as future, and in their days", "[facets]") {
  const TestIndex index({make_article("past", "A", "", "2021-03-18"),
                         make_article("today", "A", "", "2021-03-19"),
                         make_article("ahead", "A", "", "2021-03-21"), make_article("b", "B", "")});
  const Day today = *make_day(2021, 3, 19);
  SearcherOptions options = patient();
  options.clock = [&] { return Instant(today + std::chrono::hours(23)); };
  const auto searcher = open_searcher(index, options);

  const DateFacet all = *search(*searcher, {{"interval", "day"}}).date_facet;

  CHECK(all.future == 1);
  CHECK(all.missing == 1);
  REQUIRE(all.values.size() == 4);
  CHECK(all.values.back().count == 1);
  CHECK(search(*searcher, {{"to-date", "2021-03-20"}}).date_facet->future == 0);
  CHECK(search(*searcher, {{"from-date", "2021-03-21"}}).date_facet->future == 1);
}

}  // namespace broadsheet::searcher
