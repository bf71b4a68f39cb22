#include "indexer/people/tagger.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

#include "schema/text.hpp"

namespace broadsheet::indexer::people {
namespace {

TagScores sum_of_rows(std::span<const std::uint32_t> rows, const PassWeights& weights) {
  std::array<std::int16_t, tag_count> sums{};  // Of some hundred rows at most.
  for (const std::uint32_t row : rows) {
    const TagWeights& added = weights.rows[row];
    for (std::size_t tag = 0; tag < tag_count; ++tag) {
      sums[tag] = static_cast<std::int16_t>(sums[tag] + added[tag]);
    }
  }
  TagScores scores{};
  for (std::size_t tag = 0; tag < tag_count; ++tag) scores[tag] = sums[tag];
  return scores;
}

// A notable person's full name that fills its run, but for titles before it, is one.
void set_notable_name(const StoryWords& story, const NameRun& run, std::vector<Tag>& tags) {
  std::size_t first = run.begin;
  while (first < run.end && story.phrase(first) != PhrasePart::first) {
    if (!story.word(first).is(word_kind::title)) return;
    ++first;
  }
  if (first == run.end || story.phrase(run.end - 1) != PhrasePart::last) return;
  for (std::size_t i = first + 1; i + 1 < run.end; ++i) {
    if (story.phrase(i) != PhrasePart::middle) return;
  }
  for (std::size_t i = run.begin; i < run.end; ++i) {
    tags[i - run.begin] = i < first          ? Tag::none
                          : i == first       ? Tag::begin
                          : i + 1 == run.end ? Tag::end
                                             : Tag::inside;
  }
}

std::vector<NameRun> names_of(const StoryWords& story, std::span<const Tag> tags) {
  std::vector<NameRun> names;
  for (const NameRun& run : story.runs()) {
    std::uint32_t begin = run.begin;
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
      if (tags[i] == Tag::begin || tags[i] == Tag::single) begin = i;
      if (tags[i] == Tag::end || tags[i] == Tag::single) names.push_back({begin, i + 1});
    }
  }
  return names;
}

// Two initials that are no person's.
constexpr auto other_initials = std::to_array<std::string_view>(
    {"A.D.", "A.I.", "A.M.", "B.C.", "D.A.", "D.C.", "E.U.", "F.C.", "G.I.", "I.D.", "I.T.",
     "L.A.", "L.L.", "N.C.", "N.H.", "N.J.", "N.M.", "N.Y.", "N.Z.", "P.M.", "P.R.", "R.I.",
     "S.C.", "S.D.", "S.S.", "T.V.", "U.K.", "U.N.", "U.S.", "V.P.", "W.V."});

// "J.K. Rowling" that fills its run.
void tag_initials(const StoryWords& story, std::vector<Tag>& tags) {
  for (const NameRun& run : story.runs()) {
    const std::size_t last = run.end - 1;
    if (run.end - run.begin != 2 || tags[last] == Tag::end) continue;
    const std::string_view initials = story.token_text(run.begin);
    const bool are_two = story.tokens()[run.begin].shape == WordShape::initial &&
                         initials.size() == 4 && initials[1] == '.';
    const WordShape shape = story.tokens()[last].shape;
    const bool is_name = shape == WordShape::capitalised || shape == WordShape::capitals;
    if (!are_two || !is_name ||
        std::ranges::find(other_initials, initials) != other_initials.end() ||
        story.word(last).is(word_kind::title) || story.word(last).is(word_kind::of_thing)) {
      continue;
    }
    tags[run.begin] = Tag::begin;
    tags[last] = Tag::end;
  }
}

// Behind "the", "in", "at", "near".
bool may_be_place(const StoryWords& story, std::size_t token) {
  static const std::array places = {word_hash("in"), word_hash("at"), word_hash("near")};
  if ((story.contexts_before(token) & word_context::after_the) != 0) return true;
  return (story.contexts_before(token) & word_context::after_in_or_at) != 0 &&
         std::ranges::find(places, story.word(token - 1).lower) != places.end();
}

// A surname alone, where the story has the full name: "Modi left" after "Narendra Modi said".  Not
// behind what stands before places and things.
void tag_known_surnames(const StoryWords& story, std::vector<Tag>& tags) {
  std::unordered_set<std::uint64_t> surnames;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (tags[i] != Tag::end) continue;
    surnames.insert(story.word(i).lower);
    // "Assad" after "Bashar al-Assad".
    const std::string_view name = story.token_text(i);
    const std::size_t hyphen = name.find('-');
    if (hyphen == 2 &&
        (name.starts_with("al") || name.starts_with("Al") || name.starts_with("el"))) {
      surnames.insert(word_hash(text::fold_text(name.substr(hyphen + 1))));
    }
  }
  for (const NameRun& run : story.runs()) {
    std::size_t first = run.begin;
    while (first + 1 < run.end && story.word(first).is(word_kind::title)) ++first;
    const std::size_t last = run.end - 1;
    std::size_t surname = first;
    while (surname < last && story.word(surname).is(word_kind::particle)) ++surname;
    if (surname != last || tags[last] == Tag::single || tags[last] == Tag::end) continue;
    if (!surnames.contains(story.word(last).lower) || may_be_place(story, first)) continue;
    const bool may_be_word =
        story.use(last).count_lower > 0 && story.tokens()[first].begins_sentence;
    if (may_be_word) continue;
    for (std::size_t i = first; i <= last; ++i) {
      tags[i] = first == last ? Tag::single
                : i == first  ? Tag::begin
                : i == last   ? Tag::end
                              : Tag::inside;
    }
  }
}

