// What the searcher answers.  Plain data; nothing of Xapian's in it.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "schema/article.hpp"
#include "searcher/search_request.hpp"

namespace broadsheet::searcher {

// A piece of text, to be shown highlighted if it matched the query.  Never markup.
struct Segment {
  std::string text;
  bool matched = false;
};
using Segments = std::vector<Segment>;

struct ResultPerson {
  std::string id;
  std::string label;
};

// What a score is made of.
struct ScoreParts {
  double text = 0;       // The words, wherever they stand.
  double headline = 0;   // Words in the headline; the whole query as the headline.
  double lead = 0;       // Words in the first sentence or so.
  double proximity = 0;  // Words near each other.
  double people = 0;     // A person of the query whom the story is about, or names.
  double recency = 0;    // The story is new, and the query about what is new.

  double sum() const { return text + headline + lead + proximity + people + recency; }
};

struct SearchResult {
  std::string id;
  std::string key;
  std::string url;
  Segments headline;
  Segments snippet;  // The best passage, at most about 250 characters; "…" where it was cut.
  std::optional<Timestamp> published;
  std::string section;
  std::vector<ResultPerson> people;  // Those it is about first.
  std::vector<std::string> authors;
  std::string source;
  std::string language;
  std::string image;
  double score = 0;  // Comparable within one response only; 0 when sorted by date.
  std::optional<ScoreParts> explanation;  // Of the score; if it was asked for.
  std::uint32_t duplicates = 0;  // Syndicated copies folded into this result, itself not counted.
};

struct FacetValue {
  std::string id;
  std::string label;
  std::uint32_t count = 0;
  bool selected = false;  // The request filters by it; listed even when its count is 0.
};

// Counted over all matches of the query and of the other fields' filters.
struct Facet {
  bool exact = true;          // False if a bound cut the count short: then counts are lower bounds.
  std::uint32_t missing = 0;  // Matches without a value.
  std::uint32_t other = 0;    // Values (not matches) beyond those listed.
  std::vector<FacetValue> values;  // Most frequent first, ties by id.
};

struct DateBucket {
  DayRange days;
  std::uint32_t count = 0;
  std::uint32_t of = 0;  // All articles of the archive in these days.
};

struct DateFacet {
  bool exact = true;
  std::uint32_t missing = 0;            // Undated matches.
  std::uint32_t future = 0;             // Matches dated after today (UTC); they are in values too.
  Interval interval = Interval::month;  // Never automatic.
  std::vector<DateBucket> values;       // In order of time, zero-filled from the first to the last.
};

enum class Relation : std::uint8_t { exact, at_least };

struct SearchResponse {
  SearchRequest request;                // What was answered (after any cuts).
  std::string parsed;                   // The query as understood, in our own syntax.
  std::optional<std::string> degraded;  // Why the query text did not run as written, for a person.

  std::uint64_t total = 0;     // Stories.
  std::uint64_t articles = 0;  // Copies counted singly.
  Relation relation = Relation::exact;
  std::uint32_t pages = 0;  // Those that can be asked for.
  std::string next_cursor;  // Newest and oldest, when there is more; else empty.

  std::vector<SearchResult> results;
  std::map<FacetField, Facet> facets;
  std::optional<DateFacet> date_facet;
  std::optional<std::string> suggestion;

  std::chrono::microseconds took{0};
  std::string etag;  // Changes whenever the index does: generation uuid and revision.
};

}  // namespace broadsheet::searcher
