// What the extractor sees of pages, block by block, as JSON lines; for those who look for what it
// gets wrong.
//
// usage: block_table PAGE.html...
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "indexer/extract/block_features.hpp"
#include "indexer/extract/class_words.hpp"
#include "indexer/extract/html_page.hpp"

using namespace broadsheet;
using namespace broadsheet::indexer;

namespace {

std::string read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

const char* kind_name(BlockKind kind) {
  switch (kind) {
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::heading:
      return "heading";
    case BlockKind::item:
      return "item";
    case BlockKind::quote:
      return "quote";
    default:
      return "other";
  }
}

std::string path_of(const Dom& dom, NodeId id) {
  std::string path;
  for (; id != no_node; id = dom.parent(id)) {
    std::string step(tag_name(dom, id));
    const std::string words = class_words(dom, id);
    if (!words.empty()) step += "." + words;
    path = step + (path.empty() ? "" : " > " + path);
  }
  return path;
}

nlohmann::json to_json(const PageReading& page, std::size_t i) {
  const Block& block = page.blocks[i];
  nlohmann::json line;
  line["text"] = block.text;
  line["kind"] = kind_name(block.kind);
  line["good"] = block.good;
  line["weight"] = block.weight;
  line["link_share"] = block.link_share();
  line["path"] = path_of(page.dom, block.node);
  line["after_headline"] = page.headline != no_node && block.first > page.headline;
  const std::size_t width = feature_names().size();
  const auto row = page.features.begin() + static_cast<std::ptrdiff_t>(i * width);
  const std::vector<float> figures(row, row + static_cast<std::ptrdiff_t>(width));
  // Those of zeros are of blocks that are told without a score.
  if (std::ranges::any_of(figures, [](float figure) { return figure != 0; })) {
    line["features"] = figures;
  }
  if (page.verdicts.empty()) return line;
  const Verdict& verdict = page.verdicts[i];
  line["kept"] = verdict.reason == Reason::story;
  line["reason"] = reason_text(verdict.reason);
  if (verdict.reason == Reason::line) line["line"] = line_kind_name(verdict.line);
  if (verdict.element != no_node) line["by"] = path_of(page.dom, verdict.element);
  return line;
}

}  // namespace

int main(int argc, char** argv) {
  const Instant now = current_instant();
  for (int i = 1; i < argc; ++i) {
    PageReading page;
    const RawItem item{ItemFormat::html, read_file(argv[i]), argv[i]};
    const Result<Extraction> extraction = extract_html(item, now, &page);
    nlohmann::json line;
    line["id"] = std::filesystem::path(argv[i]).stem().string();
    if (!extraction) line["error"] = extraction.error().message;
    if (extraction) line["notes"] = extraction->notes;
    line["feature_names"] = feature_names();
    line["blocks"] = nlohmann::json::array();
    for (std::size_t b = 0; b < page.blocks.size(); ++b) line["blocks"].push_back(to_json(page, b));
    std::cout << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
  }
}
