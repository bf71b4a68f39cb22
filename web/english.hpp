// Dates and numbers as an English reader writes them.
#pragma once

#include <cstdint>
#include <string>

#include "schema/date.hpp"

namespace broadsheet::web {

// "19 March 2021"
std::string english_day(Day day);

// The shortest that says it: "2021", "March 2021", "19 March 2021", "15–21 March 2021",
// "29 March – 4 April 2021".
std::string english_period(const DayRange& days);

// "1,234"
std::string english_number(std::uint64_t number);

// "1 story", "1,234 stories"
std::string english_count(std::uint64_t number, const char* one, const char* many);

}  // namespace broadsheet::web
