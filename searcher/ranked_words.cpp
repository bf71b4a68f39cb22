#include "searcher/ranked_words.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "schema/text.hpp"

namespace broadsheet::searcher {
namespace {

using Kind = Query::Kind;

// The n-th occurrence of a word in a query tells less than the first: n of them count as n to this
// power.  (Tuned with the other constants of ranking; see bench/ranking.)
constexpr double repetition = 0.7;

// A word of grammar may have been meant as an acronym ("us election"); that much it then counts.
constexpr double acronym_weight = 0.5;

class Collector {
 public:
  Collector(const Matches& matches, Reader& reader) : matches_(matches), reader_(reader) {}

  void collect(const Query& query) {
    switch (query.kind) {
      case Kind::compound:
        add_text(query.text, false);
        for (const QueryWord& whole : reader_.compounds(query.text)) {
          add_word(whole, whole.word, false);
        }
        return;
      case Kind::word:
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

  RankedWords take() && {
    bool has_others = false;  // Than stop words, and acronyms that these may have been meant for.
    for (std::size_t i = 0; i < found_.words.size(); ++i) {
      has_others = has_others || (!found_.words[i].is_stop_word && !is_acronym_[i]);
    }
    drop([&](std::size_t i) {
      return has_others ? found_.words[i].is_stop_word : bool{is_acronym_[i]};
    });
    return std::move(found_);
  }

 private:
  void add_text(const std::string& text, bool as_written) {
    text::Tokeniser tokens(text);
    for (text::Token token; tokens.next(token);) {
      for (const QueryWord& word : reader_.words(token.surface)) {
        add_word(word, token.surface, as_written);
      }
    }
  }

  void add_word(const QueryWord& word, std::string_view text, bool as_written) {
    RankedWord ranked;
    ranked.terms = as_written ? std::vector<std::string>{word.word} : word.terms();
    ranked.as_written = as_written;
    ranked.text = text;
    ranked.exact = word.exact;
    ranked.is_stop_word = word.is_stop_word;
    add(std::move(ranked));
    if (word.is_stop_word && !as_written && !word.acronym.empty()) add_acronym(word);
  }

  void add_acronym(const QueryWord& word) {
    RankedWord ranked;
    ranked.terms = {word.acronym};
    ranked.text = word.acronym;
    ranked.weight = acronym_weight;
    add(std::move(ranked), true);
  }

  void add_prefix(const std::string& text) {
    RankedWord ranked;
    ranked.text = text::fold(text);
    ranked.is_prefix = true;
    const auto expansion = matches_.prefixes.find(ranked.text);
    if (expansion != matches_.prefixes.end()) ranked.terms = expansion->second;
    add(std::move(ranked));
  }

  void add(RankedWord word, bool is_acronym = false) {
    const auto [place, is_new] = seen_.try_emplace(word.terms, found_.words.size());
    if (is_new && !keep_known_terms(word)) place->second = unknown;
    const std::size_t number = place->second;
    if (number == unknown) return;
    if (is_new) {
      found_.words.push_back(std::move(word));
      occurrences_.push_back(0);
      is_acronym_.push_back(is_acronym);
    }
    ++occurrences_[number];
    if (!found_.words[number].is_stop_word) follow(number);
  }

  // False if the index holds none of the word's terms.
  bool keep_known_terms(RankedWord& word) const {
    const double all = reader_.database().get_doccount();
    double without = 1;  // Share of documents without any of them, as if they came by chance.
    std::erase_if(word.terms, [&](const std::string& term) {
      const Xapian::doccount count = reader_.database().get_termfreq(term);
      without *= 1 - count / all;
      return count == 0;
    });
    word.idf = std::log((all + 1) / (all * (1 - without) + 0.5));
    return !word.terms.empty();
  }

  void follow(std::size_t number) {
    if (last_ && *last_ != number) {
      const std::pair pair = std::minmax(*last_, number);
      auto& pairs = found_.neighbours;
      if (std::find(pairs.begin(), pairs.end(), std::pair<std::size_t, std::size_t>(pair)) ==
          pairs.end()) {
        pairs.emplace_back(pair);
      }
    }
    last_ = number;
  }

  // The words to drop, by index; weighs those that are kept by how often they were asked for.
  template <typename Test>
  void drop(Test is_dropped) {
    std::vector<std::size_t> moved(found_.words.size(), unknown);
    std::vector<RankedWord> kept;
    for (std::size_t i = 0; i < found_.words.size(); ++i) {
      if (is_dropped(i)) continue;
      moved[i] = kept.size();
      kept.push_back(std::move(found_.words[i]));
      kept.back().weight *= std::pow(occurrences_[i], repetition);
    }
    found_.words = std::move(kept);
    for (auto& [one, other] : found_.neighbours) {
      one = moved[one];
      other = moved[other];
    }
    std::erase_if(found_.neighbours,
                  [](const auto& pair) { return pair.first == unknown || pair.second == unknown; });
  }

  static constexpr std::size_t unknown = static_cast<std::size_t>(-1);

  const Matches& matches_;
  Reader& reader_;
  RankedWords found_;
  std::vector<int> occurrences_;
  std::vector<bool> is_acronym_;
  std::optional<std::size_t> last_;
  std::map<std::vector<std::string>, std::size_t> seen_;  // By terms, known or not.
};

}  // namespace

RankedWords ranked_words(const Query& query, const Matches& matches, Reader& reader) {
  Collector collector(matches, reader);
  collector.collect(query);
  return std::move(collector).take();
}

}  // namespace broadsheet::searcher
