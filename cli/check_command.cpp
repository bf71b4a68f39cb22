#include <cstdio>
#include <memory>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "indexer/index.hpp"

namespace broadsheet::cli {
namespace {

int run_check(const std::string& index) {
  const auto report = indexer::check_index(index);
  if (!report) return fail(report.error());
  for (const std::string& line : report->checked) std::printf("%s\n", line.c_str());
  for (const std::string& problem : report->problems) say(problem);
  if (report->problems.empty()) std::puts("all well");
  return report->problems.empty() ? ExitStatus::all_well : ExitStatus::failed;
}

}  // namespace

void add_check_command(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("check", "Look for damage in the index.");
  const auto index = std::make_shared<std::string>();
  add_index_option(*command, *index);
  command->callback([index, &run] { run = [index] { return run_check(*index); }; });
}

}  // namespace broadsheet::cli
