#include "searcher/typing_cost.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace broadsheet::searcher {
namespace {

constexpr double plenty = 100;

double cost(const std::u32string& typed, const std::u32string& intended) {
  return TypingCost(typed).of(intended, plenty);
}

}  // namespace

TEST_CASE("a word typed as it is meant costs nothing", "[typing_cost]") {
  CHECK(cost(U"harbour", U"harbour") == 0);
  CHECK(cost(U"", U"") == 0);
  CHECK(cost(U"гавань", U"гавань") == 0);
}

TEST_CASE("mistakes that are made more often cost less", "[typing_cost]") {
  using Typed = std::u32string;
  const auto [likely, unlikely, intended] = GENERATE(table<Typed, Typed, Typed>({
      {U"habrour", U"harbxour", U"harbour"},   // Swapped, out of nowhere.
      {U"harrbour", U"harcbour", U"harbour"},  // Doubled.
      {U"ballot", U"balldot", U"ballot"},      // None at all.
      {U"balot", U"ballt", U"ballot"},         // Once for twice, left out.
      {U"harbor", U"harbkur", U"harbour"},     // Left out, replaced.
      {U"herbour", U"hlrbour", U"harbour"},    // A vowel for a vowel.
      {U"sity", U"fity", U"city"},             // One sound.
      {U"harnour", U"harqour", U"harbour"},    // Neighbours on the keyboard.
      {U"harbvour", U"harbqour", U"harbour"},  // The neighbour beside it.
      {U"harbouq", U"qarbour", U"harbour"},    // The beginning is seldom wrong.
      {U"harbxur", U"harxxur", U"harbour"},    // One, two.
      {U"гаавнь", U"гагань", U"гавань"},       // In any script.
  }));
  CAPTURE(std::string(likely.begin(), likely.end()));

  CHECK(cost(likely, intended) < cost(unlikely, intended));
}

TEST_CASE("no single edit costs more than the most", "[typing_cost]") {
  const std::u32string word = U"harbour";
  for (std::size_t i = 0; i < word.size(); ++i) {
    for (char32_t letter = 'a'; letter <= 'z'; ++letter) {
      std::u32string replaced = word;
      replaced[i] = letter;
      std::u32string inserted = word;
      inserted.insert(i, 1, letter);

      CHECK(cost(replaced, word) <= max_edit_cost);
      CHECK(cost(inserted, word) <= max_edit_cost);
    }
    std::u32string shorter = word;
    shorter.erase(i, 1);
    CHECK(cost(shorter, word) <= max_edit_cost);
  }
}

TEST_CASE("words that have nothing in common are given up", "[typing_cost]") {
  CHECK(TypingCost(U"harbour").of(U"election", max_edit_cost) > max_edit_cost);
  CHECK(TypingCost(U"").of(U"election", max_edit_cost) > max_edit_cost);
  CHECK(TypingCost(U"election").of(U"", max_edit_cost) > max_edit_cost);
}

TEST_CASE("a swap is found where all else is too dear", "[typing_cost]") {
  const double swapped = cost(U"hrabour", U"harbour");

  CHECK(TypingCost(U"hrabour").of(U"harbour", swapped) == swapped);
  CHECK(TypingCost(U"ahrbour").of(U"harbour", swapped) == swapped);
}

}  // namespace broadsheet::searcher
