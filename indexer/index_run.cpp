#include "indexer/index_run.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <exception>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <utility>

#include "indexer/bulk_build.hpp"
#include "indexer/common_words.hpp"
#include "indexer/document_maker.hpp"
#include "indexer/file_ledger.hpp"
#include "indexer/generation.hpp"
#include "indexer/identity.hpp"
#include "indexer/index_update.hpp"
#include "indexer/input_walker.hpp"
#include "indexer/reading.hpp"
#include "indexer/site_learning.hpp"
#include "schema/date.hpp"
#include "schema/fields.hpp"

namespace broadsheet::indexer {
namespace {

namespace fs = std::filesystem;

// An update of more articles than this, and of more than a quarter of the index, is a bulk build.
constexpr std::size_t large_update = 5'000;

// Bytes of disk that a byte of encoded article takes in a database, at most.
constexpr std::uint64_t growth = 4;

std::string plural(std::uint64_t count, const std::string& noun) {
  return std::to_string(count) + ' ' + noun + (count == 1 ? "" : "s");
}

// Calls visit(LedgerEntry&&) for each entry of the ledger whose key begins so.
template <typename Visit>
void for_each_ledger_entry(const Xapian::Database& database, const std::string& key_prefix,
                           Visit visit) {
  const auto end = database.metadata_keys_end(key_prefix);
  for (auto key = database.metadata_keys_begin(key_prefix); key != end; ++key) {
    if (auto entry = decode_ledger_entry(database.get_metadata(*key))) visit(std::move(*entry));
  }
}

bool lists_any(const LedgerEntry& entry, const std::set<ArticleKey>& claims) {
  return std::any_of(entry.yields.begin(), entry.yields.end(),
                     [&](const LedgerEntry::Yield& yield) { return claims.contains(yield.claim); });
}

bool is_gone(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

class IndexRun {
 public:
  IndexRun(const ArticleSource& source, const IndexOptions& options, const IndexListener& listener)
      : source_(source), options_(options), reporter_(listener), now_(current_instant()) {
    options_.commit_every = std::max<std::uint64_t>(options_.commit_every, 1);
    if (options_.threads == 0) options_.threads = std::max(1U, std::thread::hardware_concurrency());
  }

  Result<IndexReport> run(const std::vector<std::string>& inputs) {
    auto lock = IndexLock::acquire(options_.index);
    if (!lock) return lock.error();
    if (auto error = open_current()) return *error;
    clear_leftovers();
    find(inputs);
    choose_files();
    read(to_read_);
    read_reopened();
    resolution_ = resolve(read_.entries, residents_);
    auto error = write();
    residents_ = Residents(std::nullopt);
    fs::remove_all(build_folder());
    if (error) return *error;
    return report();
  }

 private:
  // The generation to add to; none for a new index or a rebuild.
  std::optional<Error> open_current() {
    auto generation = current_generation(options_.index);
    std::error_code ignored;
    if (!generation) {
      const bool is_new = !fs::exists(options_.index / "current", ignored);
      if (!is_new && !options_.rebuild) return generation.error();
      return std::nullopt;
    }
    current_ = std::move(*generation);
    if (!options_.rebuild) residents_ = open_again();
    return std::nullopt;
  }

  std::string current_name() const { return current_ ? current_->name : std::string(); }
  fs::path build_folder() const {
    return options_.index / ("build-" + next_generation_name(current_).substr(4));
  }

  void clear_leftovers() {
    // An index that cannot be opened is left for people to look at until the rebuild is done.
    const std::string keep = current_ ? current_->name : pointed_at();
    if (remove_leftovers(options_.index, keep)) {
      reporter_.notice(current_
                           ? "the last run was cut short; what it had not committed is done again"
                           : "the first build was cut short before it was done; it is begun again");
    }
    fs::create_directory(build_folder());
  }

  // What `current` names, sound or not.
  std::string pointed_at() const {
    std::string name;
    std::getline(std::ifstream(options_.index / "current") >> std::ws, name);
    return name;
  }

  void find(const std::vector<std::string>& inputs) {
    found_ = find_inputs(inputs, options_.index);
    for (const Skipped& skipped : found_.skipped) reporter_.skip(skipped);
    if (options_.prune && !residents_.empty()) find_gone();
  }

  // Files of the ledger, below the folders given, that are there no more.
  void find_gone() {
    std::vector<LedgerEntry> gone;
    std::set<std::string> gone_paths;
    for (const std::string& folder : found_.folders) {
      if (is_empty(folder)) {
        reporter_.notice(folder + " holds no files at all; nothing is pruned below it");
        continue;
      }
      const std::string key_prefix = std::string(fields::metadata::file) + folder;
      for_each_ledger_entry(residents_.database(), key_prefix, [&](LedgerEntry entry) {
        if (!is_gone(entry.path) || !gone_paths.insert(entry.path).second) return;
        forgotten_.push_back(entry.path);
        gone.push_back(std::move(entry));
      });
    }
    if (gone.empty()) return;
    std::set<ArticleKey> claims;
    for (const LedgerEntry& entry : gone) {
      for (const LedgerEntry::Yield& yield : entry.yields) claims.insert(yield.claim);
    }
    forget_files_that_list(claims, gone_paths);
    ignore_documents_of(gone);
  }

  bool is_empty(const std::string& folder) const {
    for (std::size_t i = 0; i < found_.files.size(); ++i) {
      if (found_.files[i].path.string().starts_with(folder)) return false;
    }
    return true;
  }

  // What one file overtook from another is to be read again when the one goes.
  void forget_files_that_list(const std::set<ArticleKey>& claims,
                              const std::set<std::string>& except) {
    for_each_ledger_entry(residents_.database(), std::string(fields::metadata::file),
                          [&](const LedgerEntry& entry) {
                            if (!except.contains(entry.path) && lists_any(entry, claims)) {
                              forgotten_.push_back(entry.path);
                            }
                          });
  }

  void ignore_documents_of(const std::vector<LedgerEntry>& gone) {
    for (const LedgerEntry& entry : gone) {
      const ArticleKey file_origin = to_key(article_key(entry.name));
      for (const LedgerEntry::Yield& yield : entry.yields) {
        const ArticleKey origin = to_key(article_key(item_name(entry.name, yield.item)));
        std::vector<Xapian::docid> docids = residents_.claiming(yield.claim);
        if (const auto docid = residents_.with_id(yield.claim)) docids.push_back(docid);
        for (const Xapian::docid docid : docids) {
          if (residents_.has_origin(docid, origin) || residents_.has_origin(docid, file_origin)) {
            pruned_.push_back(docid);
          }
        }
      }
    }
    std::sort(pruned_.begin(), pruned_.end());
    pruned_.erase(std::unique(pruned_.begin(), pruned_.end()), pruned_.end());
    residents_.ignore(pruned_);
  }

  // Leaves out the files that the ledger knows as they are, and repeats what it says of them.
  void choose_files() {
    const std::set<std::string> forgotten(forgotten_.begin(), forgotten_.end());
    for (std::uint32_t i = 0; i < found_.files.size(); ++i) {
      const InputFile file = found_.files[i];
      if (residents_.empty() || file.is_standard_input() || forgotten.contains(file.path)) {
        to_read_.push_back(i);
        continue;
      }
      const auto entry = find_ledger_entry(residents_.database(), file.path.string());
      if (!entry || !entry->describes(file)) {
        to_read_.push_back(i);
        continue;
      }
      known_.push_back(i);
      repeat(*entry);
    }
  }

  void repeat(const LedgerEntry& entry) {
    report_.unchanged += entry.yields.size();
    std::map<ErrorCode, std::uint64_t> unnamed = entry.skipped_counts;
    for (const Skipped& skipped : entry.skipped) {
      reporter_.skip(skipped);
      --unnamed[skipped.error.code];
    }
    for (const auto& [code, count] : unnamed) reporter_.count_skipped(code, count);
  }

  void read(const std::vector<std::uint32_t>& files) {
    const std::optional<fs::path> compare =
        residents_.empty() ? std::nullopt : std::optional(current_->path);
    read_files(source_, found_.files, files, {build_folder(), compare, options_.threads}, reporter_,
               read_);
  }

  // A page with a new headline may set free a rival that had been taken for the same article.
  void read_reopened() {
    const std::vector<ArticleKey> reopened = reopened_claims(read_.entries, residents_);
    if (reopened.empty()) return;
    const std::set<ArticleKey> claims(reopened.begin(), reopened.end());
    std::vector<std::uint32_t> again;
    for (const std::uint32_t number : known_) {
      const std::string path = found_.files[number].path.string();
      const auto entry = find_ledger_entry(residents_.database(), path);
      if (!entry || !lists_any(*entry, claims)) continue;
      forgotten_.push_back(path);
      again.push_back(number);
      report_.unchanged -= entry->yields.size();
    }
    read(again);
  }

  std::optional<Error> write() {
    const std::size_t writes = resolution_.writes.size();
    if (!current_ || options_.rebuild) {
      if (writes == 0) return nothing_to_build();
      build_generation();
    } else if (writes > large_update && writes * 4 > residents_.database().get_doccount()) {
      build_generation();
    } else {
      update();
    }
    return std::nullopt;
  }

  std::optional<Error> nothing_to_build() const {
    return Error{ErrorCode::empty,
                 std::string("no article was found in the inputs; ") +
                     (current_ ? "the index is as it was" : "no index was made"),
                 {}};
  }

  // Of all that is about to be written, before the first of it is: what the first commit holds of
  // it is what the last would.
  void learn_from(const SpoolReader& spool) {
    const Xapian::Database* index = residents_.empty() ? nullptr : &residents_.database();
    learned_ = learn_sites(read_.entries, resolution_.writes, spool, index);
    for (const std::string& message : learned_.damaged) reporter_.notice(message);
  }

  // The words that its documents have pair terms of.
  void learn_common_words(const SpoolReader& spool) {
    common_ = residents_.empty()
                  ? indexer::learn_common_words(read_.entries, resolution_.writes, spool)
                  : CommonWords::of(residents_.database());
  }

  // ----- update

  void update() {
    SpoolReader spool(build_folder(), read_.spool_files);
    learn_from(spool);
    learn_common_words(spool);
    DocumentMaker maker(read_.entries, spool, learned_.lines, common_, open_again(), now_);
    UpdateWriter writer(*current_, options_.commit_every,
                        [&](std::uint64_t articles, const std::string& where) {
                          reporter_.acknowledge(articles, where);
                          residents_.reopen();
                          maker.reopen();
                        });
    for (const std::string& path : forgotten_) writer.set_metadata(ledger_key(path), {});
    for (const auto& [key, value] : learned_.metadata) writer.set_metadata(key, value);
    for (const Xapian::docid docid : pruned_) writer.remove(docid);
    const std::vector<std::string> names = names_of(resolution_.renames);
    for (std::size_t i = 0; i < names.size(); ++i) {
      writer.replace(resolution_.renames[i].docid, maker.rename(resolution_.renames[i], names[i]));
    }
    apply_writes(writer, maker);
    writer.commit();
    report_.articles = Xapian::Database(current_->path.string()).get_doccount();
  }

  Residents open_again() const {
    if (!current_) return Residents(std::nullopt);
    return Residents(Xapian::Database(current_->path.string()));
  }

  // Each file's ledger entry goes with the last of its articles, but that of a file of which an
  // article was overtaken by another's goes last, so that the other is safe by then.
  void apply_writes(UpdateWriter& writer, DocumentMaker& maker) {
    std::multimap<std::uint32_t, Xapian::docid> removals;
    for (const Removal& removal : resolution_.removals)
      removals.emplace(removal.entry, removal.docid);
    std::set<std::uint32_t> late;
    for (const std::uint32_t loser : resolution_.losers) late.insert(read_.entries[loser].file);
    auto file = read_.recordable.begin();
    const auto note_files_before = [&](std::uint64_t end) {
      for (; file != read_.recordable.end() && *file < end; ++file) {
        if (!late.contains(*file)) note_file(writer, *file);
      }
    };
    std::size_t done = 0;
    for (const Write& write : resolution_.writes) {
      note_files_before(read_.entries[write.entry].file);
      commit_if_full(writer, done);
      if (write.replaces != 0) {
        writer.replace(write.replaces, maker.make(write));
      } else {
        writer.add(maker.make(write));
      }
      const auto [first, end] = removals.equal_range(write.entry);
      for (auto it = first; it != end; ++it) writer.remove(it->second);
      removals.erase(first, end);
      ++done;
      reporter_.progress({done, 0, 0, "writing"});
    }
    note_files_before(UINT64_MAX);
    for (const auto& [entry, docid] : removals) writer.remove(docid);
    for (const std::uint32_t number : read_.recordable) {
      if (late.contains(number)) note_file(writer, number);
    }
  }

  void commit_if_full(UpdateWriter& writer, std::size_t done) {
    if (writer.is_full()) writer.commit();
    if (done % options_.commit_every != 0) return;
    std::uint64_t bytes = 0;
    const auto& writes = resolution_.writes;
    for (std::size_t i = done; i < std::min(writes.size(), done + options_.commit_every); ++i) {
      bytes += read_.entries[writes[i].entry].place.length;
    }
    require_space(current_->path, bytes * growth);
  }

  void note_file(UpdateWriter& writer, std::uint32_t number) {
    const std::string key = ledger_key(found_.files[number].path.string());
    const std::string value = encode_ledger_entry(ledger_entry(number));
    if (residents_.database().get_metadata(key) == value && !is_forgotten(number)) return;
    writer.set_metadata(key, value);
  }

  bool is_forgotten(std::uint32_t number) const {
    const std::string path = found_.files[number].path.string();
    return std::find(forgotten_.begin(), forgotten_.end(), path) != forgotten_.end();
  }

  LedgerEntry ledger_entry(std::uint32_t number) const {
    const InputFile file = found_.files[number];
    LedgerEntry entry;
    entry.size_bytes = file.size_bytes;
    entry.modified_ns = file.modified_ns;
    entry.path = file.path.string();
    entry.name = file.name;
    auto article = std::lower_bound(
        read_.entries.begin(), read_.entries.end(), number,
        [](const Entry& read, std::uint32_t wanted) { return read.file < wanted; });
    for (; article != read_.entries.end() && article->file == number; ++article) {
      entry.yields.push_back({article->claim, article->item});
    }
    if (const auto skips = read_.skips.find(number); skips != read_.skips.end()) {
      entry.skipped = skips->second.named;
      entry.skipped_counts = skips->second.counts;
    }
    return entry;
  }

  // The names of the pages that the documents came from, by way of the ledger.
  std::vector<std::string> names_of(const std::vector<Rename>& renames) const {
    std::vector<std::string> names;
    if (renames.empty()) return names;
    std::set<ArticleKey> claims;
    for (const Rename& rename : renames) claims.insert(rename.claim);
    std::map<ArticleKey, std::string> by_origin;
    for_each_ledger_entry(residents_.database(), std::string(fields::metadata::file),
                          [&](const LedgerEntry& entry) {
                            for (const LedgerEntry::Yield& yield : entry.yields) {
                              if (!claims.contains(yield.claim)) continue;
                              std::string name = item_name(entry.name, yield.item);
                              by_origin.emplace(to_key(article_key(name)), std::move(name));
                            }
                          });
    for (const Rename& rename : renames) {
      const auto known = by_origin.find(rename.origin);
      const std::string unknown = "page-" + std::string(key_text(rename.origin));
      names.push_back(known == by_origin.end() ? unknown : known->second);
    }
    return names;
  }

  // ----- bulk build

  void build_generation() {
    const std::string name = next_generation_name(current_);
    sort_by_date(resolution_.writes);
    require_space(options_.index, space_for_build());
    SpoolReader spool(build_folder(), read_.spool_files);
    learn_from(spool);
    learn_common_words(spool);
    std::vector<fs::path> sources{make_base(spool)};
    for (fs::path& part : build_parts(bulk_build(spool))) sources.push_back(std::move(part));
    reporter_.progress({resolution_.writes.size(), 0, 0, "merging"});
    const fs::path generation = options_.index / name;
    merge_databases(sources, generation);
    verify(sources, generation);
    publish_generation(options_.index, name);
    reporter_.acknowledge(resolution_.writes.size(), name);
  }

  void sort_by_date(std::vector<Write>& writes) const {
    std::sort(writes.begin(), writes.end(), [this](const Write& a, const Write& b) {
      const Entry& first = read_.entries[a.entry];
      const Entry& second = read_.entries[b.entry];
      return first.order != second.order ? first.order < second.order : a.entry < b.entry;
    });
  }

  // Parts and generation stand side by side.
  std::uint64_t space_for_build() const {
    std::uint64_t bytes = 0;
    for (const Write& write : resolution_.writes) bytes += read_.entries[write.entry].place.length;
    bytes *= growth;
    if (!residents_.empty()) {
      for (const fs::path& file : database_files(current_->path)) bytes += fs::file_size(file);
    }
    return bytes * 2;
  }

  BulkBuild bulk_build(const SpoolReader& spool) {
    BulkBuild build;
    build.folder = build_folder();
    build.threads = options_.threads;
    build.lengths.reserve(resolution_.writes.size());
    for (const Write& write : resolution_.writes) {
      build.lengths.push_back(read_.entries[write.entry].place.length);
    }
    build.maker = [this, &spool]() -> MakeDocument {
      const auto maker = std::make_shared<DocumentMaker>(read_.entries, spool, learned_.lines,
                                                         common_, earlier_articles(), now_);
      return [this, maker](std::size_t number) { return maker->make(resolution_.writes[number]); };
    };
    build.written = [this](std::uint64_t documents) {
      reporter_.progress({documents, 0, 0, "writing"});
    };
    return build;
  }

  // Where first_seen is looked up; a damaged index is no reason not to rebuild it.
  Residents earlier_articles() const {
    try {
      return open_again();
    } catch (const Xapian::Error&) {
      if (!options_.rebuild) throw;
      return Residents(std::nullopt);
    }
  }

  // What the new documents are added to: the articles that stay, and the ledger.
  fs::path make_base(const SpoolReader& spool) {
    fs::path path = build_folder() / "base";
    if (!residents_.empty()) copy_database(current_->path, path);
    Xapian::WritableDatabase base(
        path.string(), Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
    if (!residents_.empty()) apply_to_copy(base, spool);
    for (const std::uint32_t number : read_.recordable) {
      base.set_metadata(ledger_key(found_.files[number].path.string()),
                        encode_ledger_entry(ledger_entry(number)));
    }
    for (const auto& [key, value] : learned_.metadata) base.set_metadata(key, value);
    common_.write(base);
    base.commit();
    return path;
  }

  void apply_to_copy(Xapian::WritableDatabase& base, const SpoolReader& spool) {
    const std::string changes(fields::metadata::changes);
    std::vector<std::string> outdated{base.metadata_keys_begin(changes),
                                      base.metadata_keys_end(changes)};
    for (const std::string& path : forgotten_) outdated.push_back(ledger_key(path));
    for (const std::string& key : outdated) base.set_metadata(key, {});
    DocumentMaker maker(read_.entries, spool, learned_.lines, common_, open_again(), now_);
    const std::vector<std::string> names = names_of(resolution_.renames);
    for (std::size_t i = 0; i < names.size(); ++i) {
      const Rename& rename = resolution_.renames[i];
      base.replace_document(rename.docid, maker.rename(rename, names[i]));
    }
    for (const Xapian::docid docid : pruned_) base.delete_document(docid);
    for (const Removal& removal : resolution_.removals) base.delete_document(removal.docid);
    for (const Write& write : resolution_.writes) {
      if (write.replaces != 0) base.delete_document(write.replaces);
    }
  }

  void verify(const std::vector<fs::path>& sources, const fs::path& generation) {
    std::uint64_t expected = 0;
    for (const fs::path& source : sources)
      expected += Xapian::Database(source.string()).get_doccount();
    report_.articles = Xapian::Database(generation.string()).get_doccount();
    if (report_.articles == expected) return;
    throw std::runtime_error(generation.string() + " holds " + plural(report_.articles, "article") +
                             " instead of " + std::to_string(expected));
  }

  // ----- report

  IndexReport report() {
    for (const Write& write : resolution_.writes) {
      ++(write.replaces != 0 ? report_.replaced : report_.added);
      for (std::size_t i = 0; i < field_names.size(); ++i) {
        const bool has = (read_.entries[write.entry].fields >> i & 1) != 0;
        report_.with_field[field_names[i]] += has ? 1 : 0;
      }
    }
    report_.unchanged += resolution_.unchanged;
    report_.repeated = resolution_.losers.size();
    report_.removed = pruned_.size() + resolution_.removals.size();
    report_.skipped = reporter_.skipped();
    report_.paragraphs_left_out = learned_.lines.paragraphs_left_out();
    report_.sites_left_out = learned_.lines.sites_left_out();
    return std::move(report_);
  }

  const ArticleSource& source_;
  IndexOptions options_;
  Reporter reporter_;
  const Instant now_;

  std::optional<Generation> current_;  // Also in a rebuild.
  Residents residents_{std::nullopt};  // Empty in a rebuild.
  FoundInputs found_;
  std::vector<std::string> forgotten_;  // Paths whose ledger entries go with the first commit.
  std::vector<Xapian::docid> pruned_;   // Ascending.
  std::vector<std::uint32_t> to_read_;
  std::vector<std::uint32_t> known_;  // Files that the ledger spared us.
  ReadArticles read_;
  Resolution resolution_;
  LearnedSites learned_;
  CommonWords common_;
  IndexReport report_;
};

bool is_disk_full(const std::string& text) {
  return text.find("No space left on device") != text.npos ||
         text.find("quota exceeded") != text.npos;
}

Error disk_full(const fs::path& index, const std::string& detail) {
  return {ErrorCode::too_large,
          "the disk is full: " + detail + ". What was committed to " + index.string() +
              " is safe; make room and run again",
          {}};
}

Error of_xapian(const fs::path& index, const Xapian::Error& error) {
  const std::string text = error.get_description();
  if (is_disk_full(text)) return disk_full(index, text);
  const bool corrupt = std::string(error.get_type()) == "DatabaseCorruptError";
  return {corrupt ? ErrorCode::index_corrupt : ErrorCode::index_unavailable,
          index.string() + ": " + text + (corrupt ? "; run check, then index --rebuild" : ""),
          {}};
}

}  // namespace

std::optional<Error> guard(const fs::path& index, const std::function<void()>& work) {
  try {
    work();
    return std::nullopt;
  } catch (const Xapian::Error& error) {
    return of_xapian(index, error);
  } catch (const std::exception& error) {
    if (is_disk_full(error.what())) return disk_full(index, error.what());
    return Error{ErrorCode::index_unavailable, index.string() + ": " + error.what(), {}};
  }
}

Result<IndexReport> index_from(const ArticleSource& source, const std::vector<std::string>& inputs,
                               const IndexOptions& options, const IndexListener& listener) {
  std::optional<Result<IndexReport>> result;
  const auto failure =
      guard(options.index, [&] { result = IndexRun(source, options, listener).run(inputs); });
  if (failure) return *failure;
  return std::move(*result);
}

}  // namespace broadsheet::indexer
