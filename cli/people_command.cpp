#include <cstdio>
#include <iostream>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "indexer/people_lines.hpp"

namespace broadsheet::cli {

void add_people_command(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand(
      "people",
      "Find the people in texts: JSON lines {\"id\", \"text\"} from standard input, {\"id\", "
      "\"people\", \"mentions\"} out.");
  command->footer(
      "Mentions are [begin, end, name] in bytes of the text.  A line {\"id\", \"mentions\": "
      "[names]}\n"
      "is only resolved: {\"id\", \"names\"}.  All lines are read first, as one archive.");
  command->callback([&run] {
    run = [] {
      const indexer::PeopleLinesReport report = indexer::people_of_lines(
          std::cin, [](const std::string& json) { std::puts(json.c_str()); },
          [](const std::string& message) { say("skipped " + message); });
      return report.skipped == 0 ? ExitStatus::all_well : ExitStatus::some_skipped;
    };
  });
}

}  // namespace broadsheet::cli
