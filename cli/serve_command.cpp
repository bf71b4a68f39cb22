#include <pthread.h>

#include <csignal>
#include <cstdio>
#include <memory>
#include <thread>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "searcher/searcher.hpp"
#include "web/server.hpp"

namespace broadsheet::cli {
namespace {

struct Options {
  std::string index;
  web::ServerOptions server;
};

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGINT, SIGTERM, SIGUSR1}) sigaddset(&signals, signal);
  return signals;
}

// Before any other thread is made: they inherit it.
void block_stop_signals() {
  const sigset_t signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

// Calls server.stop() at SIGINT or SIGTERM, which are blocked, in a thread of its own, so that
// stopping may take locks.  To be gone before the server is.
class StopOnSignal {
 public:
  explicit StopOnSignal(web::Server& server)
      : thread_([&server] {
          const sigset_t signals = stop_signals();
          int signal = 0;
          sigwait(&signals, &signal);
          if (signal != SIGUSR1) server.stop();
        }) {}

  // Wakes the thread if the server stopped by itself.
  ~StopOnSignal() { pthread_kill(thread_.native_handle(), SIGUSR1); }

  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;

 private:
  std::jthread thread_;
};

int run_serve(const Options& options) {
  block_stop_signals();
  const auto searcher = searcher::Searcher::open(options.index);
  if (!searcher) return fail(searcher.error());
  web::Server server(**searcher, options.server);
  const auto port = server.bind();
  if (!port) return fail(port.error());
  const StopOnSignal stop_on_signal(server);

  say("serving " + options.index + ", " + with_commas((*searcher)->state().articles) +
      " articles; Ctrl-C stops");
  std::printf("http://%s:%d/\n", options.server.host.c_str(), *port);
  std::fflush(stdout);
  if (!server.run()) {
    say("the listening socket failed; start the server again");
    return ExitStatus::failed;
  }
  return ExitStatus::all_well;
}

}  // namespace

void add_serve_command(CLI::App& app, Run& run) {
  CLI::App* command =
      app.add_subcommand("serve",
                         "Serve the search page and the JSON API.\n"
                         "Read-only; follows the index as it is updated or rebuilt.");
  const auto options = std::make_shared<Options>();
  web::ServerOptions& server = options->server;
  add_index_option(*command, options->index);
  command->add_option("--host", server.host, "Address to listen on")
      ->envname("BROADSHEET_HOST")
      ->capture_default_str();
  command->add_option("--port", server.port, "Port; 0 takes any free one")
      ->envname("BROADSHEET_PORT")
      ->check(CLI::Range(0, 65'535))
      ->capture_default_str();
  command
      ->add_option("--public-url", server.public_url,
                   "Origin under which the world sees the server, e.g. https://search.example.org")
      ->envname("BROADSHEET_PUBLIC_URL");
  command->callback([options, &run] { run = [options] { return run_serve(*options); }; });
}

}  // namespace broadsheet::cli
