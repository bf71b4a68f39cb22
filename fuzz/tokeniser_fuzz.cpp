// The tokeniser: tokens lie in the text, in order, and overlap only where they may; their terms and
// forms are bounded and valid UTF-8; and a token can be written alone, which the query lexer relies
// on.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "schema/text.hpp"

namespace text = broadsheet::text;
using Kind = text::Token::Kind;

namespace {

constexpr std::size_t max_term_bytes = 64;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_term(const std::string& term) {
  require(term.size() <= max_term_bytes);
  require(text::clean_utf8(term) == term);
}

void check_forms(const text::Token& token, text::Analyser& analyser) {
  const text::Forms& forms = analyser.forms(token);
  require(forms.word == text::term(token));
  check_term(forms.word);
  check_term(forms.stem);
  check_term(forms.exact);
  require(forms.word.empty() == forms.stem.empty());
  require(forms.exact != forms.word || forms.word.empty());
}

bool is_one_token(std::string_view text, Kind kind, const std::string& term) {
  text::Tokeniser tokens(text);
  text::Token alone;
  if (!tokens.next(alone) || text::term(alone) != term) return false;
  if (alone.kind != kind && kind != Kind::shorthand) return false;
  return !tokens.next(alone);
}

// The token as it stands, or else its term, is read as the same token.
void check_alone(const text::Token& token) {
  if (token.kind == Kind::pair || token.kind == Kind::segment || token.kind == Kind::compound)
    return;
  const std::string term = text::term(token);
  if (term.empty() || is_one_token(token.surface, token.kind, term)) return;
  require(is_one_token(term, token.kind, term));
}

void check(std::string_view bytes, text::Compounds compounds, text::Analyser& analyser) {
  text::Tokeniser tokens(bytes, compounds);
  std::size_t begin = 0;  // Where the next token may begin.
  for (text::Token token; tokens.next(token);) {
    require(token.begin >= begin && token.begin < token.end && token.end <= bytes.size());
    require(!token.surface.empty() && token.surface.size() <= token.end - token.begin);
    require(token.surface.data() == bytes.data() + token.begin);
    require(token.kind != Kind::compound || compounds == text::Compounds::parts_and_whole);
    check_forms(token, analyser);
    check_alone(token);
    const bool may_overlap = token.kind == Kind::pair || token.kind == Kind::compound;
    begin = may_overlap ? token.begin : token.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  // One of a few languages, by the first byte.
  static text::Analyser analysers[] = {text::Analyser("en"), text::Analyser("de"),
                                       text::Analyser("tr"), text::Analyser("ar"),
                                       text::Analyser("")};
  text::Analyser& analyser = analysers[data[0] % std::size(analysers)];
  const std::string bytes(data + 1, data + size);
  check(bytes, text::Compounds::parts, analyser);
  check(bytes, text::Compounds::parts_and_whole, analyser);
  return 0;
}
