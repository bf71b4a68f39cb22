#include "web/assets.hpp"

#include <algorithm>
#include <cassert>
#include <span>

namespace broadsheet::web {

// Defined by the file that embed_assets.cmake writes.
extern const std::span<const Asset> embedded_assets;

const Asset& asset(std::string_view name) {
  const auto found = std::find_if(embedded_assets.begin(), embedded_assets.end(),
                                  [&](const Asset& candidate) { return candidate.name == name; });
  assert(found != embedded_assets.end());
  return *found;
}

std::string asset_path(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  std::string path = "assets/";
  path.append(name.substr(0, dot)).append("-").append(asset(name).version);
  return path.append(name.substr(dot));
}

}  // namespace broadsheet::web
