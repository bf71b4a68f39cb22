#include "indexer/extract/double_encoding.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

constexpr int max_rounds = 2;

// windows-1252 from 0x80 on, as in the Encoding Standard.
constexpr auto high_characters = std::to_array<char32_t>(
    {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
     0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
     0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178});

bool is_latin_letter(char32_t c) { return c >= 0xC0 && c <= 0xFF && c != 0xD7 && c != 0xF7; }

// The byte that was taken for the character, if it can follow the first of a UTF-8 sequence.
std::optional<unsigned char> continuation_byte(char32_t c) {
  if (c >= 0x80 && c <= 0xBF) return static_cast<unsigned char>(c);
  const auto* const found = std::ranges::find(high_characters, c);
  if (found == high_characters.end()) return std::nullopt;
  return static_cast<unsigned char>(0x80 + (found - high_characters.begin()));
}

std::size_t continuations_after(char32_t lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 1;
  if (lead >= 0xE0 && lead <= 0xEF) return 2;
  return lead >= 0xF0 && lead <= 0xF4 ? 3 : 0;
}

// What good text may have after a letter.
bool is_punctuation(char32_t c) {
  switch (c) {
    case 0xA0:
    case U'¡':
    case U'«':
    case U'®':
    case U'·':
    case U'»':
    case U'¿':
    case U'‘':
    case U'’':
    case U'‚':
    case U'“':
    case U'”':
    case U'„':
    case U'…':
    case U'‹':
    case U'›':
    case U'–':
    case U'—':
    case U'•':
    case U'™':
      return true;
    default:
      return false;
  }
}

struct Sequence {
  std::size_t begin = 0;
  std::size_t end = 0;
  char32_t meant = 0;
  bool is_certain = false;
};

// The sequence that begins at `begin`, if one does.
std::optional<Sequence> sequence_at(std::string_view text, std::size_t begin) {
  Sequence sequence{begin, begin};
  const char32_t lead = text::next_character(text, sequence.end);
  const std::size_t count = continuations_after(lead);
  if (count == 0) return std::nullopt;
  std::string bytes(1, static_cast<char>(lead));
  // Ã and Â stand before all of Latin-1, Ä and Å before more of Europe's letters.
  const bool is_likely_lead = count > 1 || lead <= 0xC5;
  for (std::size_t i = 0; i < count; ++i) {
    if (sequence.end >= text.size()) return std::nullopt;
    const char32_t c = text::next_character(text, sequence.end);
    const auto byte = continuation_byte(c);
    if (!byte) return std::nullopt;
    bytes += static_cast<char>(*byte);
    const bool is_control = c < 0xA0;
    if (is_control || (is_likely_lead && !is_punctuation(c))) sequence.is_certain = true;
  }
  std::size_t end = 0;
  sequence.meant = text::next_character(bytes, end);
  if (end != bytes.size()) return std::nullopt;
  return sequence;
}

struct Findings {
  std::vector<Sequence> sequences;  // In text order.
  std::size_t certain = 0;          // Of them.
  std::size_t letters = 0;          // Of Latin-1, not in sequences.
};

Findings find_sequences(std::string_view text) {
  constexpr char first_byte = '\xC3';  // Of the characters from U+00C0 to U+00FF.
  Findings found;
  for (std::size_t at = text.find(first_byte); at != text.npos; at = text.find(first_byte, at)) {
    if (const auto sequence = sequence_at(text, at)) {
      found.sequences.push_back(*sequence);
      found.certain += sequence->is_certain;
      at = sequence->end;
    } else {
      found.letters += is_latin_letter(text::next_character(text, at));
    }
  }
  return found;
}

// Whether there was anything to mend.
bool mend_once(std::string& text) {
  const Findings found = find_sequences(text);
  if (found.certain == 0) return false;
  const bool all = found.letters < found.certain;
  std::string mended;
  mended.reserve(text.size());
  std::size_t copied = 0;
  for (const Sequence& sequence : found.sequences) {
    if (!sequence.is_certain && !all) continue;
    mended.append(text, copied, sequence.begin - copied);
    text::append_utf8(mended, sequence.meant);
    copied = sequence.end;
  }
  mended.append(text, copied);
  text = std::move(mended);
  return true;
}

}  // namespace

std::string mend_double_encoding(std::string text) {
  for (int round = 0; round < max_rounds && mend_once(text); ++round) {
  }
  return text;
}

}  // namespace broadsheet::indexer
