#include "indexer/extract/encoding.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include "indexer/extract/ascii.hpp"
#include "indexer/extract/double_encoding.hpp"
#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

// Real pages put the declaration after the 1,024 bytes that the standard allows.
constexpr std::size_t prescan_bytes = 8'192;

struct Label {
  std::string_view label;
  std::string_view encoding;
};

// The table of the Encoding Standard, section 4.2, sorted by label (checked below).
constexpr auto labels = std::to_array<Label>({
    {"866", "IBM866"},
    {"ansi_x3.4-1968", "windows-1252"},
    {"arabic", "ISO-8859-6"},
    {"ascii", "windows-1252"},
    {"asmo-708", "ISO-8859-6"},
    {"big5", "Big5"},
    {"big5-hkscs", "Big5"},
    {"chinese", "GBK"},
    {"cn-big5", "Big5"},
    {"cp1250", "windows-1250"},
    {"cp1251", "windows-1251"},
    {"cp1252", "windows-1252"},
    {"cp1253", "windows-1253"},
    {"cp1254", "windows-1254"},
    {"cp1255", "windows-1255"},
    {"cp1256", "windows-1256"},
    {"cp1257", "windows-1257"},
    {"cp1258", "windows-1258"},
    {"cp819", "windows-1252"},
    {"cp866", "IBM866"},
    {"csbig5", "Big5"},
    {"cseuckr", "EUC-KR"},
    {"cseucpkdfmtjapanese", "EUC-JP"},
    {"csgb2312", "GBK"},
    {"csibm866", "IBM866"},
    {"csiso2022jp", "ISO-2022-JP"},
    {"csiso2022kr", "replacement"},
    {"csiso58gb231280", "GBK"},
    {"csiso88596e", "ISO-8859-6"},
    {"csiso88596i", "ISO-8859-6"},
    {"csiso88598e", "ISO-8859-8"},
    {"csiso88598i", "ISO-8859-8-I"},
    {"csisolatin1", "windows-1252"},
    {"csisolatin2", "ISO-8859-2"},
    {"csisolatin3", "ISO-8859-3"},
    {"csisolatin4", "ISO-8859-4"},
    {"csisolatin5", "windows-1254"},
    {"csisolatin6", "ISO-8859-10"},
    {"csisolatin9", "ISO-8859-15"},
    {"csisolatinarabic", "ISO-8859-6"},
    {"csisolatincyrillic", "ISO-8859-5"},
    {"csisolatingreek", "ISO-8859-7"},
    {"csisolatinhebrew", "ISO-8859-8"},
    {"cskoi8r", "KOI8-R"},
    {"csksc56011987", "EUC-KR"},
    {"csmacintosh", "macintosh"},
    {"csshiftjis", "Shift_JIS"},
    {"csunicode", "UTF-16LE"},
    {"cyrillic", "ISO-8859-5"},
    {"dos-874", "windows-874"},
    {"ecma-114", "ISO-8859-6"},
    {"ecma-118", "ISO-8859-7"},
    {"elot_928", "ISO-8859-7"},
    {"euc-jp", "EUC-JP"},
    {"euc-kr", "EUC-KR"},
    {"gb18030", "gb18030"},
    {"gb2312", "GBK"},
    {"gb_2312", "GBK"},
    {"gb_2312-80", "GBK"},
    {"gbk", "GBK"},
    {"greek", "ISO-8859-7"},
    {"greek8", "ISO-8859-7"},
    {"hebrew", "ISO-8859-8"},
    {"hz-gb-2312", "replacement"},
    {"ibm819", "windows-1252"},
    {"ibm866", "IBM866"},
    {"iso-10646-ucs-2", "UTF-16LE"},
    {"iso-2022-cn", "replacement"},
    {"iso-2022-cn-ext", "replacement"},
    {"iso-2022-jp", "ISO-2022-JP"},
    {"iso-2022-kr", "replacement"},
    {"iso-8859-1", "windows-1252"},
    {"iso-8859-10", "ISO-8859-10"},
    {"iso-8859-11", "windows-874"},
    {"iso-8859-13", "ISO-8859-13"},
    {"iso-8859-14", "ISO-8859-14"},
    {"iso-8859-15", "ISO-8859-15"},
    {"iso-8859-16", "ISO-8859-16"},
    {"iso-8859-2", "ISO-8859-2"},
    {"iso-8859-3", "ISO-8859-3"},
    {"iso-8859-4", "ISO-8859-4"},
    {"iso-8859-5", "ISO-8859-5"},
    {"iso-8859-6", "ISO-8859-6"},
    {"iso-8859-6-e", "ISO-8859-6"},
    {"iso-8859-6-i", "ISO-8859-6"},
    {"iso-8859-7", "ISO-8859-7"},
    {"iso-8859-8", "ISO-8859-8"},
    {"iso-8859-8-e", "ISO-8859-8"},
    {"iso-8859-8-i", "ISO-8859-8-I"},
    {"iso-8859-9", "windows-1254"},
    {"iso-ir-100", "windows-1252"},
    {"iso-ir-101", "ISO-8859-2"},
    {"iso-ir-109", "ISO-8859-3"},
    {"iso-ir-110", "ISO-8859-4"},
    {"iso-ir-126", "ISO-8859-7"},
    {"iso-ir-127", "ISO-8859-6"},
    {"iso-ir-138", "ISO-8859-8"},
    {"iso-ir-144", "ISO-8859-5"},
    {"iso-ir-148", "windows-1254"},
    {"iso-ir-149", "EUC-KR"},
    {"iso-ir-157", "ISO-8859-10"},
    {"iso-ir-58", "GBK"},
    {"iso8859-1", "windows-1252"},
    {"iso8859-10", "ISO-8859-10"},
    {"iso8859-11", "windows-874"},
    {"iso8859-13", "ISO-8859-13"},
    {"iso8859-14", "ISO-8859-14"},
    {"iso8859-15", "ISO-8859-15"},
    {"iso8859-2", "ISO-8859-2"},
    {"iso8859-3", "ISO-8859-3"},
    {"iso8859-4", "ISO-8859-4"},
    {"iso8859-5", "ISO-8859-5"},
    {"iso8859-6", "ISO-8859-6"},
    {"iso8859-7", "ISO-8859-7"},
    {"iso8859-8", "ISO-8859-8"},
    {"iso8859-9", "windows-1254"},
    {"iso88591", "windows-1252"},
    {"iso885910", "ISO-8859-10"},
    {"iso885911", "windows-874"},
    {"iso885913", "ISO-8859-13"},
    {"iso885914", "ISO-8859-14"},
    {"iso885915", "ISO-8859-15"},
    {"iso88592", "ISO-8859-2"},
    {"iso88593", "ISO-8859-3"},
    {"iso88594", "ISO-8859-4"},
    {"iso88595", "ISO-8859-5"},
    {"iso88596", "ISO-8859-6"},
    {"iso88597", "ISO-8859-7"},
    {"iso88598", "ISO-8859-8"},
    {"iso88599", "windows-1254"},
    {"iso_8859-1", "windows-1252"},
    {"iso_8859-15", "ISO-8859-15"},
    {"iso_8859-1:1987", "windows-1252"},
    {"iso_8859-2", "ISO-8859-2"},
    {"iso_8859-2:1987", "ISO-8859-2"},
    {"iso_8859-3", "ISO-8859-3"},
    {"iso_8859-3:1988", "ISO-8859-3"},
    {"iso_8859-4", "ISO-8859-4"},
    {"iso_8859-4:1988", "ISO-8859-4"},
    {"iso_8859-5", "ISO-8859-5"},
    {"iso_8859-5:1988", "ISO-8859-5"},
    {"iso_8859-6", "ISO-8859-6"},
    {"iso_8859-6:1987", "ISO-8859-6"},
    {"iso_8859-7", "ISO-8859-7"},
    {"iso_8859-7:1987", "ISO-8859-7"},
    {"iso_8859-8", "ISO-8859-8"},
    {"iso_8859-8:1988", "ISO-8859-8"},
    {"iso_8859-9", "windows-1254"},
    {"iso_8859-9:1989", "windows-1254"},
    {"koi", "KOI8-R"},
    {"koi8", "KOI8-R"},
    {"koi8-r", "KOI8-R"},
    {"koi8-ru", "KOI8-U"},
    {"koi8-u", "KOI8-U"},
    {"koi8_r", "KOI8-R"},
    {"korean", "EUC-KR"},
    {"ks_c_5601-1987", "EUC-KR"},
    {"ks_c_5601-1989", "EUC-KR"},
    {"ksc5601", "EUC-KR"},
    {"ksc_5601", "EUC-KR"},
    {"l1", "windows-1252"},
    {"l2", "ISO-8859-2"},
    {"l3", "ISO-8859-3"},
    {"l4", "ISO-8859-4"},
    {"l5", "windows-1254"},
    {"l6", "ISO-8859-10"},
    {"l9", "ISO-8859-15"},
    {"latin1", "windows-1252"},
    {"latin2", "ISO-8859-2"},
    {"latin3", "ISO-8859-3"},
    {"latin4", "ISO-8859-4"},
    {"latin5", "windows-1254"},
    {"latin6", "ISO-8859-10"},
    {"logical", "ISO-8859-8-I"},
    {"mac", "macintosh"},
    {"macintosh", "macintosh"},
    {"ms932", "Shift_JIS"},
    {"ms_kanji", "Shift_JIS"},
    {"replacement", "replacement"},
    {"shift-jis", "Shift_JIS"},
    {"shift_jis", "Shift_JIS"},
    {"sjis", "Shift_JIS"},
    {"sun_eu_greek", "ISO-8859-7"},
    {"tis-620", "windows-874"},
    {"ucs-2", "UTF-16LE"},
    {"unicode", "UTF-16LE"},
    {"unicode-1-1-utf-8", "UTF-8"},
    {"unicode11utf8", "UTF-8"},
    {"unicode20utf8", "UTF-8"},
    {"unicodefeff", "UTF-16LE"},
    {"unicodefffe", "UTF-16BE"},
    {"us-ascii", "windows-1252"},
    {"utf-16", "UTF-16LE"},
    {"utf-16be", "UTF-16BE"},
    {"utf-16le", "UTF-16LE"},
    {"utf-8", "UTF-8"},
    {"utf8", "UTF-8"},
    {"visual", "ISO-8859-8"},
    {"windows-1250", "windows-1250"},
    {"windows-1251", "windows-1251"},
    {"windows-1252", "windows-1252"},
    {"windows-1253", "windows-1253"},
    {"windows-1254", "windows-1254"},
    {"windows-1255", "windows-1255"},
    {"windows-1256", "windows-1256"},
    {"windows-1257", "windows-1257"},
    {"windows-1258", "windows-1258"},
    {"windows-31j", "Shift_JIS"},
    {"windows-874", "windows-874"},
    {"windows-949", "EUC-KR"},
    {"x-cp1250", "windows-1250"},
    {"x-cp1251", "windows-1251"},
    {"x-cp1252", "windows-1252"},
    {"x-cp1253", "windows-1253"},
    {"x-cp1254", "windows-1254"},
    {"x-cp1255", "windows-1255"},
    {"x-cp1256", "windows-1256"},
    {"x-cp1257", "windows-1257"},
    {"x-cp1258", "windows-1258"},
    {"x-euc-jp", "EUC-JP"},
    {"x-gbk", "GBK"},
    {"x-mac-cyrillic", "x-mac-cyrillic"},
    {"x-mac-roman", "macintosh"},
    {"x-mac-ukrainian", "x-mac-cyrillic"},
    {"x-sjis", "Shift_JIS"},
    {"x-unicode20utf8", "UTF-8"},
    {"x-user-defined", "windows-1252"},
    {"x-x-big5", "Big5"},
});
static_assert(std::ranges::is_sorted(labels, {}, &Label::label));

