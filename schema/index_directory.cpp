#include "schema/index_directory.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>

#include "schema/article_json.hpp"
#include "schema/fields.hpp"

namespace broadsheet {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* manifest_name = "manifest.json";
constexpr const char* current_name = "current";

class FileDescriptor {
 public:
  FileDescriptor(const fs::path& path, int flags)
      : fd_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {
    if (fd_ < 0) throw std::system_error(errno, std::generic_category(), path.string());
  }
  ~FileDescriptor() { ::close(fd_); }
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

void sync(const FileDescriptor& file, const fs::path& path) {
  if (::fsync(file.get()) != 0) {
    throw std::system_error(errno, std::generic_category(), path.string());
  }
}

void write_all(const FileDescriptor& file, std::string_view bytes, const fs::path& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw std::system_error(errno, std::generic_category(), path.string());
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

// After a crash either the old content or the new is there, whole.
void replace_file(const fs::path& path, std::string_view content) {
  fs::path temporary = path;
  temporary += ".new";
  {
    const FileDescriptor file(temporary, O_WRONLY | O_CREAT | O_TRUNC);
    write_all(file, content, temporary);
    sync(file, temporary);
  }
  fs::rename(temporary, path);
  const FileDescriptor directory(path.parent_path(), O_RDONLY | O_DIRECTORY);
  sync(directory, path.parent_path());
}

std::optional<std::string> read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

bool is_generation_name(const std::string& name) {
  return name.starts_with("gen-") && name.size() > 4 && name.size() < 20 &&
         name.find_first_not_of("0123456789", 4) == name.npos;
}

Error corrupt(const fs::path& path, const std::string& what) {
  return {ErrorCode::index_corrupt, path.string() + ": " + what, {}};
}

}  // namespace

fs::path lock_path(const fs::path& index) { return index / "lock"; }

Result<Manifest> read_manifest(const fs::path& generation) {
  const fs::path path = generation / manifest_name;
  const auto text = read_file(path);
  if (!text) return corrupt(path, "cannot be read; the index is damaged, rebuild it");
  const json parsed = json::parse(*text, nullptr, false);
  if (!parsed.is_object()) {
    return corrupt(path, "is not a manifest; the index is damaged, rebuild it");
  }
  try {
    Manifest manifest;
    manifest.format_version = parsed.at("format_version").get<int>();
    manifest.uuid = parsed.at("uuid").get<std::string>();
    manifest.created = parsed.value("created", "");
    const json files = parsed.value("files", json::object());  // items() borrows from it.
    for (const auto& [name, hash] : files.items()) {
      manifest.files[name] = hash.get<std::string>();
    }
    return manifest;
  } catch (const json::exception&) {
    return corrupt(path, "lacks a field or has one of the wrong type; rebuild the index");
  }
}

Result<Generation> current_generation(const fs::path& index) {
  const auto text = read_file(index / current_name);
  if (!text) {
    return Error{ErrorCode::index_unavailable,
                 "no index at " + index.string() + "; make one with: broadsheet index PATH --db " +
                     index.string(),
                 {}};
  }
  const std::string name = text->substr(0, text->find('\n'));
  if (!is_generation_name(name)) {
    return corrupt(index / current_name, "does not name a generation");
  }
  const fs::path path = index / name;
  auto manifest = read_manifest(path);
  if (!manifest) return manifest.error();
  if (manifest->format_version != fields::format_version) {
    return Error{ErrorCode::index_unavailable,
                 index.string() + " has index format " + std::to_string(manifest->format_version) +
                     ", this program reads " + std::to_string(fields::format_version) +
                     "; re-index needed: broadsheet index PATH --rebuild --db " + index.string(),
                 {}};
  }
  return Generation{name, path, std::move(*manifest)};
}

void write_manifest(const fs::path& generation, const Manifest& manifest) {
  const json written = {{"format_version", manifest.format_version},
                        {"uuid", manifest.uuid},
                        {"created", manifest.created},
                        {"files", manifest.files}};
  replace_file(generation / manifest_name, dump_json(written) + '\n');
}

void switch_current(const fs::path& index, const std::string& generation_name) {
  replace_file(index / current_name, generation_name + '\n');
}

}  // namespace broadsheet
