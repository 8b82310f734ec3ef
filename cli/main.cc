#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "text/error.h"

namespace {

using thalign::cli::Command;
using thalign::cli::ExitCode;

constexpr const char* description =
    R"(Aligns Thai and English texts: raw documents in, translation memories out.

Examples:
  thalign align report.th.txt report.en.txt -o report.tmx
  thalign segment report.th.txt
  thalign align --help)";

constexpr const char* exit_codes =
    R"(Exit codes:
  0 done, 2 wrong usage, 3 bad input, 4 a file can't be read or written, 1 a mistake of thalign itself)";

/// Help with a line for each command, and the examples apart from the usage.
class HelpFormatter : public CLI::Formatter {
 public:
  std::string make_usage(const CLI::App* app, std::string name) const override {
    return "\n" + CLI::Formatter::make_usage(app, std::move(name));
  }
  std::string make_subcommand(const CLI::App* command) const override {
    const std::string text = command->get_description();
    return fmt::format("  {:10s}{}\n", command->get_name(), text.substr(0, text.find('\n')));
  }
};

ExitCode exit_code(thalign::ErrorCode code) {
  return code == thalign::ErrorCode::io ? ExitCode::io : ExitCode::bad_input;
}

ExitCode run(const CLI::App& program, const std::array<Command, 3>& commands) {
  try {
    for (const Command& command : commands) {
      if (program.got_subcommand(command.parser)) command.run();
    }
    return ExitCode::done;
  } catch (const thalign::cli::UsageError& error) {
    thalign::cli::print_message(error.what());
    return ExitCode::usage;
  } catch (const thalign::Error& error) {
    thalign::cli::print_message(error.what());
    return exit_code(error.code());
  }
}

/// Prints help, or what is wrong with the command line.
ExitCode answer(const CLI::App& program, const CLI::ParseError& error,
                std::string_view first_argument) {
  if (error.get_exit_code() == 0) {
    program.exit(error);
    return ExitCode::done;
  }
  const auto given = program.get_subcommands();
  if (given.empty() && !first_argument.empty()) {
    thalign::cli::print_message(
        fmt::format("{}: there is no such command or option; see thalign --help", first_argument));
    return ExitCode::usage;
  }
  thalign::cli::print_message(fmt::format("{}; see thalign {}--help", error.what(),
                                          given.empty() ? "" : given.front()->get_name() + " "));
  return ExitCode::usage;
}

ExitCode main_program(int count, char** arguments) {
  CLI::App program(description, "thalign");
  program.formatter(std::make_shared<HelpFormatter>());
  program.footer(exit_codes);
  program.set_version_flag("--version", "thalign " THALIGN_VERSION);
  program.require_subcommand(1);
  const std::array commands{thalign::cli::add_align_command(program),
                            thalign::cli::add_segment_command(program),
                            thalign::cli::add_evaluate_command(program)};
  try {
    program.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    return answer(program, error, count > 1 ? arguments[1] : "");
  }
  return run(program, commands);
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
