// Dates that a page shows its readers.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/date_text.hpp"
#include "indexer/extract/json_ld.hpp"
#include "indexer/extract/page_blocks.hpp"
#include "indexer/extract/page_metadata.hpp"
#include "schema/date.hpp"

namespace broadsheet::indexer {

struct DateSources {
  const Dom& dom;
  const std::vector<Block>& blocks;
  const PageMetadata& metadata;
  std::string_view source = {};            // The page as it came, in UTF-8.
  const LdArticle* linked_data = nullptr;  // May be null.
  std::string_view language = {};
  NodeId headline = no_node;
  NodeId body_begin = no_node;  // no_node if the page does not show the body.
  NodeId body_end = no_node;
  // That of the page's address, if it has one: visible dates of others are not believed.
  std::optional<std::chrono::year_month> month = {};
};

struct VisibleDate {
  Timestamp date;
  const char* where;  // For notes.
};

class VisibleDateSearch {
 public:
  // sources must outlive the search.
  VisibleDateSearch(const DateSources& sources, Instant now) : from_(sources), now_(now) {}

  // The one between headline and story, unless it is called that of an update.
  std::optional<VisibleDate> by_headline() const;

  // The first that is announced as the publication's ("Published on"), not above the headline nor
  // below the story.
  std::optional<VisibleDate> announced() const;

  // By the headline, in an element that is called a date, below the story; that of an update only
  // if there is no other in the same place.
  std::optional<VisibleDate> around_story() const;

  // "MILL LANE, 12 May 2021 - The old cinema ...": the story begins with it.
  std::optional<VisibleDate> dateline() const;

  std::optional<VisibleDate> first_on_page() const;

 private:
  VisibleDates dates_of(const Block& block) const;
  std::optional<VisibleDate> first_between(NodeId begin, NodeId end, std::size_t lines,
                                           const char* where) const;
  std::optional<VisibleDate> last_before(NodeId headline) const;
  std::optional<VisibleDate> called_date() const;
  bool is_called_date(NodeId id) const;
  bool is_readers(NodeId id) const;
  bool fits(Day day) const;
  std::string spaced_text(NodeId id) const;

  const DateSources& from_;
  Instant now_;
};

}  // namespace broadsheet::indexer
