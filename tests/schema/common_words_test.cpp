#include "schema/common_words.hpp"

#include <algorithm>
#include <set>

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

// The first ones are common, the others frequent.
CommonWords words_with(const std::vector<std::string>& words, std::size_t common) {
  std::vector<WordCode> codes;
  for (const std::string& word : words) codes.push_back(word_code(word));
  return CommonWords(codes, common);
}

CommonWords common(const std::vector<std::string>& words) {
  return words_with(words, words.size());
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

TEST_CASE("a frequent word has a term beside a common one only", "[common_words]") {
  const CommonWords words = words_with({"the", "ferry", "harbour"}, 1);
  const auto pair = [&](const char* first, const char* second) {
    return words.pair_term(word_code(first), word_code(second));
  };

  CHECK_FALSE(pair("the", "ferry").empty());
  CHECK_FALSE(pair("harbour", "the").empty());
  CHECK(pair("ferry", "harbour").empty());
  CHECK(words.pair_terms(sequence_of({"the", "ferry", "harbour", "the"})) ==
        std::vector<std::string>{pair("the", "ferry"), pair("harbour", "the")});
}

TEST_CASE("each two of many words have a term of their own", "[common_words]") {
  std::vector<WordCode> codes;
  for (WordCode code = 1; code <= 1'000; ++code) codes.push_back(code);
  const CommonWords words(codes, codes.size());
  const std::vector<WordCode> some{1, 2, 190, 191, 192, 193, 446, 447, 448, 1'000};

  std::set<std::string> terms;
  for (const WordCode first : some) {
    for (const WordCode second : some) terms.insert(words.pair_term(first, second));
  }

  CHECK(terms.size() == some.size() * some.size());
  CHECK(std::none_of(terms.begin(), terms.end(),
                     [](const std::string& term) { return term.find('\0') != term.npos; }));
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
  const std::size_t common_count = GENERATE(0, 1, 2, 3);
  const CommonWords words = words_with({"the", "of", "ferry"}, common_count);

  words.write(database);

  const CommonWords kept = CommonWords::of(database);
  for (const char* first : {"the", "of", "ferry", "mayor"}) {
    for (const char* second : {"the", "of", "ferry", "mayor"}) {
      CHECK(kept.pair_term(word_code(first), word_code(second)) ==
            words.pair_term(word_code(first), word_code(second)));
    }
  }
}

}  // namespace broadsheet
