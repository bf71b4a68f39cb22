#include "indexer/bulk_build.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

namespace broadsheet::indexer {
namespace {

namespace fs = std::filesystem;

// A part's articles: some 250 ordinary ones, more if they are short.  Smaller parts fill faster,
// but each leaves a chunk of its own in every posting list.
constexpr std::uint64_t part_bytes = 800'000;
constexpr std::size_t part_documents = 1'000;

// Descriptors that one open database takes, and those that the process needs besides.
constexpr std::size_t descriptors_per_database = 6;
constexpr std::size_t spare_descriptors = 100;
constexpr std::size_t max_width = 512;

struct Range {
  std::size_t begin;
  std::size_t end;
};

std::vector<Range> cut_into_parts(const std::vector<std::uint32_t>& lengths) {
  std::vector<Range> parts;
  std::uint64_t bytes = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    bytes += lengths[i];
    if (bytes < part_bytes && i + 1 - begin < part_documents && i + 1 < lengths.size()) continue;
    parts.push_back({begin, i + 1});
    begin = i + 1;
    bytes = 0;
  }
  return parts;
}

class LastMetadata : public Xapian::Compactor {
 public:
  std::string resolve_duplicate_metadata(const std::string&, size_t count,
                                         const std::string values[]) override {
    return values[count - 1];
  }
};

// Matches of the tournament: level 0 are the parts, each higher level merges `width` neighbours.
class Tournament {
 public:
  Tournament(fs::path folder, std::size_t parts, std::size_t width, std::size_t finalists)
      : folder_(std::move(folder)), width_(width) {
    for (std::size_t count = parts;; count = (count + width - 1) / width) {
      sizes_.push_back(count);
      if (count <= finalists) break;
      const std::size_t matches = (count + width - 1) / width;
      std::vector<std::size_t> waiting(matches, width);
      waiting.back() = count - (matches - 1) * width;
      waiting_.push_back(std::move(waiting));
    }
  }

  fs::path path(std::size_t level, std::size_t number) const {
    return folder_ / ("part-" + std::to_string(level) + '-' + std::to_string(number));
  }

  // To be called when a database is done; plays all matches that become possible.
  void finished(std::size_t level, std::size_t number) {
    while (level + 1 < sizes_.size() && is_last_of_match(level, number)) {
      number /= width_;
      play(level, number);
      ++level;
    }
  }

  std::vector<fs::path> finalists() const {
    std::vector<fs::path> paths;
    for (std::size_t i = 0; i < sizes_.back(); ++i) paths.push_back(path(sizes_.size() - 1, i));
    return paths;
  }

 private:
  bool is_last_of_match(std::size_t level, std::size_t number) {
    const std::lock_guard lock(mutex_);
    return --waiting_[level][number / width_] == 0;
  }

  void play(std::size_t level, std::size_t match) {
    std::vector<fs::path> sources;
    const std::size_t end = std::min((match + 1) * width_, sizes_[level]);
    for (std::size_t i = match * width_; i < end; ++i) sources.push_back(path(level, i));
    merge_databases(sources, path(level + 1, match));
    for (const fs::path& source : sources) fs::remove_all(source);
  }

  const fs::path folder_;
  const std::size_t width_;
  std::vector<std::size_t> sizes_;                 // Databases on each level.
  std::mutex mutex_;                               // Guards waiting_.
  std::vector<std::vector<std::size_t>> waiting_;  // Per level and match above: databases missing.
};

class PartBuilder {
 public:
  PartBuilder(const BulkBuild& build, std::vector<Range> parts, Tournament& tournament)
      : build_(build), parts_(std::move(parts)), tournament_(tournament) {}

  void run() {
    std::vector<std::jthread> threads;
    const std::size_t count = std::min<std::size_t>(build_.threads, parts_.size());
    for (std::size_t i = 0; i < count; ++i) threads.emplace_back([this] { work(); });
    for (std::jthread& thread : threads) thread.join();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void work() {
    try {
      const MakeDocument make = build_.maker();
      for (std::size_t part; !stopped_ && (part = next_++) < parts_.size();) {
        fill(part, make);
        tournament_.finished(0, part);
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      stopped_ = true;
    }
  }

  // Nothing reads a part before it is whole, and a build that is cut short is begun anew.
  void fill(std::size_t part, const MakeDocument& make) {
    Xapian::WritableDatabase database(
        tournament_.path(0, part).string(),
        Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
    const Range range = parts_[part];
    for (std::size_t number = range.begin; number < range.end && !stopped_; ++number) {
      database.add_document(make(number));
    }
    database.commit();
    if (build_.written) build_.written(documents_ += range.end - range.begin);
  }

  const BulkBuild& build_;
  const std::vector<Range> parts_;
  Tournament& tournament_;
  std::atomic<std::size_t> next_{0};
  std::atomic<std::uint64_t> documents_{0};
  std::atomic<bool> stopped_{false};
  std::mutex mutex_;  // Guards failure_.
  std::exception_ptr failure_;
};

// Raises the soft limit, for a merge of hundreds of parts saves merging them twice.
std::size_t granted_descriptors() {
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  const rlim_t enough = max_width * descriptors_per_database + spare_descriptors;
  const rlim_t wanted = std::min(limit.rlim_max, enough);
  if (limit.rlim_cur < wanted) {
    const rlimit raised{wanted, limit.rlim_max};
    if (::setrlimit(RLIMIT_NOFILE, &raised) == 0) limit = raised;
  }
  return static_cast<std::size_t>(std::min(limit.rlim_cur, enough));
}

// How many databases one merge takes in, when `merges` of them go on at once.
std::size_t merge_width(std::size_t descriptors, unsigned merges) {
  const std::size_t usable = descriptors - std::min(descriptors, spare_descriptors);
  const std::size_t width = usable / descriptors_per_database / std::max(merges, 1U);
  return std::clamp<std::size_t>(width, 2, max_width);
}

}  // namespace

void merge_databases(const std::vector<fs::path>& sources, const fs::path& destination) {
  Xapian::Database all;
  for (const fs::path& source : sources) all.add_database(Xapian::Database(source.string()));
  LastMetadata resolver;
  all.compact(destination.string(), Xapian::DB_BACKEND_GLASS | Xapian::Compactor::FULL, 0,
              resolver);
}

void copy_database(const fs::path& source, const fs::path& destination) {
  Xapian::Database(source.string())
      .compact(destination.string(), Xapian::DB_BACKEND_GLASS | Xapian::DBCOMPACT_NO_RENUMBER);
}

std::vector<fs::path> build_parts(const BulkBuild& build) {
  std::vector<Range> parts = cut_into_parts(build.lengths);
  if (parts.empty()) return {};
  const std::size_t descriptors =
      build.descriptors != 0 ? build.descriptors : granted_descriptors();
  // The last merge also takes the base in.
  Tournament tournament(build.folder, parts.size(), merge_width(descriptors, build.threads),
                        merge_width(descriptors, 1) - 1);
  PartBuilder(build, std::move(parts), tournament).run();
  return tournament.finalists();
}

}  // namespace broadsheet::indexer
