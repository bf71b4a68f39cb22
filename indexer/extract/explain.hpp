// Why an item became the article that it did, or none: for people.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/extract.hpp"
#include "indexer/extract/html_page.hpp"
#include "indexer/extract/text_dump.hpp"
#include "indexer/people/recogniser.hpp"

namespace broadsheet::indexer {

// What an item was seen as while it was read: a page, a dump's lines, or (JSON) neither.
struct ItemReading {
  PageReading page;
  std::vector<DumpLine> lines;
  std::string story;  // What its people were looked for in,
  people::TextPeople people;
};

// A field of an article as a person reads it.  Clean, of one line.
struct ExplainedField {
  std::string name;
  std::string value;   // Empty if unknown.
  std::string source;  // What gave it, and what else the notes say of it; may be empty.
};

// All fields but the body, then the notes that are of none.
std::vector<ExplainedField> explained_fields(const Extraction& extraction);

// Of a block or a line: whether it is part of the article's text, and why it is not.
struct ExplainedBlock {
  std::string_view text;  // Borrows from the reading.
  bool kept = false;
  float probability = -1;    // That it is part of a story; negative where nothing tells.
  std::string why;           // "kind of element: nav.main#top"; empty if kept.
  bool is_headline = false;  // Shows the headline.
  Reason reason = Reason::outside;
  NodeId element = no_node;  // The element that tells, where one does.
};

// "0.98"
std::string two_digits(float share);

// In the order of the page.  None of a page is kept if its text is the JSON-LD's.
std::vector<ExplainedBlock> explained_blocks(const PageReading& page);
std::vector<ExplainedBlock> explained_lines(const std::vector<DumpLine>& lines);

// The item's fields with their sources, then what of it was kept and dropped and why, as lines of
// at most 96 columns.  Runs of dropped blocks of one reason and element are one line, but for those
// that might as well have been kept.  At the end the people, mention by mention.
std::string explain_item(std::string_view name, const Result<Extraction>& extraction,
                         const ItemReading& reading);

}  // namespace broadsheet::indexer
