#include "indexer/generation.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <random>
#include <system_error>
#include <utility>
#include <vector>

#include "schema/date.hpp"
#include "schema/fields.hpp"
#include "schema/hash.hpp"

namespace broadsheet::indexer {
namespace {

namespace fs = std::filesystem;

// Left free on the disk, for copy-on-write and for others.
constexpr std::uint64_t spare_bytes = 16 << 20;

[[noreturn]] void fail(const fs::path& path) {
  throw std::system_error(errno, std::generic_category(), path.string());
}

Error unavailable(const fs::path& index, const std::string& why) {
  return {ErrorCode::index_unavailable, index.string() + " cannot be written to: " + why, {}};
}

std::string locked_message(const fs::path& index, int descriptor) {
  std::array<char, 32> holder{};
  const ssize_t size = ::pread(descriptor, holder.data(), holder.size() - 1, 0);
  std::string message = index.string() + " is being written to by another process";
  if (size > 1)
    message.append(" (process ")
        .append(holder.data(), static_cast<std::size_t>(size - 1))
        .append(")");
  return message + "; wait until it is done";
}

// For messages only: the lock itself is what counts.
void note_holder(int descriptor) {
  const std::string line = std::to_string(::getpid()) + '\n';
  if (::ftruncate(descriptor, 0) != 0) return;
  [[maybe_unused]] const ssize_t written = ::pwrite(descriptor, line.data(), line.size(), 0);
}

std::string random_uuid() {
  std::random_device random;
  std::string text;
  for (int word = 0; word < 4; ++word) {
    std::array<char, 9> digits{};
    std::snprintf(digits.data(), digits.size(), "%08x", random());
    text += digits.data();
  }
  text[12] = '4';
  text[16] = "89ab"[random() % 4];
  for (const std::size_t dash : {8, 13, 18, 23}) text.insert(dash, 1, '-');
  return text;
}

bool is_leftover(const fs::path& path, const std::string& current_name) {
  const std::string name = path.filename().string();
  return name != current_name && (name.starts_with("gen-") || name.starts_with("build-"));
}

}  // namespace

Result<IndexLock> IndexLock::acquire(const fs::path& index) {
  std::error_code error;
  if (fs::create_directories(index, error)) sync_path(fs::absolute(index).parent_path());
  if (error) return unavailable(index, error.message());
  const int descriptor = ::open(lock_path(index).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) return unavailable(index, std::generic_category().message(errno));
  IndexLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return unavailable(index, std::generic_category().message(errno));
    return Error{ErrorCode::index_locked, locked_message(index, descriptor), {}};
  }
  note_holder(descriptor);
  return lock;
}

IndexLock::IndexLock(IndexLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

IndexLock::~IndexLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool remove_leftovers(const fs::path& index, const std::string& current_name) {
  std::vector<fs::path> leftovers;
  for (const auto& entry : fs::directory_iterator(index)) {
    if (is_leftover(entry.path(), current_name)) leftovers.push_back(entry.path());
  }
  bool cut_short = false;
  for (const fs::path& leftover : leftovers) {
    cut_short = cut_short || leftover.filename().string().starts_with("build-");
    fs::remove_all(leftover);
  }
  return cut_short;
}

std::string next_generation_name(const std::optional<Generation>& current) {
  const unsigned long number = current ? std::stoul(current->name.substr(4)) : 0;
  return "gen-" + std::to_string(number + 1);
}

std::vector<fs::path> database_files(const fs::path& generation) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(generation)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_regular_file() && !name.starts_with("manifest.json") && name != "flintlock") {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

void publish_generation(const fs::path& index, const std::string& name) {
  const fs::path generation = index / name;
  Manifest manifest{fields::format_version, random_uuid(), format_instant(current_instant()), {}};
  for (const fs::path& file : database_files(generation)) {
    sync_path(file);
    manifest.files[file.filename().string()] = sha256_of_file(file);
  }
  write_manifest(generation, manifest);
  sync_path(generation);
  sync_path(index);
  switch_current(index, name);
}

void forget_hashes(const Generation& generation) {
  if (generation.manifest.files.empty()) return;
  Manifest manifest = generation.manifest;
  manifest.files.clear();
  write_manifest(generation.path, manifest);
}

void sync_path(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) fail(path);
  const int result = ::fsync(descriptor);
  const int error = errno;
  ::close(descriptor);
  errno = error;
  if (result != 0) fail(path);
}

void require_space(const fs::path& folder, std::uint64_t bytes) {
  struct statvfs status {};
  if (::statvfs(folder.c_str(), &status) != 0) return;
  const std::uint64_t free_bytes = std::uint64_t{status.f_bavail} * status.f_frsize;
  if (free_bytes >= bytes + spare_bytes) return;
  const auto megabytes = [](std::uint64_t count) {
    return std::to_string((count >> 20) + 1) + " MB";
  };
  throw std::system_error(ENOSPC, std::generic_category(),
                          folder.string() + " needs about " + megabytes(bytes + spare_bytes) +
                              ", has " + megabytes(free_bytes) + " free");
}

}  // namespace broadsheet::indexer
