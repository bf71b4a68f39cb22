// The main path: index, search, serve, update, delete.
#include <catch2/catch.hpp>
#include <fstream>
#include <random>
#include <thread>

#include "tests/program/program.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace broadsheet::tests;
using nlohmann::json;

namespace {

// Articles over a small vocabulary, so that queries match many; the same for one seed.
std::vector<json> made_up_articles(std::size_t count) {
  std::mt19937 random(3);
  const auto below = [&random](unsigned n) { return static_cast<unsigned>(random() % n); };
  const auto word = [&] {
    const unsigned rank = std::min(below(400), below(400));
    return "word" + std::string(1, static_cast<char>('a' + rank % 26)) + std::to_string(rank);
  };
  std::vector<json> articles;
  for (std::size_t i = 0; i < count; ++i) {
    std::string body;
    for (unsigned n = 0; n < 30 + below(60); ++n) body += word() + (n % 12 == 11 ? ".\n\n" : " ");
    json article = {
        {"id", "article-" + std::to_string(i)},
        {"headline", "Report " + std::to_string(i) + " on " + word() + " and " + word()},
        {"body", body},
        {"section", "Section " + std::to_string(std::min(below(9), below(9)))},
        {"source", "Outlet " + std::to_string(std::min(below(7), below(7)))},
        {"people",
         {"Ada Number" + std::to_string(below(40)), "Bo Figure" + std::to_string(below(5))}},
        {"language", "en"}};
    if (below(12) != 0) {
      article["published"] = std::to_string(2015 + below(8)) + "-0" + std::to_string(1 + below(9)) +
                             "-1" + std::to_string(below(9));
    }
    articles.push_back(article);
  }
  return articles;
}

std::string to_lines(const std::vector<json>& articles, std::size_t begin, std::size_t end) {
  std::string lines;
  for (std::size_t i = begin; i < end; ++i) lines += articles[i].dump() + "\n";
  return lines;
}

std::vector<std::string> some_queries() {
  std::vector<std::string> queries;
  std::mt19937 random(5);
  for (int i = 0; i < 100; ++i) {
    const auto word = [&] {
      const auto rank = static_cast<unsigned>(random() % 120);
      return "word" + std::string(1, static_cast<char>('a' + rank % 26)) + std::to_string(rank);
    };
    std::string query = "page-size=20&facet-size=50&q=" + word();
    if (i % 3 != 0) query += "+" + word();
    if (i % 5 == 1) query += "&section=section-" + std::to_string(random() % 9);
    if (i % 5 == 2) query += "&person=bo-figure" + std::to_string(random() % 5);
    if (i % 5 == 3) query += "&from-date=2017&to-date=2019-06";
    if (i % 7 == 3) query += "&order-by=newest";
    if (i % 7 == 5) query += "&order-by=oldest";
    if (i % 20 == 0) query = "q=&facet-size=50";
    queries.push_back(query);
  }
  return queries;
}

// A page that was written some hours ago: old enough for its time to tell whether it changes again.
void write_page(const std::filesystem::path& path, int hours_old, const std::string& headline) {
  std::ofstream(path) << "<html><head><title>" << headline << "</title></head><body><article><h1>"
                      << headline << "</h1><p>The harbour board met on Tuesday evening and heard "
                      << "from residents, who asked when the works would end.</p><p>It will meet "
                      << "again next week, the chair said, once the survey has been read.</p>"
                      << "</article></body></html>";
  const auto now = std::filesystem::file_time_type::clock::now();
  std::filesystem::last_write_time(path, now - std::chrono::hours(hours_old));
}

// Waits until the server's answer satisfies a condition; false after ten seconds.
template <typename Condition>
bool eventually(const Condition& condition) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (std::chrono::steady_clock::now() < end) {
    if (condition()) return true;
    std::this_thread::yield();
  }
  return false;
}

}  // namespace

