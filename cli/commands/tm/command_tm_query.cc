// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "cli/base/exit_code.h"
#include "cli/base/format.h"
#include "cli/base/messages.h"
#include "cli/commands/commands.h"
#include "cli/commands/tm/found_output.h"
#include "cli/commands/tm/memory_options.h"
#include "cli/input/input.h"
#include "cli/output/output_file.h"
#include "cli/parser/option_groups.h"
#include "text/document.h"
#include "text/unicode/utf8.h"
#include "text/unicode/white_space.h"
#include "tm/memory/fuzzy_score.h"
#include "tm/memory/memory_search.h"

namespace thalign::cli {
namespace {

struct QuerySettings {
  MemoryOptions memory;
  std::string text;
  std::string before, after;
  MatchOptions match;
  OutputOptions output;
  MessageOptions messages;
};

struct SearchSettings {
  MemoryOptions memory;
  std::string text;
  OccurrenceOptions occurrence;
  OutputOptions output;
  MessageOptions messages;
};

RunFiles files_of(const MemoryOptions& memory, const std::string& text) {
  RunFiles files;
  files.uses_memory(memory.path);
  if (text == "-") files.reads(text);
  return files;
}

/// The texts to look for: the one given, or the lines of standard input that are not blank.
std::vector<std::string> texts_of(const std::string& given) {
  if (given != "-") {
    if (first_invalid_utf8(given) != std::string_view::npos)
      throw UsageError("TEXT: is not valid UTF-8; set the locale of the terminal to UTF-8");
    if (is_blank(given)) throw UsageError("TEXT: is blank; give a text to look for");
    return {given};
  }
  const Document document = Document::from_bytes(read_input(given), {.name = input_name(given)});
  std::istringstream lines{std::string(document.text())};
  lines.exceptions(std::ios::badbit);  // else a line that memory is missing for would be the end
  std::vector<std::string> texts;
  for (std::string line; std::getline(lines, line);) {
    if (line.ends_with('\r')) line.pop_back();
    if (!is_blank(line)) texts.push_back(std::move(line));
  }
  return texts;
}

/// Reports which texts were not found; of a memory that can't have them only that, once.
class Misses {
 public:
  Misses(const Notes& notes, const Memory& memory, const std::string& path,
         std::vector<std::string> languages)
      : notes_(notes), memory_(memory), path_(path), languages_(std::move(languages)) {}

  void add(std::string_view text) {
    if (!reason_) {
      reason_ = why_nothing(memory_, path_, languages_);
      if (!reason_->empty()) notes_.report(*reason_);
    }
    if (reason_->empty()) notes_.report(fmt::format("'{}': nothing found", text));
  }

