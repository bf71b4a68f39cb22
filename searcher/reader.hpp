// One thread's view of a snapshot: a database opened on its revision, and the analysers of the
// archive's languages.
#pragma once

#include <cstddef>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "schema/common_words.hpp"
#include "schema/text.hpp"
#include "searcher/deadline.hpp"
#include "searcher/lru_cache.hpp"
#include "searcher/posting_list.hpp"
#include "searcher/side_work.hpp"

namespace broadsheet::searcher {

class Columns;

// A word of a query as the index holds it.
struct QueryWord {
  std::string word;                // Folded: its unstemmed term.
  std::string exact;               // With the diacritics typed, in lower case; word if it has none.
  std::string acronym;             // The unstemmed term of the acronym that may be meant as well
                                   // ("u.s" where us was typed); empty if there is none.
  std::vector<std::string> stems;  // In the archive's languages, distinct.

  // The terms of the documents with any word of these stems, with the word as a name (which is not
  // stemmed), or with the acronym.  A stem stands without Z where it is the word itself.
  std::vector<std::string> terms() const;
  std::vector<std::string> headline_terms() const;

  bool is_stop_word = false;  // In one of the languages that the archive is mostly in.
};

// The languages that words of a query are stemmed in, the most frequent first; "" stands for text
// that is not stemmed.
struct ArchiveLanguages {
  std::vector<std::string> stemmed;
  std::vector<std::string> main;  // Whose stop words count.

  static ArchiveLanguages of(const Columns& columns);
};

class Reader {
 public:
  // common: those of the index.  side_work: outlives the reader; nothing runs beside if there is
  // none.
  Reader(Xapian::Database database, const ArchiveLanguages& languages, CommonWords common = {},
         SideWork* side_work = nullptr);

  const Xapian::Database& database() const { return database_; }

  // Those that words are stemmed in (ArchiveLanguages).
  const std::vector<std::string>& languages() const { return languages_.stemmed; }

  const CommonWords& common_words() const { return common_; }

  // The text's words.  May throw any Xapian::Error.
  std::vector<QueryWord> words(std::string_view text);

  // The words that those joined by hyphens in the text make together: ceasefire of cease-fire.
  std::vector<QueryWord> compounds(std::string_view text);

  // word_variants() of the word, kept for later requests.  May throw any Xapian::Error.
  std::shared_ptr<const std::vector<std::string>> variants(const QueryWord& word);

  // The forms with diacritics (QueryWord::exact) that the index holds of a QueryWord::word, the
  // most frequent first, at most 32.  The documents with a form are those of exact_term()
  // (schema/document.hpp).  May throw any Xapian::Error.
  std::vector<std::string> exact_forms(const std::string& word) const;

  // The term's postings (read_postings()); those of terms that the request at hand has asked for
  // before are mostly at hand.  May throw any Xapian::Error.
  std::shared_ptr<const PostingList> postings(const std::string& term, Deadline& deadline);

  // Runs work(a database of this revision) beside this thread if it can (SideWork::start()).
  template <typename Work>
  std::future<void> beside(Work work) {
    if (side_work_) return side_work_->start(database_, work);
    return std::async(std::launch::deferred, work, std::ref(database_));
  }

  // Lets go of what it keeps for the request at hand.
  void end_request();

  // For highlighting: the analyser of an article's language.
  text::Analyser& analyser(const std::string& language);

 private:
  void add_stems_of_spellings(QueryWord& word);

  QueryWord word(text::Token token);
  bool is_stop_word_here(const std::string& word) const;

  Xapian::Database database_;
  const ArchiveLanguages& languages_;
  CommonWords common_;
  SideWork* side_work_;
  std::map<std::string, text::Analyser, std::less<>> analysers_;
  LruCache<std::vector<std::string>> variants_;  // By a word and its stems.
  std::unordered_map<std::string, std::shared_ptr<const PostingList>> postings_;
  std::size_t kept_postings_ = 0;
};

}  // namespace broadsheet::searcher
