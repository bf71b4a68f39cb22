// Words near each other in an article.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "schema/word_sequence.hpp"

namespace broadsheet::searcher {

struct NearOperand {
  std::vector<std::vector<WordCode>> forms;  // Any of these: words side by side, at least one.
  std::uint32_t within = 0;                  // Words from the operand before; the first has none.
};

// Tells sequences in which each operand stands at most `within` words from the one before it, on
// either side of it: 1 is side by side.  No break lies between, and no word is both.
class NearTest {
 public:
  explicit NearTest(const std::vector<NearOperand>& operands);

  // In time linear in the sequence.
  bool operator()(std::string_view sequence) const;

 private:
  // A form of an operand, found by its first word.
  struct Form {
    WordCode first;
    std::size_t operand;
    std::vector<WordCode> words;
  };
  // Where an operand stands.
  struct Span {
    std::size_t begin;
    std::size_t last;
  };
  using Spans = std::vector<Span>;

  std::vector<Spans> find(std::string_view sequence) const;
  static Spans near(const Spans& before, const Spans& spans, std::size_t within);

  std::vector<Form> forms_;  // By first.
  std::vector<std::size_t> within_;
  std::bitset<4096> first_bits_;  // The low bits of all first words: most others stop there.
};

}  // namespace broadsheet::searcher
