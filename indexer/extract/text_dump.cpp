#include "indexer/extract/text_dump.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "indexer/extract/date_text.hpp"
#include "indexer/extract/encoding.hpp"
#include "indexer/extract/headline.hpp"
#include "indexer/extract/language.hpp"
#include "indexer/extract/line_rules.hpp"
#include "indexer/extract/names.hpp"
#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

// What a line counts for in the search for the story's span, in words of running text.
constexpr int most_words_counted = 60;
constexpr int cost_of_fragment = 6;  // A label, a menu entry, a title.
constexpr int cost_of_skipped = 3;
constexpr int cost_of_heading = 12;  // Date or byline: maybe of the next story.
constexpr int cost_of_terminator = 70;
constexpr int least_story_words = 12;

constexpr std::size_t most_standfirst_words = 40;
constexpr std::size_t least_paragraphs_with_standfirst = 3;

constexpr std::size_t max_dump_lines = 50'000;
constexpr std::size_t headline_window = 60;  // Lines before the story in which its headline may be.
constexpr double title_repeated = 0.55;      // Agreement of a headline with the page's title.

struct Line {
  std::string text;
  LineClass told;
  std::size_t words = 0;
  bool is_sentence = false;  // Ends like one.

  bool is_text() const { return told.kind == LineKind::text; }
  bool is_paragraph() const { return is_text() && (words >= 18 || (is_sentence && words >= 8)); }
  bool is_fragment() const { return is_text() && !is_sentence && words < 18; }
};

bool is_cjk(char32_t c) {
  return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) ||
         (c >= 0xac00 && c <= 0xd7af);
}

// Words; two characters of Chinese or Japanese count for one, ten letters of scripts without
// spaces.
std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  std::size_t ideographs = 0;
  std::size_t letters_in_word = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_character(text, at);
    if (is_cjk(c)) {
      ++ideographs;
      letters_in_word = 0;
    } else if (c == ' ') {
      letters_in_word = 0;
    } else if (c > 0x7f ? u_isalnum(static_cast<UChar32>(c)) != 0
                        : (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')) {
      if (letters_in_word % 30 == 0) ++words;
      ++letters_in_word;
    }
  }
  return words + ideographs / 2;
}

bool is_closing_mark(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201d || c == 0x2019 || c == 0xbb ||
         c == 0x201c || c == 0x300d || c == 0x300f || c == 0xff09 || c == ' ';
}

bool is_sentence_end(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xff01 ||
         c == 0xff1f || c == 0x61f || c == 0x6d4 || c == 0x964 || c == ':' || c == 0xff0e;
}

bool ends_sentence(std::string_view text) {
  bool quoted = false;
  std::size_t end = text.size();
  while (end > 0) {
    std::size_t begin = end - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xc0) == 0x80) --begin;
    std::size_t at = begin;
    const char32_t c = text::next_character(text, at);
    if (!is_closing_mark(c)) return is_sentence_end(c) || (quoted && c == ',');
    quoted = quoted || c == 0x300d || c == 0x201d || c == '"' || c == 0xbb;
    if (c == 0x300d) return true;
    end = begin;
  }
  return false;
}

std::vector<Line> read_lines(std::string_view dump) {
  std::vector<Line> lines;
  std::size_t begin = 0;
  while (begin < dump.size() && lines.size() < max_dump_lines) {
    const std::size_t end = std::min(dump.find('\n', begin), dump.size());
    Line line;
    line.text = text::collapse_space(text::clean_utf8(dump.substr(begin, end - begin)));
    begin = end + 1;
    if (line.text.empty()) continue;
    line.told = classify_line(line.text);
    line.words = count_words(line.text);
    line.is_sentence = ends_sentence(line.text);
    lines.push_back(std::move(line));
  }
  return lines;
}

// Positive for running text, negative for what stands around it.
int worth(const Line& line) {
  const int words = static_cast<int>(line.words);
  if (line.told.action == LineAction::terminate) return -cost_of_terminator;
  if (line.told.kind == LineKind::date || line.told.kind == LineKind::byline)
    return -cost_of_heading;
  if (line.told.action == LineAction::skip) return -cost_of_skipped;
  if (line.is_paragraph()) return std::min(words, most_words_counted);
  if (line.is_sentence && words >= 3) return words;
  return -cost_of_fragment;
}

struct Span {
  std::size_t begin = 0;  // Lines, end excluded.
  std::size_t end = 0;
  int worth = 0;
};

// The run of lines that is worth most.
Span richest_span(const std::vector<Line>& lines) {
  Span best;
  Span current;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (current.worth <= 0) current = {i, i, 0};
    current.worth += worth(lines[i]);
    current.end = i + 1;
    if (current.worth > best.worth) best = current;
  }
  return best;
}

class DumpReader {
 public:
  DumpReader(std::vector<Line> lines, Instant now) : lines_(std::move(lines)), now_(now) {}

