#include "indexer/extract/explain.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <string>

#include "indexer/extract/marked_page.hpp"

using namespace broadsheet;
using namespace broadsheet::indexer;

namespace {

const Instant now = std::chrono::sys_days(std::chrono::year(2024) / 5 / 20);

const std::string first =
    "<p>The cinema in Mill Lane opens its doors again on Friday, eleven years after the flood "
    "that filled the third row of its seats.</p>";
const std::string story =
    first +
    "<p>A society of two hundred members will run it and show a film every Friday, as well as the "
    "school's theatre in summer.</p>"
    "<p>The society's chair, Fay Reed, said that tickets would cost as much as they did before the "
    "flood, and that the seats were dry.</p>";

struct Explained {
  Result<Extraction> extraction;
  ItemReading reading;

  std::string text() const { return explain_item("page.html", extraction, reading); }
  std::string html() const { return mark_page("page.html", extraction, reading.page); }
};

Explained explain(const std::string& content, ItemFormat format = ItemFormat::html) {
  ItemReading reading;
  auto extraction = Extractor(now).extract({format, content, "page.html"}, &reading);
  return {std::move(extraction), std::move(reading)};
}

std::string page(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html lang=en-GB><head>" + head + "</head><body>" + body +
         "</body></html>";
}

std::string source_of(const Explained& explained, const std::string& field) {
  REQUIRE(explained.extraction);
  const auto fields = explained_fields(*explained.extraction);
  const auto found = std::ranges::find(fields, field, &ExplainedField::name);
  return found == fields.end() ? "no such field" : found->source;
}

// The line of the text that has the words.
std::string line_with(const std::string& text, const std::string& words) {
  const std::size_t at = text.find(words);
  if (at == text.npos) return {};
  const std::size_t begin = text.rfind('\n', at) + 1;
  return text.substr(begin, text.find('\n', at) - begin);
}

std::size_t characters(const std::string& line) {
  return static_cast<std::size_t>(std::ranges::count_if(
      line, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

std::size_t count(const std::string& text, const std::string& words) {
  std::size_t times = 0;
  for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at + 1)) ++times;
  return times;
}

}  // namespace

TEST_CASE("each field of a page has its source", "[explain]") {
  const Explained explained = explain(
      page("<title>Cinema opens again - Mill Herald</title>"
           "<link rel=canonical href='https://www.mill.example/culture/cinema-opens'>"
           "<meta property=og:site_name content='Mill Herald'>"
           "<meta property=og:image content=/cinema.jpg>"
           "<script type='application/ld+json'>{\"@type\":\"NewsArticle\","
           "\"headline\":\"Cinema opens again\",\"datePublished\":\"2024-05-14T23:30:00+02:00\","
           "\"dateModified\":\"2024-05-15\",\"articleSection\":\"Culture\","
           "\"author\":{\"@type\":\"Person\",\"name\":\"Gus Poole\"}}</script>",
           "<article><h1>Cinema opens again</h1>" + story + "</article>"));

  const auto [field, source] = GENERATE(table<std::string, std::string>({
      {"headline", "h1"},
      {"date", "JSON-LD datePublished; evidence json_ld, confidence 0.99"},
      {"modified", "JSON-LD dateModified"},
      {"authors", "JSON-LD"},
      {"section", "JSON-LD"},
      {"source", "og:site_name or application-name"},
      {"language", "declared as en-GB"},
      {"url", "link rel=canonical"},
      {"image", "og:image, twitter:image or link rel=image_src"},
      {"people", "names in headline and text"},
  }));
  CAPTURE(field);
  CHECK(source_of(explained, field) == source);
}

TEST_CASE("sources and claims that were refused are told", "[explain]") {
  const Explained explained =
      explain(page("<link rel=canonical href='https://mill.example/sport/cinema'>"
                   "<meta property=article:published_time content='0001-01-01T00:00:00'>",
                   "<h1>Cinema opens again</h1>" + story));

  CHECK(source_of(explained, "source") == "host of the URL");
  CHECK(source_of(explained, "section") == "URL");
  CHECK_THAT(source_of(explained, "date"),
             Catch::Contains("refused: 0001-01-01T00:00:00, no plausible date"));
}

TEST_CASE("each mention of a person is told with its reason", "[explain]") {
  const std::string text = explain(page("", "<h1>Cinema opens again</h1>" + story +
                                                "<p>“We are glad,” Ms Reed said on Friday.</p>"))
                               .text();

  CHECK_THAT(text, Catch::Contains("\n  Fay Reed\n"));
  CHECK_THAT(line_with(text, "[Fay Reed]"), Catch::EndsWith("  full name"));
  CHECK_THAT(line_with(text, "Ms [Reed] said"), Catch::EndsWith("  surname"));
}

TEST_CASE("kept and dropped blocks stand in page order with their reasons", "[explain]") {
  const Explained explained = explain(
      page("", "<nav class='top bar' id=menu>Home</nav><h1>Cinema opens again</h1>" + story +
                   "<p>Share on Facebook</p><footer>Mill Herald, 4 Mill Lane</footer>"));

  const std::string text = explained.text();

  CHECK_THAT(line_with(text, "Home"),
             Catch::StartsWith("- ") && Catch::EndsWith("  kind of element: nav.top.bar#menu"));
  CHECK_THAT(line_with(text, "The cinema in Mill Lane"), Catch::StartsWith("+ "));
  CHECK_THAT(line_with(text, "Share on"), Catch::EndsWith("  line rule: share"));
  CHECK_THAT(line_with(text, "4 Mill Lane"), Catch::EndsWith("  kind of element: footer"));
  CHECK(text.find("Home") < text.find("The cinema in"));
  CHECK_THAT(text, Catch::Contains("3 of 7 blocks are the story"));
  const auto blocks = explained_blocks(explained.reading.page);
  REQUIRE(blocks.size() == 7);
  CHECK(blocks[1].why == "the headline");
}

TEST_CASE("dropped blocks of one reason and element are one line", "[explain]") {
  const Explained explained =
      explain(page("",
                   "<nav><ul><li>Home</li><li>News</li><li>Sport</li><li>Coast</li></ul></nav>"
                   "<nav><ul><li>Log in</li><li>Help</li></ul></nav><h1>Cinema opens "
                   "again</h1>" +
                       story));

  const std::string text = explained.text();

  CHECK_THAT(line_with(text, "Home"), Catch::Contains("(4) Home / News / Sport / Coast  "));
  CHECK_THAT(line_with(text, "Log in"), !Catch::Contains("Help"));
}

TEST_CASE("lines fit a terminal, whatever the script", "[explain]") {
  const std::string word = GENERATE("word ", "слово ", "電影院重新開放", "e\u0301\u0301 ");
  std::string paragraph;
  while (paragraph.size() < 900) paragraph += word;
  const Explained explained =
      explain(page("<title>" + paragraph + "</title>",
                   "<h1>Cinema opens again</h1><p>" + paragraph + ".</p>" + story));

  const std::string text = explained.text();

  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    const std::string line = text.substr(begin, end - begin);
    const bool is_wide = word.size() > 20;
    const bool is_marked = word.find("\u0301") != word.npos;
    CAPTURE(line);
    CHECK(characters(line) <= (is_marked ? 300U : 96U));
    if (is_wide && line.find("電影院") != line.npos && line.find("…") != line.npos) {
      CHECK(characters(line) <= 60U);
    }
    begin = end + 1;
  }
  CHECK(text.find("\uFFFD") == text.npos);
}

