#include "indexer/people/tagged_names.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "schema/text.hpp"

namespace broadsheet::indexer::people {
namespace {

constexpr std::size_t longest_tag = 100;  // Bytes.
constexpr std::size_t most_words = 6;
constexpr std::size_t most_tags = 100;

constexpr std::uint16_t given_name =
    word_kind::common_given_name | word_kind::male_name | word_kind::female_name;
constexpr std::uint16_t surname =
    word_kind::common_surname | word_kind::surname | word_kind::notable_surname;
constexpr std::uint16_t name_word =
    given_name | word_kind::given_name | surname | word_kind::particle;

bool is_name_word(const StoryWords& words, std::size_t token) {
  const StoryWord& word = words.word(token);
  if (word.is(word_kind::of_thing)) return false;
  return has_capital(words.tokens()[token].shape) || word.is(word_kind::particle);
}

std::optional<PersonName> full_name_of(std::string_view tag, const WordTable& table) {
  if (tag.size() > longest_tag) return std::nullopt;
  PersonName name = parse_person_name(tag);
  const StoryWords words(name.shown, table);
  const std::size_t count = words.tokens().size();
  if (count < 2 || count > most_words) return std::nullopt;
  std::size_t begin = 0;
  // "Mayor Jane Roe", but not "Dean Roe".
  const auto is_title = [&](std::size_t token) {
    return words.word(token).is(word_kind::title) &&
           (!words.word(token).is(given_name) ||
            (token + 2 < count && words.word(token + 1).is(given_name)));
  };
  while (begin < count && is_title(begin)) ++begin;
  for (std::size_t token = begin; token < count; ++token) {
    if (!is_name_word(words, token)) return std::nullopt;
  }
  if (words.is_not_person({0, static_cast<std::uint32_t>(count)})) return std::nullopt;
  if (begin > 0 && begin < count) {
    name = parse_person_name(std::string_view(name.shown).substr(words.tokens()[begin].begin));
  }
  if (begin == count || name.is_bare() || name.words.back().size() == 1) return std::nullopt;
  return name;
}

// Where a tag stands in a story.
class TagFinder {
 public:
  TagFinder(const StoryWords& story, bool is_learned, std::vector<NameRun>& names)
      : story_(story), is_learned_(is_learned), names_(names) {}

  void find(const PersonName& tag) {
    const StoryWords words(tag.shown, story_.table());
    if (!is_persons(words)) return;
    for (const NameRun& run : story_.runs()) {
      const auto count = static_cast<std::uint32_t>(words.tokens().size());
      if (run.end - run.begin < count) continue;
      const NameRun name{run.end - count, run.end};
      if (is_there(words, name) && stands_alone(name, run) && !is_taken(name)) add(name);
    }
  }

 private:
  bool is_persons(const StoryWords& words) const {
    const std::size_t last = words.tokens().size() - 1;
    if (words.phrase(0) == PhrasePart::first && words.phrase(last) == PhrasePart::last) return true;
    constexpr std::uint16_t any_given_name = given_name | word_kind::given_name;
    return words.word(0).is(is_learned_ ? word_kind::common_given_name : any_given_name) &&
           words.word(last).is(surname);
  }

  bool is_there(const StoryWords& words, const NameRun& name) const {
    for (std::uint32_t i = name.begin; i < name.end; ++i) {
      if (story_.word(i).lower != words.word(i - name.begin).lower) return false;
    }
    return story_.use(name.begin).count_lower == 0;
  }

  // No word with a capital stands behind it, "Jane Roe Bridge", nor before it in English, whose
  // nouns have none.
  bool stands_alone(const NameRun& name, const NameRun& run) const {
    if (!is_learned_) return true;
    constexpr std::uint32_t of_place = word_context::after_in_or_at | word_context::after_the;
    return name.begin == run.begin && (story_.contexts_before(name.begin) & of_place) == 0;
  }

  bool is_taken(const NameRun& name) const {
    return std::ranges::any_of(names_, [&](const NameRun& other) {
      return other.begin < name.end && name.begin < other.end;
    });
  }

  void add(const NameRun& name) {
    names_.insert(std::ranges::upper_bound(names_, name.begin, {}, &NameRun::begin), name);
  }

  const StoryWords& story_;
  bool is_learned_;
  std::vector<NameRun>& names_;
};

// Finds whom of a story each tag means.
class TagMatcher {
 public:
  TagMatcher(std::span<const MentionContext> contexts, const WordTable& table,
             const StoryPeople& story)
      : contexts_(contexts), table_(table), story_(story) {
    for (const StoryPerson& person : story.people) names_.push_back(parse_person_name(person.name));
  }

  // Nobody if that is not certain.
  std::optional<std::size_t> person(const PersonName& tag) const {
    std::optional<std::size_t> found;
    for (std::size_t person = 0; person < names_.size(); ++person) {
      if (!fits(tag, person)) continue;
      if (found) return std::nullopt;
      found = person;
    }
    return found;
  }

