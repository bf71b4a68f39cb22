#include "searcher/vocabulary.hpp"

#include <algorithm>
#include <utility>

#include "schema/text.hpp"

namespace broadsheet::searcher {
namespace {

// Scripts whose words the terms hold whole.
constexpr char32_t end_of_letters = 0x900;

bool is_ascii_letter(char32_t c) { return c >= 'a' && c <= 'z'; }

bool is_letter(char32_t c) {
  if (c < 0x80) return is_ascii_letter(c);
  return c < end_of_letters && text::is_word_character(c);
}

}  // namespace

std::u32string letters_of(std::string_view word) {
  const auto is_plain = [](char c) { return is_ascii_letter(static_cast<unsigned char>(c)); };
  if (std::ranges::all_of(word, is_plain)) return {word.begin(), word.end()};
  std::u32string letters;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t letter = text::next_character(word, at);
    if (!is_letter(letter)) return {};
    letters += letter;
  }
  return letters;
}

std::uint32_t Vocabulary::letter_set(std::u32string_view letters) {
  std::uint32_t set = 0;
  for (const char32_t letter : letters) {
    set |= std::uint32_t{1} << (is_ascii_letter(letter) ? letter - 'a' : 26 + letter % 6);
  }
  return set;
}

void Vocabulary::List::add(std::string_view word, std::uint32_t set, Xapian::doccount frequency) {
  text += word;
  ends.push_back(static_cast<std::uint32_t>(text.size()));
  sets.push_back(set);
  frequencies.push_back(frequency);
}

Vocabulary Vocabulary::read(const Xapian::Database& database, std::size_t most) {
  Vocabulary vocabulary;
  Xapian::doccount least = 1;
  const Xapian::TermIterator end = database.allterms_end();
  auto term = database.allterms_begin();
  // Terms with a prefix begin with a capital, numbers with a digit: both sort before.
  for (term.skip_to("a"); term != end; ++term) {
    const Xapian::doccount frequency = term.get_termfreq();
    if (frequency < least) continue;
    const std::string word = *term;
    const std::u32string letters = letters_of(word);
    if (letters.size() < min_letters || letters.size() > max_letters) continue;
    vocabulary.lists_[letters.size()].add(word, letter_set(letters), frequency);
    ++vocabulary.size_;
    while (vocabulary.size_ > most) vocabulary.drop_rarer_than(++least);
  }
  return vocabulary;
}

void Vocabulary::drop_rarer_than(Xapian::doccount least) {
  size_ = 0;
  for (List& list : lists_) {
    List kept;
    for (std::size_t i = 0; i < list.sets.size(); ++i) {
      if (list.frequencies[i] >= least) kept.add(list.word(i), list.sets[i], list.frequencies[i]);
    }
    list = std::move(kept);
    size_ += list.sets.size();
  }
}

}  // namespace broadsheet::searcher
