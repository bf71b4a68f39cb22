#include "searcher/match.hpp"

#include <algorithm>
#include <future>
#include <iterator>
#include <utility>

#include "schema/article.hpp"
#include "schema/document.hpp"
#include "schema/fields.hpp"
#include "schema/url.hpp"
#include "schema/word_sequence.hpp"
#include "searcher/frequent_terms.hpp"
#include "searcher/name_index.hpp"
#include "searcher/near.hpp"

namespace broadsheet::searcher {
namespace {

namespace prefix = fields::prefix;
using Kind = Query::Kind;

// A prefix stands for this many terms, the most frequent of those looked at.
constexpr std::size_t max_expansion = 64;
constexpr std::size_t max_looked_at = 10'000;

// Fewer word sequences are looked at before a helper thread has begun.
constexpr Xapian::doccount worth_a_helper = 500;

std::string prefixed(std::string_view name, std::string_view word) {
  return std::string(name).append(word);
}

bool is_preferred(const Query& part) {
  return part.kind == Kind::word || part.kind == Kind::compound || part.kind == Kind::prefix;
}

// Says nothing about the text, so that words beside it still have to match.
bool is_filter(const Query& part) {
  switch (part.kind) {
    case Kind::field:
      return part.field != QueryField::headline;
    case Kind::date:
    case Kind::exclude:
      return true;
    case Kind::all_of:
    case Kind::any_of:
      return std::all_of(part.parts.begin(), part.parts.end(), is_filter);
    default:
      return false;
  }
}

std::vector<WordCode> codes_of(const std::vector<QueryWord>& words) {
  std::vector<WordCode> codes;
  codes.reserve(words.size());
  for (const QueryWord& word : words) codes.push_back(word_code(word.word));
  return codes;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The text, and without its hyphens if it has any; those between digits stay.
std::vector<std::string> spellings(const std::string& text) {
  std::vector<std::string> spellings{text};
  std::string closed;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool between_digits =
        i > 0 && i + 1 < text.size() && is_digit(text[i - 1]) && is_digit(text[i + 1]);
    if (text[i] != '-' || between_digits) closed += text[i];
  }
  if (closed != text) spellings.push_back(std::move(closed));
  return spellings;
}

std::vector<const Query*> pointers(const std::vector<Query>& parts) {
  std::vector<const Query*> pointers;
  pointers.reserve(parts.size());
  for (const Query& part : parts) pointers.push_back(&part);
  return pointers;
}

// The first and the last ones, as many in one as in the other.
std::pair<DocSet, DocSet> halves(const DocSet& documents) {
  std::pair<DocSet, DocSet> halves{DocSet(documents.last()), DocSet(documents.last())};
  Xapian::doccount left = documents.count() / 2;
  documents.for_each([&](Xapian::docid docid) {
    if (left > 0) {
      halves.first.add(docid);
      --left;
    } else {
      halves.second.add(docid);
    }
  });
  return halves;
}

// Those whose word sequence passes, until the deadline.
template <typename Test>
DocSet with_sequence(const Xapian::Database& database, const DocSet& candidates, const Test& test,
                     Deadline& deadline) {
  DocSet documents(candidates.last());
  auto sequence = database.valuestream_begin(fields::slot::words);
  const Xapian::ValueIterator end = database.valuestream_end(fields::slot::words);
  for (Xapian::docid docid = candidates.next(1); docid != 0; docid = candidates.next(docid + 1)) {
    if (deadline.passed() || sequence == end) break;
    sequence.skip_to(docid);
    if (sequence != end && sequence.get_docid() == docid && test(*sequence)) documents.add(docid);
  }
  return documents;
}

class Matcher {
 public:
  Matcher(const DocSet& visible, const Columns& columns, Reader& reader, Deadline& deadline,
          Matches& matches)
      : visible_(visible),
        columns_(columns),
        reader_(reader),
        deadline_(deadline),
        matches_(matches) {}

  // The whole query, or a part that stands in a place where it is not a condition.
  DocSet preferred(const Query& query) {
    if (query.kind == Kind::word || query.kind == Kind::compound) {
      DocSet documents = none();
      add_words(words_of(query), documents);
      return documents;
    }
    return condition(query);
  }

  DocSet condition(const Query& query) {
    switch (query.kind) {
      case Kind::everything:
        return visible_;
      case Kind::word:
        return preferred(query);
      case Kind::compound:
        return compound(query.text);
      case Kind::phrase:
        return phrase(query.text, "");
      case Kind::prefix:
        return prefix_terms(query.text);
      case Kind::field:
        return field(query);
      case Kind::date:
        return date(query);
      case Kind::near:
        return near(query);
      case Kind::must:
        return condition(query.parts.front());
      case Kind::exclude:
        return not_excluded({&query});
      case Kind::bag:
        return bag(query);
      case Kind::all_of:
        return all_of(pointers(query.parts));
      case Kind::any_of:
        return any_of(query.parts);
    }
    return none();
  }

