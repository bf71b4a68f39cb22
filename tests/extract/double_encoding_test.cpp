#include "indexer/extract/double_encoding.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace broadsheet::indexer;

TEST_CASE("what was encoded twice reads as it was meant", "[double_encoding]") {
  const auto [seen, meant] = GENERATE(table<std::string, std::string>({
      {"Mill Laneâ€™s cinema", "Mill Lane’s cinema"},
      {"Mill Lane\u00E2\u0080\u0099s cinema", "Mill Lane’s cinema"},
      {"â€œOpenâ€\u009D â€“ at last", "“Open” – at last"},
      {"MÃ¼nchen, KÃ¶ln, ZÃ¼rich", "München, Köln, Zürich"},
      {"lâ€™hÃ´tel dÃ©jÃ\u00A0 lÃ\u00A0", "l’hôtel déjà là"},
      {"50\u00C2\u00A0% de lâ€™eau", "50\u00A0% de l’eau"},
      {"Å\u0081Ã³dÅº", "Łódź"},
      {"ÐœÐ¾Ñ\u0081ÐºÐ²Ð°", "Москва"},
      {"â‚¬ 5", "€ 5"},
      {"ðŸ˜€", "😀"},
  }));
  CAPTURE(seen);

  CHECK(mend_double_encoding(seen) == meant);
}

TEST_CASE("what was encoded three times does too", "[double_encoding]") {
  CHECK(mend_double_encoding("FundaÃƒÂ§ÃƒÂ£o") == "Fundação");
}

TEST_CASE("good text stays as it is", "[double_encoding]") {
  const auto text = GENERATE(as<std::string>(), "", "plain", "München, Łódź, Москва, 東京, 😀",
                             "«CAFÉ» und «LIBERTÉ»", "„É“ — “il a parlé”» NESTLÉ®",
                             "O Maranhão e a MAÇÃ\u00A0— é bom", "à “là” «ô» ï…", "3×4 ÷ 2");
  CAPTURE(text);

  CHECK(mend_double_encoding(text) == text);
}

TEST_CASE("in a good page only what is certain is mended", "[double_encoding]") {
  CHECK(mend_double_encoding("«CAFÉ» à Zürich, dit-il â€“ déjà") ==
        "«CAFÉ» à Zürich, dit-il – déjà");
}

TEST_CASE("a sequence cut short is left", "[double_encoding]") {
  CHECK(mend_double_encoding("â€") == "â€");
  CHECK(mend_double_encoding("Ã") == "Ã");
}
