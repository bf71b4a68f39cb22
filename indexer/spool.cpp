#include "indexer/spool.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>

#include "schema/article_codec.hpp"
#include "schema/bytes.hpp"

namespace broadsheet::indexer {
namespace {

constexpr std::size_t buffer_bytes = 256 << 10;

std::filesystem::path spool_path(const std::filesystem::path& folder, std::uint32_t file) {
  return folder / ("spool-" + std::to_string(file));
}

int open_or_throw(const std::filesystem::path& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC, 0666);
  if (descriptor < 0) throw std::system_error(errno, std::generic_category(), path.string());
  return descriptor;
}

}  // namespace

SpoolWriter::SpoolWriter(const std::filesystem::path& folder, std::uint32_t file)
    : file_(file),
      descriptor_(open_or_throw(spool_path(folder, file), O_WRONLY | O_CREAT | O_TRUNC)) {}

SpoolWriter::~SpoolWriter() { ::close(descriptor_); }

SpoolPlace SpoolWriter::append(std::string_view name, std::string_view canonical_url,
                               std::string_view encoded_article) {
  const std::size_t before = buffer_.size();
  append_text(buffer_, name);
  append_text(buffer_, canonical_url);
  buffer_ += encoded_article;
  const std::size_t length = buffer_.size() - before;
  const SpoolPlace place{offset_, static_cast<std::uint32_t>(length), file_};
  offset_ += length;
  if (buffer_.size() >= buffer_bytes) flush();
  return place;
}

void SpoolWriter::flush() {
  std::string_view left = buffer_;
  while (!left.empty()) {
    const ssize_t written = ::write(descriptor_, left.data(), left.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw std::system_error(errno, std::generic_category(), "writing the spool");
    left.remove_prefix(static_cast<std::size_t>(written));
  }
  buffer_.clear();
}

SpoolReader::SpoolReader(const std::filesystem::path& folder, std::uint32_t files) {
  descriptors_.reserve(files);
  for (std::uint32_t file = 0; file < files; ++file) {
    descriptors_.push_back(open_or_throw(spool_path(folder, file), O_RDONLY));
  }
}

SpoolReader::~SpoolReader() {
  for (const int descriptor : descriptors_) ::close(descriptor);
}

SpooledArticle SpoolReader::read(const SpoolPlace& place) const {
  std::string bytes(place.length, '\0');
  for (std::size_t got = 0; got < bytes.size();) {
    const ssize_t count = ::pread(descriptors_[place.file], bytes.data() + got, bytes.size() - got,
                                  static_cast<off_t>(place.offset + got));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw std::system_error(errno, std::generic_category(), "reading the spool");
    if (count == 0) throw std::runtime_error("the spool is shorter than it was written");
    got += static_cast<std::size_t>(count);
  }
  ByteReader reader(bytes);
  SpooledArticle spooled;
  spooled.name = reader.text();
  spooled.canonical_url = reader.text();
  auto article = decode_article(reader.rest());
  if (reader.failed() || !article) throw std::runtime_error("the spool is damaged");
  spooled.article = std::move(*article);
  return spooled;
}

}  // namespace broadsheet::indexer
