#pragma once

#include "cli/command.h"

namespace thalign::cli {

/// All commands, in the order of the help.
Commands add_commands(CLI::App& program);

// One function for each file command_NAME.cc: adds its command, or its group of commands, to
// `program` and to `commands`.
void add_align_command(CLI::App& program, Commands& commands);
void add_segment_command(CLI::App& program, Commands& commands);
void add_evaluate_command(CLI::App& program, Commands& commands);

}  // namespace thalign::cli
