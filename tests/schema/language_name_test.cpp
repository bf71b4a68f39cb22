#include "schema/language_name.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet;

TEST_CASE("a language is known by its name in English and in itself", "[language_name]") {
  const auto [name, code] = GENERATE(table<std::string, std::string>({
      {"German", "de"},
      {"german", "de"},
      {"Deutsch", "de"},
      {"FRENCH", "fr"},
      {"français", "fr"},
      {"francais", "fr"},
      {"русский", "ru"},
      {"Chinese", "zh"},
      {"中文", "zh"},
      {"Norwegian", "no"},
      {"Klingon", ""},
      {"de", ""},
      {"", ""},
  }));
  CAPTURE(name);

  CHECK(language_code(name) == code);
}
