#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "indexer/generation.hpp"
#include "indexer/index.hpp"
#include "indexer/index_run.hpp"
#include "indexer/reading.hpp"
#include "indexer/site_lines.hpp"
#include "schema/article_codec.hpp"
#include "schema/fields.hpp"

namespace broadsheet::indexer {
namespace {

namespace prefix = fields::prefix;
namespace slot = fields::slot;

using Counts = std::vector<std::pair<std::string, std::uint64_t>>;

// The greatest first, those alike by name.
void sort_by_count(Counts& counts) {
  std::sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
}

// How many articles have each value of a slot, the most frequent first.
Counts value_counts(const Xapian::Database& database, Xapian::valueno number) {
  std::unordered_map<std::string, std::uint64_t> counts;
  const auto end = database.valuestream_end(number);
  for (auto value = database.valuestream_begin(number); value != end; ++value) ++counts[*value];
  Counts sorted(counts.begin(), counts.end());
  sort_by_count(sorted);
  return sorted;
}

// The terms of a prefix that stands before digits, with how many articles have them.
Counts term_counts(const Xapian::Database& database, std::string_view term_prefix) {
  Counts counts;
  const std::string begin(term_prefix);
  for (auto term = database.allterms_begin(begin); term != database.allterms_end(begin); ++term) {
    counts.emplace_back((*term).substr(begin.size()), term.get_termfreq());
  }
  return counts;
}

std::string dashed(const std::string& day) {
  if (day.size() != 8) return day;
  return day.substr(0, 4) + '-' + day.substr(4, 2) + '-' + day.substr(6);
}

void count_fields(const Xapian::Database& database,
                  std::map<std::string, std::uint64_t>& with_field) {
  for (const char* name : field_names) with_field[name] = 0;
  const auto end = database.postlist_end({});
  for (auto posting = database.postlist_begin({}); posting != end; ++posting) {
    const auto article = decode_article(database.get_document(*posting).get_data());
    if (!article) continue;
    const unsigned bits = field_bits(*article);
    for (std::size_t i = 0; i < field_names.size(); ++i)
      with_field[field_names[i]] += bits >> i & 1;
  }
}

Counts count_own_lines(const Xapian::Database& database) {
  Counts counts;
  const std::string sites(fields::metadata::site);
  const auto end = database.metadata_keys_end(sites);
  for (auto key = database.metadata_keys_begin(sites); key != end; ++key) {
    const auto sample = SiteSample::decode(database.get_metadata(*key));
    if (!sample) continue;
    const OwnLines lines = sample->own_lines();
    if (!lines.empty()) {
      counts.emplace_back(sample->name(), lines.at_end.size() + lines.anywhere.size());
    }
  }
  sort_by_count(counts);
  return counts;
}

IndexStats stats_of(const Generation& generation) {
  const Xapian::Database database(generation.path.string());
  IndexStats stats;
  stats.articles = database.get_doccount();
  stats.revision = database.get_revision();
  stats.generation = generation.name;
  for (const auto& file : database_files(generation.path)) {
    stats.size_bytes += std::filesystem::file_size(file);
  }
  if (const Counts days = term_counts(database, prefix::day); !days.empty()) {
    stats.first_day = dashed(days.front().first);
    stats.last_day = dashed(days.back().first);
  }
  count_fields(database, stats.with_field);
  stats.sections = value_counts(database, slot::section);
  stats.sources = value_counts(database, slot::source);
  stats.languages = value_counts(database, slot::language);
  stats.years = term_counts(database, prefix::year);
  stats.own_lines = count_own_lines(database);
  return stats;
}

}  // namespace

Result<IndexStats> index_stats(const std::filesystem::path& index) {
  const auto generation = current_generation(index);
  if (!generation) return generation.error();
  IndexStats stats;
  if (auto failure = guard(index, [&] { stats = stats_of(*generation); })) return *failure;
  return stats;
}

}  // namespace broadsheet::indexer
