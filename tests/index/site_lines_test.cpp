#include "indexer/site_lines.hpp"

#include <xapian.h>

#include <catch2/catch.hpp>
#include <random>

#include "indexer/site_learning.hpp"
#include "schema/article_codec.hpp"
#include "schema/index_directory.hpp"
#include "tests/index/index_fixture.hpp"

using namespace broadsheet;
using namespace broadsheet::indexer;

namespace {

const std::string motto = "The Lantern is written by its readers; send us yours by Thursday.";

// Text of some 100 bytes that no other number has.
std::string story(int number, int paragraph) {
  const std::string mark = std::to_string(number) + '.' + std::to_string(paragraph);
  return "In ward " + mark + " the council met on the quay, heard the ferrymen's side of matter " +
         mark + " and voted to wait for spring.";
}

Article article(int number, const std::vector<std::string>& last = {}) {
  Article article;
  article.headline = "Story " + std::to_string(number);
  for (int i = 0; i < 4; ++i) article.body.push_back(story(number, i));
  article.body.insert(article.body.end(), last.begin(), last.end());
  return article;
}

SiteSample sample_of(const std::vector<Article>& articles) {
  SiteSample sample("lantern.example");
  for (std::size_t i = 0; i < articles.size(); ++i) {
    sample.add(line_hash("page " + std::to_string(i)), 2021, articles[i]);
  }
  return sample;
}

// What is left of the first article's body, the sample being that of all.
std::vector<std::string> left_of_first(const std::vector<Article>& articles) {
  Article first = articles.front();
  leave_out(first, sample_of(articles).own_lines());
  return first.body;
}

}  // namespace

TEST_CASE("a line that ends three stories of a site is the site's own", "[site_lines]") {
  std::vector<Article> articles = {article(1, {motto}), article(2, {motto}), article(3)};
  CHECK(left_of_first(articles) == articles[0].body);

  articles.push_back(article(4, {motto}));

  CHECK(left_of_first(articles) == article(1).body);
}

TEST_CASE("several lines below each other are peeled off one by one", "[site_lines]") {
  const std::vector<std::string> lines = {"The Lantern", motto, "Moor Lane 4", "Open on Fridays",
                                          "Knock twice"};

  CHECK(left_of_first({article(1, lines), article(2, lines), article(3, lines)}) ==
        article(1).body);
}

TEST_CASE("what running stories repeat in their middle is story", "[site_lines]") {
  std::vector<Article> articles;
  for (int i = 0; i < 20; ++i) {
    articles.push_back(article(i));
    if (i < 8) articles.back().body.insert(articles.back().body.begin() + 1, motto);
  }

  CHECK(left_of_first(articles) == articles[0].body);
}

TEST_CASE("a line on most pages of a site is its own wherever it stands", "[site_lines]") {
  std::vector<Article> articles;
  for (int i = 0; i < 8; ++i) {
    articles.push_back(article(i));
    if (i < 5) articles.back().body.insert(articles.back().body.begin() + 1, motto);
  }

  CHECK(left_of_first(articles) == article(0).body);
  articles.pop_back();
  articles.erase(articles.begin() + 4);
  CHECK(left_of_first(articles) == articles[0].body);  // Four are too few.
}

TEST_CASE("a line that once stands in the middle is kept at the end too", "[site_lines]") {
  std::vector<Article> articles;
  for (int i = 0; i < 4; ++i) articles.push_back(article(i, {motto}));
  articles.push_back(article(9));
  articles.back().body.insert(articles.back().body.begin() + 1, motto);
  for (int i = 10; i < 16; ++i) articles.push_back(article(i));

  CHECK(left_of_first(articles) == articles[0].body);
}

TEST_CASE("copies of one story do not erase each other", "[site_lines]") {
  std::vector<Article> articles;
  for (int i = 0; i < 6; ++i) {
    articles.push_back(article(1));
    articles.back().headline = "Edition " + std::to_string(i);
    articles.back().body.insert(articles.back().body.begin(), story(100 + i, 0));
  }
  CHECK(left_of_first(articles) == articles[0].body);

  for (Article& page : articles) page = article(1, {motto});
  CHECK(left_of_first(articles) == articles[0].body);
}

TEST_CASE("pages of one headline count once", "[site_lines]") {
  std::vector<Article> articles;
  for (int i = 0; i < 4; ++i) {
    articles.push_back(article(i, {motto}));
    articles.back().headline = "Weather";
  }

  CHECK(left_of_first(articles) == articles[0].body);
}

