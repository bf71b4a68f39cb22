#include "schema/article_json.hpp"

#include <cmath>

namespace broadsheet {
namespace {

using nlohmann::json;

json text_or_null(const std::string& text) { return text.empty() ? json(nullptr) : json(text); }

json timestamp_or_null(const std::optional<Timestamp>& timestamp) {
  return timestamp ? json(format_timestamp(*timestamp)) : json(nullptr);
}

json instant_or_null(const std::optional<Instant>& instant) {
  return instant ? json(format_instant(*instant)) : json(nullptr);
}

json people_to_json(const std::vector<Person>& people) {
  json list = json::array();
  for (const Person& person : people) {
    list.push_back({{"id", name_id(person.name)},
                    {"name", person.name},
                    {"mentions", person.mentions},
                    {"about", person.about}});
  }
  return list;
}

json evidence_to_json(const Article& article) {
  if (!article.published) return nullptr;
  return {{"from", date_evidence_name(article.published_evidence)},
          {"confidence", std::round(article.published_confidence * 100) / 100.0}};
}

}  // namespace

json article_to_json(const Article& article) {
  return {
      {"id", article.id},
      {"key", article_key(article.id)},
      {"url", text_or_null(article.url)},
      {"headline", text_or_null(article.headline)},
      {"standfirst", text_or_null(article.standfirst)},
      {"body", article.body},
      {"date", article.published ? json(format_day(article.published->day)) : json(nullptr)},
      {"published", timestamp_or_null(article.published)},
      {"published_evidence", evidence_to_json(article)},
      {"modified", timestamp_or_null(article.modified)},
      {"first_seen", instant_or_null(article.first_seen)},
      {"authors", article.authors},
      {"section", text_or_null(article.section)},
      {"people", people_to_json(article.people)},
      {"source", text_or_null(article.source)},
      {"language", text_or_null(article.language)},
      {"image", text_or_null(article.image)},
      {"status", status_name(article.status)},
      {"embargoed_until", instant_or_null(article.embargoed_until)},
      {"expires", instant_or_null(article.expires)},
  };
}

std::string dump_json(const json& json) {
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace broadsheet