// ICU's converter for an encoding, where its name there means less (or nothing).
constexpr auto converters = std::to_array<Label>({
    {"Big5", "Big5-HKSCS"},
    {"EUC-KR", "windows-949"},
    {"GBK", "gb18030"},
    {"ISO-8859-8-I", "ISO-8859-8"},
    {"Shift_JIS", "windows-31j"},
    {"x-mac-cyrillic", "x-mac-cyrillic"},
});

// The legacy encoding of a language's older pages.
constexpr auto language_encodings = std::to_array<Label>({
    {"ar", "windows-1256"}, {"be", "windows-1251"}, {"bg", "windows-1251"}, {"cs", "windows-1250"},
    {"el", "windows-1253"}, {"et", "windows-1257"}, {"fa", "windows-1256"}, {"he", "windows-1255"},
    {"hr", "windows-1250"}, {"hu", "windows-1250"}, {"ja", "Shift_JIS"},    {"ko", "EUC-KR"},
    {"lt", "windows-1257"}, {"lv", "windows-1257"}, {"mk", "windows-1251"}, {"pl", "ISO-8859-2"},
    {"ro", "windows-1250"}, {"ru", "windows-1251"}, {"sk", "windows-1250"}, {"sl", "windows-1250"},
    {"sr", "windows-1251"}, {"th", "windows-874"},  {"tr", "windows-1254"}, {"uk", "windows-1251"},
    {"vi", "windows-1258"}, {"zh", "GBK"},
});

