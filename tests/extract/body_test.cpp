#include "indexer/extract/body.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <optional>
#include <string>
#include <vector>

#include "indexer/extract/html_parser.hpp"
#include "indexer/extract/markup_scanner.hpp"
#include "indexer/extract/page_metadata.hpp"

using namespace broadsheet::indexer;

namespace {

using Paragraphs = std::vector<std::string>;

const std::string headline = "Ferry to the outer islands sails again";
const Paragraphs story = {
    "The ferry to the outer islands sailed again on Monday, three weeks after a storm had torn its "
    "landing stage from the quay.",
    "Harbour master Ines Calder said that the first crossing carried forty passengers, two vans of "
    "post and a goat.",
    "\"We have missed the bread most of all,\" said one islander, who had baked her own for the "
    "first time in her life.",
    "The council will decide in spring whether a new stage of steel, which would cost about four "
    "million, should replace the wooden one."};

std::string paragraphs(const Paragraphs& texts) {
  std::string html;
  for (const std::string& text : texts) html += "<p>" + text + "</p>\n";
  return html;
}

Paragraphs other_story() {
  return {
      "A second story, which an endless page has appended below the first one, begins here and "
      "goes on for a good while.",
      "It speaks of a bakery that moved across the street, of its new oven and of the people "
      "who queue before it.",
      "Nobody who searches for the ferry wants to read about any of this, however good the "
      "bread may be these days."};
}

std::optional<PageBody> body_of(const std::string& html, BodyHints hints = {}) {
  const auto dom = parse_html(scan_markup(html).markup);
  REQUIRE(dom);
  const PageMetadata metadata = read_metadata(*dom);
  hints.headline = headline;
  if (!metadata.h1s.empty()) hints.headline_node = metadata.h1s.front().node;
  PageBody body = find_body(*dom, page_blocks(*dom), hints);
  if (body.paragraphs.empty()) return std::nullopt;
  return body;
}

std::string page(const std::string& content) {
  return "<html><body><header><a href=/>The Harbour Post</a></header><nav><ul><li><a "
         "href=a>News</a>"
         "<li><a href=b>Sport</a></ul></nav><main><h1>" +
         headline + "</h1>" + content +
         "</main><footer><p>The Harbour Post is published by Quay Publishing, which is registered "
         "in "
         "the town of Harbour and nowhere else.</p></footer></body></html>";
}

std::string list_of_links() {
  std::string html = "<ul>";
  for (const char* title :
       {"Bakery moves across the street", "Fire in the old mill", "Tide tables for May",
        "Council meets on Monday", "School play sold out", "Bus to the beach", "Letters"}) {
    html += std::string("<li><a href=x>") + title + "</a></li>";
  }
  return html + "</ul>";
}

std::string excerpt(const std::string& title, const std::string& text) {
  return "<div class=item><h4>" + title + "</h4><p>" + text + "</p></div>";
}

}  // namespace

TEST_CASE("a story's paragraphs come in order and alone", "[body]") {
  const auto content = GENERATE_COPY(
      "<article>" + paragraphs(story) + "</article>",
      "<div class='article-body'>" + paragraphs(story) + "</div>",
      "<div itemprop=articleBody>" + paragraphs(story) + "</div>",
      "<div>" + story[0] + "<br><br>" + story[1] + "<br><br>" + story[2] + "<br><br>" + story[3] +
          "</div>",
      "<table><tr><td>" + paragraphs(story) + "</td><td><a href=x>Tickets</a></td></tr></table>");
  CAPTURE(content);

  const auto body = body_of(page(content));

  REQUIRE(body);
  CHECK(body->paragraphs == story);
  CHECK(body->standfirst.empty());
}

