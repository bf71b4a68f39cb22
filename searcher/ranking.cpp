#include "searcher/ranking.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "schema/document.hpp"
#include "schema/fields.hpp"
#include "searcher/document_lifts.hpp"
#include "searcher/feedback.hpp"
#include "searcher/first_few.hpp"
#include "searcher/name_index.hpp"
#include "searcher/placement.hpp"
#include "searcher/query_people.hpp"
#include "searcher/recency.hpp"
#include "searcher/text_scores.hpp"

namespace broadsheet::searcher {
namespace {

// Tuned on half of the queries of six collections and on headlines; see bench/ranking.
constexpr double headline_weight = 0.3;
constexpr double lead_weight = 0.3;
constexpr double proximity_weight = 0.3;

// That many of the best are looked at for where their words stand, as many as a page can show.
constexpr Xapian::doccount placed_documents = 100;

// What a story about a person of the query, or one that names them, gains, in the idf of their
// name.
constexpr double about_weight = 0.2;
constexpr double named_weight = 0.05;

// Who types more is after something particular, whatever its age.
constexpr std::size_t most_words_about_now = 4;

// A form of a word with other diacritics than typed loses this much of its idf: more than a second
// occurrence of it would gain.
constexpr double exact_weight = 0.5;

// Ranks one query's documents.
class Ranker {
 public:
  Ranker(const Query& query, const RankedWords& words, const DocSet& documents,
         const Columns& columns, Reader& reader, Instant now, Deadline& deadline)
      : query_(query),
        words_(words),
        documents_(documents),
        columns_(columns),
        reader_(reader),
        now_(now),
        deadline_(deadline),
        scores_(documents, columns, reader, deadline),
        lifts_(columns) {}

  Ranking rank(Xapian::doccount first, Xapian::doccount size) {
    const std::size_t wanted = std::max(first + size, placed_documents);
    Ranking ranking;
    score_words();
    ranking.results = best(wanted);
    if (!deadline_.passed_now() && !ranking.results.empty()) {
      const std::vector<FeedbackWord> feedback =
          feedback_words(words_, ranking.results, columns_, reader_);
      find_lifts(ranking.results);
      for (const FeedbackWord& word : feedback) scores_.add_word(word.terms, word.weight);
      if (!feedback.empty() || !lifts_.empty()) ranking.results = best(wanted);
      place(ranking.results);
    }
    ranking.complete = !deadline_.passed_now();
    cut(ranking.results, first, size);
    return ranking;
  }

 private:
  void score_words() {
    for (const RankedWord& word : words_.words) {
      scores_.add_word(word.terms, word.weight);
      prefer_exact(word);
    }
  }

  // Where the index knows the word with other diacritics too, documents with it as it was typed
  // gain.
  void prefer_exact(const RankedWord& word) {
    if (word.is_prefix || word.exact.empty()) return;
    const std::string folded = text::fold(word.text);
    const std::vector<std::string> forms = reader_.exact_forms(folded);
    if (forms.empty()) return;
    const double gain = exact_weight * word.idf;
    if (word.exact != folded) return scores_.add_even({exact_term(folded, word.exact)}, {}, gain);
    std::vector<std::string> others;
    others.reserve(forms.size());
    for (const std::string& form : forms) others.push_back(exact_term(folded, form));
    scores_.add_even(word.terms, others, gain);
  }

  struct Candidate {
    double score;
    Xapian::docid docid;
  };

  // Of equals the newest, so that answers don't depend on the order of indexing.
  bool is_better(const Candidate& a, const Candidate& b) const {
    return a.score != b.score ? a.score > b.score
                              : columns_.order(a.docid) > columns_.order(b.docid);
  }

  std::vector<Ranked> best(std::size_t size) {
    const auto better = [this](const Candidate& a, const Candidate& b) { return is_better(a, b); };
    const double most = lifts_.most();
    FirstFew<Candidate, decltype(better)> best(size, better);
    documents_.for_each([&](Xapian::docid docid) {
      if (deadline_.passed()) return;
      const double text = scores_.of(docid);
      if (best.is_full() && text + most < best.last().score) return;
      best.add({text + lifts_.all(docid), docid});
    });
    const std::vector<Candidate> candidates = std::move(best).take();
    std::vector<Ranked> results;
    results.reserve(candidates.size());
    for (const Candidate& candidate : candidates) results.push_back(ranked(candidate));
    return results;
  }

  Ranked ranked(const Candidate& candidate) const {
    Ranked ranked{candidate.docid, candidate.score, {}};
    ranked.parts.headline = lifts_.of_headline(candidate.docid);
    ranked.parts.people = lifts_.of_people(candidate.docid);
    ranked.parts.recency = lifts_.of_recency(candidate.docid);
    ranked.parts.text = scores_.of(candidate.docid);
    return ranked;
  }

  void find_lifts(const std::vector<Ranked>& best) {
    lift_people();
    lift_headline(best.front().score);
    if (words_.words.size() <= most_words_about_now && !tells_time(query_)) {
      lifts_.recency = recency_lift(best, columns_, now_);
    }
  }

  // Whether it says when: in words or as a condition.
  static bool tells_time(const Query& query) {
    if (query.kind == Query::Kind::date) return true;
    const bool is_year = query.kind == Query::Kind::word && query.text.size() == 4 &&
                         parse_period(query.text).has_value();
    return is_year || std::any_of(query.parts.begin(), query.parts.end(), tells_time);
  }