template <std::size_t size>
std::string_view look_up(const std::array<Label, size>& table, std::string_view key) {
  const auto found = std::ranges::find(table, key, &Label::label);
  return found == table.end() ? std::string_view() : found->encoding;
}

struct Utf8Count {
  std::size_t sequences = 0;  // Well-formed ones of several bytes.
  std::size_t errors = 0;
};

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    text::next_character(bytes, at);
    ++(at - begin > 1 ? count.sequences : count.errors);
  }
  return count;
}

struct ConverterCloser {
  void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};

// Nothing if ICU has no converter of that name.
std::optional<std::string> convert(std::string_view bytes, std::string_view encoding) {
  const std::string_view mapped = look_up(converters, encoding);
  const std::string name(mapped.empty() ? encoding : mapped);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, ConverterCloser> from(ucnv_open(name.c_str(), &status));
  const std::unique_ptr<UConverter, ConverterCloser> to(ucnv_open("UTF-8", &status));
  if (U_FAILURE(status)) return std::nullopt;

  std::string text;
  text.resize(bytes.size() * 3 / 2 + 64);
  std::array<UChar, 4'096> pivot;
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  const char* source = bytes.data();
  std::size_t written = 0;
  bool reset = true;
  for (;;) {
    char* target = text.data() + written;
    status = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &target, text.data() + text.size(), &source,
                   bytes.data() + bytes.size(), pivot.data(), &pivot_source, &pivot_target,
                   pivot.data() + pivot.size(), reset, true, &status);
    reset = false;
    written = static_cast<std::size_t>(target - text.data());
    if (status != U_BUFFER_OVERFLOW_ERROR) break;
    text.resize(text.size() * 2);
  }
  if (U_FAILURE(status)) return std::nullopt;
  text.resize(written);
  return text;
}

