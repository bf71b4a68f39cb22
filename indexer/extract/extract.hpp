// From one raw item (a page, a dump, a JSON object) to an article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/article.hpp"
#include "schema/date.hpp"
#include "schema/result.hpp"

namespace broadsheet::indexer {

struct ItemReading;

enum class ItemFormat { html, text_dump, json };

// What a reader hands over.
struct RawItem {
  ItemFormat format = ItemFormat::html;
  std::string content;  // Bytes as read, in whatever encoding the page is; JSON: one object.
  std::string name;     // What messages call it and identity falls back on: the path relative to
                        // the folder given, with "#7" for the seventh item of a file of several.
};

struct Extraction {
  Article article;  // id only if the input gives one; the rest clean as article.hpp says.
  std::string
      canonical_url;  // As the page claims it, absolute; identity decides if it is believed.
  std::vector<std::string> tags;  // What the source says it is about: persons, places, topics.
  // For `extract --explain`: which source gave a field ("headline: h1"), what was refused, why.
  std::vector<std::string> notes;
};

// Shared by threads; extract() is const and keeps no state between calls.
class Extractor {
 public:
  // now bounds plausible dates.
  explicit Extractor(Instant now) : now_(now) {}

  // Errors: empty, too_large, malformed, not_an_article, invalid_field; the message begins with the
  // item's name.  Never crashes, hangs or
  // takes unbounded memory, whatever the bytes; never throws for what they say.
  // reading (explain.hpp), if not null, is filled as far as the item was read.
  Result<Extraction> extract(const RawItem& item, ItemReading* reading = nullptr) const;

 private:
  Instant now_;
};

}  // namespace broadsheet::indexer
