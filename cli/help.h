#pragma once

#include <CLI/CLI.hpp>

namespace thalign::cli {

/// Makes `--help` of `program` and its commands: what it does and examples first, then the usage,
/// the options, and a line for each command. Requires: called before commands are added, which take
/// it over.
void set_help(CLI::App& program);

}  // namespace thalign::cli