std::string without_errors(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + 16);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    const char32_t character = text::next_character(bytes, at);
    if (at - begin == 1 && character == U'\uFFFD') {
      text += "\uFFFD";
    } else {
      text.append(bytes, begin, at - begin);
    }
  }
  return text;
}

// How bytes from 0x80 up are distributed.
struct HighBytes {
  std::size_t count = 0;
  std::size_t runs = 0;          // Maximal runs of them.
  std::size_t odd_runs = 0;      // Runs of odd length.
  std::size_t pairs = 0;         // Both bytes 0xA1 to 0xFE, taken two by two within a run.
  std::size_t kana_pairs = 0;    // Lead 0xA4 or 0xA5: kana in EUC-JP, rare in GBK.
  std::size_t hangul_pairs = 0;  // Lead 0xB0 to 0xC8: Hangul in EUC-KR, a third of GBK.
  std::size_t sjis_kana = 0;     // 0x82 or 0x83 and a kana's second byte.
  std::size_t cyrillic = 0;      // Letters in windows-1251.
};

void count_run(std::string_view run, HighBytes& high) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(run[i]); };
  ++high.runs;
  high.count += run.size();
  high.odd_runs += run.size() % 2;
  for (std::size_t i = 0; i < run.size(); ++i) {
    high.cyrillic += byte(i) >= 0xC0 || byte(i) == 0xB8 || byte(i) == 0xA8;
  }
  for (std::size_t i = 0; i + 1 < run.size(); i += 2) {
    if (byte(i) < 0xA1 || byte(i + 1) < 0xA1) continue;
    ++high.pairs;
    high.kana_pairs += byte(i) == 0xA4 || byte(i) == 0xA5;
    high.hangul_pairs += byte(i) >= 0xB0 && byte(i) <= 0xC8;
  }
}

HighBytes count_high_bytes(std::string_view bytes) {
  HighBytes high;
  const auto is_high = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (byte < 0x80) continue;
    if ((byte == 0x82 || byte == 0x83) && at + 1 < bytes.size()) {
      const auto second = static_cast<unsigned char>(bytes[at + 1]);
      high.sjis_kana += byte == 0x82 ? second >= 0x9F && second <= 0xF1 : second <= 0x96;
    }
    if (at > 0 && is_high(bytes[at - 1])) continue;
    std::size_t end = at;
    while (end < bytes.size() && is_high(bytes[end])) ++end;
    count_run(bytes.substr(at, end - at), high);
  }
  return high;
}

// Letters of western pages stand alone among ASCII ones; scripts without ASCII make long runs.
std::string_view guess_encoding(std::string_view bytes) {
  const HighBytes high = count_high_bytes(bytes);
  if (high.count >= 40) {
    if (high.sjis_kana * 6 > high.count) return "Shift_JIS";
    const bool long_runs = high.count > high.runs * 3;
    if (long_runs && high.odd_runs * 20 < high.runs && high.pairs * 2 * 10 > high.count * 9) {
      if (high.kana_pairs * 5 > high.pairs) return "EUC-JP";
      if (high.hangul_pairs * 10 > high.pairs * 9) return "EUC-KR";
      return "GBK";
    }
    if (long_runs && high.cyrillic * 10 > high.count * 9) return "windows-1251";
  }
  const std::string start = ascii::lower(bytes.substr(0, prescan_bytes));
  const std::size_t lang = start.find(" lang=");
  if (lang != std::string::npos) {
    std::size_t at = lang + 6;
    if (at < start.size() && (start[at] == '"' || start[at] == '\'')) ++at;
    const std::string_view encoding =
        look_up(language_encodings, std::string_view(start).substr(at, 2));
    if (!encoding.empty()) return encoding;
  }
  return "windows-1252";
}

