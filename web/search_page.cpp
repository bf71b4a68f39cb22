#include "web/search_page.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <utility>
#include <vector>

#include "schema/url.hpp"
#include "web/article_page.hpp"
#include "web/bar_chart.hpp"
#include "web/english.hpp"
#include "web/page_frame.hpp"
#include "web/person_page.hpp"
#include "web/query_string.hpp"

namespace broadsheet::web {

namespace {

using searcher::FacetField;
using searcher::SearchRequest;
using searcher::SearchResponse;
using searcher::SearchResult;
using searcher::SortOrder;

constexpr std::array<FacetField, searcher::facet_field_count> all_fields{
    FacetField::section, FacetField::person, FacetField::about,
    FacetField::author,  FacetField::source, FacetField::language};

constexpr std::size_t dates_shown = 12;            // Those before are folded away.
constexpr std::uint32_t facet_size_of_more = 100;  // Values listed after "Show more".

const char* field_heading(FacetField field) {
  switch (field) {
    case FacetField::section:
      return "Section";
    case FacetField::person:
      return "Person";
    case FacetField::about:
      return "About";
    case FacetField::author:
      return "Author";
    case FacetField::source:
      return "Source";
    case FacetField::language:
      return "Language";
  }
  return "";
}

// The same search from its first page, to be changed further.
SearchRequest from_first_page(SearchRequest request) {
  request.page = 1;
  request.cursor.clear();
  return request;
}

bool is_selected(const SearchRequest& request, FacetField field, const std::string& id) {
  const auto filter = request.filters.find(field);
  return filter != request.filters.end() &&
         std::find(filter->second.begin(), filter->second.end(), id) != filter->second.end();
}

SearchRequest with_filter(SearchRequest request, FacetField field, const std::string& id) {
  if (!is_selected(request, field, id)) request.filters[field].push_back(id);
  return from_first_page(std::move(request));
}

SearchRequest without_filter(SearchRequest request, FacetField field, const std::string& id) {
  auto& values = request.filters[field];
  values.erase(std::remove(values.begin(), values.end(), id), values.end());
  if (values.empty()) request.filters.erase(field);
  return from_first_page(std::move(request));
}

SearchRequest with_days(SearchRequest request, std::optional<Day> from, std::optional<Day> to) {
  request.from = from;
  request.to = to;
  return from_first_page(std::move(request));
}

SearchRequest with_order(SearchRequest request, SortOrder order) {
  request.order_by = order;
  return from_first_page(std::move(request));
}

SearchRequest with_page(SearchRequest request, std::uint32_t page) {
  request.cursor.clear();
  request.page = page;
  return request;
}

SearchRequest with_query(SearchRequest request, const std::string& query) {
  request.query = query;
  return from_first_page(std::move(request));
}

SearchRequest with_facet_size(SearchRequest request, std::uint32_t size) {
  request.facet_size = size;
  return request;
}

// Keeps what was typed, and how it is to be sorted.
SearchRequest without_filters(SearchRequest request) {
  request.filters.clear();
  return with_days(std::move(request), std::nullopt, std::nullopt);
}

bool has_days(const SearchRequest& request) { return request.from || request.to; }

bool has_filters(const SearchRequest& request) {
  return !request.filters.empty() || has_days(request);
}

std::string days_label(const SearchRequest& request) {
  if (request.from && request.to) return english_period({*request.from, *request.to});
  if (request.from) return "Since " + english_day(*request.from);
  return "Until " + english_day(*request.to);
}

searcher::Interval interval_for(const SearchRequest& request) {
  if (!request.from || !request.to) return searcher::Interval::year;
  const auto span = *request.to - *request.from;
  if (span <= std::chrono::days(62)) return searcher::Interval::day;
  if (span <= std::chrono::days(800)) return searcher::Interval::month;
  return searcher::Interval::year;
}

// What the page says of one filter, and the search without it.
struct Chip {
  std::string label;
  SearchRequest without;
};

// What the form shows: either the request, or what was typed where that was wrong.
struct FormText {
  std::string query;
  std::string from;
  std::string to;
  std::string problem;            // Empty if there is none.
  std::string problem_parameter;  // Canonical name.
};

FormText form_text(const SearchRequest& request) {
  return {request.query,
          request.from ? format_day(*request.from) : std::string(),
          request.to ? format_day(*request.to) : std::string(),
          {},
          {}};
}

// Writes the parts of the page.  Holds references for the time of one call only.
class PageWriter {
 public:
  PageWriter(HtmlWriter& html, const Site& site, const SearchRequest& asked)
      : html_(html), site_(site), asked_(asked) {}

