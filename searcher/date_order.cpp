#include "searcher/date_order.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <functional>
#include <utility>

#include "searcher/first_few.hpp"

namespace broadsheet::searcher {
namespace {

constexpr std::string_view alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

// Order, key and a check byte: 12 bytes, which base64 writes without padding.
using Bytes = std::array<std::uint8_t, 12>;

std::uint8_t check_byte(const Bytes& bytes) {
  unsigned sum = 0x5a;
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i) sum = sum * 31 + bytes[i];
  return static_cast<std::uint8_t>(sum >> 4);
}

Bytes to_bytes(const Cursor& cursor) {
  Bytes bytes{};
  bytes[0] = cursor.order == SortOrder::oldest ? 'o' : 'n';
  for (std::size_t i = 0; i < 8; ++i) {
    bytes[1 + i] = static_cast<std::uint8_t>(cursor.key.high >> (56 - 8 * i));
  }
  bytes[9] = static_cast<std::uint8_t>(cursor.key.low >> 8);
  bytes[10] = static_cast<std::uint8_t>(cursor.key.low & 0xff);
  bytes[11] = check_byte(bytes);
  return bytes;
}

// Where an article stands in an order: those with less come first.
struct Position {
  std::uint64_t high = 0;
  std::uint16_t low = 0;
  Xapian::docid docid = 0;

  // NOLINTNEXTLINE(modernize-use-nullptr): taken for the 0 that a defaulted <=> compares with.
  friend auto operator<=>(const Position&, const Position&) = default;
};

// Behind all dated ones, whose keys are far from using the bit.
constexpr std::uint64_t undated_last = std::uint64_t{1} << 63;

Position position(SortOrder order, const OrderKey& key, Xapian::docid docid) {
  if (order != SortOrder::oldest) return {~key.high, static_cast<std::uint16_t>(~key.low), docid};
  return {key.dated() ? key.high : key.high | undated_last, key.low, docid};
}

// At most that of any usable document of the block.
std::uint64_t first_of_block(SortOrder order, const Columns& columns, std::size_t block) {
  if (order != SortOrder::oldest) return ~columns.newest_of_block(block);
  return std::min(columns.oldest_of_block(block), undated_last);
}

}  // namespace

std::string encode_cursor(const Cursor& cursor) {
  const Bytes bytes = to_bytes(cursor);
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const unsigned group = unsigned{bytes[i]} << 16 | unsigned{bytes[i + 1]} << 8 | bytes[i + 2];
    for (int shift = 18; shift >= 0; shift -= 6) text += alphabet[group >> shift & 63];
  }
  return text;
}

std::optional<Cursor> decode_cursor(std::string_view text) {
  Bytes bytes{};
  if (text.size() != bytes.size() / 3 * 4) return std::nullopt;
  for (std::size_t i = 0; i < bytes.size() / 3; ++i) {
    std::size_t group = 0;
    for (const char c : text.substr(4 * i, 4)) {
      const std::size_t digit = alphabet.find(c);
      if (digit == alphabet.npos) return std::nullopt;
      group = group << 6 | digit;
    }
    for (std::size_t j = 0; j < 3; ++j) {
      bytes[3 * i + j] = static_cast<std::uint8_t>(group >> (16 - 8 * j));
    }
  }
  if (bytes.back() != check_byte(bytes) || (bytes[0] != 'o' && bytes[0] != 'n')) {
    return std::nullopt;
  }
  Cursor cursor;
  cursor.order = bytes[0] == 'o' ? SortOrder::oldest : SortOrder::newest;
  for (std::size_t i = 1; i <= 8; ++i) cursor.key.high = cursor.key.high << 8 | bytes[i];
  cursor.key.low = static_cast<std::uint16_t>(bytes[9] << 8 | bytes[10]);
  return cursor;
}

DatePage date_page(const DocSet& documents, const Columns& columns, SortOrder order,
                   const std::optional<Cursor>& after, std::size_t first, std::size_t size) {
  // One more than the page has, to know whether there are more.
  FirstFew<Position, std::less<>> places(first + size + 1, {});
  const std::size_t blocks = documents.block_count();
  for (std::size_t n = 0; n < blocks; ++n) {
    // Documents lie roughly by date: where the order begins the first places fill soon, and then
    // few blocks have anything before them.
    const std::size_t block = order == SortOrder::oldest ? n : blocks - 1 - n;
    std::uint64_t rest = documents.block(block);
    if (places.is_full() && first_of_block(order, columns, block) > places.last().high) continue;
    for (; rest != 0; rest &= rest - 1) {
      const auto docid =
          static_cast<Xapian::docid>(block * 64 + static_cast<unsigned>(std::countr_zero(rest)));
      const Position place = position(order, columns.order(docid), docid);
      if (!after || position(order, after->key, UINT32_MAX) < place) places.add(place);
    }
  }
  const std::vector<Position> found = std::move(places).take();
  DatePage page;
  const std::size_t end = std::min(found.size(), first + size);
  for (std::size_t i = first; i < end; ++i) page.documents.push_back(found[i].docid);
  if (!page.documents.empty() && found.size() > end) {
    page.next = Cursor{order, columns.order(page.documents.back())};
  }
  return page;
}

}  // namespace broadsheet::searcher