  // What it saw; its last act.
  std::vector<DumpLine> tell() {
    std::vector<DumpLine> told;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Verdict verdict{reason_of(i), lines_[i].told.kind, no_node, 0};
      told.push_back({std::move(lines_[i].text), verdict});
    }
    return told;
  }

  std::optional<Extraction> read() {
    story_ = richest_span(lines_);
    if (story_.worth < least_story_words) return std::nullopt;
    find_headline();
    read_body();
    if (article().body.empty()) return std::nullopt;
    read_language();
    read_date();
    read_authors();
    read_section();
    return std::move(extraction_);
  }

 private:
  Reason reason_of(std::size_t i) const {
    if (kept_.count(i) != 0) return Reason::story;
    if (headline_ == i) return Reason::headline;
    if (!lines_[i].is_text()) return Reason::line;
    if (kept_.empty()) return Reason::no_text;
    if (i < *kept_.begin()) return Reason::before;
    return i > *kept_.rbegin() ? Reason::after : Reason::no_text;
  }

  Article& article() { return extraction_.article; }

  void note(std::string text) { extraction_.notes.push_back(std::move(text)); }

  // ---- Headline ---------------------------------------------------------------------------------

  // The line that repeats the page's title, if the dump begins with one; else the first of the
  // title-like lines right above the story.
  void find_headline() {
    if (find_repeated_title() || find_title_above_story()) {
      article().headline =
          text::truncate_utf8(lines_[*headline_].text, Article::max_headline_bytes);
      note("headline: line " + std::to_string(*headline_ + 1));
      return;
    }
    const Line& first = lines_.front();
    if (story_.begin == 0 || !first.is_text()) return;
    article().headline =
        text::truncate_utf8(strip_site_name(first.text, {}, ""), Article::max_headline_bytes);
    note("headline: the first line, taken for the page's title");
  }

  bool may_be_headline(const Line& line) const {
    return line.is_text() && line.words >= 2 && line.words <= 40;
  }

  bool find_repeated_title() {
    const std::string title = strip_site_name(lines_.front().text, {}, "");
    const std::size_t first = std::max<std::size_t>(
        1, story_.begin > headline_window ? story_.begin - headline_window : 1);
    const std::size_t last = std::min(lines_.size(), first_paragraph() + 3);
    double best = title_repeated;
    for (std::size_t i = 1; i < last; ++i) {
      if (!may_be_headline(lines_[i])) continue;
      const double agreement = std::max(title_agreement(lines_[i].text, title),
                                        title_agreement(lines_[i].text, lines_.front().text));
      // Of equals the later one counts: the first may be a menu's or a box's.
      const bool near = i >= first;
      if (agreement >= best || (near && headline_ && *headline_ < first && agreement > 0.8)) {
        best = agreement;
        headline_ = i;
      }
    }
    return headline_.has_value();
  }

  std::size_t first_paragraph() const {
    std::size_t at = story_.begin;
    while (at < story_.end && (!lines_[at].is_paragraph() || is_asking_headline(at))) ++at;
    return at;
  }

  // "Will the bridge open again?" right below a date or the like, above a story.
  bool is_asking_headline(std::size_t at) const {
    const Line& line = lines_[at];
    const bool asks = line.text.ends_with("?") || line.text.ends_with("!");
    return asks && line.words <= 18 && at + 1 < story_.end && at > 0 && !lines_[at - 1].is_text();
  }

  bool find_title_above_story() {
    std::size_t top = first_paragraph();
    std::size_t skipped = 0;  // Lines that are no buttons, since the last of text.
    for (std::size_t i = top; i-- > 0 && top < i + 12;) {
      const Line& line = lines_[i];
      if (!line.is_text()) {
        if (line.told.kind != LineKind::share && ++skipped > 1) break;
        if (line.told.action == LineAction::terminate) break;
        continue;
      }
      skipped = 0;
      if (line.words < 3 || line.words > 30) break;
      top = i;
    }
    if (top == first_paragraph()) return false;
    headline_ = top;
    return true;
  }

  // ---- Body -------------------------------------------------------------------------------------

  void read_body() {
    std::size_t begin = story_.begin;
    if (headline_)
      begin = *headline_ < story_.begin ? *headline_ + 1 : std::max(begin, *headline_ + 1);
    const std::size_t first = first_paragraph();
    std::unordered_set<std::string_view> seen;
    std::size_t bytes = 0;
    for (std::size_t i = begin; i < story_.end; ++i) {
      const Line& line = lines_[i];
      const bool kept = i < first ? is_standfirst(line) : is_part_of_story(i);
      if (!kept || line.text == article().headline) continue;
      if (line.words >= 8 && seen.count(line.text) != 0) continue;
      if (bytes + line.text.size() > Article::max_body_bytes) break;
      bytes += line.text.size();
      seen.insert(line.text);
      kept_.insert(i);
      article().body.push_back(line.text);
      if (article().body.size() == 1 && is_short_opening(line)) article().standfirst = line.text;
    }
    if (!kept_.empty()) {
      note("body: lines " + std::to_string(*kept_.begin() + 1) + " to " +
           std::to_string(*kept_.rbegin() + 1));
    }
    if (article().body.size() < least_paragraphs_with_standfirst) article().standfirst.clear();
  }

  // Below the headline, short and without a full stop: a standfirst.
  bool is_short_opening(const Line& line) const {
    return headline_ && !line.is_sentence && line.words <= most_standfirst_words;
  }

  // Between headline and story, only a line of some length belongs to it.
  bool is_standfirst(const Line& line) const {
    return line.is_text() && line.words >= (line.is_sentence ? 6u : 10u) && headline_;
  }

  bool is_part_of_story(std::size_t i) const {
    const Line& line = lines_[i];
    if (!line.is_text()) return false;
    if (line.is_paragraph()) return true;
    if (line.is_sentence) return line.words >= 2;
    return is_subheading(i);
  }

  // A fragment stands between paragraphs, alone.
  bool is_subheading(std::size_t i) const {
    const Line& line = lines_[i];
    if (line.words < 2 || line.words > 14 || i == 0 || i + 1 >= story_.end) return false;
    return lines_[i - 1].is_paragraph() && lines_[i + 1].is_paragraph();
  }

  // ---- Around the story -------------------------------------------------------------------------

  // Lines near the headline, nearest first: those below it before those above.
  std::vector<std::size_t> lines_around_headline(std::size_t above) const {
    const std::size_t first = std::min(first_paragraph() + 1, lines_.size());
    const std::size_t headline = headline_.value_or(story_.begin);
    std::vector<std::size_t> around;
    for (std::size_t i = headline; i < first; ++i) around.push_back(i);
    for (std::size_t i = std::min(headline, first); i-- > 0 && headline - i <= above;)
      around.push_back(i);
    return around;
  }

  void read_date() {
    std::optional<Timestamp> modified;
    for (const std::size_t i : lines_around_headline(12)) {
      const Line& line = lines_[i];
      if (line.is_paragraph() || line.text.size() > 200) continue;
      const VisibleDates dates = find_dates(line.text, article().language, now_);
      if (dates.modified && !modified) modified = dates.modified;
      if (!dates.published || article().published) continue;
      set_published(*dates.published, 0.8F);
      note("date: line " + std::to_string(i + 1));
    }
    if (modified) {
      article().modified = modified;
      note("modified: a line that speaks of an update");
    }
    if (!article().published && modified) {
      set_published(*modified, 0.5F);
      note("date: only a date of change");
    }
  }

  void set_published(const Timestamp& timestamp, float confidence) {
    article().published = timestamp;
    article().published_evidence = DateEvidence::visible;
    article().published_confidence = confidence;
  }

  void read_authors() {
    for (const std::size_t i : lines_around_headline(6)) {
      if (!article().authors.empty()) return;
      const Line& line = lines_[i];
      const bool follows_by = i > 0 && is_by(lines_[i - 1].text) && line.words <= 12;
      if (line.told.kind == LineKind::byline || follows_by || is_bare_name(i))
        article().authors = author_names(line.text);
      if (!article().authors.empty()) note("authors: line " + std::to_string(i + 1));
    }
  }

  // A person's name alone between a date and another line of the kind, such as the reading time.
  bool is_bare_name(std::size_t at) const {
    if (at == 0 || at + 1 >= lines_.size() || (headline_ && at == *headline_)) return false;
    const Line& line = lines_[at];
    return line.is_fragment() && line.words >= 2 && line.words <= 5 && is_heading(at - 1) &&
           is_heading(at + 1) && is_person_name(line.text);
  }

  bool is_heading(std::size_t at) const {
    const LineKind kind = lines_[at].told.kind;
    return kind == LineKind::date || kind == LineKind::read_time || kind == LineKind::share;
  }

  static bool is_by(std::string_view text) {
    return text == "By" || text == "BY" || text == "by" || text == "Von" || text == "Par" ||
           text == "Por" || text == "Di";
  }

  void read_section() {
    for (std::size_t i = story_.end; i < lines_.size(); ++i) {
      const std::string_view section = section_named(lines_[i].text);
      if (section.empty()) continue;
      article().section = text::truncate_utf8(section, Article::max_name_bytes);
      return note("section: named on line " + std::to_string(i + 1));
    }
  }

  void read_language() {
    std::string sample = article().headline;
    for (const std::string& paragraph : article().body) {
      if (sample.size() > 2'000) break;
      sample += ' ';
      sample += paragraph;
    }
    article().language = detect_language(sample, "");
    if (!article().language.empty()) note("language: told from the text");
  }

  std::vector<Line> lines_;
  Instant now_;
  Span story_;
  std::optional<std::size_t> headline_;
  std::set<std::size_t> kept_;  // Lines of the body.
  Extraction extraction_;
};

}  // namespace

Result<Extraction> extract_text_dump(const RawItem& item, Instant now,
                                     std::vector<DumpLine>* lines) {
  std::vector<Line> read = read_lines(decode_page(item.content).text);
  if (read.empty()) return Error{ErrorCode::empty, "nothing in it", ""};
  DumpReader reader(std::move(read), now);
  auto extraction = reader.read();
  if (lines != nullptr) *lines = reader.tell();
  if (extraction) return std::move(*extraction);
  return Error{ErrorCode::not_an_article, "no story in it, no run of sentences", ""};
}

}  // namespace broadsheet::indexer
