#include "indexer/people/recogniser.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet;
using namespace broadsheet::indexer;
using Strings = std::vector<std::string>;

namespace {

std::vector<Person> people_of(const std::string& headline, const Strings& body) {
  Article article;
  article.headline = headline;
  article.body = body;
  return people::people_in(article);
}

Strings names_in(const std::string& paragraph) {
  Strings names;
  for (const Person& person : people_of("", {"It rained.", paragraph}))
    names.push_back(person.name);
  return names;
}

}  // namespace

TEST_CASE("each person stands under the fullest name the story gives", "[people]") {
  const auto people = people_of(
      "Smith meets mayor over bridge plan",
      {"President Smith met the mayor on Friday.",
       "Ann Mayhew, the mayor, told Barbara Smith that the bridge would open. “I am glad,” "
       "Smith said.",
       "Ms Mayhew said Ms Smith's brother, Donald Rowe, had paid for it. Rowe was not there."});

  REQUIRE(people.size() == 3);
  CHECK(people[0].name == "Barbara Smith");
  CHECK(people[0].mentions == 5);
  CHECK(people[0].about);
  CHECK(people[1].name == "Ann Mayhew");
  CHECK(people[1].mentions == 2);
  CHECK_FALSE(people[1].about);
  CHECK(people[2].name == "Donald Rowe");
  CHECK(people[2].mentions == 2);
}

TEST_CASE("a person named three times is what the story is about", "[people]") {
  const auto people = people_of("", {"It rained.", "John Roe came.", "Roe sat.", "Roe left."});

  REQUIRE(people.size() == 1);
  CHECK(people[0].mentions == 3);
  CHECK(people[0].about);
}

TEST_CASE("names are known by given names, titles and what follows", "[people]") {
  const auto [paragraph, expected] = GENERATE(table<std::string, Strings>({
      {"Then John Roe left.", {"John Roe"}},
      {"However Jane van der Berg stayed.", {"Jane van der Berg"}},
      {"The book is by John R. Roe Jr. and Mary O'Neil.", {"John R. Roe Jr.", "Mary O'Neil"}},
      {"Former French President Jean-Paul Roux spoke.", {"Jean-Paul Roux"}},
      {"Secretary of State Jane Doe spoke.", {"Jane Doe"}},
      {"Prof. Xq Zwyk of the university spoke.", {"Xq Zwyk"}},
      {"The driver, Xandru Zwyk, 45, was unhurt.", {"Xandru Zwyk"}},
      {"Then Park Jae-in won the vote.", {"Park Jae-in"}},
      {"Mrs. Zwyk agreed.", {"Zwyk"}},
      {"“No,” said José Díaz.", {"José Díaz"}},
      {"“Jane Doe’s car stood there,” said Peter Roe.", {"Jane Doe", "Peter Roe"}},
  }));
  CAPTURE(paragraph);

  CHECK(names_in(paragraph) == expected);
}

TEST_CASE("what the story names elsewhere betrays a name", "[people]") {
  const auto [text, expected] = GENERATE(table<std::string, Strings>({
      {"A book by JK Zwyk came out. Mrs. Zwyk agreed.", {"JK Zwyk", "Zwyk"}},
      {"A book by UK Zwyk came out. Mrs. Zwyk agreed.", {"Zwyk"}},
      {"X.Q. ZWYK BUYS BOOKSHOP\nThe driver, X.Q. Zwyk, 45, was unhurt.",
       {"X.Q. ZWYK", "X.Q. Zwyk"}},
  }));
  CAPTURE(text);

  Strings mentions;
  for (const people::TextMention& mention : people::people_in_text(text).mentions) {
    mentions.push_back(text.substr(mention.begin, mention.end - mention.begin));
  }
  CHECK(mentions == expected);
}

