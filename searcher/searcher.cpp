#include "searcher/searcher.hpp"

#include <algorithm>
#include <condition_variable>
#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string_view>
#include <thread>
#include <utility>

#include "schema/article_codec.hpp"
#include "schema/date.hpp"
#include "schema/document.hpp"
#include "schema/fields.hpp"
#include "searcher/date_histogram.hpp"
#include "searcher/date_order.hpp"
#include "searcher/deadline.hpp"
#include "searcher/facet_counts.hpp"
#include "searcher/highlight.hpp"
#include "searcher/match.hpp"
#include "searcher/person_table.hpp"
#include "searcher/query_parser.hpp"
#include "searcher/ranking.hpp"
#include "searcher/snapshot.hpp"
#include "searcher/spelling.hpp"

namespace broadsheet::searcher {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds follow_interval(250);
constexpr std::chrono::minutes vocabulary_interval(1);

// A try is worth repeating for this long while commits overtake it, and this often when what it
// read looks damaged.
constexpr std::chrono::seconds longest_chase(5);
constexpr int max_damaged = 5;

// Counting fewer matches takes less time than starting a thread.
constexpr Xapian::doccount worth_a_thread = 20'000;

// For a reader, when all are out; a request's own time begins when it has one.
constexpr std::chrono::seconds longest_wait(2);

SnapshotOptions snapshot_options(const SearcherOptions& options) {
  const unsigned most = std::max(4U, 2 * std::thread::hardware_concurrency());
  const unsigned helpers = std::max(1U, std::thread::hardware_concurrency());
  return {options.readers != 0 ? options.readers : most, helpers, options.cache_bytes};
}

// Tells whether reading the index once more may help after it has failed.
class Patience {
 public:
  bool lasts() const { return SteadyClock::now() < end_; }

  // A block that a later commit has written over may also look damaged (DatabaseCorruptError)
  // before Xapian notices why (DatabaseModifiedError).
  bool bears(const Xapian::Error& error) {
    const bool is_overtaken = std::string_view(error.get_type()) == "DatabaseModifiedError";
    return is_overtaken ? lasts() : ++damaged_ <= max_damaged;
  }

 private:
  SteadyClock::time_point end_ = SteadyClock::now() + longest_chase;
  int damaged_ = 0;
};

Error unavailable(const std::filesystem::path& index, const Xapian::Error& error) {
  return {ErrorCode::index_unavailable,
          "The index " + index.string() + " cannot be read: " + error.get_description(), ""};
}

std::string joined(const std::vector<std::string>& notes) {
  std::string text;
  for (const std::string& note : notes) text += (text.empty() ? "" : " ") + note;
  return text;
}

bool has_form_of_key(const std::string& text) {
  return text.size() == 16 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7');
         });
}

std::optional<Article> fetch(const Reader& reader, Xapian::docid docid) {
  Result<Article> article = decode_article(reader.database().get_document(docid).get_data());
  if (!article) return std::nullopt;
  return std::move(*article);
}

// Those the story is about first.
std::vector<ResultPerson> people_of(Xapian::docid docid, const Columns& columns) {
  std::vector<ResultPerson> people;
  for (const FacetField field : {FacetField::about, FacetField::person}) {
    const FacetColumn& column = columns.facet(field);
    const Dictionary& dictionary = column.dictionary();
    for (const Dictionary::Number value : column.values(docid)) {
      const Dictionary::Number name = dictionary.name_of(value);
      const auto is_it = [&](const ResultPerson& other) { return other.id == dictionary.id(name); };
      if (std::ranges::none_of(people, is_it)) {
        people.push_back({dictionary.id(name), dictionary.label(name)});
      }
    }
  }
  return people;
}

// Its people under the names by which the archive knows them.
void name_people(Article& article, Xapian::docid docid, const Columns& columns) {
  for (Person& person : article.people) {
    const Dictionary::Number value = columns.named_people().dictionary().number(person.name);
    if (value != 0) person.name = columns.people().name(value, docid, columns.day(docid));
  }
}

