// A person's name in its parts, and which names may be one person's.
//
// Names of the world are read by what they show: the surname is the last word with the particles
// before it ("van der Bellen", "al-Assad"), and comparing allows for names that put it first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

struct PersonName {
  // As it is shown: "BIDEN, Joseph" is "Joseph Biden"; no nickname in quotes, one space between
  // words.
  std::string shown;
  // Folded as name_id() folds, hyphens within words kept, in the order of `shown`, particles and
  // initials (each a word) included; suffix and nickname left out.
  std::vector<std::string> words;
  // Where the surname begins, with its particles.  0: the name is no more than that, or one word.
  std::size_t surname = 0;
  std::string suffix;    // "jr", "sr", "ii", "iii", "iv", "elder", "younger"; empty for none.
  std::string nickname;  // Folded; what stood in quotes.

  // One name, given name or surname, and its particles: "Putin", "van der Bellen", "al-Assad".
  bool is_bare() const { return surname == 0; }
  const std::string& last_word() const { return words.back(); }
};

// words is empty only if the name has neither letter nor digit.
PersonName parse_person_name(std::string_view name);

// Whether the words are one, but for the ways in which a name is spelled in English: "Zelensky" and
// "Zelenskyy", "Gaddafi" and "Qadhafi".  Both folded.
bool are_spellings_of_one_name(std::string_view one, std::string_view other);

// Equal for words that are_spellings_of_one_name().
std::string spelling_block(std::string_view folded_word);

// All words of the name as one, without hyphens.
std::string letters_of(const PersonName& name);

// Whether somebody may go by both given names: equal, spellings of one, an initial, a nickname.
bool are_compatible_given_names(std::string_view one, std::string_view other);

// Whether two full names may be one person's: "Joe Biden" and "Joseph R. Biden Jr."; "Abe Shinzo"
// and "Shinzo Abe"; "Gabriel García Márquez" and "García Márquez".  Not "George W. Bush" and
// "George H. W. Bush".  False if either is bare.
bool may_be_one_person(const PersonName& one, const PersonName& other);

// Figures of a full name, by which most names are told apart at once; as large as a cache line.
struct PersonNameSketch {
  using Hash = std::uint32_t;

  // Of a word, of its spelling and of that's consonants; 0 where these are too few to tell.
  struct Word {
    Hash text = 0;
    Hash spelling = 0;
    Hash consonants = 0;
  };

  Hash letters = 0;  // Of letters_of().
  Hash bag = 0;      // Of the words in any order.
  Word first;
  Word last;
  Hash before_last = 0;
  Hash by_ear = 0;         // Of the first word.
  std::uint32_t size = 0;  // Words.
  char begins_with = 0;
  bool has_initial = false;            // The first word is one.
  bool has_second_given_name = false;  // Behind such an initial, or a nickname in quotes.
  std::span<const Hash> nicknames;     // Of the first word; of static storage.
};

PersonNameSketch sketch_of(const PersonName& full_name);

// False only if may_be_one_person() is; takes nanoseconds.
bool are_alike(const PersonNameSketch& one, const PersonNameSketch& other);

// Full names that may_be_one_person() share one of these.
std::vector<std::string> full_name_keys(const PersonName& name);

// "Xi Jinping": whether the first word is a surname that stands there in China, Korea or Vietnam.
bool has_leading_surname(const PersonName& name);

// The one of these that names of one surname share.
std::string surname_key(const PersonName& name);

// How a name of one word, or of a surname, may refer to a full name.
enum class PartOfName { none, other, given, surname };
PartOfName part_of_name(const PersonName& bare, const PersonName& full);

// Orders names of one person: the fuller is greater.  Words spelled out count before initials.
int fullness(const PersonName& name);

}  // namespace broadsheet
