#include "searcher/word_variants.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace broadsheet::searcher {
namespace {

// Those of one beginning; far more than words of any stem, and soon done.
constexpr std::size_t max_looked_at = 2'000;

std::size_t character_count(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

// What all words of the stem begin with; empty if that is too little to look for.  Stemmers may
// have changed its last letter: they make "tri" of tried and try, "trade" of trading, "kitap" of
// kitabım.  In a short stem that is worth the many words only for the letters that they put there
// most.
std::string_view beginning(std::string_view stem) {
  const std::size_t size = character_count(stem);
  if (size < 3) return {};
  const bool may_differ = size >= 5 || stem.back() == 'i' || (stem.back() == 'e' && size == 4);
  return may_differ ? text::truncate_utf8(stem, stem.size() - 1) : stem;
}

bool has_stem(const std::string& word, const std::vector<std::string>& stems, Reader& reader) {
  const auto is_wanted = [&](const std::string& stem) {
    return std::find(stems.begin(), stems.end(), stem) != stems.end();
  };
  text::Token token;
  token.surface = word;
  return is_wanted(word) ||
         std::any_of(reader.languages().begin(), reader.languages().end(),
                     [&](const std::string& language) {
                       return is_wanted(reader.analyser(language).forms(token).stem);
                     });
}

}  // namespace

std::vector<std::string> word_variants(const QueryWord& word, Reader& reader) {
  const Xapian::Database& database = reader.database();
  std::map<std::string, Xapian::doccount> found;
  for (const std::string& stem : word.stems) {
    const std::string start(beginning(stem));
    if (start.empty()) continue;
    std::size_t looked_at = 0;
    const Xapian::TermIterator end = database.allterms_end(start);
    for (auto i = database.allterms_begin(start); i != end && looked_at < max_looked_at; ++i) {
      ++looked_at;
      const std::string variant = *i;
      if (variant != word.word && has_stem(variant, word.stems, reader)) {
        found.emplace(variant, i.get_termfreq());
      }
    }
  }
  std::vector<std::pair<std::string, Xapian::doccount>> by_frequency(found.begin(), found.end());
  std::stable_sort(by_frequency.begin(), by_frequency.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> variants{word.word};
  if (!word.acronym.empty()) variants.push_back(word.acronym);
  for (auto& [variant, frequency] : by_frequency) {
    if (variants.size() == max_word_variants) break;
    variants.push_back(std::move(variant));
  }
  return variants;
}

}  // namespace broadsheet::searcher
