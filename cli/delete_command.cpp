#include <cstdio>
#include <memory>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "indexer/index.hpp"

namespace broadsheet::cli {
namespace {

struct Options {
  std::vector<std::string> ids;
  std::string index;
};

int run_delete(const Options& options) {
  const auto missing = indexer::delete_articles(options.index, options.ids);
  if (!missing) return fail(missing.error());
  for (const std::string& id : *missing) say("no article has the id or URL " + id);
  std::printf("removed %zu articles\n", options.ids.size() - missing->size());
  return missing->empty() ? ExitStatus::all_well : ExitStatus::some_skipped;
}

}  // namespace

void add_delete_command(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("delete", "Remove articles by id, key or URL.");
  const auto options = std::make_shared<Options>();
  command->add_option("ID", options->ids, "Ids, keys or URLs")->required();
  add_index_option(*command, options->index);
  command->callback([options, &run] { run = [options] { return run_delete(*options); }; });
}

}  // namespace broadsheet::cli
