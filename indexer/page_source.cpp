#include "indexer/page_source.hpp"

#include <utility>

#include "indexer/readers/item_reader.hpp"

namespace broadsheet::indexer {
namespace {

Result<FileSource> open(const InputFile& file) {
  if (file.is_standard_input()) return FileSource::standard_input();
  return FileSource::open(file.path, file.in_folder ? Links::refuse : Links::follow);
}

void read(const InputFile& file, const TakeItem& take) {
  auto source = open(file);
  if (!source) {
    take(source.error(), file.name);
    return;
  }
  ItemReader reader(std::move(*source), file.name);
  while (auto item = reader.next()) {
    if (!take(std::move(*item), reader.item_name())) return;
  }
}

}  // namespace

ArticleSource page_source(const Extractor& extractor) {
  return {read, [&extractor](const RawItem& item) { return extractor.extract(item); }};
}

}  // namespace broadsheet::indexer
