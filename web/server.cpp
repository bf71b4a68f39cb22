#include "web/server.hpp"

#include <fcntl.h>
#include <httplib.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <thread>
#include <utility>
#include <variant>

#include "web/connection.hpp"
#include "web/negotiation.hpp"
#include "web/query_string.hpp"
#include "web/request_head.hpp"
#include "web/router.hpp"
#include "web/thread_pool.hpp"

namespace broadsheet::web {

namespace {

constexpr unsigned max_requests_per_connection = 1'000;
constexpr int backlog = 1'024;
constexpr int defer_accept_seconds = 3;
constexpr std::chrono::milliseconds pause_without_descriptors{10};

// What the library reads a request from and writes its answer to: bytes in memory.
class Exchange final : public httplib::Stream {
 public:
  explicit Exchange(std::string_view request) : request_(request) {}

  const std::string& answer() const { return answer_; }

  bool is_readable() const override { return !request_.empty(); }
  bool is_writable() const override { return true; }
  ssize_t read(char* bytes, std::size_t size) override {
    size = request_.copy(bytes, size);
    request_.remove_prefix(size);
    return static_cast<ssize_t>(size);
  }
  ssize_t write(const char* bytes, std::size_t size) override {
    answer_.append(bytes, size);
    return static_cast<ssize_t>(size);
  }
  void get_remote_ip_and_port(std::string&, int&) const override {}
  void get_local_ip_and_port(std::string&, int&) const override {}
  socket_t socket() const override { return INVALID_SOCKET; }

 private:
  std::string_view request_;
  std::string answer_;
};

// SO_REUSEPORT, which the library sets by default, would let two servers share a port in silence.
void set_socket_options(int socket) {
  const int on = 1;
  setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  // The kernel holds a connection back until its first bytes are there, so silence costs no thread.
  setsockopt(socket, IPPROTO_TCP, TCP_DEFER_ACCEPT, &defer_accept_seconds,
             sizeof defer_accept_seconds);
}

std::string joined_header(const httplib::Request& request, const char* name) {
  std::string joined;
  const auto [begin, end] = request.headers.equal_range(name);
  for (auto header = begin; header != end; ++header) {
    if (!joined.empty()) joined += ", ";
    joined += header->second;
  }
  return joined;
}

HttpRequest to_request(const httplib::Request& request) {
  return {request.method,
          request.target,
          request.path,
          request.params,
          joined_header(request, "Accept-Encoding"),
          joined_header(request, "If-None-Match")};
}

void fill(httplib::Response& filled, const HttpResponse& response) {
  filled.status = response.status;
  for (const auto& [name, value] : response.headers) filled.set_header(name, value);
  if (!response.content_type.empty()) filled.set_header("Content-Type", response.content_type);
  filled.body = response.body;
}

// An answer to what never reached the library.
std::string to_bytes(const HttpResponse& response, bool with_body) {
  std::string bytes =
      "HTTP/1.1 " + std::to_string(response.status) + ' ' + status_phrase(response.status) + "\r\n";
  for (const auto& [name, value] : response.headers) {
    bytes.append(name).append(": ").append(value).append("\r\n");
  }
  bytes += "Content-Type: " + response.content_type + "\r\n";
  bytes += "Content-Length: " + std::to_string(response.body.size()) + "\r\n";
  bytes += "Connection: close\r\n\r\n";
  if (with_body) bytes += response.body;
  return bytes;
}

Problem problem_of(Arrival arrival) {
  switch (arrival) {
    case Arrival::too_large:
      return {431, "headers_too_large", "The request's head is larger than 64 KB.", {}};
    case Arrival::too_slow:
      return {408, "request_timeout", "The request took too long to arrive.", {}};
    default:
      return {400, "bad_request", "This is not an HTTP/1.1 request.", {}};
  }
}

std::string bind_problem(const ServerOptions& options, int error) {
  const std::string address = options.host + ':' + std::to_string(options.port);
  if (error == EADDRINUSE) {
    return "port " + std::to_string(options.port) + " on " + options.host +
           " is in use by another program; stop that one or choose another port, such as --port " +
           std::to_string(options.port < 65'535 ? options.port + 1 : 8'080);
  }
  if (error == EACCES) {
    return "no right to listen on " + address +
           ": ports below 1024 belong to the administrator; try --port 8080";
  }
  if (error == EADDRNOTAVAIL || error == 0) {
    return "cannot listen on " + address +
           ": this machine has no such address; try --host 127.0.0.1, or 0.0.0.0 for all";
  }
  return "cannot listen on " + address + ": " + std::generic_category().message(error);
}

}  // namespace

// The library carries out single requests; connections, threads and the accepting of both are ours
// (its own are bounded by constants compiled into it).
struct Server::Impl final : public httplib::Server, public ServerState {
  Impl(const searcher::Searcher& searcher, ServerOptions server_options)
      : options(std::move(server_options)),
        router(searcher, options.public_url),
        stop_descriptor(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    if (stop_descriptor < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
    set_tcp_nodelay(true);
    // These two only stand in the Keep-Alive header.
    set_keep_alive_timeout(Connection::idle_seconds);
    set_keep_alive_max_count(max_requests_per_connection);
    set_socket_options(web::set_socket_options);
    set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      return route(request, response);
    });
    set_exception_handler([this](const httplib::Request& request, httplib::Response& response,
                                 const std::exception_ptr&) { fail(request, response); });
    set_error_handler([this](const httplib::Request& request, httplib::Response& response) {
      complete_refusal(request, response);
    });
    set_post_routing_handler([](const httplib::Request&, httplib::Response& response) {
      // These have no body by definition; a length of zero would speak of the page they stand for.
      if (response.status == 204 || response.status == 304)
        response.headers.erase("Content-Length");
    });
  }