// Its section as the operator has it.
void name_section(Article& article, Xapian::docid docid, const Columns& columns) {
  const FacetColumn& sections = columns.facet(FacetField::section);
  for (const Dictionary::Number value : sections.values(docid)) {
    article.section = sections.dictionary().text(value);
  }
}

SearchResult to_result(const Article& article, double score, Highlighter& highlighter,
                       bool with_snippet) {
  SearchResult result;
  result.id = article.id;
  result.key = article_key(article.id);
  result.url = article.url;
  result.headline = highlighter.headline(article);
  if (with_snippet) result.snippet = highlighter.snippet(article);
  result.published = article.published;
  result.section = article.section;
  result.authors = article.authors;
  result.source = article.source;
  result.language = article.language;
  result.image = article.image;
  result.score = score;
  return result;
}

// Makes one response from one snapshot.
class Answer {
 public:
  Answer(const SearchRequest& request, const ParsedQuery& parsed,
         const std::optional<Cursor>& cursor, Snapshot& snapshot, const Vocabulary& vocabulary,
         Reader& reader, Instant now, SteadyClock::time_point deadline)
      : request_(request),
        parsed_(parsed),
        cursor_(cursor),
        filters_(snapshot.filters()),
        columns_(snapshot.columns()),
        vocabulary_(vocabulary),
        reader_(reader),
        now_(now),
        deadline_(deadline) {
    response_.etag = snapshot.tag(now_);
  }

  SearchResponse make() && {
    response_.request = request_;
    response_.parsed = to_text(parsed_.query);
    notes_ = parsed_.notes;
    Matches matches = find_matches();
    const RankedWords words = ranked_words(parsed_.query, matches, reader_);
    const Filtered filtered = apply_filters(request_, std::move(matches.documents), filters_);
    const CountedSet passing(filtered.passing, columns_);
    std::future<void> counting = start_counting(filtered, passing);
    take_page(filtered.passing, words);
    counting.get();
    if (request_.page == 1) suggest();
    if (misses_snippets_) notes_.push_back("Time ran out before all snippets were made.");
    if (!notes_.empty()) response_.degraded = joined(notes_);
    return std::move(response_);
  }

 private:
  // Leaves a part of the time to ranking.
  Matches find_matches() {
    const auto start = SteadyClock::now();
    Deadline deadline(start + (deadline_.end() - start) / 4 * 3);
    Matches matches =
        match_query(parsed_.query, columns_.visible(now_), columns_, reader_, deadline);
    notes_.insert(notes_.end(), matches.notes.begin(), matches.notes.end());
    if (deadline.passed_now()) notes_.push_back("Time ran out before all matches were found.");
    if (!matches.complete) response_.relation = Relation::at_least;
    return matches;
  }

  // What it writes nobody reads before it is done.
  std::future<void> start_counting(const Filtered& filtered, const CountedSet& passing) {
    const auto work = [this, &filtered, &passing](const Xapian::Database&) {
      count(filtered, passing);
    };
    if (passing.listed_count >= worth_a_thread) return reader_.beside(work);
    return std::async(std::launch::deferred, work, std::ref(reader_.database()));
  }

  void count(const Filtered& filtered, const CountedSet& passing) {
    const bool exact = response_.relation == Relation::exact;
    response_.total = filtered.passing.count();
    response_.articles = response_.total;
    const auto reachable = std::min<std::uint64_t>(response_.total, SearchRequest::max_results);
    response_.pages =
        static_cast<std::uint32_t>((reachable + request_.page_size - 1) / request_.page_size);
    response_.pages = std::min(response_.pages, SearchRequest::max_results / request_.page_size);
    for (const FacetField field : request_.facets) {
      Facet& facet = response_.facets[field];
      const auto own = filtered.only_failing.find(field);
      if (own == filtered.only_failing.end()) {
        facet = count_facet(field, request_, passing, columns_);
      } else {
        DocSet without_own = filtered.passing;
        without_own |= own->second;
        facet = count_facet(field, request_, {std::move(without_own), columns_}, columns_);
      }
      facet.exact = exact;
    }
    if (!request_.date_facet) return;
    response_.date_facet = count_dates(request_, passing, columns_, now_);
    response_.date_facet->exact = exact;
  }

