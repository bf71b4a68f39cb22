// A client that sends and receives bytes as they are, without any notion of good manners.
#pragma once

#include <map>
#include <string>

namespace broadsheet::web::tests {

struct RawAnswer {
  int status = 0;
  std::map<std::string, std::string> headers;  // Names in lower case.
  std::string body;
};

class RawClient {
 public:
  explicit RawClient(int port);
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  void send(const std::string& bytes);

  // One answer; fails the test if none comes.
  RawAnswer receive(bool has_body = true);

  // All bytes up to the end of the connection; fails the test if it does not end.
  std::string receive_rest();

 private:
  bool fill();

  int socket_;
  std::string buffer_;
};

// "GET target HTTP/1.1" with a Host and the header lines given, each with its line end.
std::string get(const std::string& target, const std::string& headers = {});

// One request on a connection of its own.
RawAnswer fetch(int port, const std::string& target, const std::string& headers = {});

}  // namespace broadsheet::web::tests
