// Regular files, opened without being led astray.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "schema/result.hpp"

namespace broadsheet::indexer {

// What tells one state of a file from another.
struct FileState {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::uint64_t size_bytes = 0;
  std::int64_t modified_ns = 0;  // Since 1970.

  friend bool operator==(const FileState&, const FileState&) = default;
};

// Symbolic links: followed for what a person named, refused for entries found in folders.
enum class Links { follow, refuse };

// A stream of bytes: an open regular file, or standard input.  Owns its descriptor unless it is
// standard input.
class FileSource {
 public:
  // Never blocks on a fifo or device.  Errors: unreadable (the message says why).
  static Result<FileSource> open(const std::filesystem::path& path, Links links);
  static FileSource standard_input();
  // Takes the descriptor.
  static FileSource adopt(int descriptor);

  FileSource(FileSource&& other) noexcept;
  FileSource& operator=(FileSource&& other) noexcept;
  ~FileSource();

  // Appends up to size bytes; how many were read, 0 at the end.  Errors: unreadable.
  Result<std::size_t> read(std::string& buffer, std::size_t size);

  // As it was when opened; all zero for what is no regular file.
  const FileState& state() const { return state_; }
  bool is_regular() const { return is_regular_; }

  // Whether size, time and identity are still those of the opening.
  bool is_unchanged() const;

 private:
  FileSource(int descriptor, bool owned);
  void close();

  int descriptor_ = -1;
  bool owned_ = false;
  bool is_regular_ = false;
  FileState state_;
};

}  // namespace broadsheet::indexer
