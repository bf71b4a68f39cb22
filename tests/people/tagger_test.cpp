#include "indexer/people/tagger.hpp"

#include <catch2/catch.hpp>

#include "indexer/people/people_model.hpp"
#include "indexer/people/tag_sequence.hpp"

using namespace broadsheet::indexer::people;

TEST_CASE("the best tags follow each other as the words of names do", "[tagger]") {
  TagScores inside{};
  inside[index_of(Tag::inside)] = 9;
  TagScores begin{};
  begin[index_of(Tag::begin)] = 5;
  begin[index_of(Tag::single)] = 4;
  TagScores end{};
  end[index_of(Tag::end)] = 1;
  const std::vector<TagScores> words = {begin, inside, end};
  std::vector<Tag> tags;

  best_tags(words, TagTransitions{}, tags);
  CHECK(tags == std::vector<Tag>{Tag::begin, Tag::inside, Tag::end});

  // Alone, neither begin nor inside may stand.
  best_tags(std::vector<TagScores>{begin}, TagTransitions{}, tags);
  CHECK(tags == std::vector<Tag>{Tag::single});
  best_tags(std::vector<TagScores>{inside}, TagTransitions{}, tags);
  CHECK(tags == std::vector<Tag>{Tag::none});
  best_tags({}, TagTransitions{}, tags);
  CHECK(tags.empty());
}

TEST_CASE("the model that is compiled in is one", "[tagger]") {
  CHECK(people_model().format == PeopleModel::expected_format);
  const auto facts = people_model().word_table().find(word_hash("Mary"), word_hash("mary"));
  CHECK((facts.kinds & word_kind::female_name) != 0);
  CHECK(facts.fine_cluster != 0);
}

TEST_CASE("what was said of a word elsewhere in the story tells", "[tagger]") {
  const auto find = [](const std::string& text) {
    StoryWords story(text, people_model().word_table());
    std::vector<std::string> names;
    for (const NameRun& name : find_names(story, people_model())) {
      const std::size_t begin = story.tokens()[name.begin].begin;
      names.push_back(text.substr(begin, story.tokens()[name.end - 1].end - begin));
    }
    return names;
  };

  CHECK(find("Mr Banks, the baker Tom Banks, spoke. Banks said no.") ==
        std::vector<std::string>{"Banks", "Tom Banks", "Banks"});
  CHECK(find("Banks said no. The banks were closed, and other banks too.").empty());
}

TEST_CASE("words stand under their story's use in any case", "[tagger]") {
  const StoryWords story("MACRON spoke. Mr Macron left.", people_model().word_table());

  CHECK(story.use(0).count == 2);
  CHECK((story.use(0).contexts & word_context::after_title) != 0);
}
