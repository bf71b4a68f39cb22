#include "web/person_page.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "schema/article.hpp"
#include "web/article_page.hpp"
#include "web/bar_chart.hpp"
#include "web/english.hpp"
#include "web/page_frame.hpp"

namespace broadsheet::web {
namespace {

using searcher::CountedName;
using searcher::FacetField;
using searcher::PersonProfile;
using searcher::SearchRequest;

constexpr std::size_t most_months = 24;  // Of more, years are shown.
constexpr std::size_t sections_shown = 10;

SearchRequest stories_of(const PersonProfile& profile) {
  SearchRequest request;
  request.filters[FacetField::person] = {profile.person.id};
  return request;
}

// "2021-03" or "2021", and its days.
struct Span {
  DayRange days;
  std::uint32_t count = 0;
};

Day last_day_of(std::chrono::year_month month) {
  return std::chrono::sys_days(month / std::chrono::last);
}

// The months, or the years if there are too many, the latest first.
std::vector<Span> spans_of(const std::vector<CountedName>& months) {
  const bool by_year = months.size() > most_months;
  std::map<std::chrono::year_month, std::uint32_t> counts;
  for (const CountedName& month : months) {
    const int year = std::stoi(month.id.substr(0, 4));
    const unsigned number = by_year ? 1 : static_cast<unsigned>(std::stoi(month.id.substr(5)));
    counts[std::chrono::year(year) / std::chrono::month(number)] += month.count;
  }
  std::vector<Span> spans;
  for (const auto& [month, count] : counts) {
    const auto end = by_year ? month.year() / std::chrono::December : month;
    spans.push_back({{std::chrono::sys_days(month / 1), last_day_of(end)}, count});
  }
  std::ranges::reverse(spans);
  return spans;
}

class PersonPage {
 public:
  PersonPage(HtmlWriter& html, const Site& site, const PersonProfile& profile)
      : html_(html), site_(site), profile_(profile) {}

  void write(const searcher::SearchResponse& latest) {
    const auto article = html_.element("article", {{"class", "article person"}});
    html_.leaf("h1", profile_.person.label, {{"dir", "auto"}});
    facts();
    other_names();
    stories(latest);
    timeline();
    linked("Sections", profile_.sections, sections_shown, [this](const CountedName& section) {
      SearchRequest request = stories_of(profile_);
      request.filters[FacetField::section] = {section.id};
      return search_address(site_, request);
    });
    linked("Named together with", profile_.together, profile_.together.size(),
           [this](const CountedName& other) { return person_address(site_, other.id); });
  }

 private:
  void facts() {
    const auto& person = profile_.person;
    const auto facts = html_.element("p", {{"class", "facts"}});
    html_.leaf("a", english_count(person.count, "story", "stories"),
               {{"href", search_address(site_, stories_of(profile_))}});
    if (person.about > 0) {
      SearchRequest request;
      request.filters[FacetField::about] = {person.id};
      html_.leaf("a", english_number(person.about) + " about them",
                 {{"href", search_address(site_, request)}});
    }
    if (person.first_seen) {
      html_.leaf("span",
                 person.first_seen == person.last_seen
                     ? english_day(*person.first_seen)
                     : english_day(*person.first_seen) + " – " + english_day(*person.last_seen));
    }
  }

  void other_names() {
    std::string names;
    for (const CountedName& name : profile_.names) {
      if (name.label != profile_.person.label) names += (names.empty() ? "" : ", ") + name.label;
    }
    if (!names.empty()) html_.leaf("p", "Also named " + names, {{"class", "names"}});
  }

  void stories(const searcher::SearchResponse& latest) {
    const auto section = html_.element("section", {{"class", "latest"}});
    html_.leaf("h2", "Latest stories");
    const auto list = html_.element("ul");
    for (const searcher::SearchResult& result : latest.results) {
      const auto item = html_.element("li");
      std::string headline;
      for (const auto& segment : result.headline) headline += segment.text;
      html_.leaf("a", headline.empty() ? "Untitled story" : headline,
                 {{"href", article_address(site_, result.key)}, {"dir", "auto"}});
      html_.text(" ");
      html_.leaf("span", result.published ? english_day(result.published->day) : "Undated",
                 {{"class", "day"}});
    }
  }

  void timeline() {
    if (profile_.months.empty()) return;
    const auto section = html_.element("section", {{"class", "facet dates"}});
    html_.leaf("h2", "Over time");
    const std::vector<Span> spans = spans_of(profile_.months);
    const std::uint32_t most = std::ranges::max_element(spans, {}, &Span::count)->count;
    const auto list = html_.element("ul");
    for (const Span& span : spans) {
      const auto item = html_.element("li");
      SearchRequest request = stories_of(profile_);
      request.from = span.days.first;
      request.to = span.days.last;
      const auto link = html_.element("a", {{"href", search_address(site_, request)}});
      html_.leaf("span", english_period(span.days), {{"class", "label"}});
      html_.leaf("span", " " + english_number(span.count), {{"class", "count"}});
      write_bar(html_, span.count, most);
    }
  }

  template <typename Address>
  void linked(const char* heading, const std::vector<CountedName>& names, std::size_t most,
              const Address& address) {
    if (names.empty()) return;
    const auto section = html_.element("section", {{"class", "people"}});
    html_.leaf("h2", heading);
    const auto list = html_.element("ul");
    for (std::size_t i = 0; i < std::min(most, names.size()); ++i) {
      const auto item = html_.element("li");
      html_.leaf("a", names[i].label, {{"href", address(names[i])}});
      html_.text(" " + english_number(names[i].count));
    }
  }

  HtmlWriter& html_;
  const Site& site_;
  const PersonProfile& profile_;
};

}  // namespace

std::string person_address(const Site& site, const std::string& id) {
  return site.home + "people/" + id;
}

std::string render_person_page(const Site& site, const PersonProfile& profile,
                               const searcher::SearchResponse& latest) {
  PageHead head;
  head.title = profile.person.label;
  head.home = site.home;
  head.api = site.home + "api/people/" + profile.person.id;
  return write_page(head, [&](HtmlWriter& html) { PersonPage(html, site, profile).write(latest); });
}

}  // namespace broadsheet::web
