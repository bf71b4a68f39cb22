#include "schema/text.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <vector>

using namespace broadsheet;

namespace {

std::string words(std::string_view text) {
  std::string joined;
  text::Tokeniser tokens(text);
  for (text::Token token; tokens.next(token);) {
    if (!joined.empty()) joined += ' ';
    joined += text::fold(token.surface);
  }
  return joined;
}

std::string stem(std::string_view language, std::string_view word) {
  text::Analyser analyser(language);
  text::Tokeniser tokens(word);
  text::Token token;
  REQUIRE(tokens.next(token));
  return analyser.forms(token).stem;
}

}  // namespace

TEST_CASE("words are what readers of news call words", "[text]") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"Putin invites Biden to talks", "putin invites biden to talks"},
      {"Russia’s interests, and Biden's", "russia interests and biden"},
      {"the Clintons' house", "the clintons house"},
      {"O'Brien and O’Neill don't", "obrien and oneill dont"},
      {"l'homme d’État qu'il dell'arte", "l homme d etat qu il dell arte"},
      {"The U.S. told us; U.N. J.K. Rowling e.g.", "the u.s told us u.n j.k rowling e.g"},
      {"AT&T R&D fish & chips", "at&t r&d fish chips"},
      {"$1,000,000 or £150.8bn, 1,5 and 3.", "1000000 or 150.8bn 1 5 and 3"},
      {"COVID-19 co-operation", "covid 19 co operation"},
      {"Beyoncé Zürich Łódź Ærø naïve İstanbul Straße",
       "beyonce zurich lodz aero naive istanbul strasse"},
      {"ﬁne Ｆｕｌｌ soft\u00adhyphen", "fine full softhyphen"},
      {"Путин й Ёлка", "путин и елка"},
      {"προέδρου", "προεδρου"},
      {"end.Start a.m. A.Smith", "end start a.m a smith"},
      {"…—“”!?", ""},
  }));
  CAPTURE(text);

  CHECK(words(text) == expected);
}

TEST_CASE("scripts without spaces become overlapping pairs", "[text]") {
  CHECK(words("東京都 は") == "東京 京都 は");
  CHECK(words("2021年3月") == "2021 年 3 月");
  CHECK(words("서울시") == "서울 울시");
}

TEST_CASE("a token knows where it stands", "[text]") {
  const std::string text = "In Russia’s U.S. talks";
  text::Tokeniser tokens(text);
  std::vector<std::string> spans;
  for (text::Token token; tokens.next(token);) {
    spans.push_back(text.substr(token.begin, token.end - token.begin));
  }

  CHECK(spans == std::vector<std::string>{"In", "Russia’s", "U.S.", "talks"});
}

TEST_CASE("stems are of the language and folded", "[text]") {
  CHECK(stem("en", "Meetings") == stem("en", "meeting"));
  CHECK(stem("de", "Häuser") == stem("de", "Haus"));
  CHECK(stem("fr", "élections") == stem("fr", "élection"));
  CHECK(stem("ja", "meetings") == "meetings");
  CHECK(stem("", "meetings") == "meetings");
  CHECK(stem("en", "U.S.") == "u.s");
  CHECK(stem("en", "1,000") == "1000");
}

TEST_CASE("the exact form keeps the diacritics of Latin letters, and no case", "[text]") {
  const auto [word, exact] = GENERATE(table<std::string, std::string>({
      {"Beyoncé", "beyoncé"},
      {"Beyonce\u0301", "beyoncé"},
      {"ŁÓDŹ", "łódź"},
      {"d’Évry’s", ""},  // The first token is d.
      {"Nguyễn", "nguyễn"},
      {"Øre", "øre"},
      {"Straße", ""},
      {"Ｆｕｌｌ", ""},
      {"Putin", ""},
      {"Ёлка", ""},
      {"προέδρου", ""},
  }));
  CAPTURE(word);
  text::Tokeniser tokens(word);
  text::Token token;
  REQUIRE(tokens.next(token));

  CHECK(text::Analyser("").forms(token).exact == exact);
}

TEST_CASE("acronyms that look like words of grammar have a term of their own", "[text]") {
  const auto [word, acronym] = GENERATE(table<std::string, std::string>({
      {"us", "u.s"},
      {"who", "w.h.o"},
      {"un", "u.n"},
      {"nato", ""},
      {"i", ""},
      {"ourselves", ""},
      {"", ""},
  }));
  CAPTURE(word);

  CHECK(text::acronym_of(word) == acronym);
}

TEST_CASE("languages are codes, not Xapian's other names", "[text]") {
  CHECK(text::has_stemmer("en"));
  CHECK_FALSE(text::has_stemmer("english"));
  CHECK_FALSE(text::has_stemmer("none"));
  CHECK_FALSE(text::has_stemmer("zz"));
}

TEST_CASE("stop words are those of the language", "[text]") {
  CHECK(text::is_stop_word("en", "the"));
  CHECK_FALSE(text::is_stop_word("de", "the"));
  CHECK(text::is_stop_word("de", "fur"));
  CHECK_FALSE(text::is_stop_word("en", "putin"));
}

TEST_CASE("cleaned text is valid UTF-8 without control characters", "[text]") {
  CHECK(text::clean_utf8("a\tb\x01\x7f"
                         "c") == "a b  c");
  CHECK(text::clean_utf8("a\xff\xc3(") == "a\uFFFD\uFFFD(");
  CHECK(text::clean_utf8(std::string("a\0b", 3)) == "a b");
  CHECK(text::collapse_space(" a \n\u00a0 b\u3000") == "a b");
  CHECK(text::truncate_utf8("aé", 2) == "a");
}

TEST_CASE("any bytes are tokenised, in order and within the text", "[text]") {
  std::mt19937 random(1);
  const std::string alphabet = "ab1 .,'&\xc3\xa9\xe2\x80\x99\xe6\x9d\xb1\xff-s";
  for (int round = 0; round < 2'000; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i) text += alphabet[random() % alphabet.size()];
    CAPTURE(text);
    std::size_t begin = 0;
    text::Tokeniser tokens(text);
    for (text::Token token; tokens.next(token);) {
      REQUIRE(token.begin >= begin);
      REQUIRE(token.end > token.begin);
      REQUIRE(token.end <= text.size());
      const std::string folded = text::fold(token.surface);
      REQUIRE(text::clean_utf8(folded) == folded);
      begin = token.is_cjk ? token.begin : token.end;
    }
  }
}
