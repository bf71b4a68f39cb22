#include "searcher/query_parser.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "searcher/search_request.hpp"

namespace broadsheet::searcher {
namespace {

// A Friday.
constexpr Day today = std::chrono::sys_days(std::chrono::year(2021) / 3 / 19);

ParsedQuery parsed_today(const std::string& text) { return parse_query(text, today); }

std::string parsed_text(const std::string& text) { return to_text(parsed_today(text).query); }

bool is_reparsed(const std::string& text) {
  const Query query = parsed_today(text).query;
  const std::string written = to_text(query);
  if (written.size() > SearchRequest::max_query_bytes) return true;  // Would be cut.
  return parsed_today(written).query == query;
}

}  // namespace

TEST_CASE("query text is understood as its syntax says", "[query_parser]") {
  const auto [typed, understood] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"  \t\n ", ""},
      {"putin", "putin"},
      {"Putin visits  Kyiv", "Putin visits Kyiv"},
      {"\"state visit\"", "\"state visit\""},
      {"“state visit”", "\"state visit\""},
      {"putin AND biden", "putin AND biden"},
      {"putin OR biden", "putin OR biden"},
      {"a AND b OR c AND d", "a AND b OR c AND d"},
      {"a AND (b OR c)", "a AND (b OR c)"},
      {"climate change AND policy", "climate change AND policy"},
      {"putin NOT biden", "putin -biden"},
      {"putin -biden", "putin -biden"},
      {"putin AND NOT biden", "putin AND -biden"},
      {"-\"state visit\" putin", "-\"state visit\" putin"},
      {"-(a b)", "-(a b)"},
      {"NOT NOT a", "+a"},
      {"+putin visit", "+putin visit"},
      {"+\"state visit\"", "\"state visit\""},
      {"+a AND b", "a AND b"},
      {"((a))", "a"},
      {"(a b) c", "a b c"},
      {"(a OR b) c", "(a OR b) c"},
      {"conserv*", "conserv*"},
      {"headline:visit", "headline:visit"},
      {"headline:\"State  Visit!\"", "headline:\"State Visit\""},
      {"HEADLINE:visit", "headline:visit"},
      {"person:putin", "person:putin"},
      {"person:\"Vladimir Putin\"", "person:\"Vladimir Putin\""},
      {"about:putin section:world", "about:putin section:world"},
      {"author:\"A. Writer\" source:herald", "author:\"A. Writer\" source:herald"},
      {"language:en site:example.org", "lang:en site:example.org"},
      {"-section:sport", "-section:sport"},
      {"date:2021", "date:2021"},
      {"date:2021-03", "date:2021-03"},
      {"date:2021-03-19", "date:2021-03-19"},
      {"date:2021-03-01..2021-03-31", "date:2021-03"},
      {"date:2021-03..2022", "date:2021-03..2022"},
      {"date:2021..", "date:2021.."},
      {"date:..2021-03-19", "date:..2021-03-19"},
      {"since:2021-03", "date:2021-03.."},
      {"before:2020", "date:..2019"},
      {"since:7d", "date:2021-03-12.."},
      {"since:2w", "date:2021-03-05.."},
      {"before:1y", "date:..2020-03-18"},
      {"date:today", "date:2021-03-19"},
      {"date:\"yesterday\"", "date:2021-03-18"},
      {"date:1m..1w", "date:2021-02-19..2021-03-12"},
      {"date:1m..", "date:2021-02-19.."},
      {"since:today", "date:2021-03-19.."},
      {"headline:\"visit\"", "headline:\"visit\""},
      {"headline:covid-19", "headline:\"covid-19\""},
      {"lang:German", "lang:de"},
      {"lang:\"Deutsch\"", "lang:de"},
      {"lang:xx", "lang:xx"},
      {"\"cease-fire deal\"", "\"cease-fire deal\""},
      {"\"cease - fire\"", "\"cease fire\""},
      {"putin NEAR biden", "putin NEAR/10 biden"},
      {"putin NEAR/3 biden", "putin NEAR/3 biden"},
      {"a NEAR/3 b NEAR/100 c", "a NEAR/3 b NEAR/100 c"},
      {"\"state visit\" NEAR/5 putin*", "\"state visit\" NEAR/5 putin*"},
      {"covid-19 NEAR/5 lockdown", "covid-19 NEAR/5 lockdown"},
      {"x a NEAR b y", "x a NEAR/10 b y"},
      {"x AND a NEAR b OR y", "x AND a NEAR/10 b OR y"},
      {"-a NEAR b", "-(a NEAR/10 b)"},
      {"x -(a NEAR b)", "x -(a NEAR/10 b)"},
      {"+(a NEAR b) x", "a NEAR/10 b x"},
      {"NOT NOT a NEAR b", "a NEAR/10 b"},
      {"a near b", "a near b"},
      {"a \"NEAR\" b", "a \"NEAR\" b"},
      {"a NEAR? b", "a near b"},
      {"covid-19", "covid-19"},
      {"U.S.-China", "U.S-China"},
      {"AT&T's", "AT&T"},
      {"北京大学", "北京大学"},
      {"who? won!", "who won"},
      {"10:30", "10-30"},
      {"https://example.org/a", "https-example-org-a"},
      {"word - word -- word", "word word word"},
      {"Trump: I will", "Trump I will"},
      {"25% 25 %", "25-percent 25 percent"},
      {"25 per cent", "25 percent"},
      {"per (cent) per/cent", "percent percent"},
      {"+per cent", "+per cent"},
      {"a \"rise of 5 per cent\"", "a \"rise of 5 percent\""},
      {"$5m", "5-million"},
      {"US GDP", "U.S GDP"},
      {"WHO WON THE ELECTION", "who WON the ELECTION"},
      {"WHO UN US IT", "who un us it"},
      {"\"WHO WON\" (THE ELECTION)", "\"who WON\" the ELECTION"},
      {"WHO WON THE ELECTION here", "who WON the ELECTION here"},
      {"who won the US election", "who won the U.S election"},
      {"รถไฟความเร็วสูง", "รถไฟความเร็วสูง"},
  }));
  CAPTURE(typed);

  const ParsedQuery parsed = parsed_today(typed);

  CHECK(to_text(parsed.query) == understood);
  CHECK(parsed.notes.empty());
  CHECK(is_reparsed(typed));
}

