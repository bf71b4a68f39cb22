// One client's connection.
//
// Bounds what a client can hold: a head has a size and one deadline from its first byte to its
// last, an answer one deadline to be taken, and silence ends a connection, the sooner the more
// others wait for a thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet::web {

// What a connection knows of the server it belongs to.
class ServerState {
 public:
  virtual ~ServerState() = default;
  // Other connections wait for a thread.
  virtual bool is_busy() const = 0;
  virtual bool is_stopping() const = 0;
  // A descriptor that becomes readable, for good, when the server stops.
  virtual int stop_event() const = 0;
};

enum class Arrival { head, end, broken, too_large, too_slow };

class Connection {
 public:
  static constexpr int idle_seconds = 2;  // A client may be silent between requests.

  // Owns the socket.
  Connection(int socket, const ServerState& server);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Waits for the next request.  After `head` head() holds it, its empty line included; after
  // `end` there is none and nobody to answer; after the others head() holds what there is of it.
  Arrival read_head();
  const std::string& head() const { return head_; }

  // False if the client did not take it all.
  bool send(std::string_view bytes);

  // To be called before the end if the client may still be sending: a socket closed on unread bytes
  // would take the answer with it.
  void linger();

 private:
  enum class Input { some, none, end };
  std::optional<Arrival> examine();
  Input receive();
  bool wait(short events, std::chrono::steady_clock::time_point until) const;
  std::chrono::steady_clock::time_point patience_ends() const;

  int socket_;
  const ServerState& server_;
  std::string buffer_;       // Received and not yet part of a head.
  std::size_t scanned_ = 0;  // How much of the buffer is known to hold no end of a head.
  std::string head_;
  std::chrono::steady_clock::time_point since_;  // The wait, or the head's first byte.
};

}  // namespace broadsheet::web
