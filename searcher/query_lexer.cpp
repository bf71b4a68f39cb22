#include "searcher/query_lexer.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "schema/article.hpp"
#include "schema/text.hpp"
#include "searcher/search_request.hpp"

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

// As a note shows it.
std::string shown(std::string_view text) {
  constexpr std::size_t most_bytes = 60;
  const std::string_view cut = text::truncate_utf8(text, most_bytes);
  return "“" + std::string(cut) + (cut.size() < text.size() ? "…”" : "”");
}

bool is_quote(char32_t c) {
  return c == '"' || (c >= 0x201c && c <= 0x201f) || c == 0xab || c == 0xbb;
}

// The token as it can be written anywhere: its neighbours may have had a say in where it ends.
std::string standing_alone(const text::Token& token, const std::string& term) {
  text::Tokeniser tokens(token.surface);
  text::Token alone;
  return tokens.next(alone) && alone.surface == token.surface ? std::string(token.surface) : term;
}

struct Words {
  std::string text;  // canonical_words()
  std::vector<std::string> terms;
};

Words read_words(std::string_view text, char joiner) {
  Words words;
  text::Tokeniser tokens(text);
  std::size_t last_end = 0;
  bool last_is_cjk = false;
  for (text::Token token; tokens.next(token);) {
    std::string term = text::fold(token.surface);
    if (term.empty()) continue;
    const std::size_t end = token.begin + token.surface.size();
    const bool overlaps = last_is_cjk && token.is_cjk && token.begin < last_end;
    if (overlaps) {
      words.text += text.substr(last_end, end - last_end);
    } else {
      if (!words.text.empty()) words.text += joiner;
      words.text += standing_alone(token, term);
    }
    words.terms.push_back(std::move(term));
    last_end = end;
    last_is_cjk = token.is_cjk;
  }
  return words;
}

bool is_operator_word(std::string_view text) {
  return text == "AND" || text == "OR" || text == "NOT";
}

// Lower case where it would be read as an operator.
std::string as_word(std::string_view text) {
  return is_operator_word(text) ? lower_ascii(text) : std::string(text);
}

