// Languages by name.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// The ISO 639-1 code of a language, by its name in English or in the language itself, in any case,
// with or without accents ("German", "deutsch": de).  Empty for anything else.
std::string language_code(std::string_view name);

}  // namespace broadsheet
