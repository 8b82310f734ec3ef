// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "cli/parser/command.h"

namespace thalign::cli {

/// Adds all commands, in the order of the help; if `called` is one that needs no other, only that
/// one, since options take a while to make. `commands` must live as long as they are run.
void add_commands(CLI::App& program, Commands& commands, std::string_view called = {});

// One function for each file command_NAME.cc: adds its command, or its group of commands, to
// `program` and to `commands`.
void add_align_command(CLI::App& program, Commands& commands);
void add_review_command(CLI::App& program, Commands& commands);
void add_segment_command(CLI::App& program, Commands& commands);
void add_convert_command(CLI::App& program, Commands& commands);
void add_evaluate_command(CLI::App& program, Commands& commands);
void add_pair_command(CLI::App& program, Commands& commands);
void add_filter_command(CLI::App& program, Commands& commands);
void add_shard_command(CLI::App& program, Commands& commands);
void add_merge_command(CLI::App& program, Commands& commands);
void add_report_command(CLI::App& program, Commands& commands);
void add_lexicon_commands(CLI::App& program, Commands& commands);
void add_bench_command(CLI::App& program, Commands& commands);
void add_text_command(CLI::App& program, Commands& commands);
void add_tm_commands(CLI::App& program, Commands& commands);
void add_config_commands(CLI::App& program, Commands& commands);
void add_manual_command(CLI::App& program, Commands& commands);
void add_complete_command(CLI::App& program, Commands& commands);

// The commands of `thalign tm`: one function for each, in files command_tm_NAME.cc, but those that
// keep a memory in order, which are in command_tm_keep.cc.
void add_tm_build_command(CLI::App& group, Commands& commands);
void add_tm_import_command(CLI::App& group, Commands& commands);
void add_tm_export_command(CLI::App& group, Commands& commands);
void add_tm_query_command(CLI::App& group, Commands& commands);
void add_tm_review_command(CLI::App& group, Commands& commands);
void add_tm_search_command(CLI::App& group, Commands& commands);
void add_tm_stats_command(CLI::App& group, Commands& commands);
void add_tm_dedupe_command(CLI::App& group, Commands& commands);
void add_tm_remove_command(CLI::App& group, Commands& commands);
void add_tm_log_command(CLI::App& group, Commands& commands);
void add_tm_undo_command(CLI::App& group, Commands& commands);
void add_tm_upgrade_command(CLI::App& group, Commands& commands);

}  // namespace thalign::cli
