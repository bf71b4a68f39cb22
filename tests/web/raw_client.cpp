#include "tests/web/raw_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <cctype>
#include <sstream>

namespace broadsheet::web::tests {

namespace {

// Long enough for any machine: who runs into it has failed.
constexpr timeval patience{60, 0};

RawAnswer parse_head(const std::string& head) {
  RawAnswer answer;
  std::istringstream lines(head);
  std::string line;
  std::getline(lines, line);
  REQUIRE(line.compare(0, 9, "HTTP/1.1 ") == 0);
  answer.status = std::stoi(line.substr(9, 3));
  while (std::getline(lines, line) && line != "\r") {
    const std::size_t colon = line.find(": ");
    REQUIRE(colon != std::string::npos);
    std::string name = line.substr(0, colon);
    for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    INFO("a header must not come twice: " << name);
    REQUIRE(answer.headers.count(name) == 0);
    answer.headers[name] = line.substr(colon + 2, line.size() - colon - 3);
  }
  return answer;
}

}  // namespace

RawClient::RawClient(int port) : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  REQUIRE(socket_ >= 0);
  setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  REQUIRE(connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
}

RawClient::~RawClient() { close(socket_); }

void RawClient::send(const std::string& bytes) {
  // The server may have ended the connection already, which is for receive() to find.
  [[maybe_unused]] const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
}

RawAnswer RawClient::receive(bool has_body) {
  while (buffer_.find("\r\n\r\n") == std::string::npos) REQUIRE(fill());
  const std::size_t end = buffer_.find("\r\n\r\n") + 4;
  RawAnswer answer = parse_head(buffer_.substr(0, end));
  buffer_.erase(0, end);
  const auto length = answer.headers.find("content-length");
  if (!has_body || length == answer.headers.end()) return answer;
  const std::size_t size = std::stoul(length->second);
  while (buffer_.size() < size) REQUIRE(fill());
  answer.body = buffer_.substr(0, size);
  buffer_.erase(0, size);
  return answer;
}

std::string RawClient::receive_rest() {
  while (fill()) {
  }
  return std::move(buffer_);
}

// False at the end of the connection.
bool RawClient::fill() {
  std::array<char, 16'384> bytes;
  const ssize_t received = recv(socket_, bytes.data(), bytes.size(), 0);
  if (received < 0 && errno == ECONNRESET) return false;
  REQUIRE(received >= 0);
  buffer_.append(bytes.data(), static_cast<std::size_t>(received));
  return received > 0;
}

std::string get(const std::string& target, const std::string& headers) {
  return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}

RawAnswer fetch(int port, const std::string& target, const std::string& headers) {
  RawClient client(port);
  client.send(get(target, headers + "Connection: close\r\n"));
  RawAnswer answer = client.receive();
  CHECK(client.receive_rest().empty());
  return answer;
}

}  // namespace broadsheet::web::tests
