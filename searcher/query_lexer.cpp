#include "searcher/query_lexer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "schema/article.hpp"
#include "schema/language_name.hpp"
#include "schema/text.hpp"
#include "searcher/query_dates.hpp"

namespace broadsheet::searcher {
namespace {

using Kind = Lexeme::Kind;

struct FieldName {
  std::string_view name;
  QueryField field;
};

constexpr std::array<FieldName, 9> field_names = {{{"headline", QueryField::headline},
                                                   {"person", QueryField::person},
                                                   {"about", QueryField::about},
                                                   {"author", QueryField::author},
                                                   {"section", QueryField::section},
                                                   {"source", QueryField::source},
                                                   {"lang", QueryField::language},
                                                   {"language", QueryField::language},
                                                   {"site", QueryField::site}}};

bool is_ascii_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return lower;
}

bool is_quote(char32_t c) {
  return c == '"' || (c >= 0x201c && c <= 0x201f) || c == 0xab || c == 0xbb;
}

// The token as it can be written anywhere: its neighbours may have had a say in what it is and
// where it ends.
std::string standing_alone(const text::Token& token, const std::string& term) {
  if (token.kind == text::Token::Kind::shorthand) return term;
  text::Tokeniser tokens(token.surface);
  text::Token alone;
  const bool is_same =
      tokens.next(alone) && alone.surface == token.surface && alone.kind == token.kind;
  return is_same ? std::string(token.surface) : term;
}

// Tokens of scripts without spaces are written as they stood, or they would be parted otherwise.
bool is_unspaced(const text::Token& token) {
  return token.kind == text::Token::Kind::pair || token.kind == text::Token::Kind::segment;
}

bool is_hyphen(std::string_view text) {
  return text == "-" || text == "\u2010" || text == "\u2011";
}

struct Words {
  std::string text;  // So written that it is read as the same tokens again.
  std::vector<std::string> terms;
};

// What parts tokens is a hyphen where one stood, else joiner.
Words read_words(std::string_view text, char joiner) {
  Words words;
  text::Tokeniser tokens(text);
  text::Token last;
  for (text::Token token; tokens.next(token);) {
    std::string term = text::term(token);
    if (term.empty()) continue;
    const bool is_of_run = is_unspaced(token) && last.kind == token.kind && token.begin <= last.end;
    if (is_of_run) {
      words.text += text.substr(last.end, token.end - last.end);
    } else {
      const std::string_view gap = text.substr(last.end, token.begin - last.end);
      if (!words.text.empty()) words.text += is_hyphen(gap) ? '-' : joiner;
      words.text += is_unspaced(token) ? token.surface : standing_alone(token, term);
    }
    words.terms.push_back(std::move(term));
    last = token;
  }
  return words;
}

constexpr std::string_view near_name = "NEAR";

std::optional<Kind> operator_kind(std::string_view text) {
  if (text == "AND") return Kind::and_;
  if (text == "OR") return Kind::or_;
  if (text == "NOT") return Kind::not_;
  const bool is_near = text.starts_with(near_name) &&
                       (text.size() == near_name.size() || text[near_name.size()] == '/');
  return is_near ? std::optional(Kind::near) : std::nullopt;
}

// Lower case where it would be read as an operator.
std::string as_word(std::string_view text) {
  return operator_kind(text) ? lower_ascii(text) : std::string(text);
}

// Periods of acronyms aside.
std::size_t letter_count(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80 && c != '.'; }));
}

bool is_sign(Kind kind) { return kind == Kind::minus || kind == Kind::plus; }

bool is_unary(Kind kind) { return kind == Kind::not_ || is_sign(kind); }

void drop_signs(std::vector<Lexeme>& lexemes) {
  while (!lexemes.empty() && is_sign(lexemes.back().kind)) lexemes.pop_back();
}

