#include "indexer/people/name_tokens.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace broadsheet::indexer::people;

namespace {

using Words = std::vector<std::string>;

Words words_of(const std::string& text) {
  Words words;
  for (const NameToken& token : name_tokens(text))
    words.push_back(text.substr(token.begin, token.end - token.begin));
  return words;
}

// The words that begin sentences.
Words openings_of(const std::string& text) {
  Words words;
  for (const NameToken& token : name_tokens(text)) {
    if (token.begins_sentence && token.shape != WordShape::mark)
      words.push_back(text.substr(token.begin, token.end - token.begin));
  }
  return words;
}

}  // namespace

TEST_CASE("words and marks are parted", "[name_tokens]") {
  CHECK(words_of("").empty());
  CHECK(words_of("Ada Quill, 41, said so.") ==
        Words{"Ada", "Quill", ",", "41", ",", "said", "so", "."});
  CHECK(words_of("“Yes” (he said)…") == Words{"“", "Yes", "”", "(", "he", "said", ")", "…"});
  CHECK(words_of("about 1,000 of 3.5") == Words{"about", "1,000", "of", "3.5"});
  CHECK(words_of("wait -- no...") == Words{"wait", "--", "no", "..."});
}

TEST_CASE("what holds a name together stays", "[name_tokens]") {
  const auto name = GENERATE(as<std::string>(), "Al-Mutairi", "O'Brien", "N’Golo", "d'Aubigny",
                             "Sa'ar", "Jean-Pierre", "G.Batbold", "J.T.", "J.", "AT&T", "al-Masri",
                             "Ó", "Nguyễn", "Zoë", "Wei‑ming");
  CAPTURE(name);

  CHECK(words_of("Then " + name + " spoke") == Words{"Then", name, "spoke"});
}

TEST_CASE("possessives and contractions are tokens of their own", "[name_tokens]") {
  CHECK(words_of("Putin's ally") == Words{"Putin", "'s", "ally"});
  CHECK(words_of("Putin’s ally") == Words{"Putin", "’s", "ally"});
  CHECK(words_of("QUILL'S BOAT") == Words{"QUILL", "'S", "BOAT"});
  CHECK(words_of("they'll go") == Words{"they", "'ll", "go"});
  CHECK(words_of("the Quills' boat") == Words{"the", "Quills", "'", "boat"});
}

TEST_CASE("periods of abbreviations end no sentence", "[name_tokens]") {
  CHECK(words_of("Mr. Quill met Gen. Roe, Ph.D. today.") ==
        Words{"Mr.", "Quill", "met", "Gen.", "Roe", ",", "Ph.D.", "today", "."});
  CHECK(openings_of("Mr. Quill met J. Roe. He left. \"She stayed,\" he said.") ==
        Words{"Mr.", "He", "She"});
}

TEST_CASE("lines end sentences", "[name_tokens]") {
  CHECK(openings_of("QUILL WINS\nAda Quill won\n\n(She ran)") == Words{"QUILL", "Ada", "She"});
}

TEST_CASE("words have the shape of their capitals", "[name_tokens]") {
  const auto [word, shape] = GENERATE(table<std::string, WordShape>({
      {"said", WordShape::lower},
      {"Quill", WordShape::capitalised},
      {"Élodie", WordShape::capitalised},
      {"QUILL", WordShape::capitals},
      {"J.", WordShape::initial},
      {"J", WordShape::initial},
      {"McDonald", WordShape::mixed},
      {"al-Masri", WordShape::mixed},
      {"Al-Masri", WordShape::mixed},
      {"2021", WordShape::number},
      {"!", WordShape::mark},
      {"東京", WordShape::lower},
  }));
  CAPTURE(word);
  const auto tokens = name_tokens(word);

  REQUIRE(tokens.size() == 1);
  CHECK(tokens.front().shape == shape);
}

TEST_CASE("space before a token is told", "[name_tokens]") {
  const auto tokens = name_tokens("Ada \"Quill\"");

  REQUIRE(tokens.size() == 4);
  CHECK(tokens[1].follows_space);
  CHECK_FALSE(tokens[2].follows_space);
  CHECK_FALSE(tokens[3].follows_space);
}

TEST_CASE("invalid bytes are marks", "[name_tokens]") {
  const std::string text = "Ada\xFFQuill \xC3";
  std::size_t at = 0;
  for (const NameToken& token : name_tokens(text)) {
    CHECK(token.begin >= at);
    CHECK(token.end > token.begin);
    at = token.end;
  }
  CHECK(at == text.size());
}
