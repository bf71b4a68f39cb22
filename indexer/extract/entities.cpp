#include "indexer/extract/entities.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

struct NamedReference {
  std::string_view name;
  char32_t character;
};

// In the order of std::string_view.
constexpr NamedReference named_references[] = {
    {"AElig", 0xc6},     {"AMP", 0x26},       {"Aacute", 0xc1},
    {"Abreve", 0x102},   {"Acirc", 0xc2},     {"Agrave", 0xc0},
    {"Alpha", 0x391},    {"Aogon", 0x104},    {"Aring", 0xc5},
    {"Atilde", 0xc3},    {"Auml", 0xc4},      {"Beta", 0x392},
    {"Cacute", 0x106},   {"Ccaron", 0x10c},   {"Ccedil", 0xc7},
    {"Chi", 0x3a7},      {"Dagger", 0x2021},  {"Delta", 0x394},
    {"Dstrok", 0x110},   {"ETH", 0xd0},       {"Eacute", 0xc9},
    {"Ecaron", 0x11a},   {"Ecirc", 0xca},     {"Egrave", 0xc8},
    {"Eogon", 0x118},    {"Epsilon", 0x395},  {"Eta", 0x397},
    {"Euml", 0xcb},      {"GT", 0x3e},        {"Gamma", 0x393},
    {"Gbreve", 0x11e},   {"Iacute", 0xcd},    {"Icirc", 0xce},
    {"Idot", 0x130},     {"Igrave", 0xcc},    {"Iota", 0x399},
    {"Iuml", 0xcf},      {"Kappa", 0x39a},    {"LT", 0x3c},
    {"Lambda", 0x39b},   {"Lstrok", 0x141},   {"Mu", 0x39c},
    {"Nacute", 0x143},   {"Ncaron", 0x147},   {"NewLine", 0xa},
    {"Ntilde", 0xd1},    {"Nu", 0x39d},       {"OElig", 0x152},
    {"Oacute", 0xd3},    {"Ocirc", 0xd4},     {"Odblac", 0x150},
    {"Ograve", 0xd2},    {"Omega", 0x3a9},    {"Omicron", 0x39f},
    {"Oslash", 0xd8},    {"Otilde", 0xd5},    {"Ouml", 0xd6},
    {"Phi", 0x3a6},      {"Pi", 0x3a0},       {"Prime", 0x2033},
    {"Psi", 0x3a8},      {"QUOT", 0x22},      {"Rcaron", 0x158},
    {"Rho", 0x3a1},      {"Sacute", 0x15a},   {"Scaron", 0x160},
    {"Scedil", 0x15e},   {"Sigma", 0x3a3},    {"THORN", 0xde},
    {"Tab", 0x9},        {"Tau", 0x3a4},      {"Tcedil", 0x162},
    {"Theta", 0x398},    {"Uacute", 0xda},    {"Ucirc", 0xdb},
    {"Udblac", 0x170},   {"Ugrave", 0xd9},    {"Upsilon", 0x3a5},
    {"Uring", 0x16e},    {"Uuml", 0xdc},      {"Xi", 0x39e},
    {"Yacute", 0xdd},    {"Yuml", 0x178},     {"Zacute", 0x179},
    {"Zcaron", 0x17d},   {"Zdot", 0x17b},     {"ZeroWidthSpace", 0x200b},
    {"Zeta", 0x396},     {"aacute", 0xe1},    {"abreve", 0x103},
    {"acirc", 0xe2},     {"acute", 0xb4},     {"aelig", 0xe6},
    {"agrave", 0xe0},    {"alefsym", 0x2135}, {"alpha", 0x3b1},
    {"amacr", 0x101},    {"amp", 0x26},       {"and", 0x2227},
    {"ang", 0x2220},     {"aogon", 0x105},    {"apos", 0x27},
    {"aring", 0xe5},     {"ast", 0x2a},       {"asymp", 0x2248},
    {"atilde", 0xe3},    {"auml", 0xe4},      {"bdquo", 0x201e},
    {"beta", 0x3b2},     {"bigstar", 0x2605}, {"brvbar", 0xa6},
    {"bsol", 0x5c},      {"bull", 0x2022},    {"bullet", 0x2022},
    {"cacute", 0x107},   {"cap", 0x2229},     {"ccaron", 0x10d},
    {"ccedil", 0xe7},    {"cedil", 0xb8},     {"cent", 0xa2},
    {"centerdot", 0xb7}, {"check", 0x2713},   {"chi", 0x3c7},
    {"circ", 0x2c6},     {"clubs", 0x2663},   {"colon", 0x3a},
    {"comma", 0x2c},     {"commat", 0x40},    {"cong", 0x2245},
    {"copy", 0xa9},      {"copysr", 0x2117},  {"crarr", 0x21b5},
    {"cup", 0x222a},     {"curren", 0xa4},    {"dArr", 0x21d3},
    {"dagger", 0x2020},  {"darr", 0x2193},    {"dash", 0x2010},
    {"dcaron", 0x10f},   {"deg", 0xb0},       {"delta", 0x3b4},
    {"diams", 0x2666},   {"divide", 0xf7},    {"dollar", 0x24},
    {"dstrok", 0x111},   {"eacute", 0xe9},    {"ecaron", 0x11b},
    {"ecirc", 0xea},     {"egrave", 0xe8},    {"emacr", 0x113},
    {"empty", 0x2205},   {"emsp", 0x2003},    {"ensp", 0x2002},
    {"eogon", 0x119},    {"epsilon", 0x3b5},  {"equals", 0x3d},
    {"equiv", 0x2261},   {"eta", 0x3b7},      {"eth", 0xf0},
    {"euml", 0xeb},      {"euro", 0x20ac},    {"excl", 0x21},
    {"exist", 0x2203},   {"fnof", 0x192},     {"forall", 0x2200},
    {"frac12", 0xbd},    {"frac13", 0x2153},  {"frac14", 0xbc},
    {"frac23", 0x2154},  {"frac34", 0xbe},    {"frasl", 0x2044},
    {"gamma", 0x3b3},    {"gbreve", 0x11f},   {"ge", 0x2265},
    {"grave", 0x60},     {"gt", 0x3e},        {"hArr", 0x21d4},
    {"hairsp", 0x200a},  {"half", 0xbd},      {"harr", 0x2194},
    {"hearts", 0x2665},  {"hellip", 0x2026},  {"horbar", 0x2015},
    {"hyphen", 0x2010},  {"iacute", 0xed},    {"icirc", 0xee},
    {"iexcl", 0xa1},     {"igrave", 0xec},    {"imacr", 0x12b},
    {"image", 0x2111},   {"imath", 0x131},    {"infin", 0x221e},
    {"inodot", 0x131},   {"int", 0x222b},     {"iota", 0x3b9},
    {"iquest", 0xbf},    {"isin", 0x2208},    {"iuml", 0xef},
    {"kappa", 0x3ba},    {"lArr", 0x21d0},    {"lambda", 0x3bb},
    {"lang", 0x2329},    {"laquo", 0xab},     {"larr", 0x2190},
    {"lbrack", 0x5b},    {"lceil", 0x2308},   {"lcub", 0x7b},
    {"ldquo", 0x201c},   {"ldquor", 0x201e},  {"le", 0x2264},
    {"lfloor", 0x230a},  {"lowast", 0x2217},  {"lowbar", 0x5f},
    {"loz", 0x25ca},     {"lpar", 0x28},      {"lrm", 0x200e},
    {"lsaquo", 0x2039},  {"lsqb", 0x5b},      {"lsquo", 0x2018},
    {"lsquor", 0x201a},  {"lstrok", 0x142},   {"lt", 0x3c},
    {"macr", 0xaf},      {"mdash", 0x2014},   {"micro", 0xb5},
    {"middot", 0xb7},    {"minus", 0x2212},   {"mldr", 0x2026},
    {"mu", 0x3bc},       {"nabla", 0x2207},   {"nacute", 0x144},
    {"nbsp", 0xa0},      {"ncaron", 0x148},   {"ndash", 0x2013},
    {"ne", 0x2260},      {"ni", 0x220b},      {"not", 0xac},
    {"notin", 0x2209},   {"nsub", 0x2284},    {"ntilde", 0xf1},
    {"nu", 0x3bd},       {"num", 0x23},       {"numsp", 0x2007},
    {"oacute", 0xf3},    {"ocirc", 0xf4},     {"odblac", 0x151},
    {"oelig", 0x153},    {"ograve", 0xf2},    {"oline", 0x203e},
    {"omacr", 0x14d},    {"omega", 0x3c9},    {"omicron", 0x3bf},
    {"oplus", 0x2295},   {"or", 0x2228},      {"ordf", 0xaa},
    {"ordm", 0xba},      {"oslash", 0xf8},    {"otilde", 0xf5},
    {"otimes", 0x2297},  {"ouml", 0xf6},      {"para", 0xb6},
    {"part", 0x2202},    {"percnt", 0x25},    {"period", 0x2e},
    {"permil", 0x2030},  {"perp", 0x22a5},    {"phi", 0x3c6},
    {"phone", 0x260e},   {"pi", 0x3c0},       {"piv", 0x3d6},
    {"plus", 0x2b},      {"plusmn", 0xb1},    {"pound", 0xa3},
    {"prime", 0x2032},   {"prod", 0x220f},    {"prop", 0x221d},
    {"psi", 0x3c8},      {"puncsp", 0x2008},  {"quest", 0x3f},
    {"quot", 0x22},      {"rArr", 0x21d2},    {"radic", 0x221a},
    {"rang", 0x232a},    {"raquo", 0xbb},     {"rarr", 0x2192},
    {"rbrack", 0x5d},    {"rcaron", 0x159},   {"rceil", 0x2309},
    {"rcub", 0x7d},      {"rdquo", 0x201d},   {"rdquor", 0x201d},
    {"real", 0x211c},    {"reg", 0xae},       {"rfloor", 0x230b},
    {"rho", 0x3c1},      {"rlm", 0x200f},     {"rpar", 0x29},
    {"rsaquo", 0x203a},  {"rsqb", 0x5d},      {"rsquo", 0x2019},
    {"rsquor", 0x2019},  {"sacute", 0x15b},   {"sbquo", 0x201a},
    {"scaron", 0x161},   {"scedil", 0x15f},   {"sdot", 0x22c5},
    {"sect", 0xa7},      {"semi", 0x3b},      {"shy", 0xad},
    {"sigma", 0x3c3},    {"sigmaf", 0x3c2},   {"sim", 0x223c},
    {"sol", 0x2f},       {"spades", 0x2660},  {"star", 0x2606},
    {"sub", 0x2282},     {"sube", 0x2286},    {"sum", 0x2211},
    {"sup", 0x2283},     {"sup1", 0xb9},      {"sup2", 0xb2},
    {"sup3", 0xb3},      {"supe", 0x2287},    {"szlig", 0xdf},
    {"tau", 0x3c4},      {"tcaron", 0x165},   {"tcedil", 0x163},
    {"there4", 0x2234},  {"theta", 0x3b8},    {"thetasym", 0x3d1},
    {"thinsp", 0x2009},  {"thorn", 0xfe},     {"tilde", 0x2dc},
    {"times", 0xd7},     {"trade", 0x2122},   {"uArr", 0x21d1},
    {"uacute", 0xfa},    {"uarr", 0x2191},    {"ucirc", 0xfb},
    {"udblac", 0x171},   {"ugrave", 0xf9},    {"umacr", 0x16b},
    {"uml", 0xa8},       {"upsih", 0x3d2},    {"upsilon", 0x3c5},
    {"uring", 0x16f},    {"uuml", 0xfc},      {"vert", 0x7c},
    {"weierp", 0x2118},  {"xi", 0x3be},       {"yacute", 0xfd},
    {"yen", 0xa5},       {"yuml", 0xff},      {"zacute", 0x17a},
    {"zcaron", 0x17e},   {"zdot", 0x17c},     {"zeta", 0x3b6},
    {"zwj", 0x200d},     {"zwnj", 0x200c},
};

