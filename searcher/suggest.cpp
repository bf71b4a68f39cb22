#include "searcher/suggest.hpp"

#include <algorithm>
#include <utility>

#include "schema/article.hpp"
#include "schema/article_codec.hpp"
#include "schema/fields.hpp"
#include "schema/text.hpp"
#include "searcher/name_counts.hpp"

namespace broadsheet::searcher {
namespace {

constexpr std::size_t stories_shown = 5;
constexpr std::size_t people_shown = 5;
constexpr std::size_t sections_shown = 3;

constexpr std::size_t max_text_bytes = 200;
constexpr std::size_t max_words = 10;

// Headlines that are read to choose from, the newest that have the words.
constexpr std::size_t stories_read = 20;

// What part of the documents is looked at, the newest first: documents lie roughly by date.
constexpr Xapian::docid first_part = 64;
constexpr Xapian::docid second_part = 8;

// The text's words as headlines have them.
struct TypedWords {
  std::vector<std::string> whole;
  std::string beginning;  // Of the last word; empty if that is whole.
};

// The first ones.
TypedWords read_words(std::string_view text, std::size_t most) {
  TypedWords typed;
  text::Tokeniser tokens(text);
  std::size_t end = 0;
  for (text::Token token; tokens.next(token) && typed.whole.size() < most;) {
    if (std::string word = text::term(token); !word.empty()) typed.whole.push_back(std::move(word));
    end = token.end;
  }
  if (!typed.whole.empty() && end == text.size()) {
    typed.beginning = std::move(typed.whole.back());
    typed.whole.pop_back();
  }
  return typed;
}

std::string headline_term(std::string_view word) {
  return std::string(fields::prefix::headline).append(word);
}

// Finds the documents with some words in their headlines.
class HeadlineSearch {
 public:
  HeadlineSearch(const TypedWords& typed, const DocSet& visible, const Columns& columns,
                 HeadlineWords& headline_words, Reader& reader, Deadline& deadline)
      : visible_(visible), columns_(columns), database_(reader.database()), deadline_(deadline) {
    for (const std::string& word : typed.whole) add_word({headline_term(word)}, "");
    if (!typed.beginning.empty()) {
      add_word(headline_words.beginning(typed.beginning, database_, deadline_),
               headline_term(typed.beginning));
    }
    // The rarest leads: where it stands the others are looked up.
    std::sort(words_.begin(), words_.end(),
              [](const Word& a, const Word& b) { return a.frequency < b.frequency; });
  }

  std::vector<Xapian::docid> newest(std::size_t most) {
    std::vector<Xapian::docid> found;
    const Xapian::docid last = visible_.last();
    for (const Xapian::docid size : {last / first_part, last / second_part, last}) {
      found = with_all(last - size + 1);
      if (found.size() >= most || deadline_.passed_now()) break;
    }
    std::sort(found.begin(), found.end(), [&](Xapian::docid a, Xapian::docid b) {
      return columns_.order(a) > columns_.order(b);
    });
    found.resize(std::min(found.size(), most));
    return found;
  }

 private:
  struct Word {
    std::vector<std::string> terms;  // Any of them.
    std::string beginning;           // Of all of them; empty if there is but one.
    std::uint64_t frequency = 0;
  };

  void add_word(std::vector<std::string> terms, std::string beginning) {
    Word word{std::move(terms), std::move(beginning), 0};
    for (const std::string& term : word.terms) word.frequency += database_.get_termfreq(term);
    words_.push_back(std::move(word));
  }

  // From a document on.
  std::vector<Xapian::docid> with_all(Xapian::docid first) {
    std::vector<Xapian::docid> found = with_first_word(first);
    for (auto word = words_.begin() + 1; word != words_.end() && !found.empty(); ++word) {
      keep_with(*word, found);
    }
    return found;
  }

