#include "indexer/extract/json_article.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <nlohmann/json.hpp>

#include "indexer/extract/date_text.hpp"
#include "indexer/extract/entities.hpp"
#include "indexer/extract/json_text.hpp"
#include "indexer/extract/language.hpp"
#include "indexer/extract/names.hpp"
#include "schema/text.hpp"
#include "schema/url.hpp"

namespace broadsheet::indexer {
namespace {

using nlohmann::json;

constexpr std::size_t max_depth = 64;
constexpr std::size_t max_shown = 60;  // Of a value in a message.
constexpr std::size_t max_keywords_bytes = 4'000;
constexpr std::size_t most_language_bytes = 400;  // Enough to tell; more takes longer.

bool is_ascii_clean(std::string_view text) {
  char before = ' ';
  for (const char c : text) {
    if (c < ' ' || c == 0x7f || (c == ' ' && before == ' ')) return false;
    before = c;
  }
  return text.empty() || before != ' ';
}

// Of valid UTF-8: those of ASCII, and those that begin with the byte C2.
bool may_hold_controls(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '\xc2';
  });
}

std::string clean(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes && is_ascii_clean(text)) return std::string(text);
  // The bound holds after cleaning; a megabyte of spaces is not worth reading.
  const std::string_view begin =
      text::truncate_utf8(text, std::max<std::size_t>(4 * max_bytes, 64));
  const std::string collapsed = text::collapse_space(text::clean_utf8(begin));
  return text::collapse_space(text::truncate_utf8(collapsed, max_bytes));
}

std::string shown(const json& value) {
  std::string text = value.dump(-1, ' ', false, json::error_handler_t::replace);
  if (text.size() <= max_shown) return text;
  return std::string(text::truncate_utf8(text, max_shown)) + "...";
}

// Whether plain text would hold such a thing by accident: "<p", "</p", "<br".
bool has_markup(std::string_view text) {
  for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
    if (at + 1 >= text.size()) return false;
    const char next = text[at + 1];
    if (next == '/' || (next | 0x20) == 'p' || (next | 0x20) == 'b' || (next | 0x20) == 'd' ||
        (next | 0x20) == 'a' || (next | 0x20) == 'h' || (next | 0x20) == 'i' || next == '!')
      return true;
  }
  return false;
}

// NewsAPI cuts what it gives: "and the harbour... [+1234 chars]".
std::string_view without_rest_count(std::string_view text) {
  const std::size_t mark = text.rfind("[+");
  if (mark == text.npos || text.size() - mark > 20 || text.substr(text.size() - 1) != "]" ||
      text.find("chars", mark) == text.npos)
    return text;
  return text.substr(0, mark);
}

// Reads one object into one article.
class ArticleReader {
 public:
  ArticleReader(const json& object, Instant now) : object_(object), now_(now) {}

  Result<Extraction> read() {
    read_identity();
    read_language();
    read_texts();
    read_dates();
    read_people();
    read_rest();
    if (error_) return std::move(*error_);
    return std::move(extraction_);
  }

 private:
  using Names = std::initializer_list<const char*>;

  struct Field {
    const char* name = "";
    const json* value = nullptr;
  };

  // ---- Finding fields ---------------------------------------------------------------------------

  static const json* member(const json* object, const char* name) {
    if (!object || !object->is_object()) return nullptr;
    const auto found = object->find(name);
    return found == object->end() || found->is_null() ? nullptr : &*found;
  }

  const json* member(const char* name) const { return member(&object_, name); }

  // The Guardian keeps texts in "fields".
  const json* guardian(const char* name) const { return member(member("fields"), name); }

  Field first_of(Names names) const {
    for (const char* name : names) {
      if (const json* value = member(name)) return {name, value};
    }
    return {};
  }

  void refuse(const char* field, const char* expected, const json& value) {
    if (error_) return;
    error_ = Error{
        ErrorCode::invalid_field,
        std::string("field '") + field + "': expected " + expected + ", found " + shown(value),
        field};
  }

  void note(std::string text) { extraction_.notes.push_back(std::move(text)); }

