// What documents score by the words they have.
//
// Words are weighed by divergence from randomness: IneB2 of Amati and van Rijsbergen (ACM TOIS 20,
// 2002), the inverse expected document frequency with Bernoulli after-effect and the second
// normalisation of term frequency.  One word at a time (Buckley and Lewit, SIGIR 1985): its
// postings are read but once, and matching has mostly done so before (Reader::postings()).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/columns.hpp"
#include "searcher/deadline.hpp"
#include "searcher/doc_set.hpp"
#include "searcher/reader.hpp"

namespace broadsheet::searcher {

// Borrows what it is made of.  Past the deadline words add what they have been found to.
class TextScores {
 public:
  TextScores(const DocSet& documents, const Columns& columns, Reader& reader, Deadline& deadline);

  // Adds a word that any of the terms stands for; what it scores is multiplied by the weight.
  // May throw any Xapian::Error.
  void add_word(const std::vector<std::string>& terms, double weight);

  // Adds the same to each of the documents with one of the terms and none of the others.  May throw
  // any Xapian::Error.
  void add_even(const std::vector<std::string>& terms, const std::vector<std::string>& others,
                double score);

  // Of one of the documents.
  float of(Xapian::docid docid) const { return scores_[docid]; }

 private:
  // Adds up how often each document has one of the terms.
  void count(const std::vector<std::string>& terms);
  DocSet with_any(const std::vector<std::string>& terms);
  // How much the length of a document makes of one occurrence.
  float length_factor(Xapian::docid docid);

  const DocSet& documents_;
  const Columns& columns_;
  Reader& reader_;
  Deadline& deadline_;
  double average_length_;
  std::vector<float> scores_;
  std::vector<float> length_factors_;  // By length; 0 if not yet known.
  std::vector<std::uint32_t> counts_;  // Of the word at hand, by docid; 0 between words.
  std::vector<Xapian::docid> counted_;
};

}  // namespace broadsheet::searcher
