#include "schema/document.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "schema/article_codec.hpp"
#include "schema/fields.hpp"
#include "schema/word_sequence.hpp"

using namespace broadsheet;

namespace {

Article bridge_article() {
  Article article;
  article.id = "bridge";
  article.url = "https://www.gazette.example/2021/bridge";
  article.headline = "Bridge to close";
  article.body = {"The bridges close.", "Repairs."};
  article.published = parse_timestamp("2021-03-19T23:30:00-04:00");
  article.authors = {"Ada Quill"};
  article.section = "Top News";
  article.people = {{"José Díaz", 2, true}, {"Tom Vance", 1, false}};
  article.source = "Harbour Gazette";
  article.language = "en";
  return article;
}

bool has_term(const Xapian::Document& document, const std::string& term) {
  auto it = document.termlist_begin();
  it.skip_to(term);
  return it != document.termlist_end() && *it == term;
}

Xapian::termcount wdf(const Xapian::Document& document, const std::string& term) {
  auto it = document.termlist_begin();
  it.skip_to(term);
  return it != document.termlist_end() && *it == term ? it.get_wdf() : 999;
}

}  // namespace

TEST_CASE("headline and body are one text, the headline's words weigh more", "[document]") {
  const auto document = DocumentBuilder().build(bridge_article(), {});

  CHECK(wdf(document, "Zbridg") == fields::headline_wdf + 1);
  CHECK(has_term(document, "close"));
  CHECK_FALSE(has_term(document, "Zclose"));  // The word is its own stem.
  CHECK(wdf(document, "bridge") == fields::headline_wdf);
  CHECK(wdf(document, "Sbridge") == 0);
  CHECK(wdf(document, "ZSbridg") == 0);
  CHECK_FALSE(has_term(document, "Srepairs"));
}

TEST_CASE("a document keeps its words in order, the headline apart", "[document]") {
  const auto document = DocumentBuilder().build(bridge_article(), {});
  const std::string sequence = document.get_value(fields::slot::words);
  const auto holds = [](std::string_view words, std::initializer_list<const char*> phrase) {
    std::vector<WordCode> codes;
    for (const char* word : phrase) codes.push_back(word_code(word));
    return contains_phrase(words, codes);
  };

  CHECK(holds(sequence, {"bridge", "to", "close"}));
  CHECK(holds(sequence, {"the", "bridges"}));
  CHECK_FALSE(holds(sequence, {"to", "bridge"}));
  CHECK_FALSE(holds(sequence, {"close", "the"}));      // Not from the headline into the body,
  CHECK_FALSE(holds(sequence, {"close", "repairs"}));  // nor from one paragraph into the next.
  CHECK(holds(headline_words(sequence), {"to", "close"}));
  CHECK_FALSE(holds(headline_words(sequence), {"bridges"}));
}

TEST_CASE("what parts with hyphens make together is a word of the text", "[document]") {
  Article article = bridge_article();
  article.headline = "Cease-fires";
  article.body = {"A cease-fire."};

  const auto document = DocumentBuilder().build(article, {});

  CHECK(wdf(document, "ceasefire") == 1);
  CHECK(wdf(document, "Zceasefir") == fields::headline_wdf + 1);
  CHECK(has_term(document, "Sceasefires"));
  CHECK(has_term(document, "fire"));
  // The parts stand side by side in the order of words.
  CHECK(contains_phrase(document.get_value(fields::slot::words),
                        {word_code("a"), word_code("cease"), word_code("fire")}));
}

TEST_CASE("a person's name is not stemmed, but has itself for a stem", "[document]") {
  Article article = bridge_article();
  article.headline = "Banks of the river";
  article.body = {"Banks spoke. The banks were wet."};
  article.people = {{"Jamie Banks", 2, true}};

  const auto document = DocumentBuilder().build(article, {});

  CHECK(wdf(document, "banks") == fields::headline_wdf + 2);
  CHECK(wdf(document, "Zbanks") == fields::headline_wdf + 1);
  CHECK(wdf(document, "Zbank") == 1);
  CHECK(wdf(document, "ZSbanks") == 0);
  CHECK_FALSE(has_term(document, "ZSbank"));
}