  // Which of the object's fields gave one of the article's.
  void tell(const char* field, std::string_view from) {
    note(std::string(field) + ": field '" + std::string(from) + "'");
  }

  // A text of the schema's own field, refused if it is something else.
  std::string own_text(const char* name, std::size_t max_bytes) {
    const json* value = member(name);
    if (!value) return {};
    if (!value->is_string()) {
      refuse(name, "a string", *value);
      return {};
    }
    std::string text = bounded(name, value->get_ref<const std::string&>(), max_bytes);
    if (!text.empty()) tell(name, name);
    return text;
  }

  std::string bounded(const char* name, const std::string& text, std::size_t max_bytes) {
    if (text.size() > max_bytes)
      note(std::string(name) + ": cut to " + std::to_string(max_bytes) + " bytes");
    return clean(text, max_bytes);
  }

  // A text of a field that others name, markup taken off; empty if it is no text.
  static std::string alias_text(const json* value, std::size_t max_bytes) {
    if (!value || !value->is_string()) return {};
    const std::string& text = value->get_ref<const std::string&>();
    if (text.find_first_of("<&") == text.npos) return clean(text, max_bytes);
    return clean(strip_markup(text::truncate_utf8(text, 8 * max_bytes + 256)), max_bytes);
  }

  std::string alias_text(const char* field, Names names, std::size_t max_bytes) {
    for (const char* name : names) {
      std::string text = alias_text(member(name), max_bytes);
      if (!text.empty()) {
        tell(field, name);
        return text;
      }
    }
    return {};
  }

  // The same of a member of a field.
  std::string alias_text(const char* field, const char* outer, const char* name,
                         std::size_t max_bytes) {
    std::string text = alias_text(member(member(outer), name), max_bytes);
    if (!text.empty()) tell(field, std::string(outer) + '.' + name);
    return text;
  }

  // ---- Identity ---------------------------------------------------------------------------------

  void read_identity() {
    const Field id = first_of({"id", "_id", "uri", "guid"});
    if (id.value && id.value->is_string()) {
      article().id =
          bounded(id.name, id.value->get_ref<const std::string&>(), Article::max_id_bytes);
    } else if (id.value && id.value->is_number_integer()) {
      article().id = id.value->dump();
    } else if (id.value && std::string_view(id.name) == "id") {
      refuse("id", "a string or a whole number", *id.value);
    }
    read_url();
  }

  void read_url() {
    std::string url = own_text("url", Article::max_id_bytes);
    if (url.empty()) {
      url = alias_text("url", {"webUrl", "web_url", "link", "mainEntityOfPage"},
                       Article::max_id_bytes);
      if (url.empty()) url = alias_text("url", "mainEntityOfPage", "@id", Article::max_id_bytes);
    }
    if (url.empty()) return;
    if (!is_web_url(url))
      return note("url: not an http or https address: " + url.substr(0, max_shown));
    article().url = url;
    extraction_.canonical_url = std::move(url);
  }

  // ---- Texts ------------------------------------------------------------------------------------

  void read_texts() {
    read_headline();
    read_body();
    read_standfirst();
    if (article().headline.empty() && article().body.empty() && !error_)
      error_ = Error{ErrorCode::not_an_article, "neither a headline nor a body", ""};
    if (article().language.empty()) {
      article().language = told_language();
      if (!article().language.empty()) note("language: told from the text");
    }
  }

  void read_headline() {
    const json* headline = member("headline");
    if (headline && headline->is_object()) {
      article().headline = alias_text("headline", "headline", "main", Article::max_headline_bytes);
    } else {
      article().headline = own_text("headline", Article::max_headline_bytes);
    }
    if (article().headline.empty()) {
      article().headline =
          alias_text("headline", {"title", "webTitle", "name"}, Article::max_headline_bytes);
    }
  }

  void read_body() {
    const json* body = member("body");
    if (body && !body->is_string() && !is_list_of_strings(*body))
      return refuse("body", "a string or a list of strings", *body);
    const auto add = [this](const char* name, const json* value, bool may_be_markup) {
      if (!article().body.empty() || !value) return;
      add_body(*value, may_be_markup);
      if (!article().body.empty()) tell("body", name);
    };
    add("body", body, false);
    add("articleBody", member("articleBody"), true);
    add("fields.bodyText", guardian("bodyText"), true);
    add("fields.body", guardian("body"), true);
    for (const char* name : {"content", "text", "contents", "lead_paragraph"}) {
      add(name, member(name), true);
    }
    bound_body();
  }

