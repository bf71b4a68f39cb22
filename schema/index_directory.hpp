// Where an index keeps its files, and how its parts are named.
//
//     DIR/lock                 held by the one writer
//     DIR/current              one line: the name of the generation in use, e.g. gen-3
//     DIR/gen-N/               a Xapian glass database, and
//     DIR/gen-N/manifest.json  what it is
//
// A generation that `current` does not name is unfinished or outlived; only a writer removes it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "schema/result.hpp"

namespace broadsheet {

struct Manifest {
  int format_version = 0;
  std::string uuid;     // A new one for each generation.
  std::string created;  // format_instant()
  // File name to SHA-256 (hex), for a generation nobody has written to since it was built.
  std::map<std::string, std::string> files;
};

struct Generation {
  std::string name;            // "gen-3"
  std::filesystem::path path;  // DIR/gen-3
  Manifest manifest;
};

std::filesystem::path lock_path(const std::filesystem::path& index);

// The generation in use.  index_unavailable if there is no index there, or it is of another format
// version (the message says what to do); index_corrupt if its parts don't fit together.
Result<Generation> current_generation(const std::filesystem::path& index);

Result<Manifest> read_manifest(const std::filesystem::path& generation);

// Both write a new file, sync it and rename it into place, and sync the directory.
// Throw std::system_error.
void write_manifest(const std::filesystem::path& generation, const Manifest& manifest);
void switch_current(const std::filesystem::path& index, const std::string& generation_name);

}  // namespace broadsheet
