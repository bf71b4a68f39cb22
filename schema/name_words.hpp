// Which words of an article are names of its persons, and not to be stemmed.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "schema/article.hpp"
#include "schema/text.hpp"

namespace broadsheet {

// "Banks" in an article about Jamie Banks is the person's: its stem would make it one of the banks.
// Index and snippet both ask here, so that what is marked is what matched.
class NameWords {
 public:
  NameWords(const std::vector<Person>& people, text::Analyser& analyser);

  // Whether the token, which has these forms, is a capitalised word of one of the names, and its
  // stem another word.
  bool contains(const text::Token& token, const text::Forms& forms) const {
    return !words_.empty() && forms.stem != forms.word && is_capitalised(token.surface) &&
           words_.contains(forms.word);
  }

 private:
  static bool is_capitalised(std::string_view surface);

  std::unordered_set<std::string> words_;  // Folded; those that a stem would change.
};

}  // namespace broadsheet
