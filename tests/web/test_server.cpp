// Serves an index for the browser tests, or else an invented newspaper of its own.
//
//     web_test_server [INDEX]     prints its address, ends at the end of its standard input
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <thread>

#include "searcher/searcher.hpp"
#include "tests/web/test_index.hpp"
#include "web/server.hpp"

int main(int argc, char** argv) {
  using namespace broadsheet;
  std::unique_ptr<web::tests::TestIndex> own;
  if (argc < 2) {
    own = std::make_unique<web::tests::TestIndex>(web::tests::sample_articles(120));
  }
  const auto searcher =
      searcher::Searcher::open(own ? own->path() : std::filesystem::path(argv[1]));
  if (!searcher) {
    std::cerr << searcher.error().message << '\n';
    return 1;
  }
  web::ServerOptions options;
  options.port = 0;
  web::Server server(**searcher, options);
  const auto port = server.bind();
  if (!port) {
    std::cerr << port.error().message << '\n';
    return 1;
  }
  std::cout << "http://127.0.0.1:" << *port << "/" << std::endl;
  std::thread running([&] { server.run(); });
  for (std::string line; std::getline(std::cin, line);) {
  }
  server.stop();
  running.join();
}