  void form(const FormText& text);
  void body(const SearchResponse& response, const std::string& heading);

 private:
  void query_field(const FormText& text);
  void date_fields(const FormText& text);
  void date_field(const char* label, const char* name, const std::string& value,
                  const FormText& text);
  void kept_parameters();
  void problem(const FormText& text);

  void chips(const SearchResponse& response);
  void links_to_people(const SearchResponse& response);
  void notes(const SearchResponse& response);
  void order_links();
  void results(const SearchResponse& response);
  void result(const SearchResult& result);
  void kicker(const SearchResult& result);
  void headline(const SearchResult& result);
  void facts(const SearchResult& result);
  void people(const SearchResult& result);
  void segments(const searcher::Segments& segments);
  void nothing_found(const SearchResponse& response);
  void past_the_end(const SearchResponse& response);
  void pages(const SearchResponse& response);
  void filters(const SearchResponse& response);
  void facet(FacetField field, const searcher::Facet& facet);
  void facet_value(FacetField field, const searcher::FacetValue& value, bool exact);
  void facet_size_link(const char* anchor, const searcher::Facet& facet);
  void dates(const searcher::DateFacet& facet);
  void date_values(const std::vector<const searcher::DateBucket*>& buckets, std::size_t begin,
                   std::size_t end, std::uint32_t most, bool exact);
  void date_value(const searcher::DateBucket& bucket, std::uint32_t most, bool exact);
  void missing(std::uint32_t count, const char* what);

  std::string address(const SearchRequest& request) const { return search_address(site_, request); }

