// Any bytes as JSON-LD blocks, parted by zero bytes: no crash, no hang, valid UTF-8 out.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/json_ld.hpp"
#include "schema/text.hpp"

namespace {

using namespace broadsheet;

void require_clean(const std::string& text) {
  if (text::clean_utf8(text) != text) std::abort();
}

std::vector<std::string> parts_of(std::string_view bytes) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = bytes.find('\0');
    parts.push_back(text::clean_utf8(bytes.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    bytes.remove_prefix(end + 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto blocks = parts_of({reinterpret_cast<const char*>(data), size});
  indexer::LdHints hints;
  hints.canonical = "https://a.example/story";
  hints.og_title = hints.h1 = "Storm hits coast";
  const indexer::LinkedData linked = indexer::read_json_ld(blocks, hints);
  require_clean(linked.site_name);
  for (const std::string& name : linked.breadcrumb) require_clean(name);
  if (!linked.article) return 0;
  for (const std::string* text :
       {&linked.article->headline, &linked.article->published, &linked.article->description,
        &linked.article->publisher, &linked.article->url, &linked.article->language}) {
    require_clean(*text);
  }
  for (const std::string& author : linked.article->authors) require_clean(author);
  for (const std::string& paragraph : linked.article->article_body) require_clean(paragraph);
  return 0;
}
