// How fast text becomes terms: our tokeniser and analyser against Xapian::TermGenerator.
//
//     tokeniser_bench CORPUS [ROUNDS [WAY]]
//
// CORPUS is a file of JSON lines with headline and body (paragraphs parted by line breaks), in
// English.  Prints a JSON line for each way, the best of the rounds, in CPU time of the one thread:
//
//     analysis             tokens and their forms, nothing kept
//     documents            DocumentBuilder, as the index writer uses it: also the word sequence and
//                          the stored article
//     term_generator       index_text_without_positions() into a document: stems and words
//     term_generator_positions   index_text()
#include <sys/resource.h>
#include <xapian.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/document.hpp"
#include "schema/fields.hpp"
#include "schema/text.hpp"

namespace {

using broadsheet::Article;
namespace text = broadsheet::text;

std::vector<std::string> paragraphs(const std::string& body) {
  std::vector<std::string> all;
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t end = std::min(body.find('\n', begin), body.size());
    const std::string paragraph = text::collapse_space(body.substr(begin, end - begin));
    if (!paragraph.empty()) all.push_back(paragraph);
    begin = end + 1;
  }
  return all;
}

std::vector<Article> read_articles(const char* name) {
  std::vector<Article> articles;
  std::ifstream file(name);
  for (std::string line; std::getline(file, line);) {
    const auto json = nlohmann::json::parse(line);
    Article article;
    article.id = std::to_string(articles.size() + 1);
    article.headline = json.value("headline", "");
    article.body = paragraphs(json.value("body", ""));
    article.language = "en";
    articles.push_back(std::move(article));
  }
  return articles;
}

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_THREAD, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec) +
         static_cast<double>(usage.ru_utime.tv_usec) / 1e6;
}

struct Size {
  double bytes = 0;
  double words = 0;
};

Size size_of(const std::vector<Article>& articles) {
  Size size;
  const auto count = [&size](const std::string& paragraph) {
    size.bytes += static_cast<double>(paragraph.size());
    text::Tokeniser tokens(paragraph);
    for (text::Token token; tokens.next(token);) ++size.words;
  };
  for (const Article& article : articles) {
    count(article.headline);
    for (const std::string& paragraph : article.body) count(paragraph);
  }
  return size;
}

std::size_t analyse(const std::vector<Article>& articles) {
  text::Analyser analyser("en");
  std::size_t letters = 0;
  const auto add = [&](const std::string& paragraph) {
    text::Tokeniser tokens(paragraph);
    for (text::Token token; tokens.next(token);) {
      const text::Forms& forms = analyser.forms(token);
      letters += forms.word.size() + forms.stem.size();
    }
  };
  for (const Article& article : articles) {
    add(article.headline);
    for (const std::string& paragraph : article.body) add(paragraph);
  }
  return letters;
}

std::size_t build_documents(const std::vector<Article>& articles) {
  broadsheet::DocumentBuilder builder;
  std::size_t terms = 0;
  for (const Article& article : articles) terms += builder.build(article, {}).termlist_count();
  return terms;
}

std::size_t generate_terms(const std::vector<Article>& articles, bool positions) {
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("en"));
  std::size_t terms = 0;
  for (const Article& article : articles) {
    Xapian::Document document;
    generator.set_document(document);
    generator.set_termpos(0);
    const auto add = [&](const std::string& paragraph, Xapian::termcount wdf) {
      if (positions) {
        generator.index_text(paragraph, wdf);
      } else {
        generator.index_text_without_positions(paragraph, wdf);
      }
    };
    add(article.headline, broadsheet::fields::headline_wdf);
    for (const std::string& paragraph : article.body) add(paragraph, 1);
    terms += document.termlist_count();
  }
  return terms;
}

void report(const char* way, int rounds, Size size, const std::function<std::size_t()>& run) {
  double best = 0;
  std::size_t made = 0;
  for (int round = 0; round < rounds; ++round) {
    const double begin = cpu_seconds();
    made = run();
    const double took = cpu_seconds() - begin;
    best = round == 0 ? took : std::min(best, took);
  }
  std::printf(
      R"({"way":"%s","seconds":%.2f,"words_per_second":%.0f,"mb_per_second":%.1f,"made":%zu})"
      "\n",
      way, best, size.words / best, size.bytes / best / 1e6, made);
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: tokeniser_bench CORPUS [ROUNDS [WAY]]\n");
    return 2;
  }
  const int rounds = argc > 2 ? std::max(std::atoi(argv[2]), 1) : 3;
  const std::vector<Article> articles = read_articles(argv[1]);
  const Size size = size_of(articles);
  const std::string_view only = argc > 3 ? argv[3] : "";
  const std::vector<std::pair<const char*, std::function<std::size_t()>>> ways = {
      {"analysis", [&] { return analyse(articles); }},
      {"documents", [&] { return build_documents(articles); }},
      {"term_generator", [&] { return generate_terms(articles, false); }},
      {"term_generator_positions", [&] { return generate_terms(articles, true); }},
  };
  for (const auto& [name, run] : ways) {
    if (only.empty() || only == name) report(name, rounds, size, run);
  }
}
