#include "searcher/query_people.hpp"

#include <algorithm>

#include "schema/article.hpp"
#include "schema/text.hpp"

namespace broadsheet::searcher {
namespace {

using Kind = Query::Kind;

constexpr std::size_t max_name_words = 5;

// The words of the query in order; runs that belong to different parts are kept apart by an empty
// word.
void collect(const Query& query, std::vector<std::string>& words) {
  switch (query.kind) {
    case Kind::word:
    case Kind::compound:
    case Kind::phrase: {
      text::Tokeniser tokens(query.text);
      for (text::Token token; tokens.next(token);) words.push_back(text::fold(token.surface));
      return;
    }
    case Kind::bag:
    case Kind::must:
      for (const Query& part : query.parts) collect(part, words);
      return;
    default:
      words.emplace_back();
      return;
  }
}

std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    if (words[i].empty()) return "";
    if (i > begin) text += '-';
    text += words[i];
  }
  return text;
}

}  // namespace

std::vector<QueryPerson> query_people(const Query& query, const Columns& columns) {
  std::vector<std::string> words;
  collect(query, words);
  const Dictionary& people = columns.facet(FacetField::person).dictionary();
  std::vector<QueryPerson> found;
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t taken = 1;
    for (std::size_t end = std::min(words.size(), begin + max_name_words); end > begin; --end) {
      const Dictionary::Number name = people.find(joined(words, begin, end));
      if (name == 0) continue;
      found.push_back({name,
                       {words.begin() + static_cast<std::ptrdiff_t>(begin),
                        words.begin() + static_cast<std::ptrdiff_t>(end)}});
      taken = end - begin;
      break;
    }
    begin += taken;
  }
  return found;
}

}  // namespace broadsheet::searcher
