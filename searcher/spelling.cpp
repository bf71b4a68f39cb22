#include "searcher/spelling.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>
#include <vector>

#include "schema/text.hpp"
#include "searcher/facet_counts.hpp"
#include "searcher/match.hpp"
#include "searcher/typing_cost.hpp"

namespace broadsheet::searcher {
namespace {

using Kind = Query::Kind;

// Shorter words are names and abbreviations more often than mistakes.
constexpr std::size_t min_letters = 3;
constexpr std::size_t min_letters_if_written = 5;
constexpr std::size_t min_letters_of_two_edits = 4;
constexpr std::size_t max_letters_of_acronym = 5;
constexpr std::size_t min_part_letters = 2;

constexpr std::size_t max_readings = 8;  // Of a word.
constexpr std::size_t max_parted = 2;
constexpr std::size_t max_doubtful_words = 4;

// In a big archive mistakes are many, too.
constexpr Xapian::doccount documents_per_doubtful = 2'500;

// Costs in nats, as TypingCost.  An unknown word may be right, the more so the less there is to
// tell it from its neighbours; a known one is right unless it is as rare as mistakes are.  What
// speaks for a known word speaks as much for another form of it, but no more: stemmers make one of
// words that have nothing in common ("busness" and bus).
constexpr std::size_t letters_that_tell_nothing = 3;
constexpr double unknown_per_letter = 1.5;
constexpr double known_is_right = 3;
constexpr double parted = 4.5;
static_assert(letters_that_tell_nothing <= min_letters);

// Of the chance of a word, what the word before it tells; the rest is how frequent it is.
constexpr double told_by_neighbour = 0.5;

// Two words that stand in the index stand for one only if that is so much more frequent than the
// two side by side.
constexpr Xapian::doccount joined_to_parted = 50;

// The words that may be corrected, and all else that the query holds.
struct Leaves {
  std::vector<std::string> words;   // Folded.
  std::vector<std::string> others;  // In the query's syntax.
};

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  text::Tokeniser tokens(text);
  for (text::Token token; tokens.next(token);) words.push_back(text::fold(token.surface));
  return words;
}

void collect(const Query& query, Leaves& leaves) {
  if (query.kind == Kind::word || query.kind == Kind::compound) {
    std::ranges::move(words_of(query.text), std::back_inserter(leaves.words));
  } else if (query.parts.empty() || query.kind == Kind::exclude) {
    leaves.others.push_back(to_text(query));
  } else {
    for (const Query& part : query.parts) collect(part, leaves);
  }
}

Leaves leaves_of(const Query& query) {
  Leaves leaves;
  collect(query, leaves);
  return leaves;
}

bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }

bool is_all_capitals(std::string_view surface) {
  return std::ranges::any_of(surface, is_ascii_upper) &&
         std::ranges::none_of(surface, is_ascii_lower);
}

// In capitals, or beginning with one, as the typed word does.
std::string in_case_of(std::string_view typed, std::string words) {
  const bool all = typed.size() > 1 && is_all_capitals(typed);
  const bool first = !typed.empty() && is_ascii_upper(typed.front());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool begins = i == 0 || words[i - 1] == ' ';
    if (is_ascii_lower(words[i]) && (all || (first && begins))) {
      words[i] = static_cast<char>(words[i] - ('a' - 'A'));
    }
  }
  return words;
}

// A word of the query where it stands in the text.
struct TypedWord {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string folded;
  std::u32string letters;          // Nothing if it is not of letters only.
  std::vector<std::string> terms;  // Any of them is the word.
  bool is_stop_word = false;
  bool is_written = true;  // In an article that may be shown.
  bool is_known = true;    // Or another word of its stem is.
  bool is_doubtful = false;
  bool is_joined = false;  // Typed as two.
};

