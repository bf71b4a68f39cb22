#include "indexer/extract/markup_scanner.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "indexer/extract/html_parser.hpp"

using namespace broadsheet::indexer;

namespace {

// With the attributes that were set aside in their tags again.
std::string with_attributes(const Markup& markup) {
  std::string text = markup.text;
  for (auto one = markup.attributes.rbegin(); one != markup.attributes.rend(); ++one) {
    const char* quote = one->value.find('"') == std::string_view::npos ? "\"" : "'";
    const std::string attribute =
        " " + std::string(one->name.text()) + "=" + quote + std::string(one->value) + quote;
    text.insert(text.find_first_of(" >", one->tag), attribute);
  }
  return text;
}

std::string markup_of(const std::string& html) { return with_attributes(scan_markup(html).markup); }

// One line for each node.
std::string tree_text(const Dom& dom) {
  std::string lines;
  for (NodeId id = 0; id < dom.size(); ++id) {
    lines += std::string(dom[id].depth, ' ') + std::string(tag_name(dom, id)) +
             std::string(dom.text(id));
    for (const AttributeName name : {AttributeName("class"), AttributeName("id"),
                                     AttributeName("title"), AttributeName("lang")}) {
      lines += " " + std::string(dom.attribute(id, name));
    }
    lines += '\n';
  }
  return lines;
}

std::string repeat(const std::string& text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

}  // namespace

TEST_CASE("what no reader sees is taken out", "[markup_scanner]") {
  const auto html = GENERATE(
      as<std::string>(), "<p>a</p><script>if (1 < 2) document.write('<p>no</p>')</script><p>b</p>",
      "<p>a</p><SCRIPT type=module async>no</SCRIPT ><p>b</p>",
      "<p>a</p><script><!-- document.write('<script>x</script>'); --></script><p>b</p>",
      "<p>a</p><style>p > a { color: red }</style><p>b</p>",
      "<p>a</p><svg><path d='M0'/><g><title>no</title></g></svg><p>b</p>",
      "<p>a</p><svg class=icon /><p>b</p>", "<p>a</p><svg><path d='M0'><p>b</p>",
      "<p>a</p><svg><foreignObject><p>no</p></foreignObject></svg><p>b</p>",
      "<p>a</p><svg><svg><g/></svg>no</svg><p>b</p>",
      "<p>a</p><svg><style><![CDATA[ </svg> <p>no</p> ]]></style></svg><p>b</p>",
      "<p>a</p><!-- <p>no</p> --><p>b</p>", "<p>a</p><!--><p>b</p>", "<p>a</p><!---><p>b</p>",
      "<p>a</p><!-- no --!><p>b</p>", "<p>a</p><!--[if lt IE 9]><p>no</p><![endif]--><p>b</p>",
      "<p>a</p><![if !IE]><p>b</p>", "<p>a</p><![CDATA[no]]><p>b</p>",
      "<p>a</p><?php no ?><p>b</p>", "<p>a</p><iframe src=x><p>no</p></iframe><p>b</p>",
      "<p>a</p><noframes><p>no</p></noframes><p>b</p>",
      "<p>a</p><textarea><p>no</p></textarea><p>b</p>");
  CAPTURE(html);

  CHECK(markup_of(html) == "<p>a</p><p>b</p>");
}

TEST_CASE("what looks like a tag inside an attribute's value is none", "[markup_scanner]") {
  const auto html =
      GENERATE(as<std::string>(), "<div data-state=\"{'x':'<script>'}\"><p>story</p></div>",
               "<div data-state='<!-- '><p>story</p></div>",
               "<div onclick=\"a > b\" data-x='</div>'><p>story</p></div>",
               "<div data-x=<svg><p>story</p></div>", "<div\ndata-x = '<p>' ><p>story</p></div>");
  CAPTURE(html);

  CHECK(markup_of(html) == "<div><p>story</p></div>");
}

TEST_CASE("attributes that extraction looks at stay", "[markup_scanner]") {
  CHECK(markup_of("<DIV CLASS='a b' onclick=x() id=c hidden style='color:red' data-y><a href=u>") ==
        "<div class=\"a b\" id=\"c\" hidden=\"\"><a>");
  CHECK(markup_of("<p style='display:none'>") == "<p style=\"display:none\">");
  CHECK(markup_of("<link rel=stylesheet href=a><link rel=\"canonical\" href=\"b\"/>") ==
        "<link rel=\"canonical\" href=\"b\" />");
  CHECK(markup_of("<p class='one' title=\"it's\">") == "<p class=\"one\" title=\"it's\">");
}

TEST_CASE("attributes stand beside the markup unless the parser has to see them",
          "[markup_scanner]") {
  CHECK(scan_markup("<p class=a><div id='b c'><br class=d/>").markup.text == "<p><div><br />");
  const auto html =
      GENERATE(as<std::string>(), "<p title='a &amp; b'>", "<p class='a\u00e9'>",
               "<p lang=en xml:lang=en>", "<html lang=en><body class=a>", "<b class=a>");
  CAPTURE(html);
  CHECK(scan_markup(html).markup.text == html);
}

TEST_CASE("attributes beside the markup make the same tree as those in it", "[markup_scanner]") {
  const auto html = GENERATE(
      as<std::string>(), "<p class=a CLASS=b id=c>one<p id=d>two",
      "<html lang=en><body id=a><p>x<html class=b lang=fr><body id=c class=d>y",
      "<table class=a><tr><p class=b>x<td id=c>y<a class=d><td>z</a>", "<select id=a><p class=b>x",
      "<p class=a><b class=b><i id=c>one<p class=d>two</b> three</i>",
      "<p><b class=a><b class=a><b class=a><b class=b>one<p>two",
      "<a class=a id=b>one<div class=c>two<a class=d>three</a></div>",
      "<math xml:lang=en class=a><mi class=b>x</math><template id=a><p class=b>x</template>");
  CAPTURE(html);
  const Markup markup = scan_markup(html).markup;

  const auto beside = parse_html(markup);
  const auto within = parse_html(with_attributes(markup));

  REQUIRE(beside);
  REQUIRE(within);
  CHECK(tree_text(*beside) == tree_text(*within));
}

TEST_CASE("of links those to a front page keep their address", "[markup_scanner]") {
  CHECK(markup_of("<a href='/'>x</a><a href='./'>x</a>") ==
        "<a href=\"/\">x</a><a href=\"./\">x</a>");
  CHECK(markup_of("<a href='https://a.example/'>") == "<a href=\"https://a.example/\">");
  CHECK(markup_of("<a href='https://a.example'>") == "<a href=\"https://a.example\">");
  CHECK(markup_of("<a href='https://a.example/b/'><a href=b><a href=''>") == "<a><a><a>");
}

TEST_CASE("of links those to authors keep their address", "[markup_scanner]") {
  CHECK(markup_of("<a href='/authors/jane-doe'>") == "<a href=\"/authors/jane-doe\">");
  CHECK(markup_of("<a href='https://m.example/autor/7/'>") ==
        "<a href=\"https://m.example/autor/7/\">");
  CHECK(markup_of("<a href='/authors/'>") == "<a>");
  CHECK(markup_of("<a href='/authority/rules'>") == "<a>");
}

TEST_CASE("a heading's link to itself is no link", "[markup_scanner]") {
  CHECK(markup_of("<h2><a href='#why'>Why</a> now</h2>") == "<h2>Why now</h2>");
  CHECK(markup_of("<h2><span><a href=#why>Why</a></span></h2>") == "<h2><span>Why</span></h2>");
  CHECK(markup_of("<h2><a href='#'>Menu</a></h2>") == "<h2><a>Menu</a></h2>");
  CHECK(markup_of("<h2><a href='/a#why'>Why</a></h2>") == "<h2><a>Why</a></h2>");
  CHECK(markup_of("<p><a href='#why'>Why</a></p>") == "<p><a>Why</a></p>");
}

TEST_CASE("elements without text go", "[markup_scanner]") {
  CHECK(markup_of("<p>a<img src=x alt='>'>b<input value=c></p>") == "<p>ab</p>");
}

TEST_CASE("a title's text is no markup", "[markup_scanner]") {
  CHECK(markup_of("<title>The <script> tag</title><p>a</p>") ==
        "<title>The <script> tag</title><p>a</p>");
}

TEST_CASE("a script escaped to the end of the page ends at its end tag", "[markup_scanner]") {
  CHECK(markup_of("<script><!-- <script> </script><p>story</p>") == "<p>story</p>");
}

TEST_CASE("a lone < is text", "[markup_scanner]") {
  CHECK(markup_of("<p>1 < 2 and <3</p>") == "<p>1 &lt; 2 and &lt;3</p>");
}

TEST_CASE("a tag cut off by the end of the page is dropped", "[markup_scanner]") {
  CHECK(markup_of("<p>a</p><a href=\"x") == "<p>a</p>");
}

TEST_CASE("JSON for others is set aside", "[markup_scanner]") {
  const std::string state = "{\"c\":\"" + std::string(500, 'c') + "\"}";
  const std::string html =
      "<script type=\"application/ld+json\">{\"a\":1}</script>"
      "<script TYPE='Application/LD+JSON; charset=utf-8' class=x>{\"b\":2}</script>"
      "<script id=\"__NEXT_DATA__\" type=\"application/json\">" +
      state +
      "</script>"
      "<script type=\"text/javascript\">var d</script>";

  const ScannedPage page = scan_markup(html);

  CHECK(page.json_ld == std::vector<std::string>{"{\"a\":1}", "{\"b\":2}"});
  CHECK(page.states == std::vector<std::string_view>{state});
  CHECK(page.markup.text.empty());
}

TEST_CASE("elements past the depth bound lose their tags and keep their text", "[markup_scanner]") {
  const std::string html =
      repeat("<div>", 100'000) + "deep" + repeat("</div>", 100'000) + "<p>after";

  const std::string markup = markup_of(html);

  CHECK(markup == repeat("<div>", 256) + "deep" + repeat("</div>", 256) + "<p>after");
}

TEST_CASE("end tags that match nothing open do not confuse the depth", "[markup_scanner]") {
  const std::string html = repeat("<div></p></span></div>", 1'000) + "<b>x</b>";

  CHECK(markup_of(html) == html);
}

TEST_CASE("a tag keeps its first attributes", "[markup_scanner]") {
  const std::string html = "<p " + repeat("class=a ", 20'000) + ">text</p>";

  const Markup markup = scan_markup(html).markup;

  CHECK(markup.attributes.size() == max_attributes);
  CHECK(markup.text == "<p>text</p>");
}
