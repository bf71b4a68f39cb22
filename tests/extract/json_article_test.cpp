#include "indexer/extract/json_article.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

using namespace broadsheet;
using namespace broadsheet::indexer;
using Strings = std::vector<std::string>;

namespace {

const Instant now = *parse_timestamp("2026-11-23T12:00:00Z")->instant;

Result<Extraction> read(const std::string& json) {
  return extract_json_article({ItemFormat::json, json, "articles.jsonl#7"}, now);
}

Article article_of(const std::string& json) {
  const auto extraction = read(json);
  INFO(json);
  REQUIRE(extraction);
  return extraction->article;
}

// The first note that says so, or nothing.
std::string note_with(const Extraction& extraction, const std::string& said) {
  for (const std::string& note : extraction.notes) {
    if (note.find(said) != note.npos) return note;
  }
  return {};
}

}  // namespace

TEST_CASE("the fields of the schema are read", "[json_article]") {
  const Article article = article_of(R"({
    "id": "a-1", "url": "https://example.com/a", "headline": "Bridge  reopens",
    "standfirst": "After a year.", "body": "First\nline.\n\nSecond.",
    "published": "2021-03-19T08:38:00-04:00", "modified": "2021-03-20",
    "authors": ["Jane Doe", {"name": "John Roe"}], "section": "World",
    "people": ["Ann Mayor", {"name": "Bob Smith", "about": true, "mentions": 4}],
    "source": "The Daily Example", "language": "en-GB", "image": "https://example.com/a.jpg",
    "status": "withheld", "embargoed_until": "2027-01-01T00:00:00Z", "expires": "2028-01-01"
  })");

  CHECK(article.id == "a-1");
  CHECK(article.url == "https://example.com/a");
  CHECK(article.headline == "Bridge reopens");
  CHECK(article.standfirst == "After a year.");
  CHECK(article.body == Strings{"After a year.", "First line.", "Second."});
  CHECK(format_timestamp(*article.published) == "2021-03-19T08:38:00-04:00");
  CHECK(article.published_evidence == DateEvidence::given);
  CHECK(format_timestamp(*article.modified) == "2021-03-20");
  CHECK(article.authors == Strings{"Jane Doe", "John Roe"});
  CHECK(article.section == "World");
  CHECK(article.people == std::vector<Person>{{"Ann Mayor", 1, false}, {"Bob Smith", 4, true}});
  CHECK(article.source == "The Daily Example");
  CHECK(article.language == "en");
  CHECK(article.image == "https://example.com/a.jpg");
  CHECK(article.status == Status::withheld);
  CHECK(format_instant(*article.embargoed_until) == "2027-01-01T00:00:00Z");
  CHECK(format_instant(*article.expires) == "2028-01-01T00:00:00Z");
}

TEST_CASE("the names of the Guardian are read", "[json_article]") {
  const Article article = article_of(R"({
    "id": "world/2021/a", "type": "article", "sectionId": "world", "sectionName": "World news",
    "webPublicationDate": "2021-03-19T08:38:00Z", "webTitle": "Bridge reopens",
    "webUrl": "https://example.com/a",
    "fields": {"trailText": "After <b>a year</b>.", "byline": "Jane Doe in Hull",
               "body": "<p>One &amp; one.</p><p>Two.</p>", "thumbnail": "https://example.com/t.jpg"},
    "tags": [{"type": "contributor", "webTitle": "Jane Doe"}]})");

  CHECK(article.id == "world/2021/a");
  CHECK(article.headline == "Bridge reopens");
  CHECK(article.url == "https://example.com/a");
  CHECK(article.section == "World news");
  CHECK(article.body == Strings{"After a year.", "One & one.", "Two."});
  CHECK(article.authors == Strings{"Jane Doe"});
  CHECK(article.image == "https://example.com/t.jpg");
  CHECK(format_day(article.published->day) == "2021-03-19");
}

TEST_CASE("the names of the New York Times are read", "[json_article]") {
  const Article article = article_of(R"({
    "_id": "nyt://article/1", "web_url": "https://example.com/a", "abstract": "After a year.",
    "headline": {"main": "Bridge Reopens", "kicker": null}, "lead_paragraph": "HULL: It reopens.",
    "pub_date": "2021-03-19T08:38:00+0000", "news_desk": "Foreign", "section_name": "World",
    "source": "The Example Times", "byline": {"original": "By Jane Doe and John Roe", "person": []},
    "keywords": [{"name": "persons", "value": "Smith, Bob"}, {"name": "glocations", "value": "Hull"}]})");

  CHECK(article.id == "nyt://article/1");
  CHECK(article.headline == "Bridge Reopens");
  CHECK(article.body == Strings{"After a year.", "HULL: It reopens."});
  CHECK(article.section == "World");
  CHECK(article.authors == Strings{"Jane Doe", "John Roe"});
  CHECK(article.people == std::vector<Person>{{"Bob Smith", 1, false}});
  CHECK(article.source == "The Example Times");
}

