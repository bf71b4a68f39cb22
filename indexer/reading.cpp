#include "indexer/reading.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <thread>
#include <unordered_map>
#include <utility>

#include "indexer/site_learning.hpp"
#include "schema/article_codec.hpp"

namespace broadsheet::indexer {
namespace {

// Between the reading thread and the extracting ones.
constexpr std::size_t batch_items = 32;
constexpr std::size_t batch_bytes = 512 << 10;
constexpr std::size_t batches_per_thread = 4;

// A file changed so shortly before the run may change again within the clock's grain.
constexpr std::int64_t settled_after_ns = 20'000'000;

struct Item {
  std::uint64_t sequence;
  std::uint32_t file;
  RawItem raw;
};

struct Batch {
  std::vector<Item> items;
  std::size_t bytes = 0;
};

class BatchQueue {
 public:
  explicit BatchQueue(std::size_t bound) : bound_(bound) {}

  // False once stopped.
  bool push(Batch batch) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [this] { return batches_.size() < bound_ || stopped_; });
    if (stopped_) return false;
    batches_.push_back(std::move(batch));
    ready_.notify_one();
    return true;
  }

  // Nothing at the end.
  std::optional<Batch> pop() {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [this] { return !batches_.empty() || closed_ || stopped_; });
    if (stopped_ || batches_.empty()) return std::nullopt;
    Batch batch = std::move(batches_.front());
    batches_.pop_front();
    room_.notify_one();
    return batch;
  }

  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    ready_.notify_all();
  }

  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    ready_.notify_all();
    room_.notify_all();
  }

 private:
  const std::size_t bound_;
  std::mutex mutex_;  // Guards all below.
  std::condition_variable room_;
  std::condition_variable ready_;
  std::deque<Batch> batches_;
  bool closed_ = false;
  bool stopped_ = false;
};

// What the threads of one read_files() share.
struct Shared {
  const ArticleSource& source;
  const FoundFiles& files;
  const ReadingOptions& options;
  Reporter& reporter;
  BatchQueue queue;
  std::atomic<std::uint64_t> articles{0};
  std::atomic<std::uint64_t> bytes_done{0};
  std::uint64_t bytes_total = 0;
  std::mutex mutex;  // Guards read and failure.
  ReadArticles& read;
  std::exception_ptr failure;

  void skip(std::uint32_t file, Skipped skipped) {
    reporter.skip(skipped);
    const std::lock_guard lock(mutex);
    FileSkips& skips = read.skips[file];
    ++skips.counts[skipped.error.code];
    if (skips.named.size() < LedgerEntry::max_named_skips)
      skips.named.push_back(std::move(skipped));
  }

  void fail(std::exception_ptr exception) {
    const std::lock_guard lock(mutex);
    if (!failure) failure = std::move(exception);
    queue.stop();
  }

  void tell_progress() {
    reporter.progress({articles.load(), bytes_done.load(), bytes_total, "reading"});
  }
};

Residents open_residents(const std::optional<std::filesystem::path>& generation) {
  if (!generation) return Residents(std::nullopt);
  return Residents(Xapian::Database(generation->string()));
}

// Extracts, compares with the index, spools.  One per thread.
class Worker {
 public:
  Worker(Shared& shared, std::uint32_t spool_file)
      : shared_(shared),
        spool_(shared.options.spool, spool_file),
        residents_(open_residents(shared.options.current)) {}

  void run() {
    while (auto batch = shared_.queue.pop()) {
      for (Item& item : batch->items) take(item);
      shared_.tell_progress();
    }
    spool_.flush();
  }

  std::vector<Entry>& entries() { return entries_; }

 private:
  void take(Item& item) {
    auto extraction = shared_.source.extract(item.raw);
    if (!extraction) {
      return shared_.skip(item.file, {item.raw.name, extraction.error()});
    }
    admit(item, *extraction);
    ++shared_.articles;
  }

  void admit(const Item& item, Extraction& extraction) {
    const InputFile file = shared_.files[item.file];
    Article& article = extraction.article;
    article.first_seen.reset();
    Entry entry;
    entry.sequence = item.sequence;
    entry.file = item.file;
    entry.item = item_number(file.name, item.raw.name);
    entry.fields = field_bits(article);
    if (article.published) entry.order = article.published->order().time_since_epoch().count();
    if (!article.published) entry.order = INT64_MIN;
    const std::string name = claim(item, file, extraction, entry);
    if (item.raw.format != ItemFormat::json) {
      entry.site = site_key(site_name(article, item.raw.name));
    }
    const std::string encoded = encode_article(article);
    entry.same_as = find_same(entry, article);
    if (entry.same_as == 0 || entry.kind == ClaimKind::canonical_url) {
      const bool claims_url = entry.kind == ClaimKind::canonical_url;
      entry.place = spool_.append(name, claims_url ? extraction.canonical_url : "", encoded);
    }
    entries_.push_back(entry);
  }