  ~Impl() override {
    close_listener();
    ::close(stop_descriptor);
  }

  bool is_busy() const override { return pool && pool->is_busy(); }
  bool is_stopping() const override { return stopping; }
  int stop_event() const override { return stop_descriptor; }

  HandlerResponse route(const httplib::Request& request, httplib::Response& response) {
    const HttpRequest plain = to_request(request);
    // Else the library would compress by itself, and by its own rules.
    const_cast<httplib::Request&>(request).headers.erase("Accept-Encoding");
    fill(response, router.answer(plain));
    return HandlerResponse::Handled;
  }

  void fail(const httplib::Request& request, httplib::Response& response) {
    response.headers.clear();
    fill(response,
         router.refuse({500, "internal_error", "The server failed to answer this request.", {}},
                       request.path));
  }

  // What the library refuses by itself has no body yet.
  void complete_refusal(const httplib::Request& request, httplib::Response& response) {
    if (!response.body.empty()) return;
    fill(response,
         router.refuse({response.status, "bad_request", "This is not an HTTP/1.1 request.", {}},
                       request.path));
  }

  // Waits for a client; -1 at the end.
  int accept_client() {
    for (;;) {
      const int client = accept4(svr_sock_, nullptr, nullptr, SOCK_CLOEXEC);
      if (client >= 0) return client;
      const int error = errno;
      if (error == EAGAIN || error == EWOULDBLOCK) {
        if (stopping) return -1;  // All who had connected by then are served.
        pollfd watched[] = {{svr_sock_, POLLIN, 0}, {stop_descriptor, POLLIN, 0}};
        poll(watched, 2, -1);
      } else if (error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM) {
        std::this_thread::sleep_for(pause_without_descriptors);
      } else if (error == EBADF || error == EINVAL || error == ENOTSOCK) {
        return -1;
      }
    }
  }

  void serve_or_drop(int client) noexcept {
    try {
      serve(client);
    } catch (const std::exception&) {
      // Out of memory, most likely: this client is dropped, the others are served.
    }
  }

  void serve(int client) {
    Connection connection(client, *this);
    for (unsigned requests = 1;; ++requests) {
      const Arrival arrival = connection.read_head();
      if (arrival == Arrival::end) return;
      if (arrival != Arrival::head) return refuse(connection, problem_of(arrival));
      const auto head = parse_request_head(connection.head());
      if (const auto* problem = std::get_if<Problem>(&head)) return refuse(connection, *problem);
      const bool last = requests == max_requests_per_connection || is_busy() || stopping;
      if (!carry_out(connection, std::get<RequestHead>(head), last)) return;
    }
  }

  // False if the connection is at its end.
  bool carry_out(Connection& connection, const RequestHead& head, bool last) {
    const bool close = last || !head.keep_alive;
    bool closed = false;
    Exchange exchange(head.forwarded);
    process_request(exchange, close, closed, [&](httplib::Request& request) {
      request.target = head.target;
      request.path = percent_decode(head.path());
      request.params = decode_query(head.query());
    });
    return connection.send(exchange.answer()) && !close;
  }

  void refuse(Connection& connection, const Problem& problem) {
    const std::string_view target = guess_target(connection.head());
    const std::string path(target.substr(0, target.find('?')));
    const bool with_body = connection.head().compare(0, 5, "HEAD ") != 0;
    connection.send(to_bytes(router.refuse(problem, path), with_body));
    connection.linger();
  }

  // The library listens with a backlog of 5 and blocks in accept.
  void listen_widely() {
    ::listen(svr_sock_, backlog);
    fcntl(svr_sock_, F_SETFL, fcntl(svr_sock_, F_GETFL) | O_NONBLOCK);
  }

  void close_listener() {
    const int listener = svr_sock_.exchange(INVALID_SOCKET);
    if (listener != INVALID_SOCKET) ::close(listener);
  }

  const ServerOptions options;
  const Router router;
  const int stop_descriptor;
  std::atomic<bool> stopping{false};
  std::unique_ptr<ThreadPool> pool;  // While the server runs.
};

Server::Server(const searcher::Searcher& searcher, ServerOptions options)
    : impl_(std::make_unique<Impl>(searcher, std::move(options))) {}

Server::~Server() = default;

Result<int> Server::bind() {
  const ServerOptions& options = impl_->options;
  errno = 0;
  const int port = options.port == 0 ? impl_->bind_to_any_port(options.host)
                   : impl_->bind_to_port(options.host, options.port) ? options.port
                                                                     : -1;
  const int error = errno;
  if (port < 0) return Error{ErrorCode::unreadable, bind_problem(options, error), {}};
  impl_->listen_widely();
  return port;
}

bool Server::run() {
  impl_->pool = std::make_unique<ThreadPool>(impl_->options.threads);
  for (int client = impl_->accept_client(); client >= 0; client = impl_->accept_client()) {
    impl_->pool->add([this, client] { impl_->serve_or_drop(client); });
  }
  impl_->close_listener();
  impl_->pool->finish();
  return impl_->stopping;
}

void Server::stop() {
  impl_->stopping = true;
  const std::uint64_t one = 1;
  // Can fail only when it has been written before.
  [[maybe_unused]] const auto written = write(impl_->stop_descriptor, &one, sizeof one);
}

}  // namespace broadsheet::web
