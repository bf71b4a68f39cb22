// A whole new generation from many documents, on all cores.
//
// glass is fastest on small databases that stay in cache, and merges databases fast.  So each
// thread fills small part databases, and parts are merged in a tournament, neighbours with
// neighbours, whose last match makes the generation.  Documents keep their order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <xapian.h>

namespace broadsheet::indexer {

// Makes the n-th document.  Belongs to one thread.
using MakeDocument = std::function<Xapian::Document(std::size_t number)>;

struct BulkBuild {
  std::filesystem::path folder;  // For the parts; exists.
  std::vector<std::uint32_t>
      lengths;  // Of the documents' articles, in bytes: what parts are cut by.
  std::function<MakeDocument()> maker;  // Called once on each thread.
  unsigned threads = 1;
  std::size_t descriptors = 0;  // That the process may have open; 0: as many as it is granted.
  std::function<void(std::uint64_t documents)> written;  // Progress; from any thread.
};

// Databases whose documents, in order, are those of the build; few enough for one merge that takes
// in one more.
std::vector<std::filesystem::path> build_parts(const BulkBuild& build);

// Merges into a new database; the sources stay.  Of metadata that several have, the last one's
// counts.
void merge_databases(const std::vector<std::filesystem::path>& sources,
                     const std::filesystem::path& destination);

// Copies a database, without the room that changes have left in it; document numbers stay.
void copy_database(const std::filesystem::path& source, const std::filesystem::path& destination);

}  // namespace broadsheet::indexer
