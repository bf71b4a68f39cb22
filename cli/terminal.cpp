#include "cli/terminal.hpp"

#include <unistd.h>

#include <array>
#include <cstdio>

#include "cli/commands.hpp"
#include "schema/text.hpp"

namespace broadsheet::cli {
namespace {

bool progress_is_shown = false;

}  // namespace

bool stdout_is_terminal() { return ::isatty(STDOUT_FILENO) != 0; }
bool stderr_is_terminal() { return ::isatty(STDERR_FILENO) != 0; }

void say(std::string_view message) {
  wipe_progress();
  const std::string line = "broadsheet: " + printable(message) + '\n';
  std::fwrite(line.data(), 1, line.size(), stderr);
}

int fail(const Error& error) {
  say(error.message);
  return ExitStatus::failed;
}

void show_progress(const std::string& line) {
  if (!stderr_is_terminal()) return;
  std::fprintf(stderr, "\r\x1b[K%s", line.c_str());
  std::fflush(stderr);
  progress_is_shown = true;
}

void wipe_progress() {
  if (!progress_is_shown) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
  progress_is_shown = false;
}

std::string with_commas(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t i = text.size(); i > 3; i -= 3) text.insert(i - 3, 1, ',');
  return text;
}

std::string readable_size(std::uint64_t bytes) {
  static constexpr std::array<const char*, 4> units = {"KB", "MB", "GB", "TB"};
  auto size = static_cast<double>(bytes) / 1'000;
  std::size_t unit = 0;
  for (; size >= 1'000 && unit + 1 < units.size(); ++unit) size /= 1'000;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f %s", size, units[unit]);
  return text.data();
}

std::string printable(std::string_view text) { return text::clean_utf8(text); }

}  // namespace broadsheet::cli
