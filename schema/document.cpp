#include "schema/document.hpp"

#include <cassert>
#include <map>

#include "schema/article_codec.hpp"
#include "schema/fields.hpp"
#include "schema/hash.hpp"
#include "schema/text.hpp"
#include "schema/url.hpp"
#include "schema/word_sequence.hpp"

namespace broadsheet {
namespace {

namespace prefix = fields::prefix;
namespace slot = fields::slot;

// Seconds from year 1, so that every article's number is positive; 0 stands for undated.
constexpr std::int64_t first_second = -62'135'596'800;
constexpr std::size_t instant_bytes = 5;
constexpr std::size_t tie_bytes = 5;

std::string big_endian(std::uint64_t number, std::size_t bytes) {
  std::string text(bytes, '\0');
  for (std::size_t i = bytes; i-- > 0; number >>= 8) text[i] = static_cast<char>(number & 0xff);
  return text;
}

std::string compact_day(Day day) {
  std::string text = format_day(day);
  std::erase(text, '-');
  return text;
}

std::string join(const std::vector<std::string>& values) {
  std::string joined;
  for (const std::string& value : values) {
    if (!joined.empty()) joined += fields::value_separator;
    joined += value;
  }
  return joined;
}

void add_value(Xapian::Document& document, Xapian::valueno number, const std::string& value) {
  if (!value.empty()) document.add_value(number, value);
}

void add_name_term(Xapian::Document& document, std::string_view name_prefix,
                   std::string_view name) {
  if (const std::string id = name_id(name); !id.empty()) {
    document.add_boolean_term(make_term(name_prefix, id));
  }
}

void add_instant(Xapian::Document& document, Xapian::valueno number,
                 const std::optional<Instant>& instant) {
  if (!instant) return;
  const auto seconds = static_cast<double>(instant->time_since_epoch().count());
  document.add_value(number, Xapian::sortable_serialise(seconds));
}

void add_dates(Xapian::Document& document, const Article& article) {
  document.add_value(slot::order, order_value(article));
  add_instant(document, slot::embargo, article.embargoed_until);
  add_instant(document, slot::expiry, article.expires);
  if (!article.published) return;
  const std::string day = compact_day(article.published->day);
  document.add_value(slot::day, day);
  document.add_boolean_term(make_term(prefix::day, day));
  document.add_boolean_term(make_term(prefix::month, day.substr(0, 6)));
  document.add_boolean_term(make_term(prefix::year, day.substr(0, 4)));
}

void add_facets(Xapian::Document& document, const Article& article) {
  add_value(document, slot::section, article.section);
  add_name_term(document, prefix::section, article.section);
  add_value(document, slot::source, article.source);
  add_name_term(document, prefix::source, article.source);
  add_value(document, slot::language, article.language);
  if (!article.language.empty()) {
    document.add_boolean_term(make_term(prefix::language, article.language));
  }
  add_value(document, slot::author, join(article.authors));
  for (const std::string& author : article.authors) {
    add_name_term(document, prefix::author, author);
  }
  std::vector<std::string> named;
  std::vector<std::string> about;
  for (const Person& person : article.people) {
    add_name_term(document, prefix::person, person.name);
    named.push_back(person.name);
    if (person.about) about.push_back(person.name);
  }
  add_value(document, slot::person, join(named));
  add_value(document, slot::about, join(about));
}

void add_identity(Xapian::Document& document, const Article& article,
                  const DocumentOrigin& origin) {
  document.add_boolean_term(make_term(prefix::id, article_key(article.id)));
  if (const std::string host = url_host(article.url); !host.empty()) {
    document.add_boolean_term(make_term(prefix::host, host));
  }
  if (!origin.name.empty()) {
    document.add_boolean_term(make_term(prefix::origin, article_key(origin.name)));
  }
  if (!origin.canonical_url.empty()) {
    document.add_boolean_term(make_term(prefix::canonical, article_key(origin.canonical_url)));
  }
}

}  // namespace

std::string order_value(const Article& article) {
  const Sha256 tie = sha256(article.id);
  std::uint64_t seconds = 0;
  if (article.published) {
    seconds = static_cast<std::uint64_t>(article.published->order().time_since_epoch().count() -
                                         first_second);
  }
  std::string value = big_endian(seconds, instant_bytes);
  value.append(tie.begin(), tie.begin() + tie_bytes);
  return value;
}

std::optional<Instant> order_instant(std::string_view value) {
  if (value.size() != instant_bytes + tie_bytes) return std::nullopt;
  std::int64_t seconds = 0;
  for (const char c : value.substr(0, instant_bytes)) {
    seconds = seconds << 8 | static_cast<std::uint8_t>(c);
  }
  if (seconds == 0) return std::nullopt;
  return Instant(std::chrono::seconds(seconds + first_second));
}

std::string make_term(std::string_view name_prefix, std::string_view value) {
  std::string term(name_prefix);
  if (value.size() + name_prefix.size() <= fields::max_term_bytes) return term.append(value);
  const std::string hash = article_key(value);
  return term.append(text::truncate_utf8(value, fields::max_term_bytes - hash.size() - 8))
      .append(hash);
}

std::string exact_term(std::string_view word, std::string_view exact) {
  std::string term(prefix::exact);
  return term.append(word).append(1, fields::exact_separator).append(exact);
}

struct DocumentBuilder::State {
  // Few enough to keep: an archive has a handful of languages.
  std::map<std::string, text::Analyser, std::less<>> analysers;
  std::string term;      // Reused, for there are many.
  std::string sequence;  // The article's words, slot::words.

