// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/base/exit_code.h"
#include "cli/base/messages.h"
#include "cli/commands/commands.h"
#include "cli/commands/tm/memory_options.h"
#include "cli/commands/tm/reviewed_units.h"
#include "cli/output/creation_date.h"
#include "cli/output/output_file.h"
#include "cli/parser/option_groups.h"
#include "cli/review/units_page.h"
#include "text/unicode/utf8.h"
#include "tm/memory/memory_search.h"

namespace thalign::cli {
namespace {

struct ReviewSettings {
  MemoryOptions memory;
  std::string text;
  FilterOptions filter;
  std::size_t limit = 5000, context = 1;
  std::string output = "-";
  MessageOptions messages;
};

/// The units asked for, in the order they were stored.
std::vector<UnitNumber> find_units(const Memory& memory, const ReviewSettings& settings) {
  const MemoryFilter filter = make_filter(settings.filter);
  std::vector<UnitNumber> units;
  if (settings.text.empty()) {
    memory.visit(filter, [&](UnitNumber number, const TranslationUnit& /*unit*/) {
      units.push_back(number);
      return units.size() < settings.limit;
    });
    return units;
  }
  const MemorySearch search(memory);
  for (const Occurrence& one : search.occurrences(settings.text, {.limit = settings.limit})) {
    if (filter.passes(one.number, one.unit)) units.push_back(one.number);
  }
  return units;
}

void review(const ReviewSettings& settings) {
  if (first_invalid_utf8(settings.text) != std::string_view::npos)
    throw UsageError("TEXT: is not valid UTF-8; set the locale of the terminal to UTF-8");
  const Memory memory = open_memory(settings.memory, Memory::Access::read, settings.messages);
  RunFiles files;
  files.uses_memory(settings.memory.path);
  OutputFile output(settings.output, files);
  const ReviewedUnits found =
      reviewed_units(memory, find_units(memory, settings), settings.context);
  const Notes notes(settings.messages);
  if (found.units.empty()) notes.report(fmt::format("{}: no unit fits", settings.memory.path));
  if (found.others > 0) {
    notes.report(fmt::format("{}: {} units of other languages or with more than two texts left out",
                             settings.memory.path, found.others));
  }
  write_units_page(output.stream(), found.units, settings.memory.path,
                   {.run = "thalign tm review", .date = creation_date()});
  output.commit();
}

constexpr const char* kTmReviewDescription =
    R"(Writes a page on which to correct units of a translation memory.

The units that contain TEXT, or all of those that fulfil the conditions, and their neighbours. Texts are edited on
the page, units marked as right or left out, and boundaries moved between units that are neighbours in their
document; thalign tm import takes the corrections that are saved from the page.

Examples:
  thalign tm review flood -m news.memory -o flood.html
  thalign tm review --max-confidence 0.5 -m news.memory -o doubtful.html
  thalign tm import doubtful.corrections.jsonl -m news.memory)";

}  // namespace

void add_tm_review_command(CLI::App& group, Commands& commands) {
  const auto settings = std::make_shared<ReviewSettings>();
  CLI::App& parser = add_parser(group, "review", kTmReviewDescription);
  parser.add_option("TEXT", settings->text, "text that the units contain; without it any")
      ->type_name("TEXT");
  add_memory_options(parser, settings->memory);
  add_output_option(parser, settings->output);
  add_filter_options(parser, settings->filter);
  parser.add_option("--limit", settings->limit, "most units shown")
      ->type_name("N")
      ->capture_default_str()
      ->check(CLI::PositiveNumber);
  parser
      .add_option(
          "--context", settings->context,
          "units shown before and after each one in its document, so that words can be moved "
          "between them")
      ->type_name("N")
      ->capture_default_str()
      ->check(CLI::Range(0, 1000));
  add_message_options(parser, settings->messages);
  commands.push_back({&parser, [settings] { review(*settings); }});
}

}  // namespace thalign::cli
