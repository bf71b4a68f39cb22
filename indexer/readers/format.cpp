#include "indexer/readers/format.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "indexer/readers/json_splitter.hpp"

namespace broadsheet::indexer {
namespace {

constexpr std::string_view utf8_bom = "\xef\xbb\xbf";

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string_view without_space(std::string_view text) {
  if (text.substr(0, utf8_bom.size()) == utf8_bom) text.remove_prefix(utf8_bom.size());
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  return text;
}

struct Signature {
  std::string_view bytes;
  const char* what;
};

constexpr std::array<Signature, 20> signatures = {{{"%PDF-", "a PDF file"},
                                                   {"\x89PNG", "a PNG picture"},
                                                   {"GIF8", "a GIF picture"},
                                                   {"\xff\xd8\xff", "a JPEG picture"},
                                                   {"RIFF", "a picture, sound or film"},
                                                   {"II*", "a TIFF picture"},
                                                   {"PK\x03\x04", "a ZIP archive or office file"},
                                                   {"\x1f\x8b", "a gzip archive"},
                                                   {"BZh", "a bzip2 archive"},
                                                   {"\xfd"
                                                    "7zXZ",
                                                    "an xz archive"},
                                                   {"7z\xbc\xaf", "a 7-Zip archive"},
                                                   {"\x28\xb5\x2f\xfd", "a Zstandard archive"},
                                                   {"Rar!", "a RAR archive"},
                                                   {"\x7f"
                                                    "ELF",
                                                    "a program"},
                                                   {"OggS", "a sound or film"},
                                                   {"ID3", "a sound"},
                                                   {"SQLite format 3", "a database"},
                                                   {"{\\rtf", "an RTF file"},
                                                   {"WARC/", "a WARC archive"},
                                                   {"\xd0\xcf\x11\xe0", "an office file"}}};

Error unsupported(const std::string& what) {
  return {ErrorCode::unsupported, what + " is not read", ""};
}

bool is_utf16(std::string_view head) {
  return head.substr(0, 2) == "\xff\xfe" || head.substr(0, 2) == "\xfe\xff";
}

// Every other byte of UTF-16 is enough to look for tags.
std::string narrowed(std::string_view head) {
  std::string narrow;
  for (const char c : head.substr(2)) {
    if (c != '\0') narrow += c;
  }
  return narrow;
}

// A stray NUL or control character is a mistake of the page; many are no text.
bool is_binary(std::string_view head) {
  const auto nuls = std::count(head.begin(), head.end(), '\0');
  if (static_cast<std::size_t>(nuls) * 200 > head.size()) return true;
  const auto control = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && !is_space(c) && c != 0x1b;
  };
  const auto count = std::count_if(head.begin(), head.end(), control);
  return static_cast<std::size_t>(count) * 20 > head.size();
}

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return lowered;
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != text.npos; });
}

Result<FileFormat> markup_or_text(std::string_view head) {
  const std::string lowered = lower(without_space(head));
  const std::string_view text = lowered;
  if (contains_any(text, {"<!doctype html", "<html", "<body"})) return FileFormat::html;
  if (text.substr(0, 1) != "<") return FileFormat::text_dump;
  // What is XML says so, or begins with its root.
  const bool is_xml = text.starts_with("<?xml");
  const auto has_root = [&](std::initializer_list<std::string_view> roots) {
    if (is_xml) return contains_any(text, roots);
    return std::any_of(roots.begin(), roots.end(),
                       [&](std::string_view root) { return text.starts_with(root); });
  };
  if (has_root({"<rss", "<feed", "<rdf:rdf"})) return unsupported("a feed (RSS or Atom)");
  if (has_root({"<urlset", "<sitemapindex"})) return unsupported("a sitemap");
  if (is_xml) return unsupported("XML other than XHTML");
  if (text.substr(0, 4) == "<svg") return unsupported("an SVG picture");
  const bool is_tag =
      text.size() > 1 && (text[1] == '!' || text[1] == '/' || (text[1] >= 'a' && text[1] <= 'z'));
  return is_tag ? FileFormat::html : FileFormat::text_dump;
}

// What follows the bracket tells JSON from a text that begins with one.
bool opens_json(std::string_view text) {
  const std::string_view inner = without_space(text.substr(1));
  if (inner.empty()) return text.size() == 1;
  return text.front() == '{' ? inner.front() == '"' || inner.front() == '}'
                             : inner.front() == '{' || inner.front() == ']' || inner.front() == '[';
}

FileFormat json_kind(std::string_view text) {
  if (text.front() == '[') return FileFormat::json;
  const std::size_t end = json_value_end(text, 0);
  const std::size_t line_end = std::min(text.find('\n'), text.size());
  if (end == text.npos) {
    // The first line is longer than the head, or the object goes over lines.
    const bool goes_over_lines = line_end < text.size();
    return goes_over_lines || wraps_articles(text) ? FileFormat::json : FileFormat::json_lines;
  }
  const std::string_view rest = without_space(text.substr(end));
  if (!rest.empty() && end <= line_end) return FileFormat::json_lines;
  return FileFormat::json;
}

}  // namespace

Result<FileFormat> detect_format(std::string_view head, bool whole) {
  for (const Signature& signature : signatures) {
    if (head.substr(0, signature.bytes.size()) == signature.bytes)
      return unsupported(signature.what);
  }
  if (is_utf16(head)) return markup_or_text(narrowed(head));
  const std::string_view text = without_space(head);
  if (text.empty() && whole) return Error{ErrorCode::empty, "nothing in it", ""};
  if (is_binary(head)) return unsupported("a binary file");
  if (!text.empty() && (text.front() == '{' || text.front() == '[') && opens_json(text))
    return json_kind(text);
  return markup_or_text(head);
}

const char* file_format_name(FileFormat format) {
  switch (format) {
    case FileFormat::html:
      return "html";
    case FileFormat::text_dump:
      return "text dump";
    case FileFormat::json:
      return "json";
    case FileFormat::json_lines:
      return "json lines";
  }
  return "";
}

}  // namespace broadsheet::indexer