TEST_CASE("places, bodies and firms are no persons", "[people]") {
  const std::string paragraph = GENERATE(
      as<std::string>{}, "", "The White House and the Foreign Ministry agreed.",
      "The team of Paris lost in Madrid.", "The falls are on the Zambezi River.",
      "The university and the Harbour Trust paid.", "Prime Minister's Office said no.",
      "He flew to San Francisco from Abu Dhabi.", "GOLDMAN SACHS rose on Wall Street on Friday.",
      "Next Monday the High Court sits.", "Black Friday sales fell.",
      "The General Electric Company of New York said so.", "May Day was quiet in Hong Kong.");
  CAPTURE(paragraph);

  CHECK(names_in(paragraph).empty());
}

TEST_CASE("family members are kept apart", "[people]") {
  CHECK(names_in("John Roe and Mary Roe came with Peter Roe.") ==
        Strings{"John Roe", "Mary Roe", "Peter Roe"});
}

TEST_CASE("persons given with the article are kept and counted", "[people]") {
  Article article;
  article.headline = "Harbour opens";
  article.body = {"It rained.", "Zwyk Xandru opened the harbour. Xandru smiled."};
  article.people = {{"Zwyk Xandru", 1, true}, {"Jane Doe", 1, false}};

  const auto people = people::people_in(article);

  CHECK(people == std::vector<Person>{{"Zwyk Xandru", 2, true}, {"Jane Doe", 1, false}});
}

TEST_CASE("who only wrote the story is not in it", "[people]") {
  const auto people = people_of("Harbour opens", {"The harbour opened on Friday.",
                                                  "Reporting by Jane Doe; Editing by John Roe"});

  CHECK(people.empty());
}

TEST_CASE("people come in the order of their first mention", "[people]") {
  const auto people = people_of(
      "Roe beats Doe", {"The mayor, Jane Doe, lost the race.", "John Roe won it with ease."});

  REQUIRE(people.size() == 2);
  CHECK(people[0].name == "John Roe");
  CHECK(people[1].name == "Jane Doe");
}

TEST_CASE("an article full of names stays within its bounds", "[people]") {
  std::string paragraph;
  for (int i = 0; i < 10'000; ++i) {
    std::string surname = "Q";
    for (int rest = i; rest > 0; rest /= 26) surname += static_cast<char>('a' + rest % 26);
    paragraph += "John " + surname + "xx met Jane " + surname + "yy. ";
  }

  CHECK(people_of("", {"It rained.", paragraph}).size() <= Article::max_people);
}

TEST_CASE("elsewhere than in English a given name must betray a person", "[people]") {
  const std::string text =
      "Der Bürgermeister Johann Kessler sprach am Freitag. Kessler lobte die Feuerwehr von "
      "Bergheim.";

  const people::TextPeople found = people::people_in_text(text, "de");

  REQUIRE(found.people.size() == 1);
  CHECK(found.people[0].name == "Johann Kessler");
  CHECK(found.people[0].mentions.size() == 2);
}

TEST_CASE("mentions are told by their bytes", "[people]") {
  const std::string text = "“Non,” said José Díaz. Then Díaz’s wife left.";

  const people::TextPeople found = people::people_in_text(text);

  REQUIRE(found.mentions.size() == 2);
  CHECK(text.substr(found.mentions[0].begin, found.mentions[0].end - found.mentions[0].begin) ==
        "José Díaz");
  CHECK(text.substr(found.mentions[1].begin, found.mentions[1].end - found.mentions[1].begin) ==
        "Díaz");
  CHECK(found.mentions[1].link.reason == people::LinkReason::surname);
}

TEST_CASE("surname and given name of a list's entry are one name", "[people]") {
  const people::TextPeople found = people::people_in_text(
      "Guests at the dinner in the state hall:\n\nROWE, Joseph\nDELMAS, Anna Maria\n\nRowe spoke "
      "first.");

  REQUIRE(found.people.size() == 2);
  CHECK(found.people[0].name == "Joseph Rowe");
  CHECK(found.people[0].mentions.size() == 2);
  CHECK(found.people[1].name == "Anna Maria Delmas");
}

