#include "indexer/people/story_people.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet::indexer::people;
using Strings = std::vector<std::string>;

namespace {

StoryPeople resolve(const Strings& names, const Strings& known = {}) {
  std::vector<NamedMention> mentions;
  for (const std::string& name : names) {
    mentions.push_back({name, {}});
    mentions.back().context.sentence = static_cast<std::uint32_t>(mentions.size());
    mentions.back().context.paragraph = mentions.back().context.sentence;
  }
  return resolve_people(mentions, known);
}

// The name that each mention comes out under; "-" for nobody.
Strings names_of(const StoryPeople& story) {
  Strings names;
  for (const LinkedMention& mention : story.mentions) {
    names.push_back(mention.person ? story.people[*mention.person].name : "-");
  }
  return names;
}

}  // namespace

TEST_CASE("forms of a name are one person under the fullest", "[story_people]") {
  const auto [written, expected] = GENERATE(table<Strings, std::string>({
      {{"Roe", "John Roe", "John Q. Roe", "J. Roe"}, "John Q. Roe"},
      {{"Bill Roe", "William Roe", "Bill"}, "Bill Roe"},
      {{"Xi", "Xi Jinping"}, "Xi Jinping"},
      {{"Katrín Jakobsdóttir", "Katrín"}, "Katrín Jakobsdóttir"},
      {{"Virgil van Dijk", "Van Dijk"}, "Virgil van Dijk"},
      {{"Gabriel García Márquez", "García Márquez"}, "Gabriel García Márquez"},
      {{"ROE", "JANE ROE"}, "Jane Roe"},
      {{"ROE, Jane", "Roe"}, "Jane Roe"},
  }));
  CAPTURE(written);

  CHECK(names_of(resolve(written)) == Strings(written.size(), expected));
}

TEST_CASE("names that cannot be one person's are kept apart", "[story_people]") {
  const Strings written =
      GENERATE(Strings{"Bill Roe", "Hillary Roe"}, Strings{"John Roe Jr.", "John Roe Sr."},
               Strings{"John Roe", "John Roe Jr."}, Strings{"George W. Roe", "George H. W. Roe"},
               Strings{"John Roe", "John Doe"});
  CAPTURE(written);

  CHECK(resolve(written).people.size() == written.size());
}

TEST_CASE("of several of a surname title and gender tell", "[story_people]") {
  std::vector<NamedMention> mentions = {
      {"Bill Roe", {}}, {"Ann Roe", {}}, {"Roe", {}}, {"Roe", {}}};
  mentions[0].context.gender = Gender::male;
  mentions[1].context.gender = Gender::female;
  mentions[1].context.title = "senator";
  mentions[2].context.title = "mr";
  mentions[2].context.gender = Gender::male;
  mentions[3].context.title = "senator";

  const StoryPeople story = resolve_people(mentions);

  CHECK(names_of(story) == Strings{"Bill Roe", "Ann Roe", "Bill Roe", "Ann Roe"});
  CHECK(story.mentions[2].reason == LinkReason::fitting);
}

TEST_CASE("a surname that fits two alike is nobody's", "[story_people]") {
  std::vector<NamedMention> mentions = {{"Karl Roe", {}}, {"Anton Roe", {}}, {"Roe", {}}};
  mentions[2].context.sentence = 1;

  const StoryPeople story = resolve_people(mentions);

  CHECK_FALSE(story.mentions[2].person);
  CHECK(story.mentions[2].reason == LinkReason::undecided);
  CHECK(story.people.size() == 2);
}

TEST_CASE("a surname without a title is nobody's where titles told two apart", "[story_people]") {
  std::vector<NamedMention> mentions = {
      {"Bill Roe", {}}, {"Ann Roe", {}}, {"Roe", {}}, {"Roe", {}}, {"Roe", {}}};
  mentions[2].context.title = "mr";
  mentions[2].context.gender = mentions[0].context.gender = Gender::male;
  mentions[3].context.title = "ms";
  mentions[3].context.gender = mentions[1].context.gender = Gender::female;
  for (std::size_t i = 2; i < mentions.size(); ++i) {
    mentions[i].context.sentence = mentions[i].context.paragraph = static_cast<std::uint32_t>(i);
  }

  CHECK(names_of(resolve_people(mentions)) ==
        Strings{"Bill Roe", "Ann Roe", "Bill Roe", "Ann Roe", "-"});
}

TEST_CASE("a surname of two means the one the story is busy with", "[story_people]") {
  CHECK(names_of(resolve({"Agnes Roe", "Nils Roe", "Roe"})).back() == "Agnes Roe");
  CHECK(names_of(resolve({"Agnes Roe", "Nils Roe", "Nils Roe", "Roe"})).back() == "Nils Roe");
}

TEST_CASE("a family is no person", "[story_people]") {
  std::vector<NamedMention> mentions = {{"Bill Roe", {}}, {"Ann Roe", {}}, {"Roes", {}}};
  mentions[2].context.names_family = true;

  const StoryPeople story = resolve_people(mentions);

  CHECK_FALSE(story.mentions[2].person);
  CHECK(story.people.size() == 2);
}

TEST_CASE("persons that the source names keep their names", "[story_people]") {
  const StoryPeople story = resolve({"Johnny Roe", "Roe", "Ann Doe"}, {"John Q. Roe"});

  CHECK(names_of(story) == Strings{"John Q. Roe", "John Q. Roe", "Ann Doe"});
  CHECK(story.people[0].known == std::size_t{0});
}

TEST_CASE("a source's name of one word is the person the story names in full", "[story_people]") {
  const StoryPeople story = resolve({"Ann Doe", "John Roe"}, {"Roe", "Poe"});

  REQUIRE(story.people.size() == 3);
  CHECK(story.people[0].name == "John Roe");
  CHECK(story.people[0].known == std::size_t{0});
  CHECK(story.people[1].name == "Poe");
  CHECK(story.people[2].name == "Ann Doe");
}
