#include "searcher/query_parser.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "schema/text.hpp"
#include "searcher/query_lexer.hpp"
#include "searcher/search_request.hpp"

namespace broadsheet::searcher {
namespace {

using Kind = Query::Kind;

Query group(Kind kind, std::vector<Query> parts) {
  Query query;
  query.kind = kind;
  query.parts = std::move(parts);
  return query;
}

Query wrap(Kind kind, Query part) {
  Query query;
  query.kind = kind;
  query.parts.push_back(std::move(part));
  return query;
}

Query make_must(Query part) {
  switch (part.kind) {
    case Kind::word:
    case Kind::compound:
    case Kind::prefix:
    case Kind::bag:
      return wrap(Kind::must, std::move(part));
    default:
      return part;  // Is a condition anyway.
  }
}

Query make_exclude(Query part) {
  if (part.kind == Kind::exclude) return make_must(Query(part.parts.front()));
  if (part.kind == Kind::must) return wrap(Kind::exclude, Query(part.parts.front()));
  return wrap(Kind::exclude, std::move(part));
}

// Words that are one with a space between them (per cent) become one.
void join_words(std::vector<Query>& parts) {
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    if (parts[i].kind != Kind::word || parts[i + 1].kind != Kind::word) continue;
    const std::string both = parts[i].text + ' ' + parts[i + 1].text;
    text::Tokeniser tokens(both);
    text::Token token;
    if (!tokens.next(token) || token.surface != both) continue;
    parts[i].text = text::term(token);
    parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

// Parts of the same kind merge into one; a single part stands for itself.
Query make_group(Kind kind, std::vector<Query> parts) {
  std::vector<Query> flat;
  for (Query& part : parts) {
    if (part.kind == kind) {
      std::move(part.parts.begin(), part.parts.end(), std::back_inserter(flat));
    } else if (part.kind == Kind::must && kind != Kind::bag && parts.size() > 1) {
      flat.push_back(Query(part.parts.front()));  // An operand of AND and OR is a condition.
    } else {
      flat.push_back(std::move(part));
    }
  }
  if (kind == Kind::bag) join_words(flat);
  return flat.size() == 1 ? std::move(flat.front()) : group(kind, std::move(flat));
}

// By recursive descent; the lexer bounds the depth.
class Parser {
 public:
  explicit Parser(std::vector<Lexeme> lexemes) : lexemes_(std::move(lexemes)) {}

  Query parse() { return lexemes_.empty() ? Query{} : any_of(); }

 private:
  bool next_is(Lexeme::Kind kind) const {
    return at_ < lexemes_.size() && lexemes_[at_].kind == kind;
  }

  bool take(Lexeme::Kind kind) {
    if (!next_is(kind)) return false;
    ++at_;
    return true;
  }

  bool operand_next() const {
    return at_ < lexemes_.size() && !next_is(Lexeme::Kind::and_) && !next_is(Lexeme::Kind::or_) &&
           !next_is(Lexeme::Kind::close);
  }

  Query any_of() {
    std::vector<Query> parts;
    do {
      parts.push_back(all_of());
    } while (take(Lexeme::Kind::or_));
    return make_group(Kind::any_of, std::move(parts));
  }

  Query all_of() {
    std::vector<Query> parts;
    do {
      parts.push_back(bag());
    } while (take(Lexeme::Kind::and_));
    return make_group(Kind::all_of, std::move(parts));
  }

  Query bag() {
    std::vector<Query> parts;
    while (operand_next()) parts.push_back(signed_operand());
    return make_group(Kind::bag, std::move(parts));
  }

  Query signed_operand() {
    bool excluded = false;
    bool required = false;
    for (;;) {
      if (take(Lexeme::Kind::not_) || take(Lexeme::Kind::minus)) {
        excluded = !excluded;
      } else if (!take(Lexeme::Kind::plus)) {
        break;
      }
      required = true;
    }
    Query operand = near();
    if (excluded) return make_exclude(std::move(operand));
    return required ? make_must(std::move(operand)) : operand;
  }

  // The lexer sees to it that NEAR stands between leaves.
  Query near() {
    std::vector<Query> parts;
    parts.push_back(operand());
    while (next_is(Lexeme::Kind::near)) {
      const std::uint32_t within = lexemes_[at_++].within;
      parts.push_back(operand());
      parts.back().within = within;
    }
    return parts.size() == 1 ? std::move(parts.front()) : group(Kind::near, std::move(parts));
  }

  Query operand() {
    if (!take(Lexeme::Kind::open)) return std::move(lexemes_[at_++].operand);
    Query inside = any_of();
    take(Lexeme::Kind::close);
    return inside;
  }

  std::vector<Lexeme> lexemes_;
  std::size_t at_ = 0;
};

const char* field_name(QueryField field) {
  switch (field) {
    case QueryField::headline:
      return "headline";
    case QueryField::person:
      return "person";
    case QueryField::about:
      return "about";
    case QueryField::author:
      return "author";
    case QueryField::section:
      return "section";
    case QueryField::source:
      return "source";
    case QueryField::language:
      return "lang";
    case QueryField::site:
      return "site";
  }
  return "";
}

// The shortest period that begins (or ends) on the day.
std::string period_text(Day day, bool is_first) {
  std::string text = format_day(day);
  for (const std::size_t size : {std::size_t{4}, std::size_t{7}}) {
    const auto period = parse_period(text.substr(0, size));
    if (period && (is_first ? period->first : period->last) == day) return text.substr(0, size);
  }
  return text;
}

std::string date_text(const Query& query) {
  if (query.first && query.last) {
    const std::string first = period_text(*query.first, true);
    const auto period = parse_period(first);
    if (period && period->last == *query.last) return "date:" + first;
    if (*query.first == *query.last) return "date:" + format_day(*query.first);
    const std::string month = format_day(*query.first).substr(0, 7);
    const auto whole = parse_period(month);
    if (whole && whole->first == *query.first && whole->last == *query.last) return "date:" + month;
  }
  return "date:" + (query.first ? period_text(*query.first, true) : "") + ".." +
         (query.last ? period_text(*query.last, false) : "");
}

std::string field_text(const Query& query) {
  const bool bare = query.text.find_first_of(" ()\"") == std::string::npos && !query.as_written;
  const std::string name = std::string(field_name(query.field)) + ":";
  return bare && query.text.substr(0, 2) != "//" ? name + query.text
                                                 : name + '"' + query.text + '"';
}

// In parentheses where the tree would otherwise be read differently.
std::string operand_text(const Query& query) {
  const bool is_group = query.kind == Kind::near || query.kind == Kind::bag ||
                        query.kind == Kind::all_of || query.kind == Kind::any_of;
  return is_group ? "(" + to_text(query) + ")" : to_text(query);
}

std::string join(const Query& query, const char* joiner) {
  std::string text;
  for (const Query& part : query.parts) {
    const bool bare = part.kind == Kind::near ||
                      (query.kind == Kind::any_of && part.kind != Kind::any_of) ||
                      (query.kind == Kind::all_of && part.kind == Kind::bag);
    if (!text.empty()) text += joiner;
    text += bare ? to_text(part) : operand_text(part);
  }
  return text;
}

std::string near_text(const Query& query) {
  std::string text;
  for (const Query& part : query.parts) {
    if (!text.empty()) text += " NEAR/" + std::to_string(part.within) + " ";
    text += to_text(part);
  }
  return text;
}

// Longer text is cut between two words where it has any.
std::string_view cut(std::string_view text) {
  if (text.size() <= SearchRequest::max_query_bytes) return text;
  const std::string_view kept = text::truncate_utf8(text, SearchRequest::max_query_bytes);
  const std::size_t space = kept.rfind(' ');
  return space == kept.npos ? kept : kept.substr(0, space);
}

// Calls visit with every part whose text is read as words.
template <typename Visit>
void for_each_text(Query& query, const Visit& visit) {
  const bool is_text = query.kind == Kind::word || query.kind == Kind::compound ||
                       query.kind == Kind::phrase || query.kind == Kind::prefix ||
                       (query.kind == Kind::field && query.field == QueryField::headline);
  if (is_text) visit(query);
  for (Query& part : query.parts) for_each_text(part, visit);
}

std::set<std::size_t> acronym_places(std::string_view text) {
  std::set<std::size_t> places;
  text::Tokeniser tokens(text);
  for (text::Token token; tokens.next(token);) {
    if (token.kind == text::Token::Kind::acronym) places.insert(token.begin);
  }
  return places;
}

// Writes acronyms with periods, and in lower case the words that stand for acronyms only on their
// own, not where the whole query shouts: so each part can be read by itself.
void settle_acronyms(Query& query) {
  std::string all;
  for_each_text(query, [&](const Query& part) { all.append(part.text).append(1, ' '); });
  const std::set<std::size_t> acronyms = acronym_places(all);
  std::size_t begin = 0;
  for_each_text(query, [&](Query& part) {
    std::string settled;
    std::size_t copied = 0;
    for (const std::size_t place : acronym_places(part.text)) {
      const bool is_acronym = acronyms.contains(begin + place) && part.kind != Kind::prefix;
      settled.append(part.text, copied, place - copied);
      for (copied = place; copied < part.text.size(); ++copied) {
        const char letter = part.text[copied];
        if (letter < 'A' || letter > 'Z') break;
        if (is_acronym && copied > place) settled += '.';
        settled += is_acronym ? letter : static_cast<char>(letter | 0x20);
      }
    }
    settled.append(part.text, copied);
    begin += part.text.size() + 1;
    part.text = std::move(settled);
  });
}

void drop_repeats(std::vector<std::string>& notes) {
  std::vector<std::string> kept;
  for (std::string& note : notes) {
    if (std::find(kept.begin(), kept.end(), note) == kept.end()) kept.push_back(std::move(note));
  }
  notes = std::move(kept);
}

}  // namespace

ParsedQuery parse_query(std::string_view text, Day today) {
  // Far more than is kept, far less than would hurt.
  const std::string clean =
      text::collapse_space(text::clean_utf8(text.substr(0, 4 * SearchRequest::max_query_bytes)));
  const std::string_view kept = cut(clean);
  ParsedQuery parsed;
  if (kept.size() < clean.size()) {
    parsed.notes.push_back("The query was cut after " +
                           std::to_string(SearchRequest::max_query_bytes) + " bytes, before " +
                           shown(text::collapse_space(clean.substr(kept.size()))) + ".");
  }
  parsed.query = Parser(lex_query(kept, today, parsed.notes)).parse();
  settle_acronyms(parsed.query);
  drop_repeats(parsed.notes);
  return parsed;
}

std::string to_text(const Query& query) {
  switch (query.kind) {
    case Kind::everything:
      return "";
    case Kind::word:
    case Kind::compound:
      return query.text;
    case Kind::phrase:
      return '"' + query.text + '"';
    case Kind::prefix:
      return query.text + '*';
    case Kind::field:
      return field_text(query);
    case Kind::date:
      return date_text(query);
    case Kind::must:
      return '+' + operand_text(query.parts.front());
    case Kind::exclude:
      return '-' + operand_text(query.parts.front());
    case Kind::near:
      return near_text(query);
    case Kind::bag:
      return join(query, " ");
    case Kind::all_of:
      return join(query, " AND ");
    case Kind::any_of:
      return join(query, " OR ");
  }
  return "";
}

}  // namespace broadsheet::searcher
