#pragma once

#include <CLI/CLI.hpp>
#include <functional>

namespace thalign::cli {

/// A command of the program: its options, bound to a subcommand, and the work they ask for. `run`
/// is called after the command line was parsed; it throws `Error` or `UsageError`.
struct Command {
  const CLI::App* parser;
  std::function<void()> run;
};

Command add_align_command(CLI::App& program);
Command add_segment_command(CLI::App& program);
Command add_evaluate_command(CLI::App& program);

}  // namespace thalign::cli