TEST_CASE("an article never loses its only story", "[site_lines]") {
  OwnLines lines;
  lines.anywhere = {line_hash(motto)};
  lines.at_end = {line_hash(story(1, 0)), line_hash(story(1, 1)), line_hash(story(1, 2)),
                  line_hash(story(1, 3))};
  Article brief;
  brief.headline = "Fog";
  brief.body = {"The ferry stays in port on Monday, for fog, the harbour master says.", motto};
  Article own = article(1, {motto});

  CHECK(leave_out(brief, lines) == 0);
  CHECK(brief.body.size() == 2);
  CHECK(leave_out(own, lines) == 0);
  CHECK(own.body.size() == 5);
}

TEST_CASE("headline and standfirst are not touched", "[site_lines]") {
  std::vector<Article> articles;
  for (int i = 0; i < 6; ++i) {
    articles.push_back(article(i, {motto}));
    articles.back().standfirst = "All that the council said this week.";
    articles.back().body.insert(articles.back().body.begin(), articles.back().standfirst);
  }
  std::vector<std::string> expected = articles[0].body;
  expected.pop_back();

  CHECK(left_of_first(articles) == expected);
}

TEST_CASE("people whom only a line of the site names go with it", "[site_lines]") {
  OwnLines lines;
  lines.at_end = {line_hash("Edited by Ada Quill and Bo Reed.")};
  Article page = article(1, {"Edited by Ada Quill and Bo Reed."});
  page.body[1] += " Bo Reed was there.";
  page.people = {{"Ada Quill"}, {"Bo Reed"}, {"Cy Moss"}};

  CHECK(leave_out(page, lines) == 1);
  CHECK(page.people == std::vector<Person>{{"Bo Reed"}, {"Cy Moss"}});
}

TEST_CASE("a sample does not hang on order or repetition", "[site_lines]") {
  std::vector<std::pair<int, unsigned>> pages;
  for (int i = 0; i < 400; ++i) pages.emplace_back(i, 1980 + static_cast<unsigned>(i) * i % 40);
  const auto fill = [&pages] {
    SiteSample sample("lantern.example");
    for (const auto& [number, year] : pages) {
      sample.add(line_hash(std::to_string(number)), year, article(number, {motto}));
    }
    return sample.encode();
  };
  const std::string in_order = fill();

  std::shuffle(pages.begin(), pages.end(), std::mt19937(4));
  CHECK(fill() == in_order);
  pages.insert(pages.end(), pages.begin(), pages.begin() + 150);
  CHECK(fill() == in_order);
}

TEST_CASE("a sample is bounded by year, years and paragraphs", "[site_lines]") {
  SiteSample one_year("lantern.example");
  SiteSample many_years("lantern.example");
  for (int i = 0; i < 500; ++i) {
    Article page = article(i);
    for (int n = 4; n < 200; ++n) page.body.push_back(story(i, n));
    one_year.add(line_hash(std::to_string(i)), 2021, page);
    many_years.add(line_hash(std::to_string(i)), static_cast<unsigned>(1500 + i), page);
  }

  CHECK(one_year.pages() == SiteSample::max_pages_of_year);
  CHECK(many_years.pages() == SiteSample::max_years);
  CHECK(one_year.encode().size() <
        SiteSample::max_pages_of_year * (SiteSample::max_paragraphs * 10 + 20) + 100);
  CHECK_FALSE(many_years.add(line_hash("old"), 1700, article(1)));
}

TEST_CASE("a sample comes back from its bytes, and from no others", "[site_lines]") {
  const SiteSample sample = sample_of({article(1, {motto}), article(2, {motto}), article(3)});
  const std::string bytes = sample.encode();

  const auto decoded = SiteSample::decode(bytes);

  REQUIRE(decoded);
  CHECK(decoded->name() == "lantern.example");
  CHECK(decoded->encode() == bytes);
  CHECK_FALSE(SiteSample::decode(""));
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    CHECK_FALSE(SiteSample::decode(bytes.substr(0, i)));
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 4);
    CHECK_FALSE(SiteSample::decode(damaged));
  }
}

TEST_CASE("a page's site is its host, else its folder", "[site_lines]") {
  Article page;
  CHECK(site_name(page, "north/post/page.html") == "north/post/");
  CHECK(site_name(page, "dump.txt#7") == "./");
  page.url = "https://www.lantern.example/2021/a.html";
  CHECK(site_name(page, "north/post/page.html") == "lantern.example");
}

// ----- in an index

