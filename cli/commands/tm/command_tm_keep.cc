// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "cli/base/exit_code.h"
#include "cli/base/messages.h"
#include "cli/commands/commands.h"
#include "cli/commands/tm/memory_options.h"
#include "cli/output/creation_date.h"
#include "cli/output/output_file.h"
#include "cli/parser/option_groups.h"
#include "tm/date.h"

// Commands that look at a memory as a whole or keep it in order.

namespace thalign::cli {
namespace {

struct StatsSettings {
  MemoryOptions memory;
  OutputOptions output;
  bool check = false;
};

struct DedupeSettings {
  MemoryOptions memory;
  bool folded = false;
  bool dry_run = false;
};

struct UpgradeSettings {
  MemoryOptions memory;
};

struct RemoveSettings {
  MemoryOptions memory;
  FilterOptions filter;
  bool all = false;
  bool dry_run = false;
};

std::string date_text(const std::optional<Date>& date) { return date ? tmx_date(*date) : "-"; }

void write_text(std::ostream& out, const MemoryStatistics& statistics, std::uintmax_t bytes) {
  const auto row = [&](std::string_view name, const auto& value) {
    out << fmt::format("{:12} {}\n", name, value);
  };
  row("units", statistics.units);
  row("texts", statistics.variants);
  for (const MemoryStatistics::Share& language : statistics.languages) {
    row("  " + shown(language.name),
        fmt::format("{}, {} characters", language.variants, language.characters));
  }
  row("documents", statistics.documents);
  row("oldest", date_text(statistics.oldest));
  row("newest", date_text(statistics.newest));
  row("bytes", bytes);
}

void write_json(std::ostream& out, const MemoryStatistics& statistics, std::uintmax_t bytes) {
  nlohmann::ordered_json json = nlohmann::ordered_json::object();
  json["units"] = statistics.units;
  json["texts"] = statistics.variants;
  json["languages"] = nlohmann::ordered_json::object();
  for (const MemoryStatistics::Share& language : statistics.languages) {
    json["languages"][language.name] = {{"texts", language.variants},
                                        {"characters", language.characters}};
  }
  json["documents"] = statistics.documents;
  json["oldest"] =
      statistics.oldest ? nlohmann::ordered_json(tmx_date(*statistics.oldest)) : nullptr;
  json["newest"] =
      statistics.newest ? nlohmann::ordered_json(tmx_date(*statistics.newest)) : nullptr;
  json["bytes"] = bytes;
  out << json.dump() << '\n';
}

RunFiles files_of(const MemoryOptions& memory) {
  RunFiles files;
  files.uses_memory(memory.path);
  return files;
}

struct StatsFormat {
  std::string_view name, extension;
  void (*write)(std::ostream& out, const MemoryStatistics& statistics, std::uintmax_t bytes);
};

constexpr std::array<StatsFormat, 2> kStatsFormats{
    {{"text", ".txt", write_text}, {"json", ".json", write_json}}};

void stats(const StatsSettings& settings) {
  const StatsFormat& format =
      choose_format(settings.output.format, settings.output.path, kStatsFormats);
  const Memory memory = open_memory(settings.memory, Memory::Access::read);
  if (settings.check) memory.check();
  const MemoryStatistics statistics = memory.statistics();
  const std::uintmax_t bytes = std::filesystem::file_size(settings.memory.path);
  OutputFile output(settings.output.path, files_of(settings.memory));
  format.write(output.stream(), statistics, bytes);
  output.commit();
}

void report_removed(OutputFile& output, std::int64_t units, bool dry_run) {
  output.stream() << fmt::format("{} {} {}removed\n", units, units == 1 ? "unit" : "units",
                                 dry_run ? "would be " : "");
  output.commit();
}

void dedupe(const DedupeSettings& settings) {
  OutputFile output("-", files_of(settings.memory));
  const Sameness sameness = settings.folded ? Sameness::folded : Sameness::text;
  if (settings.dry_run) {
    const Memory memory = open_memory(settings.memory, Memory::Access::read);
    report_removed(output, static_cast<std::int64_t>(memory.duplicates(sameness).size()), true);
    return;
  }
  Memory memory = open_memory(settings.memory, Memory::Access::write);
  report_removed(output, memory.dedupe(sameness, creation_date()), false);
}

void remove(const RemoveSettings& settings) {
  const MemoryFilter filter = make_filter(settings.filter);
  if (filter.is_empty() && !settings.all) {
    throw UsageError("no condition is given; say which units to remove, or --all for all of them");
  }
  if (!filter.is_empty() && settings.all)
    throw UsageError("--all: goes without conditions; leave out --all or the conditions");
  OutputFile output("-", files_of(settings.memory));
  if (settings.dry_run) {
    const Memory memory = open_memory(settings.memory, Memory::Access::read);
    std::int64_t units = 0;
    memory.visit(filter, [&](UnitNumber, const TranslationUnit&) {
      ++units;
      return true;
    });
    report_removed(output, units, true);
    return;
  }
  Memory memory = open_memory(settings.memory, Memory::Access::write);
  report_removed(output, memory.remove(filter, creation_date()), false);
}

void upgrade(const UpgradeSettings& settings) {
  OutputFile output("-", files_of(settings.memory));
  const auto [from, to] = upgrade_memory(settings.memory);
  output.stream() << (from == to ? fmt::format("version {}, up to date\n", to)
                                 : fmt::format("upgraded from version {} to {}\n", from, to));
  output.commit();
}

constexpr const char* kStatsDescription =
    R"(Counts what is in a translation memory.

Examples:
  thalign tm stats -m news.memory
  thalign tm stats -m news.memory --check --format json)";

constexpr const char* kDedupeDescription =
    R"(Removes units of a translation memory whose texts another unit has too.

Of equal units it keeps the one with the highest confidence, of those the one changed last.

Examples:
  thalign tm dedupe -m news.memory --dry-run
  thalign tm dedupe -m news.memory --folded)";

