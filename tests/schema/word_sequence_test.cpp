#include "schema/word_sequence.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace broadsheet;

TEST_CASE("a word's code is part of the index format", "[word_sequence]") {
  // FNV-1a of "a" is e40c292c, of "foobar" bf9cf968 (the authors' test vectors).
  CHECK(word_code("a") == (0xe4U ^ 0x0c292cU));
  CHECK(word_code("foobar") == (0xbfU ^ 0x9cf968U));
}

TEST_CASE("words seldom share a code", "[word_sequence]") {
  std::set<WordCode> codes;
  for (int i = 0; i < 10'000; ++i) codes.insert(word_code("word" + std::to_string(i)));

  CHECK(codes.size() > 9'980);
  CHECK(codes.count(0) == 0);
}

TEST_CASE("a phrase is words side by side, within a paragraph", "[word_sequence]") {
  std::string sequence;
  for (const char* word : {"bank", "of", "bank", "of", "england"}) append_word(sequence, word);
  append_break(sequence);
  append_word(sequence, "rates");
  const auto bank = word_code("bank");
  const auto of = word_code("of");
  const auto england = word_code("england");
  const auto rates = word_code("rates");

  CHECK(contains_phrase(sequence, {bank, of, england}));
  CHECK(contains_phrase(sequence, {rates}));
  CHECK(contains_phrase(sequence, {}));
  CHECK_FALSE(contains_phrase(sequence, {england, of}));
  CHECK_FALSE(contains_phrase(sequence, {england, rates}));
  CHECK_FALSE(contains_phrase(sequence, {rates, bank}));
  CHECK_FALSE(contains_phrase("", {bank}));
  CHECK_FALSE(contains_phrase(headline_words(sequence), {rates}));
  CHECK(headline_words("").empty());
}

TEST_CASE("an acronym has the code of its letters, a number keeps its point", "[word_sequence]") {
  CHECK(word_code("u.s") == word_code("us"));
  CHECK(word_code("w.h.o") == word_code("who"));
  CHECK(word_code("3.5") != word_code("35"));
}
