#include "indexer/extract/explain.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <span>
#include <utility>

#include "indexer/extract/ascii.hpp"
#include "indexer/extract/block_features.hpp"
#include "indexer/extract/block_model.hpp"
#include "indexer/extract/explain_people.hpp"
#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

constexpr std::size_t page_columns = 96;
constexpr std::size_t name_columns = 12;
constexpr std::size_t mark_columns = 8;      // "+ 0.98  "
constexpr std::size_t dropped_columns = 44;  // Of a dropped block's text; the reason follows.
constexpr std::size_t element_columns = 60;
constexpr std::size_t element_bytes = 200;  // Looked at of its name, class and id.

constexpr std::size_t least_folded = 3;
constexpr float doubtful =
    0.2F;  // A dropped block as probable as this stands on a line of its own.

// ---- Columns ------------------------------------------------------------------------------------

std::size_t columns_of(char32_t c) {
  if (c < 0x300) return 1;
  const auto code = static_cast<UChar32>(c);
  const auto type = u_charType(code);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) columns += columns_of(text::next_character(text, at));
  return columns;
}

// How many bytes of the text fit.
std::size_t bytes_within(std::string_view text, std::size_t columns) {
  std::size_t used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    used += columns_of(text::next_character(text, at));
    if (used > columns) return begin;
  }
  return text.size();
}

std::string shortened(std::string_view text, std::size_t columns) {
  if (bytes_within(text, columns) == text.size()) return std::string(text);
  return std::string(ascii::trim(text.substr(0, bytes_within(text, columns - 1)))) + "…";
}

std::string padded(std::string text, std::size_t columns) {
  const std::size_t used = columns_of(text);
  if (used < columns) text.append(columns - used, ' ');
  return text;
}

// Broken at spaces where there are any; each line but the first is indented.
void append_wrapped(std::string& page, std::string_view text, std::size_t indent) {
  const std::size_t columns = page_columns - indent;
  for (;;) {
    std::size_t end = bytes_within(text, columns);
    if (end == text.size()) break;
    const std::size_t space = text.rfind(' ', end);
    if (space != text.npos && space > 0) end = space;
    page += ascii::trim(text.substr(0, end));
    page += '\n';
    page.append(indent, ' ');
    text = ascii::trim(text.substr(end));
  }
  page += text;
  page += '\n';
}

// Of one line, without control characters.
std::string clean(std::string_view text) { return text::collapse_space(text::clean_utf8(text)); }

// ---- Fields -------------------------------------------------------------------------------------

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

std::string people_text(const std::vector<Person>& people) {
  std::vector<std::string> names;
  for (const Person& person : people) {
    std::string name = person.name;
    if (person.mentions > 1) name += " (" + std::to_string(person.mentions) + " times)";
    names.push_back(std::move(name));
  }
  return joined(names);
}

std::string date_text(const std::optional<Timestamp>& date) {
  return date ? format_timestamp(*date) : std::string();
}

// Hands out the notes, each once.
class Notes {
 public:
  explicit Notes(const std::vector<std::string>& notes) : left_(notes) {}

  // What those say that begin with the field's name and a colon.
  std::string take(std::string_view field) {
    std::string said;
    std::erase_if(left_, [&](const std::string& note) {
      if (!note.starts_with(field) || note.substr(field.size(), 2) != ": ") return false;
      const std::string text = note.substr(field.size() + 2);
      if (text != "none") said += (said.empty() ? "" : "; ") + text;
      return true;
    });
    return said;
  }

  const std::vector<std::string>& left() const { return left_; }

 private:
  std::vector<std::string> left_;
};

std::string date_source(Notes& notes, const Article& article) {
  std::string source = notes.take("date");
  if (article.published) {
    source += std::string(source.empty() ? "" : "; ") + "evidence " +
              date_evidence_name(article.published_evidence) + ", confidence " +
              two_digits(article.published_confidence);
  }
  const std::string refused = notes.take("date refused");
  if (!refused.empty()) source += (source.empty() ? "refused: " : "; refused: ") + refused;
  return source;
}

// ---- Blocks -------------------------------------------------------------------------------------