 private:
  DocSet none() const { return DocSet(visible_.last()); }

  bool out_of_time() { return note_time(deadline_.passed()); }
  // Before a long step.
  bool out_of_time_now() { return note_time(deadline_.passed_now()); }

  bool note_time(bool passed) {
    if (!passed) return false;
    timed_out_ = true;
    matches_.complete = false;
    return true;
  }

  DocSet all_of(const std::vector<const Query*>& parts) {
    DocSet documents = not_excluded(parts);
    for (const Query* part : parts) {
      if (part->kind != Kind::exclude) documents &= condition(*part);
    }
    return documents;
  }

  DocSet any_of(const std::vector<Query>& parts) {
    DocSet documents = none();
    for (const Query& part : parts) documents |= condition(part);
    return documents;
  }

  // What no exclusion among the parts leaves out.
  DocSet not_excluded(const std::vector<const Query*>& parts) {
    DocSet excluded = none();
    for (const Query* part : parts) {
      if (part->kind == Kind::exclude) excluded |= condition(part->parts.front());
    }
    // Out of time it is not known which to leave out: then none is known to match.
    if (timed_out_) return none();
    DocSet documents = visible_;
    documents -= excluded;
    return documents;
  }

  // Conditions all hold; where none is about the text, one of the preferred words has to match.
  DocSet bag(const Query& query) {
    std::vector<const Query*> conditions;
    std::vector<const Query*> preferred_parts;
    bool only_filters = true;
    for (const Query& part : query.parts) {
      (is_preferred(part) ? preferred_parts : conditions).push_back(&part);
      only_filters = only_filters && (is_preferred(part) || is_filter(part));
    }
    DocSet documents = all_of(conditions);
    if (only_filters && !preferred_parts.empty()) documents &= any_preferred(preferred_parts);
    return documents;
  }

  DocSet any_preferred(const std::vector<const Query*>& parts) {
    DocSet documents = none();
    std::vector<QueryWord> words;
    bool has_prefix = false;
    for (const Query* part : parts) {
      if (part->kind == Kind::prefix) {
        has_prefix = true;
        documents |= prefix_terms(part->text);
      } else {
        std::ranges::move(words_of(*part), std::back_inserter(words));
      }
    }
    if (has_prefix) std::erase_if(words, [](const QueryWord& word) { return word.is_stop_word; });
    add_words(words, documents);
    return documents;
  }

  // Of a word or compound.
  std::vector<QueryWord> words_of(const Query& query) {
    std::vector<QueryWord> words = reader_.words(query.text);
    std::ranges::move(reader_.compounds(query.text), std::back_inserter(words));
    return words;
  }

  // Documents with any of the words, without stop words unless there are no others.
  void add_words(const std::vector<QueryWord>& words, DocSet& documents) {
    const bool only_stop_words = std::all_of(
        words.begin(), words.end(), [](const QueryWord& word) { return word.is_stop_word; });
    std::vector<std::string> terms;
    for (const QueryWord& word : words) {
      if (word.is_stop_word && !only_stop_words) continue;
      std::ranges::move(word.terms(), std::back_inserter(terms));
    }
    add_terms(std::move(terms), documents);
  }

  std::vector<std::string> rarest_first(std::vector<std::string> terms) {
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    std::vector<std::pair<Xapian::doccount, std::string>> counted;
    counted.reserve(terms.size());
    for (std::string& term : terms) {
      if (out_of_time()) break;
      const Xapian::doccount frequency = reader_.database().get_termfreq(term);
      counted.emplace_back(frequency, std::move(term));
    }
    std::sort(counted.begin(), counted.end());
    std::vector<std::string> sorted;
    sorted.reserve(counted.size());
    for (auto& [frequency, term] : counted) sorted.push_back(std::move(term));
    return sorted;
  }

  // The rarest first: they tell most, should the deadline come in between.
  void add_terms(std::vector<std::string> terms, DocSet& documents) {
    for (const std::string& term : rarest_first(std::move(terms))) add_postings(term, documents);
  }

  void add_postings(const std::string& term, DocSet& documents) {
    const auto list = reader_.postings(term, deadline_);
    for (const Xapian::docid docid : list->docids) {
      if (visible_.contains(docid)) documents.add(docid);
    }
    note_time(!list->complete);
  }