 private:
  const Notes& notes_;
  const Memory& memory_;
  const std::string& path_;
  std::vector<std::string> languages_;
  std::optional<std::string> reason_;
};

void query(const QuerySettings& settings) {
  const FoundFormat& format =
      choose_format(settings.output.format, settings.output.path, found_formats());
  MatchOptions options = settings.match;
  if (!settings.before.empty()) options.before = settings.before;
  if (!settings.after.empty()) options.after = settings.after;
  const std::vector<std::string> texts = texts_of(settings.text);
  const Memory memory = open_memory(settings.memory, Memory::Access::read, settings.messages);
  const MemorySearch search(memory);
  OutputFile output(settings.output.path, files_of(settings.memory, settings.text));
  FoundWriter writer(output.stream(), format, options.to);
  const Notes notes(settings.messages);
  Misses misses(notes, memory, settings.memory.path, {options.from, options.to});
  for (const std::string& text : texts) {
    const std::vector<Match> matches = search.matches(text, options);
    if (matches.empty()) misses.add(text);
    for (const Match& match : matches)
      writer.write({text, match.score, match.number, match.unit, match.variant});
  }
  output.commit();
}

void search(const SearchSettings& settings) {
  const FoundFormat& format =
      choose_format(settings.output.format, settings.output.path, found_formats());
  const std::vector<std::string> texts = texts_of(settings.text);
  const Memory memory = open_memory(settings.memory, Memory::Access::read, settings.messages);
  const MemorySearch memory_search(memory);
  OutputFile output(settings.output.path, files_of(settings.memory, settings.text));
  FoundWriter writer(output.stream(), format, settings.occurrence.to);
  const Notes notes(settings.messages);
  Misses misses(notes, memory, settings.memory.path,
                {settings.occurrence.language, settings.occurrence.to});
  for (const std::string& text : texts) {
    const std::vector<Occurrence> found = memory_search.occurrences(text, settings.occurrence);
    if (found.empty()) misses.add(text);
    for (const Occurrence& one : found)
      writer.write({text, std::nullopt, one.number, one.unit, one.variant, one.places});
  }
  output.commit();
}

constexpr const char* kQueryDescription =
    R"(Finds translations of a text and of texts like it.

Equal texts come first, then similar ones with their score: 101 is an equal text between the same
neighbours, 100 an equal text, 99 one that differs in case, spaces, digits or spelling marks alone;
lower ones share that much of their characters and words. Either language can be asked for.

Examples:
  thalign tm query 'ฝนตกหนักทางภาคใต้' -m news.memory
  thalign tm query 'Heavy rain in the South' -m news.memory --threshold 50 --limit 10
  thalign tm query - -m news.memory --format tsv <sentences.txt)";

constexpr const char* kSearchDescription =
    R"(Finds units that contain a text, in either language.

Case, kinds of spaces and of digits and spelling marks do not matter.

Examples:
  thalign tm search 'ฝนตก' -m news.memory
  thalign tm search rain -m news.memory --from en --limit 100)";

CLI::Option* add_language(CLI::App& parser, const char* name, std::string& tag,
                          const char* description) {
  return parser.add_option(name, tag, description)->type_name("TAG");
}

void add_text_and_output(CLI::App& parser, std::string& text, OutputOptions& output) {
  parser.add_option("TEXT", text, "text to look for; - reads one a line from standard input")
      ->type_name("TEXT")
      ->required();
  add_output_option(parser, output.path);
  add_format_option(parser, output.format, format_list(found_formats()));
}

CLI::Option* add_limit(CLI::App& parser, std::size_t& limit, const char* description) {
  return parser.add_option("--limit", limit, description)
      ->type_name("N")
      ->capture_default_str()
      ->check(CLI::PositiveNumber);
}

}  // namespace

void add_tm_query_command(CLI::App& group, Commands& commands) {
  const auto settings = std::make_shared<QuerySettings>();
  CLI::App& parser = add_parser(group, "query", kQueryDescription);
  add_text_and_output(parser, settings->text, settings->output);
  add_memory_options(parser, settings->memory);
  parser.add_option("--threshold", settings->match.threshold, "lowest score shown, in percent")
      ->type_name("PERCENT")
      ->capture_default_str()
      ->check(in_range(1, kContextScore));
  add_limit(parser, settings->match.limit, "most matches shown");
  add_language(parser, "--from", settings->match.from, "language of the text; without it any");
  add_language(parser, "--to", settings->match.to, "language to translate into; without it any");
  parser
      .add_option("--previous", settings->before,
                  "text before it in its document, for matches in context")
      ->type_name("TEXT")
      ->configurable(false);
  parser
      .add_option("--next", settings->after,
                  "text after it in its document, for matches in context")
      ->type_name("TEXT")
      ->configurable(false);
  add_message_options(parser, settings->messages);
  commands.push_back({&parser, [settings] { query(*settings); }});
}

void add_tm_search_command(CLI::App& group, Commands& commands) {
  const auto settings = std::make_shared<SearchSettings>();
  CLI::App& parser = add_parser(group, "search", kSearchDescription);
  add_text_and_output(parser, settings->text, settings->output);
  add_memory_options(parser, settings->memory);
  add_limit(parser, settings->occurrence.limit, "most units shown");
  add_language(parser, "--from", settings->occurrence.language,
               "language of the texts to search; without it any");
  add_language(parser, "--to", settings->occurrence.to,
               "language of the translations shown; else all");
  add_message_options(parser, settings->messages);
  commands.push_back({&parser, [settings] { search(*settings); }});
}

}  // namespace thalign::cli