void set_name(std::span<Tag> tags) {
  std::ranges::fill(tags, Tag::inside);
  tags.front() = Tag::begin;
  tags.back() = Tag::end;
}

// "JK", which is no more than that in "PM", "UK".
bool are_bare_initials(const StoryWords& story, std::size_t token) {
  const std::string_view word = story.token_text(token);
  if (story.tokens()[token].shape != WordShape::capitals || word.size() != 2) return false;
  const std::string dotted = {word[0], '.', word[1], '.'};
  return std::ranges::find(other_initials, dotted) == other_initials.end() &&
         !story.word(token).is(word_kind::title);
}

// Given names before the surname of a full name of the story, initials before any surname of it,
// where that fills a run: "Victoria Beckham" after "David Beckham", "JK Rowling" before "Rowling".
void tag_given_names(const StoryWords& story, std::vector<Tag>& tags) {
  static const std::uint64_t on = word_hash("on");  // "on Sunday Roe left"
  std::unordered_set<std::uint64_t> of_full_names;
  std::unordered_set<std::uint64_t> alone;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (tags[i] == Tag::end) of_full_names.insert(story.word(i).lower);
    if (tags[i] == Tag::single) alone.insert(story.word(i).lower);
  }
  const auto is_initial = [&](std::size_t token) {
    const bool is_dotted =
        story.tokens()[token].shape == WordShape::initial && story.token_text(token).ends_with('.');
    return is_dotted || are_bare_initials(story, token);
  };
  const auto is_given = [&](std::size_t token) {
    return story.tokens()[token].shape == WordShape::capitalised &&
           story.word(token).is(word_kind::common_given_name) && story.use(token).count_lower == 0;
  };
  for (const NameRun& run : story.runs()) {
    const std::size_t last = run.end - 1;
    const std::uint64_t surname = story.word(last).lower;
    std::size_t first = run.begin;
    while (first < last && story.word(first).is(word_kind::title)) ++first;
    if (first == last || tags[last] == Tag::end) continue;
    const bool is_full = of_full_names.contains(surname);
    if (!is_full && !alone.contains(surname)) continue;
    bool are_given = true;
    for (std::size_t i = first; i < last; ++i)
      are_given &= is_initial(i) || (is_full && is_given(i));
    const bool is_behind_on = first > 0 && story.word(first - 1).lower == on;
    if (!are_given || is_behind_on || may_be_place(story, first)) continue;
    set_name(std::span(tags).subspan(first, run.end - first));
  }
}