  static bool is_list_of_strings(const json& value) {
    return value.is_array() && std::all_of(value.begin(), value.end(), [](const json& element) {
             return element.is_string() || element.is_null();
           });
  }

  void add_body(const json& value, bool may_be_markup) {
    if (value.is_string()) {
      add_paragraphs(value.get_ref<const std::string&>(), may_be_markup);
    } else if (value.is_array()) {
      for (const json& element : value) {
        const json* part = element.is_object() ? member(&element, "content") : &element;
        if (part && part->is_string())
          add_paragraphs(part->get_ref<const std::string&>(), may_be_markup);
      }
    }
  }

  void add_paragraphs(std::string_view written, bool may_be_markup) {
    std::string plain;
    if (may_be_markup) {
      written = without_rest_count(written);
      if (has_markup(written)) {
        plain = strip_markup(written);
        written = plain;
      }
    }
    for (std::string& paragraph : split_paragraphs(written)) {
      if (may_hold_controls(paragraph))
        paragraph = text::collapse_space(text::clean_utf8(paragraph));
      if (!paragraph.empty()) article().body.push_back(std::move(paragraph));
    }
  }

  void bound_body() {
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < article().body.size(); ++i) {
      std::string& paragraph = article().body[i];
      if (bytes + paragraph.size() > Article::max_body_bytes) {
        paragraph = text::truncate_utf8(paragraph, Article::max_body_bytes - bytes);
        article().body.resize(paragraph.empty() ? i : i + 1);
        return note("body: cut to " + std::to_string(Article::max_body_bytes) + " bytes");
      }
      bytes += paragraph.size();
    }
  }

  // The body begins with it: put in front unless it is there already.
  void read_standfirst() {
    std::string standfirst = own_text("standfirst", 4 * Article::max_headline_bytes);
    if (standfirst.empty()) {
      standfirst = alias_text("standfirst", {"description", "abstract", "summary", "subtitle"},
                              4 * Article::max_headline_bytes);
    }
    if (standfirst.empty()) {
      standfirst = alias_text("standfirst", "fields", "trailText", 4 * Article::max_headline_bytes);
    }
    if (standfirst.empty() || standfirst == article().headline) return;
    std::vector<std::string>& body = article().body;
    const bool is_there =
        !body.empty() && body.front().compare(0, standfirst.size(), standfirst) == 0;
    if (!is_there && is_beginning_of_body(standfirst)) return;  // A cut copy of the story's start.
    if (!is_there) body.insert(body.begin(), standfirst);
    article().standfirst = std::move(standfirst);
  }

  bool is_beginning_of_body(std::string_view standfirst) const {
    while (!standfirst.empty() && standfirst.back() == '.') standfirst.remove_suffix(1);
    if (standfirst.size() > 3 && standfirst.substr(standfirst.size() - 3) == "…")
      standfirst.remove_suffix(3);
    while (!standfirst.empty() && standfirst.back() == ' ') standfirst.remove_suffix(1);
    return !article().body.empty() && standfirst.size() >= 30 &&
           article().body.front().compare(0, standfirst.size(), standfirst) == 0;
  }

  void read_language() {
    const Field language = first_of({"language", "lang", "inLanguage"});
    if (!language.value) return;
    if (!language.value->is_string()) {
      if (std::string_view(language.name) == "language")
        refuse("language", "a string", *language.value);
      return;
    }
    article().language = primary_language(language.value->get_ref<const std::string&>());
    if (article().language.empty()) {
      note("language: not a language code: " + shown(*language.value));
    } else {
      tell("language", language.name);
    }
  }

  std::string told_language() const {
    std::string sample = article().headline;
    for (const std::string& paragraph : article().body) {
      if (sample.size() >= most_language_bytes) break;
      sample += ' ';
      sample += text::truncate_utf8(paragraph, most_language_bytes - sample.size() + 1);
    }
    return detect_language(sample, "");
  }

  // ---- Dates ------------------------------------------------------------------------------------

  void read_dates() {
    article().published = date_of(
        "date", first_of({"published", "date", "datePublished", "webPublicationDate", "pub_date",
                          "publishedAt", "published_at", "published_date", "publication_date",
                          "date_published", "pubDate", "versionCreated"}));
    if (article().published) {
      article().published_evidence = DateEvidence::given;
      article().published_confidence = 1;
    }
    article().modified =
        date_of("modified", first_of({"modified", "dateModified", "updated", "updated_at",
                                      "updatedAt", "date_modified"}));
    article().embargoed_until = limit_of("embargoed_until");
    if (!article().embargoed_until) article().embargoed_until = limit_of("embargoedUntil");
    article().expires = limit_of("expires");
  }

  std::optional<Timestamp> date_of(const char* what, const Field& field) {
    if (!field.value) return std::nullopt;
    std::string text;
    if (field.value->is_string()) {
      text = field.value->get_ref<const std::string&>();
    } else if (field.value->is_number_integer()) {
      text = field.value->dump();
    } else {
      refuse(field.name, "a date as a string or a number", *field.value);
      return std::nullopt;
    }
    if (text.find_first_not_of(" \t\r\n") == text.npos) return std::nullopt;
    const auto date = parse_date(text, article().language, now_);
    if (date) {
      tell(what, field.name);
    } else {
      note(std::string(field.name) + ": no plausible date: " + shown(*field.value));
    }
    return date;
  }

  // An embargo or expiry that cannot be read must not be passed over: the article is refused.
  std::optional<Instant> limit_of(const char* name) {
    const json* value = member(name);
    if (!value) return std::nullopt;
    const auto timestamp =
        value->is_string() ? parse_timestamp(value->get_ref<const std::string&>()) : std::nullopt;
    if (!timestamp) {
      refuse(name, "an ISO 8601 date and time", *value);
      return std::nullopt;
    }
    return timestamp->order();
  }

  // ---- People -----------------------------------------------------------------------------------

  void read_people() {
    read_authors();
    if (const json* people = member("people")) {
      if (!people->is_array()) return refuse("people", "a list", *people);
      for (const json& person : *people) {
        if (!add_person(person)) return;
      }
      if (people->size() > Article::max_people)
        note("people: the first " + std::to_string(Article::max_people) + " kept");
    }
    add_people_of_schema_org(member("about"), true);
    add_people_of_schema_org(member("mentions"), false);
    add_people_of_keywords();
    read_tags();
  }

  bool add_person(const json& value) {
    if (value.is_null()) return true;
    const json* name = value.is_object() ? member(&value, "name") : &value;
    if (!name || !name->is_string()) {
      refuse("people", "names, or objects with a name", value);
      return false;
    }
    Person person;
    person.name = clean(name->get_ref<const std::string&>(), Article::max_name_bytes);
    if (value.is_object() && !read_person(value, person)) return false;
    keep(std::move(person));
    return true;
  }

  bool read_person(const json& value, Person& person) {
    const json* about = member(&value, "about");
    const json* mentions = member(&value, "mentions");
    const bool about_fits = !about || about->is_boolean();
    const bool mentions_fits =
        !mentions || (mentions->is_number_unsigned() && mentions->get<std::uint64_t>() >= 1 &&
                      mentions->get<std::uint64_t>() <= 1'000'000);
    if (!about_fits) refuse("people.about", "true or false", *about);
    if (!mentions_fits) refuse("people.mentions", "a whole number from 1 on", *mentions);
    if (!about_fits || !mentions_fits) return false;
    person.about = about && about->get<bool>();
    if (mentions) person.mentions = static_cast<std::uint32_t>(mentions->get<std::uint64_t>());
    return true;
  }

  void keep(Person person) {
    std::vector<Person>& people = article().people;
    if (person.name.empty() || people.size() >= Article::max_people) return;
    const bool known = std::any_of(people.begin(), people.end(),
                                   [&](const Person& other) { return other.name == person.name; });
    if (!known) people.push_back(std::move(person));
  }

  void add_people_of_schema_org(const json* value, bool about) {
    if (!value) return;
    if (value->is_array()) {
      for (const json& element : *value) add_one_of_schema_org(element, about);
    } else {
      add_one_of_schema_org(*value, about);
    }
  }

  void add_one_of_schema_org(const json& value, bool about) {
    const json* type = member(&value, "@type");
    if (!type || *type != "Person") return;
    keep({alias_text(member(&value, "name"), Article::max_name_bytes), 1, about});
  }

  // The New York Times' index: {"name": "persons", "value": "Doe, Jane"}.
  void add_people_of_keywords() {
    const json* keywords = member("keywords");
    if (!keywords || !keywords->is_array()) return;
    for (const json& keyword : *keywords) {
      const json* kind = member(&keyword, "name");
      if (!kind || !kind->is_string() || !(*kind == "persons" || *kind == "Person")) continue;
      for (std::string& name :
           author_names(alias_text(member(&keyword, "value"), Article::max_name_bytes)))
        keep({std::move(name), 1, false});
    }
  }

  // Schema.org's keywords, one text or a list, and those of the Guardian's tags that are keywords.
  void read_tags() {
    const json* keywords = member("keywords");
    if (keywords && keywords->is_array()) {
      for (const json& keyword : *keywords) add_tag(alias_text(&keyword, Article::max_name_bytes));
    } else {
      const std::string list = alias_text(keywords, max_keywords_bytes);
      for (std::size_t begin = 0; begin < list.size();) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        add_tag(clean(std::string_view(list).substr(begin, end - begin), Article::max_name_bytes));
        begin = end + 1;
      }
    }
    const json* tags = member("tags");
    if (!tags || !tags->is_array()) return;
    for (const json& tag : *tags) {
      const json* type = member(&tag, "type");
      if (type && *type == "keyword")
        add_tag(alias_text(member(&tag, "webTitle"), Article::max_name_bytes));
    }
  }

  void add_tag(std::string tag) {
    if (!tag.empty()) extraction_.tags.push_back(std::move(tag));
  }

  void read_authors() {
    if (const json* authors = member("authors")) {
      if (!authors->is_array()) return refuse("authors", "a list of names", *authors);
      for (const json& author : *authors) add_author(author);
      tell("authors", "authors");
    } else if (const json* author = member("author")) {
      if (!author->is_string() && !author->is_structured())
        return refuse("author", "a name or a list of names", *author);
      add_authors(*author);
      tell("authors", "author");
    } else {
      add_bylines();
    }
  }

  // Input that says who wrote it is believed: a list's names stand as they are.
  void add_author(const json& value) {
    const json* name = value.is_object() ? member(&value, "name") : &value;
    if (value.is_null()) return;
    if (!name || !name->is_string()) return refuse("authors", "names", value);
    keep_author(clean(name->get_ref<const std::string&>(), Article::max_name_bytes));
  }

  void add_authors(const json& author) {
    if (author.is_array()) {
      for (const json& element : author) add_author(element);
    } else if (author.is_object()) {
      const json* type = member(&author, "@type");
      if (!type || *type != "Organization") add_author(author);
    } else {
      add_byline(author);
    }
  }

  void add_bylines() {
    const json* byline = member("byline");
    if (byline && byline->is_object()) byline = member(byline, "original");
    const char* name = "byline";
    if (!byline) {
      byline = guardian("byline");
      name = "fields.byline";
    }
    if (!byline) {
      byline = member("creator");
      name = "creator";
    }
    if (byline) add_byline(*byline);
    if (!article().authors.empty()) return tell("authors", name);
    const json* tags = member("tags");
    if (!tags || !tags->is_array()) return;
    for (const json& tag : *tags) {
      const json* type = member(&tag, "type");
      if (type && *type == "contributor")
        keep_author(alias_text(member(&tag, "webTitle"), Article::max_name_bytes));
    }
    if (!article().authors.empty()) tell("authors", "tags");
  }

  void add_byline(const json& value) {
    if (!value.is_string()) return;
    for (std::string& name : author_names(value.get_ref<const std::string&>()))
      keep_author(clean(name, Article::max_name_bytes));
  }

  void keep_author(std::string name) {
    std::vector<std::string>& authors = article().authors;
    if (name.empty() || authors.size() >= Article::max_authors) return;
    if (std::find(authors.begin(), authors.end(), name) == authors.end())
      authors.push_back(std::move(name));
  }

  // ---- The rest ---------------------------------------------------------------------------------

  void read_rest() {
    article().section = own_text("section", Article::max_name_bytes);
    if (article().section.empty())
      article().section = label_of("section", {"sectionName", "section_name", "articleSection",
                                               "news_desk", "category", "categories"});
    const json* source = member("source");
    if (source && !source->is_string() && !source->is_object())
      refuse("source", "a name, or an object with a name", *source);
    article().source = label_of("source", {"source", "publisher", "provider"});
    if (article().source.empty()) {
      article().source = alias_text("source", "fields", "publication", Article::max_name_bytes);
    }
    read_image();
    read_status();
  }

  // The name that a field holds: itself, that of an object, or the first of a list.
  std::string label_of(const char* field, Names names) {
    for (const char* name : names) {
      const json* value = member(name);
      if (value && value->is_array()) value = value->empty() ? nullptr : &value->front();
      if (value && value->is_object()) value = member(value, "name");
      std::string label = alias_text(value, Article::max_name_bytes);
      if (!label.empty()) {
        tell(field, name);
        return label;
      }
    }
    return {};
  }

  void read_image() {
    for (const auto& [name, found] :
         {Field{"image", member("image")}, Field{"urlToImage", member("urlToImage")},
          Field{"fields.thumbnail", guardian("thumbnail")}}) {
      const json* value = found;
      if (value && value->is_array()) value = value->empty() ? nullptr : &value->front();
      if (value && value->is_object()) value = member(value, "url");
      std::string url = alias_text(value, Article::max_id_bytes);
      if (url.empty()) continue;
      if (is_web_url(url)) {
        article().image = std::move(url);
        return tell("image", name);
      }
      note("image: not an http or https address");
    }
  }

  void read_status() {
    const Field status = first_of({"status", "pubStatus"});
    if (!status.value) return;
    for (const Status known : {Status::usable, Status::withheld, Status::canceled}) {
      if (*status.value == status_name(known)) {
        article().status = known;
        return;
      }
    }
    if (*status.value == "published") return;
    if (std::string_view(status.name) == "status")
      refuse("status", "usable, withheld or canceled", *status.value);
  }

  Article& article() { return extraction_.article; }
  const Article& article() const { return extraction_.article; }

  const json& object_;
  Instant now_;
  Extraction extraction_;
  std::optional<Error> error_;
};

