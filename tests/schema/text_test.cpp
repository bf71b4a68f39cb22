#include "schema/text.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <vector>

using namespace broadsheet;

namespace {

std::string words(std::string_view text, text::Compounds compounds = text::Compounds::parts) {
  std::string joined;
  text::Tokeniser tokens(text, compounds);
  for (text::Token token; tokens.next(token);) {
    if (!joined.empty()) joined += ' ';
    joined += text::term(token);
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
      {"AT&T R&D fish & chips", "at&t r&d fish chips"},
      {"end.Start A.Smith", "end start a smith"},
      {"ﬁne Ｆｕｌｌ soft\u00adhyphen", "fine full softhyphen"},
      {"…—“”!?", ""},
      {"", ""},
  }));
  CAPTURE(text);

  CHECK(words(text) == expected);
}

TEST_CASE("possessives are dropped, elisions parted, other apostrophes and the dots of l·l vanish",
          "[text]") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"Russia’s interests, and Biden's", "russia interests and biden"},
      {"the Reuters' report", "the reuters report"},
      {"the Clintons’ house", "the clintons house"},
      {"RUSSIA'S WAR", "russia war"},
      {"it‘s", "it"},
      {"O'Brien and O’Neill don't", "obrien and oneill dont"},
      {"Hawaiʻi Hawaiʼi", "hawaii hawaii"},
      {"col·lecció COL·LEGI coŀlegi a·b", "colleccio collegi collegi a b"},
      {"l'homme d’État qu'il dell'arte", "l homme d etat qu il dell arte"},
  }));
  CAPTURE(text);

  CHECK(words(text) == expected);
}

TEST_CASE("initials are one word; those of a word of grammar keep their periods", "[text]") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"The U.S. told us", "the u.s told us"},
      {"N.A.T.O. NATO Nato", "nato nato nato"},
      {"the U.N. and the U.K.", "the u.n and the uk"},
      {"J.K. Rowling, J. K. Rowling", "jk rowling j k rowling"},
      {"at 9 a.m. or p.m., i.e.", "at 9 a.m or pm ie"},
      {"С.С.С.Р.", "ссср"},
      {"the U.S.'s and U.S’s", "the u.s and u.s"},
      {"x.y'z O'b.c A&b.c", "xy z ob c a&b c"},
      {"U.S.北京", "u.s 北京"},
      {"3.5 and 1.2.3 of v2.0", "3.5 and 1.2.3 of v2.0"},
      {"ĳ.J", "ijj"},  // A letter that folds to two.
  }));
  CAPTURE(text);

  CHECK(words(text) == expected);
}

TEST_CASE("capitals that look like a word of grammar are an acronym, unless all is shouted",
          "[text]") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"The US told us that IT is it", "the u.s told us that i.t is it"},
      {"US", "u.s"},
      {"WHO", "w.h.o"},
      {"the WHO's head", "the w.h.o head"},
      {"US-led", "u.s led"},
      {"US, UK, EU, UN and NATO", "u.s uk e.u u.n and nato"},
      {"US GDP rose", "u.s gdp rose"},
      {"WHO/UNICEF", "w.h.o unicef"},
      {"Us and Who", "us and who"},
      {"WHO WON THE VOTE", "who won the vote"},
      {"IS THIS IT", "i.s this i.t"},
      {"the sign IT IS FORBIDDEN hung there", "the sign it is forbidden hung there"},
      {"FORBIDDEN, IT said", "forbidden i.t said"},
      {"IT'S HERE", "it here"},
      {"MINISTER TELLS US", "minister tells us"},
      {"THIS, OURSELVES", "this ourselves"},  // So long a one is emphasis.
  }));
  CAPTURE(text);

  CHECK(words(text) == expected);
}

TEST_CASE("numbers, percentages and money agree however they are written", "[text]") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"$1,000,000 or 1,5 and 3.", "1000000 or 1 5 and 3"},
      {"25% 25 % 25\u00a0% ٪ ５％", "25 percent 25 percent 25 percent percent 5 percent"},
      {"25 per cent, 25 percent, 25 Per\u00a0Cent", "25 percent 25 percent 25 percent"},
      {"a 25-per-cent rise of 5 pct", "a 25 percent rise of 5 percent"},
      {"100%-owned", "100 percent owned"},
      {"per centimetre, per cents, a cent per head", "per centimetre per cents a cent per head"},
      {"a%20b", "a 20b"},
      {"$5m £5mn €5mln US$5M", "5 million 5 million 5 million u.s 5 million"},
      {"€2.3bn 2.3bn £1.5b ¥2,000bn", "2.3 billion 2.3 billion 1.5 billion 2000 billion"},
      {"2,000th 2,0000 1,000,000", "2000th 2 0000 1000000"},
      {"$1tn 1tn 1trn $1t", "1 trillion 1 trillion 1 trillion 1 trillion"},
      {"$5m-$6m, $5bn's worth", "5 million 6 million 5 billion worth"},
      {"5m 5b 5t 5mn", "5m 5b 5t 5mn"},  // Metres, say: no currency tells.
      {"$5km bn m", "5km bn m"},
      {"the 19th, 1990s, 4x4", "the 19th 1990s 4x4"},
  }));
  CAPTURE(text);

  CHECK(words(text) == expected);
}

