// What the program says, and where: data on stdout, messages on stderr, progress on stderr only if
// a person is watching.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "schema/result.hpp"

namespace broadsheet::cli {

bool stdout_is_terminal();
bool stderr_is_terminal();

// "broadsheet: MESSAGE" on stderr; a progress line there is wiped first.
void say(std::string_view message);

// say()s the error; returns ExitStatus::failed.
int fail(const Error& error);

// Replaces the progress line; does nothing unless stderr is a terminal.
void show_progress(const std::string& line);
void wipe_progress();

// "1,234,567"
std::string with_commas(std::uint64_t number);

// "12.3 MB"
std::string readable_size(std::uint64_t bytes);

// Control characters become spaces, so that a file's name cannot steer the terminal.
std::string printable(std::string_view text);

}  // namespace broadsheet::cli
