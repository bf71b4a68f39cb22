#include "searcher/ranking.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "schema/fields.hpp"
#include "searcher/admission_source.hpp"

namespace broadsheet::searcher {
namespace {

using Kind = Query::Kind;

// k1, k2, k3, b, least normalised length: the best of the fixed settings on news.
Xapian::BM25Weight weighting() { return {1.2, 0, 1, 0.5, 0}; }

class WordCollector {
 public:
  WordCollector(const Matches& matches, Reader& reader) : matches_(matches), reader_(reader) {}

  std::vector<RankedWord> take() && { return std::move(words_); }

  void collect(const Query& query) {
    switch (query.kind) {
      case Kind::word:
      case Kind::compound:
        return add_text(query.text, false);
      case Kind::phrase:
        return add_text(query.text, true);
      case Kind::prefix:
        return add_prefix(query.text);
      case Kind::field:
        if (query.field == QueryField::headline || query.field == QueryField::person ||
            query.field == QueryField::about) {
          add_text(query.text, query.as_written);
        }
        return;
      case Kind::exclude:
        return;
      default:
        for (const Query& part : query.parts) collect(part);
    }
  }

 private:
  void add_text(const std::string& text, bool as_written) {
    text::Tokeniser tokens(text);
    for (text::Token token; tokens.next(token);) {
      for (const QueryWord& word : reader_.words(token.surface)) {
        RankedWord ranked;
        ranked.terms = as_written ? std::vector<std::string>{word.word} : word.terms();
        ranked.as_written = as_written;
        ranked.text = token.surface;
        ranked.is_stop_word = word.is_stop_word;
        add(std::move(ranked));
      }
    }
  }

  void add_prefix(const std::string& text) {
    RankedWord ranked;
    ranked.text = text::fold(text);
    ranked.is_prefix = true;
    const auto expansion = matches_.prefixes.find(ranked.text);
    if (expansion != matches_.prefixes.end()) ranked.terms = expansion->second;
    add(std::move(ranked));
  }

  void add(RankedWord word) {
    if (!seen_.insert(word.terms).second) return;
    Xapian::doccount frequency = 0;
    std::erase_if(word.terms, [&](const std::string& term) {
      const Xapian::doccount count = reader_.database().get_termfreq(term);
      frequency = std::max(frequency, count);
      return count == 0;
    });
    if (word.terms.empty()) return;
    const double all = reader_.database().get_doccount();
    word.idf = std::log(1 + (all - frequency + 0.5) / (frequency + 0.5));
    words_.push_back(std::move(word));
  }

  const Matches& matches_;
  Reader& reader_;
  std::vector<RankedWord> words_;
  std::set<std::vector<std::string>> seen_;
};

// Orders equal scores by the columns, so that answers don't depend on the order of indexing.
class NewestLast final : public Xapian::KeyMaker {
 public:
  explicit NewestLast(const Columns& columns) : columns_(columns) {}

  std::string operator()(const Xapian::Document& document) const override {
    const OrderKey key = columns_.order(document.get_docid());
    std::string bytes;  // 10 of them: no allocation.
    for (int shift = 56; shift >= 0; shift -= 8)
      bytes += static_cast<char>(key.high >> shift & 255);
    bytes += static_cast<char>(key.low >> 8);
    bytes += static_cast<char>(key.low & 255);
    return bytes;
  }

 private:
  const Columns& columns_;
};

Xapian::Query words_query(const std::vector<RankedWord>& words) {
  const bool only_stop_words = std::all_of(
      words.begin(), words.end(), [](const RankedWord& word) { return word.is_stop_word; });
  std::vector<Xapian::Query> queries;
  for (const RankedWord& word : words) {
    if (word.is_stop_word && !only_stop_words) continue;
    queries.emplace_back(Xapian::Query::OP_SYNONYM, word.terms.begin(), word.terms.end());
  }
  return {Xapian::Query::OP_OR, queries.begin(), queries.end()};
}

}  // namespace

std::vector<RankedWord> ranked_words(const Query& query, const Matches& matches, Reader& reader) {
  WordCollector collector(matches, reader);
  collector.collect(query);
  return std::move(collector).take();
}

Ranking rank(const std::vector<RankedWord>& words, const DocSet& documents, const Columns& columns,
             Reader& reader, Deadline& deadline, Xapian::doccount first, Xapian::doccount size) {
  AdmissionSource admission(documents, deadline);
  NewestLast newest_last(columns);
  Xapian::Enquire enquire(reader.database());
  enquire.set_query(
      Xapian::Query(Xapian::Query::OP_AND_MAYBE, Xapian::Query(&admission), words_query(words)));
  enquire.set_weighting_scheme(weighting());
  enquire.set_sort_by_relevance_then_key(&newest_last, true);
  enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
  const Xapian::MSet matches = enquire.get_mset(first, size);
  Ranking ranking;
  ranking.results.reserve(matches.size());
  for (auto i = matches.begin(); i != matches.end(); ++i) {
    ranking.results.push_back({*i, i.get_weight()});
  }
  ranking.complete = !deadline.passed_now();
  return ranking;
}

}  // namespace broadsheet::searcher
