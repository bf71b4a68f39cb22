// A count as a bar beside others.
#pragma once

#include <cstdint>

#include "web/html_writer.hpp"

namespace broadsheet::web {

// As long as count is of most, the greatest of them; never without any length.
void write_bar(HtmlWriter& html, std::uint32_t count, std::uint32_t most);

}  // namespace broadsheet::web
