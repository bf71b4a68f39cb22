#include "searcher/near.hpp"

#include <algorithm>

namespace broadsheet::searcher {

NearTest::NearTest(const std::vector<NearOperand>& operands) {
  for (const NearOperand& operand : operands) {
    for (const std::vector<WordCode>& words : operand.forms) {
      forms_.push_back({words.front(), within_.size(), words});
      first_bits_.set(words.front() % first_bits_.size());
    }
    within_.push_back(operand.within);
  }
  std::stable_sort(forms_.begin(), forms_.end(),
                   [](const Form& a, const Form& b) { return a.first < b.first; });
}

bool NearTest::operator()(std::string_view sequence) const {
  const std::vector<Spans> found = find(sequence);
  Spans reached = found.front();
  for (std::size_t i = 1; i < found.size() && !reached.empty(); ++i) {
    reached = near(reached, found[i], within_[i]);
  }
  return !reached.empty();
}

// Every operand's places, in order.  A break puts what follows out of reach.
std::vector<NearTest::Spans> NearTest::find(std::string_view sequence) const {
  const std::size_t out_of_reach = *std::max_element(within_.begin(), within_.end());
  std::vector<Spans> found(within_.size());
  const std::size_t count = code_count(sequence);
  std::size_t passed = 0;  // By breaks.
  for (std::size_t i = 0; i < count; ++i) {
    const WordCode code = code_at(sequence, i);
    if (code == 0) passed += out_of_reach;
    if (!first_bits_[code % first_bits_.size()]) continue;
    const auto first = std::partition_point(forms_.begin(), forms_.end(),
                                            [&](const Form& form) { return form.first < code; });
    for (auto form = first; form != forms_.end() && form->first == code; ++form) {
      if (!stands_at(sequence, i, form->words)) continue;
      found[form->operand].push_back({i + passed, i + passed + form->words.size() - 1});
    }
  }
  return found;
}

// Those of the spans that are near one of those before.
NearTest::Spans NearTest::near(const Spans& before, const Spans& spans, std::size_t within) {
  Spans reached;
  auto from = before.begin();
  for (const Span& span : spans) {
    while (from != before.end() && from->last + within < span.begin) ++from;
    const auto is_near = [&](const Span& other) {
      return other.last < span.begin ? other.last + within >= span.begin : other.begin > span.last;
    };
    for (auto other = from; other != before.end() && other->begin <= span.last + within; ++other) {
      if (!is_near(*other)) continue;
      reached.push_back(span);
      break;
    }
  }
  return reached;
}

}  // namespace broadsheet::searcher
