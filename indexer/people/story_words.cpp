#include "indexer/people/story_words.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <bit>
#include <deque>
#include <string>
#include <utility>

#include "schema/text.hpp"

namespace broadsheet::indexer::people {
namespace {

constexpr std::size_t longest_particles = 3;  // "van der", "de la".
constexpr std::size_t longest_nickname = 3;   // Words.
constexpr std::size_t longest_phrase = 6;     // Words.

// Distinct texts, numbered in order of their first appearance.
class Numbers {
 public:
  explicit Numbers(std::size_t texts) : slots_(std::bit_ceil(texts * 2 + 2), none) {}

  // The number of the text; a new one if it is the count of those there were.
  std::uint32_t number(std::string_view text, std::uint64_t hash) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (hash * 0x9E3779B97F4A7C15ULL >> 32) & mask;
    while (slots_[at] != none && texts_[slots_[at]] != text) at = (at + 1) & mask;
    if (slots_[at] == none) {
      slots_[at] = static_cast<std::uint32_t>(texts_.size());
      texts_.push_back(text);
    }
    return slots_[at];
  }

  std::size_t count() const { return texts_.size(); }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;
  std::vector<std::uint32_t> slots_;
  std::vector<std::string_view> texts_;
};

bool is_ascii(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return static_cast<std::uint8_t>(c) < 0x80; });
}

std::string lower_case(std::string_view word) {
  std::string lower;
  if (is_ascii(word)) {
    for (const char c : word) lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    return lower;
  }
  for (std::size_t at = 0; at < word.size();) {
    const auto c = static_cast<UChar32>(text::next_character(word, at));
    text::append_utf8(lower, static_cast<char32_t>(u_tolower(c)));
  }
  return lower;
}

// Without the period of an abbreviation, unless it is part of a shorter one ("Gen.", "J.").
std::string_view cluster_key(std::string_view word, WordShape shape) {
  if (shape == WordShape::number) return "0";
  if (word.size() > 4 && word.back() == '.') word.remove_suffix(1);
  return word;
}

constexpr std::uint16_t kinds_of_given_names = word_kind::common_given_name |
                                               word_kind::given_name | word_kind::male_name |
                                               word_kind::female_name;

// "MACRON" as "Macron".
std::string capitalised(std::string_view lower) {
  std::size_t at = 0;
  std::string made;
  const auto first = static_cast<UChar32>(text::next_character(lower, at));
  text::append_utf8(made, static_cast<char32_t>(u_toupper(first)));
  return made.append(lower, at, lower.npos);
}

StoryWord make_word(std::string_view word, std::string_view lower, WordShape shape,
                    const WordTable& table) {
  StoryWord made;
  made.exact = word_hash(word);
  made.lower = word_hash(lower);
  made.bytes = static_cast<std::uint32_t>(lower.size());
  for (std::size_t i = 0; i < made.prefixes.size(); ++i) {
    const std::size_t length = i + 2;
    if (lower.size() <= length) break;
    made.prefixes[i] = word_hash(lower.substr(0, length));
    made.suffixes[i] = word_hash(lower.substr(lower.size() - length));
  }
  std::string_view bare = lower;
  while (!bare.empty() && bare.back() == '.') bare.remove_suffix(1);
  const std::uint64_t kinds = bare.size() == lower.size() ? made.lower : word_hash(bare);
  made.facts = table.find(word_hash(cluster_key(word, shape)), kinds);
  if (made.facts.kinds == 0 && !is_ascii(bare)) {
    made.facts.kinds = table.find_phrase(WordTable::kinds_key(word_hash(text::fold_text(bare))));
  }
  // "Jean-Paul", "Hyun-woo"
  const std::size_t hyphen = bare.find('-');
  if ((made.facts.kinds & kinds_of_given_names) == 0 && hyphen != bare.npos) {
    const std::uint64_t first = word_hash(bare.substr(0, hyphen));
    made.facts.kinds = static_cast<std::uint16_t>(
        made.facts.kinds | (table.find_phrase(WordTable::kinds_key(first)) & kinds_of_given_names));
  }
  if (shape == WordShape::capitals && made.facts.fine_cluster == 0) {
    const WordFacts facts = table.find(word_hash(cluster_key(capitalised(lower), shape)), kinds);
    made.facts = {made.facts.kinds, facts.cluster, facts.fine_cluster};
  }
  return made;
}

