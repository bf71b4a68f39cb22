#include "indexer/extract_inputs.hpp"

#include <algorithm>
#include <atomic>
#include <optional>
#include <thread>
#include <utility>

#include "indexer/extract/explain.hpp"
#include "indexer/extract/marked_page.hpp"
#include "indexer/identity.hpp"
#include "indexer/input_walker.hpp"
#include "indexer/page_source.hpp"
#include "schema/date.hpp"

namespace broadsheet::indexer {
namespace {

// Held in memory at once: items may be megabytes, but seldom are.
constexpr std::size_t batch_items = 128;
constexpr std::size_t batch_bytes = 32u << 20;

void identify(const std::string& name, Extraction& extraction) {
  Article& article = extraction.article;
  const bool given = !article.id.empty();
  const bool believed = !given && is_believable_canonical(extraction.canonical_url, article.url);
  if (!given) article.id = believed ? extraction.canonical_url : name;
  extraction.notes.emplace_back(given      ? "id: the input's"
                                : believed ? "id: the canonical URL"
                                           : "id: what the input is called");
}

// Gathers items and extracts them a batch at a time.
class Batch {
 public:
  Batch(const ArticleSource& source, const TakeExtraction& take) : source_(source), take_(take) {}

  void add(Result<RawItem> item, const std::string& name) {
    if (item) bytes_ += item->content.size();
    items_.push_back({name, std::move(item), std::nullopt});
    if (items_.size() >= batch_items || bytes_ >= batch_bytes) finish();
  }

  void finish() {
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
      for (std::size_t i; (i = next++) < items_.size();) extract(items_[i]);
    };
    {
      std::vector<std::jthread> threads;
      const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
      for (unsigned i = 1; i < cores && i < items_.size(); ++i) threads.emplace_back(work);
      work();
    }
    for (Item& item : items_) take_(item.name, std::move(*item.extraction));
    items_.clear();
    bytes_ = 0;
  }

 private:
  struct Item {
    std::string name;
    Result<RawItem> raw;
    std::optional<Result<Extraction>> extraction;
  };

  void extract(Item& item) const {
    if (!item.raw) {
      item.extraction = item.raw.error();
      return;
    }
    item.extraction = source_.extract(*item.raw);
    if (*item.extraction) identify(item.name, **item.extraction);
  }

  const ArticleSource& source_;
  const TakeExtraction& take_;
  std::vector<Item> items_;
  std::size_t bytes_ = 0;
};

}  // namespace

void extract_inputs(const std::vector<std::string>& inputs, const TakeExtraction& take) {
  const Extractor extractor(current_instant());
  const ArticleSource source = page_source(extractor);
  FoundInputs found = find_inputs(inputs, {});
  for (Skipped& skipped : found.skipped) take(skipped.input, std::move(skipped.error));
  Batch batch(source, take);
  for (std::size_t i = 0; i < found.files.size(); ++i) {
    source.read(found.files[i], [&batch](Result<RawItem> item, const std::string& name) {
      batch.add(std::move(item), name);
      return true;
    });
  }
  batch.finish();
}

void explain_inputs(const std::vector<std::string>& inputs, const TakeExplanation& take) {
  const Extractor extractor(current_instant());
  const ArticleSource source = page_source(extractor);
  FoundInputs found = find_inputs(inputs, {});
  for (Skipped& skipped : found.skipped) take(std::move(skipped.error));
  for (std::size_t i = 0; i < found.files.size(); ++i) {
    source.read(found.files[i], [&](Result<RawItem> item, const std::string& name) {
      if (!item) {
        take(item.error());
        return true;
      }
      ItemReading reading;
      Result<Extraction> extraction = extractor.extract(*item, &reading);
      if (extraction) identify(name, *extraction);
      take(Explanation{explain_item(name, extraction, reading), extraction.has_value()});
      return true;
    });
  }
}

Result<std::string> mark_input(const std::vector<std::string>& inputs) {
  std::vector<Result<RawItem>> items;
  FoundInputs found = find_inputs(inputs, {});
  for (Skipped& skipped : found.skipped) items.emplace_back(std::move(skipped.error));
  const Extractor extractor(current_instant());
  const ArticleSource source = page_source(extractor);
  for (std::size_t i = 0; i < found.files.size() && items.size() < 2; ++i) {
    source.read(found.files[i], [&](Result<RawItem> item, const std::string& /*name*/) {
      items.push_back(std::move(item));
      return items.size() < 2;
    });
  }
  const auto refuse = [](const std::string& what) {
    return Error{ErrorCode::invalid_request, "one web page can be marked: " + what, {}};
  };
  if (items.empty()) return refuse("the inputs hold none");
  if (items.size() > 1) return refuse("the inputs hold several items");
  if (!items.front()) return items.front().error();
  const RawItem& item = *items.front();
  if (item.format != ItemFormat::html) return refuse(item.name + " is none");
  ItemReading reading;
  Result<Extraction> extraction = extractor.extract(item, &reading);
  if (!extraction && reading.page.dom.size() == 0) return extraction.error();
  if (extraction) identify(item.name, *extraction);
  return mark_page(item.name, extraction, reading.page);
}

}  // namespace broadsheet::indexer