  text::Analyser& analyser(const std::string& language) {
    const std::string known = text::has_stemmer(language) ? language : std::string();
    const auto found = analysers.find(known);
    if (found != analysers.end()) return found->second;
    return analysers.emplace(known, text::Analyser(known)).first->second;
  }

  const std::string& prefixed(std::string_view name_prefix, const std::string& word) {
    term.assign(name_prefix);
    term += word;
    return term;
  }

  void add_word(Xapian::Document& document, const text::Forms& forms, Xapian::termcount wdf) {
    document.add_term(forms.word, wdf);
    if (forms.stem != forms.word) document.add_term(prefixed(prefix::stem, forms.stem), wdf);
    if (!forms.exact.empty()) document.add_term(exact_term(forms.word, forms.exact), 0);
    append_word(sequence, forms.word);
  }

  void add_headline(Xapian::Document& document, text::Analyser& analyser,
                    const std::string& headline) {
    text::Tokeniser tokens(headline);
    for (text::Token token; tokens.next(token);) {
      const text::Forms& forms = analyser.forms(token);
      if (forms.word.empty()) continue;
      add_word(document, forms, fields::headline_wdf);
      document.add_term(prefixed(prefix::headline, forms.word), 0);
      if (forms.stem != forms.word) {
        document.add_term(prefixed(prefix::headline_stem, forms.stem), 0);
      }
    }
    append_break(sequence);
  }

  void add_body(Xapian::Document& document, text::Analyser& analyser,
                const std::vector<std::string>& body) {
    for (const std::string& paragraph : body) {
      text::Tokeniser tokens(paragraph);
      for (text::Token token; tokens.next(token);) {
        const text::Forms& forms = analyser.forms(token);
        if (!forms.word.empty()) add_word(document, forms, 1);
      }
      append_break(sequence);
    }
  }
};

DocumentBuilder::DocumentBuilder() : state_(std::make_unique<State>()) {}
DocumentBuilder::~DocumentBuilder() = default;

Xapian::Document DocumentBuilder::build(const Article& article, const DocumentOrigin& origin) {
  assert(!article.id.empty());
  Xapian::Document document;
  text::Analyser& analyser = state_->analyser(article.language);
  state_->sequence.clear();
  state_->add_headline(document, analyser, article.headline);
  state_->add_body(document, analyser, article.body);
  document.add_value(slot::words, state_->sequence);
  add_identity(document, article, origin);
  add_dates(document, article);
  add_facets(document, article);
  if (article.status != Status::usable) {
    document.add_value(slot::status, status_name(article.status));
  }
  document.set_data(encode_article(article));
  return document;
}

}  // namespace broadsheet
