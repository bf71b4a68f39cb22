#include <array>
#include <cstdio>
#include <map>
#include <memory>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "schema/article_json.hpp"
#include "searcher/searcher.hpp"
#include "web/search_json.hpp"

namespace broadsheet::cli {
namespace {

using searcher::Segments;

// The parameters of /api/search that have an option of the same name.
constexpr std::array<std::pair<const char*, const char*>, 11> parameter_options = {{
    {"from-date", "First day: YYYY, YYYY-MM or YYYY-MM-DD"},
    {"to-date", "Last day"},
    {"person", "Stories with the person; any of several"},
    {"about", "Stories about the person"},
    {"section", "Section; any of several"},
    {"source", "Outlet; any of several"},
    {"author", "Author; any of several"},
    {"lang", "Language, e.g. en; any of several"},
    {"order-by", "relevance, newest or oldest"},
    {"page", "Page, from 1"},
    {"page-size", "Results on a page, 1 to 100"},
}};

struct Options {
  std::vector<std::string> words;
  std::string index;
  std::map<std::string, std::vector<std::string>> parameters;
  bool json = false;
  bool explain = false;
};

searcher::Parameters to_parameters(const Options& options) {
  searcher::Parameters parameters;
  std::string query;
  for (const std::string& word : options.words) query += (query.empty() ? "" : " ") + word;
  parameters.emplace("q", query);
  for (const auto& [name, values] : options.parameters) {
    for (const std::string& value : values) parameters.emplace(name, value);
  }
  if (options.explain) parameters.emplace("explain", "true");
  return parameters;
}

std::string to_text(const Segments& segments, bool bold_matches) {
  std::string text;
  for (const searcher::Segment& segment : segments) {
    const bool bold = bold_matches && segment.matched;
    text += (bold ? "\x1b[1m" : "") + printable(segment.text) + (bold ? "\x1b[0m" : "");
  }
  return text;
}

std::string to_text(const searcher::ScoreParts& parts) {
  std::string text;
  const auto add = [&](const char* name, double value) {
    if (value == 0) return;
    std::array<char, 40> part{};
    std::snprintf(part.data(), part.size(), "%s%s %.2f", text.empty() ? "" : " + ", name, value);
    text += part.data();
  };
  add("text", parts.text);
  add("headline", parts.headline);
  add("lead", parts.lead);
  add("proximity", parts.proximity);
  add("people", parts.people);
  add("recency", parts.recency);
  return text;
}

void print_result(std::uint64_t number, const searcher::SearchResult& result, bool bold) {
  std::printf("%3llu. %s\n", static_cast<unsigned long long>(number),
              to_text(result.headline, bold).c_str());
  std::string line = result.published ? format_day(result.published->day) : "undated";
  for (const std::string& part : {result.section, result.source}) {
    if (!part.empty()) line += " | " + printable(part);
  }
  for (std::size_t i = 0; i < result.people.size(); ++i) {
    line += (i == 0 ? " | " : ", ") + printable(result.people[i].label);
  }
  std::printf("     %s\n     %s\n", line.c_str(), to_text(result.snippet, bold).c_str());
  if (result.explanation) {
    std::printf("     %.2f = %s\n", result.score, to_text(*result.explanation).c_str());
  }
  std::printf("     %s\n\n", printable(result.url.empty() ? result.id : result.url).c_str());
}

void print_facets(const searcher::SearchResponse& response) {
  for (const auto& [field, facet] : response.facets) {
    if (facet.values.empty()) continue;
    std::string line;
    for (const searcher::FacetValue& value : facet.values) {
      line += (line.empty() ? "" : ", ") + printable(value.label) + " (" +
              with_commas(value.count) + ")";
    }
    std::printf("%s: %s\n", parameter_name(field), line.c_str());
  }
}

void print_response(const searcher::SearchResponse& response) {
  const bool bold = stdout_is_terminal();
  if (response.degraded) say(*response.degraded);
  std::printf("%s%s stories\n\n", response.relation == searcher::Relation::exact ? "" : "at least ",
              with_commas(response.total).c_str());
  std::uint64_t number = std::uint64_t{response.request.page - 1} * response.request.page_size;
  for (const searcher::SearchResult& result : response.results)
    print_result(++number, result, bold);
  print_facets(response);
}

int run_search(const Options& options) {
  const auto request = searcher::parse_search_request(to_parameters(options));
  if (!request) {
    say(request.error().message);
    return ExitStatus::usage;
  }
  searcher::SearcherOptions searcher_options;
  searcher_options.readers = 1;
  searcher_options.follow = false;
  const auto searcher = searcher::Searcher::open(options.index, searcher_options);
  if (!searcher) return fail(searcher.error());
  const auto response = (*searcher)->search(*request);
  if (!response) return fail(response.error());
  if (options.json) {
    std::puts(dump_json(web::search_to_json(*response)).c_str());
  } else {
    print_response(*response);
  }
  return ExitStatus::all_well;
}

}  // namespace

void add_search_command(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand(
      "search",
      "Search the index.  Without words: every article, newest first.\n"
      "Words may be \"phrases\", -words, AND OR NOT NEAR/5, prefix*, person:name, headline:word,\n"
      "since:7d.  docs/query-syntax.md has it all.");
  const auto options = std::make_shared<Options>();
  command->add_option("QUERY", options->words, "What to look for");
  add_index_option(*command, options->index);
  for (const auto& [name, help] : parameter_options) {
    command->add_option(std::string("--") + name, options->parameters[name], help)
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  }
  command->add_flag("--json", options->json, "As JSON, in the form of /api/search");
  command->add_flag("--explain", options->explain, "Say what each score is made of");
  command->callback([options, &run] { run = [options] { return run_search(*options); }; });
}

}  // namespace broadsheet::cli
