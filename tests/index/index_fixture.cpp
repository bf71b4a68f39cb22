#include "tests/index/index_fixture.hpp"

#include <stdlib.h>

#include <xapian.h>
#include <chrono>
#include <fstream>

#include "indexer/index_run.hpp"
#include "schema/article_codec.hpp"
#include "schema/index_directory.hpp"
#include "tests/index/line_source.hpp"

namespace broadsheet::indexer {

namespace fs = std::filesystem;

Contents contents_of(const fs::path& index) {
  Contents contents;
  const auto generation = current_generation(index);
  if (!generation) return contents;
  const Xapian::Database database(generation->path.string());
  for (auto posting = database.postlist_begin({}); posting != database.postlist_end({});
       ++posting) {
    const Xapian::Document document = database.get_document(*posting);
    Article article = decode_article(document.get_data()).value();
    article.first_seen.reset();
    Held held{encode_article(article), {}};
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      std::string text = *term + ' ' + std::to_string(term.get_wdf());
      for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) {
        text += ' ' + std::to_string(*at);
      }
      held.terms.push_back(std::move(text));
    }
    contents.emplace(article.id, std::move(held));
  }
  return contents;
}

std::vector<std::string> ids_of(const fs::path& index) {
  std::vector<std::string> ids;
  for (const auto& [id, held] : contents_of(index)) ids.push_back(id);
  return ids;
}

IndexFixture::IndexFixture() {
  std::string pattern = (fs::temp_directory_path() / "broadsheet-index-XXXXXX").string();
  root_ = fs::canonical(::mkdtemp(pattern.data()));
  fs::create_directory(folder());
}

IndexFixture::~IndexFixture() {
  std::error_code ignored;
  fs::remove_all(root_, ignored);
}

void IndexFixture::write(const std::string& name, const std::string& content) {
  const fs::path path = folder() / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << content;
  const auto hour_ago = fs::file_time_type::clock::now() - std::chrono::hours(1);
  fs::last_write_time(path, hour_ago + std::chrono::milliseconds(++written_));
}

void IndexFixture::remove(const std::string& name) { fs::remove(folder() / name); }

Result<IndexReport> IndexFixture::run(const std::vector<std::string>& names, IndexOptions options) {
  return run_into(index(), names, std::move(options));
}

Result<IndexReport> IndexFixture::run_into(const fs::path& index,
                                           const std::vector<std::string>& names,
                                           IndexOptions options) {
  std::vector<std::string> inputs;
  for (const std::string& name : names)
    inputs.push_back(name == "-" ? name : (folder() / name).string());
  if (inputs.empty()) inputs.push_back(folder().string());
  options.index = index;
  if (options.threads == 0) options.threads = 2;
  notices.clear();
  acknowledged.clear();
  skipped.clear();
  IndexListener listener;
  listener.notice = [this](const std::string& message) { notices.push_back(message); };
  listener.skipped = [this](const Skipped& skip) {
    skipped.push_back(skip.input + ": " + error_code_name(skip.error.code));
  };
  listener.acknowledged = [this](std::uint64_t articles, const std::string&) {
    acknowledged.push_back(std::to_string(articles));
  };
  return index_from(line_source(), inputs, options, listener);
}

}  // namespace broadsheet::indexer
