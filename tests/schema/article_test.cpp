#include "schema/article.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet;

TEST_CASE("a key is short, safe in a path and the id's own", "[article]") {
  const std::string key = article_key("https://example.org/a?b=c");

  CHECK(key.size() == 16);
  CHECK(key.find_first_not_of("abcdefghijklmnopqrstuvwxyz234567") == std::string::npos);
  CHECK(key == article_key("https://example.org/a?b=c"));
  CHECK(key != article_key("https://example.org/a?b=d"));
  // SHA-256("abc") begins ba7816bf8f01cfea4140 (FIPS 180-2); base32 by RFC 4648.
  CHECK(article_key("abc") == "xj4bnp4pahh6uqkb");
}

TEST_CASE("names that differ in case, accents or punctuation have one id", "[article]") {
  const auto [name, id] = GENERATE(table<std::string, std::string>({
      {"José Díaz Jr.", "jose-diaz-jr"},
      {"  JOSE   DIAZ, JR ", "jose-diaz-jr"},
      {"Top News", "top-news"},
      {"O’Brien", "obrien"},
      {"Владимир Путин", "владимир-путин"},
      {"...", ""},
  }));
  CAPTURE(name);

  CHECK(name_id(name) == id);
}

TEST_CASE("a name's id is never longer than a term allows", "[article]") {
  CHECK(name_id(std::string(1'000, 'x')).size() <= 150);
}
