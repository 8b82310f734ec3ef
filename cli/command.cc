#include "cli/command.h"

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

std::string summary(const CLI::App& command) {
  const std::string text = command.get_description();
  return text.substr(0, text.find('\n'));
}

}  // namespace thalign::cli