// What a typed word may have been meant to be.
struct Reading {
  std::string words;  // Parted by a space; nothing if it is as typed.
  double cost = 0;    // Of its being typed so.
  DocSet documents;
  double count = 0;  // Of documents.
  // By Viterbi's algorithm:
  double score = 0;  // Log likelihood of the best readings up to this one.
  std::size_t before = 0;
};

struct Change {
  std::size_t word = 0;  // Index of the TypedWord.
  std::string words;
};

// The best few of a stream.
class Shortlist {
 public:
  struct Candidate {
    double score = 0;
    double cost = 0;
    std::string word;
  };

  explicit Shortlist(std::size_t most) : most_(most) {}

  void add(double score, double cost, std::string_view word) {
    if (score <= least_score()) return;
    const auto place = std::ranges::find_if(
        best_, [&](const Candidate& candidate) { return candidate.score < score; });
    best_.insert(place, Candidate{score, cost, std::string(word)});
    if (best_.size() > most_) best_.pop_back();
  }

  // A candidate needs more to come in.
  double least_score() const {
    return best_.size() < most_ ? -std::numeric_limits<double>::infinity() : best_.back().score;
  }

  const std::vector<Candidate>& best() const { return best_; }

 private:
  std::size_t most_;
  std::vector<Candidate> best_;  // The best first.
};

class Speller {
 public:
  Speller(const SearchRequest& request, const ParsedQuery& parsed, std::uint64_t found,
          const Vocabulary& vocabulary, FilterSets& filters, Instant now, Reader& reader,
          Deadline& deadline)
      : request_(request),
        parsed_(parsed),
        leaves_(leaves_of(parsed.query)),
        found_(found),
        vocabulary_(vocabulary),
        filters_(filters),
        columns_(filters.columns()),
        now_(now),
        reader_(reader),
        deadline_(deadline) {}

  std::optional<std::string> suggest() {
    if (!read_words()) return std::nullopt;
    const std::vector<std::size_t> joinable = joinable_words();
    const bool is_doubtful =
        std::ranges::any_of(words_, [](const TypedWord& word) { return word.is_doubtful; });
    if (!is_doubtful && joinable.empty()) return std::nullopt;
    admitted_ = apply_filters(request_, columns_.visible(now_), filters_).passing;
    admitted_count_ = admitted_.count();
    join(joinable);
    const std::vector<Change> changes = best_changes();
    if (changes.empty()) return std::nullopt;
    std::string text = changed_text(changes);
    const ParsedQuery changed = parse_query(text, std::chrono::floor<std::chrono::days>(now_));
    if (!differs_only_by(changes, changed) || !finds_more(changes, changed.query)) {
      return std::nullopt;
    }
    return text;
  }

 private:
  // False if the text does not hold the query's words in their order.
  bool read_words() {
    text::Tokeniser tokens(request_.query);
    std::size_t doubtful = 0;
    for (text::Token token; tokens.next(token) && words_.size() < leaves_.words.size();) {
      // Others are quoted, excluded or a field's.
      if (text::fold(token.surface) != leaves_.words[words_.size()]) continue;
      words_.push_back(typed_word(token));
      if (words_.back().is_doubtful && ++doubtful > max_doubtful_words) {
        words_.back().is_doubtful = false;
      }
    }
    return words_.size() == leaves_.words.size();
  }

  TypedWord typed_word(const text::Token& token) {
    TypedWord typed = word_of(token.surface);
    typed.begin = token.begin;
    typed.end = token.begin + token.surface.size();
    const std::size_t letters = typed.letters.size();
    const bool is_acronym = letters <= max_letters_of_acronym && is_all_capitals(token.surface);
    const bool rare = is_rare(typed.terms);
    typed.is_known = !rare || is_visible(typed.terms);
    typed.is_written = !is_rare({typed.folded}) || is_visible({typed.folded});
    typed.is_doubtful = (rare || !typed.is_written) &&
                        letters >= (typed.is_written ? min_letters_if_written : min_letters) &&
                        letters <= Vocabulary::max_letters && !is_acronym && !typed.is_stop_word;
    return typed;
  }

