// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace thalign::cli {

/// A line `KEY = VALUE` of a configuration file.
struct ConfigEntry {
  std::string section;  ///< a command, such as "align" or "tm.search"; empty: all commands
  std::string key;      ///< a long option without its dashes
  std::string value;
  std::string place;  ///< "FILE:LINE:COLUMN" of the key
};

/// Reads the part of TOML that options need: `[SECTION]`, `KEY = VALUE`, `# comment`; a value is a
/// word, a number, or text in double or single quotes (`\"` and `\\` in double ones). `name` is
/// what messages call the file. Throws `Error` (format).
std::vector<ConfigEntry> parse_config(std::string_view text, const std::string& name);

/// Where the user's configuration is: THALIGN_CONFIG, else thalign/config.toml in XDG_CONFIG_HOME
/// or in ~/.config. Empty: nowhere.
std::string config_path();

/// The entries of the file at `path`; none if there is no such file, unless the user named it by
/// THALIGN_CONFIG. Throws `Error` (io, format).
std::vector<ConfigEntry> read_config(const std::string& path);

}  // namespace thalign::cli
