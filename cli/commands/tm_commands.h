#pragma once

#include "cli/parser/command.h"

namespace thalign::cli {

// The commands of `thalign tm`: one function for each, in files command_tm_NAME.cc, but those that
// keep a memory in order, which are in command_tm_keep.cc.
void add_tm_build_command(CLI::App& group, Commands& commands);
void add_tm_import_command(CLI::App& group, Commands& commands);
void add_tm_export_command(CLI::App& group, Commands& commands);
void add_tm_query_command(CLI::App& group, Commands& commands);
void add_tm_search_command(CLI::App& group, Commands& commands);
void add_tm_stats_command(CLI::App& group, Commands& commands);
void add_tm_dedupe_command(CLI::App& group, Commands& commands);
void add_tm_remove_command(CLI::App& group, Commands& commands);

}  // namespace thalign::cli