TEST_CASE("the names of NewsAPI and Schema.org are read", "[json_article]") {
  const Article news_api = article_of(R"({
    "source": {"id": null, "name": "Example News"}, "author": "Jane Doe", "title": "Bridge reopens",
    "description": "It reopened on Friday, the city sa...", "url": "https://example.com/a",
    "urlToImage": "https://example.com/a.jpg", "publishedAt": "2021-03-19T08:38:00Z",
    "content": "It reopened on Friday, the city said.\r\nMore later… [+1234 chars]"})");
  const Article schema_org = article_of(R"({
    "@type": "NewsArticle", "headline": "Bridge reopens", "datePublished": "2021-03-19",
    "articleBody": "One.\n\nTwo.", "articleSection": ["World", "UK"], "inLanguage": "de",
    "author": [{"@type": "Person", "name": "Jane Doe"}],
    "publisher": {"@type": "Organization", "name": "Example News"},
    "mainEntityOfPage": {"@id": "https://example.com/a"},
    "about": {"@type": "Person", "name": "Ann Mayor"}})");

  CHECK(news_api.source == "Example News");
  CHECK(news_api.authors == Strings{"Jane Doe"});
  CHECK(news_api.standfirst.empty());
  CHECK(news_api.body == Strings{"It reopened on Friday, the city said.", "More later…"});
  CHECK(schema_org.url == "https://example.com/a");
  CHECK(schema_org.section == "World");
  CHECK(schema_org.source == "Example News");
  CHECK(schema_org.language == "de");
  CHECK(schema_org.people == std::vector<Person>{{"Ann Mayor", 1, true}});
}

TEST_CASE("an id may be a number, a date one since 1970", "[json_article]") {
  const Article article =
      article_of(R"({"id": 17, "title": "T", "published_date": 1616143080000})");

  CHECK(article.id == "17");
  CHECK(format_timestamp(*article.published) == "2021-03-19T08:38:00Z");
}

TEST_CASE("a field of a wrong type is refused by name", "[json_article]") {
  const auto [json, field] = GENERATE(table<std::string, std::string>({
      {R"({"headline": 7})", "headline"},
      {R"({"headline": "H", "id": {}})", "id"},
      {R"({"headline": "H", "id": 1.5})", "id"},
      {R"({"headline": "H", "url": 1})", "url"},
      {R"({"headline": "H", "body": 1})", "body"},
      {R"({"headline": "H", "body": ["a", 1]})", "body"},
      {R"({"headline": "H", "published": true})", "published"},
      {R"({"headline": "H", "date": {}})", "date"},
      {R"({"headline": "H", "authors": "Jane Doe"})", "authors"},
      {R"({"headline": "H", "authors": [1]})", "authors"},
      {R"({"headline": "H", "people": {}})", "people"},
      {R"({"headline": "H", "people": [{"about": true}]})", "people"},
      {R"({"headline": "H", "people": [{"name": "A B", "mentions": 0}]})", "people.mentions"},
      {R"({"headline": "H", "people": [{"name": "A B", "about": "yes"}]})", "people.about"},
      {R"({"headline": "H", "section": ["World"]})", "section"},
      {R"({"headline": "H", "source": 3})", "source"},
      {R"({"headline": "H", "language": 3})", "language"},
      {R"({"headline": "H", "status": "draft"})", "status"},
      {R"({"headline": "H", "embargoed_until": "soon"})", "embargoed_until"},
      {R"({"headline": "H", "expires": 5})", "expires"},
  }));
  CAPTURE(json);

  const auto extraction = read(json);

  REQUIRE_FALSE(extraction);
  CHECK(extraction.error().code == ErrorCode::invalid_field);
  CHECK(extraction.error().parameter == field);
  CHECK_THAT(extraction.error().message, Catch::Contains("'" + field + "'"));
}

TEST_CASE("a date that cannot be leaves the article undated, with a note", "[json_article]") {
  const std::string date = GENERATE(as<std::string>{}, "9999-01-01", "2021-02-31",
                                    "31 February 2021", "soon", "1066-10-14");
  CAPTURE(date);

  const auto extraction = read(R"({"headline": "H", "date": ")" + date + "\"}");

  REQUIRE(extraction);
  CHECK_FALSE(extraction->article.published);
  CHECK(extraction->article.published_evidence == DateEvidence::none);
  CHECK_THAT(note_with(*extraction, "no plausible date"),
             Catch::Contains("date: ") && Catch::Contains(date));
}

TEST_CASE("nulls and unknown fields are passed over", "[json_article]") {
  const Article article = article_of(
      R"({"headline": "H", "body": null, "people": null, "authors": [null], "x": {"y": [1]}, "date": "",
          "section": null, "status": null, "source": null})");

  CHECK(article.headline == "H");
  CHECK(article.body.empty());
  CHECK(article.authors.empty());
}

