#include "searcher/reader.hpp"

#include <algorithm>
#include <utility>

#include "schema/fields.hpp"
#include "searcher/columns.hpp"

namespace broadsheet::searcher {
namespace {

// A query word costs a posting list per distinct stem, so languages are few and in fair use.
constexpr std::size_t max_languages = 8;
constexpr double least_share = 0.005;
constexpr double main_share = 0.1;

std::vector<std::string> prefixed_both(std::string_view one, std::string_view other,
                                       const std::vector<std::string>& words) {
  std::vector<std::string> terms;
  for (const std::string& word : words) {
    terms.push_back(std::string(one).append(word));
    terms.push_back(std::string(other).append(word));
  }
  return terms;
}

}  // namespace

ArchiveLanguages ArchiveLanguages::of(const Columns& columns) {
  const Dictionary& dictionary = columns.facet(FacetField::language).dictionary();
  std::vector<std::pair<std::uint32_t, std::string>> counts;
  double all = 0;
  for (Dictionary::Number value = 1; value <= dictionary.value_count(); ++value) {
    counts.emplace_back(dictionary.uses(value), dictionary.label(dictionary.name_of(value)));
    all += dictionary.uses(value);
  }
  const double articles = columns.usable_count();
  std::sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  ArchiveLanguages languages;
  bool has_unstemmed = all < articles || counts.empty();
  for (const auto& [count, language] : counts) {
    const double share = count / std::max(articles, 1.0);
    if (share >= main_share) languages.main.push_back(language);
    if (!text::has_stemmer(language)) {
      has_unstemmed = has_unstemmed || count > 0;
    } else if (share >= least_share && languages.stemmed.size() < max_languages) {
      languages.stemmed.push_back(language);
    }
  }
  if (has_unstemmed || languages.stemmed.empty()) languages.stemmed.emplace_back();
  return languages;
}

std::vector<std::string> QueryWord::terms() const {
  return prefixed_both("", fields::prefix::stem, stems);
}

std::vector<std::string> QueryWord::headline_terms() const {
  return prefixed_both(fields::prefix::headline, fields::prefix::headline_stem, stems);
}

Reader::Reader(Xapian::Database database, const ArchiveLanguages& languages)
    : database_(std::move(database)), languages_(languages) {}

std::vector<QueryWord> Reader::words(std::string_view text) {
  std::vector<QueryWord> words;
  text::Tokeniser tokens(text);
  for (text::Token token; tokens.next(token);) {
    QueryWord word;
    for (const std::string& language : languages_.stemmed) {
      const text::Forms& forms = analyser(language).forms(token);
      word.word = forms.word;
      if (std::find(word.stems.begin(), word.stems.end(), forms.stem) == word.stems.end()) {
        word.stems.push_back(forms.stem);
      }
    }
    if (word.word.empty()) continue;
    word.is_stop_word = std::any_of(
        languages_.main.begin(), languages_.main.end(),
        [&](const std::string& language) { return text::is_stop_word(language, word.word); });
    words.push_back(std::move(word));
  }
  return words;
}

text::Analyser& Reader::analyser(const std::string& language) {
  const std::string known = text::has_stemmer(language) ? language : std::string();
  const auto found = analysers_.find(known);
  if (found != analysers_.end()) return found->second;
  return analysers_.emplace(known, text::Analyser(known)).first->second;
}

}  // namespace broadsheet::searcher
