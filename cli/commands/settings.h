// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/input/config_file.h"
#include "cli/parser/command.h"

namespace CLI {
class Option;
}  // namespace CLI

namespace thalign::cli {

/// The value an option has if the command line does not name it, and where that comes from.
struct Setting {
  std::string value;
  std::string origin;  ///< "FILE:LINE:COLUMN", a variable of the environment, or "default"
};

/// The settings of the user below the command line: the environment takes precedence over the
/// configuration file, and in each the setting of one command before that of all commands.
///
/// `thalign align --null-beads` is `null-beads` in the section [align] or before any section, and
/// THALIGN_ALIGN_NULL_BEADS or THALIGN_NULL_BEADS in the environment. An empty value counts as
/// none.
class Settings {
 public:
  /// Reads the configuration file. Throws `Error` (io, format), `UsageError`: a section that is no
  /// command, or a key that is not an option.
  Settings();

  /// The setting of `option`, which belongs to `command`.
  Setting find(const CLI::App& command, const CLI::Option& option) const;

  /// Makes the settings the defaults of the options of `command`. Throws `UsageError`: a value an
  /// option does not take.
  void apply(CLI::App& command) const;

 private:
  std::vector<ConfigEntry> entries_;
};

/// The options of a command that can be set outside the command line.
std::vector<CLI::Option*> configurable_options(CLI::App& command);

/// The key of an option in a configuration file.
std::string setting_key(const CLI::Option& option);

/// The section of a command in a configuration file.
std::string setting_section(const CLI::App& command);

}  // namespace thalign::cli
