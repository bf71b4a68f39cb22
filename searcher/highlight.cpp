#include "searcher/highlight.hpp"

#include <algorithm>
#include <iterator>

#include "schema/name_words.hpp"
#include "schema/text.hpp"

namespace broadsheet::searcher {
namespace {

// A story tells what it is about long before this; the rest is not looked at.
constexpr std::size_t max_searched_bytes = 60'000;
// Leaves room for what is before and behind the words.
constexpr std::size_t window_characters = 200;
constexpr std::size_t context_characters = 60;

bool begins_character(char c) { return (c & 0xc0) != 0x80; }

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

std::string joined(const std::vector<std::string>& paragraphs, std::vector<std::size_t>& starts) {
  std::string text;
  for (const std::string& paragraph : paragraphs) {
    if (text.size() >= max_searched_bytes) break;
    if (!text.empty()) text += ' ';
    starts.push_back(text.size());
    text += text::truncate_utf8(paragraph, max_searched_bytes);
  }
  return text;
}

// Whether a period behind this text ends a sentence, and is not that of an initial or "Mr.".
bool period_ends_sentence(std::string_view before) {
  std::size_t letters = 0;
  while (letters < before.size() && letters < 3) {
    const char c = before[before.size() - 1 - letters];
    const bool is_ascii_letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    if ((c >= '0' && c <= '9') || (c & 0x80) != 0) return true;
    if (!is_ascii_letter) break;
    ++letters;
  }
  return letters >= 3;
}

bool closes_quote(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == 0x201d || c == 0x2019 || c == 0xbb;
}

// Adds where sentences begin (behind the space that follows the last one) within paragraphs.
void add_sentence_starts(std::string_view text, std::vector<std::size_t>& starts) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark_at = at;
    const char32_t mark = text::next_character(text, at);
    const bool is_wide = mark == 0x3002 || mark == 0xff01 || mark == 0xff1f;
    const bool is_stop = mark == '!' || mark == '?' || mark == 0x2026 ||
                         (mark == '.' && period_ends_sentence(text.substr(0, mark_at)));
    if (is_wide) starts.push_back(at);
    if (!is_stop) continue;
    std::size_t behind = at;
    while (behind < text.size() && text[behind] != ' ') {
      if (!closes_quote(text::next_character(text, behind))) break;
    }
    if (behind < text.size() && text[behind] == ' ') starts.push_back(behind + 1);
  }
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
}

// `count` characters behind `at`, or the end of the text.
std::size_t advance(std::string_view text, std::size_t at, std::size_t count) {
  while (at < text.size() && count > 0) {
    ++at;
    while (at < text.size() && !begins_character(text[at])) ++at;
    --count;
  }
  return at;
}

std::size_t retreat(std::string_view text, std::size_t at, std::size_t count) {
  while (at > 0 && count > 0) {
    --at;
    while (at > 0 && !begins_character(text[at])) --at;
    --count;
  }
  return at;
}

struct Passage {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool cut_before = false;
  bool cut_behind = false;
};

// The passage around text[first, last): from a sentence's start if that is near, to a sentence's
// end if one fits.
Passage passage_around(std::string_view text, const std::vector<std::size_t>& starts,
                       std::size_t first, std::size_t last) {
  Passage passage;
  auto start = std::upper_bound(starts.begin(), starts.end(), first);
  passage.begin = start == starts.begin() ? 0 : *std::prev(start);
  if (count_characters(text.substr(passage.begin, last - passage.begin)) > snippet_characters) {
    const std::size_t reach = retreat(text, first, context_characters);
    const std::size_t space = text.substr(0, first).find(' ', reach);
    passage.begin = space == text.npos ? first : space + 1;
    passage.cut_before = true;
  }
  const std::size_t limit = advance(text, passage.begin, snippet_characters);
  if (limit == text.size()) {
    passage.end = limit;
    return passage;
  }
  // A start at the limit or one past it has its sentence before it end within the limit.
  auto next = std::upper_bound(starts.begin(), starts.end(), limit + 1);
  const std::size_t sentence_end = next == starts.begin() ? 0 : *std::prev(next);
  const bool is_full =
      sentence_end > passage.begin && (sentence_end - passage.begin) * 2 >= limit - passage.begin;
  if (is_full && sentence_end >= last) {
    passage.end = text[sentence_end - 1] == ' ' ? sentence_end - 1 : sentence_end;
    return passage;
  }
  const std::size_t space = text.rfind(' ', limit);
  const bool has_space = space != text.npos && space > passage.begin && space >= last;
  passage.end = has_space ? space : std::max(limit, std::min(last, limit));
  passage.cut_behind = true;
  return passage;
}

void set_initial(std::string_view word, std::bitset<128>& initials) {
  const auto first = static_cast<unsigned char>(word.empty() ? 0 : word.front());
  if (first < 0x80) initials.set(first);
}

// Whether a word beginning with one of these can be the folded form or stem of the surface: neither
// folding nor stemming changes an ASCII initial but for its case ("%" and the like aside).  Most
// words need no analysis then.
bool may_begin(std::string_view surface, const std::bitset<128>& initials) {
  const auto first = static_cast<unsigned char>(surface.front());
  if (first >= 0x80 || !text::is_word_character(first)) return true;
  return initials.test(first >= 'A' && first <= 'Z' ? first | 0x20U : first);
}

void append(Segments& segments, std::string_view text, bool matched) {
  if (text.empty()) return;
  if (!segments.empty() && segments.back().matched == matched) {
    segments.back().text += text;
  } else {
    segments.push_back({std::string(text), matched});
  }
}

}  // namespace