  // These words side by side, or written as one.
  DocSet compound(const std::string& text) {
    DocSet documents = phrase(text, "");
    for (const QueryWord& whole : reader_.compounds(text)) add_terms(whole.terms(), documents);
    return documents;
  }

  // These words in this order; those that a hyphen joins also as one (ceasefire for cease-fire).
  DocSet phrase(const std::string& text, std::string_view field_prefix) {
    DocSet documents = none();
    for (const std::string& written : spellings(text)) {
      documents |= side_by_side(reader_.words(written), field_prefix);
    }
    return documents;
  }

  // A single word as it is written.
  DocSet side_by_side(const std::vector<QueryWord>& words, std::string_view field_prefix) {
    const bool in_headline = !field_prefix.empty();
    const std::vector<WordCode> codes = codes_of(words);
    const std::vector<std::string> pairs =
        in_headline ? std::vector<std::string>(codes.size()) : pairs_of(codes);
    DocSet documents = with_words(words, pairs, field_prefix);
    const bool is_found = words.size() < 2 || (words.size() == 2 && !pairs.front().empty());
    if (is_found) return documents;
    return where_sequence(documents, [&](std::string_view sequence) {
      return contains_phrase(in_headline ? headline_words(sequence) : sequence, codes);
    });
  }

  // Of each word with the next: the term of the two if there is one, else empty.
  std::vector<std::string> pairs_of(const std::vector<WordCode>& codes) {
    std::vector<std::string> pairs(codes.size());
    for (std::size_t i = 0; i + 1 < codes.size(); ++i) {
      pairs[i] = reader_.common_words().pair_term(codes[i], codes[i + 1]);
    }
    return pairs;
  }

  // With all words of a phrase, the common ones side by side.
  DocSet with_words(const std::vector<QueryWord>& words, const std::vector<std::string>& pairs,
                    std::string_view field_prefix) {
    std::vector<std::string> terms;
    std::vector<std::string> open_terms;  // Of words that may mean an acronym: their order tells.
    for (std::size_t i = 0; i < words.size(); ++i) {
      const QueryWord& word = words[i];
      // Where U.S. was typed "us" has the same code.
      const bool is_told_by_code = word.word.find('.') == word.word.npos;
      const bool begins_pair = !pairs[i].empty();
      const bool ends_pair = i > 0 && !pairs[i - 1].empty();
      if (begins_pair) terms.push_back(pairs[i]);
      if ((begins_pair || ends_pair) && is_told_by_code) continue;
      if (word.acronym.empty()) {
        terms.push_back(prefixed(field_prefix, word.word));
      } else {
        open_terms.push_back(prefixed(field_prefix, word.word));
        open_terms.push_back(prefixed(field_prefix, word.acronym));
      }
    }
    if (!terms.empty()) return with_all(std::move(terms));
    DocSet documents = none();
    add_terms(std::move(open_terms), documents);
    return documents;
  }

  // The rarest term first: each further one is only looked for where the others are.
  DocSet with_all(std::vector<std::string> terms) {
    const std::vector<std::string> by_frequency = rarest_first(std::move(terms));
    DocSet documents = none();
    if (by_frequency.empty()) return documents;
    add_postings(by_frequency.front(), documents);
    for (std::size_t i = 1; i < by_frequency.size(); ++i) {
      auto posting = reader_.database().postlist_begin(by_frequency[i]);
      const Xapian::PostingIterator end = reader_.database().postlist_end(by_frequency[i]);
      documents = members_where(documents, [&](Xapian::docid docid) {
        if (posting != end) posting.skip_to(docid);
        return posting != end && *posting == docid;
      });
    }
    return documents;
  }

  // Those whose word sequence passes.  Where there are many, a helper looks at the second half.
  template <typename Test>
  DocSet where_sequence(const DocSet& candidates, Test test) {
    const Xapian::Database& database = reader_.database();
    if (candidates.count() < worth_a_helper) {
      DocSet documents = with_sequence(database, candidates, test, deadline_);
      note_time(deadline_.passed());
      return documents;
    }
    const std::pair<DocSet, DocSet> parts = halves(candidates);
    Deadline helpers_deadline = deadline_;
    DocSet second;
    std::future<void> helper = reader_.beside([&](const Xapian::Database& lent) {
      second = with_sequence(lent, parts.second, test, helpers_deadline);
    });
    DocSet documents = with_sequence(database, parts.first, test, deadline_);
    helper.get();
    documents |= second;
    note_time(deadline_.passed() || helpers_deadline.passed());
    return documents;
  }

  DocSet near(const Query& query) {
    const DocSet candidates = all_of(pointers(query.parts));
    std::vector<NearOperand> operands;
    for (const Query& part : query.parts) {
      operands.push_back({near_forms(part), part.within});
      if (operands.back().forms.empty() || out_of_time_now()) return none();
    }
    return where_sequence(candidates, NearTest(operands));
  }