// "div.story-body#main"
std::string element_text(const Dom& dom, NodeId element) {
  const auto attribute = [&](AttributeName name) {
    return clean(text::truncate_utf8(dom.attribute(element, name), element_bytes));
  };
  std::string text = clean(text::truncate_utf8(tag_name(dom, element), element_bytes));
  const std::string classes = attribute("class");
  if (!classes.empty()) text += '.';
  for (const char c : classes) text += c == ' ' ? '.' : c;
  const std::string id = attribute("id");
  if (!id.empty()) text += '#' + id;
  return shortened(text, element_columns);
}

std::string why_not(const Dom& dom, const Verdict& verdict) {
  std::string why = reason_text(verdict.reason);
  if (verdict.reason == Reason::line) why += std::string(": ") + line_kind_name(verdict.line);
  if (verdict.element != no_node) why += ": " + element_text(dom, verdict.element);
  return why;
}

// Where no block was kept, "outside" is no verdict.
std::string why_no_story(const Block& block) {
  if (block.line.action == LineAction::keep) return reason_text(Reason::no_text);
  return std::string(reason_text(Reason::line)) + ": " + line_kind_name(block.line.kind);
}

bool shows_headline(const PageReading& page, std::size_t block) {
  return page.headline != no_node && page.dom.contains(page.headline, page.blocks[block].first);
}

bool is_doubtful(const ExplainedBlock& block) { return block.probability >= doubtful; }

bool fold_together(const ExplainedBlock& one, const ExplainedBlock& other) {
  return !one.kept && !other.kept && one.reason == other.reason && one.element == other.element &&
         one.why == other.why && !is_doubtful(one) && !is_doubtful(other);
}

std::string mark(bool kept, float probability) {
  return padded((kept ? "+ " : "- ") + (probability < 0 ? std::string() : two_digits(probability)),
                mark_columns);
}

std::string dropped_line(std::string_view text, float probability, const std::string& why) {
  const std::size_t why_columns = page_columns - mark_columns - dropped_columns - 2;
  return mark(false, probability) + padded(shortened(text, dropped_columns), dropped_columns + 2) +
         shortened(why, why_columns) + '\n';
}

std::string folded_line(std::span<const ExplainedBlock> run) {
  std::string text = '(' + std::to_string(run.size()) + ")";
  for (const ExplainedBlock& block : run) {
    text += (text.ends_with(')') ? " " : " / ") + shortened(block.text, dropped_columns);
    if (text.size() > page_columns * 4) break;
  }
  const float highest =
      std::ranges::max_element(run, {}, &ExplainedBlock::probability)->probability;
  return dropped_line(text, highest, run.front().why);
}

void append_blocks(std::string& page, const std::vector<ExplainedBlock>& blocks) {
  for (std::size_t begin = 0; begin < blocks.size();) {
    const ExplainedBlock& block = blocks[begin];
    std::size_t end = begin + 1;
    while (end < blocks.size() && fold_together(block, blocks[end])) ++end;
    const std::size_t size = end - begin;
    if (size >= least_folded) {
      page += folded_line(std::span(blocks).subspan(begin, size));
      begin = end;
      continue;
    }
    if (block.kept) {
      page += mark(true, block.probability) + shortened(block.text, page_columns - mark_columns);
      page += '\n';
    } else {
      page += dropped_line(block.text, block.probability, block.why);
    }
    ++begin;
  }
}

void append_field(std::string& page, const ExplainedField& field) {
  std::string text = field.value.empty() ? "-" : field.value;
  if (!field.source.empty()) text += "  [" + field.source + ']';
  page += padded(field.name, name_columns);
  append_wrapped(page, text, name_columns);
}

// What of the item was kept and dropped, and why.
void append_kept_and_dropped(std::string& page, const std::vector<ExplainedBlock>& blocks,
                             bool is_page, bool is_article) {
  const auto kept = std::ranges::count_if(blocks, &ExplainedBlock::kept);
  append_wrapped(page += '\n',
                 std::to_string(kept) + " of " + std::to_string(blocks.size()) +
                     (is_page ? " blocks" : " lines") + (is_article ? " are" : " would be") +
                     " the story (+)" + (is_page ? ", each with its probability" : "") +
                     "; the others (-) with the reason:",
                 0);
  page += '\n';
  append_blocks(page, blocks);
}

}  // namespace

