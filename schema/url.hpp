// The parts of a URL that we look at.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// Whether text is an absolute http or https URL with a host and without spaces or control
// characters: the only ones that an article may carry and a page may link to.
bool is_web_url(std::string_view text);

// The host, lower case, without user, port and a leading "www."; empty if it is no web URL.
std::string url_host(std::string_view url);

// From the first '/' after the host on, without query and fragment; "/" for a site's root.
std::string_view url_path(std::string_view url);

}  // namespace broadsheet
