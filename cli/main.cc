// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <exception>
#include <new>
#include <sstream>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "cli/base/exit_code.h"
#include "cli/base/messages.h"
#include "cli/base/standard_descriptors.h"
#include "cli/commands/commands.h"
#include "cli/commands/settings.h"
#include "cli/output/out_of_memory.h"
#include "cli/output/output_file.h"
#include "cli/parser/closest.h"
#include "cli/parser/command.h"
#include "cli/parser/help.h"
#include "cli/parser/option_headings.h"
#include "commit.h"
#include "text/error.h"

namespace {

using thalign::cli::Command;
using thalign::cli::Commands;
using thalign::cli::ExitCode;
using thalign::cli::Settings;

constexpr const char* kDescription =
    R"(Aligns Thai and English texts: raw documents in, translation memories out.

Examples:
  thalign align report.th.txt report.en.txt -o report.tmx
  thalign segment report.th.txt
  thalign help align)";

ExitCode exit_code(thalign::ErrorCode code) {
  return code == thalign::ErrorCode::io ? ExitCode::io : ExitCode::bad_input;
}

/// "thalign 0.1.0 (1234abcd)"; the commit only where the program was built from a clone.
std::string version() {
  constexpr std::string_view kCommit = THALIGN_COMMIT;
  return kCommit.empty() ? "thalign " THALIGN_VERSION
                         : fmt::format("thalign {} ({})", THALIGN_VERSION, kCommit);
}

/// Takes `--config FILE` out of the arguments, before or after the command: the settings must be
/// known before the command's own options are. It stands for THALIGN_CONFIG. Throws `UsageError`.
std::vector<const char*> take_config(int count, char** arguments) {
  constexpr std::string_view kConfigOption = "--config";
  std::vector<const char*> rest(arguments, arguments + count);
  const auto end = std::ranges::find(rest, std::string_view("--"));
  for (auto at = rest.begin(); at != end; ++at) {
    const std::string_view argument = *at;
    const bool joined = argument.starts_with("--config=");
    if (argument != kConfigOption && !joined) continue;
    const std::string file(joined          ? argument.substr(kConfigOption.size() + 1)
                           : at + 1 != end ? std::string_view(at[1])
                                           : std::string_view());
    if (file.empty()) throw thalign::cli::UsageError("--config: needs the name of a file");
    setenv("THALIGN_CONFIG", file.c_str(), 1);
    rest.erase(at, at + (joined ? 1 : 2));
    break;
  }
  return rest;
}

/// Makes `thalign tm import --help` of `thalign help tm import`, and `thalign --help` of `thalign`.
/// Returns the words after `help`.
std::vector<std::string> take_help(std::vector<const char*>& arguments) {
  const bool asks = arguments.size() > 1 && std::string_view(arguments[1]) == "help";
  if (arguments.size() > 1 && !asks) return {};
  if (asks) arguments.erase(arguments.begin() + 1);
  std::vector<std::string> words(arguments.begin() + 1, arguments.end());
  arguments.push_back("--help");
  return words;
}

/// Throws `UsageError` if `words`, one below the other, are no commands: help would not say so.
void check_commands(const CLI::App& program, const std::vector<std::string>& words) {
  const CLI::App* command = &program;
  for (const std::string& word : words) {
    if (word.starts_with('-')) return;
    const CLI::App* const inner = thalign::cli::find_command(*command, word);
    if (inner == nullptr) {
      const std::vector<std::string> names = thalign::cli::command_names(*command);
      throw thalign::cli::UsageError(
          names.empty()
              ? fmt::format("unknown command '{}'; see thalign --help", word)
              : fmt::format("unknown command '{}'; {}", word, thalign::cli::suggest(word, names)));
    }
    command = inner;
  }
}

/// Makes the user's settings the defaults of the command that is parsed. What is wrong with them
/// goes to `error`: help comes before it.
void apply_settings(const Commands& commands, std::exception_ptr& error) {
  for (const Command& command : commands) {
    if (thalign::cli::configurable_options(*command.parser).empty()) continue;
    command.parser->preparse_callback([&error, parser = command.parser](std::size_t) {
      try {
        Settings().apply(*parser);
      } catch (...) {
        error = std::current_exception();
      }
    });
  }
}

ExitCode run(const Commands& commands, const std::exception_ptr& settings_error) {
  try {
    if (settings_error) std::rethrow_exception(settings_error);
    for (const Command& command : commands) {
      if (command.parser->parsed()) command.run();
    }
    return ExitCode::done;
  } catch (const thalign::cli::UsageError& error) {
    thalign::cli::print_message(error.what());
    return ExitCode::usage;
  } catch (const thalign::cli::PartialFailure& error) {
    thalign::cli::print_message(error.what());
    return ExitCode::partial;
  } catch (const thalign::Error& error) {
    thalign::cli::print_message(error.what());
    return exit_code(error.code());
  }
}

/// Prints what is asked for by --help or --version.
ExitCode print(const std::string& text) {
  try {
    thalign::cli::OutputFile output("-", thalign::cli::RunFiles::none());
    output.stream() << text;
    output.commit();
    return ExitCode::done;
  } catch (const thalign::Error& error) {
    thalign::cli::print_message(error.what());
    return exit_code(error.code());
  }
}

ExitCode main_program(int count, char** arguments) {
  CLI::App program(kDescription, "thalign");
  thalign::cli::set_help(program);
  program.set_version_flag("-V,--version", version(), "print the version");
  std::string config;
  program.add_option("--config", config, "configuration file, also after COMMAND")
      ->type_name("FILE");
  program.require_subcommand(1);
  Commands commands;
  std::exception_ptr settings_error;
  try {
    std::vector<const char*> rest = take_config(count, arguments);
    const std::vector<std::string> help_of = take_help(rest);
    thalign::cli::add_commands(program, commands, rest.size() > 1 ? rest[1] : "");
    thalign::cli::put_under_headings(program);
    check_commands(program, help_of);
    apply_settings(commands, settings_error);
    program.parse(static_cast<int>(rest.size()), rest.data());
  } catch (const thalign::cli::UsageError& error) {
    thalign::cli::print_message(error.what());
    return ExitCode::usage;
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {  // --help or --version: to be printed
      std::ostringstream text;
      program.exit(error, text, text);
      return print(text.str());
    }
    thalign::cli::print_message(thalign::cli::explain_usage(program, error));
    return ExitCode::usage;
  }
  return run(commands, settings_error);
}

int report_bug(const std::exception& error) {
  thalign::cli::print_message(fmt::format("internal error: {}; please report it", error.what()));
  return static_cast<int>(ExitCode::internal_error);
}

}  // namespace

int main(int count, char** arguments) {
  // A limit of file sizes is reported like a full disk, by the write that fails.
  std::signal(SIGXFSZ, SIG_IGN);
  thalign::cli::open_standard_descriptors();
  thalign::cli::end_when_icu_has_no_memory();
  try {
    return static_cast<int>(main_program(count, arguments));
  } catch (const std::bad_alloc&) {
    thalign::cli::print_out_of_memory();
    return static_cast<int>(ExitCode::io);
  } catch (const std::system_error& error) {
    if (error.code() != std::errc::resource_unavailable_try_again) return report_bug(error);
    thalign::cli::print_message("no more threads can be started; run again with fewer --jobs");
    return static_cast<int>(ExitCode::io);
  } catch (const std::exception& error) {
    return report_bug(error);
  }
}
