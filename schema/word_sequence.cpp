#include "schema/word_sequence.hpp"

namespace broadsheet {
namespace {

constexpr std::size_t code_bytes = 3;

}  // namespace

// FNV-1a of 32 bits, folded to 24 as its authors advise.
WordCode word_code(std::string_view word) {
  std::uint32_t hash = 2'166'136'261U;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool is_between_letters = word[i] == '.' && i > 0 && word[i - 1] >= 'a';
    if (!is_between_letters) hash = (hash ^ static_cast<unsigned char>(word[i])) * 16'777'619U;
  }
  const WordCode code = (hash >> 24 ^ hash) & 0xffffff;
  return code == 0 ? 1 : code;
}

void append_code(std::string& sequence, WordCode code) {
  for (unsigned shift = 0; shift < 24; shift += 8) sequence += static_cast<char>(code >> shift);
}

void append_word(std::string& sequence, std::string_view word) {
  append_code(sequence, word_code(word));
}

void append_break(std::string& sequence) { append_code(sequence, 0); }

std::string_view headline_words(std::string_view sequence) {
  for (std::size_t i = 0; i < code_count(sequence); ++i) {
    if (code_at(sequence, i) == 0) return sequence.substr(0, i * code_bytes);
  }
  return sequence;
}

bool stands_at(std::string_view sequence, std::size_t index, const std::vector<WordCode>& words) {
  if (index + words.size() > code_count(sequence)) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (code_at(sequence, index + i) != words[i]) return false;
  }
  return true;
}

bool contains_phrase(std::string_view sequence, const std::vector<WordCode>& words) {
  std::string phrase;
  for (const WordCode word : words) append_code(phrase, word);
  std::size_t at = sequence.find(phrase);
  while (at != sequence.npos && at % code_bytes != 0) at = sequence.find(phrase, at + 1);
  return at != sequence.npos;
}

}  // namespace broadsheet
