// Changes to the generation in use, in commits that each hold or don't, whole.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "schema/index_directory.hpp"

namespace broadsheet::indexer {

// The one writer of an index; the lock is held.  The database is opened, and the manifest's hashes
// dropped, only when there is something to write.  After an exception the object is thrown away:
// what was not committed is gone, what was is safe.
class UpdateWriter {
 public:
  // There are fewer articles in a commit if it has taken so long to collect them.
  static constexpr std::chrono::seconds max_batch_time{10};

  // commit_every: documents changed in one commit.  acknowledged: called after each commit with the
  // articles it made durable.
  UpdateWriter(Generation generation, std::uint64_t commit_every,
               std::function<void(std::uint64_t articles, const std::string& where)> acknowledged)
      : generation_(std::move(generation)),
        commit_every_(commit_every),
        acknowledged_(std::move(acknowledged)) {}

  void add(const Xapian::Document& document);
  void replace(Xapian::docid docid, const Xapian::Document& document);
  void remove(Xapian::docid docid);
  // An empty value removes the entry.
  void set_metadata(const std::string& key, const std::string& value);

  // Whether the batch is full and a commit due.
  bool is_full() const;
  // Does nothing if nothing was changed since the last.
  void commit();

 private:
  Xapian::WritableDatabase& database();
  void note_change(Xapian::docid docid);

  Generation generation_;
  std::uint64_t commit_every_;
  std::function<void(std::uint64_t, const std::string&)> acknowledged_;
  std::optional<Xapian::WritableDatabase> database_;
  bool in_batch_ = false;
  std::chrono::steady_clock::time_point batch_begun_;
  std::uint64_t articles_ = 0;  // Added and replaced in the batch.
  std::vector<Xapian::docid> changed_;
};

}  // namespace broadsheet::indexer