std::size_t character_count(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

bool is_sign(Kind kind) { return kind == Kind::minus || kind == Kind::plus; }

bool is_unary(Kind kind) { return kind == Kind::not_ || is_sign(kind); }

void drop_signs(std::vector<Lexeme>& lexemes) {
  while (!lexemes.empty() && is_sign(lexemes.back().kind)) lexemes.pop_back();
}

// Splits text into lexemes; bounds the number of terms.
class Scanner {
 public:
  Scanner(std::string_view text, std::vector<std::string>& notes) : text_(text), notes_(notes) {}

  std::vector<Lexeme> scan() {
    while (at_ < text_.size()) {
      std::size_t after = at_;
      const char32_t c = text::next_character(text_, after);
      if (is_quote(c)) {
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
  void add(Kind kind) { lexemes_.push_back({kind, {}, false}); }

  void add_operand(Query::Kind kind, std::string text) {
    Query query;
    query.kind = kind;
    query.text = std::move(text);
    add_operand(std::move(query));
  }

  void add_operand(Query query) { lexemes_.push_back({Kind::operand, std::move(query), false}); }

  // Whether the terms fit within the bound; counts them if so.
  bool afford(const std::vector<std::string>& terms) {
    std::set<std::string> fresh;
    for (const std::string& term : terms) {
      if (!terms_.contains(term)) fresh.insert(term);
    }
    if (terms_.size() + fresh.size() > max_query_terms) {
      note("Only the first " + std::to_string(max_query_terms) + " different words were used.");
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
    note("A quotation mark has no partner and was left out.");
    at_ = begin;
    return std::nullopt;
  }

  void take_phrase(std::size_t begin) {
    const auto quoted = take_quoted(begin);
    if (!quoted) return;
    Words words = read_words(*quoted, ' ');
    if (words.terms.empty() || !afford(words.terms)) return;
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
    if (may_be_operator && is_operator_word(chunk)) {
      at_ += chunk.size();
      return add(chunk == "AND" ? Kind::and_ : chunk == "OR" ? Kind::or_ : Kind::not_);
    }
    const std::size_t colon = chunk.find(':');
    const bool is_name =
        colon != chunk.npos && colon > 0 &&
        std::all_of(chunk.begin(), chunk.begin() + static_cast<long>(colon), is_ascii_letter);
    if (is_name && take_field(lower_ascii(chunk.substr(0, colon)), at_ + colon + 1)) return;
    at_ += chunk.size();
    take_words(chunk);
  }

  void take_words(std::string_view chunk) {
    const bool starred = !chunk.empty() && chunk.back() == '*';
    Words words = read_words(chunk, '-');
    if (words.terms.empty() || !afford(words.terms)) return;
    if (words.terms.size() > 1) {
      if (starred)
        note("“*” works behind a single word; " + shown(chunk) + " was read without it.");
      return add_operand(Query::Kind::compound, std::move(words.text));
    }
    if (starred && character_count(words.terms.front()) < min_prefix_characters) {
      note("“*” needs " + std::to_string(min_prefix_characters) + " letters before it; " +
           shown(chunk) + " was read as a word.");
    } else if (starred) {
      return add_operand(Query::Kind::prefix, std::move(words.text));
    }
    add_operand(Query::Kind::word, as_word(words.text));
  }

  // Takes name:value if there is a value and the name is one of ours.
  bool take_field(const std::string& name, std::size_t value_begin) {
    std::size_t after = value_begin;
    if (value_begin >= text_.size()) return false;
    const bool quoted = is_quote(text::next_character(text_, after));
    const std::string_view chunk = chunk_at(value_begin);
    if (!quoted && (chunk.empty() || chunk.substr(0, 2) == "//")) return false;
    const auto known = std::find_if(field_names.begin(), field_names.end(),
                                    [&](const FieldName& f) { return f.name == name; });
    const bool is_date = name == "date" || name == "since" || name == "before";
    if (known == field_names.end() && !is_date) {
      note("There is no operator " + shown(name + ":") + "; it was read as a word.");
      return false;
    }
    std::string_view value = chunk;
    if (quoted) {
      const auto inside = take_quoted(after);
      if (!inside) return true;
      value = *inside;
    } else {
      at_ = value_begin + chunk.size();
    }
    if (is_date) {
      add_date(name, value);
    } else {
      add_field(known->field, name, value);
    }
    return true;
  }

  void add_field(QueryField field, const std::string& name, std::string_view value) {
    Query query;
    query.kind = Query::Kind::field;
    query.field = field;
    if (field == QueryField::headline) {
      Words words = read_words(value, ' ');
      if (words.terms.empty()) return note_empty(name);
      if (!afford(words.terms)) return;
      query.text = std::move(words.text);
    } else {
      query.text = text::collapse_space(value);
      if (name_id(query.text).empty()) return note_empty(name);
      if (!afford({name + ":" + query.text})) return;
    }
    add_operand(std::move(query));
  }

  void note_empty(const std::string& name) {
    note("“" + name + ":” has no value and was left out.");
  }

  void add_date(const std::string& name, std::string_view value) {
    Query query;
    query.kind = Query::Kind::date;
    const std::size_t dots = value.find("..");
    const bool is_range = name == "date" && dots != value.npos;
    const auto first = parse_period(is_range ? value.substr(0, dots) : value);
    const auto last = is_range ? parse_period(value.substr(dots + 2)) : first;
    const bool open_first = is_range && dots == 0;
    const bool open_last = is_range && dots + 2 == value.size();
    if ((!first && !open_first) || (!last && !open_last) || (open_first && open_last)) {
      return note(shown(name + ":" + std::string(value)) +
                  " is no date (YYYY, YYYY-MM or YYYY-MM-DD) and was left out.");
    }
    if (first && name != "before") query.first = first->first;
    if (last && name == "date") query.last = last->last;
    if (name == "before") query.last = first->first - std::chrono::days(1);
    if (query.first && query.last && *query.first > *query.last) {
      return note(shown(name + ":" + std::string(value)) +
                  " ends before it begins and was left out.");
    }
    if (!afford({to_text(query)})) return;
    add_operand(std::move(query));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<std::string>& notes_;
  std::vector<Lexeme> lexemes_;
  std::set<std::string> terms_;
};

Lexeme operator_as_word(Kind kind) {
  Lexeme lexeme;
  lexeme.operand.kind = Query::Kind::word;
  lexeme.operand.text = kind == Kind::and_ ? "and" : kind == Kind::or_ ? "or" : "not";
  lexeme.was_operator = true;
  return lexeme;
}

// Unpaired, empty and too deep parentheses go, with the signs before empty ones.
std::vector<Lexeme> balance(std::vector<Lexeme> lexemes, std::vector<std::string>& notes) {
  std::vector<Lexeme> kept;
  std::vector<std::size_t> open;  // Indexes into kept.
  std::size_t too_deep = 0;       // Open ones that were dropped.
  bool unpaired = false;
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
      unpaired = true;
    } else if (open.back() + 1 == kept.size()) {
      open.pop_back();
      kept.pop_back();
      drop_signs(kept);
    } else {
      open.pop_back();
      kept.push_back(std::move(lexeme));
    }
  }
  unpaired = unpaired || !open.empty() || too_deep > 0;
  for (; !open.empty(); open.pop_back()) {
    kept.erase(kept.begin() + static_cast<long>(open.back()));
  }
  if (unpaired) notes.push_back("A parenthesis has no partner and was left out.");
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
void settle_unary(std::vector<Lexeme>& lexemes, bool& lone) {
  for (std::size_t i = lexemes.size(); i-- > 0;) {
    if (!is_unary(lexemes[i].kind) || starts_operand(lexemes, i + 1)) continue;
    if (lexemes[i].kind == Kind::not_) {
      lexemes[i] = operator_as_word(Kind::not_);
      lone = true;
    } else {
      lexemes.erase(lexemes.begin() + static_cast<long>(i));
    }
  }
}

void settle_binary(std::vector<Lexeme>& lexemes, bool& lone) {
  for (std::size_t i = 0; i < lexemes.size(); ++i) {
    if (lexemes[i].kind != Kind::and_ && lexemes[i].kind != Kind::or_) continue;
    const Lexeme* const before = i > 0 ? &lexemes[i - 1] : nullptr;
    const bool has_left = before != nullptr && !before->was_operator &&
                          (before->kind == Kind::operand || before->kind == Kind::close);
    if (has_left && starts_operand(lexemes, i + 1)) continue;
    lexemes[i] = operator_as_word(lexemes[i].kind);
    lone = true;
  }
}

}  // namespace

std::string canonical_words(std::string_view text, char joiner) {
  return read_words(text, joiner).text;
}

std::vector<Lexeme> lex_query(std::string_view text, std::vector<std::string>& notes) {
  std::vector<Lexeme> lexemes = balance(Scanner(text, notes).scan(), notes);
  bool lone = false;
  settle_unary(lexemes, lone);
  settle_binary(lexemes, lone);
  if (lone) notes.push_back("AND, OR or NOT without something to join was read as a word.");
  return lexemes;
}

}  // namespace broadsheet::searcher
