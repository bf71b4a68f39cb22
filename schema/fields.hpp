// How an article lies in the index: term prefixes, value slots, metadata keys, the format version.
// Omega's conventions where they exist.  ARCHITECTURE.md shows the same as a table (a test holds
// the two together).
#pragma once

#include <cstddef>
#include <string_view>

#include <xapian.h>

namespace broadsheet::fields {

// Raised whenever an older index can no longer be read or added to: "re-index needed".
inline constexpr int format_version = 3;

// Terms.  Words of the text carry no prefix; a stem that differs from its word is posted beside it
// with Z.  So the documents with any word of a stem are those with the stem as a word or with its
// Z term (half the postings that stems of all words would take).  Both count into the document's
// length.  A person's name that a stem would change has itself for a stem, with Z: "banks" finds it
// by that term, "bank" does not.  The word that parts with hyphens make together is posted like any
// other.  No term has positions: phrases are checked against slot::words.
namespace prefix {
inline constexpr std::string_view stem = "Z";
inline constexpr std::string_view headline = "S";        // Headline word: wdf 0.
inline constexpr std::string_view headline_stem = "ZS";  // Headline stem that differs: wdf 0.
inline constexpr std::string_view exact = "XE";          // + word, exact_separator, exact form.
inline constexpr std::string_view id = "Q";              // + article_key(id); unique.
inline constexpr std::string_view author = "A";          // + name_id(author)
inline constexpr std::string_view language = "L";        // + ISO 639-1 code
inline constexpr std::string_view host = "H";            // + host of the URL
inline constexpr std::string_view day = "D";             // + YYYYMMDD
inline constexpr std::string_view month = "M";           // + YYYYMM
inline constexpr std::string_view year = "Y";            // + YYYY
inline constexpr std::string_view person = "XP";         // + name_id(person as named in the story)
inline constexpr std::string_view section = "XS";        // + name_id(section)
inline constexpr std::string_view source = "XO";         // + name_id(source)
inline constexpr std::string_view origin = "XI";         // + article_key(the input's name)
inline constexpr std::string_view pair = "XW";           // + numbers of two words: common_words.hpp
inline constexpr std::string_view canonical = "XC";      // + article_key(the canonical URL claimed)
}  // namespace prefix

// Value slots.  One per facet, so that stock remote shards can count them; several values of one
// article stand in one slot, parted by value_separator.
namespace slot {
inline constexpr Xapian::valueno order = 0;      // order_value(): a total order, newest last.
inline constexpr Xapian::valueno day = 1;        // YYYYMMDD; absent if undated.
inline constexpr Xapian::valueno duplicate = 2;  // Group of syndicated copies (not written yet).
inline constexpr Xapian::valueno section = 3;    // The label.
inline constexpr Xapian::valueno source = 4;     // The label.
inline constexpr Xapian::valueno language = 5;
inline constexpr Xapian::valueno author = 6;   // Labels.
inline constexpr Xapian::valueno person = 7;   // Names.
inline constexpr Xapian::valueno about = 8;    // Those of slot person that the story is about.
inline constexpr Xapian::valueno embargo = 9;  // sortable_serialise(embargoed_until); rare.
inline constexpr Xapian::valueno expiry = 10;  // sortable_serialise(expires); rare.
inline constexpr Xapian::valueno words = 12;   // The text's words in order: word_sequence.hpp.
inline constexpr Xapian::valueno status = 11;  // status_name(); absent if usable.
}  // namespace slot

inline constexpr char value_separator = '\n';

// Between a word and its exact form (text::Forms), so that all exact forms of a word are the terms
// that begin with prefix::exact, the word and this.
inline constexpr char exact_separator = '\x1f';

// Counts into the wdf of a word of the headline (a word of the body counts 1).
inline constexpr Xapian::termcount headline_wdf = 2;

// Xapian refuses terms over 245 bytes, NULs counted twice.
inline constexpr std::size_t max_term_bytes = 200;

// Metadata keys.
namespace metadata {
inline constexpr std::string_view changes = "changes:";  // + revision, see changes.hpp
inline constexpr std::string_view file = "file:";        // + file's name: what was read from it
inline constexpr std::string_view site = "site:";        // + key of a site: a sample of its pages
inline constexpr std::string_view common_words = "common";  // Codes: common_words.hpp
inline constexpr std::string_view site_pages = "sites";     // How many pages the samples hold.
}  // namespace metadata

}  // namespace broadsheet::fields