  void suggest() {
    response_.suggestion = suggest_query(request_, parsed_, response_.total, vocabulary_, filters_,
                                         now_, reader_, deadline_);
  }

  void take_page(const DocSet& documents, const RankedWords& words) {
    const std::uint32_t first = (request_.page - 1) * request_.page_size;
    Highlighter highlighter(words.words, reader_);
    if (request_.order_by == SortOrder::relevance && !words.empty()) {
      const Ranking ranking = rank(parsed_.query, words, documents, columns_, reader_, now_,
                                   deadline_, first, request_.page_size);
      for (const Ranked& ranked : ranking.results) add(ranked, request_.explain, highlighter);
      if (!ranking.complete) notes_.push_back("Time ran out before all matches were ranked.");
      return;
    }
    // Without words there is nothing to rank by.
    const SortOrder order =
        request_.order_by == SortOrder::oldest ? SortOrder::oldest : SortOrder::newest;
    const DatePage page = date_page(documents, columns_, order, cursor_, first, request_.page_size);
    for (const Xapian::docid docid : page.documents) add({docid, 0, {}}, false, highlighter);
    if (page.next && request_.order_by != SortOrder::relevance) {
      response_.next_cursor = encode_cursor(*page.next);
    }
  }

  void add(const Ranked& ranked, bool explained, Highlighter& highlighter) {
    std::optional<Article> article = fetch(reader_, ranked.docid);
    if (!article) return;
    name_section(*article, ranked.docid, columns_);
    const bool in_time = !deadline_.passed_now();
    if (!in_time) misses_snippets_ = true;
    SearchResult result = to_result(*article, ranked.score, highlighter, in_time);
    result.people = people_of(ranked.docid, columns_);
    if (explained) result.explanation = ranked.parts;
    response_.results.push_back(std::move(result));
  }

  const SearchRequest& request_;
  const ParsedQuery& parsed_;
  const std::optional<Cursor>& cursor_;
  FilterSets& filters_;
  const Columns& columns_;
  const Vocabulary& vocabulary_;
  Reader& reader_;
  Instant now_;
  Deadline deadline_;
  std::vector<std::string> notes_;
  bool misses_snippets_ = false;
  SearchResponse response_;
};

}  // namespace

struct Searcher::Impl {
  std::filesystem::path index;
  SearcherOptions options;

  mutable std::mutex mutex;  // Guards snapshot and vocabulary.
  std::shared_ptr<Snapshot> snapshot;
  // Shared by those whose requests it serves; of the current snapshot or an earlier one.
  std::shared_ptr<const Vocabulary> vocabulary = std::make_shared<const Vocabulary>();
  std::mutex refresh_mutex;  // Held while the next snapshot is made: one at a time.

  // The follower's, once there is one.
  std::weak_ptr<Snapshot> vocabulary_of;
  SteadyClock::time_point next_vocabulary;
  std::jthread follower;  // Last: stops before the rest goes.

  std::shared_ptr<Snapshot> current() const {
    const std::lock_guard lock(mutex);
    return snapshot;
  }

  std::shared_ptr<const Vocabulary> current_vocabulary() const {
    const std::lock_guard lock(mutex);
    return vocabulary;
  }

  // Makes `seen` give way to a newer snapshot if there is one.
  std::optional<Error> refresh(const std::shared_ptr<Snapshot>& seen) {
    const std::lock_guard refreshing(refresh_mutex);
    if (seen && current() != seen) return std::nullopt;
    Result<std::shared_ptr<Snapshot>> next = open_next();
    if (!next) return next.error();
    const std::lock_guard lock(mutex);
    snapshot = std::move(*next);
    return std::nullopt;
  }

