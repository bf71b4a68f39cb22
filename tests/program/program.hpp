// Runs the real program, as a user would.
#pragma once

#include <sys/types.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace broadsheet::tests {

struct Outcome {
  int status = -1;  // Exit status; 128 + signal if one ended it.
  std::string out;
  std::string err;
};

// Runs `broadsheet ARGUMENTS...` to its end, with the input on its standard input.
Outcome run(const std::vector<std::string>& arguments, const std::string& input = {});

// The objects of JSON lines.
std::vector<nlohmann::json> parse_lines(const std::string& text);

struct Response {
  int status = 0;
  std::string head;
  std::string body;
};

// `broadsheet serve` on a free port, until the end of scope.
class RunningServer {
 public:
  explicit RunningServer(const std::string& index);
  ~RunningServer();
  RunningServer(const RunningServer&) = delete;
  RunningServer& operator=(const RunningServer&) = delete;

  int port() const { return port_; }
  Response get(const std::string& target) const;
  nlohmann::json search(const std::string& parameters) const;

  // Sends SIGTERM, waits for the end, and returns the exit status.
  int terminate();

 private:
  pid_t pid_ = -1;
  int port_ = 0;
};

}  // namespace broadsheet::tests
