// What a reader may ask of the index.
//
// A SearchRequest is plain data.  Code that takes user input (web form, JSON API, command line)
// obtains one from parse_search_request(), so whoever holds a request may rely on the ranges
// stated below.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "schema/date.hpp"
#include "schema/result.hpp"

namespace broadsheet::searcher {

enum class SortOrder : std::uint8_t { relevance, newest, oldest };
enum class Interval : std::uint8_t { automatic, day, week, month, year };
enum class Duplicates : std::uint8_t { fold, show };

// The fields that are filtered and counted by value.  The date is beside them: it is filtered by
// range and counted by interval.
enum class FacetField : std::uint8_t { section, person, about, author, source, language };
inline constexpr std::size_t facet_field_count = 6;

// "section", "person", "about", "author", "source", "lang": the name of the filter's parameter.
const char* parameter_name(FacetField field);

// Section, person and source.
std::vector<FacetField> default_facets();

struct SearchRequest {
  static constexpr std::size_t max_query_bytes = 2'048;
  static constexpr std::uint32_t max_page_size = 100;
  static constexpr std::uint32_t max_results =
      10'000;  // page x page_size; deep paging costs a full match.
  static constexpr std::uint32_t max_facet_size = 1'000;
  static constexpr std::size_t max_filter_values = 50;  // Per field.

  // Text as typed, in the syntax of docs/query-syntax.md; never an error.  Empty matches every
  // article, newest first.  Longer text is cut, which the response says.
  std::string query;

  // Ids (name_id() of what was asked, so that a label serves as well); any of them, none means all.
  // Languages are ISO 639-1 codes.
  std::map<FacetField, std::vector<std::string>> filters;
  std::optional<Day> from;  // Inclusive, local day of publication.
  std::optional<Day> to;    // Inclusive, the whole day.

  SortOrder order_by = SortOrder::relevance;
  std::uint32_t page = 1;        // From 1; page * page_size at most max_results.
  std::uint32_t page_size = 10;  // 1 to max_page_size.
  std::string cursor;            // next_cursor of an earlier response, newest and oldest only.

  std::vector<FacetField> facets = default_facets();
  bool date_facet = true;
  std::uint32_t facet_size =
      10;                   // Values per field, 0 to max_facet_size; selected ones come on top.
  std::string facet_query;  // Only values with words that begin with these; empty: all.
  Interval interval = Interval::automatic;
  Duplicates duplicates = Duplicates::fold;
  bool explain = false;

  friend bool operator==(const SearchRequest&, const SearchRequest&) = default;
};

using Parameters = std::multimap<std::string, std::string>;

// Reads the parameters of /api/search (design section 6), aliases included (from, to, pageSize,
// sortBy).  An unknown name, or a known one with a bad value, is an invalid_request that names it.
// A parameter without a value counts as not given, for that is what an untouched form field sends.
// No facet at all is facets=none.
Result<SearchRequest> parse_search_request(const Parameters& parameters);

// Whether /api/search knows a parameter of this name; a web page ignores the others.
bool is_search_parameter(const std::string& name);

// The parameters that parse_search_request() reads back as this request, in canonical order,
// defaults left out.  What permalinks are made of.
std::vector<std::pair<std::string, std::string>> to_parameters(const SearchRequest& request);

}  // namespace broadsheet::searcher