TEST_CASE("an element's name with control characters is shown without", "[explain]") {
  const Explained explained = explain(page(
      "", "<h1>Cinema opens again</h1>" + story + "<x-a\x01y role=navigation>Menu</x-a\x01y>"));

  const std::string line = line_with(explained.text(), "Menu");

  CHECK_THAT(line, Catch::Contains("role: x-a y"));
  CHECK(line.find('\x01') == line.npos);
}

TEST_CASE("a page that is no article is explained too", "[explain]") {
  const Explained explained =
      explain(page("", "<h1>Contact</h1><p>Write to us.</p><p>Share on Facebook</p>"));

  const std::string text = explained.text();

  REQUIRE_FALSE(explained.extraction);
  CHECK_THAT(line_with(text, "refused"),
             Catch::Contains("no story of some length") && Catch::EndsWith("[not_an_article]"));
  CHECK_THAT(line_with(text, "Share on"), Catch::EndsWith("line rule: share"));
  CHECK_THAT(explained.html(), Catch::Contains("Refused: page.html: no story of some length"));
}

TEST_CASE("a text that is the data's is told so", "[explain]") {
  std::string body;
  for (int i = 0; i < 12; ++i) body += "Sentence " + std::to_string(i) + " of the story is long. ";
  const Explained explained = explain(
      page("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Cinema "
           "opens again\",\"articleBody\":\"" +
               body + "\"}</script>",
           "<h1>Cinema opens again</h1><p>Read on in our app.</p>"));

  CHECK(source_of(explained, "body") == "chosen by the page's data");
  CHECK_THAT(line_with(explained.text(), "Read on"),
             Catch::StartsWith("- 0.") && Catch::EndsWith("the text is from the page's data"));
}

TEST_CASE("lines of a dump have their rules", "[explain]") {
  const Explained explained = explain(
      "World\nMay 14, 2024\nCinema opens again after flood\n"
      "The cinema in Mill Lane opens its doors again on Friday, eleven years after the flood.\n"
      "A society of two hundred members will run it and show a film every Friday evening.\n"
      "Share on Facebook\nGo to top\n",
      ItemFormat::text_dump);

  const std::string text = explained.text();

  CHECK(source_of(explained, "headline") == "line 3");
  CHECK(source_of(explained, "date") == "line 2; evidence visible, confidence 0.80");
  CHECK(source_of(explained, "body") == "lines 4 to 5");
  CHECK_THAT(line_with(text, "2 of 7 lines are the story"), Catch::Contains("(+)"));
  CHECK_THAT(line_with(text, "The cinema in"), Catch::StartsWith("+ "));
  CHECK_THAT(line_with(text, "Share on"), Catch::EndsWith("line rule: share"));
}

