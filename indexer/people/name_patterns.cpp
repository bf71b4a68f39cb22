#include "indexer/people/name_patterns.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_set>

namespace broadsheet::indexer::people {
namespace {

constexpr std::uint32_t longest_name = 4;  // Words that are no particles.

class PatternFinder {
 public:
  explicit PatternFinder(const StoryWords& story) : story_(story) {}

  std::vector<NameRun> find() {
    for (const NameRun& run : story_.runs()) find_full_name(run);
    std::unordered_set<std::uint64_t> surnames;
    for (const NameRun& name : names_) surnames.insert(story_.word(name.end - 1).lower);
    for (const NameRun& run : story_.runs()) find_surname(run, surnames);
    std::ranges::sort(names_, {}, &NameRun::begin);
    return std::move(names_);
  }

 private:
  void find_full_name(const NameRun& run) {
    for (std::uint32_t begin = run.begin; begin + 1 < run.end; ++begin) {
      if (!is_given_name(begin) || is_other_word(begin)) continue;
      const std::uint32_t end = end_of_name(begin, run.end);
      if (end == begin + 1) continue;
      names_.push_back({begin, end});
      begin = end - 1;
    }
  }

  bool is_given_name(std::uint32_t token) const {
    constexpr std::uint16_t given = word_kind::common_given_name | word_kind::given_name |
                                    word_kind::male_name | word_kind::female_name;
    return story_.word(token).is(given) && story_.tokens()[token].shape != WordShape::initial &&
           story_.word(token).bytes > 2;
  }

  // The story has the word in small letters, or it is a title.
  bool is_other_word(std::uint32_t token) const {
    return story_.use(token).count_lower > 0 || story_.word(token).is(word_kind::title);
  }

  bool is_name_word(std::uint32_t token) const {
    return has_capital(story_.tokens()[token].shape) && !is_other_word(token) &&
           !story_.word(token).is(word_kind::of_thing);
  }

  std::uint32_t end_of_name(std::uint32_t begin, std::uint32_t limit) const {
    std::uint32_t end = begin + 1;
    std::uint32_t words = 1;
    for (std::uint32_t at = end; at < limit && words < longest_name; ++at) {
      if (is_name_word(at)) {
        end = at + 1;
        ++words;
      } else if (!story_.word(at).is(word_kind::particle)) {
        break;
      }
    }
    return end;
  }

  void find_surname(const NameRun& run, const std::unordered_set<std::uint64_t>& surnames) {
    const std::uint32_t last = run.end - 1;
    const bool is_known = std::ranges::any_of(
        names_, [&](const NameRun& name) { return name.begin <= last && last < name.end; });
    if (!is_known && is_name_word(last) && surnames.contains(story_.word(last).lower)) {
      names_.push_back({last, run.end});
    }
  }

  const StoryWords& story_;
  std::vector<NameRun> names_;
};

}  // namespace

std::vector<NameRun> names_by_pattern(const StoryWords& story) {
  return PatternFinder(story).find();
}

}  // namespace broadsheet::indexer::people