TEST_CASE("what cannot be read as an operator is read as words, and a note says so",
          "[query_parser]") {
  const auto [typed, understood, noted] = GENERATE(table<std::string, std::string, std::string>({
      {"AND OR )(", "and or", "“OR” has nothing to join"},
      {"AND", "and", "“AND” has nothing to join"},
      {"NOT", "not", "“NOT” has nothing to join"},
      {"putin AND", "putin and", "“AND” has nothing to join"},
      {"OR putin", "or putin", "“OR” has nothing to join"},
      {"a AND OR b", "a and or b", "“OR” has nothing to join"},
      {"(AND)", "and", "“AND” has nothing to join"},
      {"a NEAR", "a near", "“NEAR” has nothing to join"},
      {"NEAR/5 a", "near a", "“NEAR” has nothing to join"},
      {"a NEAR NEAR b", "a near near b", "“NEAR” has nothing to join"},
      {"a NEAR OR b", "a near or b", "“OR” has nothing to join"},
      {"a NEAR (b c)", "a AND b c", "was read as AND"},
      {"(a b) NEAR c", "a b AND c", "was read as AND"},
      {"a NEAR -b", "a AND -b", "was read as AND"},
      {"person:a NEAR b", "person:a AND b", "was read as AND"},
      {"a NEAR NOT", "a AND not", "was read as AND"},
      {"a NEAR/0 b", "a NEAR/10 b", "“NEAR/0” needs a number of words from 1 to 100"},
      {"a NEAR/101 b", "a NEAR/10 b", "“NEAR/101” needs"},
      {"a NEAR/-1 b", "a NEAR/10 b", "“NEAR/-1” needs"},
      {"a NEAR/ b", "a NEAR/10 b", "“NEAR/” needs"},
      {"a NEAR/5x b", "a NEAR/10 b", "“NEAR/5x” needs"},
      {"a NEAR/99999999999 b", "a NEAR/10 b", "“NEAR/99999999999” needs"},
      {"\"unbalanced phrase", "unbalanced phrase",
       "mark before “unbalanced phrase” has no partner"},
      {"unbalanced\"", "unbalanced", "quotation mark at the end"},
      {"person:\"Vladimir", "Vladimir", "quotation mark"},
      {"(a b", "a b", "“(” has no partner"},
      {"a) b", "a b", "“)” has no partner"},
      {"a OR (b AND c", "a OR b AND c", "“(” has no partner"},
      {"person: a", "person a", "“person:” has no value behind it"},
      {"since: a", "since a", "“since:” has no value behind it"},
      {"since:24h a", "a", "“since:24h” was left out"},
      {"before:2020..2021 a", "a", "“before:2020..2021” was left out"},
      {"date:2021-03,", "", "“date:2021-03,” was left out"},
      {"pu*", "pu", "needs 3 letters"},
      {"covid-1*", "covid-1", "single word"},
      {"foo:bar baz", "foo-bar baz", "“foo:”"},
      {"date:2021-13 a", "a", "“date:2021-13”"},
      {"date:2021-02-31 a", "a", "expected YYYY, YYYY-MM, YYYY-MM-DD"},
      {"date:.. a", "a", "was left out"},
      {"date:today..1w a", "a", "ends before it begins"},
      {"date:2022..2021 a", "a", "ends before it begins"},
      {"person:! a", "a", "has no value"},
  }));
  CAPTURE(typed);

  const ParsedQuery parsed = parsed_today(typed);

  CHECK(to_text(parsed.query) == understood);
  REQUIRE(parsed.notes.size() >= 1);
  CHECK_THAT(parsed.notes.back(), Catch::Contains(noted));
  CHECK(is_reparsed(typed));
}

