#include "bench/people/training_texts.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <unordered_map>

#include <nlohmann/json.hpp>

#include "schema/text.hpp"

namespace broadsheet::bench {
namespace {

using people::Tag;
using people::WordShape;

Tag kind_of(const std::string& letter) {
  if (letter == "P") return Tag::begin;
  if (letter == "L") return Tag::place;
  return letter == "O" ? Tag::organisation : Tag::other;
}

std::ifstream open(const std::string& path) {
  std::ifstream file(path);
  if (!file) {
    std::cerr << path << ": cannot be read\n";
    std::exit(1);
  }
  return file;
}

std::string cased(std::string_view text, bool upper) {
  std::string made;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<UChar32>(text::next_character(text, at));
    text::append_utf8(made, static_cast<char32_t>(upper ? u_toupper(c) : u_tolower(c)));
  }
  return made;
}

constexpr unsigned notable_every = 4;    // Full names.
constexpr unsigned initials_every = 12;  // Given names.

// Chooses another name for each word of the persons' names.
class Renamer {
 public:
  Renamer(const TrainingText& original, const NameStock& stock, const people::WordTable& table,
          std::mt19937& random)
      : original_(original), stock_(stock), table_(table), random_(random) {}

  std::unique_ptr<TrainingText> make() {
    for (const bool of_several_words : {true, false}) {
      for (const TrainingText::Name& name : original_.names) {
        if (name.kind == Tag::begin) choose(name, of_several_words);
      }
    }
    return write();
  }

 private:
  std::vector<std::size_t> tokens_of(const TrainingText::Name& name) const {
    std::vector<std::size_t> tokens;
    for (std::size_t i = 0; i < story().tokens().size(); ++i) {
      const people::NameToken& token = story().tokens()[i];
      if (token.begin >= name.begin && token.end <= name.end && is_renamed(token))
        tokens.push_back(i);
    }
    return tokens;
  }

  static bool is_renamed(const people::NameToken& token) {
    return token.shape == WordShape::capitalised || token.shape == WordShape::capitals ||
           token.shape == WordShape::mixed;
  }

  const people::StoryWords& story() const { return original_.story; }

  void choose(const TrainingText::Name& name, bool of_several_words) {
    const std::vector<std::size_t> tokens = tokens_of(name);
    if (tokens.empty() || (tokens.size() > 1) != of_several_words) return;
    if (tokens.size() == 2 && !stock_.notable.empty() && random_() % notable_every == 0) {
      const std::vector<std::string>& notable = stock_.notable[random_() % stock_.notable.size()];
      for (std::size_t i = 0; i < 2; ++i) {
        chosen_.try_emplace(cased(story().token_text(tokens[i]), false), notable[i]);
      }
      return;
    }
    const NameStock::Country& country = stock_.countries[random_() % stock_.countries.size()];
    const bool from_anywhere = random_() % 3 == 0;
    for (const std::size_t i : tokens) {
      const std::string lower = cased(story().token_text(i), false);
      if (chosen_.contains(lower)) continue;
      const bool is_kept =
          story().word(i).is(people::word_kind::title) || lower == "jr." || lower == "sr.";
      const bool is_surname = i == tokens.back();
      chosen_[lower] = is_kept      ? ""
                       : is_surname ? pick(from_anywhere, country.surnames, stock_.surnames)
                       : random_() % initials_every == 0
                           ? initials()
                           : pick(from_anywhere, country.given_names, stock_.given_names);
    }
  }

  // "J.", "J.K.", "J. K." or "JK".
  std::string initials() {
    const auto letter = [this] { return std::string(1, static_cast<char>('A' + random_() % 26)); };
    switch (random_() % 4) {
      case 0:
        return letter() + '.';
      case 1:
        return letter() + '.' + letter() + '.';
      case 2:
        return letter() + ". " + letter() + '.';
      default:
        return letter() + letter();
    }
  }

  const std::string& pick(bool from_anywhere, const std::vector<std::string>& local,
                          const std::vector<std::string>& all) {
    const std::vector<std::string>& names = from_anywhere || local.empty() ? all : local;
    return names[random_() % names.size()];
  }

