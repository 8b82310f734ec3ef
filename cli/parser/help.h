// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace thalign::cli {

/// What the program returns, for help and manual pages; see `ExitCode`.
struct ExitCodeMeaning {
  int code;
  std::string_view text;
};
inline constexpr std::array<ExitCodeMeaning, 6> kExitCodeMeanings{
    {{0, "done"},
     {1, "internal error; please report it"},
     {2, "wrong usage: the command line, a setting or an environment variable makes no sense"},
     {3, "bad input"},
     {4, "a file can't be read or written"},
     {5, "some of many documents failed; the others are done"}}};

/// Makes `--help` of `program` and its commands: what it does and examples first, then the usage,
/// the options, and a line for each command. Requires: called before commands are added, which take
/// it over.
void set_help(CLI::App& program);

/// What is wrong with a command line that `program` refused with `error`, and what to do, as one
/// line: with the command or option that was probably meant.
std::string explain_usage(const CLI::App& program, const CLI::ParseError& error);

}  // namespace thalign::cli
