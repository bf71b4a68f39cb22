// A part of a request that may run beside the rest of it.
#pragma once

#include <atomic>
#include <future>
#include <thread>
#include <utility>

namespace broadsheet::searcher {

// Shared by all requests: so many of them may have a helper thread at a time, about as many as
// there are cores to gain by it.  Lives longer than the work.
class SideWork {
 public:
  explicit SideWork(unsigned most = std::thread::hardware_concurrency()) : free_(most) {}
  SideWork(const SideWork&) = delete;
  SideWork& operator=(const SideWork&) = delete;

  // Runs work() on a thread of its own if one is free, else in the caller of the future's get().
  template <typename Work>
  std::future<void> start(Work work) {
    if (!take()) return std::async(std::launch::deferred, std::move(work));
    return std::async(std::launch::async, [this, work = std::move(work)] {
      const GiveBack give_back{*this};
      work();
    });
  }

 private:
  struct GiveBack {
    SideWork& owner;
    ~GiveBack() { ++owner.free_; }
  };

  bool take() {
    for (unsigned free = free_; free > 0;) {
      if (free_.compare_exchange_weak(free, free - 1)) return true;
    }
    return false;
  }

  std::atomic<unsigned> free_;
};

}  // namespace broadsheet::searcher
