// The subcommands of `broadsheet`.
//
// Each function adds one to the app; if the user chose it, `run` does its work and returns the exit
// status.
#pragma once

#include <functional>
#include <string>

#include <CLI/CLI.hpp>

namespace broadsheet::cli {

enum ExitStatus : int { all_well = 0, failed = 1, usage = 2, some_skipped = 3 };

using Run = std::function<int()>;

void add_index_command(CLI::App& app, Run& run);
void add_serve_command(CLI::App& app, Run& run);
void add_search_command(CLI::App& app, Run& run);
void add_extract_command(CLI::App& app, Run& run);
void add_people_command(CLI::App& app, Run& run);
void add_delete_command(CLI::App& app, Run& run);
void add_stats_command(CLI::App& app, Run& run);
void add_check_command(CLI::App& app, Run& run);

// --db, else BROADSHEET_DB, else ./broadsheet-index.
void add_index_option(CLI::App& command, std::string& index);

}  // namespace broadsheet::cli
