#include "searcher/date_order.hpp"

#include <catch2/catch.hpp>

namespace broadsheet::searcher {

TEST_CASE("a cursor is read back as it was written", "[date_order]") {
  const SortOrder order = GENERATE(SortOrder::newest, SortOrder::oldest);
  const std::uint64_t high = GENERATE(0ULL, 1ULL, 0x0123'4567'89ab'cdefULL, ~0ULL);
  const std::uint16_t low = GENERATE(std::uint16_t{0}, std::uint16_t{0xfffe});
  const Cursor cursor{order, {high, low}};

  const std::string text = encode_cursor(cursor);

  CHECK(text.find_first_of("+/=&") == std::string::npos);
  CHECK(decode_cursor(text) == cursor);
}

TEST_CASE("any other text is no cursor", "[date_order]") {
  const std::string text = encode_cursor({SortOrder::newest, {123, 4}});

  CHECK_FALSE(decode_cursor(""));
  CHECK_FALSE(decode_cursor(text.substr(1)));
  CHECK_FALSE(decode_cursor(text + "A"));
  CHECK_FALSE(decode_cursor(std::string(16, '\xff')));
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string altered = text;
    altered[i] = altered[i] == 'A' ? 'C' : 'A';
    CHECK_FALSE(decode_cursor(altered) == decode_cursor(text));
  }
}

}  // namespace broadsheet::searcher
