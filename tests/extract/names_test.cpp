#include "indexer/extract/names.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet::indexer;
using Strings = std::vector<std::string>;

TEST_CASE("the persons of a byline are named", "[names]") {
  const auto [byline, expected] = GENERATE(table<std::string, Strings>({
      {"By Jane Doe and John Roe, Reuters", {"Jane Doe", "John Roe"}},
      {"By JANE DOE", {"Jane Doe"}},
      {"Von Anna Müller und Jörg Weiß", {"Anna Müller", "Jörg Weiß"}},
      {"Par Élodie d'Arc et Jean-Paul Le Goff", {"Élodie d'Arc", "Jean-Paul Le Goff"}},
      {"Ana García y José Ortega y Luz Sol", {"Ana García", "José Ortega", "Luz Sol"}},
      {"Jane Doe in London for Example News", {"Jane Doe"}},
      {"Jane Doe, Political Editor", {"Jane Doe"}},
      {"Jane Doe Senior Reporter", {"Jane Doe"}},
      {"By Jane Doe (AFP) | jane@example.com", {"Jane Doe"}},
      {"ByZack Savage", {"Zack Savage"}},
      {"DOE, JANE V", {"Jane V Doe"}},
      {"Doe, Jane", {"Jane Doe"}},
      {"J. R. R. Smith; Ludwig van der Rohe", {"J. R. R. Smith", "Ludwig van der Rohe"}},
      {"MARIA DE LA CRUZ & SEÁN O'NEIL", {"Maria de la Cruz", "Seán O'Neil"}},
      {"Fish &amp; Chips Desk, Jane O&#39;Hara", {"Jane O'Hara"}},
      {"Иван Петров и Анна Иванова", {"Иван Петров", "Анна Иванова"}},
      {"Jane Doe The Associated Press", {"Jane Doe"}},
      {"Jane Doe Reuters", {"Jane Doe"}},
      {"Jane Doe And John Roe For The Example Mail", {"Jane Doe", "John Roe"}},
      {"Jane Doe, Chief Technology Officer and Head of Example Labs", {"Jane Doe"}},
      {"Jane Doe Updated", {"Jane Doe"}},
      {"Eingestellt von Anna Müller", {"Anna Müller"}},
      {"Ein Gastbeitrag von Anna Müller", {"Anna Müller"}},
      {"Aus Berlin berichtet Anna Müller", {"Anna Müller"}},
      {"Text: Anna Müller; Fotos: Jörg Weiß", {"Anna Müller"}},
      {"Story by Jane Doe, photos by John Roe", {"Jane Doe"}},
      {"Par Élodie Martin avec AFP", {"Élodie Martin"}},
      {"de Ion Popescu", {"Ion Popescu"}},
      {"By Jane Doe @janedoe", {"Jane Doe"}},
      {"홍길동 기자 hong@example.com", {"홍길동"}},
      {"記者・山田太郎", {"山田太郎"}},
      {"Author(s): Jane Doe", {"Jane Doe"}},
      {"Texte : Élodie d'Arc", {"Élodie d'Arc"}},
      {"Jane Doe\nTravel Desk", {"Jane Doe"}},
      {"日报记者 张三", {"张三"}},
      {"作者：张三 来源：例报", {"张三"}},
      {"张三记者", {"张三"}},
      {"王小明 李建国 张伟", {"王小明", "李建国", "张伟"}},
      {"记者 张三", {"张三"}},
      {"홍길동 기자", {"홍길동"}},
  }));
  CAPTURE(byline);

  CHECK(author_names(byline) == expected);
}

TEST_CASE("desks, agencies, outlets and addresses are no persons", "[names]") {
  const std::string byline = GENERATE(
      as<std::string>{}, "", "Staff", "By Staff Writer", "Reuters", "Associated Press",
      "Agence France-Presse", "Redaktion", "La Redacción", "The Daily Example News", "Example Post",
      "admin", "https://example.com/authors/jane-doe", "jane.doe@example.com", "@janedoe", "Jane",
      "By", "About Jane", "Last Updated", "Example-Stiftung", "The Example", "Written By",
      "Example Ajansı", "Chief Executive", "the city council", "人民日报", "12 March 2021");
  CAPTURE(byline);

  CHECK(author_names(byline, {"Example Post"}).empty());
}

TEST_CASE("a name given twice counts once, in its fuller form", "[names]") {
  const Strings bylines = {"J. Doe", "By Jane Doe", "JANE DOE", "John Roe"};

  CHECK(author_names(bylines) == Strings{"Jane Doe", "John Roe"});
}

TEST_CASE("a declared author may go by a pen name", "[names]") {
  const auto [claim, expected] = GENERATE(table<std::string, Strings>({
      {"Susan", {"Susan"}},
      {"by Susan", {"Susan"}},
      {"Maria & Peter", {"Maria", "Peter"}},
      {"night.owl", {"night.owl"}},
      {"jdoe42", {"jdoe42"}},
      {"maria gomez", {"maria gomez"}},
      {"admin", {}},
      {"Redaktion", {}},
      {"dpa", {}},
      {"편집부", {}},
      {"Редакция", {}},
      {"وكالات", {}},
      {"jd", {}},
      {"example.com", {}},
      {"jane@example.com", {}},
      {"Springfield, Ohio", {}},
      {"Example", {}},
  }));
  CAPTURE(claim);

  CHECK(pen_names(claim, {"Example"}) == expected);
}
