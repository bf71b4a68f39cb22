#include "indexer/readers/file_source.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace broadsheet::indexer {
namespace {

Error unreadable(const std::string& why) { return {ErrorCode::unreadable, why, ""}; }

std::string reason(int error) { return std::generic_category().message(error); }

FileState state_of(const struct stat& status) {
  constexpr std::int64_t ns_per_second = 1'000'000'000;
  return {status.st_dev, status.st_ino, static_cast<std::uint64_t>(status.st_size),
          status.st_mtim.tv_sec * ns_per_second + status.st_mtim.tv_nsec};
}

const char* kind_of(mode_t mode) {
  if (S_ISDIR(mode)) return "a folder";
  if (S_ISFIFO(mode)) return "a fifo";
  if (S_ISSOCK(mode)) return "a socket";
  if (S_ISCHR(mode) || S_ISBLK(mode)) return "a device";
  return "no regular file";
}

}  // namespace

Result<FileSource> FileSource::open(const std::filesystem::path& path, Links links) {
  const int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
  const int descriptor = ::open(path.c_str(), links == Links::refuse ? flags | O_NOFOLLOW : flags);
  if (descriptor < 0) {
    const int error = errno;
    if (error == ELOOP && links == Links::refuse)
      return unreadable("a symbolic link, not followed");
    if (error == ENXIO) return unreadable("a fifo or socket, not a regular file");
    return unreadable(reason(error));
  }
  FileSource source(descriptor, true);
  struct stat status {};
  if (fstat(descriptor, &status) != 0) return unreadable(reason(errno));
  if (!S_ISREG(status.st_mode))
    return unreadable(std::string(kind_of(status.st_mode)) + ", not a regular file");
  source.is_regular_ = true;
  source.state_ = state_of(status);
  return source;
}

FileSource FileSource::standard_input() { return FileSource(STDIN_FILENO, false); }

FileSource FileSource::adopt(int descriptor) { return FileSource(descriptor, true); }

FileSource::FileSource(int descriptor, bool owned) : descriptor_(descriptor), owned_(owned) {}

FileSource::FileSource(FileSource&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      owned_(other.owned_),
      is_regular_(other.is_regular_),
      state_(other.state_) {}

FileSource& FileSource::operator=(FileSource&& other) noexcept {
  if (this == &other) return *this;
  close();
  descriptor_ = std::exchange(other.descriptor_, -1);
  owned_ = other.owned_;
  is_regular_ = other.is_regular_;
  state_ = other.state_;
  return *this;
}

FileSource::~FileSource() { close(); }

void FileSource::close() {
  if (owned_ && descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = -1;
}

Result<std::size_t> FileSource::read(std::string& buffer, std::size_t size) {
  const std::size_t before = buffer.size();
  buffer.resize(before + size);
  while (true) {
    const ssize_t got = ::read(descriptor_, buffer.data() + before, size);
    if (got >= 0) {
      buffer.resize(before + static_cast<std::size_t>(got));
      return static_cast<std::size_t>(got);
    }
    const int error = errno;
    if (error == EINTR) continue;
    if (error == EAGAIN) {  // Standard input may have been left non-blocking by another program.
      pollfd waiting{descriptor_, POLLIN, 0};
      ::poll(&waiting, 1, -1);
      continue;
    }
    buffer.resize(before);
    return unreadable(reason(error));
  }
}

bool FileSource::is_unchanged() const {
  if (!is_regular_) return true;
  struct stat status {};
  return fstat(descriptor_, &status) == 0 && state_of(status) == state_;
}

}  // namespace broadsheet::indexer
