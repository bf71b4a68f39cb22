#include "tests/index/line_source.hpp"

#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <vector>

namespace broadsheet::indexer {
namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

std::string read_all(const InputFile& file) {
  if (file.is_standard_input()) return {std::istreambuf_iterator<char>(std::cin), {}};
  std::ifstream stream(file.path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void read(const InputFile& file, const TakeItem& take) {
  const std::vector<std::string> lines = split(read_all(file), '\n');
  if (lines.empty()) {
    take(Error{ErrorCode::empty, file.name + ": is empty", {}}, file.name);
    return;
  }
  for (std::uint32_t i = 0; i < lines.size(); ++i) {
    const std::string name =
        lines.size() == 1 ? file.name : file.name + '#' + std::to_string(i + 1);
    if (!take(RawItem{ItemFormat::html, lines[i], name}, name)) return;
  }
}

Result<Extraction> extract(const RawItem& item) {
  if (item.content.starts_with('!')) {
    return Error{ErrorCode::not_an_article, item.name + ": is no article", {}};
  }
  std::vector<std::string> fields = split(item.content, '|');
  fields.resize(5);
  Extraction extraction;
  extraction.article.id = fields[0];
  extraction.canonical_url = fields[1];
  extraction.article.published = parse_timestamp(fields[2]);
  extraction.article.headline = fields[3];
  extraction.article.body = split(fields[4], '^');
  extraction.article.language = "en";
  return extraction;
}

}  // namespace

ArticleSource line_source() { return {read, extract}; }

}  // namespace broadsheet::indexer