bool is_one_of(std::uint64_t lower, std::span<const std::uint64_t> words) {
  return std::ranges::find(words, lower) != words.end();
}

bool opens_nickname(std::string_view mark) {
  return mark == "\"" || mark == "“" || mark == "'" || mark == "‘" || mark == "(";
}

const std::array in_or_at = {word_hash("in"), word_hash("at"), word_hash("to"), word_hash("near")};
const std::array by_or_with = {word_hash("by"), word_hash("with")};
const std::uint64_t the = word_hash("the");

}  // namespace

StoryWords::StoryWords(std::string_view text, const WordTable& table)
    : text_(text), table_(table), tokens_(name_tokens(text)) {
  find_words();
  count_words();
  find_runs();
  find_phrases();
}

void StoryWords::find_words() {
  Numbers numbers(tokens_.size());
  Numbers uses(tokens_.size());
  std::deque<std::string> lower_words;  // Numbers borrows them.
  word_of_.reserve(tokens_.size());
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const std::string_view word = token_text(i);
    word_of_.push_back(numbers.number(word, word_hash(word)));
    if (word_of_.back() < words_.size()) continue;
    std::string lower = lower_case(word);
    words_.push_back(make_word(word, lower, tokens_[i].shape, table_));
    lower_words.push_back(std::move(lower));
    words_.back().use = uses.number(lower_words.back(), words_.back().lower);
  }
  uses_.resize(uses.count());
}

bool StoryWords::is_capital(std::size_t token) const {
  return token < tokens_.size() && has_capital(tokens_[token].shape);
}

bool StoryWords::is_mark(std::size_t token, std::string_view mark) const {
  return token < tokens_.size() && token_text(token) == mark;
}

void StoryWords::count_words() {
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    WordUse& use = uses_[words_[word_of_[i]].use];
    if (tokens_[i].shape == WordShape::lower) ++use.count_lower;
    if (!is_capital(i)) continue;
    ++use.count;
    if (!tokens_[i].begins_sentence) ++use.count_inside;
    use.contexts |= contexts_before(i) | contexts_after(i);
  }
}

std::uint32_t StoryWords::contexts_before(std::size_t token) const {
  using namespace word_context;
  if (token == 0 || tokens_[token].begins_sentence) return 0;
  constexpr std::uint16_t given = word_kind::common_given_name | word_kind::given_name;
  const StoryWord& before = word(token - 1);
  std::uint32_t contexts = 0;
  if (before.is(word_kind::title)) contexts |= after_title;
  if (is_capital(token - 1)) {
    contexts |= after_capital;
    if (before.is(given)) {
      contexts |= after_given_name;
      if (token >= 2 && word(token - 2).is(word_kind::title)) contexts |= after_titled_given_name;
    }
  }
  if (is_one_of(before.lower, in_or_at)) contexts |= after_in_or_at;
  if (is_one_of(before.lower, by_or_with)) contexts |= after_by_or_with;
  if (before.lower == the) contexts |= after_the;
  if (tokens_[token - 1].shape == WordShape::initial) contexts |= after_initial;
  return contexts;
}

std::uint32_t StoryWords::contexts_after(std::size_t token) const {
  using namespace word_context;
  const std::size_t next = token + 1;
  if (next >= tokens_.size() || tokens_[next].begins_sentence) return 0;
  const StoryWord& after = word(next);
  std::uint32_t contexts = 0;
  if (after.is(word_kind::of_person) && tokens_[next].shape == WordShape::lower)
    contexts |= before_person_word;
  if (after.is(word_kind::of_thing)) contexts |= before_thing_word;
  if (is_mark(next, "'s") || is_mark(next, "’s")) contexts |= before_possessive;
  if (is_capital(next)) contexts |= before_capital;
  if (is_mark(next, ",") && next + 1 < tokens_.size()) {
    const NameToken& behind = tokens_[next + 1];
    if (behind.shape == WordShape::number && behind.end - behind.begin == 2) contexts |= before_age;
    if (word(next + 1).is(word_kind::of_person)) contexts |= before_comma_and_person_word;
  }
  return contexts;
}