  // Behind the operand's own look-up, which expands prefixes.
  std::vector<std::vector<WordCode>> near_forms(const Query& part) {
    if (part.kind == Kind::prefix) return single(matches_.prefixes[text::fold(part.text)]);
    std::vector<std::vector<WordCode>> forms;
    for (const std::string& written : spellings(part.text)) {
      const std::vector<QueryWord> words = reader_.words(written);
      if (words.empty()) continue;
      if (part.kind == Kind::word) return single(*reader_.variants(words.front()));
      forms.push_back(codes_of(words));
    }
    return forms;
  }

  static std::vector<std::vector<WordCode>> single(const std::vector<std::string>& words) {
    std::vector<std::vector<WordCode>> forms;
    forms.reserve(words.size());
    for (const std::string& word : words) forms.push_back({word_code(word)});
    return forms;
  }

  DocSet prefix_terms(const std::string& text) {
    DocSet documents = none();
    const std::string start = text::fold(text);
    auto [place, is_new] = matches_.prefixes.try_emplace(start);
    if (is_new) place->second = expand(start);
    add_terms(place->second, documents);
    return documents;
  }

  std::vector<std::string> expand(const std::string& start) {
    FrequentTerms frequent = frequent_terms(reader_.database(), start, max_looked_at, max_expansion,
                                            [&] { return out_of_time(); });
    if (!frequent.are_all) {
      matches_.complete = false;
      matches_.notes.push_back("“" + start + "*” stands for more words than are looked up; its " +
                               std::to_string(max_expansion) + " most frequent were.");
    }
    return std::move(frequent.terms);
  }

  DocSet field(const Query& query) {
    switch (query.field) {
      case QueryField::headline:
        return headline(query);
      case QueryField::site:
        return site(query.text);
      case QueryField::person:
        return names(FacetField::person, query.text);
      case QueryField::about:
        return names(FacetField::about, query.text);
      case QueryField::author:
        return names(FacetField::author, query.text);
      case QueryField::section:
        return names(FacetField::section, query.text);
      case QueryField::source:
        return names(FacetField::source, query.text);
      case QueryField::language:
        return names(FacetField::language, query.text);
    }
    return none();
  }

  DocSet headline(const Query& query) {
    if (query.as_written) return phrase(query.text, prefix::headline);
    DocSet documents = none();
    for (const QueryWord& word : reader_.words(query.text)) {
      add_terms(word.headline_terms(), documents);
    }
    return documents;
  }

  // A host, or a URL on it.
  DocSet site(const std::string& text) {
    const bool is_url = text.find("://") != text.npos;
    const std::string host = url_host(is_url ? text : "http://" + text);
    DocSet documents = none();
    if (!host.empty()) add_postings(make_term(prefix::host, host), documents);
    return documents;
  }

  DocSet names(FacetField field, const std::string& text) {
    if (out_of_time_now()) return none();
    const NameIndex& names = columns_.names(field);
    DocSet documents = none();
    for (const Dictionary::Number name : names.holding(name_id(text))) {
      names.add_documents(name, documents);
    }
    documents &= visible_;
    return documents;
  }

  DocSet date(const Query& query) {
    const auto number = [](Day day) {
      return static_cast<std::int32_t>(day.time_since_epoch().count());
    };
    const std::int32_t first = query.first ? number(*query.first) : Columns::no_day + 1;
    const std::int32_t last = query.last ? number(*query.last) : INT32_MAX;
    return visible_where([&](Xapian::docid docid) {
      const std::int32_t day = columns_.day(docid);
      return day >= first && day <= last;
    });
  }

  template <typename Test>
  DocSet visible_where(Test test) {
    return members_where(visible_, test);
  }

  template <typename Test>
  DocSet members_where(const DocSet& all, Test test) {
    DocSet documents = none();
    for (Xapian::docid docid = all.next(1); docid != 0; docid = all.next(docid + 1)) {
      if (out_of_time()) break;
      if (test(docid)) documents.add(docid);
    }
    return documents;
  }

  const DocSet& visible_;
  const Columns& columns_;
  Reader& reader_;
  Deadline& deadline_;
  Matches& matches_;
  bool timed_out_ = false;
};

}  // namespace

Matches match_query(const Query& query, const DocSet& visible, const Columns& columns,
                    Reader& reader, Deadline& deadline) {
  Matches matches;
  matches.documents = Matcher(visible, columns, reader, deadline, matches).preferred(query);
  return matches;
}

}  // namespace broadsheet::searcher