 private:
  bool fits(const PersonName& tag, std::size_t person) const {
    const PersonName& name = names_[person];
    const StoryPerson& told = story_.people[person];
    if (name.words.empty() || told.known || tag.suffix != name.suffix || is_only_in_credit(told)) {
      return false;
    }
    if (name.is_bare()) {
      return part_of_name(name, tag) == PartOfName::surname && begins_with_given_name(tag) &&
             is_introduced(told) && fits_gender(tag, told);
    }
    return may_be_one_person(tag, name) && adds_only_names(tag, name) && is_better(tag, name);
  }

  // Fuller, or the same with marks that the other lacks: "José" for "Jose".  Of other spellings
  // neither is better.
  static bool is_better(const PersonName& tag, const PersonName& name) {
    if (letters_of(tag) == letters_of(name)) return marked_letters(tag) > marked_letters(name);
    return fullness(tag) > fullness(name);
  }

  static std::size_t marked_letters(const PersonName& name) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < name.shown.size();) {
      const char32_t c = text::next_character(name.shown, at);
      if (c >= 0x80 && text::is_word_character(c)) ++count;
    }
    return count;
  }

  bool is_only_in_credit(const StoryPerson& person) const {
    return std::ranges::all_of(person.mentions,
                               [&](std::size_t mention) { return contexts_[mention].in_credit; });
  }

  // A surname without title, once, is a byword more often than a person of the story.
  bool is_introduced(const StoryPerson& person) const {
    return person.mentions.size() > 1 || !contexts_[person.mentions.front()].title.empty();
  }

  bool begins_with_given_name(const PersonName& tag) const {
    const StoryWords words(tag.shown, table_);
    return words.word(0).is(given_name) || words.tokens()[0].shape == WordShape::initial ||
           has_leading_surname(tag);
  }

  // "Mrs Roe" is no John Roe.
  bool fits_gender(const PersonName& tag, const StoryPerson& person) const {
    const StoryWords words(tag.shown, table_);
    const bool is_male = words.word(0).is(word_kind::male_name);
    const bool is_female = words.word(0).is(word_kind::female_name);
    if (is_male == is_female) return true;
    const Gender other = is_male ? Gender::female : Gender::male;
    return std::ranges::none_of(person.mentions, [&](std::size_t mention) {
      return !contexts_[mention].title.empty() && contexts_[mention].gender == other;
    });
  }

  // What the tag has beyond the name is a name as well: "Jane Mary Roe", not "Senator Jane Roe".
  bool adds_only_names(const PersonName& tag, const PersonName& name) const {
    return std::ranges::all_of(tag.words, [&](const std::string& word) {
      if (word.size() == 1) return true;
      const bool is_shared = std::ranges::any_of(name.words, [&](const std::string& other) {
        return are_compatible_given_names(word, other);
      });
      return is_shared || (StoryWords(word, table_).word(0).facts.kinds & name_word) != 0;
    });
  }

  std::span<const MentionContext> contexts_;
  const WordTable& table_;
  const StoryPeople& story_;
  std::vector<PersonName> names_;
};

}  // namespace

std::vector<PersonName> names_of_tags(std::span<const std::string> tags, const WordTable& table) {
  std::vector<PersonName> names;
  for (const std::string& tag : tags.first(std::min(tags.size(), most_tags))) {
    if (auto name = full_name_of(tag, table)) names.push_back(std::move(*name));
  }
  return names;
}

void add_tagged_names(const StoryWords& story, std::span<const PersonName> tags, bool is_learned,
                      std::vector<NameRun>& names) {
  TagFinder finder(story, is_learned, names);
  for (const PersonName& tag : tags) finder.find(tag);
}

void rename_by_tags(std::span<const PersonName> tags, std::span<const MentionContext> contexts,
                    const WordTable& table, StoryPeople& story) {
  if (tags.empty()) return;
  const TagMatcher matcher(contexts, table, story);
  std::vector<std::vector<const PersonName*>> of_person(story.people.size());
  for (const PersonName& tag : tags) {
    if (const auto person = matcher.person(tag)) of_person[*person].push_back(&tag);
  }
  for (std::size_t person = 0; person < of_person.size(); ++person) {
    const auto& fitting = of_person[person];
    const bool agree = std::ranges::all_of(fitting, [&](const PersonName* tag) {
      return tag == fitting.front() || may_be_one_person(*tag, *fitting.front());
    });
    if (fitting.empty() || !agree) continue;
    const PersonName* const fullest = *std::ranges::max_element(
        fitting, {}, [](const PersonName* tag) { return fullness(*tag); });
    story.people[person].name = fullest->shown;
    story.people[person].is_tagged = true;
  }
}

}  // namespace broadsheet::indexer::people
