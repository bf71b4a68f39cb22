#include "schema/language_name.hpp"

#include <unicode/locid.h>
#include <unicode/uloc.h>

#include <map>

#include "schema/text.hpp"

namespace broadsheet {
namespace {

std::string name_in(const icu::Locale& language, const icu::Locale& shown_in) {
  icu::UnicodeString name;
  std::string utf8;
  language.getDisplayLanguage(shown_in, name).toUTF8String(utf8);
  return text::fold_text(utf8);
}

std::map<std::string, std::string> codes_by_name() {
  std::map<std::string, std::string> codes;
  for (const char* const* code = uloc_getISOLanguages(); *code != nullptr; ++code) {
    if (std::string_view(*code).size() != 2) continue;
    const icu::Locale language(*code);
    codes.emplace(name_in(language, icu::Locale::getEnglish()), *code);
    codes.emplace(name_in(language, language), *code);
  }
  return codes;
}

}  // namespace

std::string language_code(std::string_view name) {
  static const std::map<std::string, std::string> codes = codes_by_name();
  const auto found = codes.find(text::fold_text(name));
  return found != codes.end() ? found->second : std::string();
}

}  // namespace broadsheet
