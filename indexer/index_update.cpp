#include "indexer/index_update.hpp"

#include <algorithm>

#include "indexer/generation.hpp"
#include "schema/changes.hpp"

namespace broadsheet::indexer {

// Within a transaction Xapian never commits on its own, whatever its flush threshold, and a handle
// that is dropped leaves nothing behind.
Xapian::WritableDatabase& UpdateWriter::database() {
  if (!database_) {
    forget_hashes(generation_);
    generation_.manifest.files.clear();
    database_.emplace(generation_.path.string(), Xapian::DB_OPEN);
  }
  if (!in_batch_) {
    database_->begin_transaction();
    in_batch_ = true;
    batch_begun_ = std::chrono::steady_clock::now();
  }
  return *database_;
}

void UpdateWriter::note_change(Xapian::docid docid) { changed_.push_back(docid); }

void UpdateWriter::add(const Xapian::Document& document) {
  note_change(database().add_document(document));
  ++articles_;
}

void UpdateWriter::replace(Xapian::docid docid, const Xapian::Document& document) {
  database().replace_document(docid, document);
  note_change(docid);
  ++articles_;
}

void UpdateWriter::remove(Xapian::docid docid) {
  database().delete_document(docid);
  note_change(docid);
}

void UpdateWriter::set_metadata(const std::string& key, const std::string& value) {
  database().set_metadata(key, value);
}

bool UpdateWriter::is_full() const {
  if (!in_batch_) return false;
  return changed_.size() >= commit_every_ ||
         std::chrono::steady_clock::now() - batch_begun_ >= max_batch_time;
}

void UpdateWriter::commit() {
  if (!in_batch_) return;
  const Xapian::rev revision = database_->get_revision() + 1;
  std::sort(changed_.begin(), changed_.end());
  changed_.erase(std::unique(changed_.begin(), changed_.end()), changed_.end());
  database_->set_metadata(changes_key(revision), encode_changes(changed_));
  if (revision > kept_changes) database_->set_metadata(changes_key(revision - kept_changes), {});
  database_->commit_transaction();
  // The commit is a rename, which Xapian does not sync.
  sync_path(generation_.path);
  in_batch_ = false;
  changed_.clear();
  const std::uint64_t articles = std::exchange(articles_, 0);
  if (acknowledged_) {
    acknowledged_(articles, generation_.name + " revision " + std::to_string(revision));
  }
}

}  // namespace broadsheet::indexer
