#include "searcher/date_order.hpp"

#include <algorithm>
#include <array>
#include <utility>

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

// Whether a comes before b.
bool comes_before(SortOrder order, const OrderKey& a, const OrderKey& b) {
  if (a.dated() != b.dated()) return a.dated();
  return order == SortOrder::oldest ? a < b : a > b;
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
  using Place = std::pair<OrderKey, Xapian::docid>;
  const auto before = [order](const Place& a, const Place& b) {
    return a.first == b.first ? a.second < b.second : comes_before(order, a.first, b.first);
  };
  // A heap of the first ones so far, the last of them on top.
  std::vector<Place> heap;
  const std::size_t wanted = first + size;
  std::size_t seen = 0;
  documents.for_each([&](Xapian::docid docid) {
    const Place place{columns.order(docid), docid};
    if (after && !comes_before(order, after->key, place.first)) return;
    ++seen;
    if (heap.size() == wanted) {
      if (wanted == 0 || !before(place, heap.front())) return;
      std::pop_heap(heap.begin(), heap.end(), before);
      heap.pop_back();
    }
    heap.push_back(place);
    std::push_heap(heap.begin(), heap.end(), before);
  });
  std::sort_heap(heap.begin(), heap.end(), before);
  DatePage page;
  for (std::size_t i = first; i < heap.size(); ++i) page.documents.push_back(heap[i].second);
  if (!page.documents.empty() && seen > wanted) page.next = Cursor{order, heap.back().first};
  return page;
}

}  // namespace broadsheet::searcher
