#include "indexer/people/written_names.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace broadsheet::indexer::people {
namespace {

constexpr auto suffixes = std::to_array<std::string_view>(
    {"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "Junior", "Senior"});
constexpr std::uint32_t longest_given_names = 3;  // Words.

constexpr std::uint16_t any_given_name = word_kind::common_given_name | word_kind::given_name |
                                         word_kind::male_name | word_kind::female_name;

class NameJoiner {
 public:
  NameJoiner(const StoryWords& story, const std::vector<NameRun>& names)
      : story_(story), names_(names) {}

  std::vector<NameRun> join() {
    std::vector<NameRun> joined;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      NameRun name = names_[i];
      const std::uint32_t given = end_of_given_names(name);
      if (given != name.end) {
        name.end = given;
      } else if (const std::uint32_t surname = surname_before(name); surname != name.begin) {
        name.begin = surname;
      } else {
        name.begin = begin_of_name(name);
        name.end = end_of_suffix(name);
      }
      if (!joined.empty() && name.begin < joined.back().end) name.begin = names_[i].begin;
      while (i + 1 < names_.size() && names_[i + 1].begin < name.end) ++i;  // "Jr." alone.
      joined.push_back(name);
    }
    return joined;
  }

 private:
  std::string_view text(std::size_t token) const {
    return token < story_.tokens().size() ? story_.token_text(token) : std::string_view();
  }
  const NameToken& token(std::size_t at) const { return story_.tokens()[at]; }
  bool is_within(std::uint32_t at) const {
    return at < story_.tokens().size() && !token(at).begins_sentence;
  }

  // "Baker Oliver Grant" that begins a sentence: behind a word that is no name, before one that is.
  std::uint32_t begin_of_name(const NameRun& name) const {
    const bool has_extra_word = name.end - name.begin >= 3 && token(name.begin).begins_sentence &&
                                !story_.word(name.begin).is(any_given_name) &&
                                token(name.begin).shape == WordShape::capitalised &&
                                is_given_name(name.begin + 1) && !is_given_name(name.begin + 2);
    return has_extra_word ? name.begin + 1 : name.begin;
  }

  std::uint32_t end_of_suffix(const NameRun& name) const {
    std::uint32_t at = name.end;
    if (text(at) == "," && is_within(at)) ++at;
    if (is_within(at) && std::ranges::find(suffixes, text(at)) != suffixes.end()) return at + 1;
    const bool is_generation = text(name.end) == "the" && is_within(name.end + 1) &&
                               (text(name.end + 1) == "Elder" || text(name.end + 1) == "Younger");
    return is_generation ? name.end + 2 : name.end;
  }

  // Of an inverted name that begins with this one, the end of the given names; else name.end.  The
  // surname is in capitals and the given names are not, or it is a word that is no given name, and
  // begins an entry of a list, before words that all are.
  std::uint32_t end_of_given_names(const NameRun& name) const {
    if (text(name.end) != "," || !is_within(name.end + 1)) return name.end;
    const bool in_capitals = is_in_capitals(name);
    const bool may_be_surname =
        !is_given_name(name.begin) && begins_entry(name.begin) && main_words(name) == 1;
    if (!in_capitals && !may_be_surname) return name.end;
    std::uint32_t end = name.end + 1;
    while (is_within(end) && end <= name.end + longest_given_names &&
           (in_capitals ? is_small(end) : is_given_name(end) || is_initial(end))) {
      ++end;
    }
    const bool is_cut = end == name.end + 1 || (is_within(end) && has_capital(token(end).shape));
    return is_cut ? name.end : end;
  }

  // "CARTWRIGHT, Simon" where the tagger found only the given name.
  std::uint32_t surname_before(const NameRun& name) const {
    if (name.begin < 2 || text(name.begin - 1) != ",") return name.begin;
    const std::uint32_t surname = name.begin - 2;
    const bool is_surname = token(surname).shape == WordShape::capitals && begins_entry(surname) &&
                            is_given_name(name.begin);
    return is_surname ? surname : name.begin;
  }

  bool is_small(std::uint32_t at) const {
    const WordShape shape = token(at).shape;
    return shape == WordShape::capitalised || shape == WordShape::initial ||
           shape == WordShape::mixed;
  }
  bool is_initial(std::uint32_t at) const { return token(at).shape == WordShape::initial; }
  bool is_given_name(std::uint32_t at) const {
    constexpr std::uint16_t given =
        word_kind::common_given_name | word_kind::male_name | word_kind::female_name;
    return story_.word(at).is(given) && is_small(at);
  }

  // Words that are no particles.
  std::uint32_t main_words(const NameRun& name) const {
    std::uint32_t words = 0;
    for (std::uint32_t i = name.begin; i < name.end; ++i) {
      words += story_.word(i).is(word_kind::particle) ? 0 : 1;
    }
    return words;
  }

  bool is_in_capitals(const NameRun& name) const {
    bool any = false;
    for (std::uint32_t i = name.begin; i < name.end; ++i) {
      if (token(i).shape == WordShape::capitalised) return false;
      any |= token(i).shape == WordShape::capitals ||
             (text(i).starts_with("Mc") && token(i).shape == WordShape::mixed);
    }
    return any;
  }

  bool begins_entry(std::uint32_t at) const {
    if (at == 0 || token(at).begins_sentence) return true;
    const std::string_view before = text(at - 1);
    if (before == "," && at > 1 && text(at - 2) == ")") return true;
    constexpr auto marks = std::to_array<std::string_view>({":", ";", "(", "-", "•", "–", "—"});
    return std::ranges::find(marks, before) != marks.end() ||
           token(at - 1).shape == WordShape::number;
  }

  const StoryWords& story_;
  const std::vector<NameRun>& names_;
};

}  // namespace

std::vector<NameRun> written_names(const StoryWords& story, const std::vector<NameRun>& names) {
  return NameJoiner(story, names).join();
}

}  // namespace broadsheet::indexer::people
