#include "searcher/text_scores.hpp"

#include <cmath>

namespace broadsheet::searcher {
namespace {

// What IneB2 knows of a word beside its documents.
class WordWeight {
 public:
  WordWeight(const std::vector<std::string>& terms, const Xapian::Database& database,
             double weight) {
    const double all = database.get_doccount();
    double without = 1;  // Share of documents without any of the terms, as if they came by chance.
    double occurrences = 0;
    for (const std::string& term : terms) {
      without *= 1 - database.get_termfreq(term) / all;
      occurrences += static_cast<double>(database.get_collection_freq(term));
    }
    const double documents = std::round(all * (1 - without));
    if (documents <= 0) return;
    const double expected = all * -std::expm1(-occurrences / all);
    const double idf = std::log2((all + 1) / (expected + 0.5));
    factor_ = static_cast<float>(std::max(0.0, weight * idf * (occurrences + 1) / documents));
  }

  float of(float normalised_count) const {
    return factor_ * normalised_count / (normalised_count + 1);
  }

 private:
  float factor_ = 0;
};

}  // namespace

TextScores::TextScores(const DocSet& documents, const Columns& columns, Reader& reader,
                       Deadline& deadline)
    : documents_(documents),
      columns_(columns),
      reader_(reader),
      deadline_(deadline),
      average_length_(reader.database().get_avlength()),
      scores_(std::size_t{documents.last()} + 1),
      length_factors_(std::size_t{UINT16_MAX} + 1) {}

void TextScores::add_word(const std::vector<std::string>& terms, double weight) {
  const WordWeight word(terms, reader_.database(), weight);
  if (terms.size() == 1) {
    const auto list = reader_.postings(terms.front(), deadline_);
    for (std::size_t i = 0; i < list->size(); ++i) {
      const Xapian::docid docid = list->docids[i];
      if (documents_.contains(docid)) {
        scores_[docid] += word.of(static_cast<float>(list->counts[i]) * length_factor(docid));
      }
    }
    return;
  }
  count(terms);
  for (const Xapian::docid docid : counted_) {
    scores_[docid] += word.of(static_cast<float>(counts_[docid]) * length_factor(docid));
    counts_[docid] = 0;
  }
  counted_.clear();
}

void TextScores::count(const std::vector<std::string>& terms) {
  counts_.resize(scores_.size());
  for (const std::string& term : terms) {
    const auto list = reader_.postings(term, deadline_);
    for (std::size_t i = 0; i < list->size(); ++i) {
      const Xapian::docid docid = list->docids[i];
      if (!documents_.contains(docid)) continue;
      if (counts_[docid] == 0) counted_.push_back(docid);
      counts_[docid] += list->counts[i];
    }
  }
}

void TextScores::add_even(const std::vector<std::string>& terms,
                          const std::vector<std::string>& others, double score) {
  DocSet with = with_any(terms);
  with -= with_any(others);
  with.for_each([&](Xapian::docid docid) { scores_[docid] += static_cast<float>(score); });
}

DocSet TextScores::with_any(const std::vector<std::string>& terms) {
  DocSet found(documents_.last());
  for (const std::string& term : terms) {
    const auto list = reader_.postings(term, deadline_);
    for (const Xapian::docid docid : list->docids) {
      if (documents_.contains(docid)) found.add(docid);
    }
  }
  return found;
}

float TextScores::length_factor(Xapian::docid docid) {
  const std::uint16_t length = columns_.length(docid);
  float& factor = length_factors_[length];
  if (factor == 0)
    factor = static_cast<float>(std::log2(1 + average_length_ / std::max<double>(length, 1)));
  return factor;
}

}  // namespace broadsheet::searcher
