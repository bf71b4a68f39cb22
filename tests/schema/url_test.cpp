#include "schema/url.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet;

TEST_CASE("a URL's host is lower case, without port, user and www", "[url]") {
  const auto [url, host, path] = GENERATE(table<std::string, std::string, std::string>({
      {"https://www.Example.org/a/b?c#d", "example.org", "/a/b"},
      {"HTTP://user:pw@example.org:8080", "example.org", "/"},
      {"http://[::1]:80/x", "[::1]", "/x"},
      {"https://example.org?x", "example.org", "/"},
      {"ftp://example.org/", "", "/"},
      {"javascript:alert(1)", "", "/"},
      {"/just/a/path", "", "/"},
      {"", "", "/"},
  }));
  CAPTURE(url);

  CHECK(url_host(url) == host);
  CHECK(url_path(url) == path);
}

TEST_CASE("only whole http and https URLs are web URLs", "[url]") {
  CHECK(is_web_url("https://example.org/ä?x=1"));
  CHECK_FALSE(is_web_url("https://"));
  CHECK_FALSE(is_web_url("https://a b.org/"));
  CHECK_FALSE(is_web_url("https://example.org/\"><script>"));
  CHECK_FALSE(is_web_url("data:text/html,x"));
}