// Whether a name may stand at each token.
std::vector<bool> StoryWords::name_places() const {
  const std::size_t count = tokens_.size();
  std::vector<bool> places(count);
  for (std::size_t i = 0; i < count; ++i) places[i] = is_capital(i);
  const auto is_particle = [&](std::size_t i) {
    return i < count && tokens_[i].shape == WordShape::lower && word(i).is(word_kind::particle);
  };
  for (std::size_t i = 0; i < count; ++i) {
    if (!is_particle(i)) continue;
    std::size_t end = i;
    while (is_particle(end) && end < i + longest_particles && !tokens_[end].begins_sentence) ++end;
    if (!is_capital(end) || tokens_[end].begins_sentence) continue;
    for (std::size_t k = i; k < end; ++k) places[k] = true;
  }
  // Musa "Kadenge" Were
  for (std::size_t i = 1; i + 3 < count; ++i) {
    if (!places[i - 1] || tokens_[i].shape != WordShape::mark || !is_capital(i + 1)) continue;
    if (!tokens_[i].follows_space || tokens_[i + 1].follows_space) continue;
    std::size_t end = i + 1;
    while (is_capital(end) && end < i + 1 + longest_nickname) ++end;
    if (end + 1 >= count || tokens_[end].shape != WordShape::mark || !is_capital(end + 1)) continue;
    if (opens_nickname(token_text(i))) places[i] = places[end] = true;
  }
  return places;
}

void StoryWords::find_runs() {
  const std::vector<bool> places = name_places();
  for (std::size_t begin = 0; begin < places.size();) {
    if (!places[begin]) {
      ++begin;
      continue;
    }
    std::size_t end = begin + 1;
    while (end < places.size() && places[end] && !tokens_[end].begins_sentence) ++end;
    runs_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end;
  }
}

// Words of the longest phrase that begins there; 0 for none.
std::size_t StoryWords::phrase_length(std::size_t begin) const {
  std::size_t length = word(begin).is(word_kind::notable_person) ? 1 : 0;
  if (!word(begin).is(word_kind::begins_phrase)) return length;
  std::uint64_t key = WordTable::phrase_key(0, word(begin).lower);
  for (std::size_t end = begin + 1; end < tokens_.size() && end < begin + longest_phrase; ++end) {
    if (tokens_[end].begins_sentence) break;
    key = WordTable::phrase_key(key, word(end).lower);
    if ((table_.find_phrase(key) & word_kind::notable_person) != 0) length = end + 1 - begin;
  }
  return length;
}

bool StoryWords::is_not_person(const NameRun& run) const {
  if (run.end - run.begin == 1) return word(run.begin).is(word_kind::not_person);
  // "Freddie Mac FRE", "Virginia-based Freddie Mac"
  for (std::size_t begin = run.begin; begin + 1 < run.end; ++begin) {
    std::uint64_t key = WordTable::phrase_key(0, word(begin).lower);
    for (std::size_t end = begin + 1; end < run.end; ++end) {
      key = WordTable::phrase_key(key, word(end).lower);
      if ((table_.find_phrase(key) & word_kind::not_person) != 0) return true;
    }
  }
  return false;
}

void StoryWords::find_phrases() {
  phrases_.assign(tokens_.size(), PhrasePart::none);
  for (std::size_t begin = 0; begin < tokens_.size();) {
    const std::size_t length = is_capital(begin) ? phrase_length(begin) : 0;
    for (std::size_t i = 0; i < length; ++i) {
      const PhrasePart part = length == 1       ? PhrasePart::whole
                              : i == 0          ? PhrasePart::first
                              : i + 1 == length ? PhrasePart::last
                                                : PhrasePart::middle;
      phrases_[begin + i] = part;
    }
    begin += std::max<std::size_t>(length, 1);
  }
}

void StoryWords::count_tags(std::span<const Tag> tags) {
  for (WordUse& use : uses_) use.tagged = {};
  for (const NameRun& run : runs_) {
    for (std::size_t i = run.begin; i < run.end; ++i) {
      const Tag tag = tags[i];
      const std::size_t group = tag == Tag::none                          ? 0
                                : tag == Tag::end || tag == Tag::single   ? 1
                                : tag == Tag::begin || tag == Tag::inside ? 2
                                                                          : 3;
      ++uses_[words_[word_of_[i]].use].tagged[group];
    }
  }
}

}  // namespace broadsheet::indexer::people
