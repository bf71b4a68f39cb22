// The language of a text.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::indexer {

// The ISO 639-1 code of the text, or empty.  declared is what the page claims ("en-GB", "de_DE",
// may be empty): believed for texts too short to tell (under about 100 letters) or uncertain, but
// never against the script (an "en" on a Cyrillic text).
std::string detect_language(std::string_view text, std::string_view declared);

// "en-GB" or "EN_us" to "en"; empty if it is no language tag of two (or known three) letters.
std::string primary_language(std::string_view tag);

}  // namespace broadsheet::indexer