// The value after "charset" (or "encoding") and its '=', from `at` on; moves past it.
std::string_view value_after_equals(std::string_view text, std::size_t& at) {
  while (at < text.size() && ascii::is_space(text[at])) ++at;
  if (at >= text.size() || text[at] != '=') return {};
  ++at;
  while (at < text.size() && (ascii::is_space(text[at]) || text[at] == '"' || text[at] == '\'')) {
    ++at;
  }
  const std::size_t begin = at;
  while (at < text.size() && !ascii::is_space(text[at]) &&
         std::string_view("\"';>/?").find(text[at]) == std::string_view::npos) {
    ++at;
  }
  return text.substr(begin, at - begin);
}

std::optional<std::string_view> encoding_in(std::string_view tag, std::string_view word) {
  for (std::size_t at = tag.find(word); at != std::string_view::npos; at = tag.find(word, at)) {
    at += word.size();
    const std::string_view value = value_after_equals(tag, at);
    if (const auto encoding = encoding_of_label(value)) return encoding;
  }
  return std::nullopt;
}

DecodedPage decode_as(std::string_view bytes, std::string_view encoding) {
  if (encoding != "UTF-8") {
    if (auto text = convert(bytes, encoding)) return {std::move(*text), encoding};
  }
  return {without_errors(bytes), "UTF-8"};
}

DecodedPage decode_once(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return {without_errors(bytes.substr(3)), "UTF-8"};
  if (bytes.starts_with("\xFF\xFE")) return decode_as(bytes.substr(2), "UTF-16LE");
  if (bytes.starts_with("\xFE\xFF")) return decode_as(bytes.substr(2), "UTF-16BE");

  std::optional<std::string_view> declared = declared_encoding(bytes);
  if (declared && (declared->starts_with("UTF-16") || *declared == "replacement")) {
    declared.reset();  // The declaration itself was readable as ASCII: it cannot be true.
  }
  const Utf8Count utf8 = count_utf8(bytes);
  if (utf8.errors == 0) {
    const bool escapes = declared && *declared == "ISO-2022-JP" && utf8.sequences == 0;
    return escapes ? decode_as(bytes, *declared) : DecodedPage{std::string(bytes), "UTF-8"};
  }
  const bool expected = !declared || *declared == "UTF-8";
  if (utf8.sequences >= utf8.errors * (expected ? 2 : 50)) return decode_as(bytes, "UTF-8");
  if (declared && *declared != "UTF-8") return decode_as(bytes, *declared);
  return decode_as(bytes, guess_encoding(bytes));
}

}  // namespace

std::optional<std::string_view> encoding_of_label(std::string_view label) {
  const std::string key = ascii::lower(ascii::trim(label));
  const auto found = std::ranges::lower_bound(labels, std::string_view(key), {}, &Label::label);
  if (found == labels.end() || found->label != key) return std::nullopt;
  return found->encoding;
}

std::optional<std::string_view> declared_encoding(std::string_view bytes) {
  const std::string start = ascii::lower(bytes.substr(0, prescan_bytes));
  const std::string_view text = start;
  if (text.starts_with("<?xml")) {
    if (const auto encoding = encoding_in(text.substr(0, text.find('>')), "encoding")) {
      return encoding;
    }
  }
  for (std::size_t at = 0; at < text.size();) {
    if (text.compare(at, 4, "<!--") == 0) {
      const std::size_t end = text.find("-->", at + 2);
      if (end == std::string_view::npos) break;
      at = end + 3;
    } else if (text.compare(at, 5, "<meta") == 0) {
      const std::size_t end = std::min(text.find('>', at), text.size());
      if (const auto encoding = encoding_in(text.substr(at, end - at), "charset")) return encoding;
      at = end;
    } else {
      ++at;
    }
  }
  return std::nullopt;
}

DecodedPage decode_page(std::string_view bytes) {
  DecodedPage page = decode_once(bytes);
  page.text = mend_double_encoding(std::move(page.text));
  return page;
}

}  // namespace broadsheet::indexer
