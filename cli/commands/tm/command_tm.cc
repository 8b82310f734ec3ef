// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include "cli/commands/commands.h"

namespace thalign::cli {
namespace {

constexpr const char* kTmDescription =
    R"(Keeps a translation memory: builds, imports, exports, queries.

A memory is one file. Any number of programs may use it at once.

Examples:
  thalign tm build news/ -m news.memory
  thalign tm import old.tmx -m news.memory
  thalign tm query 'ฝนตกหนักทางภาคใต้' -m news.memory
  thalign tm export -m news.memory -o news.tmx)";

}  // namespace

void add_tm_commands(CLI::App& program, Commands& commands) {
  CLI::App& group = add_parser(program, "tm", kTmDescription);
  group.require_subcommand(1);
  add_tm_build_command(group, commands);
  add_tm_import_command(group, commands);
  add_tm_export_command(group, commands);
  add_tm_query_command(group, commands);
  add_tm_search_command(group, commands);
  add_tm_review_command(group, commands);
  add_tm_stats_command(group, commands);
  add_tm_dedupe_command(group, commands);
  add_tm_remove_command(group, commands);
  add_tm_log_command(group, commands);
  add_tm_undo_command(group, commands);
  add_tm_upgrade_command(group, commands);
}

}  // namespace thalign::cli
