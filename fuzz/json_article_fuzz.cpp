// Any bytes as a JSON article and as JSON-LD: no crash, no hang, and whatever
// comes out is valid UTF-8 within its bounds.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "indexer/extract/json_article.hpp"
#include "indexer/extract/json_ld.hpp"
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

void require_clean(const Article& article) {
  require(!article.headline.empty() || !article.body.empty());
  require_clean(article.id, Article::max_id_bytes);
  require_clean(article.headline, Article::max_headline_bytes);
  for (const std::string& paragraph : article.body) {
    require(!paragraph.empty());
    require_clean(paragraph, Article::max_body_bytes);
  }
  for (const std::string& author : article.authors) require_clean(author, Article::max_name_bytes);
  for (const Person& person : article.people) {
    require(person.mentions >= 1);
    require_clean(person.name, Article::max_name_bytes);
  }
  require_clean(article.section, Article::max_name_bytes);
  require_clean(article.source, Article::max_name_bytes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const Instant now(std::chrono::seconds(1'700'000'000));
  const auto extraction =
      indexer::extract_json_article({indexer::ItemFormat::json, bytes, "fuzz"}, now);
  if (extraction) require_clean(extraction->article);

  const indexer::LinkedData linked = indexer::read_json_ld({bytes}, {});
  if (linked.article) require_clean(linked.article->headline, bytes.size());
  return 0;
}
