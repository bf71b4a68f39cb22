#include "schema/name_words.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet;

TEST_CASE("capitalised words of an article's persons are names where a stem would change them",
          "[name_words]") {
  text::Analyser analyser("en");
  const NameWords names(
      {{"Jamie Banks", 1, true}, {"Muddy Waters", 1, false}, {"Zoë Özils", 1, false}}, analyser);
  const auto [word, expected] = GENERATE(table<std::string, bool>({
      {"Banks", true},
      {"BANKS", true},
      {"Waters", true},
      {"Özils", true},
      {"banks", false},
      {"Bank", false},
      {"Banking", false},
      {"Jamie", true},  // The stem is jami.
      {"Clouds", false},
  }));
  CAPTURE(word);
  const text::Token token{0, word.size(), word};

  CHECK(names.contains(token, analyser.forms(token)) == expected);
}
