#include "cli/parser/usage.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <optional>
#include <vector>

#include "cli/parser/closest.h"
#include "cli/parser/command.h"

namespace thalign::cli {
namespace {

/// The innermost command that was named.
const CLI::App& given_command(const CLI::App& program) {
  const CLI::App* command = &program;
  while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
  return *command;
}

std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

std::string explain_unexpected(const CLI::App& command, const std::string& word) {
  const std::string name = full_name(command);
  if (word.starts_with('-')) {
    const std::string option = word.substr(0, word.find('='));
    const std::optional<std::string> meant = closest(option, option_names(command));
    return fmt::format(
        "{}: {} has no such option; {}", option, name,
        meant ? fmt::format("did you mean '{}'?", *meant) : fmt::format("see {} --help", name));
  }
  const std::vector<std::string> commands = command_names(command);
  if (!commands.empty()) {
    return fmt::format("{}: there is no such command; {}", word, suggest(word, commands));
  }
  return fmt::format("{}: is one argument too many; see {} --help", word, name);
}

}  // namespace

std::string explain_usage(const CLI::App& program, const CLI::ParseError& error) {
  const CLI::App& command = given_command(program);
  const std::vector<std::string> unexpected = program.remaining(true);
  if (!unexpected.empty()) return explain_unexpected(command, unexpected.front());
  if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr) return error.what();
  const std::vector<std::string> commands = command_names(command);
  if (!commands.empty() && dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    return fmt::format("{}: a command is missing; {}", full_name(command), suggest("", commands));
  }
  return fmt::format("{}; see {} --help", error.what(), full_name(command));
}

}  // namespace thalign::cli
