// From a page's bytes to UTF-8.
//
// Order of trust: byte order mark; well-formed UTF-8 (a label that says otherwise lies: multi-byte
// UTF-8 does not arise by chance); the label of <meta charset> or http-equiv; a guess from the
// bytes and the page's lang; windows-1252.  Labels mean what the WHATWG Encoding Standard says
// (iso-8859-1 is windows-1252, gb2312 is GBK, ks_c_5601-1987 is EUC-KR with its extensions).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadsheet::indexer {

struct DecodedPage {
  // Valid UTF-8; ill-formed input became U+FFFD, the mark is gone, what was encoded twice is
  // mended.
  std::string text;
  std::string_view encoding;  // The name in the Encoding Standard, e.g. "windows-1251".
};

// Total: any bytes give a page.
DecodedPage decode_page(std::string_view bytes);

// The encoding that a label names, white space and case ignored; nothing if there is none such.
std::optional<std::string_view> encoding_of_label(std::string_view label);

// What the start of a page declares, by <meta charset>, http-equiv or an XML declaration.
std::optional<std::string_view> declared_encoding(std::string_view bytes);

}  // namespace broadsheet::indexer