Error malformed(const std::string& message) { return {ErrorCode::malformed, message, ""}; }

// Where a text stops being JSON.
Error syntax_error(const std::string& content) {
  try {
    const json ignored = json::parse(content);
  } catch (const json::exception& error) {
    const auto* syntax = dynamic_cast<const json::parse_error*>(&error);
    return malformed("not JSON" +
                     (syntax ? ": error at byte " + std::to_string(syntax->byte) : std::string()));
  }
  return malformed("not JSON");
}

Result<json> parse(const std::string& content) {
  if (content.find_first_not_of(" \t\r\n") == content.npos)
    return Error{ErrorCode::empty, "nothing in it", ""};
  if (!is_nested_at_most(content, max_depth))
    return malformed("JSON nested more than " + std::to_string(max_depth) + " deep");
  json value = json::parse(content, nullptr, false);
  if (value.is_discarded()) value = json::parse(text::clean_utf8(content), nullptr, false);
  if (value.is_discarded()) return syntax_error(content);
  if (!value.is_object()) return malformed("expected a JSON object, found " + shown(value));
  return value;
}

}  // namespace

Result<Extraction> extract_json_article(const RawItem& item, Instant now) {
  const Result<json> object = parse(item.content);
  Result<Extraction> extraction =
      object ? ArticleReader(*object, now).read() : Result<Extraction>(object.error());
  return extraction;
}

}  // namespace broadsheet::indexer
