// Texts whose names are known, to train the tagger on.
#pragma once

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "indexer/people/story_words.hpp"

namespace broadsheet::bench {

namespace people = indexer::people;

// Lists to draw other names from.
struct NameStock {
  struct Country {
    std::vector<std::string> given_names;
    std::vector<std::string> surnames;
  };
  std::vector<Country> countries;
  std::vector<std::string> given_names;
  std::vector<std::string> surnames;
  std::vector<std::vector<std::string>> notable;  // Given names and surname of notable people.
};

// A text and what each of its tokens is.  It does not move, for the story borrows from the text.
struct TrainingText {
  // A name of a person (Tag::begin) or another name, by byte offsets.
  struct Name {
    std::size_t begin = 0;
    std::size_t end = 0;
    people::Tag kind = people::Tag::begin;
  };

  TrainingText(std::string words, std::vector<Name> known, const people::WordTable& table);
  TrainingText(const TrainingText&) = delete;
  TrainingText& operator=(const TrainingText&) = delete;

  std::string text;
  std::vector<Name> names;
  people::StoryWords story;
  std::vector<people::Tag> tags;

 private:
  void set_tags();
};

using TrainingTexts = std::vector<std::unique_ptr<TrainingText>>;

// JSON lines {"text", "names": [[begin, end, "P"|"L"|"O"|"M"]]}.  Ends the program if it cannot.
TrainingTexts read_texts(const std::string& path, const people::WordTable& table);

// {"countries": [{"given", "surnames"}], "given", "surnames", "notable": [[given, surname]]}
NameStock read_names(const std::string& path);

// The text with other names for its persons, the same one for the same word throughout.
std::unique_ptr<TrainingText> renamed(const TrainingText& original, const NameStock& stock,
                                      const people::WordTable& table, std::mt19937& random);

// The text with its first line in capitals, as some outlets write their headlines.
std::unique_ptr<TrainingText> with_capitals(const TrainingText& original,
                                            const people::WordTable& table);

}  // namespace broadsheet::bench
