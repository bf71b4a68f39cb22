// Ranks queries by one fixed weighting of Xapian's, on the terms of an index of ours: what our own
// ranking is measured against.
//
//     plain_xapian INDEX bm25|ineb2 QUERIES RUN
//
// QUERIES has lines "id TAB text".  Words are stemmed as English and OR'ed, stop words left out;
// nothing else is done.  RUN gets the 100 best of each in TREC's form.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <xapian.h>

#include "schema/article_codec.hpp"
#include "schema/index_directory.hpp"
#include "searcher/reader.hpp"

namespace {

using namespace broadsheet;

Xapian::Query words_query(searcher::Reader& reader, const std::string& text) {
  std::vector<Xapian::Query> words;
  for (const searcher::QueryWord& word : reader.words(text)) {
    if (word.is_stop_word) continue;
    const std::vector<std::string> terms = word.terms();
    words.emplace_back(Xapian::Query::OP_SYNONYM, terms.begin(), terms.end());
  }
  return {Xapian::Query::OP_OR, words.begin(), words.end()};
}

void rank(searcher::Reader& reader, const std::string& weighting, std::istream& queries,
          std::ostream& run) {
  constexpr Xapian::doccount results = 100;
  Xapian::Enquire enquire(reader.database());
  if (weighting == "bm25") {
    enquire.set_weighting_scheme(Xapian::BM25Weight());
  } else {
    enquire.set_weighting_scheme(Xapian::IneB2Weight(2));
  }
  for (std::string line; std::getline(queries, line);) {
    const std::size_t tab = line.find('\t');
    enquire.set_query(words_query(reader, line.substr(tab + 1)));
    const Xapian::MSet found = enquire.get_mset(0, results);
    for (auto i = found.begin(); i != found.end(); ++i) {
      const auto article = decode_article(i.get_document().get_data());
      if (!article) continue;
      run << line.substr(0, tab) << " Q0 " << article->id << ' ' << i.get_rank() + 1 << ' '
          << i.get_weight() << ' ' << weighting << '\n';
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5 || (std::string(argv[2]) != "bm25" && std::string(argv[2]) != "ineb2")) {
    std::fprintf(stderr, "usage: plain_xapian INDEX bm25|ineb2 QUERIES RUN\n");
    return 2;
  }
  const auto generation = current_generation(argv[1]);
  if (!generation) {
    std::fprintf(stderr, "%s\n", generation.error().message.c_str());
    return 1;
  }
  const searcher::ArchiveLanguages english{{"en"}, {"en"}};
  searcher::Reader reader(Xapian::Database(generation->path.string()), english);
  std::ifstream queries(argv[3]);
  std::ofstream run(argv[4]);
  run.precision(17);
  rank(reader, argv[2], queries, run);
}
