#include "indexer/people_lines.hpp"

#include <algorithm>
#include <atomic>
#include <optional>
#include <thread>
#include <unordered_map>
#include <vector>

#include <nlohmann/json.hpp>

#include "indexer/people/recogniser.hpp"
#include "schema/article_json.hpp"
#include "schema/person_links.hpp"
#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

using nlohmann::json;

// A line and what was found in it.
struct Line {
  std::size_t number = 0;
  json id;
  std::optional<std::string> text;
  std::vector<std::string> names;  // Of mentions that were given.
  std::vector<people::TextMention> mentions;
  people::StoryPeople story;
};

Line read_line(const std::string& bytes, std::size_t number) {
  const json object = json::parse(bytes);
  Line line;
  line.number = number;
  line.id = object.at("id");
  if (object.contains("text")) {
    line.text = object.at("text").get<std::string>();
  } else {
    object.at("mentions").get_to(line.names);
  }
  return line;
}

void find_people(Line& line) {
  if (line.text) {
    people::TextPeople found = people::people_in_text(*line.text);
    line.story.people = std::move(found.people);
    line.mentions = std::move(found.mentions);
    for (const people::TextMention& mention : line.mentions) {
      line.story.mentions.push_back(mention.link);
      line.names.push_back(line.text->substr(mention.begin, mention.end - mention.begin));
    }
    return;
  }
  std::vector<people::NamedMention> named;
  for (const std::string& name : line.names) {
    named.push_back({name, {}});
    named.back().context.sentence = static_cast<std::uint32_t>(named.size());
  }
  line.story = people::resolve_people(named);
}

void find_people(std::vector<Line>& lines) {
  std::atomic<std::size_t> next = 0;
  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) {
    threads.emplace_back([&] {
      for (std::size_t at = next++; at < lines.size(); at = next++) find_people(lines[at]);
    });
  }
}

// The names of all lines' persons, linked.
class Archive {
 public:
  explicit Archive(const std::vector<Line>& lines) {
    PersonLinker linker;
    for (const Line& line : lines) {
      std::vector<std::uint32_t> names;
      for (const people::StoryPerson& person : line.story.people) {
        const auto [place, is_new] = numbers_.try_emplace(person.name, 0);
        if (is_new) place->second = linker.add_name(person.name);
        if (std::ranges::find(names, place->second) == names.end()) names.push_back(place->second);
      }
      linker.add_story(no_month, names);
    }
    links_ = linker.link();
  }

  const std::string& name_of(const people::StoryPerson& person) const {
    return links_.label(links_.person(numbers_.at(person.name), no_month));
  }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
  PersonLinks links_;
};

json answer(const Line& line, const Archive& archive) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < line.names.size(); ++i) {
    const auto& person = line.story.mentions[i].person;
    names.push_back(person ? archive.name_of(line.story.people[*person]) : line.names[i]);
  }
  if (!line.text) return {{"id", line.id}, {"names", names}};
  std::vector<std::string> people;
  for (const people::StoryPerson& person : line.story.people) {
    const std::string& name = archive.name_of(person);
    if (std::ranges::find(people, name) == people.end()) people.push_back(name);
  }
  json mentions = json::array();
  for (std::size_t i = 0; i < names.size(); ++i) {
    mentions.push_back({line.mentions[i].begin, line.mentions[i].end, names[i]});
  }
  return {{"id", line.id}, {"people", people}, {"mentions", mentions}};
}

}  // namespace

PeopleLinesReport people_of_lines(std::istream& input,
                                  const std::function<void(const std::string& json)>& take,
                                  const std::function<void(const std::string& message)>& complain) {
  std::vector<Line> lines;
  PeopleLinesReport report;
  std::size_t number = 0;
  for (std::string bytes; std::getline(input, bytes);) {
    ++number;
    if (bytes.find_first_not_of(" \t\r") == bytes.npos) continue;
    try {
      lines.push_back(read_line(bytes, number));
    } catch (const json::exception&) {
      ++report.skipped;
      complain("line " + std::to_string(number) +
               R"(: expected {"id", "text"} or {"id", "mentions": [names]})");
    }
  }
  find_people(lines);
  const Archive archive(lines);
  for (const Line& line : lines) take(dump_json(answer(line, archive)));
  report.texts = lines.size();
  return report;
}

}  // namespace broadsheet::indexer