  void lift_people() {
    for (const QueryPerson& person : query_people(query_, columns_)) {
      DocSet named = with_person(FacetField::person, person.name);
      if (person.words.size() == 1 && !is_mostly(person.words.front(), named)) continue;
      double idf = 0;
      for (const RankedWord& word : words_.words) {
        const bool is_of_name = std::find(person.words.begin(), person.words.end(),
                                          text::fold(word.text)) != person.words.end();
        if (is_of_name) idf += word.idf;
      }
      lifts_.people.emplace_back(std::move(named), named_weight * idf);
      lifts_.people.emplace_back(with_person(FacetField::about, person.name),
                                 (about_weight - named_weight) * idf);
    }
  }

  // Whether the word, where it stands at all, mostly names the person: not so "rice".
  bool is_mostly(const std::string& word, const DocSet& named) const {
    return 2 * named.count() >= reader_.database().get_termfreq(word);
  }

  DocSet with_person(FacetField field, Dictionary::Number person) const {
    const std::string& id = columns_.facet(FacetField::person).dictionary().id(person);
    const Dictionary::Number name = columns_.facet(field).dictionary().find(id);
    DocSet found(documents_.last());
    if (name != 0) columns_.names(field).add_documents(name, found);
    found &= documents_;
    return found;
  }

  // What is called exactly as the query reads comes before all else.
  void lift_headline(double lift) {
    std::vector<WordCode> codes;
    std::vector<std::string> terms;
    if (!is_plain(query_)) return;
    for (const QueryWord& word : reader_.words(to_text(query_))) {
      codes.push_back(word_code(word.word));
      terms.push_back(std::string(fields::prefix::headline) + word.word);
    }
    if (codes.size() < 2) return;
    const Xapian::Query all(Xapian::Query::OP_AND, terms.begin(), terms.end());
    Xapian::Enquire enquire(reader_.database());
    enquire.set_query(all);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    constexpr Xapian::doccount most_looked_at = 1'000;
    const Xapian::MSet matches = enquire.get_mset(0, most_looked_at);
    for (auto i = matches.begin(); i != matches.end(); ++i) {
      if (!documents_.contains(*i)) continue;
      const std::string sequence = i.get_document().get_value(fields::slot::words);
      const std::string_view headline = headline_words(sequence);
      if (code_count(headline) == codes.size() && stands_at(headline, 0, codes)) {
        lifts_.headline[*i] = lift;
      }
    }
  }

  // Words and compounds only.
  static bool is_plain(const Query& query) {
    if (query.kind == Query::Kind::bag) {
      return std::all_of(query.parts.begin(), query.parts.end(), is_plain);
    }
    return query.kind == Query::Kind::word || query.kind == Query::Kind::compound;
  }

  void place(std::vector<Ranked>& results) {
    const auto count =
        static_cast<std::ptrdiff_t>(std::min<std::size_t>(results.size(), placed_documents));
    const auto end = results.begin() + count;
    std::vector<Ranked*> by_docid;
    for (auto i = results.begin(); i != end; ++i) by_docid.push_back(&*i);
    std::sort(by_docid.begin(), by_docid.end(),
              [](const Ranked* a, const Ranked* b) { return a->docid < b->docid; });
    const PlacementReader reader(words_, reader_);
    const Xapian::Database& database = reader_.database();
    auto sequence = database.valuestream_begin(fields::slot::words);
    const Xapian::ValueIterator sequence_end = database.valuestream_end(fields::slot::words);
    for (Ranked* const ranked : by_docid) {
      if (sequence == sequence_end) break;
      sequence.skip_to(ranked->docid);
      if (sequence == sequence_end) break;
      if (sequence.get_docid() != ranked->docid) continue;
      const Placement placement = reader.read(*sequence);
      ranked->parts.headline += headline_weight * placement.headline;
      ranked->parts.lead += lead_weight * placement.lead;
      ranked->parts.proximity += proximity_weight * placement.proximity;
      ranked->score = ranked->parts.sum();
    }
    std::sort(results.begin(), end, [&](const Ranked& a, const Ranked& b) {
      return a.score != b.score ? a.score > b.score
                                : columns_.order(a.docid) > columns_.order(b.docid);
    });
  }

  static void cut(std::vector<Ranked>& results, std::size_t first, std::size_t size) {
    const std::size_t begin = std::min(first, results.size());
    const std::size_t end = std::min(begin + size, results.size());
    results.erase(results.begin() + static_cast<std::ptrdiff_t>(end), results.end());
    results.erase(results.begin(), results.begin() + static_cast<std::ptrdiff_t>(begin));
  }

  const Query& query_;
  const RankedWords& words_;
  const DocSet& documents_;
  const Columns& columns_;
  Reader& reader_;
  Instant now_;
  Deadline& deadline_;
  TextScores scores_;
  DocumentLifts lifts_;
};

}  // namespace

Ranking rank(const Query& query, const RankedWords& words, const DocSet& documents,
             const Columns& columns, Reader& reader, Instant now, Deadline& deadline,
             Xapian::doccount first, Xapian::doccount size) {
  return Ranker(query, words, documents, columns, reader, now, deadline).rank(first, size);
}

}  // namespace broadsheet::searcher
