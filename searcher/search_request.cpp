#include "searcher/search_request.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "schema/article.hpp"
#include "schema/text.hpp"

namespace broadsheet::searcher {
namespace {

constexpr std::array<FacetField, facet_field_count> facet_fields = {
    FacetField::section, FacetField::person, FacetField::about,
    FacetField::author,  FacetField::source, FacetField::language};

struct Alias {
  std::string_view name;
  std::string_view canonical;
};

constexpr std::array<Alias, 4> aliases = {
    {{"from", "from-date"}, {"to", "to-date"}, {"pageSize", "page-size"}, {"sortBy", "order-by"}}};

constexpr std::array<std::string_view, 19> parameter_names = {
    "q",           "section",    "person",   "about",      "source", "lang",   "author",
    "from-date",   "to-date",    "order-by", "page",       "cursor", "facets", "page-size",
    "facet-query", "facet-size", "interval", "duplicates", "explain"};

std::string_view canonical_name(std::string_view name) {
  const auto alias =
      std::find_if(aliases.begin(), aliases.end(), [&](const Alias& a) { return a.name == name; });
  return alias == aliases.end() ? name : alias->canonical;
}

bool is_known(std::string_view name) {
  return std::find(parameter_names.begin(), parameter_names.end(), canonical_name(name)) !=
         parameter_names.end();
}

// Insertions, deletions and replacements that turn one word into the other.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] != b[j - 1] ? 1 : 0);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

// As it may stand in a message: valid, and no longer than a line.
std::string quoted(std::string_view text) {
  constexpr std::size_t shown_bytes = 60;
  const std::string clean = text::clean_utf8(text.substr(0, 4 * shown_bytes));
  std::string shown(text::truncate_utf8(clean, shown_bytes));
  if (shown.size() < clean.size()) shown += "…";
  return "'" + shown + "'";
}

Error bad(std::string_view parameter, std::string message) {
  return {ErrorCode::invalid_request, std::move(message), std::string(parameter)};
}

Error unknown_parameter(std::string_view name) {
  std::string message = "There is no parameter " + quoted(name);
  const std::string_view known = name.substr(0, 40);
  const auto nearest = std::min_element(parameter_names.begin(), parameter_names.end(),
                                        [&](std::string_view a, std::string_view b) {
                                          return edit_distance(known, a) < edit_distance(known, b);
                                        });
  if (edit_distance(known, *nearest) <= std::max<std::size_t>(1, nearest->size() / 3)) {
    message += "; did you mean " + quoted(*nearest) + "?";
  } else {
    message += ".";
  }
  return bad(text::clean_utf8(name.substr(0, 100)), message);
}

template <typename T>
struct Choice {
  std::string_view word;
  T value;
};

constexpr std::array<Choice<SortOrder>, 5> orders = {{{"relevance", SortOrder::relevance},
                                                      {"newest", SortOrder::newest},
                                                      {"oldest", SortOrder::oldest},
                                                      {"relevancy", SortOrder::relevance},
                                                      {"publishedAt", SortOrder::newest}}};
constexpr std::array<Choice<Interval>, 5> intervals = {{{"auto", Interval::automatic},
                                                        {"day", Interval::day},
                                                        {"week", Interval::week},
                                                        {"month", Interval::month},
                                                        {"year", Interval::year}}};
constexpr std::array<Choice<Duplicates>, 2> duplicate_choices = {
    {{"fold", Duplicates::fold}, {"show", Duplicates::show}}};
constexpr std::array<Choice<bool>, 4> switches = {
    {{"true", true}, {"false", false}, {"1", true}, {"0", false}}};

template <typename T, std::size_t n>
std::string_view word_of(const std::array<Choice<T>, n>& choices, T value) {
  return std::find_if(choices.begin(), choices.end(),
                      [&](const Choice<T>& choice) { return choice.value == value; })
      ->word;
}

// Fills one request from parameters one at a time.  Each function returns what is wrong, if
// anything is.
class RequestReader {
 public:
  using Outcome = std::optional<Error>;

