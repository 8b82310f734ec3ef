#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstddef>
#include <exception>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/help.h"
#include "cli/messages.h"
#include "cli/settings.h"
#include "cli/usage.h"
#include "text/error.h"

namespace {

using thalign::cli::Command;
using thalign::cli::Commands;
using thalign::cli::ExitCode;
using thalign::cli::Settings;

constexpr const char* description =
    R"(Aligns Thai and English texts: raw documents in, translation memories out.

Examples:
  thalign align report.th.txt report.en.txt -o report.tmx
  thalign segment report.th.txt
  thalign align --help)";

ExitCode exit_code(thalign::ErrorCode code) {
  return code == thalign::ErrorCode::io ? ExitCode::io : ExitCode::bad_input;
}

/// Makes the user's settings the defaults of the command that is parsed. What is wrong with them
/// goes to `error`: help comes before it.
void apply_settings(CLI::App& program, const Commands& commands, std::exception_ptr& error) {
  for (const Command& command : commands) {
    if (thalign::cli::configurable_options(*command.parser).empty()) continue;
    command.parser->preparse_callback([&program, &error, parser = command.parser](std::size_t) {
      try {
        Settings(program).apply(*parser);
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

ExitCode main_program(int count, char** arguments) {
  CLI::App program(description, "thalign");
  thalign::cli::set_help(program);
  program.set_version_flag("--version", "thalign " THALIGN_VERSION);
  program.require_subcommand(1);
  Commands commands;
  thalign::cli::add_commands(program, commands);
  std::exception_ptr settings_error;
  apply_settings(program, commands, settings_error);
  try {
    program.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {  // --help or --version: to be printed
      program.exit(error);
      return ExitCode::done;
    }
    thalign::cli::print_message(thalign::cli::explain_usage(program, error));
    return ExitCode::usage;
  }
  return run(commands, settings_error);
}

}  // namespace

int main(int count, char** arguments) {
  try {
    return static_cast<int>(main_program(count, arguments));
  } catch (const std::exception& error) {
    thalign::cli::print_message(fmt::format("internal error: {}; please report it", error.what()));
    return static_cast<int>(ExitCode::internal_error);
  }
}