// What browsers show for &#128; to &#159;: windows-1252.
constexpr std::array<char32_t, 32> windows_1252 = {
    0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021, 0x2c6,  0x2030, 0x160,
    0x2039, 0x152,  0x8d,   0x17d,  0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178};

bool is_alnum(char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

std::optional<char32_t> named(std::string_view name) {
  const auto* end = std::end(named_references);
  const auto* found = std::lower_bound(
      std::begin(named_references), end, name,
      [](const NamedReference& one, std::string_view other) { return one.name < other; });
  if (found == end || found->name != name) return std::nullopt;
  return found->character;
}

std::optional<char32_t> numbered(std::string_view digits) {
  const bool hex = !digits.empty() && (digits[0] | 0x20) == 'x';
  if (hex) digits.remove_prefix(1);
  if (digits.empty() || digits.size() > 8) return std::nullopt;
  char32_t value = 0;
  for (const char c : digits) {
    const int letter = c | 0x20;
    int digit = 0;
    if (c >= '0' && c <= '9') {
      digit = c - '0';
    } else if (hex && letter >= 'a' && letter <= 'f') {
      digit = letter - 'a' + 10;
    } else {
      return std::nullopt;
    }
    value = value * (hex ? 16 : 10) + static_cast<char32_t>(digit);
    if (value > 0x10ffff) return std::nullopt;
  }
  if (value >= 0x80 && value <= 0x9f) return windows_1252[value - 0x80];
  if (value == 0 || (value >= 0xd800 && value <= 0xdfff)) return 0xfffd;
  return value;
}

// The reference at the front of text ("&amp;..."), and how many bytes it takes.  The semicolon may
// be missing only from a number: "AT&T" and "?a=1&copy=2" are no references.
std::optional<char32_t> reference(std::string_view text, std::size_t& length) {
  std::size_t end = 1;
  const bool is_number = text.size() > 1 && text[1] == '#';
  if (is_number) ++end;
  while (end < text.size() && end < 34 && is_alnum(text[end])) ++end;
  const bool closed = end < text.size() && text[end] == ';';
  length = end + (closed ? 1 : 0);
  if (is_number) return numbered(text.substr(2, end - 2));
  return closed ? named(text.substr(1, end - 1)) : std::nullopt;
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return lower;
}

bool parts_paragraphs(std::string_view tag) {
  static constexpr std::string_view blocks[] = {
      "address",    "article", "aside",  "blockquote", "dd", "div", "dl",  "dt",
      "figcaption", "figure",  "footer", "h1",         "h2", "h3",  "h4",  "h5",
      "h6",         "header",  "hr",     "li",         "ol", "p",   "pre", "section",
      "table",      "td",      "th",     "tr",         "ul"};
  return std::find(std::begin(blocks), std::end(blocks), tag) != std::end(blocks);
}

// Takes a text apart at its tags.
class MarkupStripper {
 public:
  explicit MarkupStripper(std::string_view html) : html_(html) {}

  std::string strip() {
    while (at_ < html_.size()) {
      const std::size_t tag = html_.find('<', at_);
      text_.append(html_.substr(at_, tag - at_));
      if (tag == std::string_view::npos) break;
      at_ = tag;
      take_tag();
    }
    return std::move(text_);
  }

 private:
  void take_tag() {
    if (html_.substr(at_, 4) == "<!--") return skip_past("-->");
    if (!begins_tag()) {
      text_ += html_[at_++];
      return;
    }
    const std::string name = tag_name();
    skip_tag();
    if (name == "br") {
      text_ += '\n';
    } else if (parts_paragraphs(name)) {
      text_ += "\n\n";
    } else if (name == "script" || name == "style") {
      skip_past("</" + name);
      skip_tag();
    }
  }

  bool begins_tag() const {
    if (at_ + 1 >= html_.size()) return false;
    const char next = html_[at_ + 1];
    return next == '/' || next == '!' || next == '?' || is_letter(next);
  }

  static bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

  std::string tag_name() const {
    std::size_t begin = at_ + 1;
    if (begin < html_.size() && html_[begin] == '/') ++begin;
    std::size_t end = begin;
    while (end < html_.size() && is_alnum(html_[end])) ++end;
    return lower_ascii(html_.substr(begin, end - begin));
  }

  // Past the '>' that ends the tag, quoted ones not counted.  An unclosed quote ends with the tag.
  void skip_tag() {
    const std::size_t plain_end = html_.find('>', at_);
    char quote = 0;
    for (std::size_t i = at_; i < html_.size(); ++i) {
      const char c = html_[i];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        at_ = i + 1;
        return;
      }
    }
    at_ = plain_end == std::string_view::npos ? html_.size() : plain_end + 1;
  }

  void skip_past(std::string_view end) {
    const std::size_t found = html_.find(end, at_);
    at_ = found == std::string_view::npos ? html_.size() : found + end.size();
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::string text_;
};

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

// The same as text::collapse_space(), quicker for a text that is ASCII but for a few letters.
std::string collapsed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t begin = 0;  // Of what is not copied yet.
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c == 0xc2 || (c >= 0xe1 && c <= 0xe3)) return text::collapse_space(text);
    if (!is_space(text[at])) continue;
    out.append(text.substr(begin, at - begin));
    while (at + 1 < text.size() && is_space(text[at + 1])) ++at;
    out += ' ';
    begin = at + 1;
  }
  return out.append(text.substr(begin));
}

