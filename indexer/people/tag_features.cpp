#include "indexer/people/tag_features.hpp"

#include <algorithm>
#include <cstdint>

namespace broadsheet::indexer::people {
namespace {

std::uint64_t mix(std::uint64_t one, std::uint64_t other) {
  one ^= other + 0x9E3779B97F4A7C15ULL + (one << 6) + (one >> 2);
  one *= 0xFF51AFD7ED558CCDULL;
  return one ^ (one >> 32);
}

template <typename... Rest>
std::uint64_t mix(std::uint64_t one, std::uint64_t other, Rest... rest) {
  return mix(mix(one, other), rest...);
}

// A token near the one looked at, or none beyond the sentence.
class Place {
 public:
  Place() = default;
  Place(const StoryWords& story, std::size_t token)
      : word_(&story.word(token)),
        use_(&story.use(token)),
        phrase_(static_cast<std::uint64_t>(story.phrase(token))),
        shape_(static_cast<std::uint64_t>(story.tokens()[token].shape) + 1) {}

  const WordUse& use() const { return *use_; }
  explicit operator bool() const { return word_ != nullptr; }
  const StoryWord& operator*() const { return *word_; }
  const StoryWord* operator->() const { return word_; }

  std::uint64_t lower() const { return word_ ? word_->lower : 7; }
  std::uint64_t shape() const { return shape_; }
  std::uint64_t ending(std::size_t length) const { return word_ ? word_->suffixes[length - 2] : 1; }
  std::uint64_t names() const {
    constexpr std::uint16_t of_names = word_kind::common_given_name | word_kind::given_name |
                                       word_kind::common_surname | word_kind::surname;
    return word_ ? word_->facts.kinds & of_names : 99;
  }
  // Its part in a notable person's name, and whether one has it as a surname.
  std::uint64_t phrase() const {
    return phrase_ + (word_ && word_->is(word_kind::notable_surname) ? 8 : 0);
  }
  std::uint64_t cluster() const { return word_ ? word_->facts.cluster + 1U : 0; }
  std::uint64_t fine_cluster() const { return word_ ? word_->facts.fine_cluster + 1U : 0; }
  std::uint64_t is_title() const { return word_ && word_->is(word_kind::title) ? 1 : 0; }
  std::uint64_t contexts(std::uint64_t mask) const { return use_ ? use_->contexts & mask : 0; }

  // What the first pass called the word most often, how often, and whether always.
  std::uint64_t tagged() const {
    if (!word_) return 999;
    const auto& counts = use_->tagged;
    std::uint32_t total = 0;
    std::size_t most = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      total += counts[i];
      if (counts[i] > counts[most]) most = i;
    }
    if (total == 0) return 0;
    return 1 + most * 8 + (total > counts[most] ? 4 : 0) + std::min(total, 3U);
  }

 private:
  const StoryWord* word_ = nullptr;
  const WordUse* use_ = nullptr;
  std::uint64_t phrase_ = 0;
  std::uint64_t shape_ = 0;
};

// Adds features; each kind has the number of its turn.
class Rows {
 public:
  explicit Rows(std::vector<std::uint32_t>& rows) : rows_(rows) { rows_.clear(); }

  void add(std::uint64_t value) {
    add_to_kind(value);
    next_kind();
  }
  // For kinds with any number of values.
  void add_to_kind(std::uint64_t value) {
    rows_.push_back(static_cast<std::uint32_t>((mix(kind_, value) * 0x9E3779B97F4A7C15ULL) >>
                                               (64 - feature_row_bits)));
  }
  void next_kind() { ++kind_; }

 private:
  std::vector<std::uint32_t>& rows_;
  std::uint64_t kind_ = 1;
};

class FeatureFinder {
 public:
  FeatureFinder(const StoryWords& story, const NameRun& run, std::size_t token,
                std::vector<std::uint32_t>& rows)
      : story_(story),
        run_(run),
        token_(token),
        rows_(rows),
        word_(story, token),
        before_(at(-1)),
        before_that_(at(-2)),
        after_(at(1)),
        after_that_(at(2)),
        ahead_of_run_(run.begin > 0 && !begins_sentence(run.begin) ? Place(story, run.begin - 1)
                                                                   : Place()),
        behind_run_(run.end < count() && !begins_sentence(run.end) ? Place(story, run.end)
                                                                   : Place()) {}

  void find(TaggerPass pass) {
    add_words();
    add_shapes();
    add_spelling();
    add_name_lists();
    add_phrases();
    add_run();
    add_story();
    add_clusters();
    if (pass == TaggerPass::second) add_first_pass();
  }

 private:
  static constexpr std::uint64_t near_names = 0x7F;  // The contexts up to before_person_word.

  std::size_t count() const { return story_.tokens().size(); }
  bool begins_sentence(std::size_t token) const { return story_.tokens()[token].begins_sentence; }

