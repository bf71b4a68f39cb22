#include "indexer/readers/format.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet;
using namespace broadsheet::indexer;

TEST_CASE("a format is told by content", "[format]") {
  const auto [head, format] = GENERATE(table<std::string, std::string>({
      {"<!DOCTYPE html>", "html"},
      {"\n\n<html lang=en>", "html"},
      {"<?xml version=\"1.0\"?><!DOCTYPE html><html xmlns=\"x\">", "html"},
      {"<div>fragment</div>", "html"},
      {"<!-- saved --><title>x", "html"},
      {"\xef\xbb\xbf<html>", "html"},
      {std::string("\xff\xfe<\0h\0t\0m\0l\0>\0", 14), "html"},
      {"junk before <html><body>", "html"},
      {"Bridge reopens\n\nAfter a year.", "text dump"},
      {"[Update] Bridge reopens", "text dump"},
      {"{note} Bridge reopens", "text dump"},
      {"<3 the bridge", "text dump"},
      {"caf\xe9 reopens", "text dump"},
      {"{\"id\":1}", "json"},
      {"{\n\"id\":1}", "json"},
      {"[{\"id\":1},", "json"},
      {"[]", "json"},
      {"{\"id\":1}\n{\"id\":2}", "json lines"},
      {"{\"id\":1} {\"id\":2}", "json lines"},
      {"{\"status\":\"ok\",\"articles\":[{\"id\":1,\"body\":\"" + std::string(70'000, 'x'), "json"},
      {"{\"id\":1,\"body\":\"" + std::string(70'000, 'x'), "json lines"},
  }));
  CAPTURE(head.substr(0, 50));

  const auto detected = detect_format(head, false);

  REQUIRE(detected);
  CHECK(file_format_name(*detected) == format);
}

TEST_CASE("a page that mentions a feed or holds a stray NUL is still a page", "[format]") {
  const std::string story(400, 'x');
  for (const std::string& page :
       {"<text id=\"1\">\n<form></form><a href=\"/feed\"><feed></a>" + story,
        "<!-- theme --><div>" + story + std::string(1, '\0') + "</div>"}) {
    const auto format = detect_format(page, true);
    REQUIRE(format);
    CHECK(*format == FileFormat::html);
  }
  CHECK_FALSE(detect_format("<feed xmlns=\"http://www.w3.org/2005/Atom\">" + story, true));
  CHECK_FALSE(detect_format("\x01\x02" + std::string(40, '\0') + story, true));
}
