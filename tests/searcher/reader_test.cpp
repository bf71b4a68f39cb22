#include "searcher/reader.hpp"

#include <catch2/catch.hpp>

#include "schema/document.hpp"
#include "tests/searcher/search_helpers.hpp"

namespace broadsheet::searcher {
namespace {

// An archive in English and its reader.
struct ReadArchive {
  explicit ReadArchive(const std::vector<Article>& articles) : index(articles) {}

  TestIndex index;
  ArchiveLanguages languages{{"en"}, {"en"}};
  Reader reader{Xapian::Database((index.path() / "gen-1").string()), languages};
};

QueryWord word(Reader& reader, const std::string& text) {
  const auto words = reader.words(text);
  REQUIRE(words.size() == 1);
  return words.front();
}

using Terms = std::vector<std::string>;

}  // namespace

TEST_CASE("a query word's terms are those of its stem and of a name", "[reader]") {
  ReadArchive archive({});

  CHECK(word(archive.reader, "bridges").terms() == Terms{"bridg", "Zbridg", "Zbridges"});
  CHECK(word(archive.reader, "bridges").headline_terms() ==
        Terms{"Sbridg", "ZSbridg", "ZSbridges"});
  CHECK(word(archive.reader, "harbour").terms() == Terms{"harbour", "Zharbour"});
}

TEST_CASE("a query word keeps the diacritics typed", "[reader]") {
  ReadArchive archive({});

  CHECK(word(archive.reader, "Beyoncé").word == "beyonce");
  CHECK(word(archive.reader, "Beyoncé").exact == "beyoncé");
  CHECK(word(archive.reader, "Beyonce").exact == "beyonce");
}

TEST_CASE("a word of grammar knows the acronym that may be meant", "[reader]") {
  ReadArchive archive({});

  const QueryWord us = word(archive.reader, "us");

  CHECK(us.word == "us");
  CHECK(us.is_stop_word);
  CHECK(us.acronym == "u.s");
  CHECK(us.terms() == Terms{"us", "Zus", "u.s"});
  CHECK(word(archive.reader, "nato").acronym.empty());
}

TEST_CASE("the forms of a word with diacritics are told, the most frequent first", "[reader]") {
  ReadArchive archive({make_article("a", "Zoé", ""), make_article("b", "Zoë", ""),
                       make_article("c", "Zoë, Zoe", ""), make_article("d", "Zoën", "")});

  CHECK(archive.reader.exact_forms("zoe") == std::vector<std::string>{"zoë", "zoé"});
  CHECK(archive.reader.exact_forms("zo").empty());
}

}  // namespace broadsheet::searcher
