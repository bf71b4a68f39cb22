// A story's text as the tagger sees it: tokens, what is known of each distinct word, and the runs
// of words in which names may stand.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/people/name_tokens.hpp"
#include "indexer/people/tag.hpp"
#include "indexer/people/word_table.hpp"

namespace broadsheet::indexer::people {

// Bits of WordUse::contexts: where the word, with a capital, stands somewhere in the story.
namespace word_context {
inline constexpr std::uint32_t after_title = 1U << 0;
inline constexpr std::uint32_t after_given_name = 1U << 1;
inline constexpr std::uint32_t after_titled_given_name = 1U << 2;
inline constexpr std::uint32_t after_capital = 1U << 3;
inline constexpr std::uint32_t after_in_or_at = 1U << 4;
inline constexpr std::uint32_t after_the = 1U << 5;
inline constexpr std::uint32_t before_person_word = 1U << 6;
inline constexpr std::uint32_t before_thing_word = 1U << 7;
inline constexpr std::uint32_t before_possessive = 1U << 8;
inline constexpr std::uint32_t before_capital = 1U << 9;
inline constexpr std::uint32_t before_age = 1U << 10;
inline constexpr std::uint32_t after_by_or_with = 1U << 11;
inline constexpr std::uint32_t after_initial = 1U << 12;
inline constexpr std::uint32_t before_comma_and_person_word = 1U << 13;
inline constexpr unsigned count = 14;
}  // namespace word_context

// Which part of a notable person's full name a token is; of somebody known by one name the whole.
enum class PhrasePart : std::uint8_t { none, first, middle, last, whole };

// How a story uses a word, however it is written: "Putin" and "PUTIN" are one.
struct WordUse {
  std::uint32_t contexts = 0;
  std::uint32_t count = 0;                // How often it stands there with a capital,
  std::uint32_t count_inside = 0;         // of these within a sentence,
  std::uint32_t count_lower = 0;          // and in small letters.
  std::array<std::uint32_t, 4> tagged{};  // How often the first pass called it none, end or single,
                                          // begin or inside, another name.
};

// A distinct word of a story, as written.
struct StoryWord {
  std::uint64_t exact = 0;  // word_hash() as written,
  std::uint64_t lower = 0;  // and in small letters.
  // Of the first and last 2, 3 and 4 bytes in small letters; 0 if it has no more.
  std::array<std::uint64_t, 3> prefixes{};
  std::array<std::uint64_t, 3> suffixes{};
  std::uint32_t bytes = 0;
  std::uint32_t use = 0;  // Index of its WordUse.
  WordFacts facts;

  bool is(std::uint16_t kind) const { return (facts.kinds & kind) != 0; }
};

// Tokens from begin to end (excluded), of one sentence.
struct NameRun {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

class StoryWords {
 public:
  // Borrows text.
  StoryWords(std::string_view text, const WordTable& table);

  std::string_view text() const { return text_; }
  const WordTable& table() const { return table_; }
  std::span<const NameToken> tokens() const { return tokens_; }
  std::string_view token_text(std::size_t token) const {
    return text_.substr(tokens_[token].begin, tokens_[token].end - tokens_[token].begin);
  }
  const StoryWord& word(std::size_t token) const { return words_[word_of_[token]]; }

  // Of the longest name that the table has of notable people there.
  PhrasePart phrase(std::size_t token) const { return phrases_[token]; }

  // Whether the tokens are, or hold, a name of the table that only looks like a person's.
  bool is_not_person(const NameRun& run) const;

  const WordUse& use(std::size_t token) const { return uses_[word(token).use]; }

  // Words with capitals, the particles between and nicknames in quotes.  All other words are none.
  std::span<const NameRun> runs() const { return runs_; }

  // Those of the contexts that what stands before the token tells.
  std::uint32_t contexts_before(std::size_t token) const;

  // What the first pass made of each token.
  void count_tags(std::span<const Tag> tags);

 private:
  void find_words();
  void count_words();
  std::uint32_t contexts_after(std::size_t token) const;
  bool is_capital(std::size_t token) const;
  bool is_mark(std::size_t token, std::string_view mark) const;
  void find_runs();
  void find_phrases();
  std::size_t phrase_length(std::size_t begin) const;
  std::vector<bool> name_places() const;

  std::string_view text_;
  WordTable table_;
  std::vector<NameToken> tokens_;
  std::vector<std::uint32_t> word_of_;
  std::vector<StoryWord> words_;
  std::vector<WordUse> uses_;
  std::vector<NameRun> runs_;
  std::vector<PhrasePart> phrases_;
};

}  // namespace broadsheet::indexer::people