TEST_CASE("JSON has fields only", "[explain]") {
  const Explained explained = explain(
      R"({"webTitle": "Ferry fares rise", "body": "Fares rise on Monday."})", ItemFormat::json);

  CHECK(source_of(explained, "headline") == "field 'webTitle'");
  CHECK_THAT(explained.text(), !Catch::Contains("the story (+)"));
}

TEST_CASE("a marked page marks what was kept, what was dropped and the headline", "[marked_page]") {
  const std::string html =
      explain(page("", "<nav class=top>Home</nav><h1>Cinema opens again</h1>" + story +
                           "<div>Loose <b>words</b><p>Share on Facebook</p></div>"))
          .html();

  CHECK_THAT(html, Catch::Contains("<nav class=\"block dropped\" title=\"dropped: kind of element: "
                                   "nav.top; 0."));
  CHECK_THAT(html, Catch::Contains("<h1 class=\"block title\" title=\"the headline; "));
  CHECK_THAT(html, Catch::Contains("<p class=\"block kept\" title=\"kept; "));
  CHECK_THAT(html, Catch::Contains(">Loose </span><b><span class=\"dropped\""));
  CHECK(count(html, "id=\"story\"") == 1);
  CHECK(count(html, "<p ") == count(html, "</p>") - count(html, "<p>"));
}

TEST_CASE("a hostile page stays inert when marked", "[marked_page]") {
  const std::string evil =
      "\"'></title></style></table><script>alert(1)</script><img src=x "
      "onerror=alert(2)>";
  const std::string quoted = "&quot;&#39;&gt;&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;";
  const std::string html =
      explain(
          page(
              "<title>" + quoted +
                  "</title><base href='https://evil.example/'>"
                  "<link rel=stylesheet href='https://evil.example/a.css'>"
                  "<link rel=canonical href='https://evil.example/\"><script>alert(3)</script>'>"
                  "<meta http-equiv=refresh content='0;url=https://evil.example/'>"
                  "<meta name=author content=\"" +
                  quoted + "\">",
              "<div class=\"" + quoted +
                  " nav\" id='\"><script>x</script>' role=navigation "
                  "onclick='alert(4)' style='background:url(https://evil.example/b.png)'>Menu</div>"
                  "<h1 onmouseover=alert(5)>Cinema opens " +
                  quoted + "</h1>" + story + "<p>The society said that " + quoted +
                  " was no film that it would show.</p>"
                  "<a href='javascript:alert(6)'>A link of the cinema's</a>" +
                  evil +
                  "<iframe src='https://evil.example/'></iframe><svg onload=alert(7)></svg>"
                  "<x-script onfoo=1>custom</x-script><form action='https://evil.example/'><input "
                  "name=a autofocus onfocus=alert(8)><textarea></textarea><button>Go</button>"
                  "</form><object data='https://evil.example/c'></object>"
                  "<plaintext></main></body>"))
          .html();

  for (const char* never : {"<script",     "<img",
                            "<iframe",     "<svg",
                            "<object",     "<embed",
                            "<input",      "<form",
                            "<base",       "<link",
                            "<x-",         "<textarea",
                            "<button",     "<a href=\"h",
                            "<a href=\"j", " href='",
                            " src=",       "onmouseover=",
                            "onclick=",    "onfocus=",
                            "url(",        "http-equiv=\"refresh"}) {
    CAPTURE(never);
    CHECK(html.find(never) == html.npos);
  }
  CHECK_THAT(html, Catch::Contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
  CHECK(count(html, "<style>") == 1);
  CHECK(count(html, "</style>") == 1);
  CHECK(count(html, "<title>") == 1);
  CHECK(count(html, "</title>") == 1);
  CHECK(count(html, "<meta ") == 3);
  CHECK(count(html, "</body>") == 1);
  // The only attributes are ours.
  for (std::size_t at = html.find("<body>"); at != html.npos; at = html.find('=', at + 1)) {
    if (html[at] != '=' || html[at + 1] != '"') continue;
    const std::size_t space = html.rfind(' ', at) + 1;
    const std::string name = html.substr(space, at - space);
    CAPTURE(name);
    CHECK((name == "class" || name == "title" || name == "id" || name == "href" || name == "dir"));
  }
}

TEST_CASE("what no reader sees is not in the marked page", "[marked_page]") {
  const std::string html =
      explain(page("", "<h1>Cinema opens again</h1>" + story +
                           "<p hidden>Unseen one</p><noscript>Unseen two</noscript>"
                           "<div style='display:none'>Unseen three</div>"))
          .html();

  CHECK_THAT(html, !Catch::Contains("Unseen"));
}
