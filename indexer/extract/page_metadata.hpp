// What a page says of itself in its markup, JSON-LD apart: meta names, microdata, links, <time>.
//
// Everything is as written by the page, clean and white space collapsed; nothing is judged yet.
// Where several names say the same, the most trusted comes first.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/dom.hpp"
#include "schema/article.hpp"

namespace broadsheet::indexer {

struct DateClaim {
  std::string text;
  DateEvidence evidence = DateEvidence::meta;
};

struct AuthorClaim {
  std::string text;
  std::size_t rank = 0;  // Claims of one rank are of one name; lower ones are trusted more.
};

// An element that names the story's author, or so it seems.
struct Byline {
  enum class Says { by_rel, by_class, by_address };  // rel=author, its class, where it links to.

  NodeId node = no_node;
  Says says = Says::by_class;
};

struct HeadingNode {
  NodeId node = no_node;
  std::string text;
};

struct PageMetadata {
  std::string title;
  std::string og_title;
  std::string twitter_title;
  std::string itemprop_headline;
  std::vector<HeadingNode> h1s;  // In page order, those of navigation and footers left out.
  std::string canonical;         // Absolute http or https URL, else empty.
  std::string og_url;            // The same.
  std::string og_type;
  std::string site_name;
  std::string publisher;                  // Meta name or microdata; a name, no address.
  std::vector<std::string> descriptions;  // og, twitter, plain; different ones.
  std::vector<DateClaim> published;       // Most trusted first.
  std::vector<std::string> modified;
  std::vector<AuthorClaim> authors;  // Meta names and microdata, most trusted first.
  std::vector<Byline> bylines;       // Visible: rel=author, author and byline classes; page order.
  std::vector<std::string> sections;
  std::vector<std::string> tags;        // Keywords, whatever they name.
  std::vector<std::string> breadcrumb;  // Visible, from the root on, the page itself left out.
  std::string language;
  std::string image;  // Absolute URL, else empty.
};

PageMetadata read_metadata(const Dom& dom);

// reference against base, both as written; empty unless that makes an http or https URL.
std::string absolute_url(std::string_view base, std::string_view reference);

}  // namespace broadsheet::indexer
