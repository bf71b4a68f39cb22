// Broadsheet over HTTP: JSON API, search page, health.
//
// Read-only: there is no route that writes.  Never a 5xx for what a user sent.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "schema/result.hpp"
#include "searcher/searcher.hpp"

namespace broadsheet::web {

struct ServerOptions {
  std::string host = "127.0.0.1";
  int port = 8080;         // 0: any free one.
  std::string public_url;  // Origin (and path) under which the world sees us, without a slash at
                           // the end; empty: links are relative.
  unsigned threads = 128;  // Connections served at once; most of them wait for their client.
};

class Server {
 public:
  // The searcher must outlive the server.
  Server(const searcher::Searcher& searcher, ServerOptions options);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // Listens; returns the port.  index_unavailable never; unreadable if the address cannot be bound
  // (the message says which, why, and what to try).
  Result<int> bind();

  // Serves until stop(); false if the listening socket failed.  After bind().
  bool run();

  // From any thread: no new connections, requests under way are answered.
  void stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace broadsheet::web