  // The token so many steps away, if it is of the same sentence.
  Place at(int steps) const {
    std::size_t place = token_;
    for (; steps < 0; ++steps) {
      if (place == 0 || begins_sentence(place)) return {};
      --place;
    }
    for (; steps > 0; --steps) {
      if (place + 1 >= count() || begins_sentence(place + 1)) return {};
      ++place;
    }
    return {story_, place};
  }

  // Within the run: how far from its begin and end, and its length, each up to a bound.
  std::uint64_t from_begin() const { return std::min<std::uint64_t>(token_ - run_.begin, 3); }
  std::uint64_t to_end() const { return std::min<std::uint64_t>(run_.end - 1 - token_, 3); }
  std::uint64_t run_length() const { return std::min<std::uint64_t>(run_.end - run_.begin, 5); }

  std::uint64_t shape_and_next() const { return word_.shape() * 16 + after_.shape(); }
  std::uint64_t shape_and_last() const { return before_.shape() * 16 + word_.shape(); }

  void add_words() {
    rows_.add(0);
    rows_.add(word_->exact);
    rows_.add(word_->lower);
    rows_.add(before_.lower());
    rows_.add(after_.lower());
    rows_.add(before_that_.lower());
    rows_.add(after_that_.lower());
    rows_.add(mix(before_.lower(), word_->lower));
    rows_.add(mix(word_->lower, after_.lower()));
    rows_.add(mix(before_that_.lower(), before_.lower()));
    rows_.add(mix(after_.lower(), after_that_.lower()));
  }

  void add_shapes() {
    const std::uint64_t around = shape_and_last() * 16 + after_.shape();
    rows_.add(word_.shape() * 2 + (begins_sentence(token_) ? 1 : 0));
    rows_.add(shape_and_last());
    rows_.add(shape_and_next());
    rows_.add(around);
    rows_.add(before_that_.shape() * 4096 + around);
    rows_.add(around * 16 + after_that_.shape());
  }

  void add_spelling() {
    for (const std::uint64_t prefix : word_->prefixes) add_if_any(prefix);
    for (const std::uint64_t suffix : word_->suffixes) add_if_any(suffix);
    rows_.add(before_.ending(3));
    rows_.add(after_.ending(3));
    rows_.add(after_.ending(2));
    rows_.add(mix(before_.ending(3), before_.shape()));
    rows_.add(std::min(word_->bytes, 12U));
  }

  void add_if_any(std::uint64_t value) {
    if (value != 0) rows_.add_to_kind(value);
    rows_.next_kind();
  }

  void add_name_lists() {
    const std::uint64_t names = word_.names();
    rows_.add(names);
    rows_.add(before_.names() * 256 + names);
    rows_.add(names * 256 + after_.names());
    rows_.add((before_.names() * 256 + names) * 256 + after_.names());
    rows_.add(mix(names, shape_and_next()));
    rows_.add(mix(names, shape_and_last()));
    rows_.add(mix(names, after_.lower()));
    rows_.add(mix(names, before_.lower()));
    const std::uint64_t titles = before_.is_title() * 2 + before_that_.is_title();
    rows_.add(titles);
    rows_.add(mix(titles, shape_and_next()));
  }

  // Whether a notable person's name fills its run, but for titles before it.
  std::uint64_t phrase_edges() const {
    if (story_.phrase(token_) == PhrasePart::none) return 0;
    const auto part = [this](std::size_t token) { return story_.phrase(token); };
    std::size_t first = token_;
    while (first > run_.begin && part(first) != PhrasePart::first &&
           part(first) != PhrasePart::whole) {
      --first;
    }
    std::size_t last = token_;
    while (last + 1 < run_.end && part(last) != PhrasePart::last &&
           part(last) != PhrasePart::whole) {
      ++last;
    }
    const bool fills_begin = first == run_.begin || story_.word(first - 1).is(word_kind::title);
    return (fills_begin ? 1 : 0) + (last + 1 == run_.end ? 2 : 0) + 4;
  }

  void add_phrases() {
    const std::uint64_t phrase = word_.phrase();
    rows_.add(phrase);
    rows_.add(mix(phrase, before_.phrase()));
    rows_.add(mix(phrase, after_.phrase()));
    rows_.add(mix(phrase, word_.names()));
    rows_.add(mix(phrase, phrase_edges()));
    rows_.add(mix(phrase, phrase_edges(), behind_run_.lower()));
    rows_.add(mix(phrase, phrase_edges(), ahead_of_run_.lower()));
    rows_.add(mix(phrase, word_.shape(), from_begin() * 8 + to_end()));
    rows_.add(mix(phrase, shape_and_next()));
    rows_.add(mix(phrase, shape_and_last()));
    rows_.add(mix(phrase, word_.use().contexts & near_names));
    rows_.add(mix(phrase, before_.lower()));
  }

