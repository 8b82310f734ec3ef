// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>

#include "cli/base/messages.h"
#include "cli/commands/commands.h"
#include "cli/commands/tm/memory_options.h"
#include "cli/output/output_file.h"
#include "tm/date.h"

// Commands for what was done to a memory.

namespace thalign::cli {
namespace {

struct LogSettings {
  MemoryOptions memory;
  bool clear = false;
};

RunFiles files_of_memory(const MemoryOptions& memory) {
  RunFiles files;
  files.uses_memory(memory.path);
  return files;
}

std::string action_line(const MemoryAction& action) {
  return fmt::format("{}\t{}\t{} stored\t{} replaced or removed\t{}\n", action.number,
                     tmx_date(action.time), action.stored, action.replaced, shown(action.what));
}

void log(const LogSettings& settings) {
  OutputFile output("-", files_of_memory(settings.memory));
  Memory memory =
      open_memory(settings.memory, settings.clear ? Memory::Access::write : Memory::Access::read);
  for (const MemoryAction& action : memory.actions()) output.stream() << action_line(action);
  if (settings.clear) memory.forget_actions();
  output.commit();
}

void undo(const MemoryOptions& options) {
  OutputFile output("-", files_of_memory(options));
  Memory memory = open_memory(options, Memory::Access::write);
  const std::optional<MemoryAction> action = memory.undo();
  output.stream() << (action ? "undone: " + action_line(*action) : "nothing to undo\n");
  output.commit();
}

constexpr const char* kLogDescription =
    R"(Lists what was done to a translation memory and can be undone, the last at the end.

Columns: number, time, units stored, units replaced or removed, what was done. Units that were replaced or
removed stay in the file until --clear forgets them.

Examples:
  thalign tm log -m news.memory
  thalign tm log -m news.memory --clear)";

constexpr const char* kUndoDescription =
    R"(Undoes the last import, dedupe or remove of a translation memory.

Each further call undoes the one before. What was undone can't be done again but by the same command.

Example:
  thalign tm undo -m news.memory)";

}  // namespace

void add_tm_log_command(CLI::App& group, Commands& commands) {
  const auto settings = std::make_shared<LogSettings>();
  CLI::App& parser = add_parser(group, "log", kLogDescription);
  add_memory_options(parser, settings->memory);
  parser.add_flag("--clear", settings->clear, "forget all of it after listing it")
      ->configurable(false);
  commands.push_back({&parser, [settings] { log(*settings); }});
}

void add_tm_undo_command(CLI::App& group, Commands& commands) {
  const auto settings = std::make_shared<MemoryOptions>();
  CLI::App& parser = add_parser(group, "undo", kUndoDescription);
  add_memory_options(parser, *settings);
  commands.push_back({&parser, [settings] { undo(*settings); }});
}

}  // namespace thalign::cli
