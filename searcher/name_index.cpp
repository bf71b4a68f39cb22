#include "searcher/name_index.hpp"

#include <algorithm>
#include <functional>

namespace broadsheet::searcher {
namespace {

// Whether test(end) holds for one of the places where the word begins a word of the id.
template <typename Test>
bool has_beginning(std::string_view id, std::string_view word, Test test) {
  for (std::size_t at = 0; (at = id.find(word, at)) != id.npos; ++at) {
    if ((at == 0 || id[at - 1] == '-') && test(at + word.size())) return true;
  }
  return false;
}

bool begins_word(std::string_view id, std::string_view word) {
  return has_beginning(id, word, [](std::size_t) { return true; });
}

bool holds_word(std::string_view id, std::string_view word) {
  return has_beginning(id, word,
                       [&](std::size_t end) { return end == id.size() || id[end] == '-'; });
}

}  // namespace

NameIndex::NameIndex(const FacetColumn& column, Xapian::docid last) : column_(column) {
  list_documents(last);
  sort_by_use();
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

void NameIndex::sort_by_use() {
  for (Number name = 1; name + 1 < begins_.size(); ++name) {
    if (!documents(name).empty()) by_use_.push_back(name);
  }
  std::ranges::stable_sort(by_use_, std::ranges::greater(),
                           [&](Number name) { return documents(name).size(); });
}

void NameIndex::list_words() {
  constexpr std::uint32_t none = UINT32_MAX;
  std::vector<std::uint32_t> ranks(begins_.size(), none);
  for (std::uint32_t rank = 0; rank < by_use_.size(); ++rank) ranks[by_use_[rank]] = rank;
  column_.dictionary().for_each_id([&](const std::string& id, Number name) {
    const std::uint32_t rank = ranks[name];
    if (rank == none) return;
    for (std::size_t at = 0; at < id.size(); at = std::min(id.find('-', at), id.size()) + 1) {
      words_.push_back({&id, static_cast<std::uint32_t>(at), rank});
    }
  });
  std::sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) {
    return a.text() != b.text() ? a.text() < b.text() : a.rank < b.rank;
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

std::span<const NameIndex::Word> NameIndex::fewest_words(const std::string& query) const {
  std::span<const Word> fewest = words_;
  all_words(query, [&](std::string_view word) {
    const auto found = words_beginning(word);
    if (found.size() < fewest.size()) fewest = found;
    return true;
  });
  return fewest;
}

// Of the names whose id begins a word with one of the query's, those whose id passes.
template <typename Test>
std::vector<NameIndex::Number> NameIndex::names_where(const std::string& query, Test test) const {
  std::vector<Number> names;
  for (const Word& word : fewest_words(query)) {
    if (test(*word.id)) names.push_back(by_use_[word.rank]);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

bool NameIndex::begins_words(std::string_view id, const std::string& query) {
  return all_words(query, [&](auto word) { return begins_word(id, word); });
}

std::vector<NameIndex::Number> NameIndex::beginning(const std::string& query) const {
  return names_where(query, [&](const std::string& id) { return begins_words(id, query); });
}

std::vector<NameIndex::Number> NameIndex::holding(const std::string& query) const {
  return names_where(query, [&](const std::string& id) {
    return all_words(query, [&](auto word) { return holds_word(id, word); });
  });
}

}  // namespace broadsheet::searcher