// A sentence in capitals: its ANDs are no operators.
bool is_shouted(std::string_view text) {
  constexpr std::ptrdiff_t least_spaces = 6;
  return std::count(text.begin(), text.end(), ' ') >= least_spaces &&
         std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Paragraphs are asked with, too: their quotation marks set words off, they do not demand them.
bool is_prose(std::string_view text) {
  constexpr std::ptrdiff_t least_spaces = 20;
  return std::count(text.begin(), text.end(), ' ') >= least_spaces;
}

// Splits text into lexemes; bounds the number of terms.
class Scanner {
 public:
  Scanner(std::string_view text, Day today, std::vector<std::string>& notes)
      : text_(text), today_(today), notes_(notes), is_prose_(is_prose(text)) {}

  std::vector<Lexeme> scan() {
    while (at_ < text_.size()) {
      std::size_t after = at_;
      const char32_t c = text::next_character(text_, after);
      if (is_quote(c) && is_prose_) {
        note("In a text this long quotation marks were left out.");
        at_ = after;
      } else if (is_quote(c)) {
        take_phrase(after);
        drop_lone_sign();
      } else if (c == '(' || c == ')') {
        add(c == '(' ? Kind::open : Kind::close);
        at_ = after;
      } else if (c == ' ') {
        at_ = after;
      } else {
        take_chunk();
      }
    }
    drop_lone_sign();
    return std::move(lexemes_);
  }

 private:
  void add(Kind kind) { add({.kind = kind}); }
  void add(Lexeme lexeme) { lexemes_.push_back(std::move(lexeme)); }

  void add_operand(Query::Kind kind, std::string text) {
    Query query;
    query.kind = kind;
    query.text = std::move(text);
    add_operand(std::move(query));
  }

  void add_operand(Query query) { add({.operand = std::move(query)}); }

  // Whether the terms of what was typed fit within the bound; counts them if so.
  bool afford(const std::vector<std::string>& terms, std::string_view typed) {
    std::set<std::string> fresh;
    for (const std::string& term : terms) {
      if (!terms_.contains(term) && !text::is_stop_word_anywhere(term)) fresh.insert(term);
    }
    if (terms_.size() + fresh.size() > max_query_terms) {
      if (!saw_too_many_) {
        note("Only the first " + std::to_string(max_query_terms) +
             " different words and conditions were used; " + shown(typed) +
             " is the first that was left out.");
      }
      saw_too_many_ = true;
      return false;
    }
    terms_.merge(fresh);
    return true;
  }

  void note(std::string sentence) { notes_.push_back(std::move(sentence)); }

  // `begin` is behind an opening quotation mark.  Returns what is quoted and moves behind the
  // closing mark; nothing if there is none.
  std::optional<std::string_view> take_quoted(std::size_t begin) {
    for (std::size_t i = begin; i < text_.size();) {
      const std::size_t mark = i;
      if (!is_quote(text::next_character(text_, i))) continue;
      at_ = i;
      return text_.substr(begin, mark - begin);
    }
    const std::string behind = text::collapse_space(text_.substr(begin));
    note("The quotation mark " + (behind.empty() ? "at the end" : "before " + shown(behind)) +
         " has no partner and was left out.");
    at_ = begin;
    return std::nullopt;
  }

  void take_phrase(std::size_t begin) {
    const auto quoted = take_quoted(begin);
    if (!quoted) return;
    Words words = read_words(*quoted, ' ');
    if (words.terms.empty() || !afford(words.terms, *quoted)) return;
    add_operand(Query::Kind::phrase, std::move(words.text));
  }

  // What runs up to a space, quotation mark or parenthesis.
  std::string_view chunk_at(std::size_t begin) const {
    std::size_t end = begin;
    while (end < text_.size()) {
      std::size_t after = end;
      const char32_t c = text::next_character(text_, after);
      if (c == ' ' || c == '(' || c == ')' || is_quote(c)) break;
      end = after;
    }
    return text_.substr(begin, end - begin);
  }

  void take_chunk() {
    const char sign = text_[at_];
    if ((sign == '-' || sign == '+') && is_signed_operand()) {
      add(sign == '-' ? Kind::minus : Kind::plus);
      ++at_;
      std::size_t after = at_;
      const char32_t c = text::next_character(text_, after);
      if (is_quote(c) || c == '(') return;
      take_plain_chunk(false);
      return drop_lone_sign();
    }
    take_plain_chunk(true);
  }

  // A sign whose operand came to nothing.
  void drop_lone_sign() { drop_signs(lexemes_); }

  // "-x" but neither a dash on its own nor "--".
  bool is_signed_operand() const {
    if (at_ + 1 >= text_.size()) return false;
    const char next = text_[at_ + 1];
    return next != ' ' && next != '-' && next != '+' && next != ')';
  }

  void take_plain_chunk(bool may_be_operator) {
    const std::string_view chunk = chunk_at(at_);
    if (const auto kind = operator_kind(chunk); kind && may_be_operator) {
      at_ += chunk.size();
      return add({.kind = *kind, .within = *kind == Kind::near ? near_words(chunk) : 0});
    }
    const std::size_t colon = chunk.find(':');
    const bool is_name =
        colon != chunk.npos && colon > 0 &&
        std::all_of(chunk.begin(), chunk.begin() + static_cast<long>(colon), is_ascii_letter);
    if (is_name && take_field(lower_ascii(chunk.substr(0, colon)), at_ + colon + 1)) return;
    at_ += chunk.size();
    take_words(chunk);
  }

  // The number of NEAR/5.
  std::uint32_t near_words(std::string_view chunk) {
    if (chunk == near_name) return default_near_words;
    const std::string_view digits = chunk.substr(near_name.size() + 1);
    const char* const end = digits.data() + digits.size();
    std::uint32_t number = 0;
    const auto [rest, error] = std::from_chars(digits.data(), end, number);
    if (error == std::errc() && rest == end && number >= 1 && number <= max_near_words) {
      return number;
    }
    note(shown(chunk) + " needs a number of words from 1 to " + std::to_string(max_near_words) +
         "; it was read as NEAR/" + std::to_string(default_near_words) + ".");
    return default_near_words;
  }

  void take_words(std::string_view chunk) {
    const bool starred = !chunk.empty() && chunk.back() == '*';
    Words words = read_words(chunk, '-');
    if (words.terms.empty() || !afford(words.terms, chunk)) return;
    if (words.terms.size() > 1) {
      if (starred)
        note("“*” works behind a single word; " + shown(chunk) + " was read without it.");
      return add_operand(Query::Kind::compound, std::move(words.text));
    }
    if (starred && letter_count(words.terms.front()) < min_prefix_characters) {
      note("“*” needs " + std::to_string(min_prefix_characters) + " letters before it; " +
           shown(chunk) + " was read as a word.");
    } else if (starred) {
      return add_operand(Query::Kind::prefix, std::move(words.text));
    }
    add_operand(Query::Kind::word, as_word(words.text));
  }

  // Takes name:value if the name is one of ours and there is a value.
  bool take_field(const std::string& name, std::size_t value_begin) {
    const auto known = std::find_if(field_names.begin(), field_names.end(),
                                    [&](const FieldName& f) { return f.name == name; });
    const bool is_date = name == "date" || name == "since" || name == "before";
    const bool is_known = is_date || known != field_names.end();
    std::size_t after = value_begin;
    const bool quoted = value_begin < text_.size() && is_quote(text::next_character(text_, after));
    std::string_view value = chunk_at(value_begin);
    if (value.starts_with("//")) return false;  // A URL.
    if (!quoted && value.empty()) {
      if (is_known) note(shown(name + ":") + " has no value behind it; it was read as a word.");
      return false;  // Of a word that is no operator the colon is punctuation.
    }
    if (!is_known) {
      note("There is no operator " + shown(name + ":") + "; it was read as a word.");
      return false;
    }
    if (quoted) {
      const auto inside = take_quoted(after);
      if (!inside) return true;
      value = *inside;
    } else {
      at_ = value_begin + value.size();
    }
    if (is_date) {
      add_date(name, value);
    } else if (known->field == QueryField::headline) {
      add_headline(name, value, quoted);
    } else {
      add_field(known->field, name, value);
    }
    return true;
  }

  void add_headline(const std::string& name, std::string_view value, bool quoted) {
    Words words = read_words(value, ' ');
    if (words.terms.empty()) return note_empty(name);
    if (!afford(words.terms, value)) return;
    Query query;
    query.kind = Query::Kind::field;
    query.field = QueryField::headline;
    query.text = std::move(words.text);
    query.as_written = quoted || words.terms.size() > 1;
    add_operand(std::move(query));
  }

  void add_field(QueryField field, const std::string& name, std::string_view value) {
    Query query;
    query.kind = Query::Kind::field;
    query.field = field;
    query.text = text::collapse_space(value);
    if (field == QueryField::language) {
      if (std::string code = language_code(query.text); !code.empty()) query.text = std::move(code);
    }
    if (name_id(query.text).empty()) return note_empty(name);
    if (!afford({name + ":" + query.text}, name + ":" + query.text)) return;
    add_operand(std::move(query));
  }

  void note_empty(const std::string& name) {
    note(shown(name + ":") + " has no value and was left out.");
  }

  void add_date(const std::string& name, std::string_view value) {
    const std::string typed = name + ":" + std::string(value);
    Query query;
    query.kind = Query::Kind::date;
    const std::size_t dots = value.find("..");
    const bool is_range = name == "date" && dots != value.npos;
    const auto first = query_period(is_range ? value.substr(0, dots) : value, today_);
    const auto last = is_range ? query_period(value.substr(dots + 2), today_) : first;
    const bool open_first = is_range && dots == 0;
    const bool open_last = is_range && dots + 2 == value.size();
    if ((!first && !open_first) || (!last && !open_last) || (open_first && open_last)) {
      return note(shown(typed) + " was left out: expected " + std::string(query_period_forms) +
                  (name == "date" ? ", or two of them around “..”." : "."));
    }
    if (first && name != "before") query.first = first->first;
    if (last && name == "date") query.last = last->last;
    if (name == "before") query.last = first->first - std::chrono::days(1);
    if (query.first && query.last && *query.first > *query.last) {
      return note(shown(typed) + " ends before it begins and was left out.");
    }
    if (!afford({to_text(query)}, typed)) return;
    add_operand(std::move(query));
  }

  std::string_view text_;
  Day today_;
  std::size_t at_ = 0;
  std::vector<std::string>& notes_;
  bool is_prose_;
  std::vector<Lexeme> lexemes_;
  std::set<std::string> terms_;
  bool saw_too_many_ = false;
};

std::string_view operator_name(Kind kind) {
  switch (kind) {
    case Kind::and_:
      return "AND";
    case Kind::or_:
      return "OR";
    case Kind::not_:
      return "NOT";
    default:
      return near_name;
  }
}

// Reads an operator that has nothing to join as a word.
void make_word(Lexeme& lexeme, std::vector<std::string>& notes) {
  const std::string_view name = operator_name(lexeme.kind);
  notes.push_back(shown(name) + " has nothing to join on one side; it was read as a word.");
  lexeme = Lexeme();
  lexeme.operand.kind = Query::Kind::word;
  lexeme.operand.text = lower_ascii(name);
  lexeme.was_operator = true;
}

// Unpaired, empty and too deep parentheses go, with the signs before empty ones.
std::vector<Lexeme> balance(std::vector<Lexeme> lexemes, std::vector<std::string>& notes) {
  std::vector<Lexeme> kept;
  std::vector<std::size_t> open;  // Indexes into kept.
  std::size_t too_deep = 0;       // Open ones that were dropped.
  bool lone_close = false;
  bool dropped_deep = false;
  for (Lexeme& lexeme : lexemes) {
    if (lexeme.kind == Kind::open) {
      if (open.size() < max_query_depth) {
        open.push_back(kept.size());
        kept.push_back(std::move(lexeme));
      } else {
        ++too_deep;
        dropped_deep = true;
      }
      continue;
    }
    if (lexeme.kind != Kind::close) {
      kept.push_back(std::move(lexeme));
      continue;
    }
    drop_signs(kept);  // They have lost their operand.
    if (too_deep > 0) {
      --too_deep;
    } else if (open.empty()) {
      lone_close = true;
    } else if (open.back() + 1 == kept.size()) {
      open.pop_back();
      kept.pop_back();
      drop_signs(kept);
    } else {
      open.pop_back();
      kept.push_back(std::move(lexeme));
    }
  }
  const bool lone_open = !open.empty() || too_deep > 0;
  for (; !open.empty(); open.pop_back()) {
    kept.erase(kept.begin() + static_cast<long>(open.back()));
  }
  if (lone_open) notes.push_back("A parenthesis “(” has no partner and was left out.");
  if (lone_close) notes.push_back("A parenthesis “)” has no partner and was left out.");
  if (dropped_deep) {
    notes.push_back("Parentheses more than " + std::to_string(max_query_depth) +
                    " deep were left out.");
  }
  return kept;
}

bool starts_operand(const std::vector<Lexeme>& lexemes, std::size_t i) {
  return i < lexemes.size() && (lexemes[i].kind == Kind::operand || lexemes[i].kind == Kind::open ||
                                is_unary(lexemes[i].kind));
}

// Signs without an operand go, NOT becomes a word.  Afterwards every unary operator has one.
void settle_unary(std::vector<Lexeme>& lexemes, std::vector<std::string>& notes) {
  for (std::size_t i = lexemes.size(); i-- > 0;) {
    if (!is_unary(lexemes[i].kind) || starts_operand(lexemes, i + 1)) continue;
    if (lexemes[i].kind == Kind::not_) {
      make_word(lexemes[i], notes);
    } else {
      lexemes.erase(lexemes.begin() + static_cast<long>(i));
    }
  }
}

bool can_be_near(const Lexeme& lexeme) {
  if (lexeme.kind != Kind::operand || lexeme.was_operator) return false;
  const Query::Kind kind = lexeme.operand.kind;
  return kind == Query::Kind::word || kind == Query::Kind::compound ||
         kind == Query::Kind::phrase || kind == Query::Kind::prefix;
}

// AND, OR and NEAR without both operands become words; NEAR between others than it takes AND.
void settle_binary(std::vector<Lexeme>& lexemes, std::vector<std::string>& notes) {
  for (std::size_t i = 0; i < lexemes.size(); ++i) {
    const Kind kind = lexemes[i].kind;
    if (kind != Kind::and_ && kind != Kind::or_ && kind != Kind::near) continue;
    const Lexeme* const before = i > 0 ? &lexemes[i - 1] : nullptr;
    const bool has_left = before != nullptr && !before->was_operator &&
                          (before->kind == Kind::operand || before->kind == Kind::close);
    if (!has_left || !starts_operand(lexemes, i + 1)) {
      make_word(lexemes[i], notes);
    } else if (kind == Kind::near && !(can_be_near(*before) && can_be_near(lexemes[i + 1]))) {
      notes.emplace_back(
          "“NEAR” takes words, prefixes and phrases; beside anything else it was read as AND.");
      lexemes[i] = {.kind = Kind::and_};
    }
  }
}

}  // namespace

std::string shown(std::string_view text) {
  constexpr std::size_t most_bytes = 60;
  const std::string_view cut = text::truncate_utf8(text, most_bytes);
  return "“" + std::string(cut) + (cut.size() < text.size() ? "…”" : "”");
}

std::vector<Lexeme> lex_query(std::string_view text, Day today, std::vector<std::string>& notes) {
  const std::string quiet = is_shouted(text) ? lower_ascii(text) : std::string(text);
  std::vector<Lexeme> lexemes = balance(Scanner(quiet, today, notes).scan(), notes);
  settle_unary(lexemes, notes);
  settle_binary(lexemes, notes);
  return lexemes;
}

}  // namespace broadsheet::searcher
