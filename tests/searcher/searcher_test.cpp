#include "searcher/searcher.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <random>

#include "schema/common_words.hpp"
#include "schema/date.hpp"
#include "schema/text.hpp"
#include "tests/searcher/search_helpers.hpp"

namespace broadsheet::searcher {
namespace {

using Ids = std::vector<std::string>;

Ids sorted(Ids ids) {
  std::sort(ids.begin(), ids.end());
  return ids;
}

Ids matches(const Searcher& searcher, const std::string& query) {
  return sorted(ids(search(searcher, {{"q", query}, {"page-size", "100"}})));
}

Article in_language(const std::string& language, const std::string& id, const std::string& headline,
                    const std::string& body) {
  Article article = make_article(id, headline, body);
  article.language = language;
  return article;
}

Instant seconds_from_now(int seconds) { return current_instant() + std::chrono::seconds(seconds); }

std::vector<Article> river_articles() {
  Article bridge = make_article("bridge", "Council approves new bridge over the Tarn",
                                "The bridges of the town are old. Mayor Ana Lopez spoke.",
                                "2021-03-19T08:00:00Z");
  bridge.section = "Local News";
  bridge.source = "The Valley Herald";
  bridge.authors = {"Jo Writer"};
  bridge.people = {{"Ana Lopez", 2, true}, {"Bo Chen", 1, false}};
  bridge.url = "https://www.valley.example/bridge";
  Article flood = make_article("flood", "Flood closes the road",
                               "A flood closed the road by the bridge on Monday.", "2021-04-01");
  flood.section = "Weather";
  flood.source = "Coast Times";
  flood.people = {{"Bo Chen", 1, false}, {"Rosa Maria Lopez", 1, false}};
  Article music =
      make_article("music", "A café for music lovers",
                   "José Díaz plays the conservatory. U.S. visitors came.", "2020-05-01");
  music.section = "Culture";
  Article undated = make_article("undated", "Notes from the archive", "Nothing about water.");
  return {bridge, flood, music, undated};
}

}  // namespace

TEST_CASE("an index that is not there is an error that names it", "[searcher]") {
  const auto searcher = Searcher::open("/nonexistent/index");

  REQUIRE_FALSE(searcher);
  CHECK(searcher.error().code == ErrorCode::index_unavailable);
  CHECK_THAT(searcher.error().message, Catch::Contains("/nonexistent/index"));
}

TEST_CASE("an empty index answers with nothing", "[searcher]") {
  const TestIndex index;
  const auto searcher = open_searcher(index);

  const SearchResponse response = search(*searcher, {{"q", "anything"}});

  CHECK(response.total == 0);
  CHECK(response.results.empty());
  CHECK(response.pages == 0);
  REQUIRE(response.date_facet);
  CHECK(response.date_facet->values.empty());
  CHECK(search(*searcher, {}).total == 0);
}

TEST_CASE("queries match as their syntax says", "[searcher]") {
  const TestIndex index(river_articles());
  const auto searcher = open_searcher(index);
  const auto [query, expected] = GENERATE(table<std::string, Ids>({
      {"bridge", {"bridge", "flood"}},
      {"Bridges", {"bridge", "flood"}},
      {"closing bridges", {"bridge", "flood"}},
      {"\"bridges of the town\"", {"bridge"}},
      {"\"of the bridges\"", {}},
      {"\"Tarn the bridges\"", {}},  // Not from the headline into the body.
      {"\"bridge\" flood", {"bridge", "flood"}},
      {"bridge AND flood", {"flood"}},
      {"bridge flood AND mayor", {"bridge"}},
      {"mayor OR road", {"bridge", "flood"}},
      {"bridge NOT mayor", {"flood"}},
      {"bridge -mayor", {"flood"}},
      {"-bridge", {"music", "undated"}},
      {"+mayor bridge", {"bridge"}},
      {"bridge (mayor OR café)", {"bridge", "music"}},
      {"bridge (section:weather OR section:culture)", {"flood"}},
      {"\"of the town\" flood", {"bridge"}},
      {"bridge -(mayor OR monday)", {}},
      {"cafe", {"music"}},
      {"CAFÉ", {"music"}},
      {"jose diaz", {"music"}},
      {"U.S.", {"music"}},
      {"us", {"music"}},  // Alone it may mean the acronym.
      {"conserv*", {"music"}},
      {"zzz*", {}},
      {"headline:bridge", {"bridge"}},
      {"headline:bridges", {"bridge"}},
      {"headline:\"new bridge\"", {"bridge"}},
      {"headline:\"bridge new\"", {}},
      {"-headline:bridge bridge", {"flood"}},
      {"person:lopez", {"bridge", "flood"}},
      {"person:\"Rosa Lopez\"", {"flood"}},
      {"person:maria", {"flood"}},
      {"about:lopez", {"bridge"}},
      {"author:\"Jo Writer\"", {"bridge"}},
      {"section:weather", {"flood"}},
      {"section:\"local news\"", {"bridge"}},
      {"source:herald", {"bridge"}},
      {"lang:en bridge", {"bridge", "flood"}},
      {"lang:fr", {}},
      {"site:valley.example", {"bridge"}},
      {"site:https://www.valley.example/x", {"bridge"}},
      {"section:weather OR about:lopez", {"bridge", "flood"}},
      {"person:lopez person:rosa", {"flood"}},
      {"-person:rosa bridge", {"bridge"}},
      {"-person:\"Rosa Lopez\" -section:culture", {"bridge", "undated"}},
      {"about:rosa", {}},
      {"author:nobody", {}},
      {"-author:nobody bridge", {"bridge", "flood"}},
      {"source:\"The Herald\" OR section:weather", {"bridge", "flood"}},
      {"site:nowhere.example", {}},
      {"-site:valley.example bridge", {"flood"}},
      {"lang:english bridge", {"bridge", "flood"}},
      {"-lang:en", {}},
      {"headline:\"bridges\"", {}},
      {"\"bridges\"", {"bridge"}},
      {"date:2021", {"bridge", "flood"}},
      {"date:2021-03-19", {"bridge"}},
      {"date:..2020", {"music"}},
      {"since:2021-04", {"flood"}},
      {"before:2021-03-19", {"music"}},
      {"-date:2021", {"music", "undated"}},
      {"bridge date:2021-04", {"flood"}},
      {"the", {"bridge", "flood", "music", "undated"}},
      {"the mayor", {"bridge"}},  // A stop word beside another word is no match.
      {"What did the mayor say about it?", {"bridge"}},
      {"nowhere", {}},
  }));
  CAPTURE(query);

  CHECK(matches(*searcher, query) == expected);
}

TEST_CASE("phrases and NEAR hold in any script and spelling of a word", "[searcher]") {
  const TestIndex index({in_language("zh", "zh", "新闻", "他在北京大学学习。"),
                         make_article("flag", "Flags", "The visitor’s boat, the café’s U.S. flag."),
                         make_article("plain", "Boats", "Let us flag visitors of the boat."),
                         in_language("ru", "ru", "Новости", "Мэр открыл новые мосты в городе.")});
  const auto searcher = open_searcher(index);
  const auto [query, expected] = GENERATE(table<std::string, Ids>({
      {"\"京大学\"", {"zh"}},
      {"\"学大\"", {}},
      {"北京 NEAR/2 大学", {"zh"}},
      {"北京大学 NEAR/2 学习", {"zh"}},
      {"\"visitor boat\"", {"flag"}},
      {"\"the CAFE U.S. flag\"", {"flag"}},
      {"\"U.S. flag\"", {"flag"}},
      {"\"us flag\"", {"flag", "plain"}},
      {"U.S. NEAR/1 flag", {"flag"}},
      {"visitors NEAR/3 boat", {"flag", "plain"}},
      {"\"новые мосты\"", {"ru"}},
      {"\"новый мост\"", {}},
      {"новый NEAR/1 мост", {"ru"}},
      {"мост NEAR/3 мэр", {"ru"}},
  }));
  CAPTURE(query);

  CHECK(matches(*searcher, query) == expected);
}

TEST_CASE("a phrase finds the same whatever words the index takes for common", "[searcher]") {
  // Few words, so that most phrases are found somewhere and not everywhere.
  const std::vector<std::string> words{"of", "the", "us", "U.S.", "harbour", "said", "ferry"};
  std::mt19937 random(31);
  const auto any_words = [&](int count) {
    std::string text;
    for (; count > 0; --count) text += (text.empty() ? "" : " ") + words[random() % words.size()];
    return text;
  };
  std::vector<Article> articles;
  for (int i = 0; i < 60; ++i) {
    articles.push_back(make_article(std::to_string(i), any_words(3), any_words(12)));
    articles.back().body.push_back(any_words(4));
  }
  const auto codes = [&](std::size_t count, std::size_t common) {
    std::vector<WordCode> frequent;
    for (std::size_t i = 0; i < count; ++i) frequent.push_back(word_code(text::fold(words[i])));
    return CommonWords(frequent, common);
  };
  const TestIndex plain(articles);
  const TestIndex with_some(articles, codes(5, 2));
  const TestIndex with_all(articles, codes(words.size(), words.size()));
  const auto expected = open_searcher(plain);
  const auto some = open_searcher(with_some);
  const auto all = open_searcher(with_all);

  std::size_t found = 0;
  for (int round = 0; round < 300; ++round) {
    const std::string field = round % 5 == 0 ? "headline:" : "";
    const std::string query = field + '"' + any_words(2 + round % 3) + '"';
    CAPTURE(query);
    const Ids ids = matches(*expected, query);
    found += ids.size();
    CHECK(matches(*some, query) == ids);
    CHECK(matches(*all, query) == ids);
  }
  CHECK(found > 1'000);
}

TEST_CASE("a phrase finds what a hyphen joins also as one word", "[searcher]") {
  const TestIndex index({make_article("one", "Ceasefire deal signed"),
                         make_article("two", "Cease-fire deal signed"),
                         make_article("parted", "Will you cease fire, deal or no deal"),
                         make_article("score", "They won 3020, not 30 20")});
  const auto searcher = open_searcher(index);
  const auto [query, expected] = GENERATE(table<std::string, Ids>({
      {"\"cease-fire deal\"", {"one", "parted", "two"}},
      {"\"cease fire deal\"", {"parted", "two"}},
      {"+cease-fire", {"one", "parted", "two"}},
      {"headline:\"cease-fire deal\"", {"one", "parted", "two"}},
      {"cease-fire NEAR/2 signed", {"one", "two"}},
      {"\"30-20\"", {"score"}},
      {"\"not 30-20\"", {"score"}},
      {"\"won 30-20\"", {}},
  }));
  CAPTURE(query);

  CHECK(matches(*searcher, query) == expected);
}

TEST_CASE("NEAR finds words in any form, phrases as they are written", "[searcher]") {
  const TestIndex index({
      make_article("calls", "Mayor calls council", "The mayors of the valley called all ferrymen."),
      make_article("apart", "Ferry sold",
                   "The ferry left. Two hours later, the mayor came, calling."),
      make_article("two", "The mayor", "The ferries were called in."),
      in_language("fr", "fr", "Le maire", "Les mayor élections, une élection au port."),
  });
  const auto searcher = open_searcher(index);
  const auto [query, expected] = GENERATE(table<std::string, Ids>({
      {"mayor NEAR/1 call", {"calls"}},
      {"call NEAR/2 mayor", {"apart", "calls"}},
      {"mayors NEAR/5 ferryman", {}},  // Not of one stem with ferrymen.
      {"mayor NEAR/6 ferrymen", {"calls"}},
      {"mayor NEAR/5 ferrymen", {}},
      {"ferry NEAR/7 mayor", {"apart"}},
      {"mayor NEAR ferry", {"apart"}},  // Not from the headline into the body.
      {"\"the mayor\" NEAR/2 calls", {"apart"}},
      {"\"the mayors\" NEAR/4 calls", {"calls"}},
      {"ferr* NEAR/3 call", {"calls", "two"}},
      {"-(mayor NEAR/2 call)", {"fr", "two"}},
      {"mayor NEAR/2 call AND council", {"calls"}},
      {"mayor NEAR/2 call OR port", {"apart", "calls", "fr"}},
      {"ferry NEAR/9 mayor NEAR/2 call", {"apart"}},
      {"ferry NEAR/9 mayor NEAR/1 call", {}},
      {"élections NEAR/2 port", {"fr"}},
      {"mayor NEAR absent", {}},
      {"the NEAR/1 ferries", {"apart", "two"}},
      {"mayor NEAR mayor", {}},
  }));
  CAPTURE(query);

  CHECK(matches(*searcher, query) == expected);
}

TEST_CASE("a date counted from today moves on at midnight, kept answers with it", "[searcher]") {
  const TestIndex index({make_article("monday", "Same", "", "2021-03-15"),
                         make_article("friday", "Same", "", "2021-03-19")});
  Instant now = Instant(*parse_day("2021-03-22")) - std::chrono::seconds(1);
  SearcherOptions options = patient();
  options.follow = false;
  options.clock = [&] { return now; };
  const auto searcher = open_searcher(index, options);

  const SearchResponse before = search(*searcher, {{"q", "same since:6d"}});
  now += std::chrono::seconds(1);
  const SearchResponse after = search(*searcher, {{"q", "same since:6d"}});

  CHECK(sorted(ids(before)) == Ids{"friday", "monday"});
  CHECK(before.parsed == "same date:2021-03-15..");
  CHECK(ids(after) == Ids{"friday"});
  CHECK(after.parsed == "same date:2021-03-16..");
  CHECK(before.etag != after.etag);
}

TEST_CASE("a natural-language question finds its answer first", "[searcher]") {
  const TestIndex index(river_articles());
  const auto searcher = open_searcher(index);

  const SearchResponse response =
      search(*searcher, {{"q", "who approved the new bridge over the river?"}});

  REQUIRE_FALSE(response.results.empty());
  CHECK(response.results[0].id == "bridge");
  CHECK_FALSE(response.degraded);
}

TEST_CASE("every word counts, the headline's more", "[searcher]") {
  std::vector<Article> articles = {
      make_article("body", "Morning notes", "The harbour was quiet and the strike went on."),
      make_article("headline", "Harbour strike", "The morning was quiet and the walkout went on."),
      make_article("half", "Morning notes", "The harbour was quiet and the morning went on."),
  };
  for (int i = 0; i < 20; ++i) {
    articles.push_back(make_article("other" + std::to_string(i), "Evening notes", "Nothing here."));
  }
  const TestIndex index(articles);
  const auto searcher = open_searcher(index);

  const SearchResponse response = search(*searcher, {{"q", "harbour strike"}});

  CHECK(ids(response) == Ids{"headline", "body", "half"});
  CHECK(response.results[0].score > response.results[1].score);
  CHECK(response.results[1].score > response.results[2].score);
}

TEST_CASE("a quoted word ranks by itself, not by its other forms", "[searcher]") {
  const TestIndex index({make_article("once", "Notes", "Ferries came and went by the old harbour."),
                         make_article("often", "Notes", "A ferry, a ferry, a ferry: ferries."),
                         make_article("never", "Notes", "A ferry, a ferry, a ferry.")});
  const auto searcher = open_searcher(index);

  const SearchResponse written = search(*searcher, {{"q", "\"ferries\""}});
  const SearchResponse any_form = search(*searcher, {{"q", "ferries"}});

  CHECK(sorted(ids(written)) == Ids{"often", "once"});
  CHECK(ids(any_form).front() == "often");
  // Each holds the word once; "often" is the shorter text, by less than three more words would be.
  CHECK(written.results[0].score - written.results[1].score < 0.1 * written.results[0].score);
}

TEST_CASE("equal scores come newest first, in whatever order they were indexed", "[searcher]") {
  std::vector<Article> articles;
  for (const std::string day : {"2021-01-05", "2021-01-09", "2021-01-01", "", "2021-01-07"}) {
    articles.push_back(make_article("on" + day, "Same words", "Same body.", day));
  }
  const Ids expected = {"on2021-01-09", "on2021-01-07", "on2021-01-05", "on2021-01-01", "on"};
  const TestIndex index(articles);
  std::reverse(articles.begin(), articles.end());
  const TestIndex reversed(articles);

  CHECK(ids(search(*open_searcher(index), {{"q", "same"}})) == expected);
  CHECK(ids(search(*open_searcher(reversed), {{"q", "same"}})) == expected);
}

TEST_CASE("an archive of several languages is searched in all of them", "[searcher]") {
  const TestIndex index({in_language("en", "en", "Elections", "The elections were held."),
                         in_language("fr", "fr", "Les élections", "Les électeurs ont voté."),
                         in_language("de", "de", "Die Wahlen", "Die Häuser der Stadt."),
                         in_language("xx", "xx", "Wahlak elekt", "elections"),
                         in_language("", "unknown", "elections", "")});
  const auto searcher = open_searcher(index);

  CHECK(matches(*searcher, "election") == Ids{"en", "fr"});
  CHECK(matches(*searcher, "elections") == Ids{"en", "fr", "unknown", "xx"});
  CHECK(matches(*searcher, "haus") == Ids{"de"});
  CHECK(matches(*searcher, "hauser") == Ids{"de"});
}

TEST_CASE("any substring of Chinese text is found", "[searcher]") {
  const TestIndex index(
      {in_language("zh", "zh", "北京大学的学生", ""), in_language("zh", "other", "东京大雨", "")});
  const auto searcher = open_searcher(index);

  CHECK(matches(*searcher, "\"大学\"") == Ids{"zh"});
  CHECK(matches(*searcher, "+京大学") == Ids{"zh"});
  CHECK(matches(*searcher, "京大学") == Ids{"other", "zh"});
}

TEST_CASE("a result holds what a page shows of an article", "[searcher]") {
  const TestIndex index(river_articles());
  const auto searcher = open_searcher(index);

  const SearchResponse response = search(*searcher, {{"q", "mayor bridge"}});

  REQUIRE(response.total == 2);
  const SearchResult& result = response.results[0];
  CHECK(result.id == "bridge");
  CHECK(result.key == article_key("bridge"));
  CHECK(result.url == "https://www.valley.example/bridge");
  CHECK(marked(result.headline) == "Council approves new [bridge] over the Tarn");
  CHECK(marked(result.snippet) == "The [bridges] of the town are old. [Mayor] Ana Lopez spoke.");
  REQUIRE(result.published);
  CHECK(format_timestamp(*result.published) == "2021-03-19T08:00:00Z");
  CHECK(result.section == "Local News");
  REQUIRE(result.people.size() == 2);
  CHECK(result.people[0].id == "ana-lopez");
  CHECK(result.people[0].label == "Ana Lopez");
  CHECK(result.authors == std::vector<std::string>{"Jo Writer"});
  CHECK(result.source == "The Valley Herald");
  CHECK(result.language == "en");
  CHECK(result.score > 0);
  CHECK(response.parsed == "mayor bridge");
  CHECK(response.relation == Relation::exact);
  CHECK(response.articles == 2);
  CHECK(response.pages == 1);
}

TEST_CASE("a prefix in several words marks what it stands for", "[searcher]") {
  const TestIndex index(river_articles());

  const SearchResponse response = search(*open_searcher(index), {{"q", "conserv*"}});

  REQUIRE(response.results.size() == 1);
  CHECK(marked(response.results[0].snippet) ==
        "José Díaz plays the [conservatory]. U.S. visitors came.");
}

TEST_CASE("a prefix of very many words says that it was cut", "[searcher]") {
  std::vector<Article> articles;
  for (int i = 0; i < 80; ++i) {
    std::string word = "prefix";
    for (int n = i; n > 0; n /= 10) word += static_cast<char>('a' + n % 10);
    articles.push_back(make_article(word, word, ""));
  }
  const TestIndex index(articles);

  const SearchResponse response = search(*open_searcher(index), {{"q", "prefix*"}});

  CHECK(response.total == 64);
  CHECK(response.relation == Relation::at_least);
  REQUIRE(response.degraded);
  CHECK_THAT(*response.degraded, Catch::Contains("prefix*"));
  CHECK_FALSE(response.facets.at(FacetField::section).exact);
}

TEST_CASE("what is typed is never an error", "[searcher]") {
  const TestIndex index(river_articles());
  const auto searcher = open_searcher(index);
  std::string long_text;
  while (long_text.size() < 8'192)
    long_text += "bridge word" + std::to_string(long_text.size()) + " ";
  const auto [query, is_degraded] = GENERATE_COPY(table<std::string, bool>({
      {"\xff", false},
      {"who?won", false},
      {"\"unbalanced", true},
      {"AND OR )(", true},
      {long_text, true},
      {"bridge AND", true},
      {"?!", false},
      {std::string(2'000, '('), true},
      {std::string("nul\0byte", 8), false},
  }));
  CAPTURE(query);

  SearchRequest request;
  request.query = query;
  const auto response = searcher->search(request);

  REQUIRE(response);
  CHECK(response->degraded.has_value() == is_degraded);
}

TEST_CASE("the empty query is every article, newest first, undated last", "[searcher]") {
  const TestIndex index(river_articles());
  const auto searcher = open_searcher(index);

  CHECK(ids(search(*searcher, {})) == Ids{"flood", "bridge", "music", "undated"});
  CHECK(ids(search(*searcher, {{"order-by", "newest"}})) ==
        Ids{"flood", "bridge", "music", "undated"});
  CHECK(ids(search(*searcher, {{"order-by", "oldest"}})) ==
        Ids{"music", "bridge", "flood", "undated"});
  CHECK(ids(search(*searcher, {{"q", "bridge"}, {"order-by", "oldest"}})) ==
        Ids{"bridge", "flood"});
}

TEST_CASE("pages follow one another in every order", "[searcher]") {
  std::vector<Article> articles;
  for (int i = 0; i < 45; ++i) {
    const std::string day = i % 9 == 8 ? "" : "2021-01-" + std::to_string(10 + i % 20);
    articles.push_back(make_article("id" + std::to_string(i), "Same words", "And a body.", day));
  }
  const TestIndex index(articles);
  const auto searcher = open_searcher(index);
  const std::string order = GENERATE("relevance", "newest", "oldest");
  const std::string query = GENERATE("", "words");
  CAPTURE(order, query);

  const SearchResponse all =
      search(*searcher, {{"q", query}, {"order-by", order}, {"page-size", "100"}});
  Ids paged;
  for (int page = 1; page <= 5; ++page) {
    const SearchResponse response =
        search(*searcher, {{"q", query}, {"order-by", order}, {"page", std::to_string(page)}});
    CHECK(response.total == 45);
    CHECK(response.pages == 5);
    const Ids more = ids(response);
    paged.insert(paged.end(), more.begin(), more.end());
  }

  CHECK(all.results.size() == 45);
  CHECK(paged == ids(all));
  CHECK(search(*searcher, {{"q", query}, {"order-by", order}, {"page", "6"}}).results.empty());
}

TEST_CASE("filters narrow, several values of one widen", "[searcher]") {
  const TestIndex index(river_articles());
  const auto searcher = open_searcher(index);
  const auto [parameters, expected] = GENERATE(table<Parameters, Ids>({
      {{{"section", "local-news"}}, {"bridge"}},
      {{{"section", "Local News"}, {"section", "Weather"}}, {"bridge", "flood"}},
      {{{"person", "bo-chen"}}, {"bridge", "flood"}},
      {{{"person", "bo-chen"}, {"section", "weather"}}, {"flood"}},
      {{{"about", "ana-lopez"}}, {"bridge"}},
      {{{"author", "jo-writer"}}, {"bridge"}},
      {{{"source", "coast-times"}}, {"flood"}},
      {{{"lang", "en"}}, {"bridge", "flood", "music", "undated"}},
      {{{"person", "nobody"}}, {}},
      {{{"from-date", "2021-03-19"}}, {"bridge", "flood"}},
      {{{"to-date", "2021-03-19"}}, {"bridge", "music"}},
      {{{"from-date", "2021-03"}, {"to-date", "2021-03"}}, {"bridge"}},
      {{{"q", "bridge"}, {"section", "weather"}}, {"flood"}},
  }));

  const SearchResponse response = search(*searcher, parameters);

  CHECK(sorted(ids(response)) == expected);
  CHECK(response.total == expected.size());
}

TEST_CASE("what may not be shown is nowhere", "[searcher]") {
  std::vector<Article> articles;
  const auto add = [&](const std::string& id) -> Article& {
    articles.push_back(make_article(id, "Secret plan", "The plan.", "2021-03-19"));
    articles.back().section = "Section " + id;
    articles.back().people = {{"Person " + id, 1, true}};
    return articles.back();
  };
  add("usable");
  add("withheld").status = Status::withheld;
  add("canceled").status = Status::canceled;
  add("embargoed").embargoed_until = seconds_from_now(3'600);
  add("released").embargoed_until = seconds_from_now(-3'600);
  add("expired").expires = seconds_from_now(-1);
  add("current").expires = seconds_from_now(3'600);
  const TestIndex index(articles);
  const auto searcher = open_searcher(index);
  const Ids shown = {"current", "released", "usable"};

  for (const std::string query : {"", "secret", "\"secret plan\"", "-nothing", "sec*"}) {
    CAPTURE(query);
    const SearchResponse response = search(*searcher, {{"q", query}});
    CHECK(sorted(ids(response)) == shown);
    CHECK(response.total == 3);
    CHECK(response.facets.at(FacetField::section).values.size() == 3);
    CHECK(response.facets.at(FacetField::person).values.size() == 3);
    REQUIRE(response.date_facet->values.size() == 1);
    CHECK(response.date_facet->values[0].count == 3);
    CHECK(response.date_facet->values[0].of == 3);
  }
  for (const Article& article : articles) {
    const bool is_shown = std::find(shown.begin(), shown.end(), article.id) != shown.end();
    CHECK(searcher->article(article.id).has_value() == is_shown);
    CHECK(search(*searcher, {{"section", article.section}}).total == (is_shown ? 1 : 0));
  }
}

TEST_CASE("an article is found by key or id", "[searcher]") {
  const TestIndex index(river_articles());
  const auto searcher = open_searcher(index);

  const auto by_id = searcher->article("bridge");
  const auto by_key = searcher->article(article_key("bridge"));
  const auto missing = searcher->article("no such");

  REQUIRE(by_id);
  CHECK(*by_id == river_articles()[0]);
  REQUIRE(by_key);
  CHECK(*by_key == *by_id);
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::not_found);
  CHECK(searcher->article(std::string(300, '\0')).error().code == ErrorCode::not_found);
  CHECK(searcher->article("").error().code == ErrorCode::not_found);
}

TEST_CASE("a request without time is answered at once and says that counts are lower bounds",
          "[searcher]") {
  const TestIndex index(river_articles());
  SearcherOptions options;
  options.deadline = std::chrono::milliseconds(0);
  const auto searcher = open_searcher(index, options);
  const std::string query =
      GENERATE("bridge", "\"the road\"", "-bridge", "bridge -mayor", "conserv*", "date:2021");
  CAPTURE(query);

  const SearchResponse response = search(*searcher, {{"q", query}});

  CHECK(response.relation == Relation::at_least);
  CHECK(response.total == 0);
  CHECK_FALSE(response.facets.at(FacetField::person).exact);
  CHECK_FALSE(response.date_facet->exact);
  REQUIRE(response.degraded);
  CHECK_THAT(*response.degraded, Catch::Contains("Time ran out"));
}

}  // namespace broadsheet::searcher
