#include "searcher/feedback.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "schema/fields.hpp"
#include "searcher/ranking.hpp"

namespace broadsheet::searcher {
namespace {

// Tuned on half of the queries of six collections; see bench/ranking.
constexpr std::size_t min_query_words = 9;
constexpr std::size_t documents_looked_at = 10;
constexpr std::size_t max_words = 20;
constexpr int min_documents = 2;   // That have the word.
constexpr double max_share = 0.3;  // Of the archive: commoner words tell nothing.
constexpr double full_weight = 0.3;
// From this coverage of the query on feedback counts less, and nothing from the other on.
constexpr double low_coverage = 0.5;
constexpr double high_coverage = 0.6;
// Over all words: what they may cost.
constexpr double max_postings = 2e6;

struct Candidate {
  std::string stem;
  double share = 0;   // Of the words of the best documents.
  int documents = 0;  // That have it.
  double idf = 0;
  double postings = 0;
};

// The words of a document by stem, how often each.
struct Bag {
  std::unordered_map<std::string, double> words;
  double length = 0;
};

Bag read_document(Xapian::docid docid, const Columns& columns, Reader& reader) {
  const FacetColumn& languages = columns.facet(FacetField::language);
  const auto language = languages.values(docid);
  text::Analyser& analyser = reader.analyser(
      language.empty() ? std::string() : languages.dictionary().text(language.front()));
  Bag bag;
  const Xapian::TermIterator end = reader.database().termlist_end(docid);
  for (auto i = reader.database().termlist_begin(docid); i != end; ++i) {
    const std::string term = *i;
    const bool has_prefix = !term.empty() && term[0] >= 'A' && term[0] <= 'Z';
    if (term.empty() || has_prefix) continue;
    text::Token token;
    token.surface = term;
    // Acronyms and fractions have no stems.
    const bool has_stem = term.find('.') == term.npos;
    const double count = i.get_wdf();
    bag.words[has_stem ? analyser.forms(token).stem : term] += count;
    bag.length += count;
  }
  return bag;
}

bool has_word(const Bag& bag, const RankedWord& word) {
  return std::any_of(word.terms.begin(), word.terms.end(), [&](const std::string& term) {
    const bool has_prefix = term.starts_with(fields::prefix::stem);
    return bag.words.contains(has_prefix ? term.substr(fields::prefix::stem.size()) : term);
  });
}

// How much of the query the documents have, from 0 to 1.
double coverage(const RankedWords& words, const std::vector<Bag>& bags) {
  double all = 0;
  double covered = 0;
  for (const RankedWord& word : words.words) {
    all += word.idf;
    const auto with = std::count_if(bags.begin(), bags.end(),
                                    [&](const Bag& bag) { return has_word(bag, word); });
    covered += word.idf * static_cast<double>(with) / static_cast<double>(bags.size());
  }
  return all > 0 ? covered / all : 1;
}

std::vector<Candidate> candidates(const std::vector<Bag>& bags, const std::vector<Ranked>& best) {
  std::unordered_map<std::string, Candidate> found;
  double trust = 0;
  for (std::size_t i = 0; i < bags.size(); ++i) trust += best[i].score;
  for (std::size_t i = 0; i < bags.size(); ++i) {
    for (const auto& [stem, count] : bags[i].words) {
      Candidate& candidate = found[stem];
      candidate.share += best[i].score / trust * count / bags[i].length;
      ++candidate.documents;
    }
  }
  std::vector<Candidate> kept;
  for (auto& [stem, candidate] : found) {
    if (candidate.documents < min_documents || stem.size() < 3) continue;
    candidate.stem = stem;
    kept.push_back(std::move(candidate));
  }
  return kept;
}

std::vector<std::string> terms_of(const std::string& stem) {
  return {stem, std::string(fields::prefix::stem) + stem};
}

// Puts the most telling first.
void weigh(std::vector<Candidate>& candidates, const Xapian::Database& database) {
  const double all = database.get_doccount();
  for (Candidate& candidate : candidates) {
    for (const std::string& term : terms_of(candidate.stem)) {
      candidate.postings += database.get_termfreq(term);
    }
    candidate.idf = std::log((all + 1) / (candidate.postings + 0.5));
  }
  std::erase_if(candidates, [&](const Candidate& candidate) {
    return candidate.postings > max_share * all || candidate.idf <= 0;
  });
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    const double left = a.share * a.idf;
    const double right = b.share * b.idf;
    return left != right ? left > right : a.stem < b.stem;
  });
}

}  // namespace

std::vector<FeedbackWord> feedback_words(const RankedWords& words, const std::vector<Ranked>& best,
                                         const Columns& columns, Reader& reader) {
  if (words.words.size() < min_query_words || best.empty() || best.front().score <= 0) return {};
  std::vector<Bag> bags;
  for (const Ranked& ranked : best) {
    if (bags.size() == documents_looked_at || ranked.score <= 0) break;
    bags.push_back(read_document(ranked.docid, columns, reader));
  }
  const double uncovered = high_coverage - coverage(words, bags);
  const double weight =
      full_weight * std::clamp(uncovered / (high_coverage - low_coverage), 0.0, 1.0);
  if (weight <= 0) return {};
  std::vector<Candidate> found = candidates(bags, best);
  weigh(found, reader.database());
  std::vector<FeedbackWord> chosen;
  double postings = 0;
  for (const Candidate& candidate : found) {
    if (chosen.size() == max_words) break;
    postings += candidate.postings;
    if (postings > max_postings) break;
    const double relative =
        candidate.share * candidate.idf / (found.front().share * found.front().idf);
    chosen.push_back({terms_of(candidate.stem), weight * relative});
  }
  return chosen;
}

}  // namespace broadsheet::searcher
