#include "schema/common_words.hpp"

#include <algorithm>
#include <cassert>

#include "schema/fields.hpp"

namespace broadsheet {
namespace {

std::string term_of(std::uint8_t first, std::uint8_t second) {
  return std::string(fields::prefix::pair) + static_cast<char>(first) + static_cast<char>(second);
}

}  // namespace

CommonWords::CommonWords(std::vector<WordCode> words) : words_(std::move(words)) {
  assert(words_.size() <= max_words);
  std::sort(words_.begin(), words_.end());
}

CommonWords CommonWords::of(const Xapian::Database& database) {
  const std::string sequence = database.get_metadata(std::string(fields::metadata::common_words));
  std::vector<WordCode> words;
  for (std::size_t i = 0; i < code_count(sequence); ++i) words.push_back(code_at(sequence, i));
  return CommonWords(std::move(words));
}

void CommonWords::write(Xapian::WritableDatabase& database) const {
  std::string sequence;
  for (const WordCode word : words_) append_code(sequence, word);
  database.set_metadata(std::string(fields::metadata::common_words), sequence);
}

std::uint8_t CommonWords::number(WordCode word) const {
  const auto place = std::lower_bound(words_.begin(), words_.end(), word);
  if (place == words_.end() || *place != word) return 0;
  return static_cast<std::uint8_t>(place - words_.begin() + 1);
}

std::string CommonWords::pair_term(WordCode first, WordCode second) const {
  const std::uint8_t one = number(first);
  const std::uint8_t other = number(second);
  return one != 0 && other != 0 ? term_of(one, other) : std::string();
}

std::vector<std::string> CommonWords::pair_terms(std::string_view sequence) const {
  std::vector<std::uint16_t> pairs;
  std::uint8_t last = 0;
  for (std::size_t i = 0; i < code_count(sequence); ++i) {
    const std::uint8_t word = number(code_at(sequence, i));
    if (last != 0 && word != 0) pairs.push_back(static_cast<std::uint16_t>(last << 8 | word));
    last = word;
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  std::vector<std::string> terms;
  terms.reserve(pairs.size());
  for (const std::uint16_t pair : pairs) {
    terms.push_back(term_of(static_cast<std::uint8_t>(pair >> 8), static_cast<std::uint8_t>(pair)));
  }
  return terms;
}

}  // namespace broadsheet
