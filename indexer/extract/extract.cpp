#include "indexer/extract/extract.hpp"

#include <algorithm>
#include <utility>

#include "indexer/extract/explain.hpp"
#include "indexer/extract/html_page.hpp"
#include "indexer/extract/json_article.hpp"
#include "indexer/extract/language.hpp"
#include "indexer/extract/text_dump.hpp"
#include "indexer/people/recogniser.hpp"
#include "schema/text.hpp"
#include "schema/url.hpp"

namespace broadsheet::indexer {
namespace {

// Enough to tell a language by.
constexpr std::size_t language_sample_bytes = 4'000;

Result<Extraction> extract_item(const RawItem& item, Instant now, ItemReading* reading) {
  switch (item.format) {
    case ItemFormat::html:
      return extract_html(item, now, reading ? &reading->page : nullptr);
    case ItemFormat::text_dump:
      return extract_text_dump(item, now, reading ? &reading->lines : nullptr);
    case ItemFormat::json:
      return extract_json_article(item, now);
  }
  return Error{ErrorCode::unsupported, "an item of no known format", {}};
}

void clean(std::string& text, std::size_t max_bytes) {
  text = text::collapse_space(text::clean_utf8(text));
  if (text.size() > max_bytes) {
    text = text::collapse_space(text::truncate_utf8(text, max_bytes));
  }
}

// True if paragraphs had to go.
bool clean_body(std::vector<std::string>& body) {
  std::size_t left = Article::max_body_bytes;
  bool cut = false;
  for (std::string& paragraph : body) {
    clean(paragraph, Article::max_body_bytes);
    if (paragraph.size() > left) {
      clean(paragraph, left);
      cut = true;
    }
    left -= paragraph.size();
  }
  std::erase(body, std::string());
  return cut;
}

void clean_names(std::vector<std::string>& names, std::size_t max_count) {
  for (std::string& name : names) clean(name, Article::max_name_bytes);
  std::erase(names, std::string());
  if (names.size() > max_count) names.resize(max_count);
}

void clean_people(std::vector<Person>& people) {
  for (Person& person : people) clean(person.name, Article::max_name_bytes);
  std::erase_if(people, [](const Person& person) { return person.name.empty(); });
  if (people.size() > Article::max_people) people.resize(Article::max_people);
}

// True if the URL had to go.
bool clean_url(std::string& url) {
  if (url.empty() || (url.size() <= Article::max_id_bytes && is_web_url(url))) return false;
  url.clear();
  return true;
}

// Leaves nothing implausible; true if something had to go.
bool clean_date(std::optional<Timestamp>& date, Instant now) {
  if (!date || is_plausible(date->day, now)) return false;
  date.reset();
  return true;
}

void set_language(Extraction& extraction) {
  Article& article = extraction.article;
  std::string sample = article.headline;
  for (const std::string& paragraph : article.body) {
    if (sample.size() >= language_sample_bytes) break;
    sample += '\n';
    sample += text::truncate_utf8(paragraph, language_sample_bytes);
  }
  const std::string declared = primary_language(article.language);
  article.language = detect_language(sample, article.language);
  if (article.language != declared) {
    extraction.notes.emplace_back(article.language.empty() ? "language: the text tells none"
                                                           : "language: told from the text");
  }
}

void clean_fields(Extraction& extraction, Instant now) {
  Article& article = extraction.article;
  std::vector<std::string>& notes = extraction.notes;
  clean(article.headline, Article::max_headline_bytes);
  clean(article.standfirst, Article::max_body_bytes);
  if (clean_body(article.body)) notes.emplace_back("body: cut to the bound");
  clean_names(article.authors, Article::max_authors);
  clean(article.section, Article::max_name_bytes);
  clean(article.source, Article::max_name_bytes);
  clean_people(article.people);
  if (clean_url(article.url)) notes.emplace_back("url: refused, not http or https");
  if (clean_url(article.image)) notes.emplace_back("image: refused, not http or https");
  clean_url(extraction.canonical_url);
  if (clean_date(article.published, now)) {
    article.published_evidence = DateEvidence::none;
    article.published_confidence = 0;
    notes.emplace_back("date: refused, not plausible");
  }
  if (clean_date(article.modified, now)) notes.emplace_back("modified: refused, not plausible");
}

}  // namespace

Result<Extraction> Extractor::extract(const RawItem& item, ItemReading* reading) const {
  const auto named = [&item](Error error) {
    error.message = item.name + ": " + error.message;
    return error;
  };
  Result<Extraction> extraction = extract_item(item, now_, reading);
  if (!extraction) return named(extraction.error());
  clean_fields(*extraction, now_);
  Article& article = extraction->article;
  if (article.headline.empty() && article.body.empty()) {
    return named({ErrorCode::not_an_article, "neither headline nor story", {}});
  }
  set_language(*extraction);
  extraction->notes.emplace_back(article.people.empty()
                                     ? "people: names in headline and text"
                                     : "people: those the input names, and names in the text");
  std::vector<std::string> known;
  for (const Person& person : article.people) known.push_back(person.name);
  const std::string story = people::text_of(article);
  people::TextPeople found =
      people::people_in_text(story, article.language, known, extraction->tags);
  article.people = people::people_in(article, story, found);
  if (reading != nullptr) {
    reading->story = story;
    reading->people = std::move(found);
  }
  clean_people(article.people);
  return extraction;
}

}  // namespace broadsheet::indexer
