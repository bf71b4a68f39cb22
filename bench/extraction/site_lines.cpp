// What learning sites would leave out of extracted pages, as JSON lines {"id", "site", "line"}; a
// summary goes to stderr.
//
// usage: broadsheet extract FOLDER | site_lines [GOLD.json]
//
// GOLD.json ({"ID": {"url": ...}}) gives the URL of pages that do not tell theirs.
#include <chrono>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "indexer/site_lines.hpp"

using namespace broadsheet;
using namespace broadsheet::indexer;
using nlohmann::json;

namespace {

std::string text_of(const json& object, const char* field) {
  const auto found = object.find(field);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Article to_article(const json& line, const json& gold) {
  Article article;
  article.id = text_of(line, "id");
  article.url = text_of(line, "url");
  if (article.url.empty() && gold.contains(article.id)) {
    article.url = text_of(gold[article.id], "url");
  }
  article.headline = text_of(line, "headline");
  article.standfirst = text_of(line, "standfirst");
  article.published = parse_timestamp(text_of(line, "date"));
  const std::string body = text_of(line, "body");
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = std::min(body.find("\n\n", at), body.size());
    article.body.push_back(body.substr(at, end - at));
    at = end + 2;
  }
  return article;
}

unsigned year_of(const Article& article) {
  if (!article.published) return 0;
  const std::chrono::year_month_day day(article.published->day);
  return static_cast<unsigned>(static_cast<int>(day.year()));
}

}  // namespace

int main(int argc, char** argv) {
  const json gold = argc > 1 ? json::parse(std::ifstream(argv[1])) : json::object();
  std::map<std::string, std::vector<Article>> sites;
  for (std::string line; std::getline(std::cin, line);) {
    Article article = to_article(json::parse(line), gold);
    sites[site_name(article, article.id)].push_back(std::move(article));
  }
  std::size_t of_several = 0;
  std::size_t pages = 0;
  std::size_t paragraphs = 0;
  std::set<std::string> pages_hit;
  std::set<std::string> sites_hit;
  std::size_t left_out = 0;
  for (auto& [site, articles] : sites) {
    SiteSample sample(site);
    for (const Article& article : articles)
      sample.add(line_hash(article.id), year_of(article), article);
    const OwnLines lines = sample.own_lines();
    of_several += articles.size() > 1 ? 1 : 0;
    for (Article& article : articles) {
      const std::vector<std::string> before = article.body;
      ++pages;
      paragraphs += before.size();
      if (leave_out(article, lines) == 0) continue;
      pages_hit.insert(article.id);
      sites_hit.insert(site);
      auto stays = article.body.begin();
      for (const std::string& text : before) {
        if (stays != article.body.end() && *stays == text) {
          ++stays;
          continue;
        }
        ++left_out;
        std::cout << json{{"id", article.id}, {"site", site}, {"line", text}}.dump() << '\n';
      }
    }
  }
  std::cerr << left_out << " of " << paragraphs << " paragraphs left out, on " << pages_hit.size()
            << " of " << pages << " pages and " << sites_hit.size() << " of " << of_several
            << " sites with several pages\n";
  return 0;
}
