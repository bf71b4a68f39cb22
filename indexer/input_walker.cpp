#include "indexer/input_walker.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

namespace fs = std::filesystem;

struct DirectoryCloser {
  void operator()(DIR* directory) const noexcept { ::closedir(directory); }
};
using Directory = std::unique_ptr<DIR, DirectoryCloser>;

std::string reason(int error) { return std::generic_category().message(error); }

Skipped unreadable(const std::string& input, const std::string& why) {
  return {text::clean_utf8(input),
          {ErrorCode::unreadable, text::clean_utf8(input) + ": " + why, {}}};
}

std::int64_t modified_ns(const struct stat& status) {
  return std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
}

// Nothing for a regular file.
std::optional<std::string> why_not_a_file(mode_t mode) {
  if (S_ISREG(mode)) return std::nullopt;
  if (S_ISLNK(mode)) return "is a symbolic link; those inside folders are not followed";
  if (S_ISFIFO(mode)) return "is a fifo, not a file";
  if (S_ISSOCK(mode)) return "is a socket, not a file";
  return "is a device, not a file";
}

class Walker {
 public:
  explicit Walker(const fs::path& index) {
    struct stat status {};
    if (::stat(index.c_str(), &status) == 0) index_ = {status.st_dev, status.st_ino};
  }

  void add_input(const std::string& input) {
    if (input == "-") return add_standard_input();
    std::error_code error;
    const fs::path real = fs::canonical(input, error);
    struct stat status {};
    if (error || ::stat(real.c_str(), &status) != 0) {
      const int number = error ? error.value() : errno;
      return skip(unreadable(input, reason(number)));
    }
    if (!seen_.insert(real.string()).second || is_below_a_folder(real.string())) return;
    if (S_ISDIR(status.st_mode)) return walk(real.string(), status.st_dev);
    if (const auto why = why_not_a_file(status.st_mode)) return skip(unreadable(input, *why));
    const std::string parent = with_slash(real.parent_path().string());
    found_.files.enter_folder(parent, parent.size());
    add_file(real.filename().string(), status, false);
  }

  FoundInputs take() { return std::move(found_); }

 private:
  struct Child {
    std::string name;
    struct stat status;
  };
  struct Open {
    std::string path;  // Ends in '/'.
    std::vector<Child> children;
    std::size_t next = 0;
  };

  static std::string with_slash(std::string path) {
    if (!path.ends_with('/')) path += '/';
    return path;
  }

  void skip(Skipped skipped) { found_.skipped.push_back(std::move(skipped)); }

  void add_standard_input() {
    if (!seen_.insert("-").second) return;
    found_.files.enter_folder("", 0);
    found_.files.add("-", 0, 0, false);
  }

  bool is_below_a_folder(const std::string& path) const {
    return std::any_of(found_.folders.begin(), found_.folders.end(),
                       [&](const std::string& folder) {
                         return path.starts_with(folder) || path + '/' == folder;
                       });
  }

  void add_file(const std::string& name, const struct stat& status, bool in_folder) {
    found_.files.add(name, static_cast<std::uint64_t>(status.st_size), modified_ns(status),
                     in_folder);
  }

  // The folder's entries by name; nothing (and a report) if it cannot be read.
  std::optional<Open> open_folder(std::string path) {
    const Directory directory(::opendir(path.c_str()));
    if (!directory) {
      skip(unreadable(path, reason(errno)));
      return std::nullopt;
    }
    Open folder{std::move(path), {}, 0};
    while (const dirent* entry = ::readdir(directory.get())) {
      const std::string name = entry->d_name;
      if (name == "." || name == "..") continue;
      Child child{name, {}};
      if (::fstatat(::dirfd(directory.get()), name.c_str(), &child.status, AT_SYMLINK_NOFOLLOW) !=
          0) {
        skip(unreadable(folder.path + name, reason(errno)));
        continue;
      }
      folder.children.push_back(std::move(child));
    }
    std::sort(folder.children.begin(), folder.children.end(),
              [](const Child& a, const Child& b) { return a.name < b.name; });
    return folder;
  }

  bool is_to_enter(const std::string& path, const struct stat& status, dev_t device) {
    if (std::pair(status.st_dev, status.st_ino) == index_) return false;
    if (seen_.contains(path)) return false;
    if (status.st_dev == device) return true;
    skip(unreadable(path, "is on another device; name it to index it"));
    return false;
  }

  // With a stack of its own: folders may be nested as deep as a path is long.
  void walk(const std::string& root, dev_t device) {
    const std::string start = with_slash(root);
    std::vector<Open> stack;
    if (auto folder = open_folder(start)) {
      stack.push_back(std::move(*folder));
      found_.folders.push_back(start);
      found_.files.enter_folder(start, start.size());
    }
    while (!stack.empty()) {
      Open& folder = stack.back();
      if (folder.next == folder.children.size()) {
        stack.pop_back();
        if (!stack.empty()) found_.files.enter_folder(stack.back().path, start.size());
        continue;
      }
      const Child child = std::move(folder.children[folder.next++]);
      const std::string path = folder.path + child.name;
      if (!S_ISDIR(child.status.st_mode)) {
        add_child(path, child);
      } else if (is_to_enter(path, child.status, device)) {
        if (auto inner = open_folder(path + '/')) {
          stack.push_back(std::move(*inner));
          found_.files.enter_folder(path + '/', start.size());
        }
      }
    }
  }

  void add_child(const std::string& path, const Child& child) {
    if (const auto why = why_not_a_file(child.status.st_mode)) return skip(unreadable(path, *why));
    if (!seen_.contains(path)) add_file(child.name, child.status, true);
  }

  std::pair<dev_t, ino_t> index_{};
  std::set<std::string> seen_;  // What was given by name, absolute.
  FoundInputs found_;
};

}  // namespace

InputFile FoundFiles::operator[](std::size_t index) const {
  const File& file = files_[index];
  const Folder& folder = folders_[file.folder];
  const std::string path = folder.path + file.name;
  return {path, text::clean_utf8(std::string_view(path).substr(folder.name_offset)),
          file.size_bytes, file.modified_ns, file.in_folder};
}

void FoundFiles::enter_folder(std::string path, std::size_t name_offset) {
  folders_.push_back({std::move(path), name_offset});
}

void FoundFiles::add(std::string file_name, std::uint64_t size_bytes, std::int64_t modified_ns,
                     bool in_folder) {
  files_.push_back({std::move(file_name), size_bytes, modified_ns,
                    static_cast<std::uint32_t>(folders_.size() - 1), in_folder});
}

FoundInputs find_inputs(const std::vector<std::string>& inputs, const fs::path& index) {
  Walker walker(index);
  for (const std::string& input : inputs) walker.add_input(input);
  return walker.take();
}

}  // namespace broadsheet::indexer