TEST_CASE("bulk build, update in ten steps and any order give equal answers", "[program]") {
  const TemporaryDirectory directory;
  const std::vector<json> articles = made_up_articles(1'000);
  std::vector<json> shuffled = articles;
  std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(9));
  const std::string bulk = (directory.path() / "bulk").string();
  const std::string steps = (directory.path() / "steps").string();
  const std::string mixed = (directory.path() / "mixed").string();

  REQUIRE(run({"index", "-", "--db", bulk}, to_lines(articles, 0, 1'000)).status == 0);
  REQUIRE(run({"index", "-", "--db", mixed}, to_lines(shuffled, 0, 1'000)).status == 0);
  for (std::size_t step = 0; step < 10; ++step) {
    REQUIRE(run({"index", "-", "--db", steps}, to_lines(shuffled, step * 100, step * 100 + 100))
                .status == 0);
  }

  const RunningServer bulk_server(bulk);
  const RunningServer steps_server(steps);
  const RunningServer mixed_server(mixed);
  int found = 0;
  for (const std::string& query : some_queries()) {
    CAPTURE(query);
    const json expected = bulk_server.search(query);
    found += expected["total"]["value"].get<int>();
    CHECK(steps_server.search(query) == expected);
    CHECK(mixed_server.search(query) == expected);
  }
  CHECK(found > 1'000);
}

TEST_CASE("running again changes nothing; a changed page replaces its article", "[program]") {
  const TemporaryDirectory directory;
  const auto pages = directory.path() / "pages";
  const std::string index = (directory.path() / "index").string();
  std::filesystem::create_directory(pages);
  write_page(pages / "one.html", 3, "Harbour board hears residents");
  write_page(pages / "two.html", 3, "Survey of the quay begins");

  const Outcome first = run({"index", pages.string(), "--db", index});
  const std::string before = run({"stats", "--json", "--db", index}).out;
  const Outcome again = run({"index", pages.string(), "--db", index});
  const std::string after = run({"stats", "--json", "--db", index}).out;
  write_page(pages / "two.html", 2, "Survey of the quay is finished");
  const Outcome changed = run({"index", pages.string(), "--db", index});

  CHECK_THAT(first.out, Catch::Contains("2 new"));
  CHECK_THAT(again.out, Catch::Contains("0 new, 0 replaced, 2 unchanged"));
  CHECK(before == after);
  CHECK_THAT(changed.out, Catch::Contains("0 new, 1 replaced, 1 unchanged"));
  const json found = json::parse(run({"search", "survey", "--json", "--db", index}).out);
  REQUIRE(found["results"].size() == 2);
  CHECK(found["results"][0]["headline"][0]["t"].get<std::string>() +
            found["results"][0]["headline"].back()["t"].get<std::string>() ==
        "Survey of the quay is finished");

  std::filesystem::remove(pages / "one.html");
  const Outcome kept = run({"index", pages.string(), "--db", index});
  const Outcome pruned = run({"index", pages.string(), "--prune", "--db", index});

  CHECK_THAT(kept.out, Catch::Contains("0 removed"));
  CHECK_THAT(pruned.out, Catch::Contains("1 removed"));
  CHECK(json::parse(run({"search", "", "--json", "--db", index}).out)["total"]["value"] == 1);
}

TEST_CASE("a running server follows updates, deletions and rebuilds", "[program]") {
  const TemporaryDirectory directory;
  const std::string index = (directory.path() / "index").string();
  const std::vector<json> articles = made_up_articles(60);
  REQUIRE(run({"index", "-", "--db", index}, to_lines(articles, 0, 20)).status == 0);
  RunningServer server(index);
  const auto total = [&server] { return server.search("q=")["total"]["value"].get<int>(); };
  REQUIRE(total() == 20);
  REQUIRE(server.get("/readyz").status == 200);

  REQUIRE(run({"index", "-", "--db", index}, to_lines(articles, 20, 50)).status == 0);
  CHECK(eventually([&] { return total() == 50; }));

  REQUIRE(run({"delete", "article-3", "article-4", "--db", index}).status == 0);
  CHECK(eventually([&] { return total() == 48; }));
  CHECK(eventually([&] { return server.get("/api/articles/article-3").status == 404; }));
  CHECK(server.get("/api/articles/article-5").status == 200);

  REQUIRE(run({"index", "-", "--rebuild", "--db", index}, to_lines(articles, 0, 60)).status == 0);
  CHECK(eventually([&] { return total() == 60; }));

  CHECK(server.terminate() == 0);
}

TEST_CASE("a port in use is said with what to do", "[program]") {
  const TemporaryDirectory directory;
  const std::string index = (directory.path() / "index").string();
  REQUIRE(run({"index", "-", "--db", index}, to_lines(made_up_articles(2), 0, 2)).status == 0);
  const RunningServer server(index);

  const Outcome outcome = run({"serve", "--db", index, "--port", std::to_string(server.port())});

  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.err, Catch::Contains(std::to_string(server.port())));
  CHECK_THAT(outcome.err, Catch::Contains("--port"));
}

TEST_CASE("the terminal's JSON is the API's", "[program]") {
  const TemporaryDirectory directory;
  const std::string index = (directory.path() / "index").string();
  REQUIRE(run({"index", "-", "--db", index}, to_lines(made_up_articles(200), 0, 200)).status == 0);
  const RunningServer server(index);

  const json terminal = json::parse(
      run({"search", "wordb1", "wordc2", "--section", "Section 0", "--section", "section-1",
           "--order-by", "newest", "--page-size", "3", "--json", "--db", index})
          .out);

  CHECK(terminal["total"]["value"] > 0);
  CHECK(terminal == server.search("q=wordb1+wordc2&section=Section+0&section=section-1&order-by="
                                  "newest&page-size=3"));
}