  // Fills in what the article claims to be.  Returns what its document calls its origin.
  static std::string claim(const Item& item, const InputFile& file, Extraction& extraction,
                           Entry& entry) {
    Article& article = extraction.article;
    const bool is_page = item.raw.format != ItemFormat::json && !file.is_standard_input();
    const bool believable = is_believable_canonical(extraction.canonical_url, article.url);
    if (article.id.empty() && believable && !is_page) article.id = extraction.canonical_url;
    if (article.id.empty() && !believable && file.is_standard_input()) {
      article.id = content_name(article);
    }
    if (!article.id.empty()) {
      entry.kind = ClaimKind::given_id;
      entry.claim = to_key(article_key(article.id));
      if (file.is_standard_input()) return {};
      entry.origin = to_key(article_key(file.name));
      return file.name;
    }
    entry.origin = to_key(article_key(item.raw.name));
    entry.kind = believable ? ClaimKind::canonical_url : ClaimKind::name;
    entry.claim = believable ? to_key(article_key(extraction.canonical_url)) : entry.origin;
    if (believable) entry.headline = headline_hash(article.headline);
    return item.raw.name;
  }

  // The document that is this article, word for word, from the same place.
  Xapian::docid find_same(const Entry& entry, const Article& article) const {
    if (residents_.empty()) return 0;
    if (const Xapian::docid docid = residents_.with_id(entry.claim)) {
      if (is_same(docid, entry, article)) return docid;
    }
    if (entry.kind != ClaimKind::canonical_url) return 0;
    const Xapian::docid docid = residents_.with_id(entry.origin);
    return docid != 0 && is_same(docid, entry, article) ? docid : 0;
  }

  bool is_same(Xapian::docid docid, const Entry& entry, const Article& article) const {
    if (residents_.origin(docid) != entry.origin) return false;
    if (entry.kind == ClaimKind::canonical_url && !residents_.claims(docid, entry.claim))
      return false;
    const std::string data = residents_.data(docid);
    const auto resident = decode_article(data);
    if (!resident) return false;
    Article expected = article;
    expected.id = resident->id;
    expected.first_seen = resident->first_seen;
    if (encode_article(expected) == data) return true;
    return leave_out(expected, lines_of(entry.site)) > 0 && encode_article(expected) == data;
  }

  // What the index knows of the site.
  const OwnLines& lines_of(SiteKey site) const {
    const auto [known, is_new] = lines_.try_emplace(site);
    if (is_new) {
      const auto sample = find_site_sample(residents_.database(), site);
      if (sample) known->second = sample->own_lines();
    }
    return known->second;
  }

  Shared& shared_;
  SpoolWriter spool_;
  Residents residents_;
  mutable std::unordered_map<SiteKey, OwnLines> lines_;  // As far as asked for.
  std::vector<Entry> entries_;
};

// Hands the items of files to the queue, those of small files together.
class Feeder {
 public:
  explicit Feeder(Shared& shared) : shared_(shared) {}

  // False if the run was stopped.
  bool feed(std::uint32_t number) {
    const InputFile file = shared_.files[number];
    const std::uint64_t bytes_before = shared_.bytes_done;
    number_ = number;
    items_ = 0;
    unreadable_ = false;
    shared_.source.read(file, [this](Result<RawItem> item, const std::string& name) {
      return take(std::move(item), name);
    });
    shared_.bytes_done = bytes_before + file.size_bytes;
    return running_;
  }

  void finish() {
    if (running_ && !batch_.items.empty()) shared_.queue.push(std::move(batch_));
    shared_.queue.close();
  }

  bool was_unreadable() const { return unreadable_; }

 private:
  bool take(Result<RawItem> item, const std::string& name) {
    ++items_;
    if (!item) {
      unreadable_ = unreadable_ || item.error().code == ErrorCode::unreadable;
      shared_.skip(number_, {name, item.error()});
      return running_;
    }
    const std::size_t size = item->content.size();
    batch_.bytes += size;
    batch_.items.push_back({std::uint64_t{number_} << 32 | items_, number_, std::move(*item)});
    shared_.bytes_done += size;
    if (batch_.items.size() >= batch_items || batch_.bytes >= batch_bytes) {
      running_ = shared_.queue.push(std::exchange(batch_, {}));
    }
    return running_;
  }

