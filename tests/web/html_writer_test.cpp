#include "web/html_writer.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet::web;

TEST_CASE("text and attributes are escaped", "[html_writer]") {
  HtmlWriter html;
  {
    const auto link = html.element("a", {{"href", "/?q=\"><script>&'"}});
    html.text("<b>Tom & \"Ann\"</b>");
  }

  CHECK(html.html() ==
        "<!DOCTYPE html>\n<a href=\"/?q=&quot;&gt;&lt;script&gt;&amp;&#39;\">"
        "&lt;b&gt;Tom &amp; &quot;Ann&quot;&lt;/b&gt;</a>");
}

TEST_CASE("what is not UTF-8 or not text does not reach the page", "[html_writer]") {
  CHECK(escape_html("a\xff"
                    "b") ==
        "a\xEF\xBF\xBD"
        "b");
  CHECK(escape_html(std::string("a\0b\x1b"
                                "c",
                                5)) == "a b c");
}

TEST_CASE("elements close in the order of their scopes", "[html_writer]") {
  HtmlWriter html;
  {
    const auto list = html.element("ul");
    html.leaf("li", "one");
    html.empty("br", {});
  }

  CHECK(html.html() == "<!DOCTYPE html>\n<ul><li>one</li><br></ul>");
}

TEST_CASE("an attribute without a value is left out", "[html_writer]") {
  HtmlWriter html;
  html.leaf("p", "", {{"class", ""}, {"lang", "en"}});

  CHECK(html.html() == "<!DOCTYPE html>\n<p lang=\"en\"></p>");
}
