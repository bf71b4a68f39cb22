#include "tests/web/sample_articles.hpp"

#include <array>
#include <string>

namespace broadsheet::web::tests {

std::vector<Article> sample_articles(std::size_t count) {
  const std::array<const char*, 7> headlines{
      "Council approves a footbridge",         "Harbour strike enters its third week",
      "Regatta moved to the inner basin",      "Old mill to become a library",
      "School roofs fail the winter survey",   "Orchard growers fear a late frost",
      "Museum finds its lost map of the river"};
  const std::array<const char*, 5> sections{"Local news", "Business", "Sport", "Culture", ""};
  const std::array<const char*, 3> sources{"The Wend Courier", "Harbour Post", "Upland Weekly"};
  const std::array<const char*, 6> people{"Adaeze Okafor",  "Tomás Ferreira", "Ingrid Solheim",
                                          "Jean-Luc Marot", "Priya Raman",    "Bo Ek"};
  std::vector<Article> articles(count);
  for (std::size_t i = 0; i < count; ++i) {
    Article& article = articles[i];
    article.id = "story/" + std::to_string(i) + "?a=b";
    article.url = "https://courier.example/" + std::to_string(i);
    article.headline = headlines.at(i % headlines.size());
    article.standfirst = "A dispute that began with a letter ended, at last, with a handshake.";
    article.body = {article.standfirst,
                    "The vote was nineteen to seven, and the river ran high below the windows.",
                    "Work on number " + std::to_string(i) + " begins after the regatta."};
    article.section = sections.at(i % sections.size());
    article.source = sources.at(i % sources.size());
    article.authors = {"Maren Holt"};
    article.language = "en";
    article.people = {{people.at(i % people.size()), 2, true},
                      {people.at((i + 1) % people.size()), 1, false}};
    if (i % 8 == 7) continue;
    Timestamp published;
    published.day = Day(std::chrono::days(18'705)) - std::chrono::days(37 * i);
    article.published = published;
    article.published_evidence = DateEvidence::given;
    article.published_confidence = 1;
  }
  return articles;
}

}  // namespace broadsheet::web::tests