TEST_CASE("a sentence in capitals has no operators, a short query has", "[query_parser]") {
  CHECK(parsed_text("BRIDGES AND FERRIES OR BOTH") == "BRIDGES AND FERRIES OR BOTH");
  CHECK(parsed_today("BRIDGES AND FERRIES OR BOTH").query.kind == Query::Kind::any_of);

  const ParsedQuery shouted =
      parsed_today("TELL ME OF BRIDGES AND FERRIES OR OF BOTH, NOT OF TRAINS");

  CHECK(shouted.query.kind == Query::Kind::bag);
  CHECK(to_text(shouted.query) == "tell me of bridges and ferries or of both not of trains");
  CHECK(shouted.notes.empty());
}

TEST_CASE("quotation marks of a paragraph demand nothing", "[query_parser]") {
  const std::string paragraph =
      "the mayor said of the bridge that it was \"as good as new\" though engineers who had seen "
      "it "
      "were not of that mind at all";

  const ParsedQuery parsed = parsed_today(paragraph);

  REQUIRE(parsed.query.kind == Query::Kind::bag);
  for (const Query& part : parsed.query.parts) CHECK(part.kind == Query::Kind::word);
  CHECK(parsed.notes ==
        std::vector<std::string>{"In a text this long quotation marks were left out."});
  CHECK(is_reparsed(paragraph));
  CHECK(parsed_today(paragraph.substr(0, 57)).query.parts.back().kind == Query::Kind::phrase);
}

TEST_CASE("signs and groups without an operand vanish and touch nothing else", "[query_parser]") {
  CHECK(parsed_text("-? foo") == "foo");
  CHECK(parsed_text("-\"?\" foo") == "foo");
  CHECK(parsed_text("-() foo") == "foo");
  CHECK(parsed_text("+") == "");
  CHECK(parsed_text("()") == "");
  CHECK(parsed_text("(()) a") == "a");
  CHECK(parsed_text("?!…") == "");
  CHECK(parsed_text("((((((((a(-(()))))))))-") == "a");
  CHECK(parsed_text("((((((ynf(-(-((-(-(-(())))))))))))-") == "ynf");
}

TEST_CASE("a long query is cut at a word, and says so", "[query_parser]") {
  std::string text;
  while (text.size() < 8'192) text += "word ";

  const ParsedQuery parsed = parsed_today(text);

  REQUIRE(parsed.notes.size() == 1);
  CHECK_THAT(parsed.notes[0], Catch::Contains("2048 bytes, before “word word"));
  CHECK(parsed.query.parts.size() == SearchRequest::max_query_bytes / 5);
}

TEST_CASE("a hundred different words are used, the rest is named as left out", "[query_parser]") {
  std::string text;
  for (int i = 0; i < 150; ++i) text += "w" + std::to_string(i) + " ";

  const ParsedQuery parsed = parsed_today(text);

  CHECK(parsed.query.parts.size() == max_query_terms);
  REQUIRE(parsed.notes.size() == 1);
  CHECK_THAT(parsed.notes[0],
             Catch::Contains("100 different words") && Catch::Contains("“w100” is the first"));
}

TEST_CASE("nesting is bounded", "[query_parser]") {
  const std::string deep =
      std::string(900, '(') + "a AND b" + std::string(900, ')') + " AND (-(-(-(c OR d))))";

  const ParsedQuery parsed = parsed_today(deep);

  CHECK(to_text(parsed.query) == "a AND b AND -(c OR d)");
  CHECK_THAT(parsed.notes.back(), Catch::Contains("8 deep"));
}

TEST_CASE("invalid UTF-8 and control characters part words", "[query_parser]") {
  CHECK(parsed_text("\xff") == "");
  CHECK(parsed_text(std::string("a\0b\xc3", 4)) == "a b");
  CHECK(parsed_text("caf\xc3\xa9 \xe2\x82") == "caf\xc3\xa9");
}

TEST_CASE("any text parses, and what is written of the tree is read as the same tree",
          "[query_parser]") {
  const std::vector<std::string> pieces = {
      "a",     "putin", "AND",     "OR",   "NOT",      "(",           ")",       "\"",
      "-",     "+",     "*",       ":",    "..",       "person:",     "date:",   "2021-03",
      " ",     " ",     " ",       "U.S.", "l'homme",  "北京大",      "ß",       "headline:",
      "\xff",  "“",     "wor*",    "AT&T", "1,000",    "'s",          "e\u0301", "lang:e",
      "--",    "/",     "since:2", ",",    "\u200d",   "O'Brien",     "x.y",     "3.5",
      "NEAR",  "NEAR/", " NEAR ",  "5",    "since:7d", "lang:german", "US",      "WHO",
      "%",     "per",   "cent",    "$5",   "bn",       "รถไฟ",        "VOTED",   "ｶﾞ",
      "N.A.T", "'S"};
  std::mt19937 random(20'210'319);
  for (int round = 0; round < 5'000; ++round) {
    std::string text;
    for (auto length = random() % 16; length > 0; --length)
      text += pieces[random() % pieces.size()];
    CAPTURE(text, parsed_text(text), parsed_text(parsed_text(text)));

    REQUIRE(is_reparsed(text));
    REQUIRE(parsed_today(parsed_text(text)).notes.empty());
  }
}

}  // namespace broadsheet::searcher
