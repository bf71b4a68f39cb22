// What a result shows of its text: the headline and the best passage, with the query's words
// marked.
#pragma once

#include <bitset>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schema/article.hpp"
#include "searcher/ranked_words.hpp"
#include "searcher/reader.hpp"
#include "searcher/search_response.hpp"

namespace broadsheet::searcher {

inline constexpr std::size_t snippet_characters = 250;

// For the results of one request.  Words are recognised by the analyser that indexed the article,
// so what is marked is what matched.
class Highlighter {
 public:
  Highlighter(const std::vector<RankedWord>& words, Reader& reader);

  // The article's headline, marked.
  Segments headline(const Article& article);

  // The passage of the article's body that holds most of the query's words, the telling ones first;
  // without any of them, its beginning.  Whole sentences where they fit; "…" where one is cut.
  Segments snippet(const Article& article);

 private:
  struct Hit {
    std::size_t begin = 0;  // Bytes of the text.
    std::size_t end = 0;
    std::size_t word = 0;       // Index into words_.
    std::size_t token = 0;      // Counted from the text's start.
    std::size_t character = 0;  // Where it begins, in characters.
  };

  // The query's words as one language has them.
  struct Stems {
    std::unordered_map<std::string, std::size_t> words;    // Indexes into words_, by stem;
    std::unordered_map<std::string, std::size_t> names;    // by the word, for names;
    std::unordered_map<std::string, std::size_t> written;  // by the word: those as written.
    std::bitset<128> initials;                             // ASCII characters that one begins with.

    void add(const text::Forms& forms, std::size_t word, bool as_written);
  };

  const Stems& stems(const std::string& language);
  std::vector<Hit> find_hits(std::string_view text, const Article& article);
  std::pair<std::size_t, std::size_t> best_window(const std::vector<Hit>& hits) const;
  static Segments segments(std::string_view text, std::size_t begin, std::size_t end,
                           const std::vector<Hit>& hits);

  std::vector<RankedWord> words_;
  Reader& reader_;
  std::map<std::string, Stems> stems_;  // By language.
};

}  // namespace broadsheet::searcher
