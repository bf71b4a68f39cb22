#include "indexer/extract/language.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet::indexer;

namespace {

const std::string german =
    "Die Stadt hat am Freitag beschlossen, die Brücke wieder zu öffnen. Der Bürgermeister sagte, "
    "es "
    "sei ein guter Tag für alle, die hier leben und arbeiten.";
const std::string russian =
    "Городской совет решил в пятницу снова открыть мост. Мэр сказал, что это хороший день для "
    "всех, "
    "кто здесь живёт и работает, и поблагодарил строителей.";

}  // namespace

TEST_CASE("the text's own language overrules what the page claims", "[language]") {
  CHECK(detect_language(german, "en") == "de");
  CHECK(detect_language(german, "") == "de");
  CHECK(detect_language(russian, "en-US") == "ru");
}

TEST_CASE("a text too short to tell has the language claimed", "[language]") {
  CHECK(detect_language("Paris", "fr-FR") == "fr");
  CHECK(detect_language("Hotel", "de_DE") == "de");
  CHECK(detect_language("", "pt-BR") == "pt");
}

TEST_CASE("a claim against the script is never believed", "[language]") {
  CHECK(detect_language("Мост открыт", "en") == "ru");
  CHECK(detect_language("Мост открыт", "bg") == "bg");
  CHECK(detect_language("橋がまた開いた", "en") == "ja");
  CHECK(detect_language("다리가 열렸다", "en") == "ko");
  CHECK(detect_language("Η γέφυρα", "en") == "el");
}

TEST_CASE("a language tag is reduced to its two-letter code", "[language]") {
  CHECK(primary_language("en-GB") == "en");
  CHECK(primary_language("DE_de") == "de");
  CHECK(primary_language("nb-NO") == "no");
  CHECK(primary_language("iw") == "he");
  CHECK(primary_language("deu") == "de");
  CHECK(primary_language("english").empty());
  CHECK(primary_language("").empty());
}
