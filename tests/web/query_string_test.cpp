#include "web/query_string.hpp"

#include <catch2/catch.hpp>

using broadsheet::searcher::Parameters;
using broadsheet::web::decode_query;
using broadsheet::web::encode_query;
using broadsheet::web::percent_decode;
using broadsheet::web::percent_encode;

TEST_CASE("escapes are undone, and a stray percent sign stands for itself", "[query_string]") {
  const auto [escaped, plain] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"plain", "plain"},
      {"a%20b", "a b"},
      {"%e2%82%AC", "€"},
      {"a+b", "a+b"},
      {"100%", "100%"},
      {"%2", "%2"},
      {"%zz", "%zz"},
      {"%%41", "%A"},
      {"%ff", "\xff"},
  }));
  CAPTURE(escaped);

  CHECK(percent_decode(escaped) == plain);
}

TEST_CASE("any bytes survive being escaped and unescaped", "[query_string]") {
  std::string bytes;
  for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);

  CHECK(percent_decode(percent_encode(bytes)) == bytes);
}

TEST_CASE("a query is read into names and values", "[query_string]") {
  const auto [query, parameters] = GENERATE(table<std::string, Parameters>({
      {"", {}},
      {"q=a", {{"q", "a"}}},
      {"q=a+b&section=x%26y", {{"q", "a b"}, {"section", "x&y"}}},
      {"section=b&section=a", {{"section", "b"}, {"section", "a"}}},
      {"q", {{"q", ""}}},
      {"q=", {{"q", ""}}},
      {"q=a=b", {{"q", "a=b"}}},
      {"=a&&q=b", {{"q", "b"}}},
      {"q=who%3Fwon", {{"q", "who?won"}}},
  }));
  CAPTURE(query);

  CHECK(decode_query(query) == parameters);
}

TEST_CASE("a written query reads back as it was", "[query_string]") {
  const std::string query = encode_query({{"q", "a & b = c?"}, {"person", "josé"}});

  CHECK(query == "q=a%20%26%20b%20%3D%20c%3F&person=jos%C3%A9");
  CHECK(decode_query(query) == Parameters{{"person", "josé"}, {"q", "a & b = c?"}});
}
