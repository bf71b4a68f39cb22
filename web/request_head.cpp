#include "web/request_head.hpp"

#include <algorithm>
#include <cctype>
#include <optional>

namespace broadsheet::web {

namespace {

constexpr std::string_view line_end = "\r\n";

struct Header {
  std::string name;  // Lower case.
  std::string_view value;
};

Problem bad_request(std::string detail) { return {400, "bad_request", std::move(detail), {}}; }

bool is_token_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_token_character);
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

// Also rules out a line folded onto the next, which begins with a space.
std::optional<Header> parse_header(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return std::nullopt;
  const std::string_view value = trim(line.substr(colon + 1));
  const bool clean =
      std::none_of(value.begin(), value.end(), [](char c) { return is_control(c) && c != '\t'; });
  if (!clean) return std::nullopt;
  return Header{lower(line.substr(0, colon)), value};
}

std::string_view take_line(std::string_view& bytes) {
  const std::string_view line = bytes.substr(0, bytes.find(line_end));
  bytes.remove_prefix(std::min(line.size() + line_end.size(), bytes.size()));
  return line;
}

// "http://host/path" as sent to a proxy: the path.  The host is not ours to check.
std::string_view strip_origin(std::string_view target) {
  const std::string scheme = lower(target.substr(0, 8));
  const std::size_t skip = scheme == "https://" ? 8 : scheme.substr(0, 7) == "http://" ? 7 : 0;
  if (skip == 0) return target;
  const std::size_t end = target.find_first_of("/?", skip);
  return end == std::string_view::npos || target[end] == '?' ? "/" : target.substr(end);
}

std::optional<Problem> parse_request_line(std::string_view line, RequestHead& head) {
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == last || !is_token(line.substr(0, first))) {
    return bad_request("The first line is not METHOD TARGET VERSION.");
  }
  const std::string_view target = line.substr(first + 1, last - first - 1);
  head.method = line.substr(0, first);
  head.version = line.substr(last + 1);
  if (head.version != "HTTP/1.1" && head.version != "HTTP/1.0") {
    return Problem{505, "version_not_supported", "This server speaks HTTP/1.1 and HTTP/1.0.", {}};
  }
  if (head.method != "GET" && head.method != "HEAD" && head.method != "OPTIONS") {
    return Problem{405, "method_not_allowed", "Only GET, HEAD and OPTIONS are allowed here.", {}};
  }
  const bool clean =
      std::none_of(target.begin(), target.end(), [](char c) { return is_control(c) || c == ' '; });
  if (!clean) return bad_request("The address has a space or a control character in it.");
  head.target = strip_origin(target);
  if (head.target == "*" && head.method == "OPTIONS") return std::nullopt;
  if (head.target.empty() || head.target.front() != '/') {
    return bad_request("The address does not begin with '/'.");
  }
  if (head.target.size() > RequestHead::max_target_bytes ||
      head.path().size() > RequestHead::max_path_bytes) {
    return Problem{414, "uri_too_long", "The address is too long: shorten the query.", {}};
  }
  return std::nullopt;
}

// What the header lines say together.
struct Framing {
  std::size_t hosts = 0;
  bool has_body = false;
};

void note_connection(const std::string& value, RequestHead& head) {
  if (value.find("close") != std::string::npos) {
    head.keep_alive = false;
  } else if (value.find("keep-alive") != std::string::npos) {
    head.keep_alive = true;
  }
}

// Also decides whether the library sees the header.
bool note_header(const Header& header, RequestHead& head, Framing& framing) {
  if (header.name == "host") {
    ++framing.hosts;
    return true;
  }
  if (header.name == "content-length") {
    framing.has_body = framing.has_body || header.value != "0";
    return false;
  }
  if (header.name == "transfer-encoding") {
    framing.has_body = true;
    return false;
  }
  if (header.name == "connection") {
    note_connection(lower(header.value), head);
    return false;
  }
  return header.name != "range" && header.name != "expect";
}

std::optional<Problem> check_framing(const RequestHead& head, const Framing& framing) {
  if (framing.hosts > 1 || (framing.hosts == 0 && head.version == "HTTP/1.1")) {
    return bad_request("An HTTP/1.1 request carries exactly one Host header.");
  }
  if (framing.has_body) {
    return Problem{
        400, "unexpected_body", "A " + head.method + " request carries no body here.", {}};
  }
  return std::nullopt;
}

}  // namespace

std::string_view RequestHead::query() const {
  const std::size_t mark = target.find('?');
  return mark == std::string::npos ? std::string_view() : std::string_view(target).substr(mark + 1);
}

std::variant<RequestHead, Problem> parse_request_head(std::string_view bytes) {
  RequestHead head;
  if (auto problem = parse_request_line(take_line(bytes), head)) return *problem;
  head.keep_alive = head.version == "HTTP/1.1";
  head.forwarded = head.method + ' ' + std::string(head.path()) + " HTTP/1.1";
  head.forwarded += line_end;
  Framing framing;
  std::size_t headers = 0;
  for (std::string_view line = take_line(bytes); !line.empty(); line = take_line(bytes)) {
    const auto header = parse_header(line);
    if (!header) return bad_request("A header line is not NAME: VALUE.");
    if (++headers > RequestHead::max_headers) {
      return Problem{431, "headers_too_large", "The request has too many headers.", {}};
    }
    if (note_header(*header, head, framing)) head.forwarded.append(line).append(line_end);
  }
  head.forwarded += line_end;
  if (auto problem = check_framing(head, framing)) return *problem;
  return head;
}

std::string_view guess_target(std::string_view bytes) {
  const std::string_view line = bytes.substr(0, bytes.find_first_of("\r\n"));
  const std::size_t begin = line.find(' ');
  if (begin == std::string_view::npos) return "/";
  return line.substr(begin + 1, line.find(' ', begin + 1) - begin - 1);
}

}  // namespace broadsheet::web
