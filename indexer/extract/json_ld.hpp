// What a page says of itself in JSON-LD (schema.org).
//
// Lenient, because publishers' blocks are: comment and CDATA wrappers, raw line breaks in strings,
// trailing commas and semicolons, @graph, arrays, several blocks, nested mainEntity, @type as a
// string or an array, references escaped in values (even twice), names nested in names.  Bounded:
// a block of more than 4 MB or nested more than 64 deep is left out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::indexer {

struct LdPerson {
  std::string name;
  bool about = false;  // From `about`; else from `mentions`.
};

// Every text is decoded, clean and collapsed; empty or absent where the block says nothing.
struct LdArticle {
  std::string type;  // "NewsArticle", ...
  std::string headline;
  std::string url;
  std::string main_entity_of_page;
  std::string published;  // As written: parse_date() reads it.
  std::string modified;
  std::vector<std::string> authors;        // Names as written, of persons and of nodes of no type.
  std::vector<std::string> organisations;  // Authors that are organisations.
  std::string publisher;
  bool publisher_is_person = false;  // A site of one's own.
  std::vector<std::string> sections;
  std::vector<std::string> keywords;
  std::string description;
  std::vector<std::string> article_body;  // Paragraphs, tags stripped; often one long one.
  std::string image;                      // URL.
  std::string language;                   // As written ("en-GB").
  std::vector<LdPerson> people;           // `about` and `mentions` of @type Person.
};

struct LinkedData {
  std::optional<LdArticle> article;     // The one the page is about.
  std::vector<std::string> breadcrumb;  // Names from the root on, of the first BreadcrumbList.
  std::string site_name;                // Of a WebSite or NewsMediaOrganization node.
  int blocks_unreadable = 0;
};

// What else is known of the page, to choose among several articles; any may be empty.
struct LdHints {
  std::string_view canonical;
  std::string_view og_title;
  std::string_view h1;
};

// blocks: the texts of the page's application/ld+json scripts, UTF-8.
LinkedData read_json_ld(const std::vector<std::string>& blocks, const LdHints& hints);

}  // namespace broadsheet::indexer
