// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands/commands.h"
#include "cli/output/output_file.h"
#include "cli/parser/complete.h"

namespace thalign::cli {
namespace {

void run(const CLI::App& program, const std::vector<std::string>& words) {
  const Completion completion = complete(program, words);
  OutputFile output("-", RunFiles());
  for (const Completion::Candidate& candidate : completion.candidates) {
    output.stream() << candidate.word << '\t' << candidate.description << '\n';
  }
  if (completion.paths == Completion::Paths::files) output.stream() << ":files\n";
  if (completion.paths == Completion::Paths::folders) output.stream() << ":folders\n";
  output.commit();
}

constexpr const char* kCompleteDescription =
    R"(Completes a command line; for the scripts in cli/completion/.

Prints what the last word may be, one a line, each with a tab and a description, and :files or
:folders in the end if names of files or folders fit, too.

Examples:
  thalign complete -- align --fo)";

}  // namespace

void add_complete_command(CLI::App& program, Commands& commands) {
  const auto words = std::make_shared<std::vector<std::string>>();
  CLI::App& parser = add_parser(program, "complete", kCompleteDescription);
  parser.group("");  // not for people, so not in the help
  parser.add_option("WORDS", *words, "the words after the name of the program")->type_name("WORD");
  commands.push_back({&parser, [&program, words] { run(program, *words); }});
}

}  // namespace thalign::cli
