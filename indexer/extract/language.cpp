#include "indexer/extract/language.hpp"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <map>

#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

constexpr std::size_t most_bytes = 8'000;  // More do not change the answer.
constexpr std::size_t telling_letters = 100;

bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

struct Script {
  UScriptCode code = USCRIPT_UNKNOWN;  // Of most letters.
  std::size_t letters = 0;
};

Script main_script(std::string_view text) {
  std::map<UScriptCode, std::size_t> counts;
  Script script;
  std::size_t ascii_letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    if ((text[at] & 0x80) == 0) {
      if (is_letter(text[at++])) ++ascii_letters;
      continue;
    }
    const auto c = static_cast<UChar32>(text::next_character(text, at));
    if (!u_isalpha(c)) continue;
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode code = uscript_getScript(c, &status);
    if (code == USCRIPT_HIRAGANA || code == USCRIPT_KATAKANA) code = USCRIPT_JAPANESE;
    ++counts[code];
    ++script.letters;
  }
  counts[USCRIPT_LATIN] += ascii_letters;
  script.letters += ascii_letters;
  std::size_t most = 0;
  for (const auto& [code, count] : counts) {
    if (count > most) {
      most = count;
      script.code = code;
    }
  }
  // Kana tells Japanese from Chinese even where Han is more.
  if (script.code == USCRIPT_HAN && counts[USCRIPT_JAPANESE] * 10 > script.letters)
    script.code = USCRIPT_JAPANESE;
  return script;
}

struct ScriptLanguages {
  UScriptCode script;
  std::string_view languages;  // Those written in it, the first most often; two letters each.
  bool only;                   // No other language of news is.
};

constexpr std::array<ScriptLanguages, 17> script_languages = {{
    {USCRIPT_CYRILLIC, "ru uk be bg sr mk kk ky mn tg uz tt", false},
    {USCRIPT_GREEK, "el", true},
    {USCRIPT_ARABIC, "ar fa ur ps ug ku sd", false},
    {USCRIPT_HEBREW, "he iw yi", false},
    {USCRIPT_HAN, "zh ja", false},
    {USCRIPT_JAPANESE, "ja", true},
    {USCRIPT_HANGUL, "ko", true},
    {USCRIPT_THAI, "th", true},
    {USCRIPT_DEVANAGARI, "hi mr ne sa", false},
    {USCRIPT_BENGALI, "bn as", false},
    {USCRIPT_TAMIL, "ta", true},
    {USCRIPT_TELUGU, "te", true},
    {USCRIPT_KANNADA, "kn", true},
    {USCRIPT_MALAYALAM, "ml", true},
    {USCRIPT_GUJARATI, "gu", true},
    {USCRIPT_GEORGIAN, "ka", true},
    {USCRIPT_ARMENIAN, "hy", true},
}};

const ScriptLanguages* languages_of(UScriptCode script) {
  for (const ScriptLanguages& entry : script_languages) {
    if (entry.script == script) return &entry;
  }
  return nullptr;
}

// Whether a text in the script can be in the language: a script we know nothing of allows any.
bool fits_script(std::string_view language, UScriptCode script) {
  if (language.empty()) return false;
  if (const ScriptLanguages* entry = languages_of(script))
    return entry->languages.find(language) != std::string_view::npos;
  if (script != USCRIPT_LATIN) return true;
  for (const ScriptLanguages& entry : script_languages) {
    const bool both_scripts = language == "sr" || language == "uz" || language == "kk" ||
                              language == "ku" || language == "tt";
    if (!both_scripts && entry.languages.find(language) != std::string_view::npos) return false;
  }
  return true;
}

// Codes of old standards, and of those that ISO 639-1 gives one code.
std::string modern_code(std::string_view code) {
  if (code == "iw") return "he";
  if (code == "in") return "id";
  if (code == "ji") return "yi";
  if (code == "nb" || code == "nn") return "no";
  if (code == "zh-Hant") return "zh";
  if (code == "tl") return "tl";
  return std::string(code);
}

// Whether one word in ten is "the", "of" or "and" or the like, as in no other language: most news
// of the world's archives needs no more than that.
bool is_plainly_english(std::string_view text) {
  static constexpr std::array<std::string_view, 7> telling = {"the",  "of",   "and", "with",
                                                              "said", "that", "from"};
  constexpr std::size_t least_words = 40;
  constexpr std::size_t most_words = 100;
  std::size_t words = 0;
  std::size_t found = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size() && words < most_words; ++at) {
    if (at < text.size() && text[at] != ' ') continue;
    const std::string_view word = text.substr(begin, at - begin);
    begin = at + 1;
    if (word.empty()) continue;
    ++words;
    if (std::find(telling.begin(), telling.end(), word) != telling.end()) ++found;
  }
  return words >= least_words && found * 10 >= words;
}

struct Guess {
  std::string language;
  bool is_reliable = false;
};

Guess guess(std::string_view text) {
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int text_bytes = 0;
  int valid_bytes = 0;
  bool is_reliable = false;
  const CLD2::CLDHints no_hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING,
                                   CLD2::UNKNOWN_LANGUAGE};
  CLD2::ExtDetectLanguageSummaryCheckUTF8(
      text.data(), static_cast<int>(text.size()), true, &no_hints, 0, languages.data(),
      percents.data(), scores.data(), nullptr, &text_bytes, &is_reliable, &valid_bytes);
  if (languages[0] == CLD2::UNKNOWN_LANGUAGE) return {};
  return {primary_language(CLD2::LanguageCode(languages[0])), is_reliable && percents[0] >= 60};
}

}  // namespace

std::string primary_language(std::string_view tag) {
  std::size_t length = 0;
  while (length < tag.size() && is_letter(tag[length])) ++length;
  const bool ends = length == tag.size() || tag[length] == '-' || tag[length] == '_';
  if (!ends) return {};
  std::string code;
  for (const char c : tag.substr(0, length)) code += static_cast<char>(c | 0x20);
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> long_codes = {
      {{"eng", "en"},
       {"deu", "de"},
       {"ger", "de"},
       {"fra", "fr"},
       {"fre", "fr"},
       {"spa", "es"},
       {"ita", "it"},
       {"por", "pt"},
       {"nld", "nl"},
       {"rus", "ru"},
       {"zho", "zh"},
       {"fil", "tl"}}};
  for (const auto& [three, two] : long_codes) {
    if (code == three) return std::string(two);
  }
  return code.size() == 2 ? modern_code(code) : std::string();
}

std::string detect_language(std::string_view text, std::string_view declared) {
  text = text::truncate_utf8(text, most_bytes);
  if (is_plainly_english(text)) return "en";
  const Script script = main_script(text);
  std::string hint = primary_language(declared);
  const bool hint_fits = fits_script(hint, script.code);
  if (script.letters == 0) return hint;
  const ScriptLanguages* of_script = languages_of(script.code);
  if (of_script && of_script->only) return std::string(of_script->languages.substr(0, 2));
  const bool is_ideographic = script.code == USCRIPT_HAN;
  if (script.letters < telling_letters && !is_ideographic && hint_fits) return hint;
  const Guess found = guess(text);
  if (found.is_reliable && (script.letters >= telling_letters / 2 || !hint_fits))
    return found.language;
  if (hint_fits) return hint;
  if (!found.language.empty() && script.letters >= telling_letters / 2) return found.language;
  return of_script ? std::string(of_script->languages.substr(0, 2)) : std::string();
}

}  // namespace broadsheet::indexer
