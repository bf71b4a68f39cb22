// Text that was encoded twice: UTF-8 taken for windows-1252 and encoded again, so that "’" reads as
// "â€™".  Parts of real pages come so out of content systems and importers.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::indexer {

// The text with such sequences as they were meant, also where it happened twice.  Conservative: a
// sequence that good text may have too (the end of «CAFÉ») is mended only on a page that has more
// certain ones than other letters of Latin-1.  text is valid UTF-8, and so is the result.
std::string mend_double_encoding(std::string text);

}  // namespace broadsheet::indexer
