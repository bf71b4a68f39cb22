#include "schema/common_words.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace broadsheet {
namespace {

std::string sequence_of(const std::vector<std::string>& words) {
  std::string sequence;
  for (const std::string& word : words) {
    if (word.empty()) {
      append_break(sequence);
    } else {
      append_word(sequence, word);
    }
  }
  return sequence;
}

CommonWords common(const std::vector<std::string>& words) {
  std::vector<WordCode> codes;
  for (const std::string& word : words) codes.push_back(word_code(word));
  return CommonWords(std::move(codes));
}

}  // namespace

TEST_CASE("common words side by side have a term, once and in their order", "[common_words]") {
  const CommonWords words = common({"of", "the", "said"});

  const auto pair = [&](const char* first, const char* second) {
    return words.pair_term(word_code(first), word_code(second));
  };
  auto terms = words.pair_terms(sequence_of({"of", "the", "mayor", "said", "the", "of", "the"}));

  std::vector<std::string> expected{pair("of", "the"), pair("said", "the"), pair("the", "of")};
  std::sort(terms.begin(), terms.end());
  std::sort(expected.begin(), expected.end());
  CHECK(terms == expected);
  CHECK(pair("of", "the") != pair("the", "of"));
  CHECK(pair("of", "the").size() == 4);
  CHECK(pair("mayor", "said").empty());
  CHECK(pair("the", "mayor").empty());
}

TEST_CASE("a pair does not reach over a break or another word", "[common_words]") {
  const CommonWords words = common({"of", "the"});

  CHECK(words.pair_terms(sequence_of({"of", "", "the"})).empty());
  CHECK(words.pair_terms(sequence_of({"of", "all", "the"})).empty());
  CHECK(words.pair_terms("").empty());
  CHECK(CommonWords().pair_terms(sequence_of({"of", "the"})).empty());
}

TEST_CASE("an index keeps its common words", "[common_words]") {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  CHECK(CommonWords::of(database).empty());

  common({"of", "the"}).write(database);

  const CommonWords kept = CommonWords::of(database);
  CHECK(kept.pair_term(word_code("the"), word_code("of")) ==
        common({"of", "the"}).pair_term(word_code("the"), word_code("of")));
  CHECK(kept.pair_term(word_code("the"), word_code("mayor")).empty());
}

}  // namespace broadsheet
