#include "indexer/extract/html_parser.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <csignal>
#include <string>
#include <thread>
#include <vector>

#include "indexer/extract/markup_scanner.hpp"

extern "C" __attribute__((__noreturn__)) void __assert_fail(const char*, const char*, unsigned int,
                                                            const char*) noexcept;

using namespace broadsheet;
using namespace broadsheet::indexer;

namespace {

// Trips an assertion of gumbo 0.10.1.
const std::string poison = "<table><svg><foreignobject ><![CDATA[t]]>C";

std::string repeat(const std::string& text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

NodeId find(const Dom& dom, Tag tag) {
  for (NodeId id = 0; id < dom.size(); ++id) {
    if (dom.tag(id) == tag) return id;
  }
  return no_node;
}

}  // namespace

TEST_CASE("a page becomes a tree", "[html_parser]") {
  const auto dom = parse_html(
      "<html lang=en><body><article class='a b'><h1>Tom &amp; Jerry</h1><p>One <b>two</b> three"
      "<p>Four<br>five</article><amp-img></amp-img></body>");

  REQUIRE(dom);
  const NodeId article = find(*dom, Tag::article);
  REQUIRE(article != no_node);
  CHECK(dom->attribute(article, "class") == "a b");
  CHECK(dom->attribute(article, "id").empty());
  CHECK_FALSE(dom->has_attribute(article, "id"));
  CHECK(dom->attribute(find(*dom, Tag::html), "lang") == "en");
  const NodeId h1 = dom->first_child(article);
  CHECK(inner_text(*dom, h1) == "Tom & Jerry");
  const NodeId p1 = dom->next_sibling(h1);
  CHECK(inner_text(*dom, p1) == "One two three");
  const NodeId p2 = dom->next_sibling(p1);
  CHECK(inner_text(*dom, p2) == "Four five");
  CHECK(dom->next_sibling(p2) == no_node);
  CHECK(dom->contains(article, p2));
  CHECK_FALSE(dom->contains(p1, p2));
  const NodeId other = dom->next_sibling(article);
  REQUIRE(other != no_node);
  CHECK(dom->tag(other) == Tag::other);
  CHECK(dom->other_name(other) == "amp-img");
}

TEST_CASE("elements newer than the parser are known", "[html_parser]") {
  const auto dom = parse_html("<picture><img></picture><dialog>x</dialog>");

  REQUIRE(dom);
  CHECK(find(*dom, Tag::picture) != no_node);
  CHECK(find(*dom, Tag::dialog) != no_node);
}

TEST_CASE("a page that trips the parser's assertions is malformed, and the next one is read",
          "[html_parser]") {
  const auto dom = parse_html(poison);

  REQUIRE_FALSE(dom);
  CHECK(dom.error().code == ErrorCode::malformed);
  CHECK(parse_html("<p>fine"));
}

TEST_CASE("scanned, the same page is harmless", "[html_parser]") {
  CHECK(parse_html(scan_markup(poison).markup));
}

TEST_CASE("pages that nest without end are answered", "[html_parser]") {
  const auto html =
      GENERATE(repeat("<div>", 100'000), repeat("<b>", 100'000),
               repeat("<div><p><b><table><td>", 20'000), "<p " + repeat("a=1 ", 20'000) + ">");

  CHECK(parse_html(scan_markup(html).markup));
}

TEST_CASE("limits are kept", "[html_parser]") {
  const std::string html = repeat("<p>word</p>", 20'000);
  ParseLimits limits;

  SECTION("bytes") { limits.markup_bytes = 1'000; }
  SECTION("memory") { limits.memory_bytes = 100'000; }
  SECTION("time") { limits.cpu_time = std::chrono::milliseconds(0); }

  const auto dom = parse_html(html, limits);

  REQUIRE_FALSE(dom);
  CHECK(dom.error().code == ErrorCode::too_large);
}

TEST_CASE("unscanned depth is stopped by the clock or the memory", "[html_parser]") {
  const auto dom =
      parse_html(repeat("<div>", 100'000), {.cpu_time = std::chrono::milliseconds(50)});

  REQUIRE_FALSE(dom);
  CHECK(dom.error().code == ErrorCode::too_large);
}

TEST_CASE("threads parse good and bad pages side by side", "[html_parser]") {
  std::atomic<int> good = 0;
  std::atomic<int> bad = 0;
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&, t] {
        for (int i = 0; i < 200; ++i) {
          const auto dom = (t + i) % 2 == 0 ? parse_html(poison) : parse_html("<p>fine</p>");
          ++(dom ? good : bad);
        }
      });
    }
  }

  CHECK(good == 400);
  CHECK(bad == 400);
}

TEST_CASE("a failed assertion elsewhere still aborts", "[html_parser]") {
  REQUIRE_FALSE(parse_html(poison));

  const pid_t child = fork();
  if (child == 0) {
    std::signal(SIGABRT, SIG_DFL);
    close(STDERR_FILENO);
    __assert_fail("false", __FILE__, 1, "test");
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);

  CHECK(WIFSIGNALED(status));
  CHECK(WTERMSIG(status) == SIGABRT);
}