TEST_CASE("what is no article is told by its error", "[json_article]") {
  const auto [json, code] = GENERATE(table<std::string, ErrorCode>({
      {"", ErrorCode::empty},
      {"  \n", ErrorCode::empty},
      {"{", ErrorCode::malformed},
      {"{\"headline\": \"H\"} x", ErrorCode::malformed},
      {"[]", ErrorCode::malformed},
      {"\"H\"", ErrorCode::malformed},
      {"{}", ErrorCode::not_an_article},
      {R"({"headline": " ", "body": "", "date": "2021-03-19"})", ErrorCode::not_an_article},
      {std::string(100'000, '['), ErrorCode::malformed},
      {"{\"a\":" + std::string(100'000, '{'), ErrorCode::malformed},
  }));
  CAPTURE(json.substr(0, 80));

  const auto extraction = read(json);

  REQUIRE_FALSE(extraction);
  CHECK(extraction.error().code == code);
}

TEST_CASE("huge values are cut to their bounds", "[json_article]") {
  nlohmann::json json = {{"headline", std::string(1'000'000, 'x')},
                         {"body", std::string(2'000'000, 'y')}};
  for (int i = 0; i < 10'000; ++i) json["people"].push_back("Person N" + std::to_string(i));

  const auto extraction = read(json.dump());

  REQUIRE(extraction);
  CHECK(extraction->article.headline.size() == Article::max_headline_bytes);
  CHECK(extraction->article.body.at(0).size() == Article::max_body_bytes);
  CHECK(extraction->article.people.size() == Article::max_people);
  CHECK_THAT(note_with(*extraction, "headline: cut"), Catch::Contains("1000 bytes"));
  CHECK_THAT(note_with(*extraction, "body: cut"), Catch::Contains("1000000 bytes"));
  CHECK_THAT(note_with(*extraction, "people: the first"), Catch::Contains("500 kept"));
}

TEST_CASE("notes name the fields that gave the article's", "[json_article]") {
  const auto extraction = read(
      R"({"webTitle": "Ferry fares rise", "fields": {"body": "<p>Fares rise on Monday.</p>"},
          "webPublicationDate": "2021-03-19", "lang": "en", "sectionName": "Business",
          "publisher": {"name": "Harbour Post"}, "byline": "By Fay Reed"})");

  REQUIRE(extraction);
  for (const char* note :
       {"headline: field 'webTitle'", "body: field 'fields.body'", "language: field 'lang'",
        "date: field 'webPublicationDate'", "section: field 'sectionName'",
        "source: field 'publisher'", "authors: field 'byline'"}) {
    CAPTURE(note);
    CHECK_THAT(extraction->notes, Catch::VectorContains(std::string(note)));
  }
}

TEST_CASE("invalid UTF-8 is replaced, control characters vanish", "[json_article]") {
  const Article article =
      article_of("{\"headline\": \"caf\xe9 \\u0007 reopens\", \"body\": \"a\tb \xff\"}");

  CHECK(article.headline == "caf\ufffd reopens");
  CHECK(article.body == Strings{"a b \ufffd"});
}

TEST_CASE("every field and alias of the published schema is read", "[json_article]") {
  std::ifstream file(BROADSHEET_SOURCE_DIR "/schema/article.schema.json");
  const auto schema = nlohmann::json::parse(file);
  std::ifstream source(BROADSHEET_SOURCE_DIR "/indexer/extract/json_article.cpp");
  const std::string code{std::istreambuf_iterator<char>(source), {}};
  const auto is_read = [&](const std::string& name) {
    const std::string last = name.substr(name.rfind('.') + 1);
    return code.find('"' + last + '"') != code.npos;
  };

  for (const auto& [name, property] : schema.at("properties").items()) {
    CAPTURE(name);
    CHECK(is_read(name));
    CHECK((property.contains("description") || property.contains("enum")));
    if (!property.contains("x-aliases")) continue;
    for (const std::string alias : property.at("x-aliases")) {
      CAPTURE(alias);
      CHECK(is_read(alias));
    }
  }
}

TEST_CASE("keywords of Schema.org and the Guardian are tags", "[json_article]") {
  const std::string fields = GENERATE(as<std::string>{}, R"("keywords": "Bridges, Ann Mayor")",
                                      R"("keywords": ["Bridges", "Ann Mayor"])",
                                      R"("tags": [{"type": "keyword", "webTitle": "Bridges"},
                                                  {"type": "series", "webTitle": "Walks"},
                                                  {"type": "keyword", "webTitle": "Ann Mayor"}])");

  const auto extraction = read(R"({"headline": "Bridge reopens", )" + fields + "}");

  REQUIRE(extraction);
  CHECK(extraction->tags == Strings{"Bridges", "Ann Mayor"});
}

TEST_CASE("the Guardian's publication is the source", "[json_article]") {
  const auto extraction = read(R"({"webTitle": "Storm closes the harbour", "fields": {
      "bodyText": "The harbour stays closed.", "publication": "The Harbour Post"}})");

  REQUIRE(extraction);
  CHECK(extraction->article.source == "The Harbour Post");
}