TEST_CASE("what stands around and between the paragraphs is left out", "[body]") {
  const auto junk = GENERATE(
      as<std::string>(),
      "<div class='share-bar'>Share this story with all of your friends and family today.</div>",
      "<div class='newsletter-signup'><p>Get the best stories of the week in your inbox, free of "
      "charge, every Friday.</p></div>",
      "<figure><img src=x><figcaption>The ferry Gannet leaves the harbour in the morning, seen "
      "from "
      "the lighthouse.</figcaption></figure>",
      "<aside><p>The outer islands have been inhabited since the bronze age, as finds in the peat "
      "have shown.</p></aside>",
      "<ul class=related><li><a href=x>Storm tears landing stage away</a><li><a href=y>Islanders "
      "bake their own bread</a></ul>",
      "<div class=cards><div><h3><a href=x>Storm tears landing stage away</a></h3><p>The night of "
      "the storm.</p></div><div><h3><a href=y>Islanders bake their own bread</a></h3><p>An old "
      "oven.</p></div></div>",
      "<p><a href=x>Read more: the storm that tore the landing stage from the quay</a></p>",
      "<table><tr><th>Day<th>Crossings<tr><td>Monday<td>2<tr><td>Tuesday<td>3</table>",
      "<p style='display: none'>This paragraph is for machines only, and no reader of the page has "
      "ever seen it.</p>",
      "<p hidden>This paragraph is for machines only, and no reader of the page has ever seen it.",
      "<form><p>Please enter your address so that we can write to you about things you did not "
      "ask for.</p><input></form>",
      "<div class='comments'><p>First! I have always said that the stage was too weak for such "
      "storms, nobody listened.</p></div>",
      "<p>Advertisement</p>");
  CAPTURE(junk);

  const auto body = body_of(page("<div>" + paragraphs({story[0], story[1]}) + junk +
                                 paragraphs({story[2], story[3]}) + "</div>"));

  REQUIRE(body);
  CHECK(body->paragraphs == story);
}

TEST_CASE("a tail after the last paragraph is cut", "[body]") {
  const auto tail = GENERATE(
      as<std::string>(),
      "<h3>Related articles</h3><p><a href=x>Storm tears landing stage away, say those who saw it "
      "from the quay that night.</a></p>",
      "<p>Share this article</p><p>Follow us</p>", "<h2>More news</h2>",
      "<div class='author-bio'><p>Ada Quill has written about the harbour for twenty years and "
      "lives on a boat.</p></div>");
  CAPTURE(tail);

  const auto body = body_of(page("<div>" + paragraphs(story) + tail + "</div>"));

  REQUIRE(body);
  CHECK(body->paragraphs == story);
}

TEST_CASE("beyond a list of links only what surely reads as story is more of it", "[body]") {
  const std::string excerpts =
      excerpt("The bakery moves across the street",
              "It has a new oven, and nobody who queues before it wants the old one back.") +
      excerpt("Fire in the old mill at night",
              "Which of the two mills burned, who saw it first, and will either of them grind "
              "again?") +
      excerpt("Tide tables for the month of May",
              "High water comes at six in the morning in the first week of the month.");
  const Paragraphs first(story.begin(), story.begin() + 2);
  const Paragraphs second(story.begin() + 2, story.end());
  const auto content = GENERATE_COPY(
      "<div>" + paragraphs(story) + "</div>" + list_of_links() + "<div>" + excerpts + "</div>",
      "<div>" + paragraphs(first) + list_of_links() + paragraphs(second) + "</div>");
  CAPTURE(content);

  const auto body = body_of(page(content));

  REQUIRE(body);
  CHECK(body->paragraphs == story);
}

TEST_CASE("what begins with a link and has a date of its own is another story", "[body]") {
  std::string others;
  for (int i = 2; i < 6; ++i) {
    others +=
        "<div class=item><h4><a href=x>The bakery moves across the street</a></h4><p>It has a "
        "new oven, and nobody who queues before it wants the old one back.</p><p>" +
        std::to_string(i) + " May 2021</p></div>";
  }

  const auto body = body_of(page("<div>" + paragraphs(story) + "</div>" + others));

  REQUIRE(body);
  CHECK(body->paragraphs == story);
  CHECK(std::ranges::count(body->verdicts, Reason::other_story, &Verdict::reason) == 12);
}

