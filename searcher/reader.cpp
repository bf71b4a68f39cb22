#include "searcher/reader.hpp"

#include <algorithm>
#include <utility>

#include "schema/document.hpp"
#include "schema/fields.hpp"
#include "searcher/columns.hpp"
#include "searcher/frequent_terms.hpp"
#include "searcher/word_variants.hpp"

namespace broadsheet::searcher {
namespace {

// A query word costs a posting list per distinct stem, so languages are few and in fair use.
constexpr std::size_t max_languages = 8;
constexpr double least_share = 0.005;
constexpr double main_share = 0.1;

// Of one request, in all lists: 6 bytes each.
constexpr std::size_t max_kept_postings = 8'000'000;

// Of memory, for the variants of words: a thousand words or more.
constexpr std::size_t max_variant_bytes = 1 << 20;

constexpr std::size_t max_exact_forms = 32;
constexpr std::size_t max_exact_forms_looked_at = 1'000;

std::vector<std::string> all_terms(const QueryWord& word, std::string_view plain_prefix,
                                   std::string_view stem_prefix) {
  std::vector<std::string> terms;
  for (const std::string& stem : word.stems) {
    terms.push_back(std::string(plain_prefix).append(stem));
    terms.push_back(std::string(stem_prefix).append(stem));
  }
  if (std::find(word.stems.begin(), word.stems.end(), word.word) == word.stems.end()) {
    terms.push_back(std::string(stem_prefix).append(word.word));  // As a name.
  }
  if (!word.acronym.empty()) terms.push_back(std::string(plain_prefix).append(word.acronym));
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
  return all_terms(*this, "", fields::prefix::stem);
}

std::vector<std::string> QueryWord::headline_terms() const {
  return all_terms(*this, fields::prefix::headline, fields::prefix::headline_stem);
}

Reader::Reader(Xapian::Database database, const ArchiveLanguages& languages, CommonWords common,
               SideWork* side_work)
    : database_(std::move(database)),
      languages_(languages),
      common_(std::move(common)),
      side_work_(side_work),
      variants_(max_variant_bytes) {}

std::vector<QueryWord> Reader::words(std::string_view text) {
  std::vector<QueryWord> words;
  text::Tokeniser tokens(text);
  for (text::Token token; tokens.next(token);) {
    if (QueryWord word = this->word(token); !word.word.empty()) words.push_back(std::move(word));
  }
  return words;
}

// Stemmers tell é from e: spellings of a word with and without diacritics may have other stems.
void Reader::add_stems_of_spellings(QueryWord& word) {
  std::vector<std::string> spellings = exact_forms(word.word);
  if (word.exact != word.word) spellings.push_back(word.word);
  for (const std::string& spelling : spellings) {
    text::Token token;
    token.surface = spelling;
    for (const std::string& language : languages_.stemmed) {
      const std::string& stem = analyser(language).forms(token).stem;
      if (std::find(word.stems.begin(), word.stems.end(), stem) == word.stems.end()) {
        word.stems.push_back(stem);
      }
    }
  }
}

std::vector<QueryWord> Reader::compounds(std::string_view text) {
  std::vector<QueryWord> words;
  text::Tokeniser tokens(text, text::Compounds::parts_and_whole);
  for (text::Token token; tokens.next(token);) {
    if (token.kind == text::Token::Kind::compound) words.push_back(word(token));
  }
  return words;
}

QueryWord Reader::word(text::Token token) {
  // Capitals need not mean an acronym where there is no word of grammar to tell it from.
  if (token.kind == text::Token::Kind::acronym && !is_stop_word_here(text::fold(token.surface))) {
    token.kind = text::Token::Kind::word;
  }
  QueryWord word;
  for (const std::string& language : languages_.stemmed) {
    const text::Forms& forms = analyser(language).forms(token);
    word.word = forms.word;
    word.exact = forms.exact.empty() ? forms.word : forms.exact;
    if (std::find(word.stems.begin(), word.stems.end(), forms.stem) == word.stems.end()) {
      word.stems.push_back(forms.stem);
    }
  }
  if (!word.word.empty()) add_stems_of_spellings(word);
  word.is_stop_word = std::any_of(
      languages_.main.begin(), languages_.main.end(),
      [&](const std::string& language) { return text::is_stop_word(language, word.word); });
  word.acronym = text::acronym_of(word.word);
  return word;
}

bool Reader::is_stop_word_here(const std::string& word) const {
  const auto is_stop_word = [&](const std::string& language) {
    return text::is_stop_word(language, word);
  };
  return std::any_of(languages_.main.begin(), languages_.main.end(), is_stop_word) ||
         std::any_of(languages_.stemmed.begin(), languages_.stemmed.end(), is_stop_word);
}

std::shared_ptr<const std::vector<std::string>> Reader::variants(const QueryWord& word) {
  std::string key = word.word;
  for (const std::string& stem : word.stems) key.append(1, ' ').append(stem);
  if (auto kept = variants_.find(key)) return kept;
  auto variants = std::make_shared<const std::vector<std::string>>(word_variants(word, *this));
  variants_.put(std::move(key), variants, bytes_of(*variants));
  return variants;
}

std::vector<std::string> Reader::exact_forms(const std::string& word) const {
  const std::string start = exact_term(word, "");
  const auto never = [] { return false; };
  std::vector<std::string> forms =
      frequent_terms(database_, start, max_exact_forms_looked_at, max_exact_forms, never).terms;
  for (std::string& form : forms) form.erase(0, start.size());
  return forms;
}

std::shared_ptr<const PostingList> Reader::postings(const std::string& term, Deadline& deadline) {
  if (const auto found = postings_.find(term); found != postings_.end()) return found->second;
  auto list = std::make_shared<const PostingList>(read_postings(database_, term, deadline));
  if (list->complete && kept_postings_ + list->size() <= max_kept_postings) {
    postings_[term] = list;
    kept_postings_ += list->size();
  }
  return list;
}

void Reader::end_request() {
  postings_.clear();
  kept_postings_ = 0;
}

text::Analyser& Reader::analyser(const std::string& language) {
  if (const auto found = analysers_.find(language); found != analysers_.end()) {
    return found->second;
  }
  const std::string known = text::has_stemmer(language) ? language : std::string();
  return analysers_.try_emplace(known, known).first->second;
}

}  // namespace broadsheet::searcher
