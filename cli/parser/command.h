// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
}  // namespace CLI

namespace thalign::cli {

/// A command of the program: its options, bound to a subcommand, and the work they ask for. `run`
/// is called after the command line was parsed; it throws `Error` or `UsageError`.
struct Command {
  CLI::App* parser;
  std::function<void()> run;
};

using Commands = std::vector<Command>;

/// Adds a command to `parent`, which is the program, or a command that has commands of its own.
/// `description`: a line that says what it does, an empty line, and what else help shows first;
/// examples begin with a line "Examples:".
CLI::App& add_parser(CLI::App& parent, const std::string& name, const std::string& description);

/// How the user calls a command: "thalign align"; "thalign" for the program.
std::string full_name(const CLI::App& command);

/// The command NAME below `parent`; null if there is none.
const CLI::App* find_command(const CLI::App& parent, const std::string& name);

/// The names of the commands below `parent`, hidden ones left out.
std::vector<std::string> command_names(const CLI::App& parent);

/// The first line of the description of a command.
std::string summary(const CLI::App& command);

}  // namespace thalign::cli