  Result<std::shared_ptr<Snapshot>> open_next() {
    Patience patience;
    while (true) {
      try {
        return Snapshot::open(index, snapshot_options(options), current());
      } catch (const Xapian::Error& error) {
        // The generation may have given way to another one in between, or a commit to the next.
        if (!patience.bears(error)) return unavailable(index, error);
      }
    }
  }

  // Reads that of the current snapshot if it is time to.  If it fails the old one goes on serving.
  void refresh_vocabulary() {
    const std::shared_ptr<Snapshot> seen = current();
    if (vocabulary_of.lock() == seen || SteadyClock::now() < next_vocabulary) return;
    const auto lease = seen->borrow(SteadyClock::now());
    if (!lease) return;
    try {
      const Xapian::Database& database = lease->reader().database();
      auto next = std::make_shared<const Vocabulary>(Vocabulary::read(database));
      const std::lock_guard lock(mutex);
      vocabulary = std::move(next);
    } catch (const Xapian::Error&) {
      return;  // The index has moved on.
    }
    vocabulary_of = seen;
    next_vocabulary = SteadyClock::now() + vocabulary_interval;
  }

  void follow(const std::stop_token& stop) {
    std::mutex waiting;
    std::condition_variable_any wake;
    std::unique_lock lock(waiting);
    while (!wake.wait_for(lock, stop, follow_interval, [&] { return stop.stop_requested(); })) {
      // If it fails the old snapshot goes on serving, and the next round tries again.
      refresh(nullptr);
      refresh_vocabulary();
    }
  }

  // Runs work(snapshot, reader, deadline) on the current snapshot, again on a fresh one if the
  // index has moved on under it.
  template <typename T, typename Work>
  Result<T> with_reader(Work work) {
    Patience patience;
    while (true) {
      const std::shared_ptr<Snapshot> seen = current();
      const auto lease = seen->borrow(SteadyClock::now() + longest_wait);
      if (!lease) {
        return Error{ErrorCode::index_unavailable, "Too many searches at once; try again.", ""};
      }
      try {
        Result<T> result = work(*seen, lease->reader(), SteadyClock::now() + options.deadline);
        // Nor need such a block look like anything: what was there is then not found.
        const bool missing = !result && result.error().code == ErrorCode::not_found;
        if (!missing || !patience.lasts() || refresh(seen) || current() == seen) return result;
        continue;
      } catch (const Xapian::Error& error) {
        if (!patience.bears(error)) return unavailable(index, error);
      }
      if (const auto error = refresh(seen)) return *error;
    }
  }

  Result<SearchResponse> answer(const SearchRequest& request, const std::optional<Cursor>& cursor) {
    const std::shared_ptr<Snapshot> seen = current();
    const Instant now = options.clock();
    if (auto kept = seen->responses().find(seen->tag(now), request)) return std::move(*kept);
    const ParsedQuery parsed =
        parse_query(request.query, std::chrono::floor<std::chrono::days>(now));
    const std::shared_ptr<const Vocabulary> words = current_vocabulary();
    return with_reader<SearchResponse>(
        [&](Snapshot& asked, Reader& reader, SteadyClock::time_point deadline) {
          SearchResponse made =
              Answer(request, parsed, cursor, asked, *words, reader, now, deadline).make();
          asked.responses().put(made);
          return made;
        });
  }
};

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::~Searcher() = default;

Result<std::unique_ptr<Searcher>> Searcher::open(const std::filesystem::path& index,
                                                 const SearcherOptions& options) {
  auto impl = std::make_unique<Impl>();
  impl->index = index;
  impl->options = options;
  if (const auto error = impl->refresh(nullptr)) return *error;
  impl->refresh_vocabulary();
  if (options.follow) {
    impl->follower =
        std::jthread([&state = *impl](const std::stop_token& stop) { state.follow(stop); });
  }
  return std::unique_ptr<Searcher>(new Searcher(std::move(impl)));
}