std::string two_digits(float share) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%.2f", static_cast<double>(share));
  return text.data();
}

std::vector<ExplainedField> explained_fields(const Extraction& extraction) {
  const Article& article = extraction.article;
  Notes notes(extraction.notes);
  std::vector<ExplainedField> fields;
  const auto add = [&](const char* name, const std::string& value, const std::string& source) {
    fields.push_back({name, clean(value), clean(source)});
  };
  const auto add_noted = [&](const char* name, const std::string& value) {
    add(name, value, notes.take(name));
  };
  add_noted("id", article.id);
  add_noted("headline", article.headline);
  add_noted("standfirst", article.standfirst);
  add("date", date_text(article.published), date_source(notes, article));
  add_noted("modified", date_text(article.modified));
  add_noted("authors", joined(article.authors));
  add_noted("section", article.section);
  add_noted("source", article.source);
  add_noted("language", article.language);
  add_noted("url", article.url);
  add_noted("image", article.image);
  add_noted("people", people_text(article.people));
  const std::size_t paragraphs = article.body.size();
  add_noted("body", std::to_string(paragraphs) + (paragraphs == 1 ? " paragraph" : " paragraphs"));
  for (const std::string& note : notes.left()) add("also", note, {});
  return fields;
}

std::vector<ExplainedBlock> explained_blocks(const PageReading& page) {
  const std::size_t width = feature_names().size();
  const bool any_kept = std::ranges::any_of(
      page.verdicts, [](const Verdict& verdict) { return verdict.reason == Reason::story; });
  std::vector<ExplainedBlock> blocks;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    ExplainedBlock block;
    block.text = page.blocks[i].text;
    block.is_headline = shows_headline(page, i);
    if (i < page.verdicts.size()) {
      const Verdict& verdict = page.verdicts[i];
      block.kept = verdict.reason == Reason::story;
      block.probability = story_probability(verdict.score);
      block.reason = verdict.reason;
      block.element = verdict.element;
      const bool undecided = !any_kept && verdict.reason == Reason::outside;
      if (block.is_headline && !block.kept) {
        block.why = "the headline";
      } else if (!block.kept) {
        block.why = undecided ? why_no_story(page.blocks[i]) : why_not(page.dom, verdict);
      }
    } else if ((i + 1) * width <= page.features.size()) {
      block.probability =
          story_probability(story_score(std::span(page.features).subspan(i * width, width)));
      block.why = block.is_headline ? "the headline" : "the text is from the page's data";
    }
    blocks.push_back(std::move(block));
  }
  return blocks;
}

std::vector<ExplainedBlock> explained_lines(const std::vector<DumpLine>& lines) {
  const Dom none;
  std::vector<ExplainedBlock> blocks;
  for (const DumpLine& line : lines) {
    ExplainedBlock block;
    block.text = line.text;
    block.reason = line.verdict.reason;
    block.kept = block.reason == Reason::story;
    if (!block.kept) {
      block.why = block.reason == Reason::headline ? "the headline" : why_not(none, line.verdict);
    }
    blocks.push_back(std::move(block));
  }
  return blocks;
}

std::string explain_item(std::string_view name, const Result<Extraction>& extraction,
                         const ItemReading& reading) {
  std::string page;
  append_wrapped(page, clean(name), name_columns);
  page += '\n';
  if (extraction) {
    for (const ExplainedField& field : explained_fields(*extraction)) append_field(page, field);
  } else {
    const Error& error = extraction.error();
    append_field(page, {"refused", clean(error.message), error_code_name(error.code)});
  }
  const std::vector<ExplainedBlock> blocks =
      reading.lines.empty() ? explained_blocks(reading.page) : explained_lines(reading.lines);
  if (!blocks.empty())
    append_kept_and_dropped(page, blocks, reading.lines.empty(), extraction.has_value());
  return page + explain_people(reading.story, reading.people);
}

}  // namespace broadsheet::indexer
