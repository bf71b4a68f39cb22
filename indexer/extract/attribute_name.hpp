// Names of the attributes that extraction looks at, as numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "indexer/extract/name_table.hpp"

namespace broadsheet::indexer {

inline constexpr NameTable attribute_names(std::to_array<std::string_view>({"aria-hidden",
                                                                            "aria-label",
                                                                            "aria-level",
                                                                            "charset",
                                                                            "class",
                                                                            "content",
                                                                            "data-date",
                                                                            "data-datetime",
                                                                            "data-publication-date",
                                                                            "data-publish-date",
                                                                            "data-published",
                                                                            "data-published-at",
                                                                            "data-testid",
                                                                            "data-time",
                                                                            "data-timestamp",
                                                                            "data-utc",
                                                                            "datetime",
                                                                            "hidden",
                                                                            "href",
                                                                            "http-equiv",
                                                                            "id",
                                                                            "itemprop",
                                                                            "itemscope",
                                                                            "itemtype",
                                                                            "lang",
                                                                            "name",
                                                                            "property",
                                                                            "pubdate",
                                                                            "rel",
                                                                            "role",
                                                                            "shadowrootmode",
                                                                            "style",
                                                                            "title",
                                                                            "xml:lang"}));

// One of attribute_names.  A literal becomes one while it is compiled, if it is one: that is how
// rules name them, as in dom.attribute(id, "class").
class AttributeName {
 public:
  consteval AttributeName(const char* literal) : AttributeName(attribute_names.find(literal)) {
    if (!attribute_names.contains(literal)) throw "an attribute that pages are not read for";
  }

  // name: in lower case.  Nothing if it is none that extraction looks at.
  static constexpr std::optional<AttributeName> of(std::string_view name) {
    if (!attribute_names.contains(name)) return std::nullopt;
    return AttributeName(attribute_names.find(name));
  }

  constexpr std::string_view text() const { return attribute_names[number_]; }

  friend constexpr bool operator==(AttributeName, AttributeName) = default;

 private:
  constexpr explicit AttributeName(std::size_t number)
      : number_(static_cast<std::uint8_t>(number)) {}

  std::uint8_t number_;
};

}  // namespace broadsheet::indexer
