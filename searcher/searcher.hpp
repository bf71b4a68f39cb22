// Answers requests from an index.
//
// Safe to call from any number of threads at once.  Follows the index: commits and switched
// generations appear within about a second, without an error in between.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "schema/article.hpp"
#include "schema/date.hpp"
#include "schema/result.hpp"
#include "searcher/people.hpp"
#include "searcher/search_request.hpp"
#include "searcher/search_response.hpp"
#include "searcher/suggest.hpp"

namespace broadsheet::searcher {

struct SearcherOptions {
  std::chrono::milliseconds deadline{500};  // For all passes of one request.
  unsigned readers = 0;  // Searches that run at once; 0: twice the cores, at least 4.
  std::size_t cache_bytes = std::size_t{64} << 20;   // For responses asked for again; 0: none kept.
  std::function<Instant()> clock = current_instant;  // Safe to call from any thread.
  bool follow = true;  // False: the index as it was when opened (command line).
};

struct IndexState {
  std::string generation_uuid;
  std::uint64_t revision = 0;
  std::uint64_t articles = 0;
  std::string opened;  // When this snapshot was taken, format_instant().
};

class Searcher {
 public:
  // index_unavailable if there is no index there (the message says how to make one).
  static Result<std::unique_ptr<Searcher>> open(const std::filesystem::path& index,
                                                const SearcherOptions& options = {});
  ~Searcher();
  Searcher(const Searcher&) = delete;
  Searcher& operator=(const Searcher&) = delete;

  // index_unavailable if the index can no longer be read; never an error for what was typed.
  // invalid_request for a cursor that is not one of ours.
  Result<SearchResponse> search(const SearchRequest& request) const;

  // By key or id.  not_found if the index holds none, or it may not be shown (withheld, canceled,
  // under embargo, expired).
  Result<Article> article(const std::string& key_or_id) const;

  // What somebody may be about to type (searcher/suggest.hpp); never an error for what was typed.
  Result<Suggestions> suggest(const std::string& text) const;

  // The most frequent people whose names begin as the query's words do (find_people); never an
  // error for what was typed.
  Result<std::vector<PersonSummary>> people(const std::string& query, std::size_t most) const;
  // By id, or by the id of another name.  not_found if no story that may be shown names such a
  // person.
  Result<PersonProfile> person(const std::string& id) const;

  // Reads an article from the disk: index_unavailable if that fails, which search() need not notice
  // for what it has in memory.
  std::optional<Error> probe() const;

  IndexState state() const;

 private:
  struct Impl;
  explicit Searcher(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace broadsheet::searcher
