// When a request has to stop, over all its passes.
#pragma once

#include <chrono>

namespace broadsheet::searcher {

// Cheap enough to be asked for every candidate.  Belongs to one thread.
class Deadline {
 public:
  using Clock = std::chrono::steady_clock;
  using Now = Clock::time_point (*)();

  explicit Deadline(Clock::time_point end, Now now = &Clock::now) : end_(end), now_(now) {}

  Clock::time_point end() const { return end_; }

  // Once true, always true.  Looks at the clock at every 64th call, the first included.
  bool passed() {
    if (!passed_ && calls_++ % 64 == 0) passed_ = now_() >= end_;
    return passed_;
  }

  // Looks at the clock.
  bool passed_now() {
    passed_ = passed_ || now_() >= end_;
    return passed_;
  }

 private:
  Clock::time_point end_;
  Now now_;
  unsigned calls_ = 0;
  bool passed_ = false;
};

}  // namespace broadsheet::searcher
