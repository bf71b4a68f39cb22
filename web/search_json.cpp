#include "web/search_json.hpp"

#include "schema/date.hpp"
#include "schema/url.hpp"

namespace broadsheet::web {

namespace {

using nlohmann::json;

json text_or_null(const std::string& text) { return text.empty() ? json(nullptr) : json(text); }

json url_or_null(const std::string& url) { return is_web_url(url) ? json(url) : json(nullptr); }

json segments_to_json(const searcher::Segments& segments) {
  json list = json::array();
  for (const auto& [text, matched] : segments) list.push_back({{"t", text}, {"m", matched}});
  return list;
}

json labels_to_json(const std::vector<searcher::ResultPerson>& people) {
  json list = json::array();
  for (const auto& [id, label] : people) list.push_back({{"id", id}, {"label", label}});
  return list;
}

json parts_to_json(const searcher::ScoreParts& parts) {
  return {{"text", parts.text},           {"headline", parts.headline}, {"lead", parts.lead},
          {"proximity", parts.proximity}, {"people", parts.people},     {"recency", parts.recency}};
}

json result_to_json(const searcher::SearchResult& result) {
  const auto& published = result.published;
  json fields = {{"id", result.id},
                 {"key", result.key},
                 {"url", url_or_null(result.url)},
                 {"headline", segments_to_json(result.headline)},
                 {"snippet", segments_to_json(result.snippet)},
                 {"date", published ? json(format_day(published->day)) : json(nullptr)},
                 {"published", published ? json(format_timestamp(*published)) : json(nullptr)},
                 {"section", text_or_null(result.section)},
                 {"people", labels_to_json(result.people)},
                 {"authors", result.authors},
                 {"source", text_or_null(result.source)},
                 {"language", text_or_null(result.language)},
                 {"image", url_or_null(result.image)},
                 {"score", result.score},
                 {"duplicates", result.duplicates}};
  if (result.explanation) fields["explain"] = parts_to_json(*result.explanation);
  return fields;
}

json facet_to_json(const searcher::Facet& facet) {
  json values = json::array();
  for (const auto& value : facet.values) {
    values.push_back({{"id", value.id},
                      {"label", value.label},
                      {"count", value.count},
                      {"selected", value.selected}});
  }
  return {{"exact", facet.exact},
          {"missing", facet.missing},
          {"other", facet.other},
          {"values", std::move(values)}};
}

const char* interval_name(searcher::Interval interval) {
  switch (interval) {
    case searcher::Interval::automatic:
      return "auto";
    case searcher::Interval::day:
      return "day";
    case searcher::Interval::week:
      return "week";
    case searcher::Interval::month:
      return "month";
    case searcher::Interval::year:
      return "year";
  }
  return "auto";
}

json date_facet_to_json(const searcher::DateFacet& facet) {
  json values = json::array();
  for (const auto& bucket : facet.values) {
    values.push_back({{"from", format_day(bucket.days.first)},
                      {"to", format_day(bucket.days.last)},
                      {"count", bucket.count},
                      {"of", bucket.of}});
  }
  return {{"exact", facet.exact},
          {"missing", facet.missing},
          {"future", facet.future},
          {"interval", interval_name(facet.interval)},
          {"values", std::move(values)}};
}

json facets_to_json(const searcher::SearchResponse& response) {
  json facets = json::object();
  for (const auto& [field, facet] : response.facets) {
    facets[searcher::parameter_name(field)] = facet_to_json(facet);
  }
  if (response.date_facet) facets["date"] = date_facet_to_json(*response.date_facet);
  return facets;
}

json summary_to_json(const searcher::PersonSummary& person) {
  const auto day = [](const std::optional<Day>& seen) {
    return seen ? json(format_day(*seen)) : json(nullptr);
  };
  return {{"id", person.id},
          {"label", person.label},
          {"count", person.count},
          {"about", person.about},
          {"first_seen", day(person.first_seen)},
          {"last_seen", day(person.last_seen)}};
}

json counted_to_json(const std::vector<searcher::CountedName>& names) {
  json list = json::array();
  for (const auto& [id, label, count] : names) {
    list.push_back({{"id", id}, {"label", label}, {"count", count}});
  }
  return list;
}

}  // namespace

nlohmann::json suggestions_to_json(const searcher::Suggestions& suggestions) {
  json stories = json::array();
  for (const searcher::StorySuggestion& story : suggestions.stories) {
    stories.push_back({{"id", story.id},
                       {"key", story.key},
                       {"url", url_or_null(story.url)},
                       {"headline", story.headline},
                       {"date", story.date ? json(format_day(*story.date)) : json(nullptr)}});
  }
  return {{"stories", std::move(stories)},
          {"people", counted_to_json(suggestions.people)},
          {"sections", counted_to_json(suggestions.sections)}};
}

nlohmann::json people_to_json(const std::vector<searcher::PersonSummary>& people) {
  json list = json::array();
  for (const searcher::PersonSummary& person : people) list.push_back(summary_to_json(person));
  return {{"people", std::move(list)}};
}

nlohmann::json person_to_json(const searcher::PersonProfile& profile) {
  json person = summary_to_json(profile.person);
  person["names"] = counted_to_json(profile.names);
  person["sections"] = counted_to_json(profile.sections);
  person["together"] = counted_to_json(profile.together);
  person["months"] = json::array();
  for (const searcher::CountedName& month : profile.months) {
    person["months"].push_back({{"month", month.id}, {"count", month.count}});
  }
  return {{"person", std::move(person)}};
}

const char* sort_order_name(searcher::SortOrder order) {
  switch (order) {
    case searcher::SortOrder::relevance:
      return "relevance";
    case searcher::SortOrder::newest:
      return "newest";
    case searcher::SortOrder::oldest:
      return "oldest";
  }
  return "relevance";
}

nlohmann::json search_to_json(const searcher::SearchResponse& response) {
  json results = json::array();
  for (const auto& result : response.results) results.push_back(result_to_json(result));
  const bool exact = response.relation == searcher::Relation::exact;
  return {
      {"status", "ok"},
      {"query",
       {{"text", response.request.query},
        {"parsed", response.parsed},
        {"degraded", response.degraded ? json(*response.degraded) : json(nullptr)}}},
      {"total",
       {{"value", response.total},
        {"relation", exact ? "exact" : "at_least"},
        {"articles", response.articles}}},
      {"page", response.request.page},
      {"page_size", response.request.page_size},
      {"pages", response.pages},
      {"order_by", sort_order_name(response.request.order_by)},
      {"next_cursor", text_or_null(response.next_cursor)},
      {"results", std::move(results)},
      {"facets", facets_to_json(response)},
      {"suggestion", response.suggestion ? json(*response.suggestion) : json(nullptr)},
  };
}

}  // namespace broadsheet::web
