#include "web/negotiation.hpp"

#include <zlib.h>

#include <catch2/catch.hpp>

using namespace broadsheet::web;

namespace {

std::string unpacked(const std::string& packed) {
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
  std::string bytes(1'000'000, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_out = static_cast<uInt>(bytes.size());
  CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
  bytes.resize(stream.total_out);
  inflateEnd(&stream);
  return bytes;
}

}  // namespace

TEST_CASE("a date is written as HTTP has it", "[negotiation]") {
  using namespace std::chrono;
  const auto time = sys_days(2021y / March / 19) + 12h + 38min;

  CHECK(http_date(time) == "Fri, 19 Mar 2021 12:38:00 GMT");
}

TEST_CASE("gzip is used only where the client wants it", "[negotiation]") {
  const auto [header, accepted] = GENERATE(table<std::string, bool>({
      {"", false},
      {"gzip", true},
      {"GZIP", true},
      {"gzip, deflate, br, zstd", true},
      {"br;q=1.0, gzip;q=0.8, *;q=0.1", true},
      {"gzip;q=0", false},
      {"gzip; q=0.000", false},
      {"gzip;Q=0", false},
      {"gzip;q=0, *", false},
      {"*", true},
      {"*;q=0", false},
      {"identity", false},
      {"br", false},
      {"notgzip", false},
  }));
  CAPTURE(header);

  CHECK(accepts_gzip(header) == accepted);
}

TEST_CASE("If-None-Match is read as a list, weak tags and star included", "[negotiation]") {
  const auto [header, matches] = GENERATE(table<std::string, bool>({
      {"", false},
      {"\"a\"", true},
      {"W/\"a\"", true},
      {"*", true},
      {"\"b\", \"a\"", true},
      {"\"b\",W/\"a\"", true},
      {"\"b\"", false},
      {"a", false},
      {"\"A\"", false},
  }));
  CAPTURE(header);

  CHECK(if_none_match_names(header, "\"a\"") == matches);
}

TEST_CASE("what gzip packs unpacks to the same bytes", "[negotiation]") {
  const std::string text = std::string(50'000, 'a') + '\0' + "\xff end";

  const std::string packed = gzip(text);

  CHECK(packed.size() < 1'000);
  CHECK(unpacked(packed) == text);
  CHECK(unpacked(gzip("")).empty());
}