namespace {

// A page as line_source reads it.
std::string page_line(int number, const std::string& last = motto) {
  std::string line = "||2021-03-" + std::to_string(10 + number % 18) + '|';
  const Article page = article(number, {last});
  line += page.headline + '|';
  for (const std::string& paragraph : page.body) line += paragraph + '^';
  line.back() = '\n';
  return line;
}

void write_pages(IndexFixture& fixture, int begin, int end) {
  for (int i = begin; i < end; ++i) {
    fixture.write("lantern/p" + std::to_string(i), page_line(i));
  }
}

// How many articles of the index still have the line.
int with_motto(const IndexFixture& fixture) {
  int count = 0;
  for (const auto& [id, held] : contents_of(fixture.index())) {
    const Article held_article = decode_article(held.data).value();
    const auto& body = held_article.body;
    if (std::find(body.begin(), body.end(), motto) != body.end()) ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("a bulk build leaves a site's lines out of all its pages", "[site_lines]") {
  IndexFixture fixture;
  write_pages(fixture, 0, 6);
  fixture.write("elsewhere/p", page_line(77));

  const auto report = fixture.run();

  REQUIRE(report);
  CHECK(report->paragraphs_left_out == 6);
  CHECK(report->sites_left_out == 1);
  CHECK(with_motto(fixture) == 1);  // Another folder is another site.
  const auto stats = index_stats(fixture.index());
  REQUIRE(stats);
  CHECK(stats->own_lines.size() == 1);
  CHECK(stats->own_lines.front() == std::pair(std::string("lantern/"), std::uint64_t{1}));
  CHECK(check_index(fixture.index())->problems.empty());
}

TEST_CASE("what was learned serves the next updates", "[site_lines]") {
  IndexFixture fixture;
  write_pages(fixture, 0, 4);
  REQUIRE(fixture.run());
  write_pages(fixture, 4, 6);

  const auto report = fixture.run();

  REQUIRE(report);
  CHECK(report->added == 2);
  CHECK(report->paragraphs_left_out == 2);
  CHECK(with_motto(fixture) == 0);
}

TEST_CASE("pages from before a line was known keep it until --rebuild", "[site_lines]") {
  IndexFixture fixture;
  write_pages(fixture, 0, 2);
  REQUIRE(fixture.run());
  write_pages(fixture, 2, 5);

  REQUIRE(fixture.run());
  CHECK(with_motto(fixture) == 2);
  write_pages(fixture, 0, 5);  // Touched.
  const auto again = fixture.run();
  REQUIRE(again);
  CHECK(again->unchanged == 5);
  CHECK(with_motto(fixture) == 2);

  IndexOptions options;
  options.rebuild = true;
  REQUIRE(fixture.run({}, options));
  CHECK(with_motto(fixture) == 0);
}

TEST_CASE("a damaged sample is told and learned anew", "[site_lines]") {
  IndexFixture fixture;
  write_pages(fixture, 0, 4);
  REQUIRE(fixture.run());
  {
    Xapian::WritableDatabase database(current_generation(fixture.index())->path.string());
    const std::string key = site_metadata_key(site_key("lantern/"));
    REQUIRE(find_site_sample(database, site_key("lantern/")));
    database.set_metadata(key, "damaged");
    database.commit();
  }
  CHECK_FALSE(check_index(fixture.index())->problems.empty());
  write_pages(fixture, 4, 6);

  const auto report = fixture.run();

  REQUIRE(report);
  REQUIRE(fixture.notices.size() == 1);
  CHECK_THAT(fixture.notices.front(), Catch::Contains("damaged"));
  CHECK(with_motto(fixture) == 2);
  write_pages(fixture, 6, 7);
  CHECK(fixture.run()->paragraphs_left_out == 1);
  CHECK(fixture.notices.empty());
}

TEST_CASE("with many sites fewer pages of each are sampled", "[site_lines]") {
  IndexFixture fixture;
  std::vector<Entry> entries;
  std::vector<Write> writes;
  SpoolWriter writer(fixture.folder(), 0);
  for (int i = 0; i < 200; ++i) {
    const std::string name = "site" + std::to_string(i % 10) + "/p" + std::to_string(i);
    Entry entry;
    entry.claim = to_key(article_key(name));
    entry.site = site_key(site_name({}, name));
    entry.place = writer.append(name, "", encode_article(article(i, {motto})));
    writes.push_back({static_cast<std::uint32_t>(entries.size()), false, 0});
    entries.push_back(entry);
  }
  writer.flush();
  const SpoolReader spool(fixture.folder(), 1);
  const auto sampled = [&](std::size_t most) {
    std::size_t pages = 0;
    for (const auto& [key, value] : learn_sites(entries, writes, spool, nullptr, most).metadata) {
      if (const auto sample = SiteSample::decode(value)) pages += sample->pages();
    }
    return pages;
  };

  CHECK(sampled(200) == 200);
  CHECK(sampled(199) == 160);  // 16 of each.
  CHECK(sampled(100) == 80);
  CHECK(sampled(9) == 0);
  Article page = article(0, {motto});
  CHECK(learn_sites(entries, writes, spool, nullptr).lines.leave_out(page, entries[0].site) == 1);
  CHECK(learn_sites(entries, writes, spool, nullptr).lines.leave_out(page, site_key("else/")) == 0);
}
