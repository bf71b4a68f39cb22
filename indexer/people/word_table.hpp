// What is known of words before any story is read: names, titles, and words of like use.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace broadsheet::indexer::people {

// Bits of WordFacts::kinds; of a word whatever its case.
namespace word_kind {
inline constexpr std::uint16_t common_given_name = 1;
inline constexpr std::uint16_t given_name = 2;
inline constexpr std::uint16_t common_surname = 4;
inline constexpr std::uint16_t surname = 8;
inline constexpr std::uint16_t title = 16;      // "president", "mr", "midfielder"
inline constexpr std::uint16_t particle = 32;   // "van", "bin": small letters within a name.
inline constexpr std::uint16_t of_person = 64;  // What only persons do: "said", "who", "resigned".
inline constexpr std::uint16_t of_thing =
    128;  // What no person is called: "inc", "river", "party".
inline constexpr std::uint16_t male_name = 256;  // Given names; some are both.
inline constexpr std::uint16_t female_name = 512;
inline constexpr std::uint16_t notable_surname =
    1024;                                             // Of somebody on the list of notable people.
inline constexpr std::uint16_t begins_phrase = 2048;  // Of several words.
inline constexpr std::uint16_t not_person = 8192;  // The phrase or word only looks like a person.
inline constexpr std::uint16_t notable_person = 4096;  // The phrase, or the word alone, is one.
}  // namespace word_kind

struct WordFacts {
  std::uint16_t kinds = 0;
  // Words that stand among the same neighbours share one, fine clusters among like neighbours a
  // cluster; 0: unknown.  Of the word as written.
  std::uint16_t cluster = 0;
  std::uint16_t fine_cluster = 0;
};

// Of any bytes; the model's tables are made of it, so it may not change.
std::uint64_t word_hash(std::string_view word);

// A hash table in place: the slot of a hash is that of its upper bits or the next free one.
// Borrows its slots.
class WordTable {
 public:
  struct Slot {
    std::uint32_t check = 0;  // Lower bits of the hash; 0 in a free slot.
    std::uint16_t kinds = 0;
    std::uint16_t fine_cluster = 0;
  };

  WordTable() = default;
  // Slots: as many as a power of two, at least one of them free.  clusters: the cluster of each
  // fine one, beginning with that of 0.
  WordTable(std::span<const Slot> slots, std::span<const std::uint8_t> clusters)
      : slots_(slots), clusters_(clusters) {}

  // lower: the hash of the word in small letters.
  WordFacts find(std::uint64_t exact, std::uint64_t lower) const;
  // The kinds of a phrase; 0 if there is none.
  std::uint16_t find_phrase(std::uint64_t key) const;

  // Where a word's kinds lie; its clusters lie under its own hash.
  static std::uint64_t kinds_key(std::uint64_t lower) { return lower ^ 0x6B696E6473ULL; }
  // Where a phrase's lie: that of its words but the last, 0 if it has one, and the last in small
  // letters.
  static std::uint64_t phrase_key(std::uint64_t before, std::uint64_t lower) {
    return (before * 0x9E3779B97F4A7C15ULL) ^ (lower + 0x706872617365ULL);
  }
  // The slot that holds the key, or the free one where it belongs.
  static std::size_t place(std::span<const Slot> slots, std::uint64_t key);
  static std::uint32_t check_of(std::uint64_t key) {
    return static_cast<std::uint32_t>(key) | 1U;  // Never 0.
  }

 private:
  std::span<const Slot> slots_;
  std::span<const std::uint8_t> clusters_;
};

}  // namespace broadsheet::indexer::people