  HtmlWriter& html_;
  const Site& site_;
  const SearchRequest& asked_;
};

std::string count_text(std::uint32_t count, bool exact) {
  return english_number(count) + (exact ? "" : "+");
}

std::vector<Chip> chips_of(const SearchRequest& asked, const SearchResponse& response) {
  std::vector<Chip> chips;
  for (const auto& [field, ids] : asked.filters) {
    for (const std::string& id : ids) {
      std::string label = id;
      const auto facet = response.facets.find(field);
      if (facet != response.facets.end()) {
        for (const auto& value : facet->second.values) {
          if (value.id == id) label = value.label;
        }
      }
      chips.push_back({field_heading(field) + (": " + label), without_filter(asked, field, id)});
    }
  }
  if (has_days(asked)) {
    chips.push_back({"Date: " + days_label(asked), with_days(asked, std::nullopt, std::nullopt)});
  }
  return chips;
}

void PageWriter::form(const FormText& text) {
  const auto form = html_.element(
      "form", {{"class", "search"}, {"role", "search"}, {"action", site_.home}, {"method", "get"}});
  problem(text);
  query_field(text);
  date_fields(text);
  kept_parameters();
}

void PageWriter::problem(const FormText& text) {
  if (text.problem.empty()) return;
  html_.leaf("p", text.problem, {{"class", "problem"}, {"id", "problem"}, {"role", "alert"}});
}

void PageWriter::query_field(const FormText& text) {
  const auto row = html_.element("div", {{"class", "query"}});
  html_.leaf("label", "Search the archive", {{"for", "q"}});
  html_.empty("input", {{"type", "search"},
                        {"id", "q"},
                        {"name", "q"},
                        {"value", text.query},
                        {"autocomplete", "off"},
                        {"spellcheck", "false"},
                        {"enterkeyhint", "search"},
                        {"dir", "auto"}});
  html_.leaf("button", "Search", {{"type", "submit"}});
}

void PageWriter::date_fields(const FormText& text) {
  const auto group = html_.element("fieldset", {{"class", "days"}});
  html_.leaf("legend", "Published");
  date_field("From", "from-date", text.from, text);
  date_field("To", "to-date", text.to, text);
  html_.leaf("p", "A day, month or year: 2021-03-19, 2021-03 or 2021",
             {{"class", "hint"}, {"id", "days-hint"}});
}

void PageWriter::date_field(const char* label, const char* name, const std::string& value,
                            const FormText& text) {
  const bool is_wrong = text.problem_parameter == name;
  const auto field = html_.element("div", {{"class", "day"}});
  html_.leaf("label", label, {{"for", name}});
  html_.empty("input", {{"type", "text"},
                        {"id", name},
                        {"name", name},
                        {"value", value},
                        {"size", "10"},
                        {"placeholder", "YYYY-MM-DD"},
                        {"autocomplete", "off"},
                        {"aria-invalid", is_wrong ? "true" : ""},
                        {"aria-describedby", is_wrong ? "problem days-hint" : "days-hint"}});
}

// What a new search from the form keeps of the present one.
void PageWriter::kept_parameters() {
  SearchRequest kept = with_days(with_query(asked_, {}), std::nullopt, std::nullopt);
  for (const auto& [name, value] : searcher::to_parameters(kept)) {
    html_.empty("input", {{"type", "hidden"}, {"name", name.c_str()}, {"value", value}});
  }
}

void PageWriter::body(const SearchResponse& response, const std::string& heading) {
  const auto columns = html_.element("div", {{"class", "columns"}});
  {
    const auto column = html_.element("div", {{"class", "found"}});
    html_.leaf("h1", heading, {{"dir", "auto"}});
    chips(response);
    links_to_people(response);
    notes(response);
    if (!response.results.empty()) {
      order_links();
      results(response);
    } else if (response.total > 0) {
      past_the_end(response);
    } else {
      nothing_found(response);
    }
    pages(response);
  }
  filters(response);
}

void PageWriter::chips(const SearchResponse& response) {
  if (!has_filters(asked_)) return;
  const auto list = html_.element("ul", {{"class", "chips"}, {"aria-label", "Active filters"}});
  for (const Chip& chip : chips_of(asked_, response)) {
    const auto item = html_.element("li");
    const auto link = html_.element("a", {{"class", "chip"}, {"href", address(chip.without)}});
    html_.leaf("span", "Remove ", {{"class", "unseen"}});
    html_.text(chip.label);
    html_.leaf("span", " ×", {{"class", "cross"}, {"aria-hidden", "true"}});
  }
  const auto item = html_.element("li");
  html_.leaf("a", "Clear all filters",
             {{"class", "clear"}, {"href", address(without_filters(asked_))}});
}

// Those filtered by who are in the archive, once each; whom an address names may not be.
std::vector<searcher::FacetValue> chosen_people(const SearchResponse& response) {
  std::vector<searcher::FacetValue> people;
  for (const FacetField field : {FacetField::person, FacetField::about}) {
    const auto facet = response.facets.find(field);
    if (facet == response.facets.end()) continue;
    for (const auto& value : facet->second.values) {
      const bool is_known = value.count > 0 || value.label != value.id;
      const bool is_listed = std::any_of(people.begin(), people.end(),
                                         [&](const auto& other) { return other.id == value.id; });
      if (value.selected && is_known && !is_listed) people.push_back(value);
    }
  }
  return people;
}

void PageWriter::links_to_people(const SearchResponse& response) {
  const auto people = chosen_people(response);
  if (people.empty()) return;
  const auto list = html_.element("ul", {{"class", "to-people"}});
  for (const auto& person : people) {
    const auto item = html_.element("li");
    const auto link = html_.element("a", {{"href", person_address(site_, person.id)}});
    html_.text("More about ");
    html_.leaf("bdi", person.label);
    html_.leaf("span", " ›", {{"aria-hidden", "true"}});
  }
}

void PageWriter::notes(const SearchResponse& response) {
  if (response.degraded) html_.leaf("p", *response.degraded, {{"class", "note"}});
  if (response.suggestion && !response.suggestion->empty()) {
    const auto note = html_.element("p", {{"class", "note"}});
    html_.text("Did you mean ");
    html_.leaf("a", *response.suggestion,
               {{"href", address(with_query(asked_, *response.suggestion))}});
    html_.text("?");
  }
}

void PageWriter::order_links() {
  struct Choice {
    SortOrder order;
    const char* label;
  };
  constexpr std::array<Choice, 3> choices{{{SortOrder::relevance, "Relevance"},
                                           {SortOrder::newest, "Newest"},
                                           {SortOrder::oldest, "Oldest"}}};
  const bool typed = !asked_.query.empty();
  const SortOrder current =
      !typed && asked_.order_by == SortOrder::relevance ? SortOrder::newest : asked_.order_by;
  const auto bar = html_.element("div", {{"class", "bar"}});
  {
    const auto nav = html_.element("nav", {{"class", "order"}, {"aria-label", "Sort order"}});
    html_.leaf("span", "Sort by", {{"class", "bar-label"}});
    for (const auto& [order, label] : choices) {
      // Without words there is nothing to be relevant to.
      if (order == SortOrder::relevance && !typed) continue;
      html_.leaf("a", label,
                 {{"href", address(with_order(asked_, order))},
                  {"aria-current", order == current ? "true" : ""}});
    }
  }
  html_.leaf("a", "Filters", {{"class", "to-filters"}, {"href", "#filters"}});
}

void PageWriter::results(const SearchResponse& response) {
  const std::uint64_t first =
      std::uint64_t{response.request.page - 1} * response.request.page_size + 1;
  const auto list = html_.element("ol", {{"class", "results"}, {"start", std::to_string(first)}});
  for (const SearchResult& found : response.results) {
    const auto item = html_.element("li");
    result(found);
  }
}

void PageWriter::result(const SearchResult& result) {
  const auto article = html_.element("article", {{"lang", result.language}});
  kicker(result);
  headline(result);
  if (!result.snippet.empty()) {
    const auto snippet = html_.element("p", {{"class", "snippet"}, {"dir", "auto"}});
    segments(result.snippet);
  }
  facts(result);
  people(result);
}

void PageWriter::kicker(const SearchResult& result) {
  if (result.section.empty()) return;
  const auto kicker = html_.element("p", {{"class", "kicker"}, {"lang", "en"}});
  html_.leaf(
      "a", result.section,
      {{"href", address(with_filter(asked_, FacetField::section, name_id(result.section)))}});
}

void PageWriter::headline(const SearchResult& result) {
  const bool is_linked = is_web_url(result.url);
  const auto heading = html_.element("h2", {{"dir", "auto"}});
  const auto link =
      html_.element("a", {{"href", is_linked ? result.url : article_address(site_, result.key)},
                          {"rel", is_linked ? "noopener" : ""}});
  if (result.headline.empty()) html_.text("Untitled story");
  segments(result.headline);
}

void PageWriter::segments(const searcher::Segments& segments) {
  for (const auto& [text, matched] : segments) {
    if (matched) {
      html_.leaf("mark", text);
    } else {
      html_.text(text);
    }
  }
}

std::string result_title(const SearchResult& result) {
  std::string title;
  for (const auto& segment : result.headline) title += segment.text;
  return title.empty() ? "untitled story" : title;
}

void PageWriter::facts(const SearchResult& result) {
  const auto facts = html_.element("p", {{"class", "facts"}, {"lang", "en"}});
  if (result.published) {
    html_.leaf("time", english_day(result.published->day),
               {{"datetime", format_timestamp(*result.published)}});
  } else {
    html_.leaf("span", "Undated");
  }
  if (!result.source.empty()) html_.leaf("span", result.source);
  if (result.duplicates > 0) {
    html_.leaf("span", english_count(result.duplicates, "other copy", "other copies"));
  }
  if (!is_web_url(result.url)) return;
  const auto saved = html_.element("a", {{"href", article_address(site_, result.key)}});
  html_.text("Saved text");
  html_.leaf("span", " of " + result_title(result), {{"class", "unseen"}});
}

void PageWriter::people(const SearchResult& result) {
  constexpr std::size_t people_shown = 6;
  if (result.people.empty()) return;
  const auto line = html_.element("p", {{"class", "people"}, {"lang", "en"}});
  html_.leaf("span", "People: ", {{"class", "unseen"}});
  for (std::size_t i = 0; i < std::min(result.people.size(), people_shown); ++i) {
    const auto& [id, label] = result.people[i];
    html_.leaf("a", label, {{"href", address(with_filter(asked_, FacetField::person, id))}});
    html_.text(" ");
  }
  if (result.people.size() > people_shown) {
    html_.leaf("span",
               "and " + english_count(result.people.size() - people_shown, "other", "others"));
  }
}

void PageWriter::nothing_found(const SearchResponse& response) {
  const auto help = html_.element("div", {{"class", "message"}});
  const std::vector<Chip> chips = chips_of(asked_, response);
  html_.leaf("p", chips.empty() ? "Nothing in the archive matches these words."
                                : "Nothing in the archive matches all of this.");
  const auto list = html_.element("ul");
  for (const Chip& chip : chips) {
    const auto item = html_.element("li");
    html_.leaf("a", "Search without “" + chip.label + "”", {{"href", address(chip.without)}});
  }
  if (chips.size() > 1) {
    const auto item = html_.element("li");
    html_.leaf("a", "Search without any filter", {{"href", address(without_filters(asked_))}});
  }
  if (!asked_.query.empty()) {
    html_.leaf("li", "Check the spelling, or try fewer or more general words.");
    html_.leaf("li", "Leave out quotation marks and minus signs: they narrow a search.");
  }
  const auto item = html_.element("li");
  html_.leaf("a", "See all stories, newest first", {{"href", site_.home}});
}

void PageWriter::past_the_end(const SearchResponse& response) {
  const auto help = html_.element("div", {{"class", "message"}});
  html_.leaf("p", "There is no page " + english_number(asked_.page) + ".");
  const auto paragraph = html_.element("p");
  const std::uint32_t last = std::max(response.pages, 1U);
  html_.leaf("a", "Go to the last page, " + english_number(last),
             {{"href", address(with_page(asked_, last))}});
}

void PageWriter::pages(const SearchResponse& response) {
  const std::uint32_t page = asked_.page;
  if (response.pages < 2 || page > response.pages) return;
  const auto nav = html_.element("nav", {{"class", "pages"}, {"aria-label", "Pages"}});
  if (page > 1) {
    html_.leaf(
        "a", "‹ Previous",
        {{"class", "turn"}, {"rel", "prev"}, {"href", address(with_page(asked_, page - 1))}});
  }
  html_.leaf("span", "Page " + english_number(page) + " of " + english_number(response.pages));
  if (page < response.pages) {
    html_.leaf(
        "a", "Next ›",
        {{"class", "turn"}, {"rel", "next"}, {"href", address(with_page(asked_, page + 1))}});
  }
}

void PageWriter::filters(const SearchResponse& response) {
  const auto aside = html_.element(
      "aside", {{"class", "filters"}, {"id", "filters"}, {"aria-labelledby", "filters-heading"}});
  html_.leaf("h2", "Narrow the results", {{"id", "filters-heading"}});
  if (response.date_facet) dates(*response.date_facet);
  for (const FacetField field : all_fields) {
    const auto found = response.facets.find(field);
    if (found != response.facets.end()) facet(field, found->second);
  }
}

void PageWriter::facet(FacetField field, const searcher::Facet& facet) {
  const bool is_empty =
      std::none_of(facet.values.begin(), facet.values.end(),
                   [](const auto& value) { return value.count > 0 || value.selected; });
  if (is_empty) return;
  const std::string anchor = std::string("by-") + searcher::parameter_name(field);
  const auto section = html_.element("section", {{"class", "facet"}, {"id", anchor}});
  html_.leaf("h3", field_heading(field));
  const auto list = html_.element("ul");
  for (const auto& value : facet.values) {
    if (value.count > 0 || value.selected) facet_value(field, value, facet.exact);
  }
  facet_size_link(anchor.c_str(), facet);
  if (field == FacetField::section) missing(facet.missing, "Without a section");
}

void PageWriter::facet_value(FacetField field, const searcher::FacetValue& value, bool exact) {
  const auto item = html_.element("li");
  const SearchRequest next = value.selected ? without_filter(asked_, field, value.id)
                                            : with_filter(asked_, field, value.id);
  const auto link =
      html_.element("a", {{"href", address(next)}, {"class", value.selected ? "selected" : ""}});
  {
    const auto label = html_.element("span", {{"class", "label"}, {"dir", "auto"}});
    if (value.selected) {
      html_.leaf("span", "✓ ", {{"aria-hidden", "true"}});
      html_.leaf("span", "Remove ", {{"class", "unseen"}});
    }
    html_.text(value.label);
  }
  html_.leaf("span", " " + count_text(value.count, exact), {{"class", "count"}});
}

void PageWriter::facet_size_link(const char* anchor, const searcher::Facet& facet) {
  const SearchRequest defaults;
  const std::string place = std::string("#") + anchor;
  if (facet.other > 0 && asked_.facet_size < facet_size_of_more) {
    const auto item = html_.element("li");
    html_.leaf("a", "Show more",
               {{"class", "more"},
                {"href", address(with_facet_size(asked_, facet_size_of_more)) + place}});
  } else if (asked_.facet_size > defaults.facet_size && facet.values.size() > defaults.facet_size) {
    const auto item = html_.element("li");
    html_.leaf("a", "Show fewer",
               {{"class", "more"},
                {"href", address(with_facet_size(asked_, defaults.facet_size)) + place}});
  }
}

void PageWriter::missing(std::uint32_t count, const char* what) {
  if (count == 0) return;
  const auto item = html_.element("li", {{"class", "missing"}});
  html_.leaf("span", what, {{"class", "label"}});
  html_.leaf("span", " " + english_number(count), {{"class", "count"}});
}

void PageWriter::dates(const searcher::DateFacet& facet) {
  std::vector<const searcher::DateBucket*> buckets;  // Newest first.
  std::uint32_t most = 0;
  for (auto bucket = facet.values.rbegin(); bucket != facet.values.rend(); ++bucket) {
    if (bucket->count == 0) continue;
    buckets.push_back(&*bucket);
    most = std::max(most, bucket->count);
  }
  if (buckets.empty() && !has_days(asked_)) return;
  const auto section = html_.element("section", {{"class", "facet dates"}, {"id", "by-date"}});
  html_.leaf("h3", "Date");
  if (has_days(asked_)) {
    const auto paragraph = html_.element("p");
    html_.leaf(
        "a", "‹ All dates",
        {{"class", "more"}, {"href", address(with_days(asked_, std::nullopt, std::nullopt))}});
  }
  // Thirteen are shown rather than twelve and a fold with one.
  const std::size_t shown = buckets.size() <= dates_shown + 1 ? buckets.size() : dates_shown;
  date_values(buckets, 0, shown, most, facet.exact);
  if (shown < buckets.size()) {
    const auto fold = html_.element("details");
    html_.leaf("summary", "Earlier dates");
    date_values(buckets, shown, buckets.size(), most, facet.exact);
  }
  if (facet.missing > 0 || facet.future > 0) {
    const auto list = html_.element("ul");
    missing(facet.missing, "Undated");
    missing(facet.future, "Dated in the future");
  }
}

void PageWriter::date_values(const std::vector<const searcher::DateBucket*>& buckets,
                             std::size_t begin, std::size_t end, std::uint32_t most, bool exact) {
  const auto list = html_.element("ul");
  for (std::size_t i = begin; i < end; ++i) date_value(*buckets[i], most, exact);
}

void PageWriter::date_value(const searcher::DateBucket& bucket, std::uint32_t most, bool exact) {
  const auto item = html_.element("li");
  const auto link = html_.element(
      "a", {{"href", address(with_days(asked_, bucket.days.first, bucket.days.last))}});
  html_.leaf("span", english_period(bucket.days), {{"class", "label"}});
  html_.leaf("span", " " + count_text(bucket.count, exact), {{"class", "count"}});
  write_bar(html_, bucket.count, most);
}

std::string heading_text(const SearchRequest& asked, const SearchResponse& response) {
  std::string heading = response.relation == searcher::Relation::at_least ? "At least " : "";
  heading += response.total == 0 ? "No stories" : english_count(response.total, "story", "stories");
  if (!asked.query.empty()) heading += " for “" + asked.query + "”";
  return heading;
}

std::string title_text(const SearchRequest& asked) {
  std::string title = asked.query;
  if (title.empty() && has_filters(asked)) title = "Stories";
  if (asked.page > 1) {
    title += (title.empty() ? "Page " : " – page ") + english_number(asked.page);
  }
  return title;
}

std::string typed_value(const searcher::Parameters& typed, const char* name, const char* alias) {
  auto found = typed.find(name);
  if (found == typed.end()) found = typed.find(alias);
  return found == typed.end() ? std::string() : found->second;
}

}  // namespace

std::string search_address(const Site& site, const SearchRequest& request) {
  const auto parameters = searcher::to_parameters(request);
  return parameters.empty() ? site.home : site.home + '?' + encode_query(parameters);
}

SearchRequest page_request(const SearchRequest& asked) {
  SearchRequest request = asked;
  if (request.interval == searcher::Interval::automatic) request.interval = interval_for(asked);
  for (const auto& [field, ids] : asked.filters) {
    auto& facets = request.facets;
    if (std::find(facets.begin(), facets.end(), field) == facets.end()) facets.push_back(field);
  }
  return request;
}

std::string render_search_page(const Site& site, const SearchRequest& asked,
                               const SearchResponse& response) {
  const std::string query = encode_query(searcher::to_parameters(asked));
  PageHead head;
  head.title = title_text(asked);
  head.home = site.home;
  head.canonical = site.origin.empty() ? std::string() : site.origin + search_address(site, asked);
  head.api = site.home + "api/search" + (query.empty() ? "" : "?" + query);
  head.may_be_listed = query.empty();
  return write_page(head, [&](HtmlWriter& html) {
    PageWriter page(html, site, asked);
    page.form(form_text(asked));
    page.body(response, heading_text(asked, response));
  });
}

std::string render_search_problem(const Site& site, const SearchRequest& asked,
                                  const searcher::Parameters& typed, const Error& error) {
  FormText text;
  text.query = typed_value(typed, "q", "q");
  text.from = typed_value(typed, "from-date", "from");
  text.to = typed_value(typed, "to-date", "to");
  text.problem = error.message;
  text.problem_parameter = error.parameter == "from" ? "from-date"
                           : error.parameter == "to" ? "to-date"
                                                     : error.parameter;
  PageHead head;
  head.title = "Not understood";
  head.home = site.home;
  return write_page(head, [&](HtmlWriter& html) {
    html.leaf("h1", "This search could not be run", {{"class", "problem-heading"}});
    PageWriter page(html, site, asked);
    page.form(text);
  });
}

}  // namespace broadsheet::web
