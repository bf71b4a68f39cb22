#include "schema/common_words.hpp"

#include <algorithm>
#include <cassert>

#include "schema/fields.hpp"

namespace broadsheet {
namespace {

// The most frequent take a byte, others two; none is zero, which Xapian would write as two.
constexpr unsigned one_byte = 191;

void append_number(std::string& term, unsigned number) {
  if (number <= one_byte) {
    term += static_cast<char>(number);
    return;
  }
  const unsigned rest = number - one_byte - 1;
  term += static_cast<char>(one_byte + 1 + rest / 255);
  term += static_cast<char>(1 + rest % 255);
}

std::string term_of(unsigned first, unsigned second) {
  std::string term(fields::prefix::pair);
  append_number(term, first);
  append_number(term, second);
  return term;
}

}  // namespace

CommonWords::CommonWords(const std::vector<WordCode>& frequent, std::size_t common)
    : common_(common) {
  assert(frequent.size() <= max_words && common <= frequent.size());
  words_.reserve(frequent.size());
  for (const WordCode word : frequent) {
    words_.push_back({word, static_cast<Number>(words_.size() + 1)});
  }
  std::ranges::sort(words_, {}, &Word::code);
}

// In metadata the common words come first, then a break, then the others.
CommonWords CommonWords::of(const Xapian::Database& database) {
  const std::string sequence = database.get_metadata(std::string(fields::metadata::common_words));
  std::vector<WordCode> words;
  std::size_t common = 0;
  for (std::size_t i = 0; i < code_count(sequence); ++i) {
    const WordCode code = code_at(sequence, i);
    if (code == 0) {
      common = words.size();
    } else {
      words.push_back(code);
    }
  }
  return CommonWords(words, common);
}

void CommonWords::write(Xapian::WritableDatabase& database) const {
  std::vector<WordCode> frequent(words_.size());
  for (const Word& word : words_) frequent[word.number - 1] = word.code;
  std::string sequence;
  for (std::size_t i = 0; i < frequent.size(); ++i) {
    if (i == common_) append_break(sequence);
    append_code(sequence, frequent[i]);
  }
  if (!frequent.empty() && common_ == frequent.size()) append_break(sequence);
  database.set_metadata(std::string(fields::metadata::common_words), sequence);
}

CommonWords::Number CommonWords::number(WordCode word) const {
  const auto place = std::ranges::lower_bound(words_, word, {}, &Word::code);
  return place != words_.end() && place->code == word ? place->number : Number{0};
}

bool CommonWords::is_pair(Number first, Number second) const {
  return first != 0 && second != 0 && std::min(first, second) <= common_;
}

std::string CommonWords::pair_term(WordCode first, WordCode second) const {
  const Number one = number(first);
  const Number other = number(second);
  return is_pair(one, other) ? term_of(one, other) : std::string();
}

std::vector<std::string> CommonWords::pair_terms(std::string_view sequence) const {
  if (empty()) return {};
  std::vector<std::uint32_t> pairs;
  Number last = 0;
  for (std::size_t i = 0; i < code_count(sequence); ++i) {
    const Number word = number(code_at(sequence, i));
    if (is_pair(last, word)) pairs.push_back(std::uint32_t{last} << 16 | word);
    last = word;
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  std::vector<std::string> terms;
  terms.reserve(pairs.size());
  for (const std::uint32_t pair : pairs) terms.push_back(term_of(pair >> 16, pair & 0xffff));
  return terms;
}

}  // namespace broadsheet
