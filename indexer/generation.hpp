// The index's folder as its one writer handles it: lock, leftovers, new generations.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "schema/index_directory.hpp"
#include "schema/result.hpp"

namespace broadsheet::indexer {

// Held by the one writer, over all generations; goes with the process.
class IndexLock {
 public:
  // Makes the folder if it is not there.  Errors: index_locked, index_unavailable.
  static Result<IndexLock> acquire(const std::filesystem::path& index);

  IndexLock(IndexLock&& other) noexcept;
  IndexLock& operator=(IndexLock&&) = delete;
  ~IndexLock();

 private:
  explicit IndexLock(int descriptor) : descriptor_(descriptor) {}

  int descriptor_;
};

// Removes what no one needs any more: generations that `current` does not name (readers keep those
// they have open), files of builds.  Returns whether a build had been cut short.  The lock is held.
bool remove_leftovers(const std::filesystem::path& index, const std::string& current_name);

// "gen-4" behind "gen-3"; "gen-1" where there is none.
std::string next_generation_name(const std::optional<Generation>& current);

// Makes the database in DIR/name the one in use: manifest with the hashes of its files, all of it
// synced, then the switch.  Throws std::system_error.
void publish_generation(const std::filesystem::path& index, const std::string& name);

// Before a generation is written to: its manifest's hashes will no longer hold.
void forget_hashes(const Generation& generation);

// The files of a generation that its manifest's hashes cover.
std::vector<std::filesystem::path> database_files(const std::filesystem::path& generation);

// Throws std::system_error.
void sync_path(const std::filesystem::path& path);

// Throws a std::system_error of "no space left" unless the disk has room for the bytes, and some
// to spare.
void require_space(const std::filesystem::path& folder, std::uint64_t bytes);

}  // namespace broadsheet::indexer
