// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>

#include "cli/base/exit_code.h"
#include "cli/base/format.h"
#include "cli/base/messages.h"
#include "cli/commands/commands.h"
#include "cli/commands/tm/memory_options.h"
#include "cli/output/creation_date.h"
#include "cli/output/unit_output.h"
#include "cli/parser/option_groups.h"

namespace thalign::cli {
namespace {

struct ExportSettings {
  MemoryOptions memory;
  OutputOptions output;
  FilterOptions filter;
  std::string source, target;  ///< tags
  MessageOptions messages;
};

const Variant* find_language(const TranslationUnit& unit, std::string_view tag) {
  const auto found = std::ranges::find_if(unit.variants, [&](const Variant& variant) {
    return !variant.missing() && tag_matches(variant.language, tag);
  });
  return found == unit.variants.end() ? nullptr : &*found;
}

/// The unit as it is to be written; nothing if it has not the languages asked for.
std::optional<TranslationUnit> directed(const TranslationUnit& unit,
                                        const ExportSettings& settings) {
  if (settings.source.empty() && settings.target.empty()) return unit;
  const Variant* source = find_language(unit, settings.source);
  const Variant* target = find_language(unit, settings.target);
  const auto another = [&](const Variant* than) -> const Variant* {
    for (const Variant& variant : unit.variants) {
      if (&variant != than && !variant.missing()) return &variant;
    }
    return nullptr;
  };
  if (settings.source.empty()) source = another(target);
  if (settings.target.empty()) target = another(source);
  if (source == nullptr || target == nullptr || source == target) return std::nullopt;
  TranslationUnit result = unit;
  result.variants = {*source, *target};
  return result;
}

/// `srclang` of the header: the one language all units have first, else any.
std::string source_language(const Memory& memory, const ExportSettings& settings) {
  if (!settings.source.empty()) return settings.source;
  const std::vector<std::string> languages = memory.first_languages();
  return languages.size() == 1 && settings.target.empty() ? languages.front() : "*all*";
}

void run(const ExportSettings& settings) {
  const UnitFormat& format =
      choose_format(settings.output.format, settings.output.path, written_formats());
  if (format.two_files && (settings.source.empty() || settings.target.empty())) {
    throw UsageError(fmt::format(
        "--format {}: needs --source-lang and --target-lang, which name its files", format.name));
  }
  const MemoryFilter filter = make_filter(settings.filter);
  const Memory memory = open_memory(settings.memory, Memory::Access::read, settings.messages);
  RunFiles files;
  files.uses_memory(settings.memory.path);
  UnitOutput output(format, settings.output.path, files);
  const TmxOptions tmx{.source_language = source_language(memory, settings),
                       .date = format.has_header ? std::optional(creation_date()) : std::nullopt};
  const std::unique_ptr<UnitWriter> writer = output.writer(tmx, settings.target);
  memory.visit(filter, [&](UnitNumber, const TranslationUnit& unit) {
    if (const std::optional<TranslationUnit> written = directed(unit, settings))
      writer->write(*written);
    return true;
  });
  const WriteStatistics statistics = writer->finish();
  output.commit();
  const Notes notes(settings.messages);
  if (statistics.written == 0) {
    const std::array tags{settings.source, settings.target, settings.filter.language};
    const std::string reason = why_nothing(memory, settings.memory.path, tags);
    notes.report(reason.empty() ? fmt::format("{}: no unit fits", settings.memory.path) : reason);
  }
  notes.detail(fmt::format("{}: {} units written", settings.memory.path, statistics.written));
  report_dropped(notes, statistics, settings.output.path, format);
}

constexpr const char* kTmExportDescription =
    R"(Writes units of a translation memory to a file, for other programs.

Without conditions it writes all of them, in the order they were stored; with several, the units
that fulfil all. What is exported as TMX can be imported again without change.

Examples:
  thalign tm export -m news.memory -o news.tmx
  thalign tm export -m news.memory --since 2024-01-01 --min-confidence 0.9 -o sure.tmx
  thalign tm export -m news.memory --source-lang en --target-lang th --format tsv | less)";

}  // namespace

void add_tm_export_command(CLI::App& group, Commands& commands) {
  const auto settings = std::make_shared<ExportSettings>();
  CLI::App& parser = add_parser(group, "export", kTmExportDescription);
  add_memory_options(parser, settings->memory);
  add_output_option(parser, settings->output.path);
  add_format_option(parser, settings->output.format, format_list(written_formats()));
  parser
      .add_option("--source-lang", settings->source,
                  "language to write first; units without it are left out")
      ->type_name("TAG");
  parser
      .add_option("--target-lang", settings->target,
                  "language to write second; units without it are left out")
      ->type_name("TAG");
  add_filter_options(parser, settings->filter);
  add_message_options(parser, settings->messages);
  commands.push_back({&parser, [settings] { run(*settings); }});
}

}  // namespace thalign::cli
