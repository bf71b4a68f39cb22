// Lets a match see only the documents of a set, and only until the deadline, and gives each its
// lift.
#pragma once

#include <optional>
#include <string>

#include <xapian.h>

#include "searcher/deadline.hpp"
#include "searcher/doc_set.hpp"
#include "searcher/document_lifts.hpp"

namespace broadsheet::searcher {

// Past the deadline it is at its end, so that the match ends in good order with what it has found.
// What it is given must outlive the match.
class AdmissionSource final : public Xapian::PostingSource {
 public:
  AdmissionSource(const DocSet& documents, const DocumentLifts& lifts, Deadline& deadline)
      : documents_(documents), lifts_(lifts), deadline_(deadline), count_(documents.count()) {}

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return count_; }
  Xapian::doccount get_termfreq_max() const override { return count_; }

  double get_weight() const override { return lifts_.all(at_); }

  Xapian::docid get_docid() const override { return at_; }
  bool at_end() const override { return ended_; }

  void next(double /*min_weight*/) override { move_to(at_ + 1); }
  void skip_to(Xapian::docid docid, double /*min_weight*/) override { move_to(docid); }
  bool check(Xapian::docid docid, double /*min_weight*/) override {
    if (deadline_.passed()) {
      ended_ = true;
      return true;
    }
    if (!documents_.contains(docid)) return false;
    at_ = docid;
    return true;
  }

  void init(const Xapian::Database& /*database*/) override {
    at_ = 0;
    ended_ = false;
    set_maxweight(lifts_.most());
  }

  std::string get_description() const override { return "AdmissionSource"; }

 private:
  void move_to(Xapian::docid docid) {
    at_ = deadline_.passed() ? 0 : documents_.next(docid);
    ended_ = at_ == 0;
  }

  const DocSet& documents_;
  const DocumentLifts& lifts_;
  Deadline& deadline_;
  Xapian::doccount count_;
  Xapian::docid at_ = 0;
  bool ended_ = false;
};

}  // namespace broadsheet::searcher
