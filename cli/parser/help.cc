// SPDX-License-Identifier: Apache-2.0
#include "cli/parser/help.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/parser/closest.h"
#include "cli/parser/command.h"
#include "cli/parser/option_groups.h"
#include "cli/parser/option_headings.h"

namespace thalign::cli {
namespace {

std::string exit_codes() {
  std::string text = "Exit codes:\n";
  for (const ExitCodeMeaning& meaning : kExitCodeMeanings) {
    text += fmt::format("  {}  {}\n", meaning.code, meaning.text);
  }
  return text;
}

constexpr std::size_t kHelpColumns = 80;

/// `text` broken into lines of at most `width` bytes, words whole.
std::string wrapped(std::string_view text, std::size_t width) {
  std::string result;
  std::size_t used = 0;
  for (const std::string& word : CLI::detail::split(std::string(text), ' ')) {
    const bool fits = used + 1 + word.size() <= width;
    if (used > 0) result += fits ? ' ' : '\n';
    used = used > 0 && fits ? used + 1 + word.size() : word.size();
    result += word;
  }
  return result;
}

class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter() { label("SUBCOMMAND", "COMMAND"); }

  std::string make_usage(const CLI::App* app, std::string name) const override {
    return "\n" + CLI::Formatter::make_usage(app, std::move(name));
  }
  std::string make_subcommand(const CLI::App* command) const override {
    return fmt::format("  {:10s} {}\n", command->get_name(), summary(*command));
  }
  // As that of CLI11, but for the order of the headings.
  std::string make_help(const CLI::App* app, std::string name,
                        CLI::AppFormatMode mode) const override {
    std::string text =
        make_description(app) + make_usage(app, std::move(name)) + make_positionals(app);
    for (const std::string_view heading : kOptionHeadings) {
      const std::vector<const CLI::Option*> options =
          app->get_options([&](const CLI::Option* option) {
            return option->get_group() == heading && option->nonpositional();
          });
      if (!options.empty()) text += make_group(std::string(heading), false, options);
    }
    return text + make_subcommands(app, mode) + '\n' + make_footer(app);
  }
  std::string make_option_opts(const CLI::Option* option) const override {
    const std::string type = option->get_type_name();
    return type.empty() ? type : " " + type.substr(0, type.find(':'));
  }
  std::string make_option_desc(const CLI::Option* option) const override {
    std::string text = option->get_description();
    const std::vector<std::string> words = choices(*option);
    if (!words.empty()) text += fmt::format("; one of: {}", fmt::join(words, ", "));
    const std::string usual = option->get_default_str();
    if (!usual.empty() && option->get_expected_max() > 0) {
      text += fmt::format(" (default: {})", usual);
    }
    return wrapped(text, kHelpColumns - get_column_width());
  }
};

/// The innermost command that was named.
const CLI::App& given_command(const CLI::App& program) {
  const CLI::App* command = &program;
  while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
  return *command;
}

std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

std::string explain_unexpected(const CLI::App& command, const std::string& word) {
  const std::string name = full_name(command);
  if (word.starts_with('-')) {
    const std::string option = word.substr(0, word.find('='));
    const std::optional<std::string> meant = closest(option, option_names(command));
    return fmt::format(
        "unknown option '{}' of {}; {}", option, name,
        meant ? fmt::format("did you mean '{}'?", *meant) : fmt::format("see {} --help", name));
  }
  const std::vector<std::string> commands = command_names(command);
  if (!commands.empty()) {
    return fmt::format("unknown command '{}'; {}", word, suggest(word, commands));
  }
  return fmt::format("unexpected argument '{}'; see {} --help", word, name);
}

}  // namespace

void set_help(CLI::App& program) {
  program.set_help_flag("-h,--help", "print this help");
  program.formatter(std::make_shared<HelpFormatter>());
  program.footer(exit_codes());
}

std::string explain_usage(const CLI::App& program, const CLI::ParseError& error) {
  const CLI::App& command = given_command(program);
  const std::vector<std::string> unexpected = program.remaining(true);
  if (!unexpected.empty()) return explain_unexpected(command, unexpected.front());
  if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr) return error.what();
  const std::vector<std::string> commands = command_names(command);
  if (!commands.empty() && dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    return fmt::format("{}: a command is missing; {}", full_name(command), suggest("", commands));
  }
  return fmt::format("{}; see {} --help", error.what(), full_name(command));
}

}  // namespace thalign::cli
