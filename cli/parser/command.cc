// SPDX-License-Identifier: Apache-2.0
#include "cli/parser/command.h"

#include <CLI/CLI.hpp>

namespace thalign::cli {

CLI::App& add_parser(CLI::App& parent, const std::string& name, const std::string& description) {
  CLI::App& parser = *parent.add_subcommand(name, description);
  parser.group("Commands");
  return parser;
}

std::string full_name(const CLI::App& command) {
  if (command.get_parent() == nullptr) return command.get_name();
  return full_name(*command.get_parent()) + " " + command.get_name();
}

const CLI::App* find_command(const CLI::App& parent, const std::string& name) {
  for (const CLI::App* const command : parent.get_subcommands({})) {
    if (command->check_name(name)) return command;
  }
  return nullptr;
}

std::vector<std::string> command_names(const CLI::App& parent) {
  std::vector<std::string> names;
  for (const CLI::App* command : parent.get_subcommands({})) {
    if (!command->get_group().empty()) names.push_back(command->get_name());
  }
  return names;
}

std::string summary(const CLI::App& command) {
  const std::string text = command.get_description();
  return text.substr(0, text.find('\n'));
}

}  // namespace thalign::cli