  std::unique_ptr<TrainingText> write() const {
    std::string text;
    std::vector<TrainingText::Name> names = original_.names;
    std::size_t copied = 0;
    const auto copy_to = [&](std::size_t end) {
      text.append(original_.text, copied, end - copied);
      copied = end;
    };
    std::size_t next = 0;
    for (TrainingText::Name& name : names) {
      const std::size_t end = name.end;
      copy_to(name.begin);
      name.begin = text.size();
      for (; name.kind == Tag::begin && next < story().tokens().size(); ++next) {
        const people::NameToken& token = story().tokens()[next];
        if (token.begin >= end) break;
        if (token.begin < copied || token.end > end || !is_renamed(token)) continue;
        const std::string word(story().token_text(next));
        const auto found = chosen_.find(cased(word, false));
        if (found == chosen_.end() || found->second.empty()) continue;
        copy_to(token.begin);
        const bool is_upper = token.shape == WordShape::capitals && word.size() > 2;
        text += is_upper ? cased(found->second, true) : found->second;
        copied = token.end;
      }
      copy_to(end);
      name.end = text.size();
    }
    copy_to(original_.text.size());
    return std::make_unique<TrainingText>(std::move(text), std::move(names), table_);
  }

  const TrainingText& original_;
  const NameStock& stock_;
  const people::WordTable& table_;
  std::mt19937& random_;
  std::unordered_map<std::string, std::string> chosen_;  // By the word in small letters.
};

}  // namespace

TrainingText::TrainingText(std::string words, std::vector<Name> known,
                           const people::WordTable& table)
    : text(std::move(words)), names(std::move(known)), story(text, table) {
  set_tags();
}

// Names outside the runs cannot be learned: they stay none.
void TrainingText::set_tags() {
  tags.assign(story.tokens().size(), Tag::none);
  for (const people::NameRun& run : story.runs()) {
    for (const Name& name : names) {
      std::size_t begin = run.begin;
      while (begin < run.end && story.tokens()[begin].end <= name.begin) ++begin;
      std::size_t end = begin;
      while (end < run.end && story.tokens()[end].begin < name.end) ++end;
      if (begin == end) continue;
      if (name.kind != Tag::begin) {
        std::fill(tags.begin() + static_cast<std::ptrdiff_t>(begin),
                  tags.begin() + static_cast<std::ptrdiff_t>(end), name.kind);
        continue;
      }
      const bool is_whole =
          story.tokens()[begin].begin <= name.begin && story.tokens()[end - 1].end >= name.end;
      if (!is_whole) continue;
      for (std::size_t i = begin; i < end; ++i) {
        tags[i] = end == begin + 1 ? Tag::single
                  : i == begin     ? Tag::begin
                  : i + 1 == end   ? Tag::end
                                   : Tag::inside;
      }
    }
  }
}

std::unique_ptr<TrainingText> with_capitals(const TrainingText& original,
                                            const people::WordTable& table) {
  const std::size_t line = std::min(original.text.find('\n'), original.text.size());
  std::string text;
  std::vector<TrainingText::Name> names;
  std::size_t copied = 0;
  const auto copy_to = [&](std::size_t end) {
    const std::string_view part = std::string_view(original.text).substr(copied, end - copied);
    text += copied < line ? cased(part, true) : std::string(part);
    copied = end;
  };
  for (const TrainingText::Name& name : original.names) {
    if (copied < line && name.begin > line) copy_to(line);
    copy_to(name.begin);
    const std::size_t begin = text.size();
    copy_to(name.end);
    names.push_back({begin, text.size(), name.kind});
  }
  if (copied < line) copy_to(line);
  copy_to(original.text.size());
  return std::make_unique<TrainingText>(std::move(text), std::move(names), table);
}

TrainingTexts read_texts(const std::string& path, const people::WordTable& table) {
  TrainingTexts texts;
  std::ifstream file = open(path);
  for (std::string line; std::getline(file, line);) {
    const auto object = nlohmann::json::parse(line);
    std::vector<TrainingText::Name> names;
    for (const auto& name : object.at("names")) {
      names.push_back({name[0].get<std::size_t>(), name[1].get<std::size_t>(),
                       kind_of(name[2].get<std::string>())});
    }
    std::ranges::sort(names, {}, &TrainingText::Name::begin);
    texts.push_back(std::make_unique<TrainingText>(object.at("text").get<std::string>(),
                                                   std::move(names), table));
  }
  return texts;
}

NameStock read_names(const std::string& path) {
  std::ifstream file = open(path);
  const auto object = nlohmann::json::parse(file);
  NameStock stock;
  for (const auto& country : object.at("countries")) {
    stock.countries.push_back({country.at("given"), country.at("surnames")});
  }
  object.at("given").get_to(stock.given_names);
  object.at("surnames").get_to(stock.surnames);
  object.at("notable").get_to(stock.notable);
  return stock;
}

std::unique_ptr<TrainingText> renamed(const TrainingText& original, const NameStock& stock,
                                      const people::WordTable& table, std::mt19937& random) {
  return Renamer(original, stock, table, random).make();
}

}  // namespace broadsheet::bench
