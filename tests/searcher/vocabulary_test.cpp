#include "searcher/vocabulary.hpp"

#include <catch2/catch.hpp>
#include <map>

#include "tests/searcher/search_helpers.hpp"

namespace broadsheet::searcher {
namespace {

using Frequencies = std::map<std::string, Xapian::doccount>;

Vocabulary read(const TestIndex& index, std::size_t most = Vocabulary::max_words) {
  return Vocabulary::read(open_database(index), most);
}

Frequencies near(const Vocabulary& vocabulary, const std::u32string& letters, std::size_t edits) {
  Frequencies words;
  vocabulary.for_each_near(letters, edits, [&](std::string_view word, Xapian::doccount frequency) {
    words.emplace(word, frequency);
  });
  return words;
}

}  // namespace

TEST_CASE("a vocabulary holds the words of letters with how many articles have them",
          "[vocabulary]") {
  Article article =
      make_article("a", "Ferries delayed", "Été 2021: U.S. ferries, covid19, R2D2, x");
  article.section = "Ferr";
  const TestIndex index({article, make_article("b", "Ferries sail")});

  const Vocabulary vocabulary = read(index);

  CHECK(vocabulary.size() == 4);
  CHECK(near(vocabulary, U"ferries", 0) == Frequencies{{"ferries", 2}});
  CHECK(near(vocabulary, U"delayed", 0) == Frequencies{{"delayed", 1}});
  CHECK(near(vocabulary, U"sail", 0) == Frequencies{{"sail", 1}});
  CHECK(near(vocabulary, U"ete", 0) == Frequencies{{"ete", 1}});
}

TEST_CASE("words near another are found whatever the edit", "[vocabulary]") {
  const TestIndex index({make_article("a", "harbour гавань election")});
  const Vocabulary vocabulary = read(index);
  const auto [letters, edits, word] = GENERATE(table<std::u32string, std::size_t, std::string>({
      {U"harbour", 0, "harbour"},
      {U"harbuor", 1, "harbour"},
      {U"harbou", 1, "harbour"},
      {U"harbours", 1, "harbour"},
      {U"hxrbour", 1, "harbour"},
      {U"xhabrour", 2, "harbour"},
      {U"hxrbouy", 2, "harbour"},
      {U"rbour", 2, "harbour"},
      {U"гавнаь", 1, "гавань"},
      {U"хаваня", 2, "гавань"},
  }));
  CAPTURE(word, edits);

  CHECK(near(vocabulary, letters, edits) == Frequencies{{word, 1}});
}

TEST_CASE("beyond its bound a vocabulary leaves out the rarest words", "[vocabulary]") {
  const TestIndex index({make_article("a", "harbour ferry gull"),
                         make_article("b", "harbour ferry"), make_article("c", "harbour tern")});

  const Vocabulary three = read(index, 3);
  const Vocabulary one = read(index, 1);

  CHECK(three.size() == 2);
  CHECK(near(three, U"ferry", 0) == Frequencies{{"ferry", 2}});
  CHECK(near(three, U"gull", 0).empty());
  CHECK(one.size() == 1);
  CHECK(near(one, U"harbour", 0) == Frequencies{{"harbour", 3}});
}

TEST_CASE("letters are told from all else", "[vocabulary]") {
  CHECK(letters_of("ferry") == U"ferry");
  CHECK(letters_of("гавань") == U"гавань");
  CHECK(letters_of("covid19").empty());
  CHECK(letters_of("u.s").empty());
  CHECK(letters_of("at&t").empty());
  CHECK(letters_of("港口").empty());
  CHECK(letters_of("").empty());
}

}  // namespace broadsheet::searcher