  void add_run() {
    const std::size_t last = run_.end;
    const Place ahead_of_that = run_.begin > 1 && ahead_of_run_ && !begins_sentence(run_.begin - 1)
                                    ? Place(story_, run_.begin - 2)
                                    : Place();
    const Place behind_that = last + 1 < count() && behind_run_ && !begins_sentence(last + 1)
                                  ? Place(story_, last + 1)
                                  : Place();
    rows_.add(mix(ahead_of_run_.lower(), from_begin()));
    rows_.add(mix(behind_run_.lower(), to_end()));
    rows_.add(from_begin() * 64 + to_end() * 8 + run_length());
    rows_.add(mix(ahead_of_run_.lower(), behind_run_.lower(), run_length()));
    rows_.add(mix(story_.word(last - 1).lower, to_end()));
    rows_.add(mix(story_.word(run_.begin).lower, from_begin()));
    rows_.add(mix(behind_run_.lower(), behind_that.lower(), to_end()));
    rows_.add(mix(ahead_of_that.lower(), ahead_of_run_.lower(), from_begin()));
    rows_.add(mix(ahead_of_run_.fine_cluster(), from_begin() * 8 + run_length()));
    rows_.add(mix(behind_run_.fine_cluster(), to_end() * 8 + run_length()));
    rows_.add(mix(ahead_of_that.fine_cluster(), ahead_of_run_.fine_cluster()));
    rows_.add(mix(behind_run_.fine_cluster(), behind_that.fine_cluster()));
    rows_.add(mix(ahead_of_run_.cluster(), behind_run_.cluster()));
  }

  // How the word is used in the story.
  void add_story() {
    constexpr std::uint64_t of_names = word_context::after_title | word_context::after_given_name |
                                       word_context::after_titled_given_name |
                                       word_context::before_person_word;
    rows_.add(word_.use().contexts);
    for (unsigned bit = 0; bit < word_context::count; ++bit) {
      if ((word_.use().contexts >> bit & 1) != 0) rows_.add_to_kind(bit);
    }
    rows_.next_kind();
    const std::uint64_t small = word_.use().count_lower == 0                         ? 0
                                : word_.use().count_lower < word_.use().count_inside ? 1
                                                                                     : 2;
    rows_.add(std::min<std::uint64_t>(word_.use().count, 4) * 3 + small);
    rows_.add((small != 0 ? 1 : 0) + (begins_sentence(token_) ? 2 : 0) + 4 * word_.shape() +
              64 * std::min<std::uint64_t>(word_.use().count_inside, 2));
    rows_.add(mix(word_.use().contexts & near_names,
                  before_.contexts(near_names) + 1024 * after_.contexts(near_names)));
    rows_.add(mix(word_.use().contexts & of_names, after_.contexts(of_names)));
    rows_.add(mix(word_.use().contexts & of_names, shape_and_next()));
  }

  void add_clusters() {
    rows_.add(word_.fine_cluster());
    rows_.add(before_.fine_cluster());
    rows_.add(after_.fine_cluster());
    rows_.add(before_that_.fine_cluster());
    rows_.add(after_that_.fine_cluster());
    rows_.add(mix(before_.fine_cluster(), shape_and_next()));
    rows_.add(mix(before_.cluster(), word_.cluster(), after_.cluster()));
    rows_.add(word_.cluster());
    rows_.add(before_.cluster());
    rows_.add(after_.cluster());
    rows_.add(mix(before_.cluster(), word_.cluster()));
    rows_.add(mix(word_.cluster(), after_.cluster()));
    rows_.add(before_that_.cluster());
    rows_.add(after_that_.cluster());
    rows_.add(mix(before_.cluster(), shape_and_next()));
    rows_.add(mix(after_.cluster(), word_.shape() * 16 + before_.shape()));
  }

  void add_first_pass() {
    const std::uint64_t word = word_.tagged();
    const std::uint64_t before = before_.tagged();
    const std::uint64_t after = after_.tagged();
    rows_.add(word);
    rows_.add(word * 1000 + before);
    rows_.add(word * 1000 + after);
    rows_.add(mix(word, shape_and_next()));
    rows_.add(mix(word, after_.lower()));
    rows_.add(mix(word, before_.lower()));
    rows_.add((before * 1000 + word) * 1000 + after);
    for (std::size_t i = 0; i < word_.use().tagged.size(); ++i) {
      if (word_.use().tagged[i] != 0) rows_.add_to_kind(i);
    }
    rows_.next_kind();
  }

  const StoryWords& story_;
  const NameRun& run_;
  std::size_t token_;
  Rows rows_;
  Place word_;
  Place before_;
  Place before_that_;
  Place after_;
  Place after_that_;
  Place ahead_of_run_;
  Place behind_run_;
};

}  // namespace

void find_features(const StoryWords& story, const NameRun& run, std::size_t token, TaggerPass pass,
                   std::vector<std::uint32_t>& rows) {
  FeatureFinder(story, run, token, rows).find(pass);
}

}  // namespace broadsheet::indexer::people