TEST_CASE("a very long text keeps the counts of all its words", "[document]") {
  Article article = bridge_article();
  std::string paragraph;
  for (int i = 0; i < 30'000; ++i) paragraph += "tide w" + std::to_string(i) + ' ';
  article.body = {paragraph, "tide"};

  CHECK(wdf(DocumentBuilder().build(article, {}), "tide") == 30'001);
}

TEST_CASE("a word with diacritics is also found in its exact form", "[document]") {
  Article article = bridge_article();
  article.headline = "Café opens, CAFÉ, café; Straße";

  const auto document = DocumentBuilder().build(article, {});

  CHECK(wdf(document, "cafe") == 3 * fields::headline_wdf);
  CHECK(wdf(document, exact_term("cafe", "café")) == 0);
  CHECK_FALSE(has_term(document, exact_term("opens", "opens")));
  CHECK_FALSE(has_term(document, exact_term("strasse", "strasse")));
}

TEST_CASE("filters have their terms and facets their values", "[document]") {
  const auto document = DocumentBuilder().build(
      bridge_article(), {"pages/bridge.html", "https://gazette.example/bridge"});

  for (const std::string& term :
       {"Q" + article_key("bridge"), std::string("Aada-quill"), std::string("Len"),
        std::string("Hgazette.example"), std::string("D20210319"), std::string("M202103"),
        std::string("Y2021"), std::string("XPjose-diaz"), std::string("XPtom-vance"),
        std::string("XStop-news"), std::string("XOharbour-gazette"),
        "XI" + article_key("pages/bridge.html"),
        "XC" + article_key("https://gazette.example/bridge")}) {
    CAPTURE(term);
    CHECK(has_term(document, term));
  }
  CHECK(document.get_value(fields::slot::day) == "20210319");
  CHECK(document.get_value(fields::slot::person) == "José Díaz\nTom Vance");
  CHECK(document.get_value(fields::slot::about) == "José Díaz");
  CHECK(document.get_value(fields::slot::status).empty());
  CHECK(decode_article(document.get_data()).value() == bridge_article());
}

TEST_CASE("the order value sorts by instant, undated first, and tells it", "[document]") {
  Article undated = bridge_article();
  undated.published.reset();
  Article ancient = bridge_article();
  ancient.published = parse_timestamp("1700-01-01");
  const Article recent = bridge_article();

  CHECK(order_value(undated) < order_value(ancient));
  CHECK(order_value(ancient) < order_value(recent));
  CHECK_FALSE(order_instant(order_value(undated)));
  CHECK(order_instant(order_value(ancient)) == Instant(*parse_day("1700-01-01")));
  CHECK(order_instant(order_value(recent)) == recent.published->instant);
  CHECK_FALSE(order_instant("short"));
}

TEST_CASE("terms stay within Xapian's bound and apart", "[document]") {
  const std::string long_name(400, 'x');

  const std::string term = make_term("XP", long_name + "1");

  CHECK(term.size() <= fields::max_term_bytes);
  CHECK(term != make_term("XP", long_name + "2"));
  CHECK(make_term("XP", "short") == "XPshort");
}

TEST_CASE("ARCHITECTURE.md shows the prefixes and slots as they are", "[document]") {
  std::ifstream file(BROADSHEET_SOURCE_DIR "/ARCHITECTURE.md");
  std::stringstream text;
  text << file.rdbuf();
  namespace slot = fields::slot;
  for (const auto name :
       {fields::prefix::stem, fields::prefix::headline, fields::prefix::headline_stem,
        fields::prefix::id, fields::prefix::author, fields::prefix::language, fields::prefix::host,
        fields::prefix::day, fields::prefix::month, fields::prefix::year, fields::prefix::person,
        fields::prefix::section, fields::prefix::source, fields::prefix::origin,
        fields::prefix::canonical, fields::prefix::exact}) {
    CAPTURE(name);
    CHECK(text.str().find("| `" + std::string(name) + "` |") != std::string::npos);
  }
  const std::vector<std::pair<Xapian::valueno, std::string>> slots = {
      {slot::order, "order"},     {slot::day, "day"},       {slot::duplicate, "duplicate"},
      {slot::section, "section"}, {slot::source, "source"}, {slot::language, "language"},
      {slot::author, "author"},   {slot::person, "person"}, {slot::about, "about"},
      {slot::embargo, "embargo"}, {slot::expiry, "expiry"}, {slot::status, "status"}};
  for (const auto& [number, name] : slots) {
    CAPTURE(name);
    CHECK(text.str().find("| " + std::to_string(number) + " | `" + name + "` |") !=
          std::string::npos);
  }
}
