// The first few of many, in an order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace broadsheet::searcher {

// before(a, b): whether a comes first.
template <typename T, typename Before>
class FirstFew {
 public:
  // wanted: at least 1.
  FirstFew(std::size_t wanted, Before before) : wanted_(wanted), before_(std::move(before)) {}

  bool is_full() const { return heap_.size() == wanted_; }
  // The last of them; there is one.  Once they are full, what comes behind it need not be added.
  const T& last() const { return heap_.front(); }

  void add(const T& value) {
    if (is_full()) {
      if (!before_(value, last())) return;
      std::pop_heap(heap_.begin(), heap_.end(), before_);
      heap_.pop_back();
    }
    heap_.push_back(value);
    std::push_heap(heap_.begin(), heap_.end(), before_);
  }

  // In order.
  std::vector<T> take() && {
    std::sort_heap(heap_.begin(), heap_.end(), before_);
    return std::move(heap_);
  }

 private:
  std::size_t wanted_;
  Before before_;
  std::vector<T> heap_;  // The last of them in front.
};

}  // namespace broadsheet::searcher
