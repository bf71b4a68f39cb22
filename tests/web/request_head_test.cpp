#include "web/request_head.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet::web;

namespace {

// The head with its lines ended as they are on the wire.
std::string head_of(std::initializer_list<std::string> lines) {
  std::string head;
  for (const std::string& line : lines) head += line + "\r\n";
  return head + "\r\n";
}

RequestHead accepted(const std::string& bytes) {
  const auto head = parse_request_head(bytes);
  REQUIRE(std::holds_alternative<RequestHead>(head));
  return std::get<RequestHead>(head);
}

}  // namespace

TEST_CASE("an ordinary head is passed on without what is dealt with here", "[request_head]") {
  const RequestHead head = accepted(
      head_of({"GET /api/search?q=a HTTP/1.1", "Host: x", "Range: bytes=0-", "Expect: 100-continue",
               "Connection: keep-alive", "Content-Length: 0", "Accept-Encoding: gzip"}));

  CHECK(head.method == "GET");
  CHECK(head.target == "/api/search?q=a");
  CHECK(head.path() == "/api/search");
  CHECK(head.query() == "q=a");
  CHECK(head.keep_alive);
  CHECK(head.forwarded ==
        head_of({"GET /api/search HTTP/1.1", "Host: x", "Accept-Encoding: gzip"}));
}

TEST_CASE("whether a connection goes on is read from version and header", "[request_head]") {
  const auto [version, connection, keep_alive] = GENERATE(table<std::string, std::string, bool>({
      {"HTTP/1.1", "", true},
      {"HTTP/1.1", "close", false},
      {"HTTP/1.1", "TE, Close", false},
      {"HTTP/1.0", "", false},
      {"HTTP/1.0", "Keep-Alive", true},
  }));
  CAPTURE(version, connection);

  const RequestHead head =
      accepted(head_of({"GET / " + version, "Host: x", "Connection: " + connection}));

  CHECK(head.keep_alive == keep_alive);
}

TEST_CASE("an absolute address is reduced to its path", "[request_head]") {
  const auto [target, reduced] = GENERATE(table<std::string, std::string>({
      {"http://example.org/a?b", "/a?b"},
      {"HTTPS://example.org", "/"},
      {"http://example.org?q=a", "/"},
      {"//example.org/a", "//example.org/a"},
  }));
  CAPTURE(target);

  CHECK(accepted(head_of({"GET " + target + " HTTP/1.1", "Host: x"})).target == reduced);
}

TEST_CASE("what servers disagree about is refused", "[request_head]") {
  const std::string get = "GET / HTTP/1.1";
  const auto [bytes, status, code] = GENERATE_COPY(table<std::string, int, std::string>({
      {head_of({get}), 400, "bad_request"},
      {head_of({get, "Host: a", "Host: b"}), 400, "bad_request"},
      {head_of({get, "Host: a", "Content-Length: 3"}), 400, "unexpected_body"},
      {head_of({get, "Host: a", "Content-Length: +0"}), 400, "unexpected_body"},
      {head_of({get, "Host: a", "Transfer-Encoding: chunked"}), 400, "unexpected_body"},
      {head_of({get, "Host: a", "transfer-encoding: identity"}), 400, "unexpected_body"},
      {head_of({get, "Host : a"}), 400, "bad_request"},
      {head_of({get, "Host: a", " folded"}), 400, "bad_request"},
      {head_of({get, "Host: a", "no colon"}), 400, "bad_request"},
      {head_of({get, "Host: a", std::string("X: a\0b", 6)}), 400, "bad_request"},
      {head_of({get, "Host: a", "X: a\rb"}), 400, "bad_request"},
      {head_of({"GET /", "Host: a"}), 400, "bad_request"},
      {head_of({"GET  / HTTP/1.1", "Host: a"}), 400, "bad_request"},
      {head_of({"GET /a b HTTP/1.1", "Host: a"}), 400, "bad_request"},
      {head_of({"GET a HTTP/1.1", "Host: a"}), 400, "bad_request"},
      {head_of({"GET /\x01 HTTP/1.1", "Host: a"}), 400, "bad_request"},
      {head_of({"G(T / HTTP/1.1", "Host: a"}), 400, "bad_request"},
      {head_of({"GET / HTTP/2.0", "Host: a"}), 505, "version_not_supported"},
      {head_of({"POST / HTTP/1.1", "Host: a"}), 405, "method_not_allowed"},
      {head_of({"get / HTTP/1.1", "Host: a"}), 405, "method_not_allowed"},
      {head_of({"CONNECT a:1 HTTP/1.1", "Host: a"}), 405, "method_not_allowed"},
  }));
  CAPTURE(bytes);

  const auto head = parse_request_head(bytes);

  REQUIRE(std::holds_alternative<Problem>(head));
  CHECK(std::get<Problem>(head).status == status);
  CHECK(std::get<Problem>(head).code == code);
}

TEST_CASE("addresses and headers have bounds", "[request_head]") {
  const auto status_of = [](const std::string& bytes) {
    const auto head = parse_request_head(bytes);
    return std::holds_alternative<Problem>(head) ? std::get<Problem>(head).status : 200;
  };
  const auto with_target = [&](const std::string& target) {
    return status_of(head_of({"GET " + target + " HTTP/1.1", "Host: a"}));
  };
  std::string many = "GET / HTTP/1.1\r\nHost: a\r\n";
  for (std::size_t i = 1; i < RequestHead::max_headers; ++i) many += "X: a\r\n";

  CHECK(with_target("/?q=" + std::string(RequestHead::max_target_bytes - 4, 'a')) == 200);
  CHECK(with_target("/?q=" + std::string(RequestHead::max_target_bytes - 3, 'a')) == 414);
  CHECK(with_target('/' + std::string(RequestHead::max_path_bytes - 1, 'a')) == 200);
  CHECK(with_target('/' + std::string(RequestHead::max_path_bytes, 'a')) == 414);
  CHECK(status_of(many + "\r\n") == 200);
  CHECK(status_of(many + "X: a\r\n\r\n") == 431);
}

TEST_CASE("the target of a broken head is guessed", "[request_head]") {
  CHECK(guess_target("GET /api/search?q=a HTTP/1.1\r\n") == "/api/search?q=a");
  CHECK(guess_target("GET /api") == "/api");
  CHECK(guess_target("GET /api\r\nX: y") == "/api");
  CHECK(guess_target("nonsense") == "/");
  CHECK(guess_target("") == "/");
}
