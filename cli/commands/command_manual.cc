// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "cli/base/exit_code.h"
#include "cli/commands/commands.h"
#include "cli/output/output_file.h"
#include "cli/parser/closest.h"
#include "cli/parser/manual.h"

namespace thalign::cli {
namespace {

struct ManualOptions {
  std::vector<std::string> words;  ///< the command
  std::string folder;              ///< where to write all pages; empty: one page to standard output
};

void write_page(const std::string& path, const CLI::App& command) {
  OutputFile output(path, RunFiles());
  output.stream() << manual_page(command);
  output.commit();
}

void write_all(const std::string& folder, const CLI::App& command) {
  const std::filesystem::path path = std::filesystem::path(folder) / (manual_name(command) + ".1");
  write_page(path.string(), command);
  for (const CLI::App* const inner : command.get_subcommands({})) {
    if (!inner->get_group().empty()) write_all(folder, *inner);
  }
}

void run(const CLI::App& program, const ManualOptions& options) {
  if (!options.folder.empty()) {
    write_all(options.folder, program);
    return;
  }
  const CLI::App* command = &program;
  for (const std::string& word : options.words) {
    const CLI::App* const inner = find_command(*command, word);
    if (inner == nullptr) {
      throw UsageError(
          fmt::format("unknown command '{}'; {}", word, suggest(word, command_names(*command))));
    }
    command = inner;
  }
  write_page("-", *command);
}

constexpr const char* kManualDescription =
    R"(Prints the manual page of the program or of a command.

Examples:
  thalign manual align | man -l -
  thalign manual --folder ~/.local/share/man/man1)";

}  // namespace

void add_manual_command(CLI::App& program, Commands& commands) {
  const auto options = std::make_shared<ManualOptions>();
  CLI::App& parser = add_parser(program, "manual", kManualDescription);
  parser.add_option("COMMAND", options->words, "the command; without one, the whole program")
      ->type_name("NAME");
  parser.add_option("--folder", options->folder, "write all manual pages into this folder")
      ->type_name("FOLDER")
      ->configurable(false);
  commands.push_back({&parser, [&program, options] { run(program, *options); }});
}

}  // namespace thalign::cli
