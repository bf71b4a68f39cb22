#include "indexer/extract/encoding.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace broadsheet::indexer;
using namespace std::string_literals;

namespace {

std::string page(const std::string& charset, const std::string& text) {
  return "<html><head><meta charset=\"" + charset + "\"></head><body><p>" + text + "</p></body>";
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string repeat(const std::string& text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

}  // namespace

TEST_CASE("labels mean what the Encoding Standard says", "[encoding]") {
  const auto [label, encoding] = GENERATE(table<std::string, std::string>({
      {"utf-8", "UTF-8"},
      {" UTF8\n", "UTF-8"},
      {"ISO-8859-1", "windows-1252"},
      {"latin1", "windows-1252"},
      {"us-ascii", "windows-1252"},
      {"gb2312", "GBK"},
      {"x-sjis", "Shift_JIS"},
      {"ks_c_5601-1987", "EUC-KR"},
      {"iso-8859-9", "windows-1254"},
      {"tis-620", "windows-874"},
      {"866", "IBM866"},
      {"x-x-big5", "Big5"},
  }));
  CAPTURE(label);

  const auto found = encoding_of_label(label);

  REQUIRE(found);
  CHECK(*found == encoding);
}

TEST_CASE("a label that names no encoding names none", "[encoding]") {
  CHECK_FALSE(encoding_of_label(""));
  CHECK_FALSE(encoding_of_label("utf-9"));
  CHECK_FALSE(encoding_of_label("windows-1252; text/html"));
}

TEST_CASE("labelled pages come out as their readers saw them", "[encoding]") {
  const auto [charset, bytes, expected] = GENERATE(table<std::string, std::string, std::string>({
      {"iso-8859-1", "caf\xE9 \x93quoted\x94 \x96 \x80 5", "café “quoted” – € 5"},
      {"windows-1251", "\xCC\xEE\xF1\xEA\xE2\xE0", "Москва"},
      {"koi8-r", "\xED\xCF\xD3\xCB\xD7\xC1", "Москва"},
      {"gb2312", "\xB1\xB1\xBE\xA9\xD0\xC2\xCE\xC5 \x96\x7C", "北京新闻 東"},
      {"big5", "\xB7\x73\xBB\x44", "新聞"},
      {"Shift_JIS", "\x93\x8C\x8B\x9E \x87\x40", "東京 ①"},
      {"euc-jp", "\xC5\xEC\xB5\xFE", "東京"},
      {"euc-kr", "\xBC\xAD\xBF\xEF \x8C\x63", "서울 똠"},
      {"iso-8859-2", "\xA3\xF3\xD8\xBC", "ŁóŘź"},
      {"iso-8859-15", "\xA4", "€"},
      {"iso-2022-jp", "\x1B$BElE8\x1B(B", "東展"},
  }));
  CAPTURE(charset);

  const DecodedPage decoded = decode_page(page(charset, bytes));

  CHECK_THAT(decoded.text, Catch::Contains("<p>" + expected + "</p>"));
}

TEST_CASE("a byte order mark wins over the label and is gone", "[encoding]") {
  const std::string utf16 = "\xFF\xFE<\0p\0>\0\xE9\0\x20\x04"s;

  const DecodedPage little = decode_page(utf16);
  const DecodedPage big = decode_page("\xFE\xFF\0<\0p\0>\0\xE9\x04\x20"s);
  const DecodedPage utf8 = decode_page("\xEF\xBB\xBF" + page("gbk", "é"));

  CHECK(little.text == "<p>éР");
  CHECK(little.encoding == "UTF-16LE");
  CHECK(big.text == "<p>éР");
  CHECK(utf8.encoding == "UTF-8");
  CHECK(has(utf8.text, "<p>é</p>"));
  CHECK(utf8.text.front() == '<');
}

TEST_CASE("well-formed UTF-8 is UTF-8 whatever its label says", "[encoding]") {
  const auto charset = GENERATE(as<std::string>(), "iso-8859-1", "gb2312", "utf-16", "nonsense");
  CAPTURE(charset);

  const DecodedPage decoded = decode_page(page(charset, "Zürich, Łódź und 北京"));

  CHECK(decoded.encoding == "UTF-8");
  CHECK(has(decoded.text, "Zürich, Łódź und 北京"));
}

TEST_CASE("UTF-8 with a damaged character stays UTF-8", "[encoding]") {
  const DecodedPage decoded =
      decode_page(page("utf-8", repeat("Zürich ", 20) + "\xC3 und \xFF Ende"));

  CHECK(decoded.encoding == "UTF-8");
  CHECK(has(decoded.text, "Zürich \uFFFD und \uFFFD Ende"));
}

TEST_CASE("a UTF-8 label on windows-1252 bytes is not believed", "[encoding]") {
  const DecodedPage decoded = decode_page(page("utf-8",
                                               "Stra\xDF"
                                               "e, M\xFCnchen, K\xF6ln"));

  CHECK(decoded.encoding == "windows-1252");
  CHECK(has(decoded.text, "Straße, München, Köln"));
}

TEST_CASE("unlabelled legacy pages are told by their bytes", "[encoding]") {
  const auto [bytes, encoding] = GENERATE(table<std::string, std::string>({
      {"Caf\xE9 cr\xE8me \xE0 la carte", "windows-1252"},
      {repeat("\xCC\xEE\xF1\xEA\xE2\xE0 \xE8 \xE4\xF0\xF3\xE3\xE8\xE5 ", 10), "windows-1251"},
      {repeat("\xB1\xB1\xBE\xA9\xD0\xC2\xCE\xC5\xF7\xC8\xE5\xF2", 10), "GBK"},
      {repeat("\x82\xB1\x82\xEA\x82\xCD\x93\x8C\x8B\x9E\x82\xC5\x82\xB7", 10), "Shift_JIS"},
      {repeat("\xA4\xB3\xA4\xEC\xA4\xCF\xC5\xEC\xB5\xFE\xA4\xC7\xA4\xB9", 10), "EUC-JP"},
      {repeat("\xBC\xAD\xBF\xEF\xC0\xC7 ", 20), "EUC-KR"},
  }));
  CAPTURE(encoding);

  CHECK(decode_page("<p>" + bytes).encoding == encoding);
}

TEST_CASE("the page's language settles what its bytes cannot", "[encoding]") {
  const DecodedPage decoded =
      decode_page("<html lang=\"pl-PL\"><p>\xB1 \xEA \xB3\xF3\xBF</p></html>");

  CHECK(decoded.encoding == "ISO-8859-2");
  CHECK(has(decoded.text, "ą ę łóż"));
}

TEST_CASE("declarations are found as browsers find them", "[encoding]") {
  const auto [start, encoding] = GENERATE(table<std::string, std::string>({
      {"<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>", "windows-1251"},
      {"<META CHARSET=Shift_JIS />", "Shift_JIS"},
      {"<!-- <meta charset=gbk> --><meta charset='koi8-r'>", "KOI8-R"},
      {"<?xml version=\"1.0\" encoding=\"EUC-JP\"?>", "EUC-JP"},
      {"<meta name=charset content=none><meta charset = \"big5\">", "Big5"},
  }));
  CAPTURE(start);

  const auto declared = declared_encoding(start);

  REQUIRE(declared);
  CHECK(*declared == encoding);
}

TEST_CASE("an empty page is an empty page", "[encoding]") { CHECK(decode_page("").text.empty()); }
