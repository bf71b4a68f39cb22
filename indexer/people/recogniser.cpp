#include "indexer/people/recogniser.hpp"

#include <algorithm>
#include <utility>

#include "indexer/people/mention_context.hpp"
#include "indexer/people/name_patterns.hpp"
#include "indexer/people/people_model.hpp"
#include "indexer/people/tagged_names.hpp"
#include "indexer/people/tagger.hpp"
#include "indexer/people/written_names.hpp"

namespace broadsheet::indexer::people {
namespace {

constexpr std::size_t mentions_to_be_about = 3;

// Where the headline and the first paragraph end, in text_of().
std::size_t end_of_lead(const Article& article, std::string_view text) {
  std::size_t end = article.headline.empty() ? 0 : article.headline.size() + 1;
  end = text.find('\n', end);
  return end == text.npos ? text.size() : end;
}

std::string_view token_run_text(const StoryWords& story, const NameRun& run) {
  const std::size_t begin = story.tokens()[run.begin].begin;
  return story.text().substr(begin, story.tokens()[run.end - 1].end - begin);
}

}  // namespace

TextPeople people_in_text(std::string_view text, std::string_view language,
                          std::span<const std::string> known, std::span<const std::string> tags) {
  const PeopleModel& model = people_model();
  StoryWords story(text, model.word_table());
  const bool is_learned = language.empty() || language == "en";
  std::vector<NameRun> names =
      is_learned ? written_names(story, find_names(story, model)) : names_by_pattern(story);
  const std::vector<PersonName> tagged = names_of_tags(tags, story.table());
  add_tagged_names(story, tagged, is_learned, names);
  const std::vector<MentionContext> contexts = contexts_of(story, names);
  std::vector<NamedMention> mentions;
  mentions.reserve(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    mentions.push_back({token_run_text(story, names[i]), contexts[i]});
  }
  StoryPeople resolved = resolve_people(mentions, known);
  rename_by_tags(tagged, contexts, story.table(), resolved);
  TextPeople found;
  found.people = std::move(resolved.people);
  for (std::size_t i = 0; i < names.size(); ++i) {
    found.mentions.push_back({story.tokens()[names[i].begin].begin,
                              story.tokens()[names[i].end - 1].end, contexts[i].in_credit,
                              resolved.mentions[i]});
  }
  return found;
}

std::string text_of(const Article& article) {
  std::string text = article.headline;
  const auto add = [&text](const std::string& paragraph) {
    if (!text.empty()) text += '\n';
    text += paragraph;
  };
  if (article.body.empty() && !article.standfirst.empty()) add(article.standfirst);
  for (const std::string& paragraph : article.body) add(paragraph);
  return text;
}

std::vector<Person> people_in(const Article& article) {
  std::vector<std::string> known;
  for (const Person& person : article.people) known.push_back(person.name);
  const std::string text = text_of(article);
  return people_in(article, text, people_in_text(text, article.language, known));
}

std::vector<Person> people_in(const Article& article, std::string_view text,
                              const TextPeople& found) {
  const std::size_t lead = end_of_lead(article, text);
  std::vector<Person> people;
  for (const StoryPerson& person : found.people) {
    const auto told = [&](std::size_t mention) { return !found.mentions[mention].in_credit; };
    const auto count = static_cast<std::size_t>(std::ranges::count_if(person.mentions, told));
    if (count == 0 && !person.known) continue;
    const bool in_lead = std::ranges::any_of(person.mentions, [&](std::size_t mention) {
      return told(mention) && found.mentions[mention].begin < lead;
    });
    const bool about = in_lead || count >= mentions_to_be_about ||
                       (person.known && article.people[*person.known].about);
    people.push_back(
        {person.name, static_cast<std::uint32_t>(std::max<std::size_t>(count, 1)), about});
  }
  return people;
}

}  // namespace broadsheet::indexer::people