Highlighter::Highlighter(const std::vector<RankedWord>& words, Reader& reader)
    : words_(words), reader_(reader) {}

const Highlighter::Stems& Highlighter::stems(const std::string& language) {
  const auto [place, is_new] = stems_.try_emplace(language);
  if (!is_new) return place->second;
  Stems& stems = place->second;
  text::Analyser& analyser = reader_.analyser(language);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (words_[i].is_prefix) {
      set_initial(words_[i].text, stems.initials);
      continue;
    }
    text::Tokeniser tokens(words_[i].text);
    for (text::Token token; tokens.next(token);) {
      const text::Forms& forms = analyser.forms(token);
      stems.add(forms, i, words_[i].as_written);
      const std::string acronym = text::acronym_of(forms.word);
      if (!acronym.empty()) stems.add({acronym, acronym, {}}, i, words_[i].as_written);
    }
  }
  return stems;
}

void Highlighter::Stems::add(const text::Forms& forms, std::size_t word, bool as_written) {
  set_initial(as_written ? forms.word : forms.stem, initials);
  if (as_written) {
    written.emplace(forms.word, word);
    return;
  }
  words.emplace(forms.stem, word);
  names.emplace(forms.word, word);
}

std::vector<Highlighter::Hit> Highlighter::find_hits(std::string_view text,
                                                     const Article& article) {
  std::vector<Hit> hits;
  if (words_.empty()) return hits;
  const Stems& known = stems(article.language);
  text::Analyser& analyser = reader_.analyser(article.language);
  const NameWords names(article.people, analyser);
  text::Tokeniser tokens(text, text::Compounds::parts_and_whole);
  std::size_t number = 0;
  std::size_t counted_to = 0;
  std::size_t characters = 0;
  for (text::Token token; tokens.next(token); ++number) {
    if (!may_begin(token.surface, known.initials)) continue;
    const text::Forms& forms = analyser.forms(token);
    const bool is_name = names.contains(token, forms);
    const auto& wanted = is_name ? known.names : known.words;
    std::size_t word = words_.size();
    if (const auto found = wanted.find(is_name ? forms.word : forms.stem); found != wanted.end()) {
      word = found->second;
    } else if (const auto same = known.written.find(forms.word); same != known.written.end()) {
      word = same->second;
    }
    for (std::size_t i = 0; i < words_.size() && word == words_.size(); ++i) {
      if (words_[i].is_prefix && forms.word.starts_with(words_[i].text)) word = i;
    }
    if (word == words_.size()) continue;
    characters += count_characters(text.substr(counted_to, token.begin - counted_to));
    counted_to = token.begin;
    hits.push_back({token.begin, token.begin + token.surface.size(), word, number, characters});
  }
  return hits;
}

// Indexes of the first and last hit.  Each word counts by how telling it is, a repetition a little,
// neighbours more.
std::pair<std::size_t, std::size_t> Highlighter::best_window(const std::vector<Hit>& hits) const {
  std::pair<std::size_t, std::size_t> best{0, 0};
  double best_score = -1;
  std::vector<unsigned> seen(words_.size());
  for (std::size_t first = 0; first < hits.size(); ++first) {
    std::fill(seen.begin(), seen.end(), 0);
    double score = 0;
    std::size_t last = first;
    for (std::size_t i = first; i < hits.size(); ++i) {
      if (hits[i].character > hits[first].character + window_characters) break;
      const double idf = words_[hits[i].word].idf;
      const unsigned times = seen[hits[i].word]++;
      if (times < 2) score += times == 0 ? idf : 0.1 * idf;
      const bool is_neighbour =
          i > first && hits[i].token == hits[i - 1].token + 1 && hits[i].word != hits[i - 1].word;
      if (is_neighbour) score += 0.3 * std::min(idf, words_[hits[i - 1].word].idf);
      if (times == 0 || is_neighbour) last = i;
    }
    if (score <= best_score) continue;
    best_score = score;
    best = {first, last};
  }
  return best;
}

Segments Highlighter::segments(std::string_view text, std::size_t begin, std::size_t end,
                               const std::vector<Hit>& hits) {
  Segments segments;
  std::size_t at = begin;
  for (const Hit& hit : hits) {
    if (hit.begin < begin || hit.end > end) continue;
    if (hit.begin > at) append(segments, text.substr(at, hit.begin - at), false);
    const std::size_t from = std::max(at, hit.begin);  // Pairs of characters overlap.
    if (hit.end > from) append(segments, text.substr(from, hit.end - from), true);
    at = std::max(at, hit.end);
  }
  append(segments, text.substr(at, end - at), false);
  return segments;
}

Segments Highlighter::headline(const Article& article) {
  const std::string& text = article.headline;
  return segments(text, 0, text.size(), find_hits(text, article));
}

Segments Highlighter::snippet(const Article& article) {
  std::vector<std::size_t> starts;
  const std::string text = joined(article.body, starts);
  add_sentence_starts(text, starts);
  const std::vector<Hit> hits = find_hits(text, article);
  std::size_t first = 0;
  std::size_t last = 0;
  if (!hits.empty()) {
    const auto window = best_window(hits);
    first = hits[window.first].begin;
    last = hits[window.second].end;
  }
  const Passage passage = passage_around(text, starts, first, last);
  Segments shown = segments(text, passage.begin, passage.end, hits);
  if (passage.cut_before) shown.insert(shown.begin(), {"…", false});
  if (passage.cut_behind) shown.push_back({"…", false});
  Segments merged;
  for (const Segment& segment : shown) append(merged, segment.text, segment.matched);
  return merged;
}

}  // namespace broadsheet::searcher
