#include "schema/person_links.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <utility>

#include <catch2/catch.hpp>

using namespace broadsheet;
using Strings = std::vector<std::string>;

namespace {

// An archive of stories: their months, and the names of their persons.
using Stories = std::vector<std::pair<Month, Strings>>;

class Archive {
 public:
  explicit Archive(const Stories& stories) {
    PersonLinker linker;
    for (const auto& [month, names] : stories) {
      std::vector<std::uint32_t> numbers;
      for (const std::string& name : names) {
        const auto [place, is_new] = numbers_.try_emplace(name, 0);
        if (is_new) place->second = linker.add_name(name);
        numbers.push_back(place->second);
      }
      linker.add_story(month, numbers);
    }
    links_ = linker.link();
  }

  std::string person(const std::string& name, Month month = no_month) const {
    return links_.label(links_.person(numbers_.at(name), month));
  }

 private:
  std::map<std::string, std::uint32_t> numbers_;
  PersonLinks links_;
};

}  // namespace

TEST_CASE("forms of a full name are one person under the most used", "[person_links]") {
  const Archive archive({{1, {"Joe Biden"}},
                         {1, {"Joe Biden"}},
                         {2, {"Joseph R. Biden Jr."}},
                         {2, {"JOE BIDEN"}},
                         {3, {"Biden"}},
                         {3, {"Jill Biden"}}});

  CHECK(archive.person("Joseph R. Biden Jr.") == "Joe Biden");
  CHECK(archive.person("JOE BIDEN") == "Joe Biden");
  CHECK(archive.person("Biden", 3) == "Joe Biden");
  CHECK(archive.person("Jill Biden") == "Jill Biden");
}

TEST_CASE("whom stories tell apart is never one", "[person_links]") {
  const Archive archive({{1, {"John Roe", "John Roe Jr."}},
                         {1, {"William Doe", "Bill Doe"}},
                         {1, {"George W. Bush"}},
                         {1, {"George H. W. Bush"}}});

  CHECK(archive.person("John Roe") != archive.person("John Roe Jr."));
  CHECK(archive.person("William Doe") != archive.person("Bill Doe"));
  CHECK(archive.person("George W. Bush") != archive.person("George H. W. Bush"));
}

TEST_CASE("a surname alone is who dominates it at the time", "[person_links]") {
  Stories stories;
  for (int i = 0; i < 6; ++i) {
    stories.push_back({24'000, {"Ann Roe"}});
    stories.push_back({24'100, {"Bob Roe"}});
  }
  stories.push_back({24'001, {"Roe"}});
  stories.push_back({24'099, {"Roe"}});
  stories.push_back({24'050, {"Roe"}});
  const Archive archive(stories);

  CHECK(archive.person("Roe", 24'001) == "Ann Roe");
  CHECK(archive.person("Roe", 24'099) == "Bob Roe");
  CHECK(archive.person("Roe", 24'050) == "Roe");  // Both, over all the years.
}

TEST_CASE("a surname of one story's person is left alone", "[person_links]") {
  const Archive archive({{1, {"Ann Roe"}}, {1, {"Roe"}}});

  CHECK(archive.person("Roe", 1) == "Roe");
}

TEST_CASE("links hang on the stories and not on their order", "[person_links]") {
  Stories stories = {{1, {"George Bush"}},     {1, {"George W. Bush"}}, {2, {"George W. Bush"}},
                     {2, {"G. Bush"}},         {3, {"George H. Bush"}}, {3, {"Bush"}},
                     {4, {"Laura Bush"}},      {4, {"Bush", "Mo Roe"}}, {5, {"Mohammed Roe"}},
                     {5, {"Muhammad Al Roe"}}, {6, {"Mohamed Roe"}}};
  const Archive archive(stories);
  std::mt19937 random(1);
  for (int i = 0; i < 20; ++i) {
    std::ranges::shuffle(stories, random);
    const Archive other(stories);
    for (const auto& [month, names] : stories) {
      for (const std::string& name : names) {
        CAPTURE(name, month);
        CHECK(other.person(name, month) == archive.person(name, month));
      }
    }
  }
}
