// What the searcher's tests say often.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "schema/article.hpp"
#include "searcher/columns.hpp"
#include "searcher/searcher.hpp"
#include "tests/support/test_index.hpp"

namespace broadsheet::searcher {

using tests::TestIndex;

// An article with a headline, and a body of one paragraph.
Article make_article(const std::string& id, const std::string& headline,
                     const std::string& body = "", const std::string& published = "");

std::string plain(const Segments& segments);
// The matched segments in brackets.
std::string marked(const Segments& segments);

std::vector<std::string> ids(const SearchResponse& response);

// Of the current generation.
Xapian::Database open_database(const TestIndex& index);
Columns load_columns(const TestIndex& index);

// With a deadline that a loaded machine keeps.
SearcherOptions patient();

std::unique_ptr<Searcher> open_searcher(const TestIndex& index,
                                        SearcherOptions options = patient());

// Searches with parameters as the API takes them; fails the test if they are refused.
SearchResponse search(const Searcher& searcher, const Parameters& parameters);

}  // namespace broadsheet::searcher
