#include "web/connection.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "web/request_head.hpp"

namespace broadsheet::web {

namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

// How long a client may stay silent between requests, take to send a head, take to take an answer.
constexpr milliseconds idle_time = std::chrono::seconds(Connection::idle_seconds);
constexpr milliseconds idle_time_when_busy{100};
constexpr milliseconds head_time{5'000};
constexpr milliseconds head_time_when_busy{1'000};
constexpr milliseconds send_time{10'000};
constexpr milliseconds send_time_when_stopping{2'000};
constexpr milliseconds linger_time{250};

// How often a waiting connection looks whether the server is busy.
constexpr milliseconds look_around{50};

constexpr std::size_t max_lingering_bytes = 1'048'576;

// Such as the hello of TLS.
bool begins_no_request(std::string_view bytes) {
  return !bytes.empty() && bytes.front() != '\r' &&
         static_cast<unsigned char>(bytes.front()) <= ' ';
}

}  // namespace

Connection::Connection(int socket, const ServerState& server) : socket_(socket), server_(server) {}

Connection::~Connection() { close(socket_); }

Arrival Connection::read_head() {
  since_ = Clock::now();
  scanned_ = 0;
  for (;;) {
    if (const auto arrival = examine()) return *arrival;
    const bool begun = !buffer_.empty();
    const Input input = receive();
    if (input == Input::end) return Arrival::end;
    if (input == Input::some) {
      if (!begun) since_ = Clock::now();
      continue;
    }
    const auto until = patience_ends();
    if (Clock::now() >= until) {
      head_ = buffer_;
      return begun ? Arrival::too_slow : Arrival::end;
    }
    wait(POLLIN, std::min(until, Clock::now() + look_around));
  }
}

// Looks at what is new in the buffer; nothing while the head goes on.
std::optional<Arrival> Connection::examine() {
  // The empty lines that some clients send after a request are no part of the next one.
  while (scanned_ == 0 && buffer_.compare(0, 2, "\r\n") == 0) buffer_.erase(0, 2);
  bool broken = begins_no_request(buffer_);
  for (std::size_t at = buffer_.find('\n', scanned_); at != std::string::npos && !broken;
       at = buffer_.find('\n', at + 1)) {
    broken = at == 0 || buffer_[at - 1] != '\r';
    if (at >= 3 && buffer_.compare(at - 3, 3, "\r\n\r") == 0) {
      head_ = buffer_.substr(0, at + 1);
      buffer_.erase(0, at + 1);
      return head_.size() > RequestHead::max_bytes ? Arrival::too_large : Arrival::head;
    }
  }
  scanned_ = buffer_.size();
  if (!broken && buffer_.size() <= RequestHead::max_bytes) return std::nullopt;
  head_ = buffer_;
  return broken ? Arrival::broken : Arrival::too_large;
}

bool Connection::send(std::string_view bytes) {
  const auto begin = Clock::now();
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(sent));
      continue;
    }
    if (errno == EINTR) continue;
    if (errno != EAGAIN && errno != EWOULDBLOCK) return false;
    const auto until = begin + (server_.is_stopping() ? send_time_when_stopping : send_time);
    if (Clock::now() >= until) return false;
    wait(POLLOUT, std::min(until, Clock::now() + look_around));
  }
  return true;
}

void Connection::linger() {
  shutdown(socket_, SHUT_WR);
  const auto until = Clock::now() + linger_time;
  std::size_t bytes = 0;
  while (bytes < max_lingering_bytes && !server_.is_busy()) {
    buffer_.clear();
    const Input input = receive();
    bytes += buffer_.size();
    if (input == Input::end) return;
    if (input == Input::none && !wait(POLLIN, until)) return;
  }
}

Connection::Input Connection::receive() {
  std::array<char, 16'384> bytes;
  for (;;) {
    const ssize_t received = recv(socket_, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (received > 0) {
      buffer_.append(bytes.data(), static_cast<std::size_t>(received));
      return Input::some;
    }
    if (received == 0) return Input::end;
    if (errno == EINTR) continue;
    return errno == EAGAIN || errno == EWOULDBLOCK ? Input::none : Input::end;
  }
}

// False if nothing happened until then.
bool Connection::wait(short events, Clock::time_point until) const {
  const auto left = std::chrono::ceil<milliseconds>(until - Clock::now());
  if (left.count() <= 0) return false;
  // A server that stops wakes those who wait for a request; after that the event would only spin.
  const bool hears_stop = events == POLLIN && !server_.is_stopping();
  std::array<pollfd, 2> watched{{{socket_, events, 0}, {server_.stop_event(), POLLIN, 0}}};
  return poll(watched.data(), hears_stop ? 2 : 1, static_cast<int>(left.count())) > 0;
}

Clock::time_point Connection::patience_ends() const {
  const bool begun = !buffer_.empty();
  if (server_.is_stopping()) return begun ? since_ + head_time_when_busy : since_;
  if (server_.is_busy()) return since_ + (begun ? head_time_when_busy : idle_time_when_busy);
  return since_ + (begun ? head_time : idle_time);
}

}  // namespace broadsheet::web
