#include "indexer/people/word_table.hpp"

namespace broadsheet::indexer::people {

// FNV-1a, and a shift that brings the upper bits down.
std::uint64_t word_hash(std::string_view word) {
  std::uint64_t hash = 1469598103934665603ULL;
  for (const char c : word) hash = (hash ^ static_cast<std::uint8_t>(c)) * 1099511628211ULL;
  return hash ^ (hash >> 29);
}

std::size_t WordTable::place(std::span<const Slot> slots, std::uint64_t key) {
  const std::size_t mask = slots.size() - 1;
  const std::uint32_t check = check_of(key);
  std::size_t at = (key * 0x9E3779B97F4A7C15ULL >> 32) & mask;
  while (slots[at].check != 0 && slots[at].check != check) at = (at + 1) & mask;
  return at;
}

WordFacts WordTable::find(std::uint64_t exact, std::uint64_t lower) const {
  if (slots_.empty()) return {};
  const std::uint16_t fine = slots_[place(slots_, exact)].fine_cluster;
  return {find_phrase(kinds_key(lower)), clusters_[fine], fine};
}

std::uint16_t WordTable::find_phrase(std::uint64_t key) const {
  return slots_[place(slots_, key)].kinds;
}

}  // namespace broadsheet::indexer::people