  TypedWord word_of(std::string_view surface) {
    TypedWord typed;
    typed.folded = text::fold(surface);
    typed.letters = letters_of(typed.folded);
    for (const QueryWord& word : reader_.words(surface)) {
      typed.terms = word.terms();
      typed.is_stop_word = word.is_stop_word;
    }
    return typed;
  }

  bool is_rare(const std::vector<std::string>& terms) const {
    const Xapian::doccount most =
        std::max(max_doubtful_documents, columns_.usable_count() / documents_per_doubtful);
    return std::ranges::all_of(terms, [&](const std::string& term) {
      return reader_.database().get_termfreq(term) <= most;
    });
  }

  bool is_visible(const std::vector<std::string>& terms) {
    return std::ranges::any_of(terms, [&](const std::string& term) {
      const Xapian::PostingIterator end = reader_.database().postlist_end(term);
      return std::any_of(reader_.database().postlist_begin(term), end,
                         [&](Xapian::docid docid) { return columns_.is_visible(docid, now_); });
    });
  }

  // The words that with the next one are a word of the index.
  std::vector<std::size_t> joinable_words() const {
    std::vector<std::size_t> joinable;
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      const TypedWord& word = words_[i];
      const TypedWord& next = words_[i + 1];
      const bool are_side_by_side = next.begin == word.end + 1 && request_.query[word.end] == ' ';
      if (!are_side_by_side || word.is_stop_word || next.is_stop_word) continue;
      if (word.letters.size() < min_part_letters || next.letters.size() < min_part_letters) {
        continue;
      }
      const Xapian::doccount least = word.is_known && next.is_known ? joined_to_parted : 1;
      if (reader_.database().get_termfreq(word.folded + next.folded) >= least) {
        joinable.push_back(i);
      }
    }
    return joinable;
  }

  // Joins those that are meant as one.
  void join(const std::vector<std::size_t>& joinable) {
    for (auto i = joinable.rbegin(); i != joinable.rend(); ++i) {
      TypedWord& word = words_[*i];
      const TypedWord& next = words_[*i + 1];
      TypedWord joined = word_of(word.folded + next.folded);
      const double together = documents_with({joined.folded}).count();
      const bool are_known = word.is_known && next.is_known;
      const double apart = are_known ? phrase(word.folded + ' ' + next.folded).count() : 0;
      if (together < (are_known ? joined_to_parted * (apart + 1) : 1)) continue;
      joined.begin = word.begin;
      joined.end = next.end;
      joined.is_joined = true;
      word = std::move(joined);
      words_.erase(words_.begin() + static_cast<long>(*i) + 1);
    }
  }

  DocSet phrase(const std::string& words) {
    Query query;
    query.kind = Kind::phrase;
    query.text = words;
    return match_query(query, admitted_, columns_, reader_, deadline_).documents;
  }

  DocSet documents_with(const std::vector<std::string>& terms) {
    DocSet documents(admitted_.last());
    for (const std::string& term : terms) {
      const Xapian::PostingIterator end = reader_.database().postlist_end(term);
      for (auto i = reader_.database().postlist_begin(term); i != end; ++i) {
        if (deadline_.passed()) return documents;
        if (admitted_.contains(*i)) documents.add(*i);
      }
    }
    return documents;
  }

  // What is to be changed for the likeliest query; nothing if that is the one typed, or time ran
  // out.
  std::vector<Change> best_changes() {
    std::vector<std::size_t> chain;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!words_[i].is_stop_word) chain.push_back(i);
    }
    std::vector<std::vector<Reading>> layers;
    for (std::size_t at = 0; at < chain.size(); ++at) {
      const auto is_doubtful = [&](std::size_t place) {
        return place < chain.size() && words_[chain[place]].is_doubtful;
      };
      // Of words with no doubtful one beside them nothing need be known.
      const bool counts = is_doubtful(at) || is_doubtful(at + 1) || (at > 0 && is_doubtful(at - 1));
      layers.push_back(counts ? readings(words_[chain[at]]) : std::vector<Reading>(1));
      if (deadline_.passed_now()) return {};
      connect(at == 0 ? nullptr : &layers[at - 1], layers[at]);
      if (at == 0) continue;
      for (Reading& reading : layers[at - 1]) reading.documents = DocSet();
    }
    std::vector<Change> changes;
    std::size_t best = 0;
    for (std::size_t at = chain.size(); at-- > 0;) {
      const std::vector<Reading>& layer = layers[at];
      if (at + 1 == chain.size()) {
        best = static_cast<std::size_t>(std::ranges::max_element(layer, {}, &Reading::score) -
                                        layer.begin());
      }
      const TypedWord& word = words_[chain[at]];
      if (word.is_joined) changes.push_back({chain[at], word.folded});
      if (!layer[best].words.empty()) changes.push_back({chain[at], layer[best].words});
      best = layer[best].before;
    }
    return changes;
  }

  // Scores the readings of a word by the best of those before it.
  void connect(const std::vector<Reading>* before, std::vector<Reading>& layer) const {
    for (Reading& reading : layer) {
      if (before == nullptr) {
        reading.score = std::log(chance(reading)) - reading.cost;
        continue;
      }
      for (std::size_t i = 0; i < before->size(); ++i) {
        const double score =
            (*before)[i].score + std::log(chance_after((*before)[i], reading)) - reading.cost;
        if (i > 0 && score <= reading.score) continue;
        reading.score = score;
        reading.before = i;
      }
    }
  }

  double chance(const Reading& reading) const {
    return (reading.count + 0.5) / (admitted_count_ + 1);
  }

  double chance_after(const Reading& before, const Reading& reading) const {
    if (before.count == 0) return chance(reading);
    const double both = before.documents.count_common(reading.documents);
    return (1 - told_by_neighbour) * chance(reading) + told_by_neighbour * both / before.count;
  }

  // As typed first.
  std::vector<Reading> readings(const TypedWord& word) {
    std::vector<Reading> readings;
    if (!word.is_doubtful) {
      readings.push_back(reading("", 0, documents_with(word.terms)));
      return readings;
    }
    readings.push_back(
        reading("", cost_as_typed(word), word.is_written ? documents_with(word.terms) : DocSet()));
    const Shortlist near = near_words(word);
    for (const Shortlist::Candidate& other : near.best()) {
      if (word_of(other.word).is_stop_word) continue;  // Nobody looks for it.
      add(reading(other.word, other.cost, documents_with({other.word})), readings);
    }
    if (word.is_known) return readings;
    const Shortlist parts = parted_words(word);
    for (const Shortlist::Candidate& pair : parts.best()) {
      // A phrase of frequent words takes long, and there is often a likelier word.
      const bool may_be_meant = std::ranges::all_of(readings, [&](const Reading& other) {
        return pair.score > std::log(other.count) - other.cost;
      });
      if (may_be_meant) add(reading(pair.word, pair.cost, phrase(pair.word)), readings);
    }
    return readings;
  }

  static double cost_as_typed(const TypedWord& word) {
    if (word.is_known) return -known_is_right;
    return unknown_per_letter *
           static_cast<double>(word.letters.size() - letters_that_tell_nothing);
  }

  static Reading reading(const std::string& words, double cost, DocSet documents) {
    Reading reading;
    reading.words = words;
    reading.cost = cost;
    reading.count = documents.count();
    reading.documents = std::move(documents);
    return reading;
  }

  // Only what can be found is meant.
  static void add(Reading reading, std::vector<Reading>& readings) {
    if (reading.count > 0) readings.push_back(std::move(reading));
  }

  Shortlist near_words(const TypedWord& word) const {
    const std::size_t edits = word.letters.size() < min_letters_of_two_edits ? 1 : 2;
    const double most = static_cast<double>(edits) * max_edit_cost;
    Shortlist near(max_readings);
    TypingCost typing(word.letters);
    vocabulary_.for_each_near(
        word.letters, edits, [&](std::string_view other, Xapian::doccount frequency) {
          if (other == word.folded) return;
          // Words that are rarer have to be nearer.
          const double weight = std::log(frequency);
          const double affordable = std::min(most, weight - near.least_score());
          if (affordable < min_edit_cost) return;
          const double cost = typing.of(letters_of(other), affordable);
          if (cost <= affordable) near.add(weight - cost, cost, other);
        });
    return near;
  }

  // By how frequent the rarer part is.
  Shortlist parted_words(const TypedWord& word) const {
    Shortlist parts(max_parted);
    std::string first;
    for (std::size_t i = 1; i + min_part_letters <= word.letters.size(); ++i) {
      text::append_utf8(first, word.letters[i - 1]);
      if (i < min_part_letters) continue;
      const std::string second = word.folded.substr(first.size());
      const Xapian::doccount frequency =
          std::min(reader_.database().get_termfreq(first), reader_.database().get_termfreq(second));
      if (frequency == 0) continue;
      std::string pair = first;
      pair += ' ';
      pair += second;
      parts.add(std::log(frequency) - parted, parted, pair);
    }
    return parts;
  }

  // changes: the last first.
  std::string changed_text(const std::vector<Change>& changes) const {
    std::string text = request_.query;
    for (const Change& change : changes) {
      const TypedWord& word = words_[change.word];
      const std::size_t size = word.end - word.begin;
      const std::string typed = text.substr(word.begin, size);
      text.replace(word.begin, size, in_case_of(typed, change.words));
    }
    return text;
  }

  bool differs_only_by(const std::vector<Change>& changes, const ParsedQuery& changed) const {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const auto change = std::ranges::find(changes, i, &Change::word);
      if (change == changes.end()) {
        words.push_back(words_[i].folded);
      } else {
        std::ranges::move(words_of(change->words), std::back_inserter(words));
      }
    }
    const Leaves leaves = leaves_of(changed.query);
    return leaves.words == words && leaves.others == leaves_.others &&
           changed.notes == parsed_.notes;
  }

  bool finds_more(const std::vector<Change>& changes, const Query& changed) {
    const DocSet matches = match_query(changed, admitted_, columns_, reader_, deadline_).documents;
    for (const Change& change : changes) {
      for (const std::string& word : words_of(change.words)) {
        if (documents_with({word}).count_common(matches) == 0) return false;
      }
    }
    // Other words may have found as many.
    return matches.count() >= found_ ||
           count_with_all(leaves_of(changed).words) > count_with_all(leaves_.words);
  }

  Xapian::doccount count_with_all(const std::vector<std::string>& words) {
    DocSet documents = admitted_;
    for (const std::string& word : words) {
      const TypedWord typed = word_of(word);
      if (!typed.is_stop_word) documents &= documents_with(typed.terms);
    }
    return documents.count();
  }

  const SearchRequest& request_;
  const ParsedQuery& parsed_;
  const Leaves leaves_;
  const std::uint64_t found_;
  const Vocabulary& vocabulary_;
  FilterSets& filters_;
  const Columns& columns_;
  const Instant now_;
  Reader& reader_;
  Deadline& deadline_;
  std::vector<TypedWord> words_;
  DocSet admitted_;  // What may be shown and passes the filters.
  double admitted_count_ = 0;
};

}  // namespace

std::optional<std::string> suggest_query(const SearchRequest& request, const ParsedQuery& parsed,
                                         std::uint64_t found, const Vocabulary& vocabulary,
                                         FilterSets& filters, Instant now, Reader& reader,
                                         Deadline& deadline) {
  return Speller(request, parsed, found, vocabulary, filters, now, reader, deadline).suggest();
}

}  // namespace broadsheet::searcher
