// What an article is.
//
// An Article is plain data, in UTF-8.  Those that come out of the indexer are clean: valid UTF-8
// without control characters (paragraph breaks are the vector's), white space collapsed, fields
// trimmed and within the bounds below, URLs http or https.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/date.hpp"

namespace broadsheet {

// A person in the story, under one name.
struct Person {
  std::string name;            // The fullest form the story gives, without titles.
  std::uint32_t mentions = 1;  // In headline, standfirst and body; at least 1.
  bool about = false;          // The story is about the person, else it only names them.

  friend bool operator==(const Person&, const Person&) = default;
};

enum class Status : std::uint8_t { usable, withheld, canceled };

// Where a date came from, the most trusted first.
enum class DateEvidence : std::uint8_t {
  none,
  given,  // A field of structured input (JSON, feed).
  json_ld,
  meta,      // OpenGraph and other meta names, microdata.
  time_tag,  // <time datetime>.
  url,
  visible,  // Text near the headline.
  page,     // Elsewhere on the page.
};

const char* date_evidence_name(DateEvidence evidence);
const char* status_name(Status status);

struct Article {
  static constexpr std::size_t max_id_bytes = 2'048;
  static constexpr std::size_t max_headline_bytes = 1'000;
  static constexpr std::size_t max_name_bytes = 150;  // A person, author, section, source.
  static constexpr std::size_t max_body_bytes = 1'000'000;
  static constexpr std::size_t max_people = 500;
  static constexpr std::size_t max_authors = 50;

  std::string id;        // Unique in an index; any text.
  std::string url;       // Where a reader finds it; may be empty.
  std::string headline;  // May be empty if there is a body.
  std::string standfirst;
  std::vector<std::string> body;  // Paragraphs; begins with the standfirst when there is one.
  std::optional<Timestamp> published;
  DateEvidence published_evidence = DateEvidence::none;
  float published_confidence = 0;  // 0 to 1.
  std::optional<Timestamp> modified;
  std::optional<Instant> first_seen;  // When an index first held it; set by the index writer.
  std::vector<std::string> authors;
  std::string section;
  std::vector<Person> people;
  std::string source;    // The outlet.
  std::string language;  // ISO 639-1 code, lower case; empty if unknown.
  std::string image;     // URL of the lead image.
  Status status = Status::usable;
  std::optional<Instant> embargoed_until;
  std::optional<Instant> expires;

  friend bool operator==(const Article&, const Article&) = default;
};

// The id's short, path-safe form (16 characters of a-z2-7), which stands in our own URLs and in the
// document's Q term: 80 bits of the id's SHA-256.
std::string article_key(std::string_view id);

// The form under which a name is compared, filtered and counted: folded as text.hpp folds words,
// letters and digits kept, everything between them one '-': "José Díaz Jr." is "jose-diaz-jr".
// Empty only if the name has neither letter nor digit.  At most 150 bytes.
std::string name_id(std::string_view name);

}  // namespace broadsheet
