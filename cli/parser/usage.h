#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace thalign::cli {

/// What is wrong with a command line that `program` refused with `error`, and what to do, as one
/// line: with the command or option that was probably meant.
std::string explain_usage(const CLI::App& program, const CLI::ParseError& error);

}  // namespace thalign::cli
