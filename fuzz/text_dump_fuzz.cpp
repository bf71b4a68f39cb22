// Any bytes as a text dump, with its people: no crash, no hang, and whatever comes out is valid
// UTF-8, no longer than what went in.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "indexer/extract/text_dump.hpp"
#include "indexer/people/recogniser.hpp"
#include "schema/text.hpp"

namespace {

using namespace broadsheet;

void require(bool condition) {
  if (!condition) std::abort();
}

void require_clean(const std::string& text) { require(text::clean_utf8(text) == text); }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const Instant now(std::chrono::seconds(1'700'000'000));
  const auto extraction =
      indexer::extract_text_dump({indexer::ItemFormat::text_dump, bytes, "fuzz"}, now);
  if (!extraction) return 0;

  const Article& article = extraction->article;
  require(!article.body.empty());
  require_clean(article.headline);
  std::size_t body_bytes = 0;
  for (const std::string& paragraph : article.body) {
    require(!paragraph.empty());
    require_clean(paragraph);
    body_bytes += paragraph.size();
  }
  require(body_bytes <= 3 * bytes.size());  // A stray byte becomes the three of U+FFFD.
  for (const std::string& author : article.authors) require_clean(author);
  require_clean(article.section);
  for (const Person& person : indexer::people::people_in(article)) {
    require(person.mentions >= 1 && !person.name.empty());
    require_clean(person.name);
  }
  return 0;
}