constexpr const char* kRemoveDescription =
    R"(Removes units from a translation memory: those that fulfil all conditions.

Examples:
  thalign tm remove -m news.memory --unit 17
  thalign tm remove -m news.memory --document 'drafts/*' --dry-run
  thalign tm remove -m news.memory --max-confidence 0.3)";

constexpr const char* kUpgradeDescription =
    R"(Brings a translation memory that an earlier thalign made up to date.

Texts, dates and all that is said about units stay. An earlier thalign can't open the memory afterwards.

Example:
  thalign tm upgrade -m news.memory)";

void add_dry_run(CLI::App& parser, bool& dry_run) {
  parser.add_flag("--dry-run", dry_run, "only print how many")->configurable(false);
}

}  // namespace

void add_tm_stats_command(CLI::App& group, Commands& commands) {
  const auto settings = std::make_shared<StatsSettings>();
  CLI::App& parser = add_parser(group, "stats", kStatsDescription);
  add_memory_options(parser, settings->memory);
  add_output_option(parser, settings->output.path);
  add_format_option(parser, settings->output.format, format_list(kStatsFormats));
  parser.add_flag("--check", settings->check,
                  "read all of the file first, to see if it is damaged");
  commands.push_back({&parser, [settings] { stats(*settings); }});
}

void add_tm_dedupe_command(CLI::App& group, Commands& commands) {
  const auto settings = std::make_shared<DedupeSettings>();
  CLI::App& parser = add_parser(group, "dedupe", kDedupeDescription);
  add_memory_options(parser, settings->memory);
  parser.add_flag(
      "--folded", settings->folded,
      "take texts for equal that differ in case, spaces, digits or spelling marks alone");
  add_dry_run(parser, settings->dry_run);
  commands.push_back({&parser, [settings] { dedupe(*settings); }});
}

void add_tm_remove_command(CLI::App& group, Commands& commands) {
  const auto settings = std::make_shared<RemoveSettings>();
  CLI::App& parser = add_parser(group, "remove", kRemoveDescription);
  add_memory_options(parser, settings->memory);
  add_filter_options(parser, settings->filter);
  parser.add_flag("--all", settings->all, "remove every unit")->configurable(false);
  add_dry_run(parser, settings->dry_run);
  commands.push_back({&parser, [settings] { remove(*settings); }});
}

void add_tm_upgrade_command(CLI::App& group, Commands& commands) {
  const auto settings = std::make_shared<UpgradeSettings>();
  CLI::App& parser = add_parser(group, "upgrade", kUpgradeDescription);
  add_memory_options(parser, settings->memory);
  commands.push_back({&parser, [settings] { upgrade(*settings); }});
}

}  // namespace thalign::cli
