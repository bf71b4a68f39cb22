// What HTTP's headers mean: dates, entity tags, encodings.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace broadsheet::web {

// "Fri, 19 Mar 2021 12:38:00 GMT"
std::string http_date(std::chrono::system_clock::time_point time);

// Whether If-None-Match names the entity tag: a list, weak tags and "*" included.  Compares weakly,
// as RFC 9110 has it for this header.
bool if_none_match_names(std::string_view header, std::string_view etag);

// Whether Accept-Encoding allows gzip: "gzip;q=0" does not, "*" does.
bool accepts_gzip(std::string_view header);

// The bytes as a gzip stream.  The same bytes give the same stream.
std::string gzip(std::string_view bytes);

}  // namespace broadsheet::web