TEST_CASE("a second story on an endless page is another story", "[body]") {
  const auto second = GENERATE_COPY(
      "<article><header><h1>Bakery moves</h1></header>" + paragraphs(other_story()) + "</article>",
      "<div><div class='caption-head'><h1>Bakery moves</h1><p>By Ada Quill</p></div><div>" +
          paragraphs(other_story()) + "</div></div>");

  const auto body = body_of("<body><article><h1>" + headline + "</h1><div>" + paragraphs(story) +
                            "</div></article>" + second + "</body>");

  REQUIRE(body);
  CHECK(body->paragraphs == story);
}

TEST_CASE("further h1s may be the story's own subheads", "[body]") {
  const auto body = body_of("<body><main><h1>" + headline + "</h1>" + paragraphs(story) +
                            "<section><h1>What the storm left</h1>" + paragraphs(other_story()) +
                            "</section></main></body>");

  REQUIRE(body);
  CHECK(body->paragraphs.back() == other_story().back());
}

TEST_CASE("subheads and lists inside the story stay, a heading at its end goes", "[body]") {
  const auto body =
      body_of(page("<div>" + paragraphs({story[0]}) + "<h2>The first crossing</h2>" +
                   paragraphs({story[1]}) + "<ul><li>Forty passengers</li><li>Two vans</li></ul>" +
                   paragraphs({story[2], story[3]}) + "<h2>Tomorrow</h2></div>"));

  REQUIRE(body);
  CHECK(body->paragraphs == Paragraphs{story[0], "The first crossing", story[1], "Forty passengers",
                                       "Two vans", story[2], story[3]});
}

TEST_CASE("a body in several parts is put together", "[body]") {
  const auto body =
      body_of(page("<div><div class='sidebar-grid'>" + paragraphs({story[0], story[1]}) +
                   "</div><div class='ad-slot'>Advertisement</div>"
                   "<div class='sidebar-grid'>" +
                   paragraphs({story[2], story[3]}) + "</div></div>"));

  REQUIRE(body);
  CHECK(body->paragraphs == story);
}

TEST_CASE("a standfirst that the page shows begins the body", "[body]") {
  const std::string standfirst = "Three weeks after the storm, bread and post reach the islands.";

  SECTION("called one") {
    const auto body = body_of(page("<p class='article-standfirst'>" + standfirst + "</p><div>" +
                                   paragraphs(story) + "</div>"));
    REQUIRE(body);
    CHECK(body->standfirst == standfirst);
    CHECK(body->paragraphs.front() == standfirst);
    CHECK(body->paragraphs.size() == story.size() + 1);
  }
  SECTION("told by the description") {
    BodyHints hints;
    hints.descriptions = {standfirst};
    const auto body =
        body_of(page("<h2>" + standfirst + "</h2><div>" + paragraphs(story) + "</div>"), hints);
    REQUIRE(body);
    CHECK(body->standfirst == standfirst);
    CHECK(body->paragraphs.size() == story.size() + 1);
  }
  SECTION("a description that is not shown is none") {
    BodyHints hints;
    hints.descriptions = {standfirst};
    const auto body = body_of(page("<div>" + paragraphs(story) + "</div>"), hints);
    REQUIRE(body);
    CHECK(body->standfirst.empty());
    CHECK(body->paragraphs == story);
  }
}

TEST_CASE("the articleBody is the text where the page shows less", "[body]") {
  BodyHints hints;
  hints.ld_body = story;

  const auto body = body_of(page("<p>" + story[0] + "</p><p>Subscribe to read on.</p>"), hints);

  REQUIRE(body);
  CHECK(body->paragraphs == story);
}

TEST_CASE("content that a script would unhide is read", "[body]") {
  const auto body =
      body_of("<body><div hidden id=S:0><h1>" + headline + "</h1>" + paragraphs(story) + "</div>");

  REQUIRE(body);
  CHECK(body->paragraphs == story);
}

