#include "searcher/word_variants.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "searcher/snapshot.hpp"
#include "tests/searcher/search_helpers.hpp"

namespace broadsheet::searcher {
namespace {

Article article_in(const std::string& language, const std::string& headline) {
  Article article = make_article(language + ": " + headline, headline);
  article.language = language;
  return article;
}

std::vector<std::string> variants(const TestIndex& index, const std::string& typed) {
  const auto snapshot = Snapshot::open(index.path(), {}, nullptr);
  REQUIRE(snapshot);
  const auto lease = (*snapshot)->borrow(std::chrono::steady_clock::time_point::max());
  REQUIRE(lease);
  const std::vector<QueryWord> words = lease->reader().words(typed);
  REQUIRE(words.size() == 1);
  return word_variants(words.front(), lease->reader());
}

}  // namespace

TEST_CASE("a word stands for the words of its stem that the index holds", "[word_variants]") {
  const TestIndex index({article_in("en", "Ferries tried flying, a ferry flies, trades, trading"),
                         article_in("en", "A ferryman will try and trade and fly, an emu flew"),
                         article_in("en", "Ferries again"), article_in("en", "Ferried")});
  const auto [typed, found] = GENERATE(table<std::string, std::vector<std::string>>({
      {"ferry", {"ferry", "ferries", "ferried"}},
      {"Ferries", {"ferries", "ferried", "ferry"}},
      {"try", {"try", "tried"}},
      {"tries", {"tries", "tried", "try"}},
      {"flies", {"flies", "fly", "flying"}},
      {"trade", {"trade", "trades", "trading"}},
      {"ferryman", {"ferryman"}},
      {"emu", {"emu"}},
      {"absent", {"absent"}},
      {"42", {"42"}},
      {"us", {"us", "u.s"}},
      {"U.S.", {"u.s"}},
  }));
  CAPTURE(typed);

  CHECK(variants(index, typed) == found);
}

TEST_CASE("variants are those of all of the archive's languages", "[word_variants]") {
  const TestIndex index({article_in("en", "Elected"), article_in("fr", "Les élections"),
                         article_in("de", "Elects"), article_in("fr", "Une élection")});

  CHECK(variants(index, "élection") ==
        std::vector<std::string>{"election", "elected", "elections", "elects"});
}

TEST_CASE("of more variants than are used, the rarest go", "[word_variants]") {
  // Endings that Spanish, Portuguese or Italian takes off.
  const std::string endings =
      "a aba abais aban abas ad ada adas ado ados amos an ando ar ara arais aran aras are aria "
      "ariam arias aron arono as ase aseis asen ases asse assem assi aste asteis ata ate ati ato "
      "ava avam avano avi avo e ed ei emos en er erai es i iamo iate id ida idas ido idos iendo "
      "iera ieran ieras iese iesen ieses imos ir ira iras";
  std::string words;
  std::istringstream each(endings);
  for (std::string ending; each >> ending;) words += "zorb" + ending + " ";
  std::vector<Article> articles;
  for (const std::string language : {"es", "pt", "it"}) {
    articles.push_back(article_in(language, words));
  }
  articles.push_back(article_in("es", "zorbaron zorbaron"));
  const TestIndex index(articles);

  const std::vector<std::string> found = variants(index, "zorbo");

  REQUIRE(found.size() == max_word_variants);
  CHECK(found[0] == "zorbo");
  CHECK(found[1] == "zorbaron");
}

}  // namespace broadsheet::searcher
