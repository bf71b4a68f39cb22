#include "indexer/extract/entities.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet::indexer;

TEST_CASE("character references are decoded once", "[entities]") {
  const auto [written, expected] = GENERATE(table<std::string, std::string>({
      {"a &amp; b", "a & b"},
      {"&amp;quot;", "&quot;"},
      {"&#8217;&#x2019;&rsquo;", "’’’"},
      {"&#146;", "’"},
      {"caf&eacute;&nbsp;&hellip;", "café\u00a0…"},
      {"AT&T &c &unknown; & &#; &#xZZ; &#99999999;", "AT&T &c &unknown; & &#; &#xZZ; &#99999999;"},
      {"?a=1&copy=2", "?a=1&copy=2"},
      {"&#0;&#xd800;", "\ufffd\ufffd"},
      {"&lt;b&gt;", "<b>"},
  }));
  CAPTURE(written);

  CHECK(decode_entities(written) == expected);
}

TEST_CASE("values escaped twice are decoded fully", "[entities]") {
  CHECK(decode_entities_fully("a &amp;amp;amp; b") == "a & b");
  CHECK(decode_entities_fully("AT&T") == "AT&T");
}

TEST_CASE("markup is taken off a text and its paragraphs are kept", "[entities]") {
  const std::string plain = strip_markup(
      "<p class=\"a>b\">One <b>bold</b> &amp; done.</p><!-- no --><script>var x = '<p>';</script>"
      "<ul><li>Two</li></ul>Three<br/>four, 3 < 4");

  CHECK(split_paragraphs(plain) ==
        std::vector<std::string>{"One bold & done.", "Two", "Three four, 3 < 4"});
}

TEST_CASE("paragraphs are parted by blank lines, else by line breaks", "[entities]") {
  using Strings = std::vector<std::string>;

  CHECK(split_paragraphs("one\ntwo\n\nthree\n \nfour") == Strings{"one two", "three", "four"});
  CHECK(split_paragraphs("one\ntwo\r\nthree") == Strings{"one", "two", "three"});
  CHECK(split_paragraphs(" \n\n ").empty());
}
