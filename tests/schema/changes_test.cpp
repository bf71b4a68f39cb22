#include "schema/changes.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet;

TEST_CASE("changed docids survive encoding", "[changes]") {
  const std::vector<Xapian::docid> docids = {1, 2, 130, 70'000, 4'294'967'295U};

  CHECK(decode_changes(encode_changes(docids)) == docids);
  CHECK(decode_changes("") == std::vector<Xapian::docid>());
  CHECK_FALSE(decode_changes("\x80"));
  CHECK_FALSE(decode_changes(std::string(1, '\0')));
  CHECK_FALSE(decode_changes("\xff\xff\xff\xff\xff\xff\xff\x01"));
}

TEST_CASE("keys of changes sort by revision", "[changes]") {
  CHECK(changes_key(9) < changes_key(10));
  CHECK(changes_key(255) < changes_key(256));
}
