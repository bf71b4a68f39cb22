#include "schema/changes.hpp"

#include <array>
#include <cstdint>
#include <cstdio>

#include "schema/bytes.hpp"
#include "schema/fields.hpp"

namespace broadsheet {

std::string changes_key(Xapian::rev revision) {
  std::array<char, 24> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx",
                static_cast<unsigned long long>(revision));  // Sorts by revision.
  return std::string(fields::metadata::changes) + digits.data();
}

std::string encode_changes(const std::vector<Xapian::docid>& docids) {
  std::string bytes;
  Xapian::docid last = 0;
  for (const Xapian::docid docid : docids) {
    append_number(bytes, docid - last);
    last = docid;
  }
  return bytes;
}

std::optional<std::vector<Xapian::docid>> decode_changes(std::string_view bytes) {
  std::vector<Xapian::docid> docids;
  std::uint64_t gap = 0;
  std::uint64_t docid = 0;
  unsigned shift = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<std::uint8_t>(c);
    gap |= std::uint64_t{byte & 0x7fU} << shift;
    shift += 7;
    if (shift > 35) return std::nullopt;
    if (byte >= 0x80) continue;
    docid += gap;
    if (gap == 0 || docid > UINT32_MAX) return std::nullopt;
    docids.push_back(static_cast<Xapian::docid>(docid));
    gap = 0;
    shift = 0;
  }
  if (shift != 0) return std::nullopt;
  return docids;
}

}  // namespace broadsheet
