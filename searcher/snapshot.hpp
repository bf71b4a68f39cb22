// The index as it is at one revision: columns and readers that all show exactly that.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "schema/index_directory.hpp"
#include "schema/result.hpp"
#include "searcher/columns.hpp"
#include "searcher/filter_sets.hpp"
#include "searcher/headline_words.hpp"
#include "searcher/reader.hpp"
#include "searcher/response_cache.hpp"
#include "searcher/side_work.hpp"

namespace broadsheet::searcher {

struct SnapshotOptions {
  unsigned readers = 1;
  unsigned helpers = 1;  // Threads that may work beside those with readers.
  std::size_t cache_bytes = 0;
};

// Shared by the requests that run on it and by the searcher that hands it out; the last one to let
// go closes it.
class Snapshot {
 public:
  // Takes over what it can from the previous snapshot; that one itself if nothing has changed.
  // An error if there is no readable index, or its people.json or sections.json is wrong.  Throws
  // Xapian::Error; DatabaseModifiedError if the index changes faster than it can be read.
  static Result<std::shared_ptr<Snapshot>> open(const std::filesystem::path& index,
                                                const SnapshotOptions& options,
                                                std::shared_ptr<Snapshot> previous);

  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

  const std::string& generation_uuid() const { return uuid_; }
  std::uint64_t revision() const { return revision_; }
  Instant opened() const { return opened_; }
  const Columns& columns() const { return columns_; }

  // What ETags are made of: changes whenever what may be shown does, and with the day (UTC), which
  // dates in queries may be counted from.
  std::string tag(Instant now) const;

  FilterSets& filters() { return filters_; }
  HeadlineWords& headline_words() { return headline_words_; }
  ResponseCache& responses() { return responses_; }

  // A reader for one thread; gives it back when it goes.
  class Lease {
   public:
    Lease(Snapshot& owner, std::unique_ptr<Reader> reader)
        : owner_(owner), reader_(std::move(reader)) {}
    ~Lease() { owner_.give_back(std::move(reader_)); }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    Reader& reader() { return *reader_; }

   private:
    Snapshot& owner_;
    std::unique_ptr<Reader> reader_;
  };

  // Waits while all are out; nothing if none came back until then.
  std::unique_ptr<Lease> borrow(std::chrono::steady_clock::time_point until);

 private:
  // What stands in people.json and sections.json.
  struct OperatorFiles {
    std::string people;
    std::string sections;

    friend bool operator==(const OperatorFiles&, const OperatorFiles&) = default;
  };

  Snapshot(std::string uuid, std::uint64_t revision, Columns columns,
           std::vector<Xapian::Database> databases, const SnapshotOptions& options,
           OperatorFiles files);
  void give_back(std::unique_ptr<Reader> reader);

  OperatorFiles files_;  // That the columns follow.
  std::string uuid_;
  std::uint64_t revision_;
  Instant opened_;
  Columns columns_;
  FilterSets filters_;
  HeadlineWords headline_words_;
  SideWork side_work_;
  ArchiveLanguages languages_;
  ResponseCache responses_;

  std::mutex mutex_;  // Guards what follows.
  std::condition_variable given_back_;
  std::vector<std::unique_ptr<Reader>> idle_;
  std::set<std::uint64_t> waiting_;  // Tickets: who came first is served first.
  std::uint64_t next_ticket_ = 0;
};

}  // namespace broadsheet::searcher
