// Any bytes as a page: no crash, no hang, and whatever comes out, or is told of it, is valid UTF-8
// within its bounds.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "indexer/extract/explain.hpp"
#include "indexer/extract/extract.hpp"
#include "indexer/extract/marked_page.hpp"
#include "schema/text.hpp"

namespace {

using namespace broadsheet;

void require(bool condition) {
  if (!condition) std::abort();
}

void require_clean(const std::string& text, std::size_t max_bytes) {
  require(text.size() <= max_bytes);
  require(text::clean_utf8(text) == text);
}

void require_clean_lines(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  require(text::clean_utf8(text) == text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const indexer::Extractor extractor(Instant(std::chrono::seconds(1'700'000'000)));
  indexer::RawItem item;
  item.content.assign(reinterpret_cast<const char*>(data), size);
  item.name = "fuzz";
  indexer::ItemReading reading;
  const auto extraction = extractor.extract(item, &reading);
  require_clean_lines(indexer::explain_item(item.name, extraction, reading));
  require_clean_lines(indexer::mark_page(item.name, extraction, reading.page));
  if (!extraction) return 0;

  const Article& article = extraction->article;
  require(!article.headline.empty() || !article.body.empty());
  require_clean(article.headline, Article::max_headline_bytes);
  for (const std::string& paragraph : article.body) {
    require(!paragraph.empty());
    require_clean(paragraph, Article::max_body_bytes);
  }
  for (const std::string& author : article.authors) require_clean(author, Article::max_name_bytes);
  require_clean(article.section, Article::max_name_bytes);
  require_clean(article.source, Article::max_name_bytes);
  require_clean(article.url, Article::max_id_bytes);
  return 0;
}
