#include "schema/name_words.hpp"

#include <unicode/uchar.h>

namespace broadsheet {

NameWords::NameWords(const std::vector<Person>& people, text::Analyser& analyser) {
  for (const Person& person : people) {
    text::Tokeniser tokens(person.name);
    for (text::Token token; tokens.next(token);) {
      const text::Forms& forms = analyser.forms(token);
      if (forms.stem != forms.word && is_capitalised(token.surface)) words_.insert(forms.word);
    }
  }
}

bool NameWords::is_capitalised(std::string_view surface) {
  std::size_t at = 0;
  return u_isUUppercase(static_cast<UChar32>(text::next_character(surface, at))) != 0;
}

}  // namespace broadsheet
