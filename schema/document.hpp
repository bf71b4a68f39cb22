// From an Article to the Xapian document that stands for it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <xapian.h>

#include "schema/article.hpp"
#include "schema/common_words.hpp"

namespace broadsheet {

// The value of slot::order: a total order over articles, the same whatever order they were indexed
// in.  Undated ones sort before all dated ones.
std::string order_value(const Article& article);

// The instant in an order_value(); nothing if the article is undated or the bytes are not one.
std::optional<Instant> order_instant(std::string_view value);

// A prefixed boolean term, cut to Xapian's bound (a long value keeps its start and a hash).
std::string make_term(std::string_view prefix, std::string_view value);

// The term of the documents that hold a word in this exact form (text::Forms).
std::string exact_term(std::string_view word, std::string_view exact);

// What a document says of where it came from; only the index writer uses it.
struct DocumentOrigin {
  std::string name;           // The input's name, as identity uses it; empty for none.
  std::string canonical_url;  // The canonical URL that the page claims; empty for none.
};

// Belongs to one thread; keep it, for its caches are what makes it fast.
class DocumentBuilder {
 public:
  // common: those of the index that the documents are for.
  explicit DocumentBuilder(CommonWords common = {});
  ~DocumentBuilder();
  DocumentBuilder(const DocumentBuilder&) = delete;
  DocumentBuilder& operator=(const DocumentBuilder&) = delete;

  // The article's terms, values and data (encode_article).  article.id must not be empty.
  Xapian::Document build(const Article& article, const DocumentOrigin& origin);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace broadsheet