Result<SearchResponse> Searcher::search(const SearchRequest& request) const {
  const auto start = SteadyClock::now();
  std::optional<Cursor> cursor;
  if (!request.cursor.empty()) {
    cursor = decode_cursor(request.cursor);
    if (!cursor || cursor->order != request.order_by) {
      return Error{ErrorCode::invalid_request,
                   "'cursor' is not the next_cursor of an earlier answer in this order.", "cursor"};
    }
  }
  Result<SearchResponse> response = impl_->answer(request, cursor);
  if (response) {
    response->took =
        std::chrono::duration_cast<std::chrono::microseconds>(SteadyClock::now() - start);
  }
  return response;
}

Result<Article> Searcher::article(const std::string& key_or_id) const {
  const Instant now = impl_->options.clock();
  return impl_->with_reader<Article>([&](const Snapshot& snapshot, const Reader& reader,
                                         SteadyClock::time_point) -> Result<Article> {
    const Xapian::Database& database = reader.database();
    for (const std::string& key : {key_or_id, article_key(key_or_id)}) {
      if (!has_form_of_key(key)) continue;
      const std::string term = make_term(fields::prefix::id, key);
      const auto posting = database.postlist_begin(term);
      if (posting == database.postlist_end(term)) continue;
      if (!snapshot.columns().is_visible(*posting, now)) break;
      if (auto article = fetch(reader, *posting)) {
        name_people(*article, *posting, snapshot.columns());
        name_section(*article, *posting, snapshot.columns());
        return std::move(*article);
      }
    }
    return Error{ErrorCode::not_found, "There is no article with this key or id.", ""};
  });
}

Result<Suggestions> Searcher::suggest(const std::string& text) const {
  const Instant now = impl_->options.clock();
  return impl_->with_reader<Suggestions>(
      [&](Snapshot& snapshot, Reader& reader, SteadyClock::time_point end) {
        Deadline deadline(end);
        return searcher::suggest(text, snapshot.columns().visible(now), snapshot.columns(),
                                 snapshot.headline_words(), reader, deadline);
      });
}

Result<std::vector<PersonSummary>> Searcher::people(const std::string& query,
                                                    std::size_t most) const {
  const std::shared_ptr<Snapshot> snapshot = impl_->current();
  const Columns& columns = snapshot->columns();
  return find_people(columns, columns.visible(impl_->options.clock()), query, most);
}

Result<PersonProfile> Searcher::person(const std::string& id) const {
  const std::shared_ptr<Snapshot> snapshot = impl_->current();
  const Columns& columns = snapshot->columns();
  auto profile = person_profile(columns, columns.visible(impl_->options.clock()), id);
  if (profile) return std::move(*profile);
  return Error{ErrorCode::not_found, "No story names a person of this id.", ""};
}

std::optional<Error> Searcher::probe() const {
  const Result<bool> read =
      impl_->with_reader<bool>([](const Snapshot&, const Reader& reader, SteadyClock::time_point) {
        const Xapian::Database& database = reader.database();
        auto posting = database.postlist_begin("");
        const auto end = database.postlist_end("");
        // Another place each time: what was just read is in memory.
        const auto ticks =
            static_cast<std::uint64_t>(SteadyClock::now().time_since_epoch().count());
        if (posting != end) {
          posting.skip_to(static_cast<Xapian::docid>(1 + ticks % database.get_lastdocid()));
        }
        return posting == end || fetch(reader, *posting).has_value();
      });
  if (!read) return read.error();
  if (*read) return std::nullopt;
  return Error{ErrorCode::index_unavailable,
               "An article of the index cannot be read; `broadsheet check` tells more.", ""};
}

IndexState Searcher::state() const {
  const auto snapshot = impl_->current();
  return {snapshot->generation_uuid(), snapshot->revision(), snapshot->columns().usable_count(),
          format_instant(snapshot->opened())};
}

}  // namespace broadsheet::searcher
