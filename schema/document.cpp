#include "schema/document.hpp"

#include <algorithm>
#include <cassert>
#include <map>

#include "schema/article_codec.hpp"
#include "schema/fields.hpp"
#include "schema/hash.hpp"
#include "schema/name_words.hpp"
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

namespace {

// The terms of an article's text, counted before they are added to the document: adding costs more
// than all analysis.
class TextTerms {
 public:
  TextTerms(Xapian::Document& document, const Article& article, text::Analyser& analyser,
            std::string& sequence)
      : document_(document),
        analyser_(analyser),
        names_(article.people, analyser),
        sequence_(sequence) {}

  // One paragraph, or the headline.
  void add(std::string_view paragraph) {
    text::Tokeniser tokens(paragraph, text::Compounds::parts_and_whole);
    for (text::Token token; tokens.next(token);) {
      if (asked_for_ == text::Analyser::max_held) flush();  // The first ones' forms end here.
      ++asked_for_;
      const text::Forms& forms = analyser_.forms(token);
      if (forms.word.empty()) continue;
      (names_.contains(token, forms) ? found_names_ : found_).push_back(&forms);
      if (token.kind != text::Token::Kind::compound) append_word(sequence_, forms.word);
    }
    append_break(sequence_);
  }

  // What was added up to now is the headline.
  void end_headline() {
    wdf_ = fields::headline_wdf;
    is_headline_ = true;
    flush();
    wdf_ = 1;
    is_headline_ = false;
  }

  void flush() {
    for_each_counted(found_, [this](const text::Forms& forms, Xapian::termcount count) {
      add_word(forms, count);
      if (forms.stem != forms.word) add_stem(forms.stem, count);
    });
    for_each_counted(found_names_, [this](const text::Forms& forms, Xapian::termcount count) {
      add_word(forms, count);
      add_stem(forms.word, count);
    });
    asked_for_ = 0;
  }

 private:
  using Found = std::vector<const text::Forms*>;

  template <typename Add>
  static void for_each_counted(Found& found, const Add& add) {
    std::sort(found.begin(), found.end());
    for (auto first = found.begin(); first != found.end();) {
      const auto last =
          std::find_if(first, found.end(), [&](auto forms) { return forms != *first; });
      add(**first, static_cast<Xapian::termcount>(last - first));
      first = last;
    }
    found.clear();
  }

  void add_word(const text::Forms& forms, Xapian::termcount count) {
    document_.add_term(forms.word, count * wdf_);
    if (is_headline_) document_.add_term(prefixed(prefix::headline, forms.word), 0);
    if (!forms.exact.empty()) document_.add_term(exact_term(forms.word, forms.exact), 0);
  }

  void add_stem(const std::string& stem, Xapian::termcount count) {
    document_.add_term(prefixed(prefix::stem, stem), count * wdf_);
    if (is_headline_) document_.add_term(prefixed(prefix::headline_stem, stem), 0);
  }

  const std::string& prefixed(std::string_view name_prefix, const std::string& word) {
    term_.assign(name_prefix);
    term_ += word;
    return term_;
  }

  Xapian::Document& document_;
  text::Analyser& analyser_;
  NameWords names_;
  std::string& sequence_;
  Found found_;
  Found found_names_;
  std::size_t asked_for_ = 0;  // Forms since the last flush.
  std::string term_;           // Reused, for there are many.
  Xapian::termcount wdf_ = 1;
  bool is_headline_ = false;
};

}  // namespace

struct DocumentBuilder::State {
  explicit State(CommonWords of_index) : common(std::move(of_index)) {}

  CommonWords common;
  // Few enough to keep: an archive has a handful of languages.
  std::map<std::string, text::Analyser, std::less<>> analysers;

  text::Analyser& analyser(const std::string& language) {
    if (const auto found = analysers.find(language); found != analysers.end()) return found->second;
    const std::string known = text::has_stemmer(language) ? language : std::string();
    return analysers.try_emplace(known, known).first->second;
  }
};

DocumentBuilder::DocumentBuilder(CommonWords common)
    : state_(std::make_unique<State>(std::move(common))) {}
DocumentBuilder::~DocumentBuilder() = default;

Xapian::Document DocumentBuilder::build(const Article& article, const DocumentOrigin& origin) {
  assert(!article.id.empty());
  Xapian::Document document;
  text::Analyser& analyser = state_->analyser(article.language);
  std::string sequence;
  TextTerms terms(document, article, analyser, sequence);
  terms.add(article.headline);
  terms.end_headline();
  for (const std::string& paragraph : article.body) terms.add(paragraph);
  terms.flush();
  document.add_value(slot::words, sequence);
  for (const std::string& pair : state_->common.pair_terms(sequence)) {
    document.add_boolean_term(pair);
  }
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