  Outcome read(std::string_view typed_name, const std::string& value) {
    const std::string_view name = canonical_name(typed_name);
    for (const FacetField field : facet_fields) {
      if (name == parameter_name(field)) return read_filter(field, typed_name, value);
    }
    if (std::find(seen_.begin(), seen_.end(), name) != seen_.end()) {
      return bad(typed_name, quoted(typed_name) + " may be given once only.");
    }
    seen_.push_back(name);
    if (name == "q") return read_text(request_.query, value);
    if (name == "facet-query") return read_text(request_.facet_query, value);
    if (name == "from-date" || name == "to-date") return read_date(name, typed_name, value);
    if (name == "order-by") return read_choice(orders, request_.order_by, typed_name, value);
    if (name == "interval") return read_choice(intervals, request_.interval, typed_name, value);
    if (name == "explain") return read_choice(switches, request_.explain, typed_name, value);
    if (name == "duplicates") {
      return read_choice(duplicate_choices, request_.duplicates, typed_name, value);
    }
    if (name == "page") {
      return read_number(request_.page, 1, SearchRequest::max_results, typed_name, value);
    }
    if (name == "page-size") {
      return read_number(request_.page_size, 1, SearchRequest::max_page_size, typed_name, value);
    }
    if (name == "facet-size") {
      return read_number(request_.facet_size, 0, SearchRequest::max_facet_size, typed_name, value);
    }
    if (name == "facets") return read_facets(typed_name, value);
    request_.cursor = value;
    return std::nullopt;
  }

  // What no parameter shows alone.
  Result<SearchRequest> finish() && {
    for (auto& [field, values] : request_.filters) {
      std::sort(values.begin(), values.end());
      values.erase(std::unique(values.begin(), values.end()), values.end());
    }
    if (request_.from && request_.to && *request_.from > *request_.to) {
      return bad("from-date", "'from-date' (" + format_day(*request_.from) +
                                  ") is later than 'to-date' (" + format_day(*request_.to) + ").");
    }
    if (std::uint64_t{request_.page} * request_.page_size > SearchRequest::max_results) {
      return bad("page",
                 "Only the first " + std::to_string(SearchRequest::max_results) +
                     " results can be paged through; with order-by=newest or oldest, 'cursor' "
                     "goes on from there.");
    }
    if (!request_.cursor.empty() && request_.order_by == SortOrder::relevance) {
      return bad("cursor", "'cursor' needs order-by=newest or order-by=oldest.");
    }
    if (!request_.cursor.empty() && request_.page != 1) {
      return bad("cursor", "'cursor' and 'page' exclude each other.");
    }
    return std::move(request_);
  }

 private:
  static Outcome read_text(std::string& target, const std::string& value) {
    target = text::collapse_space(text::clean_utf8(value));
    return std::nullopt;
  }

  Outcome read_filter(FacetField field, std::string_view name, const std::string& value) {
    std::vector<std::string>& values = request_.filters[field];
    if (values.size() >= SearchRequest::max_filter_values) {
      return bad(name, quoted(name) + " may be given " +
                           std::to_string(SearchRequest::max_filter_values) + " times at most.");
    }
    const std::string id = name_id(value);
    const bool is_code = id.size() == 2 || id.size() == 3;
    if (id.empty() || (field == FacetField::language && !is_code)) {
      return bad(name,
                 quoted(name) + " cannot be " + quoted(value) + "; expected " +
                     (field == FacetField::language ? "a language code such as 'en'." : "a name."));
    }
    values.push_back(id);
    return std::nullopt;
  }

  Outcome read_date(std::string_view name, std::string_view typed_name, const std::string& value) {
    const std::optional<DayRange> period = parse_period(value);
    if (!period) {
      return bad(typed_name, quoted(typed_name) + " cannot be " + quoted(value) +
                                 "; expected a date: YYYY, YYYY-MM or YYYY-MM-DD.");
    }
    if (name == "from-date") {
      request_.from = period->first;
    } else {
      request_.to = period->last;
    }
    return std::nullopt;
  }

  template <typename T, std::size_t n>
  static Outcome read_choice(const std::array<Choice<T>, n>& choices, T& target,
                             std::string_view name, const std::string& value) {
    for (const Choice<T>& choice : choices) {
      if (choice.word != value) continue;
      target = choice.value;
      return std::nullopt;
    }
    std::string words;
    for (const Choice<T>& choice : choices) {
      if (word_of(choices, choice.value) != choice.word) continue;  // An alias.
      if (!words.empty()) words += ", ";
      words += choice.word;
    }
    return bad(name,
               quoted(name) + " cannot be " + quoted(value) + "; expected one of " + words + ".");
  }

