#include "schema/person_name.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet;
using Strings = std::vector<std::string>;

TEST_CASE("a name is read in its parts", "[person_name]") {
  struct Case {
    std::string name, shown;
    Strings words;
    std::size_t surname;
    std::string suffix;
  };
  const Case expected = GENERATE(values<Case>({
      {"Joe Biden", "Joe Biden", {"joe", "biden"}, 1, ""},
      {"BIDEN, Joseph", "Joseph Biden", {"joseph", "biden"}, 1, ""},
      {"Joseph R. Biden, Jr", "Joseph R. Biden Jr.", {"joseph", "r", "biden"}, 2, "jr"},
      {"Hans Holbein the Younger", "Hans Holbein the Younger", {"hans", "holbein"}, 1, "younger"},
      {"Ludwig van der Berg", "Ludwig van der Berg", {"ludwig", "van", "der", "berg"}, 1, ""},
      {"van der Berg", "van der Berg", {"van", "der", "berg"}, 0, ""},
      {"Bashar al-Assad", "Bashar al-Assad", {"bashar", "al", "assad"}, 1, ""},
      {"Al Gore", "Al Gore", {"al", "gore"}, 1, ""},
      {"J.K. Rowling", "J.K. Rowling", {"j", "k", "rowling"}, 2, ""},
      {"JK Rowling", "JK Rowling", {"j", "k", "rowling"}, 2, ""},
      {"SHONA McALLISTER", "Shona McAllister", {"shona", "mcallister"}, 1, ""},
      {"Dwayne “The Rock” Johnson", "Dwayne Johnson", {"dwayne", "johnson"}, 1, ""},
      {"JO COX", "JO COX", {"jo", "cox"}, 1, ""},
      {"Beyoncé", "Beyoncé", {"beyonce"}, 0, ""},
      {"...", "", {}, 0, ""},
  }));
  CAPTURE(expected.name);

  const PersonName name = parse_person_name(expected.name);

  CHECK(name.shown == expected.shown);
  CHECK(name.words == expected.words);
  CHECK(name.surname == expected.surname);
  CHECK(name.suffix == expected.suffix);
}

TEST_CASE("spellings of one name are told from other names", "[person_name]") {
  const auto [one, other, same] = GENERATE(table<std::string, std::string, bool>({
      {"zelensky", "zelenskyy", true},
      {"zelensky", "zelenskiy", true},
      {"gaddafi", "qaddafi", true},
      {"gaddafi", "gadhafi", true},
      {"mohammed", "muhammad", true},
      {"lukashenko", "lukashenka", true},
      {"stephen", "steven", true},
      {"catherine", "katherine", true},
      {"mueller", "muller", true},
      {"andersen", "anderson", false},
      {"jensen", "johnson", false},
      {"bush", "busch", true},
      {"roe", "row", false},
      {"putin", "patten", false},
  }));
  CAPTURE(one, other);

  CHECK(are_spellings_of_one_name(one, other) == same);
  if (same) CHECK(spelling_block(one) == spelling_block(other));
}

TEST_CASE("full names may be one person's or not, and share a key if they may", "[person_name]") {
  const auto [one, other, may] = GENERATE(table<std::string, std::string, bool>({
      {"Joe Biden", "Joseph R. Biden Jr.", true},
      {"Abe Shinzo", "Shinzo Abe", true},
      {"Kim Jong-un", "Kim Jong Un", true},
      {"Gabriel García Márquez", "García Márquez", true},
      {"Gabriel García", "Gabriel García Márquez", true},
      {"Mohammed bin Salman", "Mohammed bin Salman Al Saud", true},
      {"J. Edgar Hoover", "Edgar Hoover", true},
      {"Earvin “Magic” Johnson", "Magic Johnson", true},
      {"Volodymyr Zelensky", "Vladimir Zelenskyy", true},
      {"George W. Bush", "George H. W. Bush", false},
      {"George W. Bush", "George Bush", true},
      {"Bill Clinton", "Hillary Clinton", false},
      {"John Roe Jr.", "John Roe Sr.", false},
      {"Kim Jong Un", "Kim Yo Jong", false},
      {"Lopez", "Jennifer Lopez", false},
  }));
  CAPTURE(one, other);
  const PersonName first = parse_person_name(one);
  const PersonName second = parse_person_name(other);

  CHECK(may_be_one_person(first, second) == may);
  CHECK(may_be_one_person(second, first) == may);
  if (!may) return;
  Strings shared;
  for (const std::string& key : full_name_keys(first)) {
    for (const std::string& other_key : full_name_keys(second)) {
      if (key == other_key) shared.push_back(key);
    }
  }
  CHECK_FALSE(shared.empty());
}

TEST_CASE("sketches never tell apart whom whole names do not", "[person_name]") {
  const Strings given = {"Joe",   "Joseph R.",   "J.",       "J. Edgar",     "Edgar",
                         "Bill",  "William",     "Muammar",  "Moammar",      "Kim Jong",
                         "Maria", "María Luisa", "Gabriel",  "Nguyen Van",   "Earvin “Magic”",
                         "Magic", "Abe",         "Mohammed", "Muhammad bin", "de"};
  const Strings surnames = {"Biden",   "Biden Jr.",   "Shinzo",     "García",   "García Márquez",
                            "Un",      "Gaddafi",     "al-Qadhafi", "Salman",   "Salman Al Saud",
                            "Thanh",   "van der Lee", "Andersen",   "Anderson", "Hoover",
                            "Johnson", "Jong-un",     "Edgar",      "Abe",      "Van"};
  std::vector<PersonName> names;
  for (const std::string& first : given) {
    for (const std::string& last : surnames) {
      for (const std::string& name : {first + ' ' + last, last + ' ' + first}) {
        names.push_back(parse_person_name(name));
        if (names.back().is_bare()) names.pop_back();
      }
    }
  }
  std::vector<PersonNameSketch> sketches;
  for (const PersonName& name : names) sketches.push_back(sketch_of(name));

  std::size_t alike = 0;
  std::size_t one_person = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (std::size_t j = 0; j < names.size(); ++j) {
      const bool may = may_be_one_person(names[i], names[j]);
      const bool are = are_alike(sketches[i], sketches[j]);
      alike += are;
      one_person += may;
      if (!may || are) continue;
      CAPTURE(names[i].shown, names[j].shown);
      CHECK(are);
    }
  }
  CHECK(one_person > 2 * names.size());             // Not of themselves alone.
  CHECK(alike < names.size() * names.size() / 10);  // Most are told apart.
}

TEST_CASE("a name of one word is a part of a full one", "[person_name]") {
  const auto [bare, full, part] = GENERATE(table<std::string, std::string, PartOfName>({
      {"Putin", "Vladimir Putin", PartOfName::surname},
      {"Vladimir", "Vladimir Putin", PartOfName::given},
      {"Xi", "Xi Jinping", PartOfName::surname},
      {"Trong", "Nguyen Phu Trong", PartOfName::surname},
      {"al-Assad", "Bashar Assad", PartOfName::surname},
      {"Bob", "Robert Roe", PartOfName::given},
      {"Phu", "Nguyen Phu Trong", PartOfName::other},
      {"Bergqvist", "Maria Lopez-Bergqvist", PartOfName::none},
      {"Roe Sr.", "John Roe Jr.", PartOfName::none},
      {"Doe", "John Roe", PartOfName::none},
  }));
  CAPTURE(bare, full);

  CHECK(part_of_name(parse_person_name(bare), parse_person_name(full)) == part);
}
