// How long searches take: one thread, every query of a file in turn.
//
//     search_latency INDEX QUERIES [ROUNDS]
//
// QUERIES has a line of URL-encoded /api/search parameters for each query.  Prints JSON lines: one
// for opening the index, one for each kind of query, one for all.  Each query's time is its best of
// the rounds after a first, unmeasured one; "cold" is that first one.  All facets and snippets are
// made.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "searcher/searcher.hpp"

namespace {

using broadsheet::searcher::Parameters;
using broadsheet::searcher::Searcher;
using broadsheet::searcher::SearchRequest;

struct Times {
  std::vector<double> cold_ms;
  std::vector<double> warm_ms;
  double cpu_ms = 0;
  std::uint64_t matches = 0;
  std::uint64_t inexact = 0;
};

std::string decode(const std::string& text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      decoded += static_cast<char>(std::strtol(text.substr(i + 1, 2).c_str(), nullptr, 16));
      i += 2;
    } else {
      decoded += text[i] == '+' ? ' ' : text[i];
    }
  }
  return decoded;
}

Parameters read_parameters(const std::string& line) {
  Parameters parameters;
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find('&', begin), line.size());
    const std::string pair = line.substr(begin, end - begin);
    const std::size_t equals = std::min(pair.find('='), pair.size());
    parameters.emplace(decode(pair.substr(0, equals)),
                       equals < pair.size() ? decode(pair.substr(equals + 1)) : std::string());
    begin = end + 1;
  }
  return parameters;
}

const char* kind_of(const SearchRequest& request) {
  if (!request.filters.empty()) return "filtered";
  if (request.from || request.to) return "dates";
  if (request.query.empty()) return "empty";
  if (request.order_by != broadsheet::searcher::SortOrder::relevance) return "by date";
  return request.query.find('"') != std::string::npos ? "phrase" : "words";
}

double milliseconds(std::chrono::steady_clock::duration duration) {
  return std::chrono::duration<double, std::milli>(duration).count();
}

double cpu_milliseconds() {
  rusage usage{};
  getrusage(RUSAGE_THREAD, &usage);
  const auto of = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
  };
  return of(usage.ru_utime) + of(usage.ru_stime);
}

double percentile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  const auto last = static_cast<double>(values.size() - 1);
  return values[static_cast<std::size_t>(share * last + 0.5)];
}

void print(const std::string& kind, const Times& times, int rounds) {
  const auto count = static_cast<double>(times.warm_ms.size());
  std::printf(
      "{\"kind\":\"%s\",\"queries\":%zu,\"p50_ms\":%.3f,\"p95_ms\":%.3f,\"p99_ms\":%.3f,"
      "\"max_ms\":%.3f,\"cold_p50_ms\":%.3f,\"cold_p99_ms\":%.3f,\"cpu_ms\":%.3f,"
      "\"mean_matches\":%.0f,\"inexact\":%llu}\n",
      kind.c_str(), times.warm_ms.size(), percentile(times.warm_ms, .5),
      percentile(times.warm_ms, .95), percentile(times.warm_ms, .99), percentile(times.warm_ms, 1),
      percentile(times.cold_ms, .5), percentile(times.cold_ms, .99), times.cpu_ms / count / rounds,
      static_cast<double>(times.matches) / count, static_cast<unsigned long long>(times.inexact));
}

bool measure(const Searcher& searcher, const std::string& line, int rounds, Times& times) {
  const auto request = broadsheet::searcher::parse_search_request(read_parameters(line));
  if (!request) {
    std::fprintf(stderr, "%s: %s\n", line.c_str(), request.error().message.c_str());
    return false;
  }
  double best = 0;
  double cpu_before = 0;
  for (int round = 0; round <= rounds; ++round) {
    if (round == 1) cpu_before = cpu_milliseconds();
    const auto start = std::chrono::steady_clock::now();
    const auto response = searcher.search(*request);
    const double taken = milliseconds(std::chrono::steady_clock::now() - start);
    if (!response) {
      std::fprintf(stderr, "%s: %s\n", line.c_str(), response.error().message.c_str());
      return false;
    }
    if (round == 0) {
      times.cold_ms.push_back(taken);
      times.matches += response->total;
      if (response->relation != broadsheet::searcher::Relation::exact) ++times.inexact;
    } else if (round == 1 || taken < best) {
      best = taken;
    }
  }
  times.cpu_ms += cpu_milliseconds() - cpu_before;
  times.warm_ms.push_back(best);
  return true;
}

void add(Times& sum, const Times& times) {
  sum.cold_ms.insert(sum.cold_ms.end(), times.cold_ms.begin(), times.cold_ms.end());
  sum.warm_ms.insert(sum.warm_ms.end(), times.warm_ms.begin(), times.warm_ms.end());
  sum.cpu_ms += times.cpu_ms;
  sum.matches += times.matches;
  sum.inexact += times.inexact;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: search_latency INDEX QUERIES [ROUNDS]\n", stderr);
    return 2;
  }
  const int rounds = argc > 3 ? std::max(1, std::atoi(argv[3])) : 3;
  broadsheet::searcher::SearcherOptions options;
  options.readers = 1;
  options.follow = false;
  options.cache_bytes = 0;  // What a search costs that nobody asked before.
  const auto start = std::chrono::steady_clock::now();
  const auto searcher = Searcher::open(argv[1], options);
  if (!searcher) {
    std::fprintf(stderr, "%s\n", searcher.error().message.c_str());
    return 1;
  }
  std::printf("{\"opened_ms\":%.1f,\"articles\":%llu}\n",
              milliseconds(std::chrono::steady_clock::now() - start),
              static_cast<unsigned long long>((*searcher)->state().articles));
  std::map<std::string, Times> by_kind;
  std::ifstream queries(argv[2]);
  for (std::string line; std::getline(queries, line);) {
    const auto request = broadsheet::searcher::parse_search_request(read_parameters(line));
    const std::string kind = request ? kind_of(*request) : "refused";
    if (!measure(**searcher, line, rounds, by_kind[kind])) return 1;
  }
  Times all;
  for (const auto& [kind, times] : by_kind) {
    print(kind, times, rounds);
    add(all, times);
  }
  if (!all.warm_ms.empty()) print("all", all, rounds);
  return 0;
}