  Shared& shared_;
  Batch batch_;
  std::uint32_t number_ = 0;
  std::uint32_t items_ = 0;  // Of this file.
  bool running_ = true;
  bool unreadable_ = false;
};

std::int64_t now_ns() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

// Whether the file is still what the walk saw, and has been for a while.
bool is_settled(const InputFile& file, std::int64_t started_ns) {
  struct stat status {};
  if (file.is_standard_input() || ::stat(file.path.c_str(), &status) != 0) return false;
  const std::int64_t modified =
      std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
  return static_cast<std::uint64_t>(status.st_size) == file.size_bytes &&
         modified == file.modified_ns && modified < started_ns - settled_after_ns;
}

void feed_all(Shared& shared, const std::vector<std::uint32_t>& numbers) {
  const std::int64_t started_ns = now_ns();
  Feeder feeder(shared);
  for (const std::uint32_t number : numbers) {
    if (!feeder.feed(number)) return;
    if (!feeder.was_unreadable() && is_settled(shared.files[number], started_ns)) {
      shared.read.recordable.push_back(number);
    }
  }
  feeder.finish();
}

void run_worker(Shared& shared, std::uint32_t spool_file) {
  try {
    Worker worker(shared, spool_file);
    worker.run();
    const std::lock_guard lock(shared.mutex);
    shared.read.entries.insert(shared.read.entries.end(), worker.entries().begin(),
                               worker.entries().end());
  } catch (...) {
    shared.fail(std::current_exception());
  }
}

}  // namespace

std::uint16_t field_bits(const Article& article) {
  const std::array<bool, field_names.size()> has = {
      !article.headline.empty(), !article.body.empty(),     article.published.has_value(),
      !article.section.empty(),  !article.people.empty(),   !article.authors.empty(),
      !article.source.empty(),   !article.language.empty(), !article.url.empty(),
      !article.image.empty()};
  unsigned bits = 0;
  for (std::size_t i = 0; i < has.size(); ++i) bits |= (has[i] ? 1U : 0U) << i;
  return static_cast<std::uint16_t>(bits);
}

void Reporter::skip(const Skipped& skipped) {
  const std::lock_guard lock(mutex_);
  ++skipped_[skipped.error.code];
  if (listener_.skipped) listener_.skipped(skipped);
}

void Reporter::count_skipped(ErrorCode code, std::uint64_t count) {
  const std::lock_guard lock(mutex_);
  skipped_[code] += count;
}

std::map<ErrorCode, std::uint64_t> Reporter::skipped() const {
  const std::lock_guard lock(mutex_);
  return skipped_;
}

void Reporter::notice(const std::string& message) {
  const std::lock_guard lock(mutex_);
  if (listener_.notice) listener_.notice(message);
}

void Reporter::acknowledge(std::uint64_t articles, const std::string& where) {
  const std::lock_guard lock(mutex_);
  if (listener_.acknowledged) listener_.acknowledged(articles, where);
}

void Reporter::progress(const Progress& progress) {
  if (!listener_.progress) return;
  const auto now = std::chrono::steady_clock::now();
  const std::lock_guard lock(mutex_);
  if (progress.stage == stage_ && now - last_progress_ < std::chrono::milliseconds(100)) return;
  last_progress_ = now;
  stage_ = progress.stage;
  listener_.progress(progress);
}

void read_files(const ArticleSource& source, const FoundFiles& files,
                const std::vector<std::uint32_t>& numbers, const ReadingOptions& options,
                Reporter& reporter, ReadArticles& read) {
  if (numbers.empty()) return;
  Shared shared{source, files, options, reporter, BatchQueue(options.threads * batches_per_thread),
                {},     {},    0,       {},       read,
                {}};
  for (const std::uint32_t number : numbers) {
    const InputFile file = files[number];
    if (file.is_standard_input()) {
      shared.bytes_total = 0;
      break;
    }
    shared.bytes_total += file.size_bytes;
  }
  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < options.threads; ++i) {
    threads.emplace_back(run_worker, std::ref(shared), read.spool_files + i);
  }
  try {
    feed_all(shared, numbers);
  } catch (...) {
    shared.fail(std::current_exception());
  }
  for (std::jthread& thread : threads) thread.join();
  if (shared.failure) std::rethrow_exception(shared.failure);
  read.spool_files += options.threads;
  std::sort(read.entries.begin(), read.entries.end(),
            [](const Entry& a, const Entry& b) { return a.sequence < b.sequence; });
  std::sort(read.recordable.begin(), read.recordable.end());
}

}  // namespace broadsheet::indexer
