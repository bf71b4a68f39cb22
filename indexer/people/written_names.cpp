#include "indexer/people/written_names.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace broadsheet::indexer::people {
namespace {

constexpr auto suffixes = std::to_array<std::string_view>(
    {"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "Junior", "Senior"});
// Before a name in capitals, unlike its own initials ("JK Rowling").
constexpr auto ranks = std::to_array<std::string_view>(
    {"CEO", "CM", "DCI", "DI", "DP", "DS", "HE", "HRH", "LG", "MK", "MLA", "MP", "PC", "PM", "QC"});
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
    return with_list_entries(std::move(joined));
  }

 private:
  // "Shortlisted: Roe, Ann; Poe, Tom", lines of "ROE, Ann (Lab)": from two entries on they are
  // names whatever the tagger made of them.
  std::vector<NameRun> with_list_entries(std::vector<NameRun> names) const {
    std::vector<NameRun> entries;
    for (std::uint32_t i = 0; i < story_.tokens().size(); ++i) {
      const std::uint32_t end = end_of_entry(i);
      if (end != i) entries.push_back({i, end});
    }
    if (entries.size() < 2) return names;
    std::erase_if(names, [&](const NameRun& name) {
      return std::ranges::any_of(entries, [&](const NameRun& entry) {
        return name.begin < entry.end && entry.begin < name.end;
      });
    });
    names.insert(names.end(), entries.begin(), entries.end());
    add_surnames_of(entries, names);
    std::ranges::sort(names, {}, &NameRun::begin);
    return names;
  }

  // The entries' surnames alone, wherever else they stand.
  void add_surnames_of(const std::vector<NameRun>& entries, std::vector<NameRun>& names) const {
    for (const NameRun& run : story_.runs()) {
      const std::uint32_t last = run.end - 1;
      const bool is_known = std::ranges::any_of(
          names, [&](const NameRun& name) { return name.begin <= last && last < name.end; });
      const bool is_surname = std::ranges::any_of(entries, [&](const NameRun& entry) {
        std::uint32_t comma = entry.begin;
        while (text(comma) != ",") ++comma;
        return story_.word(comma - 1).lower == story_.word(last).lower;
      });
      if (!is_known && is_surname) names.push_back({last, run.end});
    }
  }

  // Of an inverted name that a list mark or a line brings in; begin if none begins there.
  std::uint32_t end_of_entry(std::uint32_t begin) const {
    const bool begins_sentence = begin == 0 || token(begin).begins_sentence;
    if (!begins_sentence && !is_after_list_mark(begin)) return begin;
    std::uint32_t comma = begin;
    while (is_within(comma + 1) && story_.word(comma).is(word_kind::particle)) ++comma;
    const WordShape shape = token(comma).shape;
    const bool in_capitals = shape == WordShape::capitals;
    const bool may_be_surname =
        in_capitals ||
        (!begins_sentence && (shape == WordShape::capitalised || shape == WordShape::mixed));
    ++comma;
    if (!may_be_surname || !is_within(comma + 1) || text(comma) != ",") return begin;
    std::uint32_t end = comma + 1;
    while (is_within(end) && end <= comma + longest_given_names && is_small(end)) ++end;
    const std::uint32_t first = comma + 1;
    const bool are_given =
        end > first && (in_capitals || is_given_name(first) || is_initial(first));
    return are_given && ends_entry(end, true) ? end : begin;
  }

  std::string_view text(std::size_t token) const {
    return token < story_.tokens().size() ? story_.token_text(token) : std::string_view();
  }
  const NameToken& token(std::size_t at) const { return story_.tokens()[at]; }
  bool is_within(std::uint32_t at) const {
    return at < story_.tokens().size() && !token(at).begins_sentence;
  }

  // Behind titles ("King Charles III", "Lady Ashby"), and behind a word that begins a sentence and
  // is no name, before one that is ("Baker Oliver Grant").
  std::uint32_t begin_of_name(const NameRun& name) const {
    std::uint32_t begin = name.begin;
    while (name.end - begin >= 3 && story_.word(begin).is(word_kind::title)) ++begin;
    const bool is_peer = name.end - begin == 2 && story_.phrase(begin) == PhrasePart::none &&
                         (text(begin) == "Lady" || text(begin) == "Lord" || text(begin) == "Sir" ||
                          text(begin) == "Dame" || text(begin) == "Young");
    const bool has_rank =
        std::ranges::find(ranks, text(begin)) != ranks.end() && name.end - begin >= 2;
    if (is_peer || has_rank) return begin + 1;
    const bool has_extra_word =
        begin == name.begin && name.end - begin >= 3 && token(begin).begins_sentence &&
        !story_.word(begin).is(any_given_name) && token(begin).shape == WordShape::capitalised &&
        is_given_name(begin + 1) && !is_given_name(begin + 2);
    return has_extra_word ? begin + 1 : begin;
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

  // "CARTWRIGHT, Simon", "Tully, Brent" where the tagger found only the given name.
  std::uint32_t surname_before(const NameRun& name) const {
    if (name.begin < 2 || text(name.begin - 1) != "," || !is_given_name(name.begin)) {
      return name.begin;
    }
    const std::uint32_t surname = name.begin - 2;
    const WordShape shape = token(surname).shape;
    const bool is_entry = shape == WordShape::capitalised && !is_given_name(surname) &&
                          story_.use(surname).count_lower == 0 &&
                          ends_entry(name.end, is_after_list_mark(surname));
    const bool is_surname = begins_entry(surname) && (shape == WordShape::capitals || is_entry);
    return is_surname ? surname : name.begin;
  }

  bool is_after_list_mark(std::uint32_t at) const {
    return at > 0 && (text(at - 1) == ":" || text(at - 1) == ";");
  }

  // Where an entry of a list ends: at the line's end, before "(", ";" or a number.
  bool ends_entry(std::uint32_t at, bool in_list) const {
    if (!is_within(at)) return true;
    if (text(at) == "," && is_within(at + 1)) {
      const WordShape next = token(at + 1).shape;
      return next == WordShape::number || (next == WordShape::lower && in_list);
    }
    return text(at) == "(" || text(at) == ";" || text(at) == ".";
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
