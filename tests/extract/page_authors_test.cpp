#include "indexer/extract/page_authors.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "indexer/extract/extract.hpp"
#include "indexer/extract/html_page.hpp"

using namespace broadsheet;
using namespace broadsheet::indexer;
using Strings = std::vector<std::string>;

namespace {

const std::string story =
    "<p>The old cinema in Mill Lane will open again in autumn, the town council decided on Tuesday "
    "evening after two hours of debate.</p>"
    "<p>The building has stood empty since the flood of nine years ago, when the water reached the "
    "third row of its seats.</p>"
    "<p>A society of two hundred members will run it and show a film every Friday, as well as the "
    "school's theatre in summer.</p>";

Extraction extraction_of(const std::string& head, const std::string& body) {
  RawItem item;
  item.content = "<html lang=en><head>" + head + "</head><body>" + body + "</body></html>";
  const Instant now(std::chrono::sys_days(std::chrono::year(2025) / 1 / 1));
  auto extraction = extract_html(item, now);
  REQUIRE(extraction);
  return *extraction;
}

Strings authors(const std::string& head, const std::string& above, const std::string& below = "",
                const std::string& after = "") {
  return extraction_of(head, "<main>" + above + "<h1>Cinema opens again</h1>" + below + story +
                                 after + "</main>")
      .article.authors;
}

std::string linked_data(const std::string& author) {
  return "<meta property=og:site_name content='Mill Herald'><script type='application/ld+json'>"
         "{\"@type\":\"NewsArticle\",\"headline\":\"Cinema opens again\",\"author\":" +
         author + "}</script>";
}

}  // namespace

TEST_CASE("the byline by the headline names the authors", "[page_authors]") {
  const auto [byline, expected] = GENERATE(table<std::string, Strings>({
      {"<p class=byline>By Fay Reed and Bo Lind, Mill Herald</p>", {"Fay Reed", "Bo Lind"}},
      {"<p class=byline><b>Fay Reed</b><i>City Columnist</i></p>", {"Fay Reed"}},
      {"<p class=byline><b>Fay</b> <b>Reed</b></p>", {"Fay Reed"}},
      {"<div class=article-byline><span>Fay Reed</span><span>Bo Lind</span></div>",
       {"Fay Reed", "Bo Lind"}},
      {"<ul><li class=author>Fay Reed</li><li class=author>Bo Lind</li></ul>",
       {"Fay Reed", "Bo Lind"}},
      {"<div class=author-info>This story was written by Martha Reed, Head of Culture</div>",
       {"Martha Reed"}},
      {"<span>By <a href='/authors/fay-reed'>Fay Reed</a></span>", {"Fay Reed"}},
      {"<p>By Martha Reed</p>", {"Martha Reed"}},
      {"<p>Martha Reed | Senior Writer | July 2, 2024</p>", {"Martha Reed"}},
      {"<div><span>July 2, 2024</span><span>Martha Reed</span></div>", {"Martha Reed"}},
      {"<p>Mill Lane | July 2, 2024</p>", {}},
      {"<figure><figcaption>By <a href='/authors/a'>Cy Marsh</a></figcaption></figure>", {}},
  }));
  CAPTURE(byline);

  CHECK(authors("", "", byline) == expected);
}

TEST_CASE("bylines of other stories and of readers are not the story's", "[page_authors]") {
  const std::string other = GENERATE(
      as<std::string>{}, "<article><h2>Storm</h2><span class=byline>by Fay Reed</span></article>",
      "<div class=comments><span class=comment-author>Fay Reed</span></div>",
      "<div class=related><span class=author>Fay Reed</span></div>",
      "<p class=author>Fay Reed</p><p>1</p><p class=author>Bo Lind</p><p>2</p>"
      "<p class=author>Cy Marsh</p>");
  CAPTURE(other);

  CHECK(extraction_of("", "<article><h1>Cinema opens again</h1>" + story + "</article>" + other)
            .article.authors.empty());
}

TEST_CASE("a byline may stand just above the headline or below the story", "[page_authors]") {
  CHECK(authors("", "<p class=author>Fay Reed</p>") == Strings{"Fay Reed"});
  CHECK(authors("", "", "", "<p class=author>Fay Reed</p>") == Strings{"Fay Reed"});
  CHECK(authors("", "", "", "<p>(Text: Martha Reed)</p>") == Strings{"Martha Reed"});
}

TEST_CASE("full names in view go before a pen name that the page declares", "[page_authors]") {
  const std::string head = linked_data("{\"@type\":\"Person\",\"name\":\"mreed\"}");

  CHECK(authors(head, "", "<p class=byline>By Martha Reed</p>") == Strings{"Martha Reed"});
  CHECK(authors(head, "", "") == Strings{"mreed"});
  CHECK(authors(head, "", "", "<p class=author>Cy Marsh</p>") == Strings{"mreed"});
}

TEST_CASE("an organisation in JSON-LD leaves the byline its word", "[page_authors]") {
  const std::string head = linked_data("{\"@type\":\"Organization\",\"name\":\"Mill Herald\"}");

  CHECK(authors(head, "", "<p class=byline>By Martha Reed</p>") == Strings{"Martha Reed"});
}

TEST_CASE("without a person the page's corporate author stands", "[page_authors]") {
  const auto declared = [](const std::string& name) {
    return linked_data("{\"@type\":\"Organization\",\"name\":\"" + name + "\"}");
  };
  const std::string far_byline = "<p class=author>Cy Marsh</p>";

  CHECK(authors(declared("Example News Agency"), "") == Strings{"Example News Agency"});
  CHECK(authors(declared("Example News Agency"), "", "", far_byline) ==
        Strings{"Example News Agency"});
  CHECK(authors(declared("Mill Herald"), "", "", far_byline) == Strings{"Cy Marsh"});
  CHECK(authors(declared("Mill Herald"), "") == Strings{"Mill Herald"});
  CHECK(authors("<meta name=author content=Redaktion>", "") == Strings{"Redaktion"});
  CHECK(authors("", "", "<p class=byline>Von Redaktion, 2. Mai 2024</p>") == Strings{"Redaktion"});
  CHECK(authors("", "", "<p class=byline>Par la rédaction avec NCW</p>") ==
        Strings{"la rédaction"});
  CHECK(authors("", "", "<p>By Example News Agency</p>") == Strings{"Example News Agency"});
  CHECK(authors("", "", "<p>By the sea</p>").empty());
  CHECK(authors("<meta name=author content=admin>", "").empty());
}

TEST_CASE("one's own site may be called as oneself", "[page_authors]") {
  const std::string head =
      "<meta property=og:site_name content='Martha Reed'><meta name=author content='Martha Reed'>";

  CHECK(authors(head, "") == Strings{"Martha Reed"});
}

TEST_CASE("the meta name that is trusted most has the word alone", "[page_authors]") {
  const std::string head = "<meta name=author content='Fay Reed'><meta name=byl content='Bo Lind'>";

  CHECK(authors(head, "", "<b itemprop=author>Cy Marsh</b>") == Strings{"Fay Reed"});
}

TEST_CASE("notes tell where authors come from, or what was no person", "[page_authors]") {
  const auto note = [](const std::string& head) {
    const Extraction extraction = extraction_of(head, "<h1>Cinema opens again</h1>" + story);
    for (const std::string& text : extraction.notes) {
      if (text.starts_with("authors:")) return text;
    }
    return std::string();
  };

  CHECK(note("<meta name=author content='Fay Reed'>") == "authors: meta names");
  CHECK(note("<meta name=author content=admin>") == "authors: none; no person: admin");
}
