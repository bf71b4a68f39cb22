// Finds the files that the inputs of a run name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/article_source.hpp"
#include "indexer/index.hpp"

namespace broadsheet::indexer {

// The files found, in order.  Folders are kept once each: a million files take some 100 MB.
class FoundFiles {
 public:
  std::size_t size() const { return files_.size(); }
  InputFile operator[](std::size_t index) const;
  std::uint64_t size_bytes(std::size_t index) const { return files_[index].size_bytes; }

  // name_offset: where in path the part begins that names of files are made of.
  void enter_folder(std::string path, std::size_t name_offset);
  void add(std::string file_name, std::uint64_t size_bytes, std::int64_t modified_ns,
           bool in_folder);

 private:
  struct Folder {
    std::string path;  // Ends in '/'; empty for standard input.
    std::size_t name_offset;
  };
  struct File {
    std::string name;
    std::uint64_t size_bytes;
    std::int64_t modified_ns;
    std::uint32_t folder;
    bool in_folder;
  };
  std::vector<Folder> folders_;
  std::vector<File> files_;
};

struct FoundInputs {
  FoundFiles files;
  std::vector<std::string> folders;  // Those given that could be read, absolute, ending in '/'.
  std::vector<Skipped> skipped;
};

// Walks the inputs in the order given, folders recursively, each folder's entries by name.  What is
// given by name may be a symlink; symlinks inside folders are not followed, folders on another
// device not entered, fifos, sockets and devices not read: all reported.  What is reached twice is
// taken once.  The index's own folder is left out.
FoundInputs find_inputs(const std::vector<std::string>& inputs, const std::filesystem::path& index);

}  // namespace broadsheet::indexer
