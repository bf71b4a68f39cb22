#include "indexer/people/mention_context.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "schema/text.hpp"

namespace broadsheet::indexer::people {
namespace {

constexpr std::size_t kinship_reach = 4;  // Tokens before a name: "his younger son, John".

template <std::size_t Size>
using Words = std::array<std::string_view, Size>;

constexpr auto male_titles = std::to_array<std::string_view>(
    {"mr",          "sir",         "lord",       "king",  "prince",  "duke",   "father",
     "herr",        "monsieur",    "señor",      "senor", "don",     "baron",  "chairman",
     "congressman", "spokesman",   "councilman", "pope",  "brother", "sultan", "emir",
     "actor",       "businessman", "sheikh",     "earl",  "count",   "signor", "imam"});
constexpr auto female_titles = std::to_array<std::string_view>(
    {"mrs",         "ms",           "miss",     "lady",       "dame",
     "queen",       "princess",     "duchess",  "frau",       "madame",
     "señora",      "senora",       "doña",     "chairwoman", "congresswoman",
     "spokeswoman", "councilwoman", "sister",   "actress",    "businesswoman",
     "sheikha",     "baroness",     "countess", "signora",    "widow"});
constexpr auto given_name_titles = std::to_array<std::string_view>(
    {"sir", "dame", "king", "queen", "prince", "princess", "pope", "saint", "sheikh", "sheikha",
     "sheik", "emperor", "empress", "brother", "sister", "father", "uncle", "aunt", "san"});
constexpr auto family_words =
    std::to_array<std::string_view>({"family", "families", "brothers", "sisters", "siblings",
                                     "twins", "clan", "dynasty", "couple", "household"});
constexpr auto younger_words = std::to_array<std::string_view>(
    {"son", "daughter", "grandson", "granddaughter", "nephew", "niece", "younger", "stepson"});
constexpr auto elder_words =
    std::to_array<std::string_view>({"father", "mother", "grandfather", "grandmother", "uncle",
                                     "aunt", "elder", "older", "stepfather"});
constexpr auto credit_words = std::to_array<std::string_view>(
    {"photo", "photos", "photograph", "photographs", "picture", "pictures", "image", "credit",
     "reporting", "editing", "writing", "compiled", "edited", "file", "video"});

template <std::size_t Size>
bool is_one_of(const Words<Size>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

// In small letters, without a period.
std::string plain(std::string_view word) {
  std::string folded = text::fold_text(word);
  while (!folded.empty() && folded.back() == '.') folded.pop_back();
  return folded;
}

bool begins_line(const StoryWords& story, std::size_t token) {
  if (token == 0) return true;
  const std::size_t end = story.tokens()[token - 1].end;
  return story.text().substr(end, story.tokens()[token].begin - end).find('\n') !=
         std::string_view::npos;
}

class ContextFinder {
 public:
  ContextFinder(const StoryWords& story, const NameRun& name) : story_(story), name_(name) {}

  MentionContext find() {
    find_title();
    find_generation();
    context_.names_family = names_family();
    context_.in_credit = in_credit();
    if (context_.gender == Gender::unknown) context_.gender = gender_of_given_name();
    return std::move(context_);
  }

 private:
  std::string_view text(std::size_t token) const { return story_.token_text(token); }
  bool begins_sentence(std::size_t token) const { return story_.tokens()[token].begins_sentence; }

  // The word so many tokens before the name in its sentence; empty for none.
  std::string before(std::size_t steps) const {
    if (steps > name_.begin) return {};
    for (std::size_t i = name_.begin + 1 - steps; i <= name_.begin; ++i) {
      if (begins_sentence(i)) return {};
    }
    return plain(text(name_.begin - steps));
  }

  std::string after() const {
    const bool ends = name_.end >= story_.tokens().size() || begins_sentence(name_.end);
    return ends ? std::string() : plain(text(name_.end));
  }

  void find_title() {
    const std::string word = before(1);
    const bool is_title = !word.empty() && story_.word(name_.begin - 1).is(word_kind::title);
    if (is_one_of(male_titles, word)) context_.gender = Gender::male;
    if (is_one_of(female_titles, word)) context_.gender = Gender::female;
    context_.goes_by_given_name = is_one_of(given_name_titles, word);
    if (is_title || context_.gender != Gender::unknown) context_.title = word;
  }

  void find_generation() {
    for (std::size_t steps = 1; steps <= kinship_reach; ++steps) {
      const std::string word = before(steps);
      if (word.empty()) break;
      const bool is_younger = is_one_of(younger_words, word);
      if (!is_younger && !is_one_of(elder_words, word)) continue;
      // "son of John Doe" is about another.
      if (steps > 1 && before(steps - 1) == "of") break;
      context_.generation = is_younger ? Generation::younger : Generation::elder;
      break;
    }
  }

  // "the Clintons", "the Williams sisters"
  bool names_family() const {
    if (name_.end - name_.begin != 1) return false;
    if (is_one_of(family_words, after())) return true;
    const std::string_view name = text(name_.begin);
    return before(1) == "the" && name.size() > 3 && name.ends_with('s');
  }

  // "(Reporting by Jane Doe; editing by John Roe)"; a line like "By Jane Doe", "Photo: Jane
  // Doe/AFP".
  bool in_credit() const {
    constexpr std::size_t longest = 400;  // Tokens before a name.
    std::size_t first = name_.begin;
    while (first > 0 && name_.begin - first < longest && !begins_line(story_, first) &&
           text(first - 1) != "(") {
      --first;
    }
    if (first > 0 && text(first - 1) == "(") return opens_credit(first);
    if (!begins_line(story_, first)) return false;
    if (text(first) == "(") ++first;
    return opens_credit(first) || (plain(text(first)) == "by" && is_short_line());
  }

  // "Additional reporting by", "Photo:"
  bool opens_credit(std::size_t at) const {
    if (at >= name_.begin) return false;
    const std::string first = plain(text(at));
    if (first == "additional" || first == "further") ++at;
    return at < name_.begin && is_one_of(credit_words, plain(text(at))) &&
           (plain(text(at + 1)) == "by" || text(at + 1) == ":" || at + 1 == name_.begin ||
            story_.tokens()[at + 1].shape == WordShape::mark);
  }

  bool is_short_line() const {
    constexpr std::size_t longest = 20;  // Tokens behind the name.
    for (std::size_t i = name_.end; i < name_.end + longest; ++i) {
      if (i >= story_.tokens().size() || begins_line(story_, i)) return true;
    }
    return false;
  }

  Gender gender_of_given_name() const {
    if (name_.end - name_.begin < 2) return Gender::unknown;
    const bool is_inverted = text(name_.begin + 1) == "," && name_.end - name_.begin > 2;
    const StoryWord& given = story_.word(name_.begin + (is_inverted ? 2 : 0));
    const bool is_male = given.is(word_kind::male_name);
    const bool is_female = given.is(word_kind::female_name);
    if (is_male == is_female) return Gender::unknown;
    return is_male ? Gender::male : Gender::female;
  }

  const StoryWords& story_;
  const NameRun& name_;
  MentionContext context_;
};

}  // namespace

std::vector<MentionContext> contexts_of(const StoryWords& story, std::span<const NameRun> names) {
  std::vector<MentionContext> contexts;
  contexts.reserve(names.size());
  std::uint32_t sentence = 0;
  std::uint32_t paragraph = 0;
  std::size_t token = 0;
  for (const NameRun& name : names) {
    for (; token <= name.begin; ++token) {
      sentence += story.tokens()[token].begins_sentence ? 1 : 0;
      paragraph += begins_line(story, token) ? 1 : 0;
    }
    contexts.push_back(ContextFinder(story, name).find());
    contexts.back().sentence = sentence;
    contexts.back().paragraph = paragraph;
  }
  return contexts;
}

}  // namespace broadsheet::indexer::people