void add_paragraph(std::vector<std::string>& paragraphs, std::string_view text) {
  text = trim(text);
  std::string paragraph = collapsed(text);
  if (!paragraph.empty()) paragraphs.push_back(std::move(paragraph));
}

// The end of a line that only white space parts from the next line break, or npos.
std::size_t blank_line(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find('\n', from); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    std::size_t next = at + 1;
    while (next < text.size() && text[next] != '\n' && is_space(text[next])) ++next;
    if (next < text.size() && text[next] == '\n') return at;
  }
  return std::string_view::npos;
}

}  // namespace

std::string decode_entities(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  while (!text.empty()) {
    const std::size_t ampersand = text.find('&');
    decoded.append(text.substr(0, ampersand));
    if (ampersand == std::string_view::npos) break;
    text.remove_prefix(ampersand);
    std::size_t length = 1;
    if (const auto character = reference(text, length)) {
      text::append_utf8(decoded, *character);
    } else {
      decoded += '&';
      length = 1;
    }
    text.remove_prefix(length);
  }
  return decoded;
}

std::string decode_entities_fully(std::string_view text) {
  std::string decoded(text);
  for (int pass = 0; pass < 3 && decoded.find('&') != std::string::npos; ++pass) {
    std::string again = decode_entities(decoded);
    if (again == decoded) break;
    decoded = std::move(again);
  }
  return decoded;
}

std::string strip_markup(std::string_view html) {
  if (html.find('<') == std::string_view::npos) return decode_entities(html);
  return decode_entities(MarkupStripper(html).strip());
}

std::vector<std::string> split_paragraphs(std::string_view text) {
  std::vector<std::string> paragraphs;
  const bool blank_lines = blank_line(text, 0) != std::string_view::npos;
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t end = blank_lines ? blank_line(text, begin) : text.find('\n', begin);
    end = std::min(end, text.size());
    add_paragraph(paragraphs, text.substr(begin, end - begin));
    begin = end + 1;
  }
  return paragraphs;
}

}  // namespace broadsheet::indexer
