#include "web/bar_chart.hpp"

#include <algorithm>
#include <string>

namespace broadsheet::web {

void write_bar(HtmlWriter& html, std::uint32_t count, std::uint32_t most) {
  constexpr std::uint64_t full_width = 100;
  const std::uint64_t width =
      std::max<std::uint64_t>(1, full_width * count / std::max<std::uint32_t>(most, 1));
  const auto chart = html.element("svg", {{"class", "bar-chart"},
                                          {"viewBox", "0 0 100 1"},
                                          {"preserveAspectRatio", "none"},
                                          {"aria-hidden", "true"},
                                          {"focusable", "false"}});
  html.leaf("rect", {}, {{"width", std::to_string(width)}, {"height", "1"}});
}

}  // namespace broadsheet::web