  static Outcome read_number(std::uint32_t& target, std::uint32_t least, std::uint32_t most,
                             std::string_view name, const std::string& value) {
    const char* const end = value.data() + value.size();
    const auto [rest, error] = std::from_chars(value.data(), end, target);
    if (error == std::errc() && rest == end && target >= least && target <= most) {
      return std::nullopt;
    }
    return bad(name, quoted(name) + " cannot be " + quoted(value) +
                         "; expected a whole number from " + std::to_string(least) + " to " +
                         std::to_string(most) + ".");
  }

  Outcome read_facets(std::string_view name, const std::string& value) {
    request_.facets.clear();
    request_.date_facet = false;
    if (value == "none") return std::nullopt;
    for (std::size_t begin = 0; begin <= value.size();) {
      const std::size_t end = std::min(value.find(',', begin), value.size());
      const std::string word = text::collapse_space(value.substr(begin, end - begin));
      if (!add_facet(word)) {
        return bad(name, quoted(name) + " cannot hold " + quoted(word) +
                             "; expected none, or a comma-separated list of section, person, "
                             "about, author, source, lang, date.");
      }
      begin = end + 1;
    }
    return std::nullopt;
  }

  bool add_facet(const std::string& word) {
    if (word == "date") {
      request_.date_facet = true;
      return true;
    }
    for (const FacetField field : facet_fields) {
      if (word != parameter_name(field)) continue;
      auto& facets = request_.facets;
      if (std::find(facets.begin(), facets.end(), field) == facets.end()) facets.push_back(field);
      return true;
    }
    return false;
  }

  SearchRequest request_;
  std::vector<std::string_view> seen_;
};

using Pairs = std::vector<std::pair<std::string, std::string>>;

void add_facet_parameters(Pairs& pairs, const SearchRequest& request) {
  static const SearchRequest defaults;
  if (request.facets != defaults.facets || request.date_facet != defaults.date_facet) {
    std::string names;
    for (const FacetField field : request.facets) {
      names += names.empty() ? "" : ",";
      names += parameter_name(field);
    }
    if (request.date_facet) names += names.empty() ? "date" : ",date";
    pairs.emplace_back("facets", names.empty() ? "none" : names);
  }
  if (request.facet_size != defaults.facet_size) {
    pairs.emplace_back("facet-size", std::to_string(request.facet_size));
  }
  if (!request.facet_query.empty()) pairs.emplace_back("facet-query", request.facet_query);
  if (request.interval != defaults.interval) {
    pairs.emplace_back("interval", word_of(intervals, request.interval));
  }
}

}  // namespace

const char* parameter_name(FacetField field) {
  switch (field) {
    case FacetField::section:
      return "section";
    case FacetField::person:
      return "person";
    case FacetField::about:
      return "about";
    case FacetField::author:
      return "author";
    case FacetField::source:
      return "source";
    case FacetField::language:
      return "lang";
  }
  return "";
}

std::vector<FacetField> default_facets() {
  return {FacetField::section, FacetField::person, FacetField::source};
}

Result<SearchRequest> parse_search_request(const Parameters& parameters) {
  RequestReader reader;
  for (const auto& [name, value] : parameters) {
    if (!is_known(name)) return unknown_parameter(name);
    if (value.empty()) continue;
    if (const auto error = reader.read(name, value)) return *error;
  }
  return std::move(reader).finish();
}

bool is_search_parameter(const std::string& name) { return is_known(name); }

Pairs to_parameters(const SearchRequest& request) {
  static const SearchRequest defaults;
  Pairs pairs;
  if (!request.query.empty()) pairs.emplace_back("q", request.query);
  for (const auto& [field, values] : request.filters) {
    for (const std::string& value : values) pairs.emplace_back(parameter_name(field), value);
  }
  if (request.from) pairs.emplace_back("from-date", format_day(*request.from));
  if (request.to) pairs.emplace_back("to-date", format_day(*request.to));
  if (request.order_by != defaults.order_by) {
    pairs.emplace_back("order-by", word_of(orders, request.order_by));
  }
  if (request.page != defaults.page) pairs.emplace_back("page", std::to_string(request.page));
  if (request.page_size != defaults.page_size) {
    pairs.emplace_back("page-size", std::to_string(request.page_size));
  }
  if (!request.cursor.empty()) pairs.emplace_back("cursor", request.cursor);
  add_facet_parameters(pairs, request);
  if (request.duplicates != defaults.duplicates) {
    pairs.emplace_back("duplicates", word_of(duplicate_choices, request.duplicates));
  }
  if (request.explain) pairs.emplace_back("explain", "true");
  return pairs;
}

}  // namespace broadsheet::searcher