TEST_CASE("hyphens part words, and the whole is to be had before its parts", "[text]") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"cease-fire", "ceasefire cease fire"},
      {"a co‐operation, e‑mails", "a cooperation co operation emails e mails"},
      {"COVID-19 F-16", "covid19 covid 19 f16 f 16"},
      {"up-to-date", "uptodate up to date"},
      {"state-of-the-art", "state of the art"},
      {"2020-21 5-4", "2020 21 5 4"},
      {"U.S.-led US-led 3.5-inch", "u.s led u.s led 3.5 inch"},
      {"Putin's-led", "putin led"},
      {"pre- and post-war", "pre and postwar post war"},
      {"a--b a - b -c", "a b a b c"},
      {"北京-x", "北京 x"},
  }));
  CAPTURE(text);

  CHECK(words(text, text::Compounds::parts_and_whole) == expected);
}

TEST_CASE("words are folded: case, diacritics and compatibility forms", "[text]") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"Beyoncé Zürich Łódź Ærø naïve İstanbul Straße",
       "beyonce zurich lodz aero naive istanbul strasse"},
      {"Nguyễn Đặng ĳ", "nguyen dang ij"},
      {"Путин й Ёлка", "путин и елка"},
      {"προέδρου ΟΔΟΣ", "προεδρου οδοσ"},
      {"مُحَمَّد محـــمد أحمد", "محمد محمد احمد"},
      {"שָׁלוֹם", "שלום"},
      {"5½ ⑼ ⒈ ① m²", "5 1 m2"},
      {"ﷺ", "صلىاللهعليهوسلم"},  // One character, one word.
      {"हिन्दी", "हिन्दी"},        // Vowel signs are letters here.
  }));
  CAPTURE(text);

  CHECK(words(text) == expected);
}

TEST_CASE("Han, Kana and Hangul become overlapping pairs", "[text]") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"東京都 は", "東京 京都 は"},
      {"2021年3月", "2021 年 3 月"},
      {"二〇二一", "二〇 〇二 二一"},
      {"서울시 청와대", "서울 울시 청와 와대"},  // Not across the space.
      {"東京タワー", "東京 京タ タワ ワー"},
      {"ドナルド・トランプ", "ドナ ナル ルド トラ ラン ンプ"},
      {"ﾄﾞﾅﾙﾄﾞ", "ドナ ナル ルド"},
      {"か\u3099く", "がく"},
      {"iPhoneの新型", "iphone の新 新型"},
      {"々", "々"},
  }));
  CAPTURE(text);

  CHECK(words(text) == expected);
}

TEST_CASE("Thai, Lao, Khmer and Burmese become words of a dictionary", "[text]") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"ประเทศไทยมีเมืองหลวง", "ประเทศไทย มี เมือง หลวง"},
      {"รถไฟ รถ", "รถไฟ รถ"},
      {"iPhoneรุ่นใหม่2024", "iphone รุ่น ใหม่ 2024"},
      {"ພາສາລາວ", "ພາສາ ລາວ"},
      {"ភាសាខ្មែរ", "ភាសាខ្មែរ"},
      {"စကားပြော", "စကားပြော"},
      {"ไทย东京", "ไทย 东京"},
  }));
  CAPTURE(text);

  CHECK(words(text) == expected);
}

TEST_CASE("a token knows where it stands", "[text]") {
  const std::string text = "In Russia’s U.S. cease-fire: 5 per cent, $5bn's";
  text::Tokeniser tokens(text, text::Compounds::parts_and_whole);
  std::vector<std::string> spans;
  std::vector<std::string> surfaces;
  for (text::Token token; tokens.next(token);) {
    spans.push_back(text.substr(token.begin, token.end - token.begin));
    surfaces.emplace_back(token.surface);
  }

  CHECK(spans == std::vector<std::string>{"In", "Russia’s", "U.S.", "cease-fire", "cease", "fire",
                                          "5", "per cent", "5", "bn's"});
  CHECK(surfaces == std::vector<std::string>{"In", "Russia", "U.S", "cease-fire", "cease", "fire",
                                             "5", "per cent", "5", "bn"});
}

