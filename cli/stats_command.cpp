#include <cstdio>
#include <memory>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "indexer/index.hpp"
#include "schema/article_json.hpp"

namespace broadsheet::cli {
namespace {

using Counts = std::vector<std::pair<std::string, std::uint64_t>>;

struct Options {
  std::string index;
  bool json = false;
};

void print_counts(const char* title, const Counts& counts) {
  constexpr std::size_t most = 20;
  if (counts.empty()) return;
  std::printf("\n%s\n", title);
  for (std::size_t i = 0; i < counts.size() && i < most; ++i) {
    std::printf("  %10s  %s\n", with_commas(counts[i].second).c_str(), counts[i].first.c_str());
  }
  if (counts.size() > most) std::printf("  and %zu more\n", counts.size() - most);
}

void print_stats(const indexer::IndexStats& stats) {
  std::printf("%s articles, %s, generation %s, revision %llu\n",
              with_commas(stats.articles).c_str(), readable_size(stats.size_bytes).c_str(),
              stats.generation.c_str(), static_cast<unsigned long long>(stats.revision));
  if (!stats.first_day.empty()) {
    std::printf("dated %s to %s\n", stats.first_day.c_str(), stats.last_day.c_str());
  }
  print_counts("articles with", {stats.with_field.begin(), stats.with_field.end()});
  print_counts("sections", stats.sections);
  print_counts("sources", stats.sources);
  print_counts("languages", stats.languages);
  print_counts("years", stats.years);
  print_counts("lines left out as the site's own", stats.own_lines);
}

nlohmann::json counts_to_json(const Counts& counts) {
  nlohmann::json list = nlohmann::json::array();
  for (const auto& [label, count] : counts) list.push_back({{"label", label}, {"count", count}});
  return list;
}

nlohmann::json stats_to_json(const indexer::IndexStats& stats) {
  return {{"articles", stats.articles},
          {"size_bytes", stats.size_bytes},
          {"generation", stats.generation},
          {"revision", stats.revision},
          {"first_day", stats.first_day},
          {"last_day", stats.last_day},
          {"with_field", stats.with_field},
          {"sections", counts_to_json(stats.sections)},
          {"sources", counts_to_json(stats.sources)},
          {"languages", counts_to_json(stats.languages)},
          {"years", counts_to_json(stats.years)},
          {"own_lines", counts_to_json(stats.own_lines)}};
}

int run_stats(const Options& options) {
  const auto stats = indexer::index_stats(options.index);
  if (!stats) return fail(stats.error());
  if (options.json) {
    std::puts(dump_json(stats_to_json(*stats)).c_str());
  } else {
    print_stats(*stats);
  }
  return ExitStatus::all_well;
}

}  // namespace

void add_stats_command(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("stats", "Count what is in the index.");
  const auto options = std::make_shared<Options>();
  add_index_option(*command, options->index);
  command->add_flag("--json", options->json, "As JSON");
  command->callback([options, &run] { run = [options] { return run_stats(*options); }; });
}

}  // namespace broadsheet::cli
