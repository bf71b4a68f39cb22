// Trains the tagger of persons' names and writes people.model; run by train.py.
//
// usage: train_tagger WORK_DIR MODEL [--score NAME=FILE]... [--copies SHARE] [--epochs N]
//                     [--shuffles N]
//
// WORK_DIR holds words.tsv (kinds and clusters), texts.jsonl and names.json, as train.py writes
// them.  Prints the exact F1 of mentions on each file that is to be scored.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <memory>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bench/people/perceptron.hpp"
#include "bench/people/training_texts.hpp"
#include "indexer/people/tagger.hpp"

namespace {

using namespace broadsheet;
using namespace broadsheet::bench;

struct Arguments {
  std::string work_dir;
  std::string model;
  std::vector<std::pair<std::string, std::string>> scored;
  double copies = 0.4;    // Share of the texts that are copied with other names,
  double capitals = 0.1;  // and with the first line in capitals.
  TrainingOptions options;
};

Arguments read_arguments(int count, char** values) {
  Arguments arguments;
  if (count < 3) {
    std::cerr << "usage: train_tagger WORK_DIR MODEL [--score NAME=FILE]...\n";
    std::exit(2);
  }
  arguments.work_dir = values[1];
  arguments.model = values[2];
  for (int i = 3; i + 1 < count; i += 2) {
    const std::string_view name = values[i];
    const std::string value = values[i + 1];
    if (name == "--score") {
      const std::size_t at = value.find('=');
      arguments.scored.emplace_back(value.substr(0, at), value.substr(at + 1));
    } else if (name == "--copies") {
      arguments.copies = std::stod(value);
    } else if (name == "--capitals") {
      arguments.capitals = std::stod(value);
    } else if (name == "--left-out") {
      arguments.options.left_out = std::stod(value);
    } else if (name == "--epochs") {
      arguments.options.epochs = std::stoi(value);
    } else if (name == "--shuffles") {
      arguments.options.shuffles = std::stoi(value);
    }
  }
  return arguments;
}

// Lines: the word or phrase, its kinds, cluster and fine cluster; kinds hold for all cases.
std::uint64_t kinds_key(const std::string& words) {
  if (words.find(' ') == words.npos) return people::WordTable::kinds_key(people::word_hash(words));
  std::istringstream parts(words);
  std::uint64_t key = 0;
  for (std::string word; parts >> word;) {
    key = people::WordTable::phrase_key(key, people::word_hash(word));
  }
  return key;
}

void read_words(const std::string& path, people::PeopleModel& model) {
  std::ifstream file(path);
  std::size_t count = 0;
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    unsigned kinds = 0;
    unsigned cluster = 0;
    unsigned fine = 0;
    if (std::sscanf(line.c_str() + tab, "%u %u %u", &kinds, &cluster, &fine) != 3) continue;
    const std::uint64_t hash = people::word_hash(std::string_view(line).substr(0, tab));
    const auto slot_of = [&](std::uint64_t key) -> people::WordTable::Slot& {
      people::WordTable::Slot& slot = model.words[people::WordTable::place(model.words, key)];
      if (slot.check == 0) ++count;
      slot.check = people::WordTable::check_of(key);
      return slot;
    };
    if (kinds != 0) {
      slot_of(kinds_key(line.substr(0, tab))).kinds = static_cast<std::uint16_t>(kinds);
    }
    if (fine != 0 && fine < people::fine_clusters) {
      slot_of(hash).fine_cluster = static_cast<std::uint16_t>(fine);
      model.clusters[fine] = static_cast<std::uint8_t>(cluster);
    }
  }
  std::cerr << count << " words in " << model.words.size() << " slots\n";
  if (count == 0 || count * 10 > model.words.size() * 9) {
    std::cerr << "too few or too many words\n";
    std::exit(1);
  }
}

// The second pass learns from what a first one, which has not seen the text, makes of it.
void tag_by_others(const TrainingTexts& texts, const TrainingOptions& options) {
  for (std::size_t fold = 0; fold < 2; ++fold) {
    std::vector<const TrainingText*> others;
    for (std::size_t i = 1 - fold; i < texts.size(); i += 2) others.push_back(texts[i].get());
    const auto weights = std::make_unique<people::PassWeights>();
    TrainingOptions fewer = options;
    fewer.epochs = std::max(3, options.epochs / 2);
    round_weights(train(others, people::TaggerPass::first, fewer), *weights);
    for (std::size_t i = fold; i < texts.size(); i += 2) {
      people::StoryWords& story = texts[i]->story;
      story.count_tags(people::find_tags(story, *weights, people::TaggerPass::first));
    }
  }
}

void score(const std::string& name, const std::string& path, const people::PeopleModel& model) {
  std::size_t right = 0;
  std::size_t found = 0;
  std::size_t wanted = 0;
  for (const auto& text : read_texts(path, model.word_table())) {
    std::vector<std::pair<std::size_t, std::size_t>> persons;
    for (const TrainingText::Name& known : text->names) {
      if (known.kind == people::Tag::begin) persons.emplace_back(known.begin, known.end);
    }
    wanted += persons.size();
    for (const people::NameRun& run : people::find_names(text->story, model)) {
      const std::pair<std::size_t, std::size_t> place = {text->story.tokens()[run.begin].begin,
                                                         text->story.tokens()[run.end - 1].end};
      ++found;
      right += std::ranges::count(persons, place) > 0 ? 1 : 0;
    }
  }
  const auto percent = [](std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  };
  std::cout << std::fixed << std::setprecision(1) << name << " F1 "
            << percent(2 * right, found + wanted) << " P " << percent(right, found) << " R "
            << percent(right, wanted) << '\n';
}

}  // namespace

int main(int count, char** values) {
  const Arguments arguments = read_arguments(count, values);
  const auto model = std::make_unique<people::PeopleModel>();
  read_words(arguments.work_dir + "/words.tsv", *model);
  const people::WordTable table = model->word_table();

  TrainingTexts texts = read_texts(arguments.work_dir + "/texts.jsonl", table);
  const NameStock stock = read_names(arguments.work_dir + "/names.json");
  std::mt19937 random(5);
  const std::size_t originals = texts.size();
  std::bernoulli_distribution is_copied(arguments.copies);
  std::bernoulli_distribution is_in_capitals(arguments.capitals);
  for (std::size_t i = 0; i < originals; ++i) {
    if (is_copied(random)) texts.push_back(renamed(*texts[i], stock, table, random));
    if (is_in_capitals(random)) texts.push_back(with_capitals(*texts[i], table));
  }
  std::vector<const TrainingText*> all;
  for (const auto& text : texts) all.push_back(text.get());
  std::cerr << originals << " texts, " << all.size() - originals << " copies\n";

  round_weights(train(all, people::TaggerPass::first, arguments.options), model->passes[0]);
  tag_by_others(texts, arguments.options);
  round_weights(train(all, people::TaggerPass::second, arguments.options), model->passes[1]);

  for (const auto& [name, path] : arguments.scored) score(name, path, *model);
  std::ofstream(arguments.model, std::ios::binary)
      .write(reinterpret_cast<const char*>(model.get()), sizeof(people::PeopleModel));
  return 0;
}
