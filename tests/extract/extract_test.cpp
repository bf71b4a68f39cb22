#include "indexer/extract/extract.hpp"

#include <catch2/catch.hpp>
#include <chrono>
#include <string>

using namespace broadsheet;
using namespace broadsheet::indexer;

namespace {

const Instant now = std::chrono::sys_days(std::chrono::year(2024) / 5 / 20);

Result<Extraction> extract(const std::string& html) {
  RawItem item;
  item.content = html;
  item.name = "page.html";
  return Extractor(now).extract(item);
}

std::string repeat(const std::string& text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

const std::string story =
    "<p>The old cinema in Mill Lane will open again in autumn, the town council decided on Tuesday "
    "evening after two hours of debate.</p>"
    "<p>The building has stood empty since the flood of nine years ago, when the water reached the "
    "third row of its seats.</p>"
    "<p>A society of two hundred members will run it and show a film every Friday, as well as the "
    "school's theatre in summer.</p>";

std::string page(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html lang=en><head>" + head + "</head><body>" + body + "</body></html>";
}

std::string linked_data(const std::string& fields) {
  return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\"," + fields + "}</script>";
}

}  // namespace

TEST_CASE("a page becomes an article", "[extract]") {
  const auto extraction = extract(page(
      "<title>Cinema opens again - Mill Herald</title>"
      "<link rel=canonical href='https://www.mill.example/culture/cinema-opens'>"
      "<meta property=og:site_name content='Mill Herald'>" +
          linked_data("\"headline\":\"Cinema opens again\",\"datePublished\":\"2024-05-14T23:30:00+"
                      "02:00\",\"author\":{\"@type\":\"Person\",\"name\":\"Fay Reed\"},"
                      "\"articleSection\":\"Culture\",\"image\":\"/c.jpg\""),
      "<article><h1>Cinema opens again</h1>" + story + "</article>"));

  REQUIRE(extraction);
  const Article& article = extraction->article;
  CHECK(article.headline == "Cinema opens again");
  CHECK(article.body.size() == 3);
  REQUIRE(article.published);
  CHECK(format_timestamp(*article.published) == "2024-05-14T23:30:00+02:00");
  CHECK(article.published_evidence == DateEvidence::json_ld);
  CHECK(article.authors == std::vector<std::string>{"Fay Reed"});
  CHECK(article.section == "Culture");
  CHECK(article.source == "Mill Herald");
  CHECK(article.language == "en");
  CHECK(article.url == "https://www.mill.example/culture/cinema-opens");
  CHECK(extraction->canonical_url == article.url);
  CHECK(article.image == "https://www.mill.example/c.jpg");
  CHECK_FALSE(extraction->notes.empty());
}

TEST_CASE("the date is taken from the best evidence there is", "[extract]") {
  const auto [head, top, day, evidence] =
      GENERATE(table<std::string, std::string, std::string, DateEvidence>({
          {"<meta property=article:published_time content=2023-03-01T10:00:00Z>",
           "<time datetime=2023-03-02></time>", "2023-03-01", DateEvidence::meta},
          {"", "<time datetime=2023-03-02></time>", "2023-03-02", DateEvidence::time_tag},
          {"<link rel=canonical href=https://m.example/2023/03/03/cinema>",
           "<time datetime=2021-01-01></time>", "2023-03-03", DateEvidence::url},
          {"", "<p>By Fay Reed, 4 March 2023</p>", "2023-03-04", DateEvidence::visible},
          {"<meta name=date content=2099-01-01>", "<time datetime=2023-03-02></time>", "2023-03-02",
           DateEvidence::time_tag},
      }));
  CAPTURE(head, top);

  const auto extraction = extract(page(head, "<h1>Cinema opens again</h1>" + top + story));

  REQUIRE(extraction);
  REQUIRE(extraction->article.published);
  CHECK(format_day(extraction->article.published->day) == day);
  CHECK(extraction->article.published_evidence == evidence);
}

TEST_CASE("a time in UTC gets the day of the page's own URL", "[extract]") {
  const auto extraction =
      extract(page("<link rel=canonical href=https://m.example/2023/03/02/cinema>"
                   "<meta property=article:published_time content=2023-03-01T23:30:00+00:00>",
                   "<h1>Cinema opens again</h1>" + story));

  REQUIRE(extraction);
  CHECK(format_timestamp(*extraction->article.published) == "2023-03-02T00:30:00+01:00");
}

TEST_CASE("a page without a date is an article without one", "[extract]") {
  const auto extraction = extract(page("", "<h1>Cinema opens again</h1>" + story));

  REQUIRE(extraction);
  CHECK_FALSE(extraction->article.published);
  CHECK(extraction->article.published_evidence == DateEvidence::none);
}

TEST_CASE("legacy encodings come out as text", "[extract]") {
  const auto extraction = extract(
      "<html><head><meta http-equiv=Content-Type content='text/html; charset=windows-1251'></head>"
      "<body><h1>\xCC\xEE\xF1\xEA\xE2\xE0</h1><p>" +
      repeat("\xC2 \xE3\xEE\xF0\xEE\xE4\xE5 \xEE\xF2\xEA\xF0\xFB\xEB\xE8 \xEC\xEE\xF1\xF2. ", 20) +
      "</p></body></html>");

  REQUIRE(extraction);
  CHECK(extraction->article.headline == "Москва");
  CHECK_THAT(extraction->article.body.at(0), Catch::StartsWith("В городе открыли мост."));
}

TEST_CASE("what holds no story is not an article", "[extract]") {
  const auto html = GENERATE(
      as<std::string>(),
      "<html><body><h1>404 Not Found</h1><p>The page you asked for is not here.</p></body></html>",
      "<html><body><ul><li><a href=a>One story about a thing that happened</a><li><a "
      "href=b>Another "
      "story about a thing that did not</a></ul></body></html>",
      "<html><head><title>Redirecting</title></head><body><a href=x>Go on</a></body></html>",
      "just a few words");
  CAPTURE(html);

  const auto extraction = extract(html);

  REQUIRE_FALSE(extraction);
  CHECK(extraction.error().code == ErrorCode::not_an_article);
}

TEST_CASE("an index page of teasers is not an article", "[extract]") {
  std::string teasers;
  for (int i = 0; i < 20; ++i) {
    teasers +=
        "<article class=card><h2><a href=/s" + std::to_string(i) +
        ">A headline that leads to story number " + std::to_string(i) +
        "</a></h2><p>One sentence that tells what the story is about, and why one should read "
        "it.</p></article>";
  }

  const auto extraction = extract(page("<title>Mill Herald</title>", "<h1>Culture</h1>" + teasers));

  REQUIRE_FALSE(extraction);
  CHECK(extraction.error().code == ErrorCode::not_an_article);
}

TEST_CASE("a story whose subheads link to themselves is no index page", "[extract]") {
  std::string parts;
  for (int i = 0; i < 6; ++i) {
    const std::string part = "part-" + std::to_string(i);
    parts += "<h2 id=" + part + "><a href='#" + part + "'>What the council says of plan number " +
             std::to_string(i) +
             "</a></h2><p>It will be looked at once more in the spring of year " +
             std::to_string(i) + ", when the figures of the last one are there.</p>";
  }

  const auto extraction =
      extract(page("<title>Six plans</title>", "<h1>Six plans for Mill Lane</h1>" + parts));

  REQUIRE(extraction);
  CHECK(extraction->article.body.size() == 12);
}

TEST_CASE("a short notice does not take the teasers below it", "[extract]") {
  std::string teasers;
  for (int i = 0; i < 8; ++i) {
    const std::string title = "Boats in winter, pier " + std::to_string(i);
    teasers +=
        "<div class=col-md-4><div class='card card-blog'><div class=content><h6 class='category "
        "text-info'><a href=/c>Harbour</a></h6><h4 class=card-title><a href=/n>" +
        title + "</a></h4><p class=card-description>" + title +
        " Where do they lie and who looks after them at night? <a href=/n>Boats in winter, go "
        "on</a></p></div></div></div>";
  }

  const auto extraction = extract(page(
      "<title>Clean water</title>",
      "<div id=main><div class=entry><h1>Clean water</h1><p>Paint one on what water is to you and "
      "send it to the harbour office by the third of April, with your name and age, if you are no "
      "older than twelve.</p></div><div class=more><h2 class=title>Notices like this</h2><div "
      "class=row>" +
          teasers + "</div></div></div>"));

  REQUIRE(extraction);
  CHECK(extraction->article.headline == "Clean water");
  CHECK(extraction->article.body.size() == 1);
}

TEST_CASE("an empty page is told as empty", "[extract]") {
  const auto extraction = extract(" \n\t ");

  REQUIRE_FALSE(extraction);
  CHECK(extraction.error().code == ErrorCode::empty);
}

TEST_CASE("bombs are refused or read, never suffered", "[extract]") {
  CHECK_FALSE(extract("<table><svg><foreignobject ><![CDATA[t]]>C"));
  CHECK_FALSE(extract(std::string(20'000'000, 'x')));
  CHECK_FALSE(extract(std::string(100'000, '\0')));
  CHECK_FALSE(extract(repeat("<!--", 100'000)));
  CHECK_FALSE(extract(repeat("<a b=\"", 100'000)));

  const auto nested = extract(repeat("<div>", 100'000) + "<h1>Cinema opens again</h1>" + story);
  REQUIRE(nested);
  CHECK(nested->article.body.size() == 3);
}

TEST_CASE("fields are clean and bounded", "[extract]") {
  const auto extraction = extract(
      page("<meta property=og:type content=article><link rel=canonical href='javascript:x()'>",
           "<h1>" + repeat("long ", 10'000) + "</h1>" + story +
               "<p>Zürich, Łódź: broken \x01 control and \xFF bytes are replaced.</p>"));

  REQUIRE(extraction);
  CHECK(extraction->article.headline.size() <= Article::max_headline_bytes);
  CHECK(extraction->article.url.empty());
  CHECK(extraction->article.body.back() ==
        "Zürich, Łódź: broken control and \uFFFD bytes are replaced.");
}

TEST_CASE("an error's message begins with the item's name", "[extract]") {
  const auto [format, content] = GENERATE(table<ItemFormat, std::string>({
      {ItemFormat::html, "<html><body><p>Not found</p></body></html>"},
      {ItemFormat::text_dump, "a line\nanother line\n"},
      {ItemFormat::text_dump, " \n"},
      {ItemFormat::json, R"({"headline": 7})"},
      {ItemFormat::json, R"({"section": "World"})"},
      {ItemFormat::json, "{"},
  }));
  CAPTURE(content);

  const auto extraction = Extractor(now).extract({format, content, "folder/item#7"});

  REQUIRE_FALSE(extraction);
  CHECK_THAT(extraction.error().message, Catch::StartsWith("folder/item#7: "));
  CHECK(extraction.error().message.rfind("item#7") == std::string("folder/").size());  // Once.
}

TEST_CASE("an outlet's name before the headline goes if the page shows it without", "[extract]") {
  const auto extraction = extract(
      page("<title>The Weekly Herring: Cinema opens again in autumn</title>",
           "<div><b>Cinema opens again in autumn</b><br>by Fay Reed<br><br></div>" + story));

  REQUIRE(extraction);
  CHECK(extraction->article.headline == "Cinema opens again in autumn");
}

TEST_CASE("a byline without mark-up is read below the headline", "[extract]") {
  const auto extraction =
      extract(page("<title>Cinema opens again in autumn</title>",
                   "<h1>Cinema opens again in autumn</h1><div>by Fay Reed</div>" + story));

  REQUIRE(extraction);
  CHECK(extraction->article.authors == std::vector<std::string>{"Fay Reed"});
}

TEST_CASE("the section of a path stands before or after the date, and is never the slug",
          "[extract]") {
  const auto [path, section] = GENERATE(table<std::string, std::string>({
      {"/culture/2024/cinema-opens", "Culture"},
      {"/2024/05/14/culture/cinema-opens", "Culture"},
      {"/cinema-opens-again/", ""},
      {"/2024/05/14/cinema-opens-again/", ""},
  }));
  CAPTURE(path);

  const auto extraction =
      extract(page("<title>Cinema opens again</title><link rel=canonical "
                   "href='https://www.mill.example" +
                       path + "'>",
                   "<h1>Cinema opens again</h1>" + story));

  REQUIRE(extraction);
  CHECK(extraction->article.section == section);
}

TEST_CASE("a profile is an article only if its text is its own", "[extract]") {
  const std::string head = "<title>Fay Reed</title><meta property=og:type content=profile>";

  CHECK_FALSE(
      extract(page(head, "<h1>Fay Reed</h1><article><h2><a href=/a>Cinema opens again</a></h2>" +
                             story + "</article>")));
  CHECK(extract(page(head, "<article><h1>Fay Reed opens the cinema</h1>" + story + "</article>")));
}

TEST_CASE("tags of a page tell who its people are, never that there are some", "[extract]") {
  const std::string tags = "Halvorsen Trust, Ingrid Halvorsen, Jane Doe, European Union";
  const std::string head = GENERATE_COPY(
      as<std::string>{}, "<meta name=keywords content='" + tags + "'>",
      "<meta name=news_keywords content='" + tags + "'>",
      "<meta property=article:tag content='Ingrid Halvorsen'><meta property=article:tag "
      "content='European Union'>",
      linked_data("\"headline\":\"Cinema opens again\",\"keywords\":\"" + tags + "\""),
      linked_data("\"headline\":\"Cinema opens again\",\"keywords\":[\"Ingrid Halvorsen\"]"));
  CAPTURE(head);

  const auto extraction =
      extract(page(head, "<article><h1>Cinema opens again</h1>" + story +
                             "<p>Mayor Halvorsen said that she would be at the first show.</p>"
                             "<p>The European Union paid for the seats.</p></article>"));

  REQUIRE(extraction);
  CHECK(extraction->article.people == std::vector<Person>{{"Ingrid Halvorsen", 1, false}});
}
