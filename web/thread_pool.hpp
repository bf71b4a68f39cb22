// A fixed number of threads that do tasks in the order they came.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace broadsheet::web {

class ThreadPool {
 public:
  static constexpr std::size_t max_waiting = 1'024;

  explicit ThreadPool(unsigned threads);
  ~ThreadPool();
  ThreadPool(const ThreadPool&) = delete;
  ThreadPool& operator=(const ThreadPool&) = delete;

  // Blocks while max_waiting tasks wait.  A task lets no exception out.
  void add(std::function<void()> task);

  // Returns when all tasks are done and the threads have ended.  Nothing can be added any more.
  void finish();

  // Whether tasks wait for a thread.
  bool is_busy() const { return waiting_.load(std::memory_order_relaxed) > 0; }

 private:
  void work();

  std::mutex mutex_;               // Guards tasks_ and ending_.
  std::condition_variable added_;  // A task, or the end.
  std::condition_variable taken_;  // A task, so that there is room for one.
  std::deque<std::function<void()>> tasks_;
  bool ending_ = false;
  std::atomic<std::size_t> waiting_{0};  // tasks_.size(), to be read without the mutex.
  std::vector<std::jthread> threads_;
};

}  // namespace broadsheet::web
