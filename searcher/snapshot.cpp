#include "searcher/snapshot.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "schema/changes.hpp"
#include "schema/date.hpp"
#include "schema/hash.hpp"
#include "schema/person_aliases.hpp"

namespace broadsheet::searcher {
namespace {

constexpr const char* people_file = "people.json";
constexpr const char* sections_file = "sections.json";
constexpr std::size_t operator_digits = 12;  // Of the hash of both, in tags.

// The documents that the commits after the one revision changed, up to the other; nothing if the
// index does not say.
std::optional<std::vector<Xapian::docid>> changes_between(const Xapian::Database& database,
                                                          std::uint64_t from, std::uint64_t to) {
  if (to <= from || to - from > kept_changes) return std::nullopt;
  std::set<Xapian::docid> docids;
  for (std::uint64_t revision = from + 1; revision <= to; ++revision) {
    const std::string bytes = database.get_metadata(changes_key(revision));
    if (bytes.empty()) return std::nullopt;
    const auto changed = decode_changes(bytes);
    if (!changed) return std::nullopt;
    docids.insert(changed->begin(), changed->end());
  }
  return std::vector<Xapian::docid>(docids.begin(), docids.end());
}

Columns next_columns(const Xapian::Database& database, const Snapshot* previous,
                     const OperatorAliases& aliases) {
  if (previous == nullptr) return Columns::load(database, aliases);
  if (previous->revision() == database.get_revision()) {
    return previous->columns().patched(database, {}, aliases);
  }
  const auto changed = changes_between(database, previous->revision(), database.get_revision());
  // Reading a document again costs a few times what it costs in a full load.
  const std::size_t most = previous->columns().last() / 4 + 100;
  if (!changed || changed->size() + previous->columns().patched_documents() > most) {
    return Columns::load(database, aliases);
  }
  return previous->columns().patched(database, *changed, aliases);
}

// The bytes of a file of the operator's; nothing if there is none.
std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Nothing said if the file is empty.  An error names the file.
template <typename Aliases>
std::optional<Error> read_aliases(const std::string& text, const std::filesystem::path& path,
                                  Result<Aliases> (*parse)(std::string_view), Aliases& aliases) {
  if (text.empty()) return std::nullopt;
  Result<Aliases> parsed = parse(text);
  if (!parsed) {
    Error error = parsed.error();
    error.message = path.string() + ": " + error.message;
    return error;
  }
  aliases = std::move(*parsed);
  return std::nullopt;
}

std::vector<Xapian::Database> open_databases(const std::string& path, unsigned count) {
  std::vector<Xapian::Database> databases;
  for (unsigned i = 0; i < count; ++i) {
    databases.emplace_back(path);
    if (databases.back().get_revision() != databases.front().get_revision()) {
      throw Xapian::DatabaseModifiedError("The index changed while it was opened");
    }
  }
  return databases;
}

// Takes the last ones.
std::vector<Xapian::Database> taken_from(std::vector<Xapian::Database>& databases, unsigned count) {
  std::vector<Xapian::Database> taken(databases.end() - count, databases.end());
  databases.resize(databases.size() - count);
  return taken;
}

}  // namespace

Result<std::shared_ptr<Snapshot>> Snapshot::open(const std::filesystem::path& index,
                                                 const SnapshotOptions& options,
                                                 std::shared_ptr<Snapshot> previous) {
  const Result<Generation> generation = current_generation(index);
  if (!generation) return generation.error();
  const std::string path = generation->path.string();
  const std::string& uuid = generation->manifest.uuid;
  if (previous && previous->generation_uuid() != uuid) previous = nullptr;
  OperatorFiles files{read_file(index / people_file), read_file(index / sections_file)};
  if (previous && previous->files_ == files &&
      Xapian::Database(path).get_revision() == previous->revision()) {
    return previous;
  }
  OperatorAliases aliases;
  if (auto error =
          read_aliases(files.people, index / people_file, parse_person_aliases, aliases.people)) {
    return *error;
  }
  if (auto error = read_aliases(files.sections, index / sections_file, parse_section_aliases,
                                aliases.sections)) {
    return *error;
  }
  std::vector<Xapian::Database> databases = open_databases(path, options.readers + options.helpers);
  const std::uint64_t revision = databases.front().get_revision();
  Columns columns = next_columns(databases.front(), previous.get(), aliases);
  return std::shared_ptr<Snapshot>(new Snapshot(uuid, revision, std::move(columns),
                                                std::move(databases), options, std::move(files)));
}

Snapshot::Snapshot(std::string uuid, std::uint64_t revision, Columns columns,
                   std::vector<Xapian::Database> databases, const SnapshotOptions& options,
                   OperatorFiles files)
    : files_(std::move(files)),
      uuid_(std::move(uuid)),
      revision_(revision),
      opened_(current_instant()),
      columns_(std::move(columns)),
      filters_(columns_),
      side_work_(taken_from(databases, options.helpers)),
      languages_(ArchiveLanguages::of(columns_)),
      responses_(options.cache_bytes) {
  const CommonWords common = CommonWords::of(databases.front());
  for (Xapian::Database& database : databases) {
    idle_.push_back(std::make_unique<Reader>(std::move(database), languages_, common, &side_work_));
  }
}

std::string Snapshot::tag(Instant now) const {
  const std::string visibility = columns_.visibility_tag(now);
  const std::string files = files_.people + files_.sections;
  const std::string said =
      files.empty() ? "" : "-" + to_hex(sha256(files)).substr(0, operator_digits);
  const Day today = std::chrono::floor<std::chrono::days>(now);
  return uuid_ + "-" + format_day(today) + "-" + std::to_string(revision_) + said +
         (visibility.empty() ? "" : "-" + visibility);
}

std::unique_ptr<Snapshot::Lease> Snapshot::borrow(std::chrono::steady_clock::time_point until) {
  std::unique_lock lock(mutex_);
  const std::uint64_t ticket = next_ticket_++;
  waiting_.insert(ticket);
  const bool has_turn = given_back_.wait_until(
      lock, until, [&] { return !idle_.empty() && ticket == *waiting_.begin(); });
  waiting_.erase(ticket);
  // It may be the turn of the next one, whether this one took a reader or tired of waiting.
  given_back_.notify_all();
  if (!has_turn) return nullptr;
  auto lease = std::make_unique<Lease>(*this, std::move(idle_.back()));
  idle_.pop_back();
  side_work_.begin_request();
  return lease;
}

void Snapshot::give_back(std::unique_ptr<Reader> reader) {
  reader->end_request();
  side_work_.end_request();
  {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(reader));
  }
  given_back_.notify_all();
}

}  // namespace broadsheet::searcher
