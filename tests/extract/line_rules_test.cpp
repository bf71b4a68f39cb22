#include "indexer/extract/line_rules.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace broadsheet::indexer;

TEST_CASE("what stands around a story is known line by line", "[line_rules]") {
  const auto [line, kind] = GENERATE(table<std::string, std::string>({
      {"March 19, 2021", "date"},
      {"Published: 19 March 2021 10:30 CET", "date"},
      {"Updated 2 hours ago", "date"},
      {"vor 3 Stunden", "date"},
      {"Aktualisiert am 19.03.2021", "date"},
      {"2021年3月19日 10:30", "date"},
      {"1 min read", "read_time"},
      {"Lesezeit: 3 Minuten", "read_time"},
      {"Temps de lecture : 2 min", "read_time"},
      {"By Jane Doe and John Roe", "byline"},
      {"ByZack Savage", "byline"},
      {"Par Jeanne Doux Publié le 5 octobre 2020 à 18 h 12", "byline"},
      {"The crowd on the quay on Monday evening. Photograph: Jane Doe", "credit"},
      {"Die Menge am Kai. Foto: Anna Müller", "credit"},
      {"Editors: two pictures go with this report", "credit"},
      {"Neueste Beiträge aus -Sport", "latest_from"},
      {"Derniers articles -Sport", "latest_from"},
      {"Von Anna Müller", "byline"},
      {"Also read:No talks possible for now", "also_read"},
      {"ALSO READ | Storm closes the harbour", "also_read"},
      {"Read more", "also_read"},
      {"» Lesen Sie auch: Sturm über der Stadt", "also_read"},
      {"À lire aussi : La tempête ferme le port", "also_read"},
      {"Lea también: La tormenta cierra el puerto", "also_read"},
      {"Leggi anche - La tempesta chiude il porto", "also_read"},
      {"Читайте также: Шторм закрыл порт", "also_read"},
      {"関連記事：嵐が港を閉ざす", "also_read"},
      {"Related Articles", "related"},
      {"Most read in World", "related"},
      {"Mehr zum Thema", "related"},
      {"Sur le même sujet", "related"},
      {"Lo más leído", "related"},
      {"あわせて読みたい", "also_read"},
      {"Previous Story", "neighbour"},
      {"Next Story", "neighbour"},
      {"Nächster Artikel: Sturm", "neighbour"},
      {"Latest from -Top News", "latest_from"},
      {"More in Sport", "latest_from"},
      {"Share this article", "share"},
      {"Facebook Twitter WhatsApp Email", "share"},
      {"Share on Facebook", "share"},
      {"Artikel teilen", "share"},
      {"Sign up for our morning newsletter", "subscription"},
      {"Subscribe now for full access", "subscription"},
      {"Abonnez-vous à notre lettre", "subscription"},
      {"Advertisement", "advertisement"},
      {"- Werbung -", "advertisement"},
      {"La suite après la publicité", "advertisement"},
      {"© 2021 Example News. All rights reserved.", "copyright"},
      {"This material may not be published, broadcast, rewritten or redistributed.", "copyright"},
      {"Leave a comment", "comments"},
      {"Kommentare (12)", "comments"},
      {"12 Comments", "comments"},
      {"Tags: harbour, storm", "tags"},
      {"Filed under: World", "tags"},
      {"Photo: Jane Doe", "credit"},
      {"The harbour on Friday. REUTERS/Jane Doe", "credit"},
      {"Ships in the harbour (Photo by Jane Doe/Getty Images)", "credit"},
      {"Go toTop", "top"},
      {"Skip to main content", "top"},
      {"We use cookies to improve your visit.", "consent"},
  }));
  CAPTURE(line);

  const LineClass told = classify_line(line);

  CHECK(line_kind_name(told.kind) == kind);
  CHECK(told.action != LineAction::keep);
}

TEST_CASE("only what ends a story is a terminator", "[line_rules]") {
  const auto [line, ends] = GENERATE(table<std::string, bool>({
      {"Also read: Storm closes the harbour", false},
      {"Advertisement", false},
      {"Share this article", false},
      {"By Jane Doe", false},
      {"Previous Story", true},
      {"Related Articles", true},
      {"Latest from -Top News", true},
      {"Leave a comment", true},
      {"© 2021 Example News. All rights reserved.", true},
  }));
  CAPTURE(line);

  CHECK((classify_line(line).action == LineAction::terminate) == ends);
}

TEST_CASE("a picture that a sentence speaks of is no credit", "[line_rules]") {
  const std::string line =
      GENERATE("She told them what she saw in the photograph: two boats and a dog.",
               "He had a bigger picture: one town, one river, one bridge, one "
               "mayor, for ever");

  CHECK(classify_line(line).action == LineAction::keep);
}

TEST_CASE("a sentence of a story is never taken for boilerplate", "[line_rules]") {
  const std::string line = GENERATE(
      as<std::string>{}, "",
      "Read more than one newspaper, the minister told pupils on Friday, and think for yourselves.",
      "The newsletter that he wrote for thirty years made him known far beyond the town.",
      "Share prices fell on Friday as investors feared a new round of tariffs.",
      "Comments by the mayor caused an outcry in the council on Tuesday.",
      "By Friday the harbour will be open again, the city said.",
      "By the time the ship arrived, the harbour had been closed for a day.",
      "More than 200 people were rescued from the flooded town.",
      "Watch dealers in Geneva reported falling sales.",
      "The storm of 19 March 2021 cost eleven lives and left the island without power.",
      "Photographers waited outside the court as the singer arrived.",
      "Related charges against the banker were dropped last week.",
      "Follow-up talks are due in May.", "“We use every hour of daylight,” said the captain.",
      "Topics ranged from trade to the war.", "Teilen der Stadt fehlte am Freitag der Strom.",
      "Plus de mille personnes ont défilé vendredi à Lyon.",
      "El comentario del ministro provocó protestas en la capital.",
      "Tag für Tag kommen neue Schiffe an.", "In an hour-long speech he defended the law.");
  CAPTURE(line);

  CHECK(classify_line(line).kind == LineKind::text);
  CHECK(classify_line(line).action == LineAction::keep);
}

TEST_CASE("the section that a list of other stories names is found", "[line_rules]") {
  CHECK(section_named("Latest from -Top News") == "Top News");
  CHECK(section_named("More in Sport") == "Sport");
  CHECK(section_named("Previous Story").empty());
  CHECK(section_named("More in sorrow than in anger, the old minister left the hall.").empty());
}
