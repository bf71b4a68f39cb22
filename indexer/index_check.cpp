#include <cstdint>
#include <optional>
#include <sstream>
#include <string>
#include <utility>

#include "indexer/file_ledger.hpp"
#include "indexer/generation.hpp"
#include "indexer/index.hpp"
#include "indexer/index_run.hpp"
#include "indexer/site_lines.hpp"
#include "schema/article_codec.hpp"
#include "schema/changes.hpp"
#include "schema/document.hpp"
#include "schema/fields.hpp"
#include "schema/hash.hpp"

namespace broadsheet::indexer {
namespace {

namespace prefix = fields::prefix;
namespace slot = fields::slot;

// Past these the rest of one kind is only counted.
constexpr std::size_t max_problems = 20;

class Checker {
 public:
  explicit Checker(const Generation& generation) : generation_(generation) {}

  CheckReport run() {
    check_hashes();
    // Xapian reads past its buffers in some damaged blocks: what is known to be damaged it is
    // spared.
    if (report_.problems.empty()) check_structure();
    if (!report_.problems.empty()) return std::move(report_);  // The rest would only stumble.
    const Xapian::Database database(generation_.path.string());
    check_documents(database);
    check_ids(database);
    check_metadata(database);
    if (unnamed_ > 0) report_.problems.push_back("and " + std::to_string(unnamed_) + " more");
    return std::move(report_);
  }

 private:
  void problem(std::string text) {
    if (report_.problems.size() < max_problems) {
      report_.problems.push_back(std::move(text));
    } else {
      ++unnamed_;
    }
  }

  void checked(std::string text) { report_.checked.push_back(std::move(text)); }

  void check_hashes() {
    const auto& hashes = generation_.manifest.files;
    if (hashes.empty()) {
      checked("manifest: without hashes, for the index was updated since it was built");
      return;
    }
    for (const auto& [name, hash] : hashes) {
      const auto path = generation_.path / name;
      std::error_code error;
      if (!std::filesystem::is_regular_file(path, error)) {
        problem(path.string() + " is missing");
      } else if (sha256_of_file(path) != hash) {
        problem(path.string() + " is not the file that was built: its SHA-256 differs");
      }
    }
    checked("manifest: SHA-256 of " + std::to_string(hashes.size()) + " files");
  }

  void check_structure() {
    std::ostringstream output;
    try {
      const auto errors = Xapian::Database::check(generation_.path.string(), 0, &output);
      if (errors != 0)
        problem("xapian-check found " + std::to_string(errors) + " errors: " + output.str());
    } catch (const Xapian::Error& error) {
      problem("xapian-check: " + error.get_description());
    }
    checked("structure: every table, as xapian-check does");
  }

  void check_documents(const Xapian::Database& database) {
    std::uint64_t count = 0;
    const auto end = database.postlist_end({});
    for (auto posting = database.postlist_begin({}); posting != end; ++posting, ++count) {
      check_document(database.get_document(*posting));
    }
    if (count != database.get_doccount()) problem("the number of documents is wrong");
    checked("articles: " + std::to_string(count) + " decoded, ids and dates compared");
  }

  void check_document(const Xapian::Document& document) {
    const std::string name = "document " + std::to_string(document.get_docid());
    const auto article = decode_article(document.get_data());
    if (!article) return problem(name + ": " + article.error().message);
    auto term = document.termlist_begin();
    term.skip_to(std::string(prefix::id));
    const std::string expected = std::string(prefix::id) + article_key(article->id);
    if (term == document.termlist_end() || *term != expected) {
      problem(name + ": the term of its id '" + article->id + "' is missing");
    }
    if (document.get_value(slot::order) != order_value(*article)) {
      problem(name + ": the value it is ordered by is not that of its date");
    }
    if (document.get_value(slot::section) != article->section ||
        document.get_value(slot::source) != article->source ||
        document.get_value(slot::language) != article->language) {
      problem(name + ": its section, source or language differ from its values");
    }
  }

  void check_ids(const Xapian::Database& database) {
    std::uint64_t count = 0;
    const std::string ids(prefix::id);
    for (auto term = database.allterms_begin(ids); term != database.allterms_end(ids); ++term) {
      ++count;
      if (term.get_termfreq() != 1) {
        problem("id term " + *term + " stands for " + std::to_string(term.get_termfreq()) +
                " articles");
      }
    }
    if (count != database.get_doccount()) {
      problem(std::to_string(count) + " ids for " + std::to_string(database.get_doccount()) +
              " articles");
    }
    checked("ids: " + std::to_string(count) + ", each of one article");
  }

  void check_metadata(const Xapian::Database& database) {
    const std::string changes(fields::metadata::changes);
    std::uint64_t commits = 0;
    for (auto key = database.metadata_keys_begin(changes);
         key != database.metadata_keys_end(changes); ++key, ++commits) {
      if (!decode_changes(database.get_metadata(*key))) problem(*key + " is damaged");
    }
    const std::string files(fields::metadata::file);
    std::uint64_t entries = 0;
    for (auto key = database.metadata_keys_begin(files); key != database.metadata_keys_end(files);
         ++key, ++entries) {
      if (!decode_ledger_entry(database.get_metadata(*key))) problem(*key + " is damaged");
    }
    const std::string sites(fields::metadata::site);
    std::uint64_t samples = 0;
    for (auto key = database.metadata_keys_begin(sites); key != database.metadata_keys_end(sites);
         ++key, ++samples) {
      if (!SiteSample::decode(database.get_metadata(*key))) problem(*key + " is damaged");
    }
    checked("metadata: changes of " + std::to_string(commits) + " commits, " +
            std::to_string(entries) + " files, " + std::to_string(samples) + " sites");
  }

  const Generation& generation_;
  CheckReport report_;
  std::uint64_t unnamed_ = 0;
};

}  // namespace

Result<CheckReport> check_index(const std::filesystem::path& index) {
  const auto generation = current_generation(index);
  if (!generation) return generation.error();
  CheckReport report;
  if (auto failure = guard(index, [&] { report = Checker(*generation).run(); })) return *failure;
  return report;
}

}  // namespace broadsheet::indexer
