#include "web/thread_pool.hpp"

#include <utility>

namespace broadsheet::web {

ThreadPool::ThreadPool(unsigned threads) {
  for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

ThreadPool::~ThreadPool() { finish(); }

void ThreadPool::finish() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  added_.notify_all();
  threads_.clear();  // Joins.
}

void ThreadPool::add(std::function<void()> task) {
  {
    std::unique_lock lock(mutex_);
    taken_.wait(lock, [this] { return tasks_.size() < max_waiting; });
    tasks_.push_back(std::move(task));
    waiting_ = tasks_.size();
  }
  added_.notify_one();
}

void ThreadPool::work() {
  for (;;) {
    std::function<void()> task;
    {
      std::unique_lock lock(mutex_);
      added_.wait(lock, [this] { return ending_ || !tasks_.empty(); });
      if (tasks_.empty()) return;
      task = std::move(tasks_.front());
      tasks_.pop_front();
      waiting_ = tasks_.size();
    }
    taken_.notify_one();
    task();
  }
}

}  // namespace broadsheet::web
