#include "indexer/common_words.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

// Fewer are looked through in no time, whatever the phrase.
constexpr std::size_t least_articles = 10'000;
// Evenly spread over all.
constexpr std::size_t sampled_articles = 1'000;
// Of the sample's articles have a common word, and a frequent one.
constexpr double common_share = 0.2;
constexpr double frequent_share = 0.1;

void add_words(std::string_view paragraph, std::vector<WordCode>& words) {
  text::Tokeniser tokens(paragraph);
  for (text::Token token; tokens.next(token);) {
    if (const std::string term = text::term(token); !term.empty()) words.push_back(word_code(term));
  }
}

std::vector<WordCode> distinct_words(const Article& article) {
  std::vector<WordCode> words;
  add_words(article.headline, words);
  for (const std::string& paragraph : article.body) add_words(paragraph, words);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace

CommonWords learn_common_words(const std::vector<Entry>& entries, const std::vector<Write>& writes,
                               const SpoolReader& spool) {
  if (writes.size() < least_articles) return {};
  std::map<WordCode, std::size_t> articles_with;
  for (std::size_t i = 0; i < sampled_articles; ++i) {
    const Write& write = writes[i * writes.size() / sampled_articles];
    const SpooledArticle spooled = spool.read(entries[write.entry].place);
    for (const WordCode word : distinct_words(spooled.article)) ++articles_with[word];
  }
  std::vector<std::pair<std::size_t, WordCode>> frequent;
  std::size_t common = 0;
  for (const auto& [word, articles] : articles_with) {
    const double share = static_cast<double>(articles) / sampled_articles;
    if (share >= frequent_share) frequent.emplace_back(articles, word);
    if (share >= common_share) ++common;
  }
  std::sort(frequent.rbegin(), frequent.rend());
  frequent.resize(std::min(frequent.size(), CommonWords::max_words));
  std::vector<WordCode> words;
  words.reserve(frequent.size());
  for (const auto& [articles, word] : frequent) words.push_back(word);
  return CommonWords(words, std::min(common, words.size()));
}

}  // namespace broadsheet::indexer
