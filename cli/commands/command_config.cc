// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "cli/commands/commands.h"
#include "cli/commands/settings.h"
#include "cli/output/output_file.h"

namespace thalign::cli {
namespace {

/// A value as a configuration file has it.
std::string toml(const CLI::Option& option, const std::string& value) {
  if (option.get_expected_max() == 0) return value.empty() ? "false" : value;
  const bool number =
      !value.empty() && value.find_first_not_of("0123456789.-") == std::string::npos;
  if (number) return value;
  std::string text = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text + '"';
}

void show_command(std::ostream& out, CLI::App& command, const Settings& settings) {
  const std::vector<CLI::Option*> options = configurable_options(command);
  if (options.empty()) return;
  out << fmt::format("\n[{}]\n", setting_section(command));
  for (const CLI::Option* const option : options) {
    const Setting setting = settings.find(command, *option);
    const std::string line =
        fmt::format("{} = {}", setting_key(*option), toml(*option, setting.value));
    out << fmt::format("{:34s} # {}\n", line, setting.origin);
  }
}

void show(const Commands& commands) {
  const Settings settings;
  OutputFile output("-", RunFiles::none());
  const std::string path = config_path();
  output.stream() << fmt::format("# file: {}\n", path.empty() ? "none" : path);
  for (const Command& command : commands) {
    show_command(output.stream(), *command.parser, settings);
  }
  output.commit();
}

constexpr const char* kConfigDescription =
    R"(Shows the settings of the configuration file and the environment.

Any long option can be set in a file, in the section of its command or before all sections for all
commands, and in the environment. The command line takes precedence over the environment, the environment
before the file.

Examples:
  thalign config show
  thalign config show > ~/.config/thalign/config.toml
  THALIGN_ALIGN_FORMAT=tsv thalign align report.th.txt report.en.txt)";

constexpr const char* kConfigShowDescription =
    R"(Shows the value of each setting and where it comes from.

What it prints can serve as a configuration file.

Examples:
  thalign config show
  thalign config show | grep -v '# default')";

}  // namespace

void add_config_commands(CLI::App& program, Commands& commands) {
  CLI::App& group = add_parser(program, "config", kConfigDescription);
  group.require_subcommand(1);
  CLI::App& parser = add_parser(group, "show", kConfigShowDescription);
  commands.push_back({&parser, [&commands] { show(commands); }});
}

}  // namespace thalign::cli
