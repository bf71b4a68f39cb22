// What a file is, told by its first bytes, never by its name.
#pragma once

#include <string>
#include <string_view>

#include "schema/result.hpp"

namespace broadsheet::indexer {

enum class FileFormat {
  html,
  text_dump,
  json,        // One value: an object, an array of articles, a wrapper around such an array.
  json_lines,  // One object per line.
};

// head: the first bytes, up to 64 KiB; whole: whether that is all of it.  Errors: empty,
// unsupported (binary, picture, PDF, archive, other XML; the message says what it looks like).
Result<FileFormat> detect_format(std::string_view head, bool whole);

const char* file_format_name(FileFormat format);

}  // namespace broadsheet::indexer