  std::vector<Xapian::docid> with_first_word(Xapian::docid first) {
    std::vector<Xapian::docid> found;
    for (const std::string& term : words_.front().terms) {
      auto posting = database_.postlist_begin(term);
      const Xapian::PostingIterator end = database_.postlist_end(term);
      if (posting != end) posting.skip_to(first);
      for (; posting != end && !deadline_.passed(); ++posting) {
        if (visible_.contains(*posting)) found.push_back(*posting);
      }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  // documents: ascending.
  void keep_with(const Word& word, std::vector<Xapian::docid>& documents) {
    // To look at a document's terms costs as much as to look some up in it, or to go over that many
    // postings.
    constexpr std::size_t cost_in_terms = 5;
    constexpr std::size_t cost_in_postings = 200;
    if (word.terms.size() > cost_in_terms && documents.size() * cost_in_postings < word.frequency) {
      std::erase_if(documents, [&](Xapian::docid docid) {
        return deadline_.passed() || !has_beginning(docid, word.beginning);
      });
    } else {
      keep_listed(word, documents);
    }
  }

  bool has_beginning(Xapian::docid docid, const std::string& beginning) const {
    auto term = database_.termlist_begin(docid);
    const Xapian::TermIterator end = database_.termlist_end(docid);
    if (term != end) term.skip_to(beginning);
    return term != end && (*term).starts_with(beginning);
  }

  void keep_listed(const Word& word, std::vector<Xapian::docid>& documents) {
    std::vector<bool> has_word(documents.size());
    for (const std::string& term : word.terms) {
      auto posting = database_.postlist_begin(term);
      const Xapian::PostingIterator end = database_.postlist_end(term);
      auto place = documents.begin();
      while (place != documents.end() && posting != end && !deadline_.passed()) {
        posting.skip_to(*place);
        if (posting == end) break;
        place = std::lower_bound(place, documents.end(), *posting);
        if (place != documents.end() && *place == *posting) {
          has_word[static_cast<std::size_t>(place - documents.begin())] = true;
          ++place;
        }
      }
    }
    std::size_t i = 0;
    std::erase_if(documents, [&](Xapian::docid) { return !has_word[i++]; });
  }

  const DocSet& visible_;
  const Columns& columns_;
  const Xapian::Database& database_;
  Deadline& deadline_;
  std::vector<Word> words_;
};

// Whether the headline has the words side by side, the last of them begun.
bool has_side_by_side(std::string_view headline, const TypedWords& typed) {
  std::vector<std::string> words = read_words(std::string(headline) + ' ', headline.size()).whole;
  for (std::size_t at = 0; at + typed.whole.size() <= words.size(); ++at) {
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(at);
    if (!std::equal(typed.whole.begin(), typed.whole.end(), begin)) continue;
    if (typed.beginning.empty()) return true;
    const std::size_t next = at + typed.whole.size();
    if (next < words.size() && words[next].starts_with(typed.beginning)) return true;
  }
  return false;
}

// A word of one letter is the beginning of too many, but for ideographs and syllables.
bool tells_enough(const TypedWords& typed) {
  if (!typed.whole.empty()) return true;
  constexpr char32_t first_ideograph = 0x2e80;
  std::size_t end = 0;
  const bool is_one = !typed.beginning.empty() &&
                      text::next_character(typed.beginning, end) < first_ideograph &&
                      end == typed.beginning.size();
  return !typed.beginning.empty() && !is_one;
}

std::vector<StorySuggestion> suggest_stories(const TypedWords& typed, const DocSet& visible,
                                             const Columns& columns, HeadlineWords& headline_words,
                                             Reader& reader, Deadline& deadline) {
  std::vector<StorySuggestion> side_by_side;
  std::vector<StorySuggestion> apart;
  HeadlineSearch search(typed, visible, columns, headline_words, reader, deadline);
  for (const Xapian::docid docid : search.newest(stories_read)) {
    const auto article = decode_article(reader.database().get_document(docid).get_data());
    if (!article) continue;
    StorySuggestion story{
        article->id, article_key(article->id), article->url, article->headline, {}};
    if (article->published) story.date = article->published->day;
    auto& stories = has_side_by_side(article->headline, typed) ? side_by_side : apart;
    stories.push_back(std::move(story));
  }
  std::vector<StorySuggestion> chosen;
  for (auto* stories : {&side_by_side, &apart}) {
    for (StorySuggestion& story : *stories) {
      const auto is_same = [&](const auto& other) { return other.headline == story.headline; };
      if (chosen.size() == stories_shown || std::ranges::any_of(chosen, is_same)) continue;
      chosen.push_back(std::move(story));
    }
  }
  return chosen;
}

std::vector<CountedName> suggest_names(FacetField field, std::string_view text, std::size_t most,
                                       const DocSet& visible, const Columns& columns) {
  const Dictionary& dictionary = columns.facet(field).dictionary();
  std::vector<CountedName> names;
  for (const auto& [name, count] : most_frequent(columns, field, visible, text, most)) {
    names.push_back({dictionary.id(name), dictionary.label(name), count});
  }
  return names;
}

}  // namespace

Suggestions suggest(std::string_view text, const DocSet& visible, const Columns& columns,
                    HeadlineWords& headline_words, Reader& reader, Deadline& deadline) {
  text = text::truncate_utf8(text, max_text_bytes);
  Suggestions suggestions;
  if (name_id(text).empty()) return suggestions;
  suggestions.people = suggest_names(FacetField::person, text, people_shown, visible, columns);
  suggestions.sections = suggest_names(FacetField::section, text, sections_shown, visible, columns);
  const TypedWords typed = read_words(text, max_words);
  if (tells_enough(typed)) {
    suggestions.stories =
        suggest_stories(typed, visible, columns, headline_words, reader, deadline);
  }
  return suggestions;
}

}  // namespace broadsheet::searcher
