// broadsheet: a full-text search engine for news.
#include <malloc.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "schema/exception.hpp"

namespace {

using namespace broadsheet::cli;

constexpr const char* description =
    "Broadsheet: a full-text search engine for news.\n"
    "\n"
    "  broadsheet index PATH       index pages, text dumps and JSON, from files and folders\n"
    "  broadsheet serve            serve the search page and the API\n"
    "  broadsheet search WORDS     search in the terminal\n";

constexpr const char* footer =
    "Data goes to stdout, messages to stderr.\n"
    "Exit status: 0 all well, 1 failed, 2 usage, 3 some inputs were skipped.";

// CLI11 has statuses of its own; ours is 2 for whatever was wrong with the words of the call.
int usage_status(CLI::App& app, const CLI::ParseError& error) {
  return app.exit(error) == 0 ? ExitStatus::all_well : ExitStatus::usage;
}

int run_program(int argc, char** argv) {
  CLI::App app(description, "broadsheet");
  app.footer(footer);
  app.require_subcommand(0, 1);
  app.set_version_flag("--version", BROADSHEET_VERSION);
  Run run;
  add_index_command(app, run);
  add_serve_command(app, run);
  add_search_command(app, run);
  add_extract_command(app, run);
  add_people_command(app, run);
  add_delete_command(app, run);
  add_stats_command(app, run);
  add_check_command(app, run);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return usage_status(app, error);
  }
  if (run) return run();
  std::fputs(app.help().c_str(), stdout);
  return ExitStatus::all_well;
}

// Xapian ends the program when closing a database fails, as on a full disk: then at least say so.
[[noreturn]] void end_with_message() {
  const std::string text = broadsheet::exception_text(std::current_exception());
  say("Ended by an error that left no way to go on" + (text.empty() ? "" : ": " + text) +
      ". An index holds what was acknowledged before it.");
  std::_Exit(ExitStatus::failed);
}

}  // namespace

int main(int argc, char** argv) {
  std::set_terminate(end_with_message);
  // Memory that one article frees the next one takes: giving it back to the system in between costs
  // a quarter of the time of reading JSON, and for what is as large as a page, 3% of extraction.
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
  mallopt(M_MMAP_THRESHOLD, 8 << 20);
  try {
    return run_program(argc, argv);
  } catch (const std::exception& error) {
    say(error.what());
    return ExitStatus::failed;
  }
}
