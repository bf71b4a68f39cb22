#include <array>
#include <chrono>
#include <cstdio>
#include <memory>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "indexer/index.hpp"

namespace broadsheet::cli {
namespace {

using Clock = std::chrono::steady_clock;

struct Options {
  std::vector<std::string> inputs;
  std::string index;
  bool rebuild = false;
  bool prune = false;
  unsigned threads = 0;
};

// "reading: 12,000 articles, 1,934 a second, about 40 s left"
class ProgressLine {
 public:
  void show(const indexer::Progress& progress) {
    const auto now = Clock::now();
    if (now - shown_ < std::chrono::milliseconds(200)) return;
    shown_ = now;
    const double seconds = std::chrono::duration<double>(now - start_).count();
    const auto rate = static_cast<std::uint64_t>(static_cast<double>(progress.articles) / seconds);
    std::string line = std::string(progress.stage) + ": " + with_commas(progress.articles) +
                       " articles, " + with_commas(rate) + " a second";
    if (progress.bytes_total > 0 && progress.bytes_done > 0) {
      const double share =
          static_cast<double>(progress.bytes_done) / static_cast<double>(progress.bytes_total);
      const auto left = static_cast<std::uint64_t>(seconds * (1 - share) / share);
      line += ", about " + with_commas(left) + " s left";
    }
    show_progress(line);
  }

 private:
  Clock::time_point start_ = Clock::now();
  Clock::time_point shown_{};
};

indexer::IndexListener make_listener(const std::shared_ptr<ProgressLine>& line) {
  indexer::IndexListener listener;
  listener.skipped = [](const indexer::Skipped& skipped) {
    say("skipped " + skipped.error.message);
  };
  listener.acknowledged = [](std::uint64_t articles, const std::string& where) {
    wipe_progress();
    std::printf("committed %llu articles: %s\n", static_cast<unsigned long long>(articles),
                where.c_str());
    std::fflush(stdout);
  };
  listener.notice = [](const std::string& message) { say(message); };
  if (stderr_is_terminal()) {
    listener.progress = [line](const indexer::Progress& progress) { line->show(progress); };
  }
  return listener;
}

std::string percent(std::uint64_t part, std::uint64_t whole) {
  std::array<char, 16> text{};
  const double share = 100 * static_cast<double>(part) / static_cast<double>(whole);
  std::snprintf(text.data(), text.size(), "%.0f%%", share);
  return text.data();
}

void print_report(const indexer::IndexReport& report, double seconds) {
  std::printf("%s new, %s replaced, %s unchanged, %s removed\n", with_commas(report.added).c_str(),
              with_commas(report.replaced).c_str(), with_commas(report.unchanged).c_str(),
              with_commas(report.removed).c_str());
  if (report.repeated > 0) {
    std::printf("%s given more than once in this run; the last of each was taken\n",
                with_commas(report.repeated).c_str());
  }
  for (const auto& [code, count] : report.skipped) {
    std::printf("%s skipped: %s\n", with_commas(count).c_str(), error_code_name(code));
  }
  if (report.paragraphs_left_out > 0) {
    std::printf("%s paragraphs on %s %s left out as the site's own: they stand on several pages\n",
                with_commas(report.paragraphs_left_out).c_str(),
                with_commas(report.sites_left_out).c_str(),
                report.sites_left_out == 1 ? "site" : "sites");
  }
  const std::uint64_t written = report.added + report.replaced;
  if (written > 0) {
    std::string line;
    for (const auto& [field, count] : report.with_field) {
      line += (line.empty() ? "" : ", ") + field + ' ' + percent(count, written);
    }
    std::printf("of those written have: %s\n", line.c_str());
  }
  std::printf("%s articles in the index, %.1f s\n", with_commas(report.articles).c_str(), seconds);
}

int run_index(const Options& options) {
  const auto start = Clock::now();
  const indexer::IndexOptions index_options{options.index, options.rebuild, options.prune,
                                            options.threads};
  const auto report = indexer::index_inputs(options.inputs, index_options,
                                            make_listener(std::make_shared<ProgressLine>()));
  wipe_progress();
  if (!report) return fail(report.error());
  print_report(*report, std::chrono::duration<double>(Clock::now() - start).count());
  if (stderr_is_terminal()) say("next: broadsheet serve --db " + options.index);
  return report->skipped.empty() ? ExitStatus::all_well : ExitStatus::some_skipped;
}

}  // namespace

void add_index_command(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand(
      "index",
      "Index articles from files, folders (recursively) and standard input (-).\n"
      "Formats are told by content: HTML pages, text dumps of pages, JSON, JSON lines.\n"
      "Running it again updates the index: what has not changed is left alone.");
  const auto options = std::make_shared<Options>();
  command->add_option("PATH", options->inputs, "Files and folders; - is standard input")
      ->required();
  add_index_option(*command, options->index);
  command->add_flag("--rebuild", options->rebuild,
                    "Make the index anew from these paths alone; the old one serves until then");
  command->add_flag("--prune", options->prune,
                    "Drop the articles whose files below these folders are gone");
  command->add_option("--threads", options->threads, "Threads to use; all cores if not given")
      ->check(CLI::Range(1U, 256U));
  command->callback([options, &run] { run = [options] { return run_index(*options); }; });
}

void add_index_option(CLI::App& command, std::string& index) {
  index = "broadsheet-index";
  command.add_option("--db", index, "The index's folder")
      ->envname("BROADSHEET_DB")
      ->capture_default_str();
}

}  // namespace broadsheet::cli
