// Markup to a Dom, by gumbo made safe.
//
// gumbo aborts the process on certain malformed pages and takes quadratic time and unbounded memory
// on others.  Here its memory, time and depth are bounded, and its failed assertions end the parse
// instead of the process.  Any number of threads may parse at once.
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

#include "indexer/extract/dom.hpp"
#include "indexer/extract/markup_scanner.hpp"
#include "schema/result.hpp"

namespace broadsheet::indexer {

struct ParseLimits {
  std::size_t markup_bytes = 8'000'000;
  std::size_t memory_bytes = 192'000'000;   // gumbo's; the Dom takes a fraction of it.
  std::chrono::milliseconds cpu_time{800};  // Of the calling thread.
};

// markup is taken as UTF-8, entities are decoded, but not in attributes that were set aside.  Of
// attributes, the Dom holds those that extraction looks at.  Errors: too_large (a limit was
// passed), malformed (gumbo gave up on the page).
Result<Dom> parse_html(const Markup& markup, const ParseLimits& limits = {});

// The same for markup with all attributes in their tags.
Result<Dom> parse_html(std::string_view markup, const ParseLimits& limits = {});

}  // namespace broadsheet::indexer
