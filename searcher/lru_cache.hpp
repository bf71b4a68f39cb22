// Values kept for those who ask for them again.
#pragma once

#include <cstddef>
#include <iterator>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace broadsheet::searcher {

// About what they take of memory.
inline std::size_t bytes_of(const std::string& text) {
  return sizeof(std::string) + text.capacity();
}
inline std::size_t bytes_of(const std::vector<std::string>& texts) {
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += bytes_of(text);
  return bytes;
}

// The least recently used goes first.  Any thread.
template <typename Value>
class LruCache {
 public:
  // Keeps about this much memory; 0 keeps nothing.
  explicit LruCache(std::size_t max_bytes) : max_bytes_(max_bytes) {}

  std::size_t max_bytes() const { return max_bytes_; }

  // nullptr if it is not kept.
  std::shared_ptr<const Value> find(const std::string& key) {
    const std::lock_guard lock(mutex_);
    const auto place = by_key_.find(key);
    if (place == by_key_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, place->second);
    return place->second->value;
  }

  // bytes: what the value takes.  One that is kept under the key already stays.
  void put(std::string key, std::shared_ptr<const Value> value, std::size_t bytes) {
    bytes += sizeof(Entry) + 2 * sizeof(void*) + key.capacity();
    if (bytes > max_bytes_) return;
    const std::lock_guard lock(mutex_);
    if (by_key_.contains(key)) return;
    entries_.push_front({std::move(key), std::move(value), bytes});
    by_key_.emplace(entries_.front().key, entries_.begin());
    bytes_ += bytes;
    while (bytes_ > max_bytes_) remove(std::prev(entries_.end()));
  }

 private:
  struct Entry {
    std::string key;
    std::shared_ptr<const Value> value;
    std::size_t bytes = 0;
  };
  using Entries = std::list<Entry>;

  void remove(typename Entries::iterator entry) {
    bytes_ -= entry->bytes;
    by_key_.erase(entry->key);
    entries_.erase(entry);
  }

  const std::size_t max_bytes_;
  std::mutex mutex_;  // Guards what follows.
  Entries entries_;   // The last used first.
  // Keys lie in the entries.
  std::unordered_map<std::string_view, typename Entries::iterator> by_key_;
  std::size_t bytes_ = 0;
};

}  // namespace broadsheet::searcher
