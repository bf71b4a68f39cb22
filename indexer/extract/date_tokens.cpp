#include "indexer/extract/date_tokens.hpp"

#include <unicode/uchar.h>

#include <utility>

#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<DateToken> tokens() {
    std::vector<DateToken> found;
    bool space = false;
    while (at_ < text_.size()) {
      std::size_t next = at_;
      const char32_t c = text::next_character(text_, next);
      const auto code = static_cast<UChar32>(c);
      if (u_isUWhiteSpace(code) || is_ignorable(c)) {
        at_ = next;
        space = true;
        continue;
      }
      DateToken token;
      if (u_charDigitValue(code) >= 0) {
        take_number(token);
      } else if (is_date_ideograph(c)) {
        at_ = next;
        token.mark_character = c;
      } else if (u_isalpha(code)) {
        take_word(token);
      } else {
        at_ = next;
        token.mark_character = plain_mark(c);
      }
      token.space_before = space;
      space = false;
      found.push_back(std::move(token));
    }
    return found;
  }

 private:
  static bool is_ignorable(char32_t c) { return c >= 0x200b && c <= 0x200f; }

  // 年 月 日 時 分, 년 월 일 시 분: each a mark, wherever it stands.
  static bool is_date_ideograph(char32_t c) {
    switch (c) {
      case 0x5e74:
      case 0x6708:
      case 0x65e5:
      case 0x53f7:
      case 0x6642:
      case 0x65f6:
      case 0x70b9:
      case 0x5206:
      case 0xb144:
      case 0xc6d4:
      case 0xc77c:
      case 0xc2dc:
      case 0xbd84:
        return true;
      default:
        return false;
    }
  }

  static char32_t plain_mark(char32_t c) {
    if (c == 0x2212 || (c >= 0x2010 && c <= 0x2015)) return '-';
    if (c == 0xff1a) return ':';
    if (c == 0xff0f) return '/';
    if (c == 0x060c || c == 0x3001) return ',';
    return c;
  }

  void take_number(DateToken& token) {
    token.kind = DateToken::Kind::number;
    while (at_ < text_.size()) {
      std::size_t next = at_;
      const int digit = u_charDigitValue(static_cast<UChar32>(text::next_character(text_, next)));
      if (digit < 0) break;
      if (++token.digits <= 9) token.value = token.value * 10 + digit;
      at_ = next;
    }
  }

  void take_word(DateToken& token) {
    token.kind = DateToken::Kind::word;
    const std::size_t begin = at_;
    while (at_ < text_.size()) {
      std::size_t next = at_;
      const char32_t c = text::next_character(text_, next);
      const auto code = static_cast<UChar32>(c);
      const bool part = u_isalpha(code) || u_getCombiningClass(code) != 0 ||
                        u_charType(code) == U_NON_SPACING_MARK ||
                        u_charType(code) == U_COMBINING_SPACING_MARK || c == 0x200c || c == 0x200d;
      if (!part || is_date_ideograph(c)) break;
      at_ = next;
    }
    token.word = text::fold(text_.substr(begin, at_ - begin));
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<DateToken> date_tokens(std::string_view text) { return Lexer(text).tokens(); }

}  // namespace broadsheet::indexer
