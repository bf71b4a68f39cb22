#include "web/server.hpp"

#include <zlib.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <regex>
#include <thread>
#include <vector>

#include "tests/support/test_index.hpp"
#include "tests/web/raw_client.hpp"
#include "tests/web/sample_articles.hpp"
#include "web/assets.hpp"

using namespace broadsheet;
using namespace broadsheet::web;
using namespace broadsheet::web::tests;
using broadsheet::tests::TestIndex;
using Catch::Contains;
using nlohmann::json;

namespace {

// A server over an index of its own, until the end of the scope.
class Running {
 public:
  explicit Running(unsigned threads = 8, const std::string& public_url = {})
      : index(sample_articles(40)), searcher_(open(index)) {
    ServerOptions options;
    options.port = 0;
    options.threads = threads;
    options.public_url = public_url;
    server_ = std::make_unique<Server>(*searcher_, options);
    const auto bound = server_->bind();
    REQUIRE(bound);
    port = *bound;
    thread_ = std::thread([this] { run_result = server_->run(); });
  }
  ~Running() {
    if (thread_.joinable()) stop_and_join();
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  void stop() { server_->stop(); }
  void join() { thread_.join(); }
  void stop_and_join() {
    stop();
    join();
  }

  TestIndex index;
  int port = 0;
  bool run_result = false;

 private:
  static std::unique_ptr<searcher::Searcher> open(const TestIndex& index) {
    auto opened = searcher::Searcher::open(index.path());
    REQUIRE(opened);
    return std::move(*opened);
  }

  std::unique_ptr<searcher::Searcher> searcher_;
  std::unique_ptr<Server> server_;
  std::thread thread_;
};

// For the tests that leave no trace in it.
Running& shared() {
  static Running server;
  return server;
}

RawAnswer fetch(const std::string& target, const std::string& headers = {}) {
  return web::tests::fetch(shared().port, target, headers);
}

// What comes back for bytes of any kind, up to the end of the connection.
std::string exchange(const std::string& bytes, const std::string& later = {}) {
  RawClient client(shared().port);
  client.send(bytes);
  if (later.empty()) return client.receive_rest();
  const RawAnswer first = client.receive();
  client.send(later);
  return std::to_string(first.status) + '\n' + client.receive_rest();
}

std::ptrdiff_t count_answers(const std::string& bytes) {
  static const std::regex status_line("HTTP/1\\.1 \\d");
  return std::distance(std::sregex_iterator(bytes.begin(), bytes.end(), status_line),
                       std::sregex_iterator());
}

std::string unpacked(const std::string& packed) {
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
  std::string bytes(1'000'000, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_out = static_cast<uInt>(bytes.size());
  CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
  bytes.resize(stream.total_out);
  inflateEnd(&stream);
  return bytes;
}

void check_problem(const RawAnswer& answer, int status, const std::string& code) {
  CHECK(answer.status == status);
  CHECK(answer.headers.at("content-type") == "application/problem+json");
  const json problem = json::parse(answer.body);
  CHECK(problem.value("status", 0) == status);
  CHECK(problem.value("code", "") == code);
  CHECK(!problem.value("title", "").empty());
  CHECK(!problem.value("detail", "").empty());
}

}  // namespace

TEST_CASE("a search is answered as JSON", "[server]") {
  const RawAnswer answer = fetch("/api/search?q=footbridge&page-size=2");

  REQUIRE(answer.status == 200);
  CHECK(answer.headers.at("content-type") == "application/json");
  CHECK_THAT(answer.headers.at("server-timing"), Contains("search;dur="));
  const json body = json::parse(answer.body);
  CHECK(body["status"] == "ok");
  CHECK(body["page_size"] == 2);
  CHECK(body["total"]["value"] == 6);
  CHECK(body["results"].size() == 2);
  CHECK_THAT(body["facets"]["section"]["values"].dump(), Contains("local-news"));
}

TEST_CASE("the empty search is every article", "[server]") {
  CHECK(json::parse(fetch("/api/search").body)["total"]["articles"] == 40);
  CHECK(json::parse(fetch("/api/search?q=").body)["total"]["articles"] == 40);
}

TEST_CASE("whatever is typed in q is answered", "[server]") {
  const std::string q =
      GENERATE(as<std::string>(), "%ff", "%00", "%22unbalanced", "AND+OR+)(", "-", "%F0%9F%98%80",
               "caf\xc3\xa9", "100%", "%zz", "a:b:c", "*", "%22%22", "((((((((((((((((((((");
  CAPTURE(q);

  CHECK(fetch("/api/search?q=" + q).status == 200);
  CHECK(fetch("/?q=" + q).status == 200);
}

TEST_CASE("eight kilobytes of words are answered, with a word about the cut", "[server]") {
  std::string words;
  while (words.size() < 8'192) words += "regatta+";

  const RawAnswer answer = fetch("/api/search?q=" + words);

  REQUIRE(answer.status == 200);
  CHECK(json::parse(answer.body)["query"]["degraded"].is_string());
  CHECK(fetch("/?q=" + words).status == 200);
}

TEST_CASE("a bad parameter is refused by name", "[server]") {
  const auto [query, parameter] = GENERATE(table<std::string, std::string>({
      {"from-date=2021-02-31", "from-date"},
      {"from=31.2.2021", "from"},
      {"to-date=9999-13", "to-date"},
      {"page=0", "page"},
      {"page=1001", "page"},
      {"page=99999999999999999999", "page"},
      {"page-size=101", "page-size"},
      {"order-by=best", "order-by"},
      {"utm_source=x", "utm_source"},
      {"cursor=x", "cursor"},
      {"cursor=nonsense&order-by=newest", "cursor"},
  }));
  CAPTURE(query);

  const RawAnswer answer = fetch("/api/search?q=a&" + query);

  check_problem(answer, 400, "invalid_request");
  CHECK(json::parse(answer.body).value("parameter", "") == parameter);
}

TEST_CASE("the page ignores parameters that are not ours", "[server]") {
  const RawAnswer answer = fetch("/?q=footbridge&utm_source=x&fbclid=y");

  CHECK(answer.status == 200);
  CHECK_THAT(answer.body, Contains("6 stories for") && !Contains("fbclid"));
}

TEST_CASE("the page keeps what was typed when a value is bad", "[server]") {
  const RawAnswer answer = fetch("/?q=footbridge&from-date=2021-02-31&section=sport");

  CHECK(answer.status == 400);
  CHECK(answer.headers.at("content-type") == "text/html; charset=utf-8");
  CHECK_THAT(answer.body, Contains("value=\"2021-02-31\"") && Contains("value=\"footbridge\""));
  CHECK_THAT(answer.body, Contains("name=\"section\" value=\"sport\""));
  CHECK_THAT(answer.body, Contains("role=\"alert\""));
}

TEST_CASE("fields of the form left empty are no bad values", "[server]") {
  CHECK(fetch("/?q=&from-date=&to-date=").status == 200);
}

TEST_CASE("an article is found by its key and by its id", "[server]") {
  const std::string key = article_key("story/0?a=b");
  const std::string name =
      GENERATE_COPY(as<std::string>(), key, "story%2F0%3Fa%3Db", "story/0%3Fa=b");
  CAPTURE(name);

  const RawAnswer answer = fetch("/api/articles/" + name);

  REQUIRE(answer.status == 200);
  const json article = json::parse(answer.body)["article"];
  CHECK(article["key"] == key);
  CHECK(article["headline"] == "Council approves a footbridge");
  CHECK(article["body"].size() == 3);
  CHECK(json::parse(answer.body)["copies"] == json::array());
  CHECK_THAT(fetch("/articles/" + name).body, Contains(">Council approves a footbridge</h1>"));
}

TEST_CASE("what is not there is 404, told as suits the place", "[server]") {
  check_problem(fetch("/api/articles/nope"), 404, "not_found");
  check_problem(fetch("/api/nope"), 404, "not_found");
  for (const char* path :
       {"/nope", "/articles/nope", "/assets/style.css", "/..%2f..%2fetc/passwd"}) {
    CAPTURE(path);
    const RawAnswer answer = fetch(path);
    CHECK(answer.status == 404);
    CHECK(answer.headers.at("content-type") == "text/html; charset=utf-8");
    CHECK_THAT(answer.body, Contains("<h1>Not Found</h1>"));
  }
}

TEST_CASE("people are found, told of, and have a page", "[server]") {
  const json people = json::parse(fetch("/api/people?q=&size=3").body)["people"];
  REQUIRE_FALSE(people.empty());
  const std::string id = people[0]["id"];
  const std::string label = people[0]["label"];

  const json person = json::parse(fetch("/api/people/" + id).body)["person"];
  CHECK(person["label"] == label);
  CHECK(person["count"] == people[0]["count"]);
  const RawAnswer page = fetch("/people/" + id);
  CHECK(page.status == 200);
  CHECK_THAT(page.body, Contains(">" + label + "</h1>"));
  CHECK_THAT(page.body, Contains("href=\"/?person=" + id + "\""));

  CHECK(json::parse(fetch("/api/people?q=%ff%00nobody").body)["people"].empty());
  check_problem(fetch("/api/people?size=0"), 400, "invalid_request");
  check_problem(fetch("/api/people?size=101"), 400, "invalid_request");
  check_problem(fetch("/api/people?page=1"), 400, "invalid_request");
  check_problem(fetch("/api/people/nobody"), 404, "not_found");
  CHECK(fetch("/people/nobody").status == 404);
}

TEST_CASE("stories, people and sections are suggested as somebody types", "[server]") {
  const json found = json::parse(fetch("/api/suggest?q=harb").body);
  REQUIRE(found["stories"].size() == 1);
  CHECK(found["stories"][0]["headline"] == "Harbour strike enters its third week");
  CHECK(found["stories"][0]["date"].is_string());
  CHECK(fetch("/api/articles/" + found["stories"][0]["key"].get<std::string>()).status == 200);
  CHECK(json::parse(fetch("/api/suggest?q=ad").body)["people"][0]["id"] == "adaeze-okafor");
  CHECK(json::parse(fetch("/api/suggest?q=lo+n").body)["sections"][0]["label"] == "Local news");
  const json nothing{
      {"stories", json::array()}, {"people", json::array()}, {"sections", json::array()}};
  for (const std::string query : {"", "?q=", "?q=%ff%00zz", "?q=%20%20", "?q=zzzz+yyyy"}) {
    CAPTURE(query);
    CHECK(json::parse(fetch("/api/suggest" + query).body) == nothing);
  }
  check_problem(fetch("/api/suggest?q=a&page=1"), 400, "invalid_request");
}

TEST_CASE("the service routes answer", "[server]") {
  CHECK(json::parse(fetch("/healthz").body)["status"] == "ok");
  const json ready = json::parse(fetch("/readyz").body);
  CHECK(ready["articles"] == 40);
  CHECK(ready["revision"].is_number());
  CHECK(fetch("/openapi.yaml").body == asset("openapi.yaml").content);
  CHECK(fetch("/favicon.ico").headers.at("content-type") == "image/svg+xml");
}

TEST_CASE("an index that cannot be read makes the server not ready", "[server]") {
  const Running server;
  std::filesystem::resize_file(server.index.path() / "gen-1" / "docdata.glass", 0);
  const RawAnswer answer = web::tests::fetch(server.port, "/readyz");
  check_problem(answer, 503, "index_unavailable");
}

TEST_CASE("the page's assets may be cached for ever", "[server]") {
  const std::string page = fetch("/").body;
  const std::regex reference("href=\"(/assets/[^\"]*)\"");
  std::size_t count = 0;
  for (std::sregex_iterator match(page.begin(), page.end(), reference), end; match != end;
       ++match, ++count) {
    const RawAnswer answer = fetch((*match)[1]);
    CHECK(answer.status == 200);
    CHECK_THAT(answer.headers.at("cache-control"), Contains("immutable"));
  }
  CHECK(count == 2);
}

TEST_CASE("every answer carries the security headers", "[server]") {
  const std::string target = GENERATE("/", "/?page=x", "/nope", "/api/search", "/api/search?x=y",
                                      "/articles/nope", "/healthz", "/openapi.yaml");
  CAPTURE(target);

  const auto headers = fetch(target).headers;

  CHECK_THAT(headers.at("content-security-policy"), Contains("default-src 'none'"));
  CHECK(headers.at("x-content-type-options") == "nosniff");
  CHECK(headers.count("referrer-policy") == 1);
  CHECK(headers.count("permissions-policy") == 1);
  CHECK(headers.count("date") == 1);
  const bool is_api = target.compare(0, 4, "/api") == 0;
  CHECK(headers.count("access-control-allow-origin") == (is_api ? 1 : 0));
  CHECK(headers.count("access-control-allow-credentials") == 0);
  CHECK(headers.count("set-cookie") == 0);
}

TEST_CASE("pages need nothing that their own policy forbids", "[server]") {
  const std::string page = fetch("/?q=footbridge").body;

  CHECK_THAT(page, !Contains("<script") && !Contains("style=\"") && !Contains("<style"));
}

TEST_CASE("HEAD has the headers of GET and no body", "[server]") {
  const std::string target = GENERATE("/", "/api/search?q=footbridge", "/nope");
  const auto without_times = [](std::map<std::string, std::string> headers) {
    headers.erase("date");
    headers.erase("server-timing");
    return headers;
  };
  RawClient client(shared().port);
  client.send("HEAD " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

  const RawAnswer head = client.receive(false);

  CHECK(client.receive_rest().empty());
  const RawAnswer full = fetch(target);
  CHECK(head.status == full.status);
  CHECK(without_times(head.headers) == without_times(full.headers));
}

TEST_CASE("other methods are not allowed", "[server]") {
  const std::string method = GENERATE("POST", "PUT", "DELETE", "PATCH", "TRACE", "FOO");
  CAPTURE(method);
  RawClient client(shared().port);
  client.send(method + " /api/search HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\na=b");

  const RawAnswer answer = client.receive();

  check_problem(answer, 405, "method_not_allowed");
  CHECK(answer.headers.at("allow") == "GET, HEAD, OPTIONS");
  CHECK(client.receive_rest().empty());
}

TEST_CASE("OPTIONS tells what may be done, to other origins too", "[server]") {
  RawClient client(shared().port);
  client.send("OPTIONS /api/search HTTP/1.1\r\nHost: x\r\nOrigin: https://a.example\r\n\r\n");

  const RawAnswer answer = client.receive();

  CHECK(answer.status == 204);
  CHECK(answer.body.empty());
  CHECK(answer.headers.at("allow") == "GET, HEAD, OPTIONS");
  CHECK(answer.headers.at("access-control-allow-origin") == "*");
  CHECK(answer.headers.count("content-length") == 0);
}

TEST_CASE("a second question mark is redirected to its escaped form", "[server]") {
  const RawAnswer answer = fetch("/api/search?q=who?won?&page=1");

  CHECK(answer.status == 308);
  CHECK(answer.headers.at("location") == "?q=who%3Fwon%3F&page=1");
  CHECK(fetch("/api/search" + answer.headers.at("location")).status == 200);
}

TEST_CASE("a Range is not heeded", "[server]") {
  const std::string whole = fetch("/").body;
  std::string many = "bytes=0-";
  for (int i = 0; i < 900; ++i) many += ",0-";
  const std::string range =
      GENERATE_COPY(as<std::string>(), "bytes=0-9", many, "bytes=9-1", "junk");

  const RawAnswer answer = fetch("/", "Range: " + range + "\r\n");

  CHECK(answer.status == 200);
  CHECK(answer.body == whole);
  CHECK(answer.headers.at("accept-ranges") == "none");
}

TEST_CASE("a GET with a body is refused, and the body is no second request", "[server]") {
  const std::string smuggled = get("/healthz");
  const std::string headers = GENERATE_COPY(
      as<std::string>(), "Content-Length: " + std::to_string(smuggled.size()) + "\r\n",
      "Transfer-Encoding: chunked\r\n",
      "Content-Length: 0\r\nContent-Length: " + std::to_string(smuggled.size()) + "\r\n",
      "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n");
  CAPTURE(headers);

  const std::string together = exchange(get("/api/search", headers) + smuggled);
  const std::string apart = exchange(get("/api/search", headers), smuggled);

  CHECK(count_answers(together) == 1);
  CHECK_THAT(together, Contains("400 Bad Request") && Contains("Connection: close") &&
                           Contains("unexpected_body"));
  CHECK(apart == "400\n");
}

TEST_CASE("what is no request is refused at once", "[server]") {
  const std::string bytes = GENERATE(
      as<std::string>(), "GET / HTTP/1.1\n\n", "GET / HTTP/1.1\r\nHost: x\n\r\n",
      "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", "GET /\r\n\r\n",
      "junk\r\n\r\n", "\x16\x03\x01\x02", "GET / HTTP/1.1\r\n Host: x\r\n\r\n");
  CAPTURE(bytes);

  const std::string answer = exchange(bytes);

  CHECK(count_answers(answer) == 1);
  CHECK_THAT(answer, Contains("HTTP/1.1 400 Bad Request\r\n") && Contains("Connection: close"));
}

TEST_CASE("what is too large is refused with a body that says so", "[server]") {
  RawClient address(shared().port);
  address.send(get("/api/search?q=" + std::string(40'000, 'a')));
  check_problem(address.receive(), 414, "uri_too_long");

  RawClient header(shared().port);
  header.send("GET /api/search HTTP/1.1\r\nHost: x\r\nX: " + std::string(70'000, 'a'));
  check_problem(header.receive(), 431, "headers_too_large");

  RawClient endless(shared().port);
  endless.send("GET /api/" + std::string(70'000, 'a'));
  check_problem(endless.receive(), 431, "headers_too_large");
}

TEST_CASE("a connection serves many requests, also when sent at once", "[server]") {
  RawClient client(shared().port);
  client.send(get("/healthz"));
  const RawAnswer first = client.receive();
  client.send("\r\n" + get("/healthz") + get("/api/nope") +
              get("/healthz", "Connection: close\r\n"));

  CHECK(first.status == 200);
  CHECK(first.headers.at("keep-alive") == "timeout=2, max=1000");
  CHECK(client.receive().status == 200);
  CHECK(client.receive().status == 404);
  const RawAnswer last = client.receive();
  CHECK(last.status == 200);
  CHECK(last.headers.at("connection") == "close");
  CHECK(client.receive_rest().empty());
}

TEST_CASE("junk after a request ends the connection", "[server]") {
  RawClient client(shared().port);
  client.send(get("/healthz") + "junk\r\n\r\n" + get("/healthz"));

  CHECK(client.receive().status == 200);
  CHECK(client.receive().status == 400);
  CHECK(client.receive_rest().empty());
}

TEST_CASE("a client of HTTP/1.0 is answered and let go", "[server]") {
  RawClient client(shared().port);
  client.send("GET /healthz HTTP/1.0\r\n\r\n");

  CHECK(client.receive().status == 200);
  CHECK(client.receive_rest().empty());
}

TEST_CASE("answers are compressed for those who take it", "[server]") {
  const std::string target = GENERATE("/", "/api/search", "/openapi.yaml");
  const RawAnswer plain = fetch(target);
  const RawAnswer packed = fetch(target, "Accept-Encoding: br, gzip\r\n");

  CHECK(plain.headers.count("content-encoding") == 0);
  CHECK(plain.headers.at("vary") == "Accept-Encoding");
  CHECK(packed.headers.at("content-encoding") == "gzip");
  CHECK(packed.headers.at("vary") == "Accept-Encoding");
  CHECK(packed.body.size() < plain.body.size() / 2);
  CHECK(unpacked(packed.body) == plain.body);
}

TEST_CASE("answers are not compressed for others, nor when they are short", "[server]") {
  const std::string encodings = GENERATE("br", "gzip;q=0", "gzip;q=0, *", "deflate");

  CHECK(fetch("/", "Accept-Encoding: " + encodings + "\r\n").headers.count("content-encoding") ==
        0);
  CHECK(fetch("/healthz", "Accept-Encoding: gzip\r\n").headers.count("content-encoding") == 0);
}

TEST_CASE("who holds the answer already is told so", "[server]") {
  const std::string target = GENERATE("/", "/api/search?q=footbridge", "/openapi.yaml");
  const std::string etag = fetch(target).headers.at("etag");
  const auto [header, status] = GENERATE_COPY(table<std::string, int>({
      {etag, 304},
      {"W/" + etag, 304},
      {"\"x\", " + etag, 304},
      {"*", 304},
      {"\"x\"", 200},
  }));
  CAPTURE(target, header);

  const RawAnswer answer = fetch(target, "If-None-Match: " + header + "\r\n");

  CHECK(answer.status == status);
  CHECK(answer.headers.at("etag") == etag);
  CHECK(answer.body.empty() == (status == 304));
  CHECK(answer.headers.count("content-length") == (status == 304 ? 0 : 1));
  CHECK(answer.headers.at("vary") == "Accept-Encoding");
}

TEST_CASE("the entity tag differs by what is asked and how it is encoded", "[server]") {
  const std::string gzip = "Accept-Encoding: gzip\r\n";
  const std::string etag = fetch("/api/search?q=footbridge").headers.at("etag");

  CHECK(fetch("/api/search?q=footbridge").headers.at("etag") == etag);
  CHECK(fetch("/api/search?q=regatta").headers.at("etag") != etag);
  CHECK(fetch("/api/search?q=footbridge", gzip).headers.at("etag") != etag);
  CHECK(fetch("/healthz").headers.count("etag") == 0);
  CHECK(fetch("/api/search?x=y").headers.count("etag") == 0);
}

TEST_CASE("a commit shows, and changes the entity tag", "[server]") {
  Running server;
  const std::string etag =
      web::tests::fetch(server.port, "/api/search?q=footbridge").headers.at("etag");
  Article article;
  article.id = "new";
  article.headline = "Another footbridge";
  article.language = "en";
  server.index.put(article);
  server.index.commit();

  RawAnswer answer;
  do {
    answer = web::tests::fetch(server.port, "/api/search?q=footbridge");
    REQUIRE(answer.status == 200);
  } while (json::parse(answer.body)["total"]["value"] == 6);

  CHECK(json::parse(answer.body)["total"]["value"] == 7);
  CHECK(answer.headers.at("etag") != etag);
}

TEST_CASE("silent connections hold nobody up", "[server]") {
  Running server(2);
  std::vector<std::unique_ptr<RawClient>> silent;
  for (int i = 0; i < 200; ++i) silent.push_back(std::make_unique<RawClient>(server.port));

  CHECK(web::tests::fetch(server.port, "/healthz").status == 200);
}

TEST_CASE("connections that have been served and wait hold nobody up", "[server]") {
  Running server(2);
  std::vector<std::unique_ptr<RawClient>> idle;
  for (int i = 0; i < 10; ++i) {
    idle.push_back(std::make_unique<RawClient>(server.port));
    idle.back()->send(get("/healthz"));
    CHECK(idle.back()->receive().status == 200);
  }

  CHECK(web::tests::fetch(server.port, "/healthz").status == 200);
}

TEST_CASE("a head that does not end is given up for those who wait", "[server]") {
  Running server(2);
  RawClient first(server.port);
  RawClient second(server.port);
  first.send("GET /api/search HTTP/1.1\r\nHo");
  second.send("G");

  CHECK(web::tests::fetch(server.port, "/healthz").status == 200);
  check_problem(first.receive(), 408, "request_timeout");
  CHECK(first.receive_rest().empty());
}

TEST_CASE("stopping ends idle connections and answers the request under way", "[server]") {
  Running server;
  RawClient idle(server.port);
  idle.send(get("/healthz"));
  CHECK(idle.receive().status == 200);
  RawClient busy(server.port);
  busy.send(get("/healthz"));
  CHECK(busy.receive().status == 200);
  busy.send("GET /api/search HTTP/1.1\r\n");

  server.stop();
  busy.send("Host: x\r\n\r\n");

  const RawAnswer answer = busy.receive();
  CHECK(answer.status == 200);
  CHECK(answer.headers.at("connection") == "close");
  CHECK(idle.receive_rest().empty());
  server.join();
  CHECK(server.run_result);
}

TEST_CASE("a server that was stopped before it ran returns at once", "[server]") {
  const TestIndex index(sample_articles(1));
  const auto searcher = searcher::Searcher::open(index.path());
  REQUIRE(searcher);
  ServerOptions options;
  options.port = 0;
  Server server(**searcher, options);
  REQUIRE(server.bind());

  server.stop();

  CHECK(server.run());
}

TEST_CASE("a port in use is said, with what to do", "[server]") {
  const TestIndex index(sample_articles(1));
  const auto searcher = searcher::Searcher::open(index.path());
  REQUIRE(searcher);
  ServerOptions options;
  options.port = shared().port;
  Server second(**searcher, options);

  const auto bound = second.bind();

  REQUIRE_FALSE(bound);
  CHECK(bound.error().code == ErrorCode::unreadable);
  CHECK_THAT(bound.error().message, Contains("port " + std::to_string(options.port)) &&
                                        Contains("in use") && Contains("--port"));
}

TEST_CASE("an address that is not ours is said", "[server]") {
  const TestIndex index(sample_articles(1));
  const auto searcher = searcher::Searcher::open(index.path());
  REQUIRE(searcher);
  ServerOptions options;
  options.port = 0;
  options.host = GENERATE("192.0.2.1", "not an address");
  Server server(**searcher, options);

  const auto bound = server.bind();

  REQUIRE_FALSE(bound);
  CHECK_THAT(bound.error().message, Contains(options.host) && Contains("127.0.0.1"));
}

TEST_CASE("behind a public address links are made for it", "[server]") {
  Running server(2, "https://a.example/archive");

  const std::string page = web::tests::fetch(server.port, "/?q=footbridge").body;

  CHECK_THAT(page, Contains("href=\"https://a.example/archive/?q=footbridge\""));
  CHECK_THAT(page, Contains("href=\"/archive/assets/style-"));
  CHECK_THAT(page, Contains("action=\"/archive/\""));
}