// The story's full names within headlines in capitals: "JANE ROE WINS VOTE".
void tag_names_in_capitals(const StoryWords& story, std::vector<Tag>& tags) {
  constexpr std::size_t longest = 5;  // Words.
  std::unordered_set<std::uint64_t> full_names;
  const auto add_word = [&](std::uint64_t key, std::size_t token) {
    return WordTable::phrase_key(key, story.word(token).lower);
  };
  for (const NameRun& name : names_of(story, tags)) {
    if (name.end - name.begin < 2 || name.end - name.begin > longest) continue;
    std::uint64_t key = 0;
    for (std::size_t i = name.begin; i < name.end; ++i) key = add_word(key, i);
    full_names.insert(key);
  }
  const auto is_capital = [&](std::size_t token) {
    const WordShape shape = story.tokens()[token].shape;
    return shape == WordShape::capitals || shape == WordShape::initial;
  };
  const auto is_within_name = [&](std::size_t token) {
    return tags[token] == Tag::inside || tags[token] == Tag::end;
  };
  const auto name_length = [&](std::size_t begin, std::size_t limit) {
    std::uint64_t key = 0;
    std::size_t length = 0;
    for (std::size_t i = begin; i < limit && i < begin + longest; ++i) {
      if (!is_capital(i)) break;
      key = add_word(key, i);
      const bool is_of_thing = i + 1 < limit && story.word(i + 1).is(word_kind::of_thing);
      const bool cuts = is_within_name(begin) || (i + 1 < limit && is_within_name(i + 1));
      if (full_names.contains(key) && !is_of_thing && !cuts) length = i + 1 - begin;
    }
    return length;
  };
  for (const NameRun& run : story.runs()) {
    for (std::size_t i = run.begin; i + 1 < run.end;) {
      const std::size_t length = name_length(i, run.end);
      if (length > 1) set_name(std::span(tags).subspan(i, length));
      i += std::max<std::size_t>(length, 1);
    }
  }
}

// What the table knows to be none, and "Freddie" beside "Freddie Mac".
void drop_what_is_no_person(const StoryWords& story, std::vector<NameRun>& names) {
  std::unordered_set<std::uint64_t> of_things;
  std::unordered_set<std::uint64_t> of_persons;
  for (const NameRun& name : names) {
    if (name.end - name.begin == 1) continue;
    std::unordered_set<std::uint64_t>& words = story.is_not_person(name) ? of_things : of_persons;
    for (std::size_t i = name.begin; i < name.end; ++i) words.insert(story.word(i).lower);
  }
  std::erase_if(names, [&](const NameRun& name) {
    if (story.is_not_person(name)) return true;
    const std::uint64_t word = story.word(name.begin).lower;
    return name.end - name.begin == 1 && of_things.contains(word) && !of_persons.contains(word);
  });
}

}  // namespace

std::vector<Tag> find_tags(const StoryWords& story, const PassWeights& weights, TaggerPass pass) {
  std::vector<Tag> tags(story.tokens().size(), Tag::none);
  std::vector<std::uint32_t> rows;
  std::vector<TagScores> scores;
  std::vector<Tag> of_run;
  for (const NameRun& run : story.runs()) {
    scores.clear();
    for (std::size_t i = run.begin; i < run.end; ++i) {
      find_features(story, run, i, pass, rows);
      scores.push_back(sum_of_rows(rows, weights));
    }
    best_tags(scores, weights.transitions, of_run);
    set_notable_name(story, run, of_run);
    for (std::size_t i = 0; i < of_run.size(); ++i) tags[run.begin + i] = of_run[i];
  }
  return tags;
}

std::vector<NameRun> find_names(StoryWords& story, const PeopleModel& model) {
  story.count_tags(find_tags(story, model.weights(TaggerPass::first), TaggerPass::first));
  std::vector<Tag> tags = find_tags(story, model.weights(TaggerPass::second), TaggerPass::second);
  tag_initials(story, tags);
  tag_known_surnames(story, tags);
  tag_given_names(story, tags);
  tag_names_in_capitals(story, tags);
  std::vector<NameRun> names = names_of(story, tags);
  drop_what_is_no_person(story, names);
  return names;
}

}  // namespace broadsheet::indexer::people