TEST_CASE("forms of one stem meet, in each language that has a stemmer", "[text]") {
  const auto [language, one, other] = GENERATE(table<std::string, std::string, std::string>({
      {"ar", "الرئيس", "رئيس"},
      {"ca", "eleccions", "elecció"},
      {"da", "valgene", "valg"},
      {"de", "Häuser", "Haus"},
      {"en", "Meetings", "meeting"},
      {"en", "cease-fires", "cease-fire"},
      {"es", "elecciones", "elección"},
      {"eu", "etxeak", "etxera"},
      {"fi", "talossa", "talot"},
      {"fr", "élections", "élection"},
      {"ga", "thoghchán", "toghchán"},
      {"hu", "választások", "választás"},
      {"hy", "ընտրություններ", "ընտրությունների"},
      {"id", "pemilihan", "pilihan"},
      {"it", "elezioni", "elezione"},
      {"lt", "rinkimai", "rinkimų"},
      {"ne", "चुनावको", "चुनाव"},
      {"nl", "verkiezingen", "verkiezing"},
      {"no", "valgene", "valg"},
      {"nb", "valgene", "valg"},
      {"nn", "valene", "val"},
      {"pt", "governos", "governo"},
      {"ro", "alegerilor", "alegeri"},
      {"ru", "выборы", "выборов"},
      {"sv", "valen", "valens"},
      {"ta", "அரசுகள்", "அரசு"},
      {"tr", "seçimler", "seçimlerde"},
  }));
  CAPTURE(language, one, other);

  CHECK(text::has_stemmer(language));
  CHECK(stem(language, one) == stem(language, other));
}

TEST_CASE("what is no word of letters is its own stem, and every stem is folded", "[text]") {
  const auto [language, word, expected] = GENERATE(table<std::string, std::string, std::string>({
      {"en", "U.S.", "u.s"},
      {"en", "1,000", "1000"},
      {"en", "1990s", "1990s"},
      {"en", "US", "u.s"},
      {"en", "東京", "東京"},
      {"en", "ไทย", "ไทย"},
      {"ja", "meetings", "meetings"},
      {"", "meetings", "meetings"},
      {"pl", "Łódź", "lodz"},
      {"es", "SEÑORES", "senor"},
      {"tr", "avlad", "avladi"},  // Its stemmer adds a dotless i.
  }));
  CAPTURE(language, word);

  CHECK(stem(language, word) == expected);
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
      {"this", ""},
      {"", ""},
  }));
  CAPTURE(word);

  CHECK(text::acronym_of(word) == acronym);
}

TEST_CASE("forms hold while others are asked for", "[text]") {
  text::Analyser analyser("en");
  const std::string first = "meetings";
  const text::Forms& held = analyser.forms({0, first.size(), first});
  for (std::size_t i = 1; i < text::Analyser::max_held; ++i) {
    const std::string word = "word" + std::to_string(i);
    analyser.forms({0, word.size(), word});
  }

  CHECK(held.word == "meetings");
  CHECK(held.stem == "meet");
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
  CHECK(text::is_stop_word("nb", "ikke"));
  CHECK(text::is_stop_word("sv", text::fold("från")));
  CHECK(text::is_stop_word("fi", text::fold("että")));
  CHECK(text::is_stop_word("pl", text::fold("się")));
  CHECK(text::is_stop_word("tr", text::fold("için")));
  CHECK(text::is_stop_word("ru", text::fold("ещё")));
  CHECK(text::is_stop_word("ar", text::fold("إلى")));
  CHECK(text::is_stop_word_anywhere("ikke"));
  CHECK_FALSE(text::is_stop_word_anywhere("putin"));
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
  const std::string alphabet = "abU1 .,'&$%\xc3\xa9\xe2\x80\x99\xe6\x9d\xb1\xe0\xb8\x81\xff-sm";
  for (int round = 0; round < 2'000; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i) text += alphabet[random() % alphabet.size()];
    CAPTURE(text);
    std::size_t begin = 0;
    text::Tokeniser tokens(text, text::Compounds::parts_and_whole);
    for (text::Token token; tokens.next(token);) {
      REQUIRE(token.begin >= begin);
      REQUIRE(token.end > token.begin);
      REQUIRE(token.end <= text.size());
      const std::string term = text::term(token);
      REQUIRE(text::clean_utf8(term) == term);
      const bool may_overlap =
          token.kind == text::Token::Kind::pair || token.kind == text::Token::Kind::compound;
      begin = may_overlap ? token.begin : token.end;
    }
  }
}
