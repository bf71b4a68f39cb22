#include "indexer/extract/month_names.hpp"

#include <unicode/calendar.h>
#include <unicode/dtfmtsym.h>

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/extract/date_tokens.hpp"

namespace broadsheet::indexer {
namespace {

// Folded words to months, in the languages of the world's news: those of CLDR, and forms in use
// that it lacks.
class MonthNames {
 public:
  static const MonthNames& instance() {
    static const MonthNames names;
    return names;
  }

  const MonthName* find(const std::string& word, std::string_view language) const {
    const auto found = names_.find(word);
    if (found == names_.end()) return nullptr;
    for (const MonthName& name : found->second) {
      if (name.language == language.substr(0, 2)) return &name;
    }
    return &found->second.front();
  }

 private:
  MonthNames() {
    // The order settles words that name different months.
    for (const char* locale :
         {"en", "en_GB", "de",    "de_AT", "fr", "es", "it",      "pt", "nl", "sv", "no",
          "da", "fi",    "pl",    "cs",    "sk", "hu", "ro",      "tr", "ru", "uk", "el",
          "ca", "gl",    "eu",    "sl",    "hr", "sr", "sr_Latn", "bs", "mk", "bg", "be",
          "et", "lv",    "lt",    "is",    "ga", "cy", "sq",      "id", "ms", "vi", "fil",
          "ar", "ar_LB", "ar_MA", "fa",    "he", "hi", "bn",      "th", "az", "kk", "uz",
          "hy", "ka",    "sw",    "af",    "ur", "mr", "ne",      "gu", "pa", "ta", "te",
          "kn", "ml",    "si",    "my",    "km", "lo", "am",      "mn", "ky", "tg"})
      add_locale(icu::Locale((std::string(locale) + "@calendar=gregorian").c_str()), locale, false);
    add_locale(icu::Locale("fa_IR@calendar=persian"), "fa", true);
    static constexpr std::pair<const char*, unsigned> more[] = {
        {"sept", 9},     {"setiembre", 9}, {"janner", 1},        {"jaenner", 1}, {"janer", 1},
        {"maerz", 3},    {"mrz", 3},       {"feber", 2},         {"juill", 7},   {"jui", 7},
        {"fev", 2},      {"avr", 4},       {"aout", 8},          {"gennaio", 1}, {"sett", 9},
        {"ene", 1},      {"abr", 4},       {"ago", 8},           {"dic", 12},    {"set", 9},
        {"out", 10},     {"dez", 12},      {"okt", 10},          {"des", 12},    {"januar", 1},
        {"sierpnia", 8}, {"wrzesnia", 9},  {"pazdziernika", 10}, {"agustus", 8}, {"agt", 8},
        {"kolovoza", 8}, {"juin", 6},      {"mei", 5},           {"mars", 3}};
    for (const auto& [word, month] : more) add(word, month, "", false);
  }

  void add_locale(const icu::Locale& locale, std::string_view language, bool persian) {
    using Symbols = icu::DateFormatSymbols;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(locale, status));
    if (U_FAILURE(status)) return;
    const Symbols symbols(locale, calendar->getType(), status);
    if (U_FAILURE(status)) return;
    for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
      for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
        std::int32_t count = 0;
        const icu::UnicodeString* months = symbols.getMonths(count, context, width);
        for (std::int32_t i = 0; i < std::min(count, 12); ++i) {
          std::string name;
          months[i].toUTF8String(name);
          add(name, static_cast<unsigned>(i + 1), language, persian);
        }
      }
    }
  }

  void add(std::string_view name, unsigned month, std::string_view language, bool persian);

  std::unordered_map<std::string, std::vector<MonthName>> names_;
};

void MonthNames::add(std::string_view name, unsigned month, std::string_view language,
                     bool persian) {
  std::string key;
  for (const DateToken& token : date_tokens(name)) {
    if (token.kind == DateToken::Kind::number) return;
    if (token.kind != DateToken::Kind::word) continue;
    if (!key.empty()) key += ' ';
    key += token.word;
  }
  if (key.size() < 3) return;
  std::vector<MonthName>& names = names_[key];
  for (const MonthName& known : names) {
    if (known.language == language.substr(0, 2)) return;
  }
  names.push_back({std::string(language.substr(0, 2)), month, persian});
}

}  // namespace

const MonthName* find_month(const std::string& word, std::string_view language) {
  return MonthNames::instance().find(word, language);
}

}  // namespace broadsheet::indexer
