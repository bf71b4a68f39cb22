// Parts of a request that may run beside the rest of it.
#pragma once

#include <atomic>
#include <cstddef>
#include <future>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include <xapian.h>

namespace broadsheet::searcher {

// Shared by all requests on a snapshot: as many helper threads at a time as it has databases, which
// are open on the snapshot's revision, and none while as many requests run, which keep the
// processors busy themselves.  Lives longer than the work.
class SideWork {
 public:
  explicit SideWork(std::vector<Xapian::Database> databases)
      : helpers_(databases.size()), free_(std::move(databases)) {}
  SideWork(const SideWork&) = delete;
  SideWork& operator=(const SideWork&) = delete;

  // Around each request.
  void begin_request() { ++requests_; }
  void end_request() { --requests_; }

  // Runs work(database) on a thread of its own if there is one for it, else with the caller's own
  // database in the future's get().
  template <typename Work>
  std::future<void> start(const Xapian::Database& own, Work work) {
    std::unique_ptr<Lease> lease = take();
    if (!lease) return std::async(std::launch::deferred, [&own, work] { work(own); });
    return std::async(std::launch::async, [lease = std::move(lease), work]() mutable {
      const std::unique_ptr<Lease> until_done = std::move(lease);
      work(until_done->database);
    });
  }

 private:
  struct Lease {
    Lease(SideWork& from, Xapian::Database lent) : owner(from), database(std::move(lent)) {}
    ~Lease() {
      const std::lock_guard lock(owner.mutex_);
      owner.free_.push_back(std::move(database));
    }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    SideWork& owner;
    Xapian::Database database;
  };

  std::unique_ptr<Lease> take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty() || requests_ >= helpers_) return nullptr;
    auto lease = std::make_unique<Lease>(*this, std::move(free_.back()));
    free_.pop_back();
    return lease;
  }

  const std::size_t helpers_;
  std::atomic<std::size_t> requests_ = 0;
  std::mutex mutex_;  // Guards free_.
  std::vector<Xapian::Database> free_;
};

}  // namespace broadsheet::searcher
