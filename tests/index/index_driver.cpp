// A small program around the index writer, for tests that kill it: articles come from line_source.
//
//     index_driver index DB [--rebuild] [--prune] PATH...   "ack N" after each commit, then "done
//     ..." index_driver dump DB                                  "id TAB hash of data and terms"
//     per article index_driver check DB                                 problems, one a line; exit
//     1 if any
#include <cstdio>
#include <cstring>
#include <iostream>
#include <string>
#include <vector>

#include "indexer/index_run.hpp"
#include "schema/hash.hpp"
#include "tests/index/index_fixture.hpp"
#include "tests/index/line_source.hpp"

using namespace broadsheet;
using namespace broadsheet::indexer;

namespace {

int fail(const Error& error) {
  std::cerr << error_code_name(error.code) << ": " << error.message << '\n';
  return 1;
}

int run_index(const std::string& index, const std::vector<std::string>& arguments) {
  IndexOptions options;
  options.index = index;
  options.threads = 2;
  options.commit_every = 100;
  std::vector<std::string> inputs;
  for (const std::string& argument : arguments) {
    if (argument == "--rebuild") {
      options.rebuild = true;
    } else if (argument == "--prune") {
      options.prune = true;
    } else {
      inputs.push_back(argument);
    }
  }
  IndexListener listener;
  listener.acknowledged = [](std::uint64_t articles, const std::string&) {
    std::cout << "ack " << articles << std::endl;
  };
  listener.notice = [](const std::string& message) {
    std::cout << "notice " << message << std::endl;
  };
  const auto report = index_from(line_source(), inputs, options, listener);
  if (!report) return fail(report.error());
  std::cout << "done " << report->added << ' ' << report->replaced << ' ' << report->unchanged
            << std::endl;
  return 0;
}

int dump(const std::string& index) {
  for (const auto& [id, held] : contents_of(index)) {
    std::string all = held.data;
    for (const std::string& term : held.terms) all.append(1, '\n').append(term);
    std::cout << id << '\t' << to_hex(sha256(all)).substr(0, 16) << '\n';
  }
  return 0;
}

int check(const std::string& index) {
  const auto report = check_index(index);
  if (!report) return fail(report.error());
  for (const std::string& problem : report->problems) std::cout << problem << '\n';
  return report->problems.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const std::string command = argv[1];
  const std::vector<std::string> rest(argv + 3, argv + argc);
  if (command == "index") return run_index(argv[2], rest);
  if (command == "dump") return dump(argv[2]);
  if (command == "check") return check(argv[2]);
  return 2;
}
