#include "searcher/near.hpp"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>

namespace broadsheet::searcher {
namespace {

std::vector<WordCode> codes(const std::string& text) {
  std::vector<WordCode> codes;
  std::istringstream words(text);
  for (std::string word; words >> word;) codes.push_back(word_code(word));
  return codes;
}

// A "|" is a break.
std::string sequence(const std::string& text) {
  std::string sequence;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    if (word == "|") {
      append_break(sequence);
    } else {
      append_word(sequence, word);
    }
  }
  return sequence;
}

NearOperand operand(const std::vector<std::string>& forms, std::uint32_t within = 0) {
  NearOperand operand;
  for (const std::string& form : forms) operand.forms.push_back(codes(form));
  operand.within = within;
  return operand;
}

}  // namespace

TEST_CASE("two words are near each other on either side, within one paragraph", "[near]") {
  const auto [text, is_near] = GENERATE(table<std::string, bool>({
      {"mayor ferry", true},
      {"ferry mayor", true},
      {"mayor x x ferry", true},
      {"ferry x x mayor", true},
      {"mayor x x x ferry", false},
      {"ferry x x x mayor", false},
      {"mayor x x x ferry x mayor", true},
      {"mayor | ferry", false},
      {"x mayor x x ferry | x", true},
      {"mayor", false},
      {"ferry", false},
      {"", false},
      {"|", false},
  }));
  CAPTURE(text);

  CHECK(NearTest({operand({"mayor"}), operand({"ferry"}, 3)})(sequence(text)) == is_near);
}

TEST_CASE("an operand stands in any of its forms", "[near]") {
  const NearTest test({operand({"mayor", "mayors"}), operand({"ferry", "ferries"}, 1)});

  CHECK(test(sequence("the mayors ferries")));
  CHECK(test(sequence("a ferry mayor")));
  CHECK_FALSE(test(sequence("the mayoral ferries")));
}

TEST_CASE("the distance to a phrase is that to its nearer end", "[near]") {
  const NearTest test({operand({"the old bridge"}), operand({"mayor"}, 2)});

  CHECK(test(sequence("the old bridge x mayor")));
  CHECK(test(sequence("mayor x the old bridge")));
  CHECK_FALSE(test(sequence("the old bridge x x mayor")));
  CHECK_FALSE(test(sequence("mayor x x the old bridge")));
  CHECK_FALSE(test(sequence("the old | bridge x mayor")));
  CHECK_FALSE(test(sequence("mayor x the old")));
}

TEST_CASE("no word counts twice", "[near]") {
  const NearTest twice({operand({"bridge"}), operand({"bridge"}, 3)});
  CHECK_FALSE(twice(sequence("a bridge here")));
  CHECK(twice(sequence("a bridge or bridge")));

  const NearTest within_phrase({operand({"old bridge"}), operand({"bridge"}, 3)});
  CHECK_FALSE(within_phrase(sequence("the old bridge here")));
  CHECK(within_phrase(sequence("the old bridge and bridge")));
  CHECK(within_phrase(sequence("bridge and old bridge")));
}

TEST_CASE("in a chain each stands near the one before", "[near]") {
  const NearTest test({operand({"mayor"}), operand({"ferry"}, 2), operand({"island"}, 3)});

  CHECK(test(sequence("mayor x ferry x x island")));
  CHECK(test(sequence("island x x ferry mayor")));
  CHECK(test(sequence("ferry mayor island")));
  CHECK_FALSE(test(sequence("mayor x ferry x x x island")));
  // Two ferries: one near the mayor, the other near the island.
  CHECK_FALSE(test(sequence("mayor ferry x x x x ferry island")));
  CHECK(test(sequence("mayor ferry x x x x mayor ferry island")));
  CHECK_FALSE(test(sequence("mayor ferry | island")));
}

TEST_CASE("a long text of nothing but the words is read once", "[near]") {
  std::string text;
  for (int i = 0; i < 200'000; ++i) append_word(text, "mayor");

  CHECK(NearTest({operand({"mayor"}), operand({"mayor"}, 100), operand({"mayor"}, 100)})(text));
  CHECK_FALSE(NearTest({operand({"mayor"}), operand({"ferry"}, 100)})(text));
}

}  // namespace broadsheet::searcher
