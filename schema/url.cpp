#include "schema/url.hpp"

#include <algorithm>

namespace broadsheet {
namespace {

char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool starts_with_ignoring_case(std::string_view text, std::string_view lower_prefix) {
  return text.size() >= lower_prefix.size() &&
         std::equal(lower_prefix.begin(), lower_prefix.end(), text.begin(),
                    [](char a, char b) { return a == to_lower(b); });
}

// What follows "http://" or "https://"; empty for any other scheme.
std::string_view after_scheme(std::string_view url) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (starts_with_ignoring_case(url, scheme)) return url.substr(scheme.size());
  }
  return {};
}

std::string_view authority(std::string_view url) {
  const std::string_view rest = after_scheme(url);
  return rest.substr(0, rest.find_first_of("/?#\\"));
}

}  // namespace

bool is_web_url(std::string_view text) {
  const bool has_forbidden = std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f || c == '"' || c == '<' || c == '>';
  });
  return !has_forbidden && !url_host(text).empty();
}

std::string url_host(std::string_view url) {
  std::string_view host = authority(url);
  if (const auto at = host.rfind('@'); at != host.npos) host.remove_prefix(at + 1);
  const std::size_t end = host.starts_with('[') ? host.find(']') : host.find(':');
  host = host.substr(0, host.starts_with('[') && end != host.npos ? end + 1 : end);
  if (starts_with_ignoring_case(host, "www.")) host.remove_prefix(4);
  std::string lower(host);
  std::transform(lower.begin(), lower.end(), lower.begin(), to_lower);
  return lower;
}

std::string_view url_path(std::string_view url) {
  std::string_view rest = after_scheme(url);
  rest.remove_prefix(std::min(authority(url).size(), rest.size()));
  rest = rest.substr(0, rest.find_first_of("?#"));
  return rest.empty() ? std::string_view("/") : rest;
}

}  // namespace broadsheet
