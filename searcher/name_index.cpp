#include "searcher/name_index.hpp"

#include <algorithm>

namespace broadsheet::searcher {

NameIndex::NameIndex(const FacetColumn& column, Xapian::docid last) : column_(column) {
  list_documents(last);
  list_words();
}

void NameIndex::list_documents(Xapian::docid last) {
  const Dictionary& dictionary = column_.dictionary();
  begins_.assign(std::size_t{dictionary.name_count()} + 2, 0);
  for (Xapian::docid docid = 1; docid <= last; ++docid) {
    for (const Number value : column_.values(docid)) ++begins_[dictionary.name_of(value) + 1];
  }
  for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
  documents_.resize(begins_.back());
  std::vector<std::uint32_t> ends(begins_.begin(), begins_.end() - 1);
  for (Xapian::docid docid = 1; docid <= last; ++docid) {
    for (const Number value : column_.values(docid)) {
      documents_[ends[dictionary.name_of(value)]++] = docid;
    }
  }
}

void NameIndex::list_words() {
  column_.dictionary().for_each_id([&](const std::string& id, Number name) {
    for (std::size_t at = 0; at < id.size(); at = std::min(id.find('-', at), id.size()) + 1) {
      words_.push_back({&id, static_cast<std::uint32_t>(at), name});
    }
  });
  std::sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) {
    return a.text() != b.text() ? a.text() < b.text() : a.name < b.name;
  });
}

std::span<const NameIndex::Word> NameIndex::words_beginning(std::string_view start) const {
  const auto is_before = [&](const Word& word) {
    return word.text().substr(0, start.size()) < start;
  };
  const auto first = std::partition_point(words_.begin(), words_.end(), is_before);
  const auto last = std::partition_point(
      first, words_.end(), [&](const Word& word) { return word.text().starts_with(start); });
  return {first, last};
}

std::vector<NameIndex::Number> NameIndex::beginning(const std::string& query) const {
  // The word of the query that fewest begin with leads to those of which the others are asked.
  std::span<const Word> fewest = words_;
  all_words(query, [&](std::string_view word) {
    const auto found = words_beginning(word);
    if (found.size() < fewest.size()) fewest = found;
    return true;
  });
  const bool has_more_words = query.find('-') != query.npos;
  std::vector<Number> names;
  for (const Word& word : fewest) {
    if (!has_more_words || begins_words(*word.id, query)) names.push_back(word.name);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

bool begins_words(const std::string& id, const std::string& query) {
  const std::string padded = "-" + id;
  return all_words(query, [&](std::string_view word) {
    return padded.find("-" + std::string(word)) != padded.npos;
  });
}

}  // namespace broadsheet::searcher
