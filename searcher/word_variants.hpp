// The words that a query word stands for where the order of words counts.
//
// Posting lists know a word by its stem, word sequences (fields::slot::words) only as it was
// written.  So what stands for a stem is read off the index: words that begin as the stem does,
// those of them that the archive's stemmers bring back to it.
#pragma once

#include <string>
#include <vector>

#include "searcher/reader.hpp"

namespace broadsheet::searcher {

inline constexpr std::size_t max_word_variants = 64;

// The word itself, the acronym that may be meant as well, then the other words of the index that
// have one of the word's stems, the most frequent first; at most max_word_variants.  Looks at 2,000
// words of the index for each stem at most, some hundred as a rule (0.1 ms).  Missed are words that
// a stemmer changes in front (Arabic, Indonesian, Irish), those whose stem takes the diacritics
// that the index has not, and those of stems of one or two letters.  May throw any Xapian::Error.
std::vector<std::string> word_variants(const QueryWord& word, Reader& reader);

}  // namespace broadsheet::searcher
