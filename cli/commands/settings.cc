// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/settings.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <optional>
#include <string_view>

#include "cli/base/exit_code.h"
#include "cli/commands/commands.h"
#include "cli/parser/closest.h"

namespace thalign::cli {
namespace {

/// "THALIGN_TM_SEARCH_LIMIT" for "tm.search", "limit".
std::string variable(std::string_view section, std::string_view key) {
  std::string name = fmt::format("THALIGN_{}{}{}", section, section.empty() ? "" : "_", key);
  for (char& c : name) {
    if (c == '-' || c == '.') c = '_';
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return name;
}

/// Calls `visit` with each command below `parent`, groups included.
void for_each_command(CLI::App& parent, const std::function<void(CLI::App&)>& visit) {
  for (CLI::App* const command : parent.get_subcommands({})) {
    visit(*command);
    for_each_command(*command, visit);
  }
}

/// Refuses an entry of an unknown command or option.
void check(const ConfigEntry& entry, CLI::App& program) {
  std::vector<std::string> sections, keys;
  for_each_command(program, [&](CLI::App& command) {
    const std::string section = setting_section(command);
    sections.push_back(section);
    if (!entry.section.empty() && entry.section != section) return;
    for (const CLI::Option* const option : configurable_options(command)) {
      keys.push_back(setting_key(*option));
    }
  });
  if (!entry.section.empty() && std::ranges::find(sections, entry.section) == sections.end()) {
    throw UsageError(fmt::format("{}: unknown command [{}]; {}", entry.place, entry.section,
                                 suggest(entry.section, sections)));
  }
  if (std::ranges::find(keys, entry.key) != keys.end()) return;
  const std::optional<std::string> meant = closest(entry.key, keys);
  throw UsageError(fmt::format("{}: '{}' can't be set here; {}", entry.place, entry.key,
                               meant ? fmt::format("did you mean '{}'?", *meant)
                                     : std::string("`thalign config show` lists what can be set")));
}

/// What CLI11 says of a value, without the name of the option in front.
std::string reason(const CLI::Option& option, const std::string& value, const CLI::Error& error) {
  const std::string text = error.what();
  const std::string name = option.get_name() + ": ";
  if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr && text.starts_with(name)) {
    return text.substr(name.size());
  }
  return fmt::format("'{}' is not a valid value of {}; correct it", value, option.get_name());
}

}  // namespace

std::vector<CLI::Option*> configurable_options(CLI::App& command) {
  std::vector<CLI::Option*> result;
  for (CLI::Option* const option : command.get_options()) {
    if (option->get_configurable() && !option->get_lnames().empty() &&
        option != command.get_help_ptr()) {
      result.push_back(option);
    }
  }
  return result;
}

std::string setting_key(const CLI::Option& option) { return option.get_lnames().front(); }

std::string setting_section(const CLI::App& command) {
  const CLI::App* const parent = command.get_parent();
  if (parent == nullptr || parent->get_parent() == nullptr) return command.get_name();
  return setting_section(*parent) + "." + command.get_name();
}

Settings::Settings() : entries_(read_config(config_path())) {
  if (entries_.empty()) return;
  CLI::App program;  // with all commands: sections may be of others than the one that is run
  Commands commands;
  add_commands(program, commands);
  for (const ConfigEntry& entry : entries_) check(entry, program);
}

Setting Settings::find(const CLI::App& command, const CLI::Option& option) const {
  const std::string key = setting_key(option);
  const std::array sections{setting_section(command), std::string()};
  for (const std::string& section : sections) {
    const std::string name = variable(section, key);
    const char* const value = std::getenv(name.c_str());
    if (value != nullptr && *value != '\0') return {value, name};
  }
  for (const std::string& section : sections) {
    // The last of several goes, as in a shell.
    const auto found =
        std::find_if(entries_.rbegin(), entries_.rend(), [&](const ConfigEntry& entry) {
          return entry.section == section && entry.key == key && !entry.value.empty();
        });
    if (found != entries_.rend()) return {found->value, found->place};
  }
  return {option.get_default_str(), "default"};
}

void Settings::apply(CLI::App& command) const {
  for (CLI::Option* const option : configurable_options(command)) {
    const Setting setting = find(command, *option);
    if (setting.origin == "default") continue;
    try {
      option->run_callback_for_default()->default_val(setting.value);
    } catch (const CLI::Error& error) {
      throw UsageError(
          fmt::format("{}: {}", setting.origin, reason(*option, setting.value, error)));
    }
  }
}

}  // namespace thalign::cli
