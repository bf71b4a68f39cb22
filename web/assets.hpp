// The files of web/assets and the API's description, compiled in.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::web {

struct Asset {
  std::string_view name;  // "style.css"
  std::string_view content;
  std::string_view version;  // Changes with the content.
};

// name is one of those listed in web/CMakeLists.txt; another is a mistake of ours.
const Asset& asset(std::string_view name);

// The address of an asset for use in a page: "assets/style-VERSION.css", to be put after the
// search page's own.  Such an address may be cached for ever.
std::string asset_path(std::string_view name);

}  // namespace broadsheet::web
