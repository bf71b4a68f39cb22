#include <cstdio>
#include <memory>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "indexer/extract_inputs.hpp"
#include "schema/article_json.hpp"

namespace broadsheet::cli {
namespace {

constexpr std::size_t rule_columns = 96;

struct Options {
  std::vector<std::string> inputs;
  bool explain = false;
  bool html = false;
  bool id_from_file = false;
};

// The file's name without folder and extension.
std::string stem_of(std::string name) {
  name.erase(0, name.rfind('/') + 1);
  const std::size_t extension = name.rfind('.');
  return extension == 0 ? name : name.substr(0, extension);
}

std::string join_paragraphs(const std::vector<std::string>& paragraphs) {
  std::string text;
  for (const std::string& paragraph : paragraphs) {
    text += (text.empty() ? "" : "\n\n") + paragraph;
  }
  return text;
}

nlohmann::json to_json(const std::string& item_name, const indexer::Extraction& extraction,
                       const Options& options) {
  const Article& article = extraction.article;
  nlohmann::json json = article_to_json(article);
  std::vector<std::string> people;
  for (const Person& person : article.people) people.push_back(person.name);
  const std::string body = join_paragraphs(article.body);
  nlohmann::json line = {{"file", item_name},
                         {"id", options.id_from_file ? stem_of(item_name) : article.id},
                         {"author", article.authors},
                         {"people", people},
                         {"body", body.empty() ? nlohmann::json(nullptr) : nlohmann::json(body)}};
  for (const char* field : {"url", "headline", "standfirst", "date", "published", "section",
                            "source", "language", "image"}) {
    line[field] = std::move(json[field]);
  }
  return line;
}

int run_extract(const Options& options) {
  bool skipped = false;
  indexer::extract_inputs(
      options.inputs, [&](const std::string& item_name, Result<indexer::Extraction> extraction) {
        if (extraction) {
          std::puts(dump_json(to_json(item_name, *extraction, options)).c_str());
        } else {
          say("skipped " + extraction.error().message);
          skipped = true;
        }
      });
  return skipped ? ExitStatus::some_skipped : ExitStatus::all_well;
}

int run_explain(const Options& options) {
  bool skipped = false;
  bool first = true;
  indexer::explain_inputs(options.inputs, [&](Result<indexer::Explanation> explanation) {
    if (!explanation) {
      say("skipped " + explanation.error().message);
      skipped = true;
      return;
    }
    if (!first) std::puts(("\n" + std::string(rule_columns, '-') + "\n").c_str());
    first = false;
    std::fputs(explanation->text.c_str(), stdout);
    skipped = skipped || !explanation->is_article;
  });
  return skipped ? ExitStatus::some_skipped : ExitStatus::all_well;
}

int run_mark(const Options& options) {
  const Result<std::string> page = indexer::mark_input(options.inputs);
  if (page) {
    std::fputs(page->c_str(), stdout);
    return ExitStatus::all_well;
  }
  const bool is_usage = page.error().code == ErrorCode::invalid_request;
  say((is_usage ? "--html: " : "skipped ") + page.error().message);
  return is_usage ? ExitStatus::usage : ExitStatus::some_skipped;
}

}  // namespace

void add_extract_command(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand(
      "extract", "Show what the indexer sees: one JSON article per line; nothing is indexed.");
  const auto options = std::make_shared<Options>();
  command->add_option("PATH", options->inputs, "Files and folders; - is standard input")
      ->required();
  CLI::Option* explain = command->add_flag(
      "--explain", options->explain,
      "For people: which source gave each field, what of the page was kept and dropped, and why");
  CLI::Option* html = command->add_flag(
      "--html", options->html, "One page for the browser, what was kept of it and dropped marked");
  html->excludes(explain);
  const std::map<std::string, bool> id_sources = {{"article", false}, {"file", true}};
  CLI::Option* id_from =
      command
          ->add_option(
              "--id-from", options->id_from_file,
              "article: the id that index would give; file: the file's name without folder "
              "and extension")
          ->transform(CLI::CheckedTransformer(id_sources))
          ->default_str("article");
  id_from->excludes(explain)->excludes(html);
  command->callback([options, &run] {
    run = [options] {
      if (options->explain) return run_explain(*options);
      return options->html ? run_mark(*options) : run_extract(*options);
    };
  });
}

}  // namespace broadsheet::cli