TEST_CASE("mentions never overlap", "[people]") {
  const people::TextPeople found = people::people_in_text(
      "Walter Pinkham, Sr. built the ferry in 1961. Walter Pinkham, Jr. will take it out of "
      "service this autumn.");

  REQUIRE(found.people.size() == 2);
  CHECK(found.people[0].name == "Walter Pinkham Sr.");
  for (std::size_t i = 1; i < found.mentions.size(); ++i) {
    CHECK(found.mentions[i].begin >= found.mentions[i - 1].end);
  }
}

TEST_CASE("a tag tells the name of a person whom the story names", "[people]") {
  const auto [text, tags, expected] = GENERATE(table<std::string, Strings, Strings>({
      {"Mr Halvorsen opened it.", {"Harbour", "Jon Halvorsen"}, {"Jon Halvorsen"}},
      {"Ms Halvorsen opened it.", {"Halvorsen, Ingrid"}, {"Ingrid Halvorsen"}},
      {"Ms Halvorsen opened it.", {"Mayor Ingrid Halvorsen"}, {"Ingrid Halvorsen"}},
      {"Jon Halvorsen opened it.", {"Jonathan P. Halvorsen"}, {"Jonathan P. Halvorsen"}},
      {"Mayor Jose Diaz opened it.", {"José Díaz"}, {"José Díaz"}},
      {"President Xi opened it.", {"Xi Jinping"}, {"Xi Jinping"}},
      // Somebody else, or several.
      {"Mrs Halvorsen opened it.", {"Jon Halvorsen"}, {"Halvorsen"}},
      {"Mr Halvorsen opened it.", {"Jon Halvorsen", "Peter Halvorsen"}, {"Halvorsen"}},
      {"Mr Halvorsen opened it.", {"Jon Halvorsen Jr."}, {"Halvorsen"}},
      {"Mr Halvorsen opened it.", {"Jane Doe"}, {"Halvorsen"}},
      {"Jon Halvorsen opened it.", {"Jon Halvorsen Bridge"}, {"Jon Halvorsen"}},
      {"Mr Halvorsen opened it.", {"Halvorsen Bridge", "Halvorsen"}, {"Halvorsen"}},
      {"Mr Park opened it.", {"National Park", "Climate change"}, {"Park"}},
      {"Jon P. Halvorsen opened it.", {"Jon Halvorsen"}, {"Jon P. Halvorsen"}},
      {"Jon Halvorsen opened it.", {"Jonathan Halvorsen"}, {"Jon Halvorsen"}},
      {"José-Luis Díaz opened it.", {"Jose Luis Diaz"}, {"José-Luis Díaz"}},
      {"It was a day like Halvorsen's.", {"Jon Halvorsen"}, {"Halvorsen"}},
      // No more than a credit.
      {"It opened.\nPhoto: Jon Halvorsen/Agency", {"Jon P. Halvorsen"}, {"Jon Halvorsen"}},
  }));
  CAPTURE(text, tags);

  const people::TextPeople found = people::people_in_text("It rained.\n" + text, "en", {}, tags);

  Strings names;
  for (const people::StoryPerson& person : found.people) names.push_back(person.name);
  CHECK(names == expected);
}

TEST_CASE("a tag names a person where the story has its words and nothing against it", "[people]") {
  const auto [language, text, expected] = GENERATE(table<std::string, std::string, Strings>({
      {"en", "Tickets for Chelsea Rivers sold out.", {"Chelsea Rivers"}},
      {"en", "Tickets for the Chelsea Rivers sold out.", {}},
      {"en", "Tickets for Chelsea Rivers Hall sold out.", {}},
      {"es", "Esteban Puente habló del puente.", {"Esteban Puente"}},
      {"es", "Esteban habló del Puente.", {}},
  }));
  const Strings tags = {"Chelsea Rivers", "Esteban Puente"};
  CAPTURE(text);
  REQUIRE(people::people_in_text("-\n" + text, language).people.empty());

  const people::TextPeople found = people::people_in_text("-\n" + text, language, {}, tags);

  Strings names;
  for (const people::StoryPerson& person : found.people) names.push_back(person.name);
  CHECK(names == expected);
}