TEST_CASE("readings of characters and soft hyphens are not text", "[body]") {
  const auto body = body_of(page("<p>" + story[0] +
                                 " The is\u00ADland <ruby>島<rt>しま</rt></ruby> is "
                                 "far out.</p>" +
                                 paragraphs({story[1], story[2]})));

  REQUIRE(body);
  CHECK(body->paragraphs.front() == story[0] + " The island 島 is far out.");
}

TEST_CASE("a page without sentences has no body", "[body]") {
  CHECK_FALSE(body_of("<body><h1>Page not found</h1><p><a href=/>Home</a></p></body>"));
  CHECK_FALSE(body_of(""));
}

TEST_CASE("a box around a call to sign up is left out, whatever its class", "[body]") {
  const std::string call = GENERATE(
      "<a href=/x>Sign up</a>", "<button>Subscribe now</button>", "<a href=/x>Je m'inscris</a>",
      "<a href=/x>Jetzt kostenlos anmelden</a>", "<a class=button href=/x>Register</a>");
  const std::string box =
      "<div class=x7><p>The best of the harbour comes every Friday, with a smell of tar and "
      "salt.</p>" +
      call + "</div>";

  const auto body =
      body_of(page(paragraphs({story[0], story[1]}) + box + paragraphs({story[2], story[3]})));

  REQUIRE(body);
  CHECK(body->paragraphs == story);
}

TEST_CASE("a call to sign up within a paragraph takes nothing with it", "[body]") {
  Paragraphs with_link = story;
  with_link[2] =
      "Islanders who want to help may <a href=/x>sign up</a> at the harbour office on Monday, "
      "said the harbour master, who has done so herself.";
  Paragraphs expected = with_link;
  expected[2].replace(expected[2].find("<a"), std::string("<a href=/x>sign up</a>").size(),
                      "sign up");

  const auto body = body_of(page(paragraphs(with_link)));

  REQUIRE(body);
  CHECK(body->paragraphs == expected);
}

TEST_CASE("parts that their class names in any language are left out", "[body]") {
  const std::string box = GENERATE(
      "<div class=autorenbox><p>Die Autorin leitet seit Jahren die Redaktion und sammelt Muscheln "
      "aus "
      "aller Welt.</p></div>",
      "<div class=signature><p>L'auteure suit la mer depuis quinze ans et apprend encore à nager "
      "le "
      "dimanche.</p></div>",
      "<figure class=pullquote><blockquote><p>We have missed the bread most of all, she said at "
      "the "
      "quay today.</p></blockquote></figure>",
      "<blockquote class=exergue>We have missed the bread most of all, she said at the quay "
      "today.</blockquote>",
      "<div class=bildtext>Der Blick vom Ufer auf die Fähre, die nach drei Wochen wieder "
      "fährt.</div>");

  const auto body =
      body_of(page(paragraphs({story[0], story[1]}) + box + paragraphs({story[2], story[3]})));

  REQUIRE(body);
  CHECK(body->paragraphs == story);
}

TEST_CASE("a quotation in a figure that is no pull quote stays", "[body]") {
  const std::string said =
      "We have waited for three weeks, and we would have waited for three more.";

  const auto body =
      body_of(page(paragraphs(story) + "<figure><blockquote><p>" + said +
                   "</p></blockquote></figure>" + paragraphs({story[0] + " Again."})));

  REQUIRE(body);
  CHECK(std::find(body->paragraphs.begin(), body->paragraphs.end(), said) !=
        body->paragraphs.end());
}

TEST_CASE("a line in letters of its own ends at its break", "[body]") {
  const auto dom = parse_html("<td><font size=5><b>" + headline +
                              "</b></font><br><font size=2>9 March 2021</font><br><i>by Ada "
                              "Quill</i><br><br>" +
                              story[0] + "<br><br><i>The harbour<br>sleeps</i></td>");
  REQUIRE(dom);

  Paragraphs texts;
  for (const Block& block : page_blocks(*dom)) texts.push_back(block.text);

  CHECK(texts ==
        Paragraphs{headline, "9 March 2021", "by Ada Quill", story[0], "The harbour sleeps"});
}
