// Query text: any bytes parse within the bounds, what is written of the tree is read as the same
// tree, and finds the same stories of a small archive.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "schema/text.hpp"
#include "searcher/query_parser.hpp"
#include "searcher/searcher.hpp"
#include "tests/support/test_index.hpp"

using broadsheet::Article;
using broadsheet::Day;
using broadsheet::Instant;
using broadsheet::searcher::parse_query;
using broadsheet::searcher::Searcher;
using broadsheet::searcher::SearchRequest;
using broadsheet::searcher::SearchResponse;

namespace {

constexpr Day today = std::chrono::sys_days(std::chrono::year(2021) / 3 / 19);

Article article(const std::string& id, const std::string& headline, const std::string& body) {
  Article article;
  article.id = id;
  article.headline = headline;
  article.body = {body, "The end of it."};
  article.language = "en";
  article.published = broadsheet::parse_timestamp("2021-03-" + id);
  article.section = "Local news";
  article.source = "The Valley Herald";
  article.people = {{"Ana Lopez", 1, true}};
  article.url = "https://valley.example/" + id;
  return article;
}

std::unique_ptr<Searcher> open_archive() {
  static const broadsheet::tests::TestIndex index(
      {article("01", "Mayor calls ferry", "The mayor's ferries were called covid-19 traps."),
       article("12", "A b c", "a b c d e a NEAR b, or a; not b and c."),
       article("19", "U.S. café",
               "北京大学 and the U.S. us w x y z state visit l'homme 3.5 1,000.")});
  broadsheet::searcher::SearcherOptions options;
  options.deadline = std::chrono::minutes(10);
  options.readers = 1;
  options.cache_bytes = 0;
  options.follow = false;
  options.clock = [] { return Instant(today); };
  auto searcher = Searcher::open(index.path(), options);
  if (!searcher) std::abort();
  return std::move(*searcher);
}

std::uint64_t found(const std::string& text) {
  static const std::unique_ptr<Searcher> archive = open_archive();
  SearchRequest request;
  request.query = text;
  const auto response = archive->search(request);
  if (!response) std::abort();
  return response->total;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  const auto parsed = parse_query(text, today);
  const std::string written = to_text(parsed.query);
  if (broadsheet::text::clean_utf8(written) != written) std::abort();
  for (const std::string& note : parsed.notes) {
    if (broadsheet::text::clean_utf8(note) != note) std::abort();
  }
  const std::uint64_t total = found(text);
  if (written.size() > SearchRequest::max_query_bytes) return 0;  // Is cut.
  const auto again = parse_query(written, today);
  if (again.query != parsed.query || !again.notes.empty()) std::abort();
  if (found(written) != total) std::abort();
  return 0;
}
