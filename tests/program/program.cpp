#include "tests/program/program.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <system_error>

#include "tests/support/temporary_directory.hpp"

namespace broadsheet::tests {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

int open_or_throw(const fs::path& path, int flags) {
  const int fd = ::open(path.c_str(), flags | O_CLOEXEC, 0600);
  if (fd < 0) throw std::system_error(errno, std::generic_category(), path.string());
  return fd;
}

pid_t start(const std::vector<std::string>& arguments, int in, int out, int err) {
  std::vector<char*> words = {const_cast<char*>(BROADSHEET_PROGRAM)};
  for (const std::string& argument : arguments)
    words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  const pid_t pid = ::fork();
  if (pid < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (pid == 0) {
    ::dup2(in, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    ::execv(BROADSHEET_PROGRAM, words.data());
    ::_exit(127);
  }
  return pid;
}

int wait_for(pid_t pid) {
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

std::string read_line(int fd) {
  std::string line;
  for (char c = 0; ::read(fd, &c, 1) == 1 && c != '\n';) line += c;
  return line;
}

std::string send_request(int port, const std::string& request) {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string answer;
  if (::connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 &&
      ::send(fd, request.data(), request.size(), MSG_NOSIGNAL) ==
          static_cast<ssize_t>(request.size())) {
    std::array<char, 65'536> buffer{};
    for (ssize_t n = 0; (n = ::recv(fd, buffer.data(), buffer.size(), 0)) > 0;) {
      answer.append(buffer.data(), static_cast<std::size_t>(n));
    }
  }
  ::close(fd);
  return answer;
}

}  // namespace

Outcome run(const std::vector<std::string>& arguments, const std::string& input) {
  const TemporaryDirectory directory;
  const fs::path in = directory.path() / "in";
  const fs::path out = directory.path() / "out";
  const fs::path err = directory.path() / "err";
  std::ofstream(in, std::ios::binary) << input;
  const std::array<int, 3> fds = {open_or_throw(in, O_RDONLY),
                                  open_or_throw(out, O_WRONLY | O_CREAT),
                                  open_or_throw(err, O_WRONLY | O_CREAT)};
  const pid_t pid = start(arguments, fds[0], fds[1], fds[2]);
  for (const int fd : fds) ::close(fd);
  const int status = wait_for(pid);
  return {status, read_file(out), read_file(err)};
}

std::vector<nlohmann::json> parse_lines(const std::string& text) {
  std::vector<nlohmann::json> values;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) values.push_back(nlohmann::json::parse(line));
  return values;
}

RunningServer::RunningServer(const std::string& index) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    throw std::system_error(errno, std::generic_category(), "pipe");
  }
  const int null = open_or_throw("/dev/null", O_RDWR);
  pid_ = start({"serve", "--db", index, "--port", "0"}, null, ends[1], null);
  ::close(null);
  ::close(ends[1]);
  const std::string url = read_line(ends[0]);  // "http://127.0.0.1:PORT/"
  ::close(ends[0]);
  if (url.empty()) throw std::runtime_error("the server did not start");
  port_ = std::stoi(url.substr(url.rfind(':') + 1));
}

RunningServer::~RunningServer() {
  if (pid_ > 0) terminate();
}

Response RunningServer::get(const std::string& target) const {
  const std::string answer = send_request(
      port_, "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  const std::size_t end = answer.find("\r\n\r\n");
  if (end == answer.npos) return {};
  return {std::stoi(answer.substr(9, 3)), answer.substr(0, end), answer.substr(end + 4)};
}

nlohmann::json RunningServer::search(const std::string& parameters) const {
  return nlohmann::json::parse(get("/api/search?" + parameters).body);
}

int RunningServer::terminate() {
  ::kill(pid_, SIGTERM);
  const int status = wait_for(pid_);
  pid_ = -1;
  return status;
}

}  // namespace broadsheet::tests
